"""What an entry of the ledger says of an act or a decision, when one is written, and what its hash is taken over."""

import hashlib
import json
from dataclasses import asdict, replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain import ledger
from mutuals.domain.ledger import (
    COLUMNS,
    FIRST,
    Decision,
    EntryKind,
    LedgerEntry,
    decided,
    digest,
    entry,
    kinds,
    sealed,
)
from mutuals.domain.model import LIVE_ACTS, ActState
from tests.unit.domain.cases import NOW
from tests.unit.domain.ledger_values import ANA, REPLY, written

EMPTY = replace(REPLY, post_id="", text="", external_id="", error="")
DRAFT = replace(REPLY, drafted_by="Tia (slack/U2)")
DECISION = Decision(
    EntryKind.DISMISSED, ANA, "not_complaint", "Ana dismissed it.", alert_id="al1", person_id="7"
)


# --- when an entry is written


@pytest.mark.parametrize(
    ("state", "was", "told"),
    [
        (ActState.INTENT, None, [EntryKind.BEGAN]),
        (ActState.CALLING, None, [EntryKind.BEGAN]),
        (ActState.WAITING, None, [EntryKind.BEGAN, EntryKind.LINK]),
        (ActState.DONE, None, [EntryKind.DONE]),
        (ActState.CALLING, ActState.INTENT, []),
        (ActState.WAITING, ActState.INTENT, [EntryKind.LINK]),
        (ActState.WAITING, ActState.WAITING, []),
        (ActState.DONE, ActState.CALLING, [EntryKind.DONE]),
        (ActState.DONE, ActState.DONE, []),
        (ActState.FAILED, ActState.CALLING, [EntryKind.FAILED]),
        (ActState.LAPSED, ActState.WAITING, [EntryKind.LAPSED]),
        (ActState.INTENT, ActState.FAILED, [EntryKind.BEGAN]),
        (ActState.UNVERIFIED, None, [EntryKind.BEGAN, EntryKind.LINK]),
        (ActState.UNVERIFIED, ActState.CALLING, [EntryKind.LINK]),
        (ActState.WAITING, ActState.LAPSED, [EntryKind.BEGAN, EntryKind.LINK]),
    ],
)
def test_an_act_is_told_when_it_begins_and_each_time_its_state_says_something_new(state, was, told):
    assert kinds(state, was) == told


@given(st.sampled_from(list(ActState)), st.sampled_from(list(ActState)))
def test_an_act_that_is_under_way_does_not_begin_again(state, was):
    begins = LIVE_ACTS | {ActState.UNVERIFIED}
    assert (EntryKind.BEGAN in kinds(state, was)) == (state in begins and was not in begins)


# --- what it says of an act


def test_the_entry_of_a_beginning_names_who_decided_what_for_whom_and_in_which_words():
    assert entry(EntryKind.BEGAN, REPLY, number=3, at=NOW, prev="p") == LedgerEntry(
        brand_id="x900", number=3, at=NOW, entry=EntryKind.BEGAN, action_id="a1", act="reply", path="api",
        alert_id="al1", actor_channel="slack", actor_id="U1", actor_name="Ana", person_id="7", post_id="1001",
        text="We are on it", approved_by=None, external_id=None, outcome=None, prev="p", hash="",
    )  # fmt: skip


def test_words_that_somebody_else_wrote_name_the_writer_and_who_let_them_go():
    begun, done = written(EntryKind.BEGAN, DRAFT), written(EntryKind.DONE, DRAFT)

    assert (begun.outcome, begun.approved_by) == ("Written by Tia (slack/U2)", "slack/U1")
    assert (done.outcome, done.approved_by) == (None, "slack/U1")


@pytest.mark.parametrize("kind", sorted(ledger.OF_ACTS))
def test_the_networks_id_stands_in_the_entry_of_what_is_done_and_the_reason_where_it_is_not(kind):
    told = written(kind, replace(REPLY, external_id="5001", error="X was down."))
    reasons = {EntryKind.LINK, EntryKind.FAILED, EntryKind.LAPSED, EntryKind.WITHDRAWN}

    assert told.external_id == ("5001" if kind is EntryKind.DONE else None)
    assert told.outcome == ("X was down." if kind in reasons else None)


@pytest.mark.parametrize("kind", [EntryKind.DONE, EntryKind.FAILED])
def test_what_is_empty_in_an_act_is_left_out(kind):
    told = written(kind, EMPTY)

    assert (told.post_id, told.text, told.external_id, told.outcome) == (None, None, None, None)


# --- what it says of a decision


def test_the_entry_of_a_decision_names_who_decided_what():
    assert decided(DECISION, "x900", number=2, at=NOW, prev="p") == LedgerEntry(
        brand_id="x900", number=2, at=NOW, entry=EntryKind.DISMISSED, action_id="", act="not_complaint", path="",
        alert_id="al1", actor_channel="slack", actor_id="U1", actor_name="Ana", person_id="7", post_id=None,
        text=None, approved_by=None, external_id=None, outcome="Ana dismissed it.", prev="p",
    )  # fmt: skip


def test_a_decision_without_words_has_no_outcome():
    assert decided(replace(DECISION, said=""), "x900", number=1, at=NOW, prev=FIRST).outcome is None


# --- what is hashed


def test_the_hashed_bytes_are_canonical_json_without_what_is_empty():
    named = replace(REPLY, text='¿Té? "ok"', actor=replace(ANA, name="Zoë"))

    assert ledger.canonical(written(EntryKind.BEGAN, named)).decode() == (
        '{"act":"reply","action_id":"a1","actor_channel":"slack","actor_id":"U1","actor_name":"Zoë","alert_id":"al1",'
        '"at":"2026-11-23T12:00:00.000000Z","brand_id":"x900","entry":"began","number":1,"path":"api","person_id":"7",'
        f'"post_id":"1001","prev":"{FIRST}","text":"¿Té? \\"ok\\""}}'
    )


def test_a_decision_leaves_out_empty_words_and_an_act_keeps_them():
    decision = json.loads(ledger.canonical(decided(DECISION, "x900", number=1, at=NOW, prev=FIRST)))
    act = json.loads(ledger.canonical(written(EntryKind.BEGAN, replace(REPLY, alert_id=""))))

    assert {"action_id", "path", "text", "hash"}.isdisjoint(decision)
    assert act["alert_id"] == ""
    assert {"approved_by", "external_id", "outcome", "hash"}.isdisjoint(act)


def test_anybody_can_repeat_the_hash_with_sha256():
    told = written(EntryKind.DONE, replace(REPLY, external_id="5001"))
    fields = {name: value for name, value in asdict(told).items() if value is not None and name != "hash"}
    fields["at"] = "2026-11-23T12:00:00.000000Z"
    text = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    assert told.hash == digest(told) == hashlib.sha256(text.encode()).hexdigest()
    assert sealed(told) == told


@pytest.mark.parametrize("name", [name for name in COLUMNS if name not in {"hash", "at", "number"}])
def test_another_word_in_any_field_gives_another_hash(name):
    told = written(EntryKind.DONE)
    changed: dict[str, Any] = {name: "another"}

    assert digest(replace(told, **changed)) != told.hash


def test_another_number_or_time_gives_another_hash():
    told = written(EntryKind.DONE)

    assert digest(replace(told, number=2)) != told.hash
    assert digest(replace(told, at=NOW + timedelta(microseconds=1))) != told.hash


def test_a_time_is_written_in_utc_to_the_microsecond_wherever_it_was_taken():
    lisbon = datetime(2026, 7, 1, 13, 30, 5, 42, tzinfo=timezone(timedelta(hours=1)))

    assert ledger.moment(lisbon) == "2026-07-01T12:30:05.000042Z"


def test_the_first_entry_follows_sixty_four_zeros():
    assert FIRST == "0000000000000000000000000000000000000000000000000000000000000000"
