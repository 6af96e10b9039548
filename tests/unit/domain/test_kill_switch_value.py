"""The kill switch as a value: what is kept of a stop, and what a damaged record is still taken for."""

from datetime import timedelta
from typing import Any

import pytest

from mutuals.domain import kill_switch
from mutuals.domain.kill_switch import Stop
from tests.unit.domain.cases import NOW

LATER = NOW + timedelta(hours=2)
STOP = kill_switch.stopped("Dana", NOW, "wrong text")


def test_a_stop_is_kept_under_the_names_that_are_in_every_database():
    assert kill_switch.to_doc(STOP) == {
        "by": "Dana", "at": "2026-11-23T12:00:00+00:00", "why": "wrong text", "ended_by": "", "ended_at": None,
    }  # fmt: skip


def test_who_lets_acts_go_on_is_kept_beside_who_stopped_them():
    over = STOP.ended("Eva", LATER)

    assert over == Stop("Dana", NOW, "wrong text", ended_by="Eva", ended_at=LATER)
    assert kill_switch.to_doc(over)["ended_by"] == "Eva"
    assert kill_switch.to_doc(over)["ended_at"] == "2026-11-23T14:00:00+00:00"


@pytest.mark.parametrize(
    ("doc", "read"),
    [
        ("stopped", Stop("Somebody", NOW)),
        ([], Stop("Somebody", NOW)),
        ({}, Stop("Somebody", NOW)),
        ({"by": "", "at": "yesterday"}, Stop("Somebody", NOW)),
        ({"by": "Dana", "at": 1764072000}, Stop("Dana", NOW)),
        ({"at": LATER.isoformat()}, Stop("Somebody", LATER)),
        ({"by": "Dana", "why": "wrong text", "ended_at": "soon"}, Stop("Dana", NOW, "wrong text")),
        (
            {"by": "Dana", "at": NOW.isoformat(), "ended_by": "Eva", "ended_at": LATER.isoformat()},
            Stop("Dana", NOW, "", "Eva", LATER),
        ),
    ],
    ids=["a word", "a list", "nothing in it", "no name and no time", "a number for a time", "only a time",
         "an end that is no time", "an end"],
)  # fmt: skip
def test_a_damaged_record_is_read_as_far_as_it_goes_and_stays_stopped(doc: Any, read: Stop):
    assert kill_switch.from_doc(doc, NOW) == read


def test_of_the_reason_one_line_of_two_hundred_characters_is_kept():
    assert kill_switch.stopped("Dana", NOW, "  two\n lines\tof   words ").why == "two lines of words"
    assert kill_switch.stopped("Dana", NOW, "x" * 201).why == "x" * 200
