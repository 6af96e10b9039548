"""Acts in rows that an older version has written."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select, update

from mutuals.domain.model import DeliveryState, Role
from mutuals.storage.schema import tables
from mutuals.storage.store import SqlStore
from tests.support.values import ANA, BRAND, action

SECOND = timedelta(seconds=1)
SENDING = DeliveryState.SENDING


async def test_an_act_from_before_there_were_roles_was_a_members(store: SqlStore) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.actions.begin(action(actor=replace(ANA, role=Role.ADMIN)))
        assert (await tx.actions.of("a1"))[0].actor.role is Role.ADMIN
    async with store._writing(BRAND) as connection:
        doc = (await connection.execute(select(tables.action.c.doc))).scalar_one()
        doc["actor"] = {
            "channel": "slack",
            "id": "U1",
            "name": "Ana",
            "may_act": True,
            "why_not": ANA.why_not,
        }
        await connection.execute(update(tables.action).values(doc=doc))

    async with store.transaction(BRAND) as tx:
        assert (await tx.actions.of("a1"))[0].actor == ANA
