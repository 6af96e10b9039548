"""What a database can't hold whole is kept as far as it can be."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, settings

from mutuals.domain.model import (
    Category,
    Credit,
    Interaction,
)
from mutuals.storage.store import SqlStore
from tests.support.examples import examples
from tests.support.values import BRAND, START, delivery, post

_FEW = settings(
    max_examples=examples(15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


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
