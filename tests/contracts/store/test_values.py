"""What goes into a store comes out the same, whatever it is."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mutuals.domain.model import (
    Action,
    Alert,
    Brand,
    Case,
    Category,
    Delivery,
    Fan,
    Interaction,
    Notice,
    Person,
    Post,
)
from mutuals.ports.store import Store
from mutuals.ports.unit_of_work import UnitOfWork
from tests.support.examples import examples
from tests.support.values import BRAND, START, any_of, post

_FEW = settings(
    max_examples=examples(15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@_FEW
@given(data=st.data())
async def test_every_value_comes_back_as_it_was_put(store: Store, data: st.DataObject) -> None:
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
    """Read by queries: what a transaction asks for by an id, it may have kept."""
    await tx.cases.put([case])
    assert await tx.cases.of([], [case.conversation_id]) == [case]
    assert await tx.alerts.put(alert, was=None)
    assert await tx.alerts.by_ids([alert.id]) == {alert.id: alert}


async def _check_doings(tx: UnitOfWork, delivery: Delivery, action: Action, notice: Notice) -> None:
    await tx.deliveries.request(delivery)
    assert await tx.deliveries.of(delivery.subject) == [delivery]
    assert await tx.actions.begin(action) is None
    assert await tx.actions.get(action.id) == action
    assert await tx.notices.add(notice)
    assert await tx.notices.get(notice.key) == notice


@_FEW
@given(brand=any_of(Brand))
async def test_every_brand_comes_back_as_it_was_put(store: Store, brand: Brand) -> None:
    await store.put_brand(replace(brand, id=BRAND))

    assert await store.brands() == [replace(brand, id=BRAND)]


async def test_times_keep_their_microseconds(store: Store) -> None:
    at = START.replace(year=2286) + timedelta(microseconds=1)
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post(at=at)])

        assert (await tx.posts.by_ids(["1001"]))["1001"].at == at


async def test_a_posts_particulars_are_kept(store: Store) -> None:
    whole = post(
        in_reply_to="7", in_reply_to_person="8", mentions=("9", "10"), quotes="11", quotes_person="12",
        reposts="13", lang="de", sensitive=True, category=Category.PRAISE, interaction=Interaction.REPLY,
    )  # fmt: skip
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([whole])

        assert await tx.posts.by_ids(["1001"]) == {"1001": whole}
