"""What every integration promises to setup, and that one that comes later is offered by itself."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mutuals.ports.setup import SetupGuide, SetupStep
from mutuals.service import integrations
from mutuals.setup.draft import Draft, guide_of, offered
from mutuals.setup.walk import START, TEST, next_stop, stops

NAMES = sorted(offered())
CONSOLES = ("https://discord.com/", "https://api.slack.com/", "https://console.x.com")


def steps(name: str, signed_in: bool = False, **settings: Any) -> list[SetupStep]:
    part = offered()[name]
    return list(guide_of(part).steps(part.settings.model_construct(**settings), signed_in))


def test_every_integration_that_is_installed_is_offered_and_chats_come_first():
    assert set(NAMES) == {*integrations.networks(), *integrations.chats()}
    assert list(offered())[: len(integrations.chats())] == list(integrations.chats())


@pytest.mark.parametrize("name", NAMES)
def test_a_step_asks_for_settings_that_there_are_and_secrets_are_asked_for_as_such(name: str):
    fields = offered()[name].settings.model_fields
    for step in steps(name):
        for question in step.asks:
            assert question.name in fields
            assert ("SecretStr" in str(fields[question.name].annotation)) == question.secret
    assert len({step.key for step in steps(name)}) == len(steps(name))


@pytest.mark.parametrize("name", NAMES)
def test_a_new_installation_has_every_step_open_and_each_has_a_picture_with_words(name: str):
    for step in steps(name):
        assert not step.done
        assert step.picture is not None
        assert len(step.picture.says) > 60
        marks = [row.mark for row in step.picture.rows if row.mark]
        assert marks == list(range(1, len(marks) + 1))
        assert step.link is None or step.link.url.startswith(CONSOLES)


def test_what_costs_money_says_so_before_anything_and_what_is_free_says_nothing():
    costly = {name for name in NAMES if guide_of(offered()[name]).costs}

    assert costly == {"x"}


async def test_a_network_that_comes_later_is_offered_and_walked_without_a_word_in_the_core(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    x = integrations.networks()["x"]
    step = SetupStep("password", "Make an app password", done=False)
    guide = SetupGuide(
        "Bluish", "The brand's account on Bluish is watched.", lambda settings, signed_in: (step,)
    )
    monkeypatch.setitem(
        integrations.networks(), "bluish", replace(x, name="bluish", title="Bluish", setup=lambda: guide)
    )
    draft = Draft(tmp_path / "mutuals.toml")
    draft.memory.chosen = ["bluish", "slack"]

    walk = [stop.key for stop in await stops(draft)]

    assert "bluish/password" in walk
    assert walk.index(TEST) < walk.index("bluish/password")
    assert next_stop(await stops(draft)).key == "slack/app"
    assert walk[0] == START


async def test_a_chat_without_steps_is_not_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(
        integrations.chats(), "huddle", replace(integrations.chats()["slack"], name="huddle", setup=None)
    )

    assert "huddle" not in offered()
