"""The world keeps the rules of X without any server."""

from datetime import UTC, datetime, timedelta

import pytest

from mutuals_sandbox.world import Event, World, WorldError
from tests.support.present import present

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def world() -> World:
    world = World(lambda: NOW)
    for handle in ("tarnhats", "ana", "ben"):
        world.add_user(handle, handle.title())
    return world


@pytest.fixture
def people(world: World) -> list[str]:
    return [user.id for user in world.users.values()]


def test_a_mention_is_found_whatever_its_case_and_only_of_known_people(world: World, people: list[str]):
    brand, ana, _ = people

    post = world.post(ana, "hi @TarnHats, mail me@ben.example or ask @nobody")

    assert post.mention_ids == (brand,)
    assert world.mentions_of(brand) == [post]


def test_a_reply_begins_with_those_it_answers_and_stays_in_the_conversation(world: World, people: list[str]):
    brand, ana, ben = people
    root = world.post(ana, "@tarnhats my brim!")

    answer = world.post(ben, "try glue", in_reply_to=root.id)

    assert answer.text == "@ana @tarnhats try glue"
    assert answer.mention_ids == (ana, brand)
    assert answer.explicit_ids == ()
    assert answer.conversation_id == root.id
    assert answer.in_reply_to_user_id == ana


def test_a_reply_that_already_names_the_answered_is_not_given_the_handle_twice(
    world: World, people: list[str]
):
    brand, ana, _ = people
    news = world.post(brand, "new hats")

    assert world.post(ana, "@tarnhats lovely", in_reply_to=news.id).text == "@tarnhats lovely"


def test_answering_oneself_adds_no_handle(world: World, people: list[str]):
    first = world.post(people[1], "one")

    assert world.post(people[1], "two", in_reply_to=first.id).text == "two"


def test_ids_grow_with_time_even_within_one_millisecond(world: World, people: list[str]):
    ids = [int(world.post(people[1], str(n)).id) for n in range(5)]
    later = int(world.post(people[1], "later", at=NOW + timedelta(milliseconds=1)).id)
    earlier = int(world.post(people[1], "earlier", at=NOW - timedelta(days=1)).id)

    assert ids == sorted(set(ids))
    assert later > max(ids)
    assert earlier < min(ids)


def test_an_edit_is_a_new_id_that_every_old_id_leads_to(world: World, people: list[str]):
    brand, ana, _ = people
    post = world.post(ana, "@tarnhats teh hat")

    edited = world.edit(post.id, "@tarnhats the hat", NOW + timedelta(minutes=5))

    assert edited.id != post.id
    assert world.find(post.id) == edited
    assert edited.history == (post.id, edited.id)
    assert world.mentions_of(brand) == [edited]


def test_an_edit_after_half_an_hour_or_of_a_reply_is_refused(world: World, people: list[str]):
    post = world.post(people[1], "hm")
    reply = world.post(people[2], "hm too", in_reply_to=post.id)

    with pytest.raises(WorldError, match="too late"):
        world.edit(post.id, "hmm", NOW + timedelta(minutes=31))
    with pytest.raises(WorldError, match="Replies"):
        world.edit(reply.id, "hmm")


def test_a_sixth_edit_is_refused(world: World, people: list[str]):
    post = world.post(people[1], "0")
    for n in range(5):
        world.edit(post.id, str(n + 1))

    with pytest.raises(WorldError):
        world.edit(post.id, "6")


def test_deleting_any_version_deletes_them_all_and_nobody_can_answer_them(world: World, people: list[str]):
    post = world.post(people[1], "@tarnhats a")
    edited = world.edit(post.id, "@tarnhats b")

    world.delete(post.id)

    assert present(world.find(edited.id)).deleted
    assert world.mentions_of(people[0]) == []
    with pytest.raises(WorldError, match="does not exist"):
        world.post(people[2], "hello?", in_reply_to=edited.id)


def test_following_a_protected_account_only_asks(world: World, people: list[str]):
    world.protect(people[1])

    assert world.follow(people[0], people[1]) is False
    assert not world.follows.has(people[0], people[1])
    assert world.requests.has(people[0], people[1])


def test_a_block_ends_the_follow_both_ways_and_forbids_a_new_one(world: World, people: list[str]):
    brand, ana, _ = people
    world.follow(brand, ana)
    world.follow(ana, brand)

    world.block(ana, brand)

    assert not world.follows.has(brand, ana)
    assert not world.follows.has(ana, brand)
    with pytest.raises(WorldError):
        world.follow(brand, ana)


def test_the_newest_follower_comes_first(world: World, people: list[str]):
    world.follow(people[1], people[0])
    world.follow(people[2], people[0])

    assert world.follows.to(people[0]) == [people[2], people[1]]


def test_a_suspended_account_can_neither_write_nor_be_read(world: World, people: list[str]):
    world.suspend(people[1])

    assert not world.visible_to(people[1], people[0])
    with pytest.raises(WorldError, match="suspended"):
        world.post(people[1], "hello")


def test_a_protected_account_is_read_by_its_followers_only(world: World, people: list[str]):
    world.follow(people[0], people[1])
    world.protect(people[1])

    assert world.visible_to(people[1], people[0])
    assert not world.visible_to(people[1], people[2])
    assert not world.visible_to(people[1], None)


def test_every_change_is_told_to_subscribers(world: World, people: list[str]):
    told: list[Event] = []
    world.subscribe(told.append)

    post = world.post(people[1], "a")
    world.delete(post.id)
    world.delete(post.id)
    world.follow(people[1], people[0])
    world.unfollow(people[1], people[0])

    assert [event["kind"] for event in told] == ["post", "delete", "follow", "unfollow"]
    assert told[0]["post_id"] == post.id


def test_a_handle_is_given_once_whatever_its_case(world: World):
    with pytest.raises(WorldError):
        world.add_user("ANA", "Another Ana")
    with pytest.raises(WorldError):
        world.add_user("no spaces", "No")
