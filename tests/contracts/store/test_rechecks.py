"""Which posts the chats quote, and when each was read again."""

from datetime import timedelta

from mutuals.domain.model import AlertState
from mutuals.domain.rechecks import QuotedPost
from mutuals.ports.store import Store
from tests.support.values import BRAND, HOUR, START, alert, case, post

DAY = timedelta(days=1)


async def test_what_open_and_lately_settled_alerts_show_is_quoted(store: Store) -> None:
    settled = {"state": AlertState.SETTLED}
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post(name) for name in "123456789"])
        await tx.cases.put([case("1", post_ids=("1", "2")), case("3"), case("4", person_id="78"), case("9")])
        for made in (
            alert("a1", case_ids=("1", "3")),
            alert("a2", person_id="78", evidence=("5", "6"), case_ids=("4",), closed_at=START, **settled),
            alert("a3", person_id="79", evidence=("7",), closed_at=START - HOUR, **settled),
        ):
            await tx.alerts.put(made, was=None)

        quoted = await tx.rechecks.quoted(START)
        also = await tx.rechecks.quoted(START, ["8", "1", "8", "nowhere"])

    assert {one.id: one.is_open for one in quoted} == dict.fromkeys("123", True) | dict.fromkeys("456", False)
    assert {one.id: one.is_open for one in also if one.id in {"1", "8"}} == {"1": True, "8": False}
    assert [one.id for one in also] == list("1234568")


async def test_a_quoted_post_says_when_it_was_read_first_and_looked_at_last(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("1"), post("2"), post("3")])
        await tx.posts.redact(["3"], "deleted")
        await tx.cases.put([case("1", post_ids=("1", "2", "3"))])
        await tx.alerts.put(alert("a1", case_ids=("1",)), was=None)
        await tx.rechecks.mark(["1"], START + HOUR)
        await tx.rechecks.mark(["1", "nowhere"], START + DAY)
        read_at = (await tx.posts.by_ids(["1"]))["1"].at

        quoted = await tx.rechecks.quoted(START)

    assert quoted == [QuotedPost("1", True, read_at, START + DAY), QuotedPost("2", True, read_at)]


async def test_another_brands_posts_are_not_quoted(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("1")])
        await tx.cases.put([case("1", post_ids=("1",))])
        await tx.alerts.put(alert("a1", case_ids=("1",)), was=None)
    async with store.reading("another") as tx:
        assert await tx.rechecks.quoted(START, ["1"]) == []
