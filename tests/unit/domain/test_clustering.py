"""What counts as one theme: four people, one class, ten minutes, and something they all write about."""

import time
from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from mutuals.domain.clustering import FEWEST, LONGEST, WITHIN, ClusterItem, Theme, content_words, item, themes
from mutuals.domain.model import Category
from tests.support.examples import examples

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DELIVERY = ("my order has not arrived", "where is my order, the delivery is late", "order still not delivered",
            "delivery never came, two weeks late", "still no parcel, late again")  # fmt: skip
OUTAGE = ("the app is down again", "is your site down?", "can't log in to the app", "site down for anyone else",
          "login page keeps crashing")  # fmt: skip
SINGLES = ("the lid is too loud", "wrong colour of the handle", "staff in the shop were rude")


def posts(
    texts: tuple[str, ...],
    *,
    start: int = 0,
    every: float = 20,
    category: Category = Category.COMPLAINT,
    tag: str = "p",
) -> list[ClusterItem]:
    """One post each, `every` seconds."""
    return [item(f"{tag}{number}", text, NOON + timedelta(seconds=start + every * number), category)
            for number, text in enumerate(texts)]  # fmt: skip


def members(found: list[Theme]) -> list[set[str]]:
    return [set(one.ids) for one in found]


def test_people_who_wait_for_their_orders_are_one_theme_however_they_say_it():
    [found] = themes(posts(DELIVERY))

    assert len(found.ids) == 5
    assert set(found.words) & {"order", "delivery", "late"}


def test_two_bursts_at_once_are_two_themes_and_the_rest_stays_alone():
    mixed = [*posts(DELIVERY, tag="d"), *posts(OUTAGE, start=7, tag="o"), *posts(SINGLES, start=3, tag="s")]
    Random(5).shuffle(mixed)

    found = themes(mixed)

    assert sorted(map(sorted, members(found))) == [[f"d{n}" for n in range(5)], [f"o{n}" for n in range(5)]]


def test_three_are_no_burst_and_neither_are_four_in_an_hour():
    assert themes(posts(DELIVERY[:3])) == []
    assert themes(posts(DELIVERY[:4], every=400)) == []


def test_four_within_ten_minutes_are_one_to_the_second():
    assert len(themes(posts(DELIVERY[:4], every=200))) == 1
    assert themes(posts(DELIVERY[:4], every=201)) == []


def test_questions_and_complaints_are_not_mixed():
    asked = posts(DELIVERY[:3], category=Category.QUESTION, tag="q")

    assert themes([*posts(DELIVERY[:3]), *asked]) == []


def test_anger_and_politeness_make_no_theme():
    texts = ("the worst, awful, please help, blue lamp", "awful awful worst, please help me, long cord",
             "please help, the worst, awful kitchen", "awful, worst, help please, round spout")  # fmt: skip

    assert themes(posts(texts)) == []


def test_a_word_that_long_posts_name_in_passing_makes_no_theme():
    texts = ("the kettle has a scratched handle near its wooden base", "my kettle whistles whenever neighbours sleep",
             "colour of the kettle differs between shelf and website photo", "kettle lid jams against spout hinge")  # fmt: skip

    assert themes(posts(texts)) == []


def test_a_hashtag_and_the_same_words_make_a_theme_in_any_language():
    tagged = tuple(
        f"{word} blah{'abcdefg'[number]} #Teagate"
        for number, word in enumerate(("uno", "deux", "drei", "vier"))
    )
    korean = tuple(f"배송 지연 {'가나다라'[number]}" for number in range(4))

    assert themes(posts(tagged))[0].words[0] == "#teagate"
    assert len(themes(posts(korean))[0].ids) == 4


def test_links_handles_and_the_brands_own_name_say_nothing():
    assert content_words("@Kettleco https://x.example/order Kettleco's #Lid", {"kettleco"}) == ("#lid",)


words = st.sampled_from(
    ("order", "delivery", "late", "app", "down", "refund", "lid", "spout", "cord", "#sale")
)
texts = st.lists(words, max_size=8).map(" ".join) | st.text(max_size=30)
classes = st.sampled_from([Category.COMPLAINT, Category.QUESTION])
bursts = st.lists(st.tuples(texts, st.integers(0, 3000), classes), max_size=40)


@settings(max_examples=examples(80), deadline=None)
@given(bursts, st.randoms(use_true_random=False))
def test_nobody_is_in_two_themes_and_every_theme_is_a_burst_whatever_the_order(rows, shuffle):
    items = [item(f"p{number}", text, NOON + timedelta(seconds=at), category)
             for number, (text, at, category) in enumerate(rows)]  # fmt: skip
    found = themes(items)
    mixed = list(items)
    shuffle.shuffle(mixed)

    by_id = {one.id: one for one in items}
    named = [one for theme in found for one in theme.ids]
    assert len(named) == len(set(named))
    for theme in found:
        inside = [by_id[one] for one in theme.ids]
        times = sorted(one.at for one in inside)
        assert len(inside) >= FEWEST
        assert any(last - first <= WITHIN for first, last in zip(times, times[FEWEST - 1 :], strict=False))
        assert times[-1] - times[0] <= LONGEST
        assert {one.category for one in inside} == {theme.category}
        assert all(theme.seed in one.features for one in inside)
    assert themes(mixed) == found


def test_four_times_as_many_posts_take_about_four_times_as_long():
    def seconds(count: int) -> float:
        texts = tuple(f"{DELIVERY[n % 5]} {OUTAGE[n % 4]} lamp{'abcdefghij'[n % 10]}" for n in range(count))
        many = posts(texts, every=0.05)
        began = time.process_time()
        themes(many)
        return time.process_time() - began

    small = min(seconds(500) for _ in range(3))
    large = min(seconds(2000) for _ in range(3))
    assert large < 9 * small  # square time would be sixteen times


def test_an_orders_number_and_the_letters_before_it_are_no_theme():
    texts = tuple(
        f"{word} QX-{1000 + number}"
        for number, word in enumerate(("lamp", "kettle", "sofa", "chair", "shelf"))
    )

    assert themes(posts(texts)) == []
    assert "qx" not in content_words("parcel QX-4411, QX4412 and order#QX-9")


def test_words_of_everyday_talk_are_no_theme():
    assert (
        themes(posts(("rain and coffee", "coffee, rain", "photo: rain, coffee", "more rain, more coffee")))
        == []
    )
