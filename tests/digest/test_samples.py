"""Which posts below the line are offered for a verdict: about one in twenty, the same everywhere, few enough to read."""

from datetime import UTC, datetime

from mutuals.alerts import digest
from mutuals.model import Post
from mutuals.tell.digests import sample

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def posts(count: int) -> list[Post]:
    return [Post(str(number), "7", "words", NOON, str(number)) for number in range(count)]


def test_one_in_twenty_is_offered_one_at_least_and_never_more_than_fit():
    assert [len(sample(posts(count))) for count in (0, 1, 20, 21, 40, 60, 5000)] == [
        0,
        1,
        1,
        2,
        2,
        3,
        digest.SAMPLES,
    ]


def test_every_node_draws_the_same_ones_in_whatever_order_they_came():
    assert sample(posts(50)) == sample(posts(50)[::-1])


def test_what_is_drawn_does_not_depend_on_when_it_was_written():
    drawn = {one.id for day in range(40) for one in sample(posts(400)[day * 10 : day * 10 + 10])}
    ends = [int(one) % 10 for one in drawn]

    assert len(drawn) == 40
    assert len(set(ends)) >= 7  # early and late ones of a day alike
