"""What `make bench-fuzz` has found, each as an ordinary test."""

import asyncio
import csv
import io
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import typer
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.web.async_client import AsyncWebClient

from mutuals.backtest.recording import load
from mutuals.cli.brand import _by_tokens
from mutuals.cli.ledger_export import write
from mutuals.domain.errors import SettingsError
from mutuals.domain.ledger import EntryKind, LedgerEntry
from mutuals.domain.model import Role
from mutuals.service.bootstrap import Settings
from mutuals.service.public_holidays import holidays_of
from mutuals.storage.database_url import parse
from mutuals.testing.clock import FixedClock
from mutuals.testing.store import MemoryStore
from mutuals_slack import views
from mutuals_slack.actors import actor_of
from mutuals_slack.connection import _App, _authorize
from mutuals_slack.payloads import sound

pytestmark = pytest.mark.smoke


def test_a_date_in_the_settings_file_is_a_mistake_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "mutuals.toml"
    file.write_text("MUTUALS_POLL_SECONDS = 1979-05-27")
    monkeypatch.setenv("MUTUALS_SETTINGS_FILE", str(file))

    with pytest.raises(SettingsError, match="MUTUALS_POLL_SECONDS is not usable"):
        Settings.read()


def test_a_number_longer_than_python_reads_is_a_mistake_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "mutuals.toml"
    file.write_text(f"MUTUALS_HOURS = {'9' * 5001}")
    monkeypatch.setenv("MUTUALS_SETTINGS_FILE", str(file))

    with pytest.raises(SettingsError, match="Correct the file, or move it away"):
        Settings.read()


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/@heresqlite:///m.db", "postgresql://u@h:x/n", "postgresql://u@[::1/n"]
)
def test_a_database_url_with_a_port_that_is_no_number_is_a_mistake_with_a_sentence(url: str):
    with pytest.raises(SettingsError, match="MUTUALS_DATABASE_URL"):
        parse(url)


def test_a_port_that_does_not_exist_is_a_mistake_with_a_sentence(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MUTUALS_HTTP_ADDRESS", "127.0.0.1:65536")

    with pytest.raises(SettingsError, match="a port is at most 65535"):
        Settings.read()


@pytest.mark.parametrize("text", ["9" * 5000, "[" * 100_000])
def test_tokens_that_are_no_json_object_are_refused_with_a_sentence(text: str):
    with pytest.raises(typer.Exit):
        _by_tokens(text)


@pytest.mark.parametrize("text", ["[" * 100_000, "[" + "9" * 5000 + "]"])
def test_lists_that_python_can_not_read_are_mistakes_in_the_settings(text: str):
    with pytest.raises(SettingsError):
        Settings.read({"MUTUALS_FAMILY": text})


def test_a_recorded_post_that_refers_in_an_odd_way_is_read_all_the_same(tmp_path: Path):
    post = {"id": "1", "author_id": "2", "text": "hi", "created_at": "2026-11-26T08:00:00Z"}
    file = tmp_path / "posts.jsonl"
    file.write_text(json.dumps({**post, "referenced_tweets": [{"type": ["quoted"], "id": "3"}]}))

    assert load(file, "acme").streams[0].posts[0].quotes is None


def test_a_text_with_a_lone_carriage_return_begins_no_row_of_its_own_in_the_ledgers_file():
    fields: dict[str, Any] = dict.fromkeys(
        (
            "brand_id",
            "action_id",
            "act",
            "path",
            "alert_id",
            "actor_channel",
            "actor_id",
            "actor_name",
            "person_id",
        ),
        "a",
    )
    more: dict[str, Any] = dict.fromkeys(("post_id", "approved_by", "external_id", "outcome"))
    entry = LedgerEntry(**fields, **more, number=1, at=datetime(2026, 11, 26, tzinfo=UTC), entry=EntryKind.DONE,
                  text='hi\r=HYPERLINK("http://evil.example")', prev="")  # fmt: skip

    class Kept(MemoryStore):
        async def ledger(self, brand_id: str, since: datetime | None = None) -> AsyncIterator[LedgerEntry]:
            yield entry

    out = io.StringIO(newline="")
    asyncio.run(write(Kept(FixedClock()), ["a"], out, None, lambda: None))
    rows = list(csv.reader(io.StringIO(out.getvalue(), newline="")))

    assert len(rows) == 2
    assert "hi\r=HYPERLINK" in "".join(rows[1])


@pytest.mark.parametrize(
    "user", [{"profile": True}, {"profile": {"team": []}}, {"enterprise_user": {"teams": 5}}]
)
def test_a_user_object_of_another_shape_is_somebody_or_nobody_but_no_error(user: dict[str, Any]):
    assert actor_of("U1", {"id": "U1", "team_id": "T1", **user}, "T1", Role.NOBODY, {}).id == "U1"


@pytest.mark.parametrize(
    "state", [True, {"values": 1}, {"values": {"b": []}}, {"values": {"b": {"mutuals:text": None}}}]
)
def test_a_form_without_a_text_field_holds_no_text(state: object):
    assert views.typed({"state": state}) in (None, "")


@pytest.mark.parametrize(
    "packed", ['["x", "reply", "C", "1", 1e999]', "[" * 100_000, '["x", "reply", "C", "1", "é"]']
)
def test_a_modal_that_is_not_ours_is_not_read(packed: str):
    assert views.where_of({"private_metadata": packed}) is None


@pytest.mark.parametrize(
    "body",
    [
        {"type": "block_actions", "user": {"id": "U"}, "actions": [3]},
        {"type": "block_actions", "user": {"id": "U"}, "actions": []},
        {"type": "block_actions", "user": {"id": 3}, "actions": [{"action_id": "a"}]},
        {"type": "view_submission", "user": {"id": "U"}},
        {"type": "view_closed", "user": {"id": "U"}, "view": {}},
        {"type": "block_actions", "user": {"id": "U"}, "actions": None},
        {
            "type": "block_actions",
            "user": {"id": "U"},
            "view": None,
            "actions": [{"action_id": "mutuals:text"}],
        },
        {"type": "block_actions", "user": None, "view": {"id": "V"}, "actions": [{"action_id": "a"}]},
        {"type": ["x"]},
        {"type": "block_actions", "user": {"id": "U"}, "actions": [{"action_id": "a"}], "response_url": 5},
    ],
)
def test_a_payload_of_another_shape_than_slacks_goes_no_further(body: dict[str, Any]):
    assert not sound(body)


def test_a_payload_of_slacks_shape_goes_on():
    assert sound({"type": "block_actions", "user": {"id": "U"}, "actions": [{"action_id": "a"}]})
    assert sound({"command": "/mutuals", "text": "queue", "user_id": "U"})


async def test_a_payload_of_another_shape_is_refused_before_bolt_looks_into_it():
    """Bolt takes the first of the actions before it asks any middleware."""
    app = _App(
        client=AsyncWebClient(), authorize=_authorize, signing_secret="s", request_verification_enabled=False
    )
    body = {"type": "block_actions", "user": {"id": "U"}, "actions": None}
    answer = await app.async_dispatch(AsyncBoltRequest(body=body, mode="socket_mode"))

    assert answer.status == 400


@pytest.mark.parametrize(
    "region", ["mon-fri 09:00-18:00", "MON", "sunday", "country_holidays", "", "DE-XX", "holidays"]
)
def test_a_word_that_is_no_country_is_refused_in_a_sentence(region: str):
    with pytest.raises(ValueError, match="no country or part of one"):
        holidays_of(region, [2026])


def test_a_setting_with_bytes_that_are_no_text_is_named_in_a_sentence(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MUTUALS_SECRET_KEY", "a key of some length \udcff")
    with pytest.raises(SettingsError, match=r"MUTUALS_SECRET_KEY.*no UTF-8"):
        Settings.read()
