"""Deleting what is kept no longer: what was counted stays counted, and what is open stays."""

from dataclasses import replace
from datetime import timedelta

from mutuals.domain.model import AlertState, CaseState, Category, Interaction, Notice
from mutuals.ports.store import Store
from tests.support.values import BRAND, START, alert, case, delivery, person, post

DAY = timedelta(days=1)
PRAISE = {"category": Category.PRAISE, "interaction": Interaction.REPLY}


async def test_posts_are_walked_through_from_the_oldest_on_and_none_twice(store: Store) -> None:
    posts = [post(str(each), at=START + (each // 2) * DAY) for each in range(5)]
    async with store.transaction(BRAND) as tx:
        await tx.posts.add(posts)

        first = await tx.retention.posts(START + 2 * DAY, None, 3)
        rest = await tx.retention.posts(START + 2 * DAY, (first[-1].at, first[-1].id), 3)

    assert [one.id for one in first] == ["0", "1", "2"]
    assert [one.id for one in rest] == ["3"]


async def test_what_is_known_of_a_person_by_dates_and_counts_outlives_their_posts(
    store: Store, other: Store
) -> None:
    old = [post("1"), post("2", at=START + 3 * DAY, **PRAISE), post("3", at=START + 3 * DAY)]
    new = post("4", at=START + 50 * DAY, **PRAISE)
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([*old, new, post("5", author_id="78")])
        before = (
            await tx.posts.first_times(["77", "78"]),
            await tx.posts.first_praise(["77"]),
            await tx.posts.count_by_author(["77", "78"], START - DAY),
        )
        await tx.retention.delete_posts(old[:1])
    async with store.transaction(BRAND) as tx:
        await tx.retention.delete_posts(old[1:])

    async with other.transaction(BRAND) as tx:
        assert list(await tx.posts.by_ids(["1", "2", "3", "4"])) == ["4"]
        after = (
            await tx.posts.first_times(["77", "78"]),
            await tx.posts.first_praise(["77"]),
            await tx.posts.count_by_author(["77", "78"], START - DAY),
        )
        assert after == before
        times = (await tx.posts.times_of(["77"], START - DAY))["77"]
        assert [at.date() for at in times] == [(START + n * DAY).date() for n in (0, 3, 50)]
        assert (await tx.retention.summaries(["77"]))["77"].count(START + DAY) == 2
        assert (await tx.counts())["posts"] == 2


async def test_a_post_that_comes_again_after_it_was_deleted_is_stored_anew(store: Store) -> None:
    edited = post("2", first_version="1", versions=("2",))
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("1")])
        await tx.posts.add([edited])
        await tx.retention.delete_posts(list((await tx.posts.by_ids(["1"])).values()))

        assert [one.id for one in await tx.posts.add([post("1")])] == ["1"]


async def test_no_later_alert_takes_the_number_of_one_that_was_deleted(store: Store) -> None:
    settled = alert("a2", episode=2, state=AlertState.SETTLED, closed_at=START)
    async with store.transaction(BRAND) as tx:
        await tx.alerts.put(settled, was=None)
        await tx.drafts.put("a2", "slack:U1", "Sorry", START)
        await tx.deliveries.request(delivery(subject="alert/a2"))

        assert await tx.retention.settled_alerts(START, 9) == []
        [old] = await tx.retention.settled_alerts(START + DAY, 9)
        await tx.retention.delete_alerts([old])

        assert await tx.alerts.get("a2") is None
        assert await tx.deliveries.of("alert/a2") == []
        assert await tx.drafts.get("a2", "slack:U1") is None
        assert await tx.alerts.last_episode("77") == 2
        assert (await tx.counts())["settled_alerts"] == 0


async def test_of_old_records_only_those_go_that_nothing_open_needs(store: Store) -> None:
    ended = case("1", state=CaseState.ANSWERED)
    async with store.transaction(BRAND) as tx:
        await tx.alerts.put(alert("a1", person_id="78", case_ids=("2",)), was=None)
        await tx.cases.put([ended, case("2", person_id="78", state=CaseState.ANSWERED), case("3")])
        await tx.notices.add(Notice(BRAND, "old", "digest", START, {}))
        await tx.notices.add(Notice(BRAND, "new", "digest", START + 9 * DAY, {}))
        for subject in ("alert/a1", "history/a1", "alert/gone", "notice/old"):
            await tx.deliveries.request(delivery(subject=subject))
            [row] = await tx.deliveries.of(subject)
            await tx.deliveries.put(replace(row, shown=row.wanted), was_attempt=row.attempt)
        await tx.deliveries.request(delivery(subject="notice/owed"))

    async with store.transaction(BRAND) as tx:
        many = [await tx.retention.delete_records(START + 5 * DAY, 1) for _ in range(3)]

        assert many == [3, 1, 0]
        assert set(await tx.cases.by_ids(["1", "2", "3"])) == {"2", "3"}
        assert await tx.notices.get("old") is None
        assert await tx.notices.get("new") is not None
        left = [await tx.deliveries.of(f"{one}") for one in ("alert/a1", "history/a1", "notice/owed")]
        assert all(left)


async def test_people_go_whom_nothing_needs(store: Store) -> None:
    people = [person(str(each), checked_at=START) for each in range(6)]
    async with store.transaction(BRAND) as tx:
        await tx.people.put([*people, person("6", checked_at=START + 9 * DAY), person("7")])
        await tx.posts.add([post("1", author_id="1")])
        await tx.alerts.put(alert("a", person_id="2", state=AlertState.SETTLED, closed_at=START), was=None)
        await tx.cases.put([case("9", person_id="3")])

        first = await tx.retention.delete_people(START + DAY, "", 5)
        rest = await tx.retention.delete_people(START + DAY, first[1] or "", 5)

        assert first == (2, "4")
        assert rest == (2, None)
        assert set(await tx.people.by_ids([str(each) for each in range(8)])) == {"1", "2", "3", "6"}
