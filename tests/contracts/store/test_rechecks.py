"""Which posts the chats quote, and when each was read again."""

from datetime import timedelta

from mutuals.domain.model import AlertState
from mutuals.ports.store import Store
from tests.support.values import BRAND, HOUR, START, alert, case, post

DAY = timedelta(days=1)


async def test_what_open_and_lately_settled_alerts_show_is_quoted(store: Store) -> None:
    settled = {"state": AlertState.SETTLED}
    async with store.transaction(BRAND) as tx:
        await tx.cases.put([case("1", post_ids=("1", "2")), case("3"), case("4", person_id="78"), case("9")])
        for made in (
            alert("a1", case_ids=("1", "3")),
            alert("a2", person_id="78", evidence=("5", "6"), case_ids=("4",), closed_at=START, **settled),
            alert("a3", person_id="79", evidence=("7",), closed_at=START - HOUR, **settled),
        ):
            await tx.alerts.put(made, was=None)

        assert await tx.rechecks.quoted(START) == {"1", "2", "3", "4", "5", "6"}


async def test_a_post_is_read_again_once_a_day_and_the_longest_ago_first(store: Store) -> None:
    evening = START + 13 * HOUR
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post(name) for name in "12345"])
        await tx.posts.redact(["5"], "deleted")
        await tx.rechecks.mark(["1"], START)
        await tx.rechecks.mark(["2"], evening)
        wanted = ["5", "4", "3", "2", "1", "nowhere"]

        assert await tx.rechecks.unchecked(wanted, evening, 9) == ["3", "4"]
        assert await tx.rechecks.unchecked(wanted, START + DAY, 9) == [
            "3",
            "4",
            "1",
        ]  # 2: not for 23 hours yet
        assert await tx.rechecks.unchecked(wanted, evening + DAY, 9) == ["3", "4", "1", "2"]
        assert await tx.rechecks.unchecked(wanted, evening + DAY, 3) == ["3", "4", "1"]
        assert await tx.rechecks.unchecked([], evening, 9) == []


async def test_a_post_that_was_read_just_after_midnight_is_not_read_again_that_utc_day(store: Store) -> None:
    midnight = START.replace(hour=0)
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("1")])
        await tx.rechecks.mark(["1"], midnight)

        assert await tx.rechecks.unchecked(["1"], midnight + 23.5 * HOUR, 9) == []
        assert await tx.rechecks.unchecked(["1"], midnight + DAY, 9) == ["1"]


async def test_what_a_clock_that_was_ahead_has_read_counts_as_not_read(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("1")])
        await tx.rechecks.mark(["1"], START + 9 * DAY)

        assert await tx.rechecks.unchecked(["1"], START, 9) == ["1"]
