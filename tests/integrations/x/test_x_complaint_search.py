"""Only what a search for complaints finds is read, where the settings say so."""

from datetime import timedelta

from mutuals_x import complaint_search
from tests.support.x_environment import close_environment, open_environment


def test_the_query_fits_for_the_longest_handle() -> None:
    assert len(complaint_search.query("a" * 15)) <= 512


async def test_only_posts_with_words_of_complaints_are_read_and_paid_and_none_twice() -> None:
    environment = await open_environment()
    try:
        world, network = environment.world, environment.network(mode="complaints")
        world.post(environment.ana.id, "@tarnhats my hat arrived broken")
        world.post(environment.ben.id, "@tarnhats what a lovely morning")
        world.post(environment.ben.id, "a broken hat, but nobody is named")
        world.post(environment.brand.id, "we had a problem @tarnhats")
        environment.clock.move(60)

        first = await network.mentions(None, since=environment.clock.now() - timedelta(days=90))
        world.post(environment.ben.id, "@tarnhats I want a refund")
        environment.clock.move(60)
        second = await network.mentions(first.cursor)

        assert [post.text for post in first.posts] == ["@tarnhats my hat arrived broken"]
        assert [post.text for post in second.posts] == ["@tarnhats I want a refund"]
        bought = [(what, micros) for what, _, micros in environment.limiter.bought if "search" in what]
        assert bought == [("posts found by search", 5_000)] * 2
        assert environment.server.meter.units["post_read"] == 2
    finally:
        await close_environment(environment)


async def test_after_more_than_a_week_it_goes_on_as_far_back_as_the_search_reaches() -> None:
    environment = await open_environment()
    try:
        network = environment.network(mode="complaints")
        environment.world.post(environment.ana.id, "@tarnhats my hat arrived broken")
        environment.clock.move(60)
        first = await network.mentions(None)
        environment.clock.move(9 * 86_400)
        environment.world.post(environment.ben.id, "@tarnhats I want a refund")
        environment.clock.move(60)

        found = await network.mentions(first.cursor)

        assert [post.text for post in found.posts] == ["@tarnhats I want a refund"]
    finally:
        await close_environment(environment)
