"""Posts and people: stored once, edited in place, forgotten for good."""

from datetime import timedelta

from mutuals.domain.model import Interaction, Relationship
from mutuals.storage.store import SqlStore
from tests.support.values import BRAND, HOUR, START, fan, person, post


async def test_a_post_seen_twice_is_new_only_once(store: SqlStore) -> None:
    first, second, third = post("1"), post("2"), post("3")

    async with store.transaction(BRAND) as tx:
        assert await tx.posts.add([second, first, second]) == [second, first]
        assert await tx.posts.add([third, first]) == [third]
        assert await tx.posts.add([]) == []


async def test_a_batch_far_over_the_variable_limit_goes_in_whole(store: SqlStore) -> None:
    many = [post(str(number), conversation_id="c") for number in range(1, 6_001)]

    async with store.transaction(BRAND) as tx:
        assert await tx.posts.add(many) == many
        assert len(await tx.posts.by_ids([one.id for one in many])) == len(many)
        assert (await tx.counts())["posts"] == len(many)


async def test_an_edit_replaces_the_text_and_is_not_new(store: SqlStore) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("5", text="as it was")])
        assert await tx.posts.add([post("8", text="as it is", first_version="5")]) == []

        assert (await tx.posts.by_ids(["5"]))["5"].text == "as it is"
        assert await tx.posts.by_ids(["8"]) == {}


async def test_of_several_edits_the_last_one_stays_in_whatever_order_they_come(store: SqlStore) -> None:
    edits = [post("99", text="early", first_version="5"), post("100", text="late", first_version="5")]
    async with store.transaction(BRAND) as tx:
        assert await tx.posts.add([edits[1], post("5", text="first"), edits[0]]) == [edits[1]]
        assert await tx.posts.add([post("5", text="first"), *edits]) == []

        assert (await tx.posts.by_ids(["100"]))["100"].text == "late"


async def test_a_redacted_post_stays_blank_even_when_an_edit_comes_late(store: SqlStore) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("5"), post("6")])
        await tx.posts.redact(["5"], "deleted")
        await tx.posts.add([post("5"), post("9", text="again", first_version="5")])
        kept = await tx.posts.by_ids(["5", "6"])

    assert (kept["5"].text, kept["5"].gone) == ("", "deleted")
    assert (kept["6"].text, kept["6"].gone) == ("the parcel never came", None)


async def test_forgetting_a_person_blanks_their_posts_and_profile(store: SqlStore) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.people.put([person("77"), person("78")])
        await tx.posts.add([post("6", at=START + HOUR), post("5"), post("7", author_id="78")])

        assert await tx.posts.redact_author("77", "suspended") == ["5", "6"]
        people, posts = await tx.people.by_ids(["77", "78"]), await tx.posts.by_ids(["5", "6", "7"])

    gone = people["77"]
    assert (gone.account.name, gone.account.bio, gone.account.avatar_url) == ("", "", None)
    assert gone.gone == "suspended"
    assert people["78"] == person("78")
    assert [posts[one].text for one in ("5", "6", "7")] == ["", "", "the parcel never came"]


async def test_a_conversation_comes_oldest_first_with_ids_read_as_numbers(store: SqlStore) -> None:
    late, early = post("9", conversation_id="1", at=START + HOUR), post("1000", conversation_id="1")
    same = post("999", conversation_id="1")
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([late, early, same, post("7", conversation_id="2")])

        assert await tx.posts.of_conversations(["1", "none"]) == [same, early, late]


async def test_only_posts_that_count_and_are_recent_speak_for_a_person(store: SqlStore) -> None:
    counted = post("2", interaction=Interaction.MENTION)
    newer = post("3", interaction=Interaction.REPLY, at=START + HOUR)
    old = post("1", interaction=Interaction.MENTION, at=START - HOUR)
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([newer, old, counted, post("4")])

        assert await tx.posts.of_authors(["77", "78"], START) == {"77": [counted, newer]}


async def test_a_look_up_tells_the_fan_rows_how_we_stand(store: SqlStore) -> None:
    looked = person("77", relationship=Relationship(follows_us=True), checked_at=START)
    async with store.transaction(BRAND) as tx:
        await tx.fans.put([fan("77"), fan("78")])
        await tx.people.put([looked, person("78", relationship=Relationship(we_follow=True))])
        fans = await tx.fans.by_ids(["77", "78"])

    assert (fans["77"].follows_us, fans["77"].we_follow, fans["77"].checked_at) == (True, False, START)
    assert (fans["78"].we_follow, fans["78"].checked_at) == (None, None)  # nobody looked that one up


async def test_the_top_fans_are_unfollowed_active_frequent_and_willing(store: SqlStore) -> None:
    best, second = fan("1", 5.0), fan("2", 4.0, we_follow=False, preference="talk")
    others = [
        fan("3", 9.0, we_follow=True),
        fan("4", 9.0, last_at=START - timedelta(days=40)),
        fan("5", 9.0, interactions=2),
        fan("6", 9.0, preference="leave_alone"),
        fan("7", -3.0),
    ]
    async with store.transaction(BRAND) as tx:
        await tx.fans.put([second, *others, best])
        found = await tx.fans.top(2, active_since=START - timedelta(days=30), at_least=5)

    assert found == [best, second]


async def test_one_brand_never_sees_anothers_rows(store: SqlStore) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("5")])
        await tx.key_values.put("cursor", "5")
    async with store.transaction("901") as tx:
        assert await tx.posts.add([post("5")]) == [post("5")]
        assert await tx.key_values.get("cursor") is None
        await tx.posts.redact(["5"], "deleted")
    async with store.transaction(BRAND) as tx:
        assert (await tx.posts.by_ids(["5"]))["5"] == post("5")


async def test_all_posts_of_a_day_can_be_read_an_hour_at_a_time(store: SqlStore) -> None:
    hour = timedelta(hours=1)
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post(str(number), at=START + number * hour / 2) for number in range(6)])
        hours = [await tx.posts.since(START + k * hour, None, until=START + (k + 1) * hour) for k in range(3)]

    assert [[one.id for one in some] for some in hours] == [["0", "1"], ["2", "3"], ["4", "5"]]


async def test_what_refers_to_any_version_of_an_edited_post_refers_to_the_one_that_is_stored(
    store: SqlStore,
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


async def test_a_post_that_is_stored_by_itself_is_nobodys_older_version(store: SqlStore) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("3", first_version="1")])
        await tx.posts.add([post("5", first_version="3")])
        (found,) = await tx.posts.as_stored([post("7", in_reply_to="3")])

    assert found.in_reply_to == "3"
