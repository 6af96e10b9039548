"""A post that is edited gets new ids on some networks: it is one post, shown as its newest version."""

from datetime import timedelta

from mutuals.ports.store import Store
from tests.support.values import BRAND, START, post

MINUTE = timedelta(minutes=1)


async def test_an_edit_replaces_the_text_and_is_not_new(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("5", text="as it was")])
        assert await tx.posts.add([post("8", text="as it is", first_version="5")]) == []

        assert (await tx.posts.by_ids(["5"]))["5"].text == "as it is"
        assert await tx.posts.by_ids(["8"]) == {}


async def test_of_several_edits_the_last_one_stays_in_whatever_order_they_come(store: Store) -> None:
    edits = [post("99", text="early", first_version="5"), post("100", text="late", first_version="5")]
    async with store.transaction(BRAND) as tx:
        assert await tx.posts.add([edits[1], post("5", text="first"), edits[0]]) == [edits[1]]
        assert await tx.posts.add([post("5", text="first"), *edits]) == []

        assert (await tx.posts.by_ids(["100"]))["100"].text == "late"


async def test_the_newest_of_several_edits_is_shown_whatever_their_ids_look_like(store: Store) -> None:
    first, *history = "did:first", "zzzzzz", "b", "a"
    edits = [
        post(name, text=name, at=START + number * MINUTE, first_version=first)
        for number, name in enumerate(history, 1)
    ]
    for brand_id, order in (("900", edits), ("901", edits[::-1]), ("902", [edits[2], edits[0], edits[1]])):
        async with store.transaction(brand_id) as tx:
            await tx.posts.add([post(first)])
            for edit in order:
                await tx.posts.add([edit])
            shown = (await tx.posts.by_ids([first]))[first]

        assert (shown.text, shown.newest_id, shown.at) == ("a", "a", START)


async def test_a_posts_own_history_tells_which_version_is_the_newest(store: Store) -> None:
    history = ("did:first", "zzzzzz", "a")
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post(history[0])])
        for name in (
            "a",
            "zzzzzz",
        ):  # the older one comes late, at the same moment, with an id that looks later
            await tx.posts.add([post(name, text=name, first_version=history[0], versions=history)])
        shown = (await tx.posts.by_ids(history))[history[0]]

    assert (shown.text, shown.newest_id) == ("a", "a")


async def test_a_post_that_is_first_seen_as_an_edit_is_replaced_by_later_versions_only(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("b", text="second", at=START + 2 * MINUTE, first_version="did:first")])
        await tx.posts.add([post("z", text="between", at=START + MINUTE, first_version="did:first")])
        before = (await tx.posts.by_ids(["b"]))["b"]
        await tx.posts.add([post("a", text="third", at=START + 3 * MINUTE, first_version="did:first")])
        after = (await tx.posts.by_ids(["b"]))["b"]

    assert (before.text, before.newest_id) == ("second", "b")
    assert (after.text, after.newest_id) == ("third", "a")


async def test_a_post_whose_history_names_another_posts_id_is_a_post_of_its_own(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("3", first_version="1")])
        new = await tx.posts.add([post("5", first_version="3")])

        assert [one.id for one in new] == ["5"]
        assert set(await tx.posts.by_ids(["3", "5"])) == {"3", "5"}


async def test_what_refers_to_any_version_of_an_edited_post_refers_to_the_one_that_is_stored(
    store: Store,
) -> None:
    history = ("5", "8", "9")
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("5"), post("30", first_version="28", versions=("28", "30"))])
        await tx.posts.add([post("9", first_version="5", versions=history)])
        answers = [post(f"2{one}", in_reply_to=one) for one in (*history, "7")]
        about = [post("40", quotes="28"), post("41", reposts="9")]
        found = await tx.posts.as_stored([*answers, *about])
        kept = (await tx.posts.by_ids(["5"]))["5"]

    assert [one.in_reply_to for one in found[:4]] == ["5", "5", "5", "7"]
    assert (found[4].quotes, found[5].reposts) == ("30", "5")
    assert (kept.newest_id, kept.first_version) == ("9", None)


async def test_a_post_that_is_stored_by_itself_is_nobodys_older_version(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("3", first_version="1")])
        await tx.posts.add([post("5", first_version="3")])
        (found,) = await tx.posts.as_stored([post("7", in_reply_to="3")])

    assert found.in_reply_to == "3"
