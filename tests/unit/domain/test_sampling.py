"""Which posts below the line are offered for a verdict: one in twenty, the same everywhere, half of them close to it."""

import pytest

from mutuals.domain.sampling import draw


def ids(count: int) -> list[str]:
    return [str(number) for number in range(count)]


def same(_: str) -> float:
    return 0.2


@pytest.mark.parametrize(
    ("posts", "offered"), [(0, 0), (1, 1), (20, 1), (21, 2), (40, 2), (140, 7), (2000, 100), (20_000, 1000)]
)
def test_one_in_twenty_is_offered_and_one_at_least(posts: int, offered: int):
    drawn = draw(ids(posts), same)

    assert len(drawn) == len(set(drawn)) == offered


def test_every_node_draws_the_same_ones_in_whatever_order_they_came():
    assert draw(ids(500), same) == draw(ids(500)[::-1], same)


def test_what_is_drawn_does_not_depend_on_when_it_was_written():
    drawn = {one for day in range(40) for one in draw(ids(400)[day * 10 : day * 10 + 10], same)}
    ends = [int(one) % 10 for one in drawn]

    assert len(drawn) == 40
    assert len(set(ends)) >= 7  # early and late ones of a day alike


def test_half_come_close_to_the_line_and_half_are_drawn_blindly():
    drawn = draw(ids(2000), lambda one: int(one) / 2000)
    close, blind = drawn[::2], drawn[1::2]

    assert min(map(int, close)) > 1600  # of a fifth of the posts, the highest
    assert 850 < sum(map(int, blind)) / len(blind) < 1150  # as low and as high as all posts


def test_a_fifth_of_the_posts_is_read_and_no_more():
    asked: list[str] = []

    def chance(one: str) -> float:
        asked.append(one)
        return 0.2

    draw(ids(2000), chance)

    assert len(asked) <= 400
