"""The store in memory keeps the promises of the port; each test runs on the database too."""

import math
from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

import pytest

from mutuals.domain.model import (
    Account,
    Alert,
    AlertKind,
    AlertState,
    Case,
    CaseState,
    Category,
    Credit,
    Fan,
    Interaction,
    Person,
    Post,
    Relationship,
)
from mutuals.testing.clock import FixedClock
from mutuals.testing.store import MemoryStore
from tests.support.databases import fresh_store
from tests.unit.backtest.streams import NOON

MINUTE = timedelta(minutes=1)


@pytest.fixture(params=["memory", "database"])
async def store(request, tmp_path):
    if request.param == "memory":
        yield MemoryStore(FixedClock(NOON))
        return
    async with fresh_store(tmp_path) as opened:
        yield opened


def a_post(post_id, minutes=0, **more):
    return Post(post_id, "ann", f"text {post_id}", NOON + minutes * MINUTE, "1", **more)


def a_case(case_id="1", **more):
    times: dict[str, Any] = dict.fromkeys(("opened_at", "last_at", "tell_at"), NOON)
    later: dict[str, Any] = {
        "warn_at": NOON + 30 * MINUTE,
        "due_at": NOON + 60 * MINUTE,
        "expires_at": NOON + 900 * MINUTE,
    }
    return Case("b", case_id, "ann", "1", Category.COMPLAINT, 0.9, (case_id,), **times, **later, **more)


def an_alert(number=1, **more):
    return Alert(f"b-ann-{number}", "b", "ann", number, AlertKind.CARE, NOON + number * MINUTE, **more)


def a_fan(person_id, interactions=5, **more):
    return Fan("b", person_id, float(interactions), interactions, NOON, NOON, **more)


async def test_a_post_is_new_once(store):
    async with store.transaction("b") as tx:
        first = await tx.posts.add([a_post("1"), a_post("2"), a_post("1")])
        second = await tx.posts.add([a_post("2"), a_post("3")])

        assert [[one.id for one in some] for some in (first, second)] == [["1", "2"], ["3"]]


async def test_an_edit_changes_the_text_and_an_older_edit_does_not_change_it_back(store):
    async with store.transaction("b") as tx:
        await tx.posts.add([a_post("1", first_version="1")])
        edits = await tx.posts.add([a_post("12", first_version="1"), a_post("5", first_version="1")])
        (stored,) = await tx.posts.of_conversations(["1"])

        assert (edits, stored.id, stored.text) == ([], "1", "text 12")


async def test_the_newest_of_several_edits_is_shown_whatever_their_ids_look_like(store):
    history = ("did:first", "zzzzzz", "b", "a")
    middle, newest = a_post("b", 2, first_version=history[0]), a_post("a", 4, first_version=history[0])
    async with store.transaction("b") as tx:
        await tx.posts.add([a_post(history[0]), newest])
        await tx.posts.add([replace(middle, id="zzzzzz", at=NOON + MINUTE), middle])
        by_time = (await tx.posts.by_ids(history))[history[0]]
        await tx.posts.add([replace(a_post("n", 1, first_version=history[0]), versions=(*history, "n"))])
        by_history = (await tx.posts.by_ids(history))[history[0]]

    assert (by_time.text, by_time.newest_id) == ("text a", "a")
    assert (by_history.text, by_history.newest_id) == ("text n", "n")


async def test_a_post_whose_history_names_another_posts_id_is_a_post_of_its_own(store):
    async with store.transaction("b") as tx:
        await tx.posts.add([a_post("3", first_version="1")])
        new = await tx.posts.add([a_post("5", first_version="3")])

        assert [one.id for one in new] == ["5"]
        assert set(await tx.posts.by_ids(["3", "5"])) == {"3", "5"}


async def test_a_blanked_post_stays_blank(store):
    async with store.transaction("b") as tx:
        await tx.posts.add([a_post("1", first_version="1")])
        await tx.posts.redact(["1"], "deleted")
        await tx.posts.add([a_post("2", first_version="1")])

        assert [(one.text, one.gone) for one in (await tx.posts.by_ids(["1"])).values()] == [("", "deleted")]


async def test_a_persons_posts_are_blanked_with_the_profile(store):
    async with store.transaction("b") as tx:
        await tx.posts.add([a_post("2", 2), a_post("1", 1)])
        await tx.people.put([Person(Account("ann", "ann", "Ann", bio="bakes"))])

        assert await tx.posts.redact_author("ann", "suspended") == ["1", "2"]
        assert (await tx.people.by_ids(["ann"]))["ann"].account == Account("ann", "ann", "")


async def test_only_what_counts_for_the_score_is_found_by_person(store):
    async with store.transaction("b") as tx:
        liked = Interaction.MENTION
        await tx.posts.add(
            [a_post("3", 9, interaction=liked), a_post("2", 5, interaction=liked), a_post("1", 7)]
        )

        found = await tx.posts.of_authors(["ann", "bob"], NOON + 5 * MINUTE)
        assert [one.id for one in found.pop("ann")] == ["2", "3"]
        assert not found


async def test_a_credit_adds_to_a_fan_and_changes_nothing_else_of_them(store):
    known = a_fan(
        "known", 3, two_way=2, answered_at=NOON, checked_at=NOON, follows_us=True, preference="talk"
    )
    earlier, later = NOON - 5 * MINUTE, NOON + 7 * MINUTE
    async with store.transaction("b") as tx:
        await tx.fans.put([known])
        await tx.fans.credit([])
        await tx.fans.credit([Credit("known", 2.0, 4, earlier, later), Credit("new", 1.0, 1, later, later)])
        await tx.fans.credit([Credit("new", 1.0, 1, earlier, earlier), Credit("new", 1.0, 1, NOON, NOON)])

        fans = await tx.fans.by_ids(["known", "new"])
    score = pytest.approx(math.log(math.exp(3.0) + math.exp(2.0)))
    assert fans["known"] == replace(known, log_score=score, interactions=7, first_at=earlier, last_at=later)
    assert fans["new"] == Fan("b", "new", cast("float", pytest.approx(1.0 + math.log(3))), 3, earlier, later)


async def test_each_answer_of_ours_to_a_fan_counts_once_and_the_last_one_stays_the_last(store):
    before = a_fan("ann", two_way=1, answered_at=NOON)
    async with store.transaction("b") as tx:
        await tx.fans.put([before, a_fan("bob")])
        await tx.fans.record_answers([])
        await tx.fans.record_answers(
            [("ann", NOON - MINUTE), ("bob", NOON), ("bob", NOON + MINUTE), ("nobody", NOON)]
        )

        fans = await tx.fans.by_ids(["ann", "bob", "nobody"])
    assert fans == {"ann": replace(before, two_way=2),
                    "bob": replace(a_fan("bob"), two_way=2, answered_at=NOON + MINUTE)}  # fmt: skip


async def test_the_best_fans_come_first_and_not_those_who_are_followed_rare_or_long_gone(store):
    fans = [
        a_fan("rare", 4),
        a_fan("good", 6),
        a_fan("best", 9),
        a_fan("ours", 9),
        a_fan("gone", 9),
        a_fan("shy", 9),
    ]
    fans[4] = replace(fans[4], last_at=NOON - 99 * MINUTE)
    fans[5] = replace(fans[5], preference="leave_alone")
    async with store.transaction("b") as tx:
        assert not await tx.fans.top(9, active_since=NOON, at_least=5)
        await tx.fans.put(fans)
        await tx.people.put(
            [Person(Account("ours", "ours", ""), Relationship(we_follow=True), checked_at=NOON)]
        )

        top = await tx.fans.top(9, active_since=NOON, at_least=5)
        assert [fan.person_id for fan in top] == ["best", "good"]
        assert (await tx.fans.by_ids(["ours"]))["ours"].checked_at == NOON


async def test_cases_are_found_while_they_wait_and_by_their_conversation_for_ever(store):
    async with store.transaction("b") as tx:
        await tx.cases.put([a_case("1"), a_case("2")])
        await tx.cases.put([replace(a_case("1"), state=CaseState.ANSWERED)])

        assert [case.id for case in await tx.cases.of(["ann"], [])] == ["2"]
        assert [case.id for case in await tx.cases.of([], ["1", "other"])] == ["1", "2"]
        assert [case.id for case in await tx.cases.waiting()] == ["2"]


async def test_a_case_is_due_at_the_next_moment_that_is_not_dealt_with(store):
    async with store.transaction("b") as tx:
        await tx.cases.put([a_case("1"), a_case("2", told=True)])

        assert [case.id for case in await tx.cases.due(NOON)] == ["1"]
        assert [case.id for case in await tx.cases.due(NOON + 30 * MINUTE)] == ["1", "2"]
        assert [case.id for case in await tx.cases.due(NOON + 30 * MINUTE, 1)] == ["1"]
        await tx.cases.put([a_case("1", told=True, warned=True)])
        assert [case.id for case in await tx.cases.due(NOON + 30 * MINUTE)] == ["2"]
    assert await store.due(NOON + 30 * MINUTE) == ["clock/b"]
    assert await store.due(NOON) == []


async def test_a_change_to_an_alert_counts_only_from_the_version_it_was_made_from(store):
    async with store.transaction("b") as tx:
        assert await tx.alerts.put(an_alert(), was=None)
        assert not await tx.alerts.put(an_alert(), was=None)
        assert await tx.alerts.put(an_alert(version=2), was=1)
        assert not await tx.alerts.put(an_alert(version=2), was=1)


async def test_a_person_has_one_open_alert(store):
    async with store.transaction("b") as tx:
        await tx.alerts.put(an_alert(1), was=None)
        assert not await tx.alerts.put(an_alert(2), was=None)
        await tx.alerts.put(an_alert(1, version=2, state=AlertState.SETTLED), was=1)
        assert await tx.alerts.put(an_alert(2), was=None)

        assert (await tx.alerts.open_of(["ann", "bob"]))["ann"].id == "b-ann-2"
        assert await tx.alerts.last_episode("ann") == 2
        assert [one.id for one in await tx.alerts.newest()] == ["b-ann-2", "b-ann-1"]
        assert await tx.alerts.count_opened(AlertKind.CARE, NOON + 2 * MINUTE) == 1
        counts = await tx.counts()
        assert (counts["open_care"], counts["open_fan"], counts["settled_alerts"]) == (1, 0, 1)


async def test_a_snoozed_alert_is_due_when_its_snooze_ends(store):
    async with store.transaction("b") as tx:
        await tx.alerts.put(an_alert(state=AlertState.SNOOZED, snoozed_until=NOON + MINUTE), was=None)

        assert not await tx.alerts.due(NOON)
        assert [one.id for one in await tx.alerts.due(NOON + MINUTE)] == ["b-ann-1"]


async def test_what_refers_to_any_version_of_an_edited_post_refers_to_the_one_that_is_stored(store):
    async with store.transaction("b") as tx:
        await tx.posts.add([a_post("1", first_version="1")])
        await tx.posts.add([a_post("12", first_version="1", versions=("1", "5", "12"))])
        found = await tx.posts.as_stored([a_post("20", in_reply_to=one) for one in ("1", "5", "12", "6")])
        kept = (await tx.posts.by_ids(["1"]))["1"]

        assert [one.in_reply_to for one in found] == ["1", "1", "1", "6"]
        assert kept.newest_id == "12"
