"""Handing a case to others: its number, and how often it is tried."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain import hand_offs
from mutuals.domain.hand_offs import HandOff, HandOffState, Way

NOW = datetime(2026, 5, 3, tzinfo=UTC)
ONE = HandOff("h", "b", "a", "KET-1", Way.MAIL, "x", "Ana", "slack/U1", NOW, "", next_at=NOW)


def test_a_number_is_short_enough_for_the_telephone():
    assert hand_offs.case_number("kettleco", 14) == "KET-14"
    assert hand_offs.case_number("日本", 1) == "C-1"


def test_a_ticket_page_is_filled_in_and_nothing_breaks_out_of_it():
    url = hand_offs.ticket_url(
        "https://d.example/?c={case}&p={person}&u={post}", case="K-1", person="a&b={case}", post="x?y#z"
    )
    assert url == "https://d.example/?c=K-1&p=a%26b%3D%7Bcase%7D&u=x%3Fy%23z"


@given(st.lists(st.floats(0, 7200), max_size=200))
def test_it_is_tried_ever_more_slowly_and_ends_within_a_day_and_an_attempt(waits: list[float]):
    one, now = ONE, NOW
    while one.state is not HandOffState.FAILED:
        one = hand_offs.begun(one, now + timedelta(minutes=1))
        wait = timedelta(seconds=waits.pop() if waits else 0)
        after = hand_offs.missed(one, now, "No answer.", wait)
        if after.state is HandOffState.WAITING:
            assert after.next_at is not None
            assert timedelta(seconds=30) <= after.next_at - now <= timedelta(hours=2)
            now = after.next_at
        one = after
    assert now - NOW <= hand_offs.GIVE_UP + timedelta(hours=2)
    assert one.attempt < 60


def test_what_has_arrived_keeps_none_of_the_notes():
    assert hand_offs.arrived(replace(ONE, note="private", before={"c": 1})).note == ""
