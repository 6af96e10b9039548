"""Posts: stored once, edited in place, blanked for good."""

from datetime import timedelta

from mutuals.domain.model import Category, Interaction
from mutuals.ports.store import Store
from tests.support.values import BRAND, HOUR, START, person, post

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


async def test_a_post_seen_twice_is_new_only_once(store: Store) -> None:
    first, second, third = post("1"), post("2"), post("3")

    async with store.transaction(BRAND) as tx:
        assert await tx.posts.add([second, first, second]) == [second, first]
        assert await tx.posts.add([third, first]) == [third]
        assert await tx.posts.add([]) == []


async def test_a_batch_far_over_the_variable_limit_goes_in_whole(store: Store) -> None:
    many = [post(str(number), conversation_id="c") for number in range(1, 6_001)]

    async with store.transaction(BRAND) as tx:
        assert await tx.posts.add(many) == many
        assert len(await tx.posts.by_ids([one.id for one in many])) == len(many)
        assert (await tx.counts())["posts"] == len(many)


async def test_a_redacted_post_stays_blank_even_when_an_edit_comes_late(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("5"), post("6")])
        await tx.posts.redact(["5"], "deleted")
        await tx.posts.add([post("5"), post("9", text="again", first_version="5")])
        kept = await tx.posts.by_ids(["5", "6"])

    assert (kept["5"].text, kept["5"].gone) == ("", "deleted")
    assert (kept["6"].text, kept["6"].gone) == ("the parcel never came", None)


async def test_forgetting_a_person_blanks_their_posts_and_profile(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.people.put([person("77"), person("78")])
        await tx.posts.add([post("6", at=START + HOUR), post("5"), post("7", author_id="78")])

        assert await tx.posts.redact_author("77", "suspended") == ["5", "6"]
        people, posts = await tx.people.by_ids(["77", "78"]), await tx.posts.by_ids(["5", "6", "7"])

    gone = people["77"]
    account = gone.account
    assert (account.name, account.bio, account.avatar_url, account.link) == ("", "", None, None)
    assert gone.gone == "suspended"
    assert people["78"] == person("78")
    assert [posts[one].text for one in ("5", "6", "7")] == ["", "", "the parcel never came"]


async def test_a_conversation_comes_oldest_first_with_ids_read_as_numbers(store: Store) -> None:
    late, early = post("9", conversation_id="1", at=START + HOUR), post("1000", conversation_id="1")
    same = post("999", conversation_id="1")
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([late, early, same, post("7", conversation_id="2")])

        assert await tx.posts.of_conversations(["1", "none"]) == [same, early, late]


async def test_only_posts_that_count_and_are_recent_speak_for_a_person(store: Store) -> None:
    counted = post("2", interaction=Interaction.MENTION)
    newer = post("3", interaction=Interaction.REPLY, at=START + HOUR)
    old = post("1", interaction=Interaction.MENTION, at=START - HOUR)
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([newer, old, counted, post("4")])

        assert await tx.posts.of_authors(["77", "78"], START) == {"77": [counted, newer]}


async def test_one_brand_never_sees_anothers_rows(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("5")])
        await tx.key_values.put("cursor", "5")
    async with store.transaction("901") as tx:
        assert await tx.posts.add([post("5")]) == [post("5")]
        assert await tx.key_values.get("cursor") is None
        await tx.posts.redact(["5"], "deleted")
    async with store.transaction(BRAND) as tx:
        assert (await tx.posts.by_ids(["5"]))["5"] == post("5")


async def test_all_posts_of_a_day_can_be_read_an_hour_at_a_time(store: Store) -> None:
    hour = timedelta(hours=1)
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post(str(number), at=START + number * hour / 2) for number in range(6)])
        hours = [await tx.posts.since(START + k * hour, None, until=START + (k + 1) * hour) for k in range(3)]

    assert [[one.id for one in some] for some in hours] == [["0", "1"], ["2", "3"], ["4", "5"]]


async def test_the_first_post_of_a_person_is_known_whatever_it_counted_as(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("3", at=START), post("1", at=START - 3 * DAY), post("2", author_id="8")])

        assert await tx.posts.first_times(["77", "8", "9"]) == {"77": START - 3 * DAY, "8": START}
        assert await tx.posts.first_times([]) == {}


async def test_a_conversation_can_be_read_by_author(store: Store) -> None:
    mine, theirs = post("1", conversation_id="1"), post("2", conversation_id="1", author_id="8")
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([mine, theirs])

        assert await tx.posts.of_conversations(["1"], by=["8", "9"]) == [theirs]
        assert await tx.posts.of_conversations(["1"], by=[]) == []


async def test_of_many_posts_the_newest_are_read_oldest_first(store: Store) -> None:
    posts = [post(str(number), at=START + number * MINUTE, author_id=str(number)) for number in range(5)]
    async with store.transaction(BRAND) as tx:
        await tx.posts.add(posts)

        assert await tx.posts.since(START + MINUTE, 2) == posts[3:]
        assert await tx.posts.since(START + MINUTE) == posts[1:]
        assert await tx.posts.since(START, until=START + MINUTE) == posts[:1]


async def test_of_who_wrote_more_than_a_thousand_posts_the_newest_thousand_count(store: Store) -> None:
    many = [post(str(n), at=START + n * MINUTE, interaction=Interaction.MENTION) for n in range(1002)]
    async with store.transaction(BRAND) as tx:
        await tx.posts.add(many)
        found = await tx.posts.of_authors(["77"], START)

    assert found == {"77": many[2:]}


async def test_only_praise_that_counts_is_a_persons_first_praise(store: Store) -> None:
    praise, warm = Category.PRAISE, Interaction.MENTION
    async with store.transaction(BRAND) as tx:
        await tx.posts.add(
            [
                post("1", text='"klass":"praise"', category=Category.OTHER, interaction=warm),
                post("2", category=praise, at=START + HOUR),
                post("4", category=praise, interaction=warm, at=START + 3 * HOUR),
                post("3", category=praise, interaction=warm, at=START + 2 * HOUR),
            ]
        )

        assert await tx.posts.first_praise(["77", "8"]) == {"77": START + 2 * HOUR}
        assert await tx.posts.first_praise([]) == {}


async def test_complaints_are_counted_by_person_from_a_moment_on(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.posts.add(
            [
                post("1", category=Category.COMPLAINT),
                post("2", category=Category.COMPLAINT, at=START + HOUR),
                post("3", category=Category.COMPLAINT, at=START + 2 * HOUR),
                post("4", text='"klass":"complaint"', category=Category.PRAISE, at=START + 2 * HOUR),
                post("5", category=Category.QUESTION, at=START + 2 * HOUR),
            ]
        )

        assert await tx.posts.count_complaints(["77", "8"], START + HOUR) == {"77": 2}
        assert await tx.posts.count_complaints([], START) == {}


async def test_what_a_post_had_in_front_of_it_when_it_came_is_not_stored(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("1", put_in_front=9)])

        assert await tx.posts.by_ids(["1"]) == {"1": post("1")}


async def test_what_a_listening_rule_found_is_kept_apart_until_it_comes_to_us(store: Store):
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("1", found_by="kettles"), post("2")])
        found = (await tx.posts.by_ids(["1"]))["1"]
        before = [one.id for one in await tx.posts.since(START - timedelta(days=9))]
        again = await tx.posts.add([post("1", found_by="cup"), post("2", found_by="cup")])
        came = await tx.posts.add([post("1"), post("2")])
        after = [one.id for one in await tx.posts.since(START - timedelta(days=9))]
        stored = (await tx.posts.by_ids(["1"]))["1"]

    assert (found.found_by, before) == ("kettles", ["2"])
    assert again == []
    assert [one.id for one in came] == ["1"]
    assert sorted(after) == ["1", "2"]
    assert stored.found_by is None
