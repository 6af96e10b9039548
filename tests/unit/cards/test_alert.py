"""The words of an alert, in every state it can be in."""

from dataclasses import replace
from datetime import timedelta
from itertools import islice
from typing import Any

import pytest

from mutuals.cards import alert as alert_card
from mutuals.cards import escalation, notices
from mutuals.cards.buttons import DISMISSALS, SNOOZES, in_menu, in_sight
from mutuals.cards.markup import Card, Intent, Link, Strong, Timestamp, TimestampStyle, Tone
from mutuals.domain.history import LogKind, LogLine
from mutuals.domain.model import (
    ActKind,
    ActState,
    AlertKind,
    AlertState,
    CaseState,
    Category,
    Flag,
    Notice,
    Path,
    Person,
    Post,
    Relationship,
)
from mutuals_discord import layout
from mutuals_slack import blocks
from mutuals_slack.controls import MAX_OVERFLOW
from tests.unit.cards.alert_views import NOW, act, alert, case, every_state, facts

COUNTS = ("48213", "48,213", "99731", "77123")


@pytest.fixture(scope="module")
def cards() -> list[tuple[Any, ...]]:
    return [(one, alert_card.card(one)) for one in islice(every_state(), 0, None, 5)]


def words(card: Card) -> str:
    """Everything that a card says."""
    lines = [card.title, *card.why, *card.body, *card.status, *(line for _, line in card.facts)]
    spans = [span if isinstance(span, str) else getattr(span, "text", "") for line in lines for span in line]
    return " ".join([card.headline, card.summary, *spans, *(one.text for one in card.quotes)])


def test_there_are_thousands_of_states(cards):
    assert len(cards) > 3000
    assert len({card.headline for _, card in cards}) > 15


def test_a_card_always_says_what_it_is_and_whom_it_is_about_in_one_text(cards):
    for found, card in cards:
        assert card.headline.strip()
        assert card.summary.startswith(card.headline)
        assert len(card.summary) <= 900
        assert (f"@{found.person.account.handle}" if found.person else "somebody") in card.summary


def test_at_most_four_buttons_are_in_sight_and_at_most_one_is_the_main_one(cards):
    for _, card in cards:
        assert len(card.buttons) <= 4
        assert sum(one.primary for one in card.buttons) <= 1
        assert all(one.label.strip() for one in (*card.buttons, *card.menu))


def test_no_count_of_followers_is_ever_shown(cards):
    for _, card in cards:
        assert not any(count in words(card) for count in COUNTS)


def test_an_alert_never_mentions_anybody_by_itself(cards):
    assert not any(card.ping for _, card in cards)


def test_what_is_settled_offers_nothing_to_do(cards):
    for found, card in cards:
        if found.alert.state is AlertState.SETTLED:
            assert card.buttons == ()
            assert {one.do for one in card.menu} <= {
                Intent.WHY,
                Intent.NOTE,
                Intent.PERSON,
                Intent.REOPEN,
                Intent.FEEDBACK,
            }  # what may still be said about it


def test_nobody_who_is_gone_is_named_or_offered_to_follow(cards):
    for found, card in cards:
        if found.person is not None and found.person.gone:
            assert card.who is None
            assert Intent.FOLLOW not in {one.do for one in card.buttons}


def test_nobody_whom_we_follow_is_offered_to_follow(cards):
    for found, card in cards:
        if found.person is not None and found.person.relationship.we_follow:
            assert Intent.FOLLOW not in {one.do for one in card.buttons}


def test_without_a_post_that_can_be_seen_nothing_offers_a_reply(cards):
    for found, card in cards:
        if found.target() is None:
            assert {Intent.REPLY, Intent.ACKNOWLEDGE}.isdisjoint(one.do for one in card.buttons)


def test_a_follow_by_link_is_a_link_and_one_by_api_is_not():
    fan = alert(kind=AlertKind.FAN, is_fan=True, case_ids=(), evidence=("2",))
    by_link = in_sight(facts(alert=fan, cases=(), paths=dict.fromkeys(ActKind, Path.LINK)))
    by_api = in_sight(facts(alert=fan, cases=()))

    assert [one.url for one in by_link if one.do is Intent.FOLLOW] == [
        "https://x.example/intent/follow?user_id=7"
    ]
    assert [one.url for one in by_api if one.do is Intent.FOLLOW] == [None]


def test_reply_stands_before_follow():
    fan = alert(kind=AlertKind.FAN, is_fan=True, case_ids=(), evidence=("2",))

    shown = in_sight(facts(alert=fan, cases=()))
    assert [one.label for one in shown] == ["Reply", "Thank", "Follow as @kettleco"]


@pytest.mark.parametrize("state", sorted({ActState.INTENT, ActState.CALLING, ActState.WAITING}))
def test_an_act_under_way_is_shown_with_who_does_it(state: ActState):
    card = alert_card.card(facts(actions=(act(ActKind.FOLLOW, state),)))

    assert "Ana" in words(card)
    assert Intent.FOLLOW not in {one.do for one in card.buttons}


def test_an_acknowledged_case_cannot_be_acknowledged_again_and_shows_the_promise():
    held = case(state=CaseState.ACKNOWLEDGED, promised_at=NOW + timedelta(hours=4))

    card = alert_card.card(facts(cases=(held,)))
    assert [one.do for one in card.buttons][:1] == [Intent.REPLY]
    assert Intent.ACKNOWLEDGE not in {one.do for one in card.buttons}
    assert "acknowledged, answer promised by " in card.title
    assert Timestamp(NOW + timedelta(hours=4), TimestampStyle.CLOCK) in card.title


def test_the_menu_holds_every_snooze_and_every_dismissal_and_the_way_to_the_post():
    menu = in_menu(facts())

    assert [(one.value, one.label) for one in menu if one.do is Intent.SNOOZE] == list(SNOOZES)
    offered = {one.value for one in menu if one.do in {Intent.DISMISS, Intent.FEEDBACK}}
    assert {value for value, _ in DISMISSALS} <= offered
    assert [one.url for one in alert_card.card(facts()).quotes] == ["https://x.example/mia/status/1"]
    assert Intent.WHY in {one.do for one in menu}


def test_a_person_who_could_not_be_looked_up_is_said_to_be_unknown():
    card = alert_card.card(facts(person=None))

    assert card.who is None
    assert "Not looked up yet, so whether they follow you is not known." in words(card)


def test_the_tone_is_urgent_when_overdue_and_waiting_when_somebody_acts():
    assert alert_card.card(facts()).tone is Tone.CARE
    assert alert_card.card(facts(now=NOW + timedelta(hours=2))).tone is Tone.URGENT
    assert (
        alert_card.card(facts(actions=(act(ActKind.FOLLOW, ActState.WAITING, Path.LINK),))).tone
        is Tone.WAITING
    )


def test_every_card_becomes_a_message_in_both_chats_with_all_it_offers(cards):
    for found, card in cards[::11]:
        slack, discord = str(blocks.message(card)), str(layout.card_view(card).to_components())
        for one in (*card.buttons, *card.menu):
            if not one.url:
                behind_why = one.spare and len(card.menu) > MAX_OVERFLOW
                assert behind_why or f"{one.do.value}:{one.value}:{found.alert.id}" in slack
                assert f"mutuals:{one.do.value}:{found.alert.id}" in discord


def test_an_escalation_calls_once_for_a_case_an_episode_and_a_promise():
    one = case()
    again, held = replace(one, episode=2), replace(one, state=CaseState.ACKNOWLEDGED, promised_at=NOW)
    keys = {notices.escalation_subject(each) for each in (one, again, held)}

    assert len(keys) == 3
    card = escalation.escalation(facts(), notices.escalation_subject(one), one)
    assert card.ping
    assert "@mia still waits for an answer." in card.summary
    assert "promised" in escalation.escalation(facts(), notices.escalation_subject(held), held).summary


def test_a_reminder_mentions_nobody():
    for key in ("wake/x900-7-1/3", "upgrade/x900-7-1/1"):
        card = notices.reminder(facts(), key)
        assert not card.ping
        assert "@mia" in card.summary


@pytest.mark.parametrize("good", [True, False])
def test_a_notice_says_its_sentence_whole(good: bool):
    card = notices.notice(
        Notice("x900", "k", "trouble", NOW, {"headline": "H", "sentence": "All of it.", "good": good})
    )

    assert card.summary == "H: All of it."
    assert card.tone is (Tone.DONE if good else Tone.URGENT)


def test_whoever_has_it_stands_in_the_first_line_beside_the_time_it_is_due_in_the_readers_zone():
    card = alert_card.card(facts(alert=alert(claimed_by="Ana", claimed_until=NOW)))

    assert Strong("Ana") in card.title
    assert any(isinstance(span, Timestamp) for span in card.title)


def test_somebody_who_asks_to_be_followed_gets_the_button_even_when_they_do_not_follow():
    person = facts().person
    assert person is not None
    stranger = Person(person.account, Relationship(), NOW)
    asked = case(category=Category.WANTS_FOLLOW)

    assert Intent.FOLLOW in {one.do for one in in_sight(facts(person=stranger, cases=(asked,)))}
    assert Intent.FOLLOW not in {one.do for one in in_sight(facts(person=stranger))}


def test_no_open_alert_has_more_words_above_its_buttons_than_a_phone_shows(cards):
    for found, card in cards:
        if found.alert.state is AlertState.OPEN and found.person is not None:
            assert len(shown_above_the_buttons(card).split()) <= alert_card.WORDS, card


def shown_above_the_buttons(card: Card) -> str:
    """Each point in time as the three words that it takes at most."""
    lines = [
        "".join(
            span if isinstance(span, str) else "in 5 minutes" if isinstance(span, Timestamp) else span.text
            for span in line
        )
        for line in (card.title, *card.why, *card.body, *card.status)
    ]
    quotes = [f"{one.text} View on X · 5 minutes ago" for one in card.quotes]
    return " ".join([card.headline, *lines, *quotes])


def test_a_settled_alert_is_two_lines_and_one_menu(cards):
    for found, card in cards:
        if found.alert.state is AlertState.SETTLED:
            assert len(card.status) <= 1
            assert (card.why, card.body, card.quotes) == ((), (), ())


def test_the_newest_words_stand_first_and_the_handles_in_front_are_left_out():
    first = Post("1", "7", "@kettleco it broke", NOW, "1")
    newest = Post("3", "7", "@kettleco @kettlehelp and now it leaks", NOW + timedelta(minutes=5), "1")
    waits = case(post_ids=("1", "3"))

    card = alert_card.card(facts(cases=(waits,), posts={"1": first, "3": newest}))

    assert [one.text for one in card.quotes] == ["and now it leaks", "it broke"]


def test_what_was_said_stands_under_what_it_settled_with_the_way_to_it():
    sent = replace(
        act(ActKind.REPLY, ActState.DONE), text="@mia so sorry, a new one leaves today", external_id="9"
    )
    over = alert(
        state=AlertState.SETTLED,
        closed_by="answered",
        closed_at=NOW,
        log=(LogLine(NOW, "Replied", "Ana", LogKind.ANSWERED),),
    )

    card = alert_card.card(facts(alert=over, actions=(sent,)))

    assert card.headline == "Complaint, answered"
    [line] = card.status
    assert ": “so sorry, a new one leaves today” " in line
    assert Link("View reply", "https://x.example/kettleco/status/9") in line


def test_a_failure_stands_in_the_headline_with_its_reason_and_a_button_that_tries_again():
    refused = replace(
        act(ActKind.REPLY, ActState.FAILED), error="X refused: the post is protected. Nothing was sent."
    )
    tried = alert(log=(LogLine(NOW, "Reply not sent: X refused", "Ana"),))

    card = alert_card.card(facts(alert=tried, actions=(refused,)))

    assert card.headline == "Reply not sent: X refused: the post is protected"
    assert card.buttons[0].label == "Try the reply again"
    assert any(Strong("Ana") in line and " is kept." in line for line in card.status)


def test_an_urgent_wish_to_be_followed_reads_as_a_sentence():
    urgent = case(category=Category.WANTS_FOLLOW, flags=frozenset({Flag.URGENT}))

    assert alert_card.card(facts(cases=(urgent,))).headline == "Urgent: asks to be followed"
    assert (
        alert_card.card(facts(cases=(case(flags=frozenset({Flag.URGENT})),))).headline == "Urgent complaint"
    )


def test_nothing_is_said_twice_in_one_alert(cards):
    for found, card in cards:
        if found.alert.state is AlertState.OPEN:
            lines = [str(line) for line in (*card.why, *card.body, *card.status)]
            assert len(lines) == len(set(lines))
            assert not ("not followed back" in words(card) and "followed by you" in words(card))


@pytest.mark.parametrize(
    ("waiting", "says"), [(1, "Close"), (2, "Close: closes 2 cases"), (3, "Close: closes 3 cases")]
)
def test_what_closes_several_cases_says_so_in_the_menu(waiting: int, says: str):
    cases = tuple(case(id=str(number), post_ids=(str(number),)) for number in range(1, waiting + 1))
    over = case(id="9", post_ids=("9",), state=CaseState.ANSWERED)

    menu = alert_card.card(facts(cases=(*cases, over))).menu

    closing = {
        one.label: one.group for one in menu if one.do is Intent.DISMISS or one.value == "not_complaint"
    }
    assert set(closing.values()) == {says}
    assert {"Not a complaint", "Spam"} <= closing.keys()
