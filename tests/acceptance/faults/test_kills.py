"""A sample of `make bench-faults`: kill -9 at every kind of boundary, then count at the far side."""

import random
from dataclasses import replace
from typing import Any

import pytest
from fault_accounts import Accounts
from fault_environment import FaultEnvironment
from fault_kills import ForkServer, Phase
from fault_plan import BOUNDARIES, Boundary, Kill, arrive, strike
from fault_speed import QUICK, WARM, quickened
from faults import sample

from mutuals_sandbox.faults import FaultKind
from mutuals_sandbox.slack.refusal import Args, Refused
from mutuals_sandbox.slack.service import Service
from mutuals_sandbox.slack.web import METHODS


def boundary(name: str, nth: int = 1) -> Boundary:
    return replace(next(one for one in BOUNDARIES if one.name == name), nth=(nth,))


def nothing_wrong(accounts: Accounts, kills: int) -> None:
    assert accounts.stories == []
    assert accounts.missed == []
    assert accounts.kills == kills
    assert accounts.landed >= kills - 1  # the very first start may have been over before the kill


async def test_kills_at_x_lose_no_complaint_and_double_no_reply_or_follow():
    kills = [
        Kill(boundary("X mentions"), Phase.COMMITTED),
        Kill(boundary("X look-up of people"), Phase.ARRIVED),
        Kill(boundary("X reply from Slack"), Phase.COMMITTED),
        Kill(boundary("X follow from Slack"), Phase.COMMITTED),
        Kill(boundary("X token renewal"), Phase.COMMITTED),
    ]

    accounts = await sample(kills)

    nothing_wrong(accounts, kills=6)
    assert accounts.signed_in_again == 1  # the only copy of the rotated token died with the process


async def test_kills_at_the_chats_lose_no_alert_and_no_text_and_post_nothing_twice():
    kills = [
        Kill(boundary("Slack alert"), Phase.COMMITTED),
        Kill(boundary("Discord alert"), Phase.COMMITTED, again=True),
        Kill(boundary("Slack escalation"), Phase.COMMITTED),
        Kill(boundary("Discord redraw after a dismissal"), Phase.ARRIVED),
    ]

    accounts = await sample(kills)

    assert accounts.stories == []
    assert accounts.missed == []
    assert accounts.kills >= 5  # with the second one, while the first is being looked for


async def test_a_text_that_the_chat_took_goes_out_once_though_the_process_dies_at_that_moment():
    kills = [
        Kill(boundary("Discord form opens, is sent", nth=2), Phase.COMMITTED),  # 1: opens, 2: is sent
        Kill(boundary("Slack look-up of a person", nth=2), Phase.ARRIVED),  # 2: of who sends, after a restart
    ]

    accounts = await sample(kills)

    nothing_wrong(accounts, kills=3)


async def test_where_the_history_cannot_be_read_an_unclear_post_is_repeated_with_a_note(
    monkeypatch: pytest.MonkeyPatch,
):
    def refuse(service: Service, args: Args) -> dict[str, Any]:
        raise Refused("missing_scope")

    monkeypatch.setitem(METHODS, "conversations.history", refuse)
    accounts, fork_server = Accounts(), ForkServer(WARM, QUICK)
    with quickened():
        await fork_server.open()
        environment = FaultEnvironment(fork_server, accounts, random.Random(1))
        try:
            await environment.open()
            await environment.start()
            await strike(environment, Kill(boundary("Slack alert"), Phase.COMMITTED))
            texts = [
                str(one.blocks)
                for one in environment.slack.space.channels[environment.slack_care].messages.values()
            ]
            environment.compare("a history that is closed to us")
        finally:
            await environment.close()
            await fork_server.close()

    assert sum("may be shown twice" in text for text in texts) == 1
    assert (accounts.lost, accounts.doubled) == (0, 1)


async def test_lost_answers_and_refusals_lose_nothing_and_double_nothing():
    troubles = [
        (boundary("X reply from Slack"), FaultKind.LOST_REPLY),
        (boundary("Slack alert"), FaultKind.LOST_REPLY),
        (boundary("Discord alert"), FaultKind.RATE_LIMITED),
        (boundary("X follow from Discord"), FaultKind.ERROR_AFTER),
        (boundary("Slack look-up of a person"), FaultKind.ERROR_BEFORE),
    ]

    accounts = await sample([], troubles)

    assert accounts.stories == []
    assert accounts.faults == len(troubles)


async def test_the_accounts_notice_what_is_lost_and_what_is_doubled():
    accounts, fork_server = Accounts(), ForkServer(WARM, QUICK)
    with quickened():
        await fork_server.open()
        environment = FaultEnvironment(fork_server, accounts, random.Random(1))
        try:
            await environment.open()
            await environment.start()
            await arrive(environment)
            environment.compare("a quiet day")
            assert accounts.stories == []
            messages = environment.slack.space.channels[environment.slack_care].messages
            first, second = list(messages)[:2]
            messages["1.000001"] = messages[first]
            del messages[second]
            environment.expected["nobody"] = next(iter(environment.expected.values()))
            environment.compare("an accident")
        finally:
            await environment.close()
            await fork_server.close()

    assert accounts.doubled == 1
    assert accounts.lost == 2
