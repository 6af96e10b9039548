"""`mutuals listen`, as somebody types it."""

import asyncio
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from mutuals.alerting.listening_notices import KEY
from mutuals.cli import main
from mutuals.domain.model import Account, Brand
from mutuals.service.bootstrap import Installation, Settings

BRAND = Brand("x1", "x", Account("1", "kettleco", "Kettle Co"))


@pytest.fixture
def listen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The command, with a brand that has listened for a day."""
    monkeypatch.setenv("MUTUALS_SETTINGS_FILE", "")
    monkeypatch.setenv("MUTUALS_DATABASE_URL", f"sqlite:///{tmp_path / 'm.db'}")
    monkeypatch.setenv("MUTUALS_LISTEN", "kettles: kettle co")

    async def prepare() -> None:
        store = (await Installation.open(Settings.read())).store
        await store.put_brand(BRAND)
        async with store.transaction(BRAND.id) as tx:
            await tx.key_values.put(KEY, {"days": {"2026-11-23": [40, 3]}})
        await store.close()

    asyncio.run(prepare())

    def run(*words: str) -> Result:
        return CliRunner().invoke(main.app, ["listen", *words])

    return run


def test_it_says_what_the_rules_may_cost_and_what_a_day_has_found(listen):
    done = listen()

    assert done.exit_code == 0
    assert "@kettleco on X: “kettles”" in done.stdout
    assert "at most 200 posts and $30.00 in 30 days" in done.stdout
    assert "2026-11-23: 40 posts found, 3 shown; as many each day: $6.00 in 30 days" in done.stdout


def test_rules_are_priced_before_they_are_set(listen):
    [brand] = json.loads(listen("cup: #kettlecup", "--json").stdout)["brands"]

    assert (brand["rules"], brand["price_usd"], brand["most_usd"]) == (["cup"], 0.005, 30.0)


def test_what_is_no_rule_is_told_what_to_write(listen):
    done = listen("kettle")

    assert done.exit_code == 2
    assert "has no name; write it as kettles: acme kettle" in done.stderr
