"""A walk along a chain of the ledger: what is found broken, at which entry, and in which words that is said."""

from dataclasses import replace

import pytest

from mutuals.domain.ledger import FIRST, EntryKind, LedgerEntry, LedgerHead, sealed
from mutuals.domain.ledger_verification import Break, ChainVerifier
from tests.unit.domain.ledger_values import REPLY, began, chain

SECOND = replace(REPLY, id="a2")
NOWHERE = (
    "The head you gave is nowhere in the ledger: entries were taken from its end since you wrote it down, or all of it "
    "was written anew, or it is the head of another brand."
)
CUT = " Somebody cut them off, or put back a backup."


def walked(
    entries: list[LedgerEntry], wanted: str | None = None, anchor: LedgerHead | None = None
) -> ChainVerifier:
    """A walk to the end of these entries."""
    walk = ChainVerifier(wanted=wanted, anchor=anchor)
    assert walk.along(entries) is walk
    walk.end()
    return walk


def test_a_sound_chain_is_whole_and_its_last_hash_is_its_head():
    entries = began()
    walk = walked(entries, anchor=LedgerHead(4, entries[-1].hash))

    assert (walk.entries, walk.head, walk.broken, walk.found_at, walk.new_starts) == (
        4,
        entries[-1].hash,
        None,
        None,
        [],
    )


def test_an_empty_ledger_is_whole_where_nothing_was_anchored():
    assert (walked([]).entries, walked([]).head, walked([]).broken) == (0, FIRST, None)
    assert walked([], anchor=LedgerHead(0, FIRST)).broken is None


def test_an_act_is_under_way_from_its_beginning_to_its_end():
    parts = [(EntryKind.BEGAN, REPLY), (EntryKind.BEGAN, SECOND), (EntryKind.LINK, SECOND)]

    assert walked(chain(*parts)).under_way == 2
    for end in (EntryKind.DONE, EntryKind.FAILED, EntryKind.LAPSED):
        assert walked(chain(*parts, (end, SECOND))).under_way == 1


def test_an_outcome_without_a_beginning_leaves_nothing_under_way():
    assert walked(chain((EntryKind.DONE, REPLY), (EntryKind.LINK, SECOND))).under_way == 0


def test_where_the_chain_began_anew_is_kept():
    entries = chain((EntryKind.BEGAN, REPLY), (EntryKind.RESTORED, REPLY), (EntryKind.ACCEPTED, REPLY))

    assert walked(entries).new_starts == entries[1:]


# --- by itself


@pytest.mark.parametrize(
    ("number", "sentence", "damage"),
    [
        (2, "Entry 2 is missing: somebody took it out.", lambda all_: [all_[0], *all_[2:]]),
        (1, "Entry 1 is missing: somebody took it out.", lambda all_: all_[1:]),
        (
            3,
            "Entry 3 is not what was written: somebody changed it, or the disk is damaged.",
            lambda all_: [*all_[:2], replace(all_[2], text="never said"), all_[3]],
        ),
        (
            3,
            "Entry 3 does not continue entry 2: one of the entries up to here was replaced by another.",
            lambda all_: [all_[0], sealed(replace(all_[1], text="never said")), *all_[2:]],
        ),
    ],
    ids=["taken out", "the first one taken out", "changed", "replaced"],
)
def test_the_first_entry_that_cant_be_trusted_is_named_and_what_stands_before_it_is_sound(
    number, sentence, damage
):
    walk = walked(damage(began()))

    assert walk.broken == Break(number, sentence, sound_before=True)


def test_the_first_of_several_faults_is_told_and_the_walk_counts_on():
    entries = began()
    damaged = [entries[0], replace(entries[1], text="x"), replace(entries[2], text="y"), entries[3]]
    walk = walked(damaged)

    assert walk.broken is not None
    assert (walk.broken.number, walk.entries, walk.head) == (2, 4, entries[3].hash)


# --- against a head that somebody wrote down


def test_a_head_that_was_written_down_is_found_also_by_its_beginning():
    entries = began()

    assert walked(entries, entries[2].hash).found_at == 3
    assert walked(entries, entries[1].hash[:16]).found_at == 2


def test_a_head_that_is_nowhere_says_that_the_end_was_cut_or_all_was_written_anew():
    walk = walked(began(2), began()[3].hash)

    assert (walk.broken, walk.found_at) == (Break(None, NOWHERE, sound_before=True), None)


def test_behind_a_fault_no_head_is_found_and_the_fault_stays_what_is_told():
    entries = began()
    walk = walked([entries[0], replace(entries[1], text="x"), *entries[2:]], entries[3].hash)

    assert walk.found_at is None
    assert walk.broken is not None
    assert walk.broken.number == 2


# --- against the anchor


@pytest.mark.parametrize(
    ("left", "anchored", "sentence"),
    [
        (
            3, 4,
            "The ledger ends with entry 3, and its anchor knows of 4: entry 4 is gone." + CUT,
        ),
        (
            2, 4,
            "The ledger ends with entry 2, and its anchor knows of 4: entries 3 to 4 are gone." + CUT,
        ),
        (
            0, 1,
            "The ledger is empty, and its anchor knows of 1: somebody deleted the one entry, or put back a backup.",
        ),
        (
            0, 4,
            "The ledger is empty, and its anchor knows of 4: somebody deleted all 4 entries, or put back a backup.",
        ),
    ],
)  # fmt: skip
def test_an_end_that_was_cut_off_is_found_by_the_anchor(left, anchored, sentence):
    walk = walked(began(4)[:left], anchor=LedgerHead(anchored, began(4)[anchored - 1].hash))

    assert walk.broken == Break(left + 1, sentence, sound_before=False)


def test_a_chain_that_went_on_since_it_was_anchored_is_whole():
    entries = began()

    assert walked(entries, anchor=LedgerHead(2, entries[1].hash)).broken is None


def test_a_chain_that_was_written_anew_is_found_at_the_anchored_entry():
    entries = began()

    assert walked(entries, anchor=LedgerHead(2, "f" * 64)).broken == Break(
        2,
        "Entry 2 fits the others and is not the one that was anchored: the ledger was written anew, from entry 2 or an "
        "earlier one on.",
        sound_before=False,
    )


def test_a_fault_before_the_anchored_entry_is_told_first():
    entries = began()
    walk = walked([entries[0], replace(entries[1], text="x")], anchor=LedgerHead(4, entries[3].hash))

    assert walk.broken is not None
    assert walk.broken.number == 2
