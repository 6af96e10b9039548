"""What every network promises that can be searched, by `mutuals.ports.search.SearchableNetwork`."""

from collections.abc import AsyncIterator

import pytest

from mutuals.domain.listening import parse
from mutuals.ports.search import SearchableNetwork
from tests.contracts.networks import NetworkWorld, open_network
from tests.contracts.networks.world import HOUR

RULES = parse("kettles: acme kettle, #acmekettle, -insurance")


@pytest.fixture(params=("memory", "x"))
async def world(request: pytest.FixtureRequest) -> AsyncIterator[NetworkWorld]:
    async with open_network(request.param) as opened:
        yield opened


def searched(world: NetworkWorld) -> SearchableNetwork:
    assert isinstance(world.network, SearchableNetwork)
    return world.network


async def test_a_network_without_a_search_says_so_by_lacking_the_port():
    async with open_network("example") as opened:
        assert not isinstance(opened.network, SearchableNetwork)


async def test_posts_with_the_words_are_found_whomever_they_name_and_no_others(world: NetworkWorld):
    world.write(world.bo, "a kettle by acme")
    world.write(world.bo, "my acme kettle needs insurance")
    phrase = world.write(world.bo, "my ACME kettle leaks")
    await world.wait()
    tag = world.write(world.mia, "love it #AcmeKettle")

    found = await searched(world).search(RULES, None, since=world.now() - HOUR, most=100)
    assert [one.id for one in found.posts] == [phrase, tag]
    assert [one.author_id for one in found.posts] == [world.bo.id, world.mia.id]
    assert not found.gap


async def test_after_a_cursor_only_what_is_new_is_given_and_another_process_goes_on_there(
    world: NetworkWorld,
):
    world.write(world.bo, "my acme kettle leaks")
    await world.wait()
    first = await searched(world).search(RULES, None, since=world.now() - HOUR, most=100)
    await world.wait()
    new = world.write(world.bo, "my acme kettle leaks again")
    await world.wait()
    second = await searched(world).search(RULES, first.cursor, since=world.now() - HOUR, most=100)
    third = await searched(world).search(RULES, second.cursor, since=world.now() - HOUR, most=100)
    other = world.another()
    assert isinstance(other, SearchableNetwork)
    elsewhere = await other.search(RULES, first.cursor, since=world.now() - HOUR, most=100)

    assert [one.id for one in second.posts] == [new]
    assert third.posts == ()
    assert new in [one.id for one in elsewhere.posts]


async def test_what_was_given_but_not_kept_is_given_again(world: NetworkWorld):
    post = world.write(world.bo, "my acme kettle leaks")
    await world.wait()
    lost = await searched(world).search(RULES, None, since=world.now() - HOUR, most=100)
    again = await searched(world).search(RULES, None, since=world.now() - HOUR, most=100)

    assert [one.id for one in lost.posts] == [one.id for one in again.posts] == [post]


async def test_with_more_than_is_asked_for_the_newest_are_given_and_a_gap_is_told(world: NetworkWorld):
    written = []
    for number in range(25):
        written.append(world.write(world.bo, f"my acme kettle leaks, day {number}"))
        await world.wait()

    found = await searched(world).search(RULES, None, since=world.now() - HOUR, most=10)
    assert [one.id for one in found.posts] == written[-10:]
    assert found.gap


async def test_what_was_written_before_is_not_given(world: NetworkWorld):
    world.write(world.bo, "my acme kettle leaks", at=world.now() - 2 * HOUR)

    found = await searched(world).search(RULES, None, since=world.now() - HOUR, most=100)
    assert found.posts == ()
