"""What an earlier version has stored is read by this one, and the other way round: stored keys keep their spelling."""

import pytest
from sqlalchemy import select

from mutuals.domain.bundle import Bundle
from mutuals.domain.feedback import Feedback
from mutuals.domain.model import Action, ActKind, Actor, ActState, Category, Path, Post, Role
from mutuals.storage.schema import tables
from tests.support.databases import START, connection_of


async def test_a_category_is_stored_as_klass(store):
    post = Post("1", "7", "Great kettle!", START, "1", category=Category.PRAISE)
    bundle = Bundle("shop", "b-1", Category.COMPLAINT, "kettle", ("kettle",), ("1",), START, START, START)
    async with store.transaction("shop") as tx:
        await tx.posts.add([post])
        await tx.bundles.put(bundle, was=None)
        await tx.feedback.put(Feedback("shop", "1", "slack/U1", "Ana", "wrong", "praise", 0.4, START))
        connection = connection_of(tx)
        told = [
            (await connection.execute(select(column))).scalar_one()
            for column in (tables.post.c.doc, tables.bundle.c.doc, tables.verdict.c.klass)
        ]

        assert [told[0]["klass"], told[1]["klass"], told[2]] == ["praise", "complaint", "praise"]
        assert (await tx.posts.by_ids(["1"]))["1"].category is Category.PRAISE
        assert (await tx.bundles.get("b-1")) == bundle
        assert [feedback.category for feedback in await tx.feedback.newest()] == ["praise"]


@pytest.mark.parametrize(
    ("role", "number"), [(Role.TRAINEE, 2), (Role.MEMBER, 3), (Role.ADMIN, 5), (Role.HELPER, 6)]
)
async def test_a_role_is_stored_by_its_own_number_whatever_roles_come_between(store, role: Role, number: int):
    who = Actor("slack", "U1", "Ana", role)
    act = Action(
        "a1", "shop", "shop-7-1", ActKind.REPLY, Path.API, ActState.INTENT, who, "7", "1", "1", "x", START
    )
    async with store.transaction("shop") as tx:
        await tx.actions.begin(act)
        connection = connection_of(tx)
        [doc] = (await connection.execute(select(tables.action.c.doc))).scalars()

        assert doc["actor"]["role"] == number
        assert (await tx.actions.get("a1")) == act
