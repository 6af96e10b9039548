"""The example network and the example chat of the page for contributors work as they stand there."""

import asyncio
import re
import shutil
import sys
import tomllib
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest

from mutuals.service import app, integrations
from mutuals.service.bootstrap import Settings, SystemClock
from tests.repository.repository import ROOT
from tests.support.example_services import ANA, BRAND, GIL, MIA, ExampleServices
from tests.support.waiting import until

PAGE = (ROOT / "docs" / "for-contributors.md").read_text(encoding="utf-8")


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A package of the examples, installed as the page says: its files and its entry points."""
    package, metadata = tmp_path / "package", tmp_path / "package" / "examples-1.0.dist-info"
    metadata.mkdir(parents=True)
    files = re.findall(r"\]\((examples/\w+\.py)\)", PAGE)
    for file in dict.fromkeys(files):
        shutil.copy(ROOT / "docs" / file, package)
    snippet = next(one for one in re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL) if "example_chat" in one)
    groups = tomllib.loads(snippet)["project"]["entry-points"]
    lines = [
        f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in one.items())
        for group, one in groups.items()
    ]
    (metadata / "entry_points.txt").write_text("\n".join(lines))
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: examples\nVersion: 1.0\n")
    monkeypatch.syspath_prepend(str(package))
    for cached in (integrations.networks, integrations.chats):
        cached.cache_clear()
    yield
    for cached in (integrations.networks, integrations.chats):
        cached.cache_clear()
    for name in ("example_network", "example_chat"):
        sys.modules.pop(name, None)


@pytest.fixture
async def services(
    installed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[ExampleServices]:
    """The service with the example integrations alone, on a board and a chat of this test."""
    services = ExampleServices()
    runner = await services.start()
    values = {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'mutuals.db'}", "SETTINGS_FILE": "", "POLL_SECONDS": "10",
        "BOARD_URL": services.url, "BOARD_TOKEN": "secret", "HUDDLE_URL": services.url, "HUDDLE_TOKEN": "secret",
        "HUDDLE_CHANNEL": "care", "HUDDLE_MEMBERS": "ana", "REPLY_DELAY_SECONDS": "0",
    }  # fmt: skip
    for name, value in values.items():
        monkeypatch.setenv(f"MUTUALS_{name}", value)
    monkeypatch.setattr(app, "SWEEP_SECONDS", 0.2)
    service = await app.Service.build(Settings.read(), SystemClock())
    stop = asyncio.Event()
    running = asyncio.create_task(service.run(stop))
    services.write(MIA, "@kettleco my kettle arrived broken and nobody answers, this is unacceptable")
    yield services
    stop.set()
    await running
    await runner.cleanup()


async def test_a_mention_of_the_example_network_becomes_an_alert_in_the_example_chat_that_is_answered_there(
    services: ExampleServices,
):
    alert = await until(lambda: next((one for one in services.messages if one.get("alert")), None))
    press = partial(services.happen, alert=alert["alert"])

    assert "arrived broken" in " ".join(alert["lines"])
    press(GIL, "press", do="claim")
    refused = await until(lambda: next((one for one in services.private if one["person"] == "gil"), None))
    assert "not allowed" in " ".join(refused["lines"])

    press(ANA, "press", do="claim")
    await until(lambda: "Ana" in " ".join(services.messages[0]["lines"]))
    press(ANA, "press", do="reply")
    form = (await until(lambda: next((one for one in services.private if "form" in one), None)))["form"]
    assert form["limit"] == 500
    press(ANA, "submit", do="reply", text="We are sorry. A new one is on its way.")

    await until(lambda: "Replied" in " ".join(services.messages[0]["lines"]))
    assert [(post["text"], post["answers"]) for post in services.posts if post["author"] == BRAND["id"]] == [
        ("We are sorry. A new one is on its way.", "post:1")
    ]
    assert (
        len([one for one in services.messages if one.get("thread") is None]) == 1
    )  # their history may stand below it


async def test_a_command_of_the_example_chat_is_answered_in_private(services: ExampleServices):
    await until(lambda: services.messages)
    services.happen(ANA, "command", name="status", words="", channel="care")

    told = await until(lambda: next((one for one in services.private if one["person"] == "ana"), None))
    assert "Board" in " ".join(told["lines"])
