"""The ledger and the table of acts: each way in which the two may differ has its sentence."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from mutuals.domain.ledger import EntryKind, LedgerEntry
from mutuals.domain.ledger_comparison import Book
from mutuals.domain.model import Action, ActKind, ActState, Path
from tests.unit.domain.cases import NOW
from tests.unit.domain.ledger_values import ANA, REPLY, chain, written

MINUTE = timedelta(minutes=1)
DONE = replace(REPLY, state=ActState.DONE, external_id="5001")
WAITING = replace(REPLY, state=ActState.WAITING, path=Path.LINK)
WHICH = "The reply a1, begun 2026-11-23 12:00 UTC by Ana,"
BEGUN_AND_DONE = chain((EntryKind.BEGAN, DONE), (EntryKind.DONE, DONE))


def told(
    entries: Iterable[LedgerEntry],
    *acts: Action,
    began: datetime | None = None,
    accepted: LedgerEntry | None = None,
) -> list[str]:
    """What the two differ in."""
    book = Book()
    for one in entries:
        book.note(one)
    return list(book.differences(acts, began, accepted))


def test_an_act_and_its_entries_that_agree_have_nothing_to_tell():
    assert told(BEGUN_AND_DONE, DONE) == []
    assert told(chain((EntryKind.BEGAN, REPLY)), REPLY) == []
    assert told(chain((EntryKind.BEGAN, WAITING), (EntryKind.LINK, WAITING)), WAITING) == []


def test_an_act_without_any_entry_is_told():
    assert told([], REPLY) == [f"{WHICH} has no entry."]


def test_an_outcome_without_its_entry_is_told():
    assert told(chain((EntryKind.BEGAN, REPLY)), DONE) == [f"{WHICH} is done and has no entry that says so."]


def test_an_outcome_without_its_beginning_is_told():
    assert told(chain((EntryKind.DONE, DONE)), DONE) == [f"{WHICH} has no entry of its beginning."]


@pytest.mark.parametrize(
    ("kind", "name"),
    [(ActKind.FOLLOW, "follow"), (ActKind.REPLY, "reply"), (ActKind.ACKNOWLEDGE, "holding reply")],
)
def test_each_kind_of_act_is_called_by_its_name(kind, name):
    act = replace(REPLY, kind=kind)

    assert told([], act) == [f"The {name} a1, begun 2026-11-23 12:00 UTC by Ana, has no entry."]
    assert told(chain((EntryKind.BEGAN, act))) == [
        f"Entry 1 tells of the {name} a1, and there is no such act."
    ]


def test_an_entry_of_a_kind_that_is_unknown_here_is_told_by_its_own_word():
    odd = replace(written(EntryKind.BEGAN), act="wave")

    assert told([odd]) == ["Entry 1 tells of the wave a1, and there is no such act."]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"kind": ActKind.ACKNOWLEDGE}, "what was done"),
        ({"path": Path.LINK}, "the way"),
        ({"alert_id": "al2"}, "the alert"),
        ({"actor": replace(ANA, chat="discord")}, "the chat"),
        ({"actor": replace(ANA, id="U9")}, "who decided it"),
        ({"actor": replace(ANA, name="Ben")}, "the name of who decided it"),
        ({"person_id": "8"}, "for whom"),
        ({"post_id": "1002"}, "the post"),
        ({"post_id": None}, "the post"),
        ({"text": "Sorry"}, "the words"),
        ({"external_id": "5002"}, "the network's id"),
        ({"external_id": None}, "the network's id"),
        ({"alert_id": "al2", "text": "", "external_id": ""}, "the alert, the words, the network's id"),
    ],
)
def test_what_was_changed_in_one_of_the_two_is_named(changed, words):
    act = replace(DONE, **changed)
    [sentence] = told(BEGUN_AND_DONE, act)

    assert sentence.endswith(f" is another in entry 2: {words}.")


def test_the_sentence_of_a_change_names_the_act():
    assert told(BEGUN_AND_DONE, replace(DONE, text="Sorry")) == [f"{WHICH} is another in entry 2: the words."]


def test_what_is_empty_in_the_table_is_nothing_in_the_ledger():
    follow = replace(REPLY, kind=ActKind.FOLLOW, post_id=None, text=None)
    done = replace(follow, state=ActState.DONE)
    entries = chain((EntryKind.BEGAN, follow), (EntryKind.DONE, done))

    assert told(entries, replace(done, post_id="", text="", external_id="")) == []


def test_while_an_act_is_under_way_its_way_may_change_and_its_words_may_not():
    begun = chain((EntryKind.BEGAN, REPLY))

    assert told(begun, replace(REPLY, path=Path.LINK)) == []
    assert told(begun, replace(REPLY, text="Sorry")) == [f"{WHICH} is another in entry 1: the words."]


def test_the_networks_id_counts_once_the_act_is_done():
    failed = replace(REPLY, state=ActState.FAILED, external_id="5001")

    assert told(chain((EntryKind.BEGAN, failed), (EntryKind.FAILED, failed)), failed) == []


def test_entries_of_decisions_are_about_no_act():
    assert told(chain((EntryKind.DISMISSED, REPLY))) == []


# --- what is older than the ledger


def test_an_act_that_is_older_than_the_ledger_needs_no_entry_of_its_beginning():
    assert told([], REPLY, began=NOW) == []
    assert told([], REPLY, began=NOW - MINUTE) == [f"{WHICH} has no entry."]
    assert told(chain((EntryKind.BEGAN, REPLY)), DONE, began=NOW) == []
    assert told(chain((EntryKind.DONE, DONE)), DONE, began=NOW) == []


def test_of_an_old_act_what_stands_in_the_ledger_must_still_agree():
    assert told(chain((EntryKind.DONE, DONE)), replace(DONE, text="Sorry"), began=NOW) == [
        f"{WHICH} is another in entry 1: the words."
    ]


# --- what a person has accepted


def accepted(number: int, at: datetime = NOW) -> LedgerEntry:
    return replace(written(EntryKind.ACCEPTED, number=number), at=at)


def test_what_stands_before_an_acceptance_is_taken_as_it_is():
    changed = replace(DONE, text="Sorry")

    assert told(BEGUN_AND_DONE, changed, accepted=accepted(3)) == []
    assert told(BEGUN_AND_DONE, changed, accepted=accepted(2)) == [
        f"{WHICH} is another in entry 2: the words."
    ]
    assert told([], REPLY, accepted=accepted(1)) == []
    assert told([], REPLY, accepted=accepted(1, NOW - MINUTE)) == [f"{WHICH} has no entry."]


def test_an_entry_without_an_act_is_told_where_it_came_after_the_acceptance():
    entries = chain((EntryKind.BEGAN, REPLY), (EntryKind.BEGAN, replace(REPLY, id="a2")))

    assert told(entries, accepted=accepted(1)) == ["Entry 2 tells of the reply a2, and there is no such act."]
    assert told(entries, accepted=accepted(2)) == []


def test_each_act_is_told_by_itself_and_entries_without_an_act_come_last():
    lost, kept = replace(REPLY, id="a2"), replace(REPLY, id="a3")
    entries = chain((EntryKind.BEGAN, lost), (EntryKind.BEGAN, kept))

    assert told(entries, REPLY, replace(kept, text="Sorry"), kept) == [
        f"{WHICH} has no entry.",
        "The reply a3, begun 2026-11-23 12:00 UTC by Ana, is another in entry 2: the words.",
        "Entry 1 tells of the reply a2, and there is no such act.",
    ]
