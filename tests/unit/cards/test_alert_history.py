"""The history of an alert: what stands in its thread."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mutuals.cards import alert_history
from mutuals.domain.history import LogKind, LogLine, kind_of
from mutuals.domain.model import ActKind, ActState, Post
from mutuals_discord import layout
from mutuals_sandbox.discord.bodies import check_message
from mutuals_sandbox.slack.blocks import check_blocks
from mutuals_slack import blocks
from tests.unit.cards.alert_views import NOW, act, alert, case, facts

MINUTE = timedelta(minutes=1)
WORST = ("\u202e*_`<!channel>@everyone " + "W" * 300 + " 👩‍👩‍👧‍👦 ") * 20


def drawn(found):
    return alert_history.card(found, "history/x900-7-1", 1)


def said(found) -> list[str]:
    return ["".join(one if isinstance(one, str) else getattr(one, "text", "") for one in line)
            for line in drawn(found).body]  # fmt: skip


def test_what_was_sent_stands_behind_the_line_of_its_own_act():
    first = replace(act(ActKind.ACKNOWLEDGE, ActState.DONE), done_at=NOW, text="We look into it")
    then = replace(act(ActKind.REPLY, ActState.DONE), done_at=NOW + MINUTE, text="A new one leaves today")
    log = (
        LogLine(NOW, "Acknowledged", "Ana", LogKind.ANSWERED),
        LogLine(NOW + MINUTE, "Replied", "Ben", LogKind.ANSWERED),
    )

    told = said(facts(alert=alert(log=log), actions=(first, then)))

    assert told[-2:] == [
        " Acknowledged by Ana: “We look into it”",
        " Replied by Ben: “A new one leaves today”",
    ]


def test_words_that_are_gone_from_the_network_are_gone_here():
    gone = {"1": Post("1", "7", "", NOW, "1", gone="deleted")}

    assert said(facts(posts=gone)) == [" @mia wrote something that is gone from X."]


@pytest.mark.parametrize("lines", [40, 3])
def test_the_worst_history_is_one_that_both_chats_take_and_shows_the_newest_line(lines: int):
    posts = {str(number): Post(str(number), "7", WORST, NOW, "1") for number in range(50)}
    log = tuple(
        LogLine(NOW + MINUTE * number, f"Line {number} " + "x" * 400, "B" * 100) for number in range(lines)
    )
    found = facts(alert=alert(log=log), cases=(case(post_ids=tuple(posts)),), posts=posts)

    card = drawn(found)

    assert check_blocks(blocks.message(card)["blocks"], "message") == []
    view = layout.card_view(card).to_components()
    check_message({"components": view, "flags": 1 << 15})
    for shown in (str(blocks.message(card)["blocks"]), str(view)):
        assert f"Line {lines - 1} " in shown
        assert "not shown" in shown


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Replied", LogKind.ANSWERED), ("Perhaps answered on X by @kettleco", LogKind.ANSWERED),
     ("Noted: talk, do not follow", LogKind.NOTED), ("Snoozed", LogKind.OTHER)],
)  # fmt: skip
def test_a_line_from_before_lines_had_kinds_is_known_by_its_words(text: str, kind: LogKind):
    assert kind_of(text) is kind
