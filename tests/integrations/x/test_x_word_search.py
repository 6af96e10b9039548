"""Searching X for the words of listening rules: the queries, and what they cost."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain.errors import Paused
from mutuals.domain.listening import LONGEST_TERM, MOST_NEVER, MOST_TERMS, ListeningRule, parse
from mutuals_x.word_search import LONGEST, queries
from tests.support.x_environment import XEnvironment

HOUR = timedelta(hours=1)
SEARCHED = "posts found by search"
[KETTLES] = parse("kettles: tarn kettle, #tarnkettle, -insurance, lang:en")
WORDS = st.text("abcdefgh ", min_size=2, max_size=LONGEST_TERM).map(lambda one: f"x{one[1:-1]}y")


def test_a_rule_is_one_query_that_leaves_out_what_comes_as_a_mention():
    assert queries(KETTLES, "tarnhats") == [
        '("tarn kettle" OR #tarnkettle) -@tarnhats -from:tarnhats -is:retweet lang:en -"insurance"'
    ]


@given(st.lists(WORDS, min_size=1, max_size=MOST_TERMS, unique=True), st.lists(WORDS, max_size=MOST_NEVER))
def test_no_query_is_longer_than_x_takes_and_together_they_look_for_every_word(
    terms: list[str], never: list[str]
):
    made = queries(ListeningRule("r", tuple(terms), tuple(never), "deu"), "h" * 15)

    assert max(map(len, made)) <= LONGEST
    assert all(sum(f'"{term}"' in one.split(")")[0] for one in made) == 1 for term in terms)


async def test_mentions_own_posts_and_reposts_are_not_bought(environment: XEnvironment):
    world, network = environment.world, environment.network()
    found = world.post(environment.ana.id, "my tarn kettle leaks", lang="en")
    world.post(environment.ana.id, "@tarnhats my tarn kettle leaks", lang="en")
    world.post(environment.brand.id, "buy a tarn kettle", lang="en")

    got = await network.search((KETTLES,), None, since=environment.clock.now() - HOUR, most=100)
    assert [one.id for one in got.posts] == [found.id]
    assert [one for one in environment.limiter.bought if one[0] == SEARCHED] == [(SEARCHED, 1, 5_000)]


async def test_two_rules_that_find_the_same_post_give_and_buy_it_once(environment: XEnvironment):
    environment.world.post(environment.ana.id, "my tarn kettle leaks", lang="en")
    rules = parse("kettles: tarn kettle; leaks: leaks")

    got = await environment.network().search(rules, None, since=environment.clock.now() - HOUR, most=100)
    assert len(got.posts) == 1
    assert [one for one in environment.limiter.bought if one[0] == SEARCHED] == [(SEARCHED, 1, 5_000)]


async def test_where_the_money_of_the_day_is_gone_nothing_is_asked(environment: XEnvironment):
    environment.limiter.limit = 1

    with pytest.raises(Paused):
        await environment.network().search((KETTLES,), None, since=environment.clock.now() - HOUR, most=100)
