"""What goes into the store comes out the same, whatever it is."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mutuals.domain.model import (
    Action,
    Alert,
    Brand,
    Case,
    Category,
    Credit,
    Delivery,
    Fan,
    Interaction,
    Notice,
    Person,
    Post,
)
from mutuals.ports.unit_of_work import UnitOfWork
from mutuals.storage.store import SqlStore
from tests.support.examples import examples
from tests.support.values import BRAND, START, any_of, delivery, post

_FEW = settings(
    max_examples=examples(15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@_FEW
@given(data=st.data())
async def test_every_value_comes_back_as_it_was_put(store: SqlStore, data: st.DataObject) -> None:
    some = {kind: data.draw(any_of(kind)) for kind in (Person, Fan, Case, Alert, Delivery, Action, Notice)}
    one = data.draw(any_of(Post, first_version=st.none()))

    with suppress(_Undo):
        async with store.transaction(BRAND) as tx:
            await _check_posts_and_people(tx, one, some[Person], some[Fan])
            await _check_findings(tx, some[Case], some[Alert])
            await _check_doings(tx, some[Delivery], some[Action], some[Notice])
            raise _Undo


class _Undo(Exception):
    """Rolls back, so that the next example starts from an empty store again."""


async def _check_posts_and_people(tx: UnitOfWork, one: Post, person: Person, fan: Fan) -> None:
    assert await tx.posts.add([one]) == [one]
    assert await tx.posts.by_ids([one.id]) == {one.id: one}
    await tx.people.put([person])
    assert await tx.people.by_ids([person.account.id]) == {person.account.id: person}
    await tx.fans.put([fan])
    assert await tx.fans.by_ids([fan.person_id]) == {fan.person_id: fan}


async def _check_findings(tx: UnitOfWork, case: Case, alert: Alert) -> None:
    await tx.cases.put([case])
    assert await tx.cases.by_ids([case.id]) == {case.id: case}
    assert await tx.alerts.put(alert, was=None)
    assert await tx.alerts.get(alert.id) == alert


async def _check_doings(tx: UnitOfWork, delivery: Delivery, action: Action, notice: Notice) -> None:
    await tx.deliveries.request(delivery)
    assert await tx.deliveries.of(delivery.subject) == [delivery]
    assert await tx.actions.begin(action) is None
    assert await tx.actions.get(action.id) == action
    assert await tx.notices.add(notice)
    assert await tx.notices.get(notice.key) == notice


@_FEW
@given(brand=any_of(Brand))
async def test_every_brand_comes_back_as_it_was_put(store: SqlStore, brand: Brand) -> None:
    await store.put_brand(replace(brand, id=BRAND))

    assert await store.brands() == [replace(brand, id=BRAND)]


@pytest.mark.parametrize("text", ["a\x00b", "half \ud83d of a pair", "\udc80", "𝕏 👩‍👩‍👧 \u202e right"])
async def test_text_that_no_database_can_hold_is_kept_as_far_as_it_can_be(store: SqlStore, text: str) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post(text=text)])
        kept = (await tx.posts.by_ids(["1001"]))["1001"].text
        await tx.deliveries.request(delivery(error=text))
        await tx.key_values.put(text, {text: text})
        memo = await tx.key_values.get(text)

    assert kept.replace("�", "") == "".join(c for c in text if c != "\x00" and not "\ud800" <= c <= "\udfff")
    assert memo == {text: text}


async def test_a_posts_particulars_are_kept_also_where_no_database_can_hold_them_whole(
    store: SqlStore,
) -> None:
    half = "half \ud83d"
    whole = post(
        in_reply_to="7", in_reply_to_person="8", mentions=("9", "10"), quotes="11", quotes_person="12",
        reposts="13", lang="de", sensitive=True, category=Category.PRAISE, interaction=Interaction.REPLY,
    )  # fmt: skip
    broken = replace(whole, id="1002", lang=half, mentions=("9", half))
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([whole, broken])
        kept = await tx.posts.by_ids(["1001", "1002"])

    assert kept["1001"] == whole
    assert (kept["1002"].mentions, kept["1002"].lang) == (("9", "half \ufffd"), "half \ufffd")


async def test_an_edits_text_that_no_database_can_hold_is_kept_as_far_as_it_can_be(store: SqlStore) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post()])
        await tx.posts.add([post("1002", text="now \udc80\x00", first_version="1001")])

        assert (await tx.posts.by_ids(["1001"]))["1001"].text.startswith("now \ufffd")


async def test_people_whose_ids_no_database_can_hold_do_not_stop_the_others(store: SqlStore) -> None:
    odd = [Credit(one, 1.0, 1, START, START) for one in ("\ud800", "7", "\udfff")]
    async with store.transaction(BRAND) as tx:
        await tx.fans.credit(odd)

        assert sorted(await tx.fans.by_ids(["7", "\ufffd"])) == ["7", "\ufffd"]


async def test_times_keep_their_microseconds(store: SqlStore) -> None:
    at = START.replace(year=2286) + timedelta(microseconds=1)
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post(at=at)])

        assert (await tx.posts.by_ids(["1001"]))["1001"].at == at
