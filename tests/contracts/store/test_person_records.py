"""What is kept about a person beside posts: how the follow changed, what the team noted, names that are like another."""

from dataclasses import replace
from datetime import timedelta

from mutuals.domain.bonds import BondChange, BondEvent
from mutuals.domain.model import Interaction
from mutuals.domain.person_notes import PersonNote
from mutuals.ports.store import Store
from tests.support.values import BRAND, HOUR, START, person, post


async def test_changes_of_the_follow_are_kept_once_and_in_their_order(store: Store) -> None:
    began = BondChange("77", BondEvent.THEY_FOLLOW, START)
    left = BondChange("77", BondEvent.THEY_LEFT, START + HOUR, START)
    other = BondChange("78", BondEvent.THEY_LEFT, START + 2 * HOUR)
    async with store.transaction(BRAND) as tx:
        await tx.bonds.add([left, began])
        await tx.bonds.add([began, other])

        assert await tx.bonds.of(["77", "79"]) == {"77": [began, left]}
        assert await tx.bonds.of([]) == {}
        assert await tx.bonds.newest(BondEvent.THEY_LEFT, START, 5) == [other, left]
        assert await tx.bonds.newest(BondEvent.THEY_LEFT, START, 1) == [other]
        assert await tx.bonds.newest(BondEvent.THEY_LEFT, START + 90 * HOUR, 5) == []
    async with store.reading("901") as tx:
        assert await tx.bonds.of(["77"]) == {}


async def test_notes_come_newest_first_and_can_be_forgotten(store: Store) -> None:
    first = PersonNote("77", "Likes the blue one.", START, "Ana", "slack/U1")
    second = PersonNote("77", "Asked for the release date.", START + HOUR, "Ben", "discord/5")
    async with store.transaction(BRAND) as tx:
        for note in (first, second, first, replace(first, person_id="78")):
            await tx.notes.add(note)

        assert await tx.notes.of("77") == [second, first]
        assert await tx.notes.of("77", 1) == [second]
        await tx.notes.forget("77")
        assert await tx.notes.of("77") == []
        assert len(await tx.notes.of("78")) == 1
    async with store.reading("901") as tx:
        assert await tx.notes.of("78") == []


async def test_names_are_found_by_their_beginning(store: Store) -> None:
    names = {"1": "Mia_Makes", "2": "mia", "3": "milo", "4": "Mi_Gone", "5": "ana"}
    known = [person(one, gone="deleted" if one == "4" else None) for one in names]
    async with store.transaction(BRAND) as tx:
        await tx.people.put(
            [replace(one, account=replace(one.account, handle=names[one.account.id])) for one in known]
        )

        assert await tx.people.names_like("MI", 9) == ["mia", "mia_makes", "milo"]
        assert await tx.people.names_like("mi", 1) == ["mia"]
        assert await tx.people.names_like("x", 9) == []


async def test_all_posts_of_a_person_count_for_their_history(store: Store) -> None:
    posts = [post(str(n), at=START + n * HOUR) for n in range(1, 6)]
    posts[1] = replace(posts[1], interaction=Interaction.MENTION)
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([*posts, post("9", author_id="78", at=START)])

        assert await tx.posts.newest_of("77", 3) == posts[2:]
        assert await tx.posts.newest_of("79", 3) == []
        since = START + timedelta(hours=4)
        assert await tx.posts.times_of(["77", "78"], since) == {"77": [posts[3].at, posts[4].at]}
        assert await tx.posts.times_of([], since) == {}
