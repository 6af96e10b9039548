"""X's JSON becomes our values in either spelling, and nothing in it can stop the service."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mutuals_x import parse
from mutuals_x.api_response import read
from tests.support.examples import examples

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)

RAW = {
    "id": "12",
    "author_id": "77",
    "text": "AT&amp;T &lt;3",
    "created_at": "2026-11-23T11:00:00.000Z",
    "conversation_id": "10",
    "in_reply_to_user_id": "900",
    "lang": "en",
    "possibly_sensitive": True,
    "entities": {"mentions": [{"username": "brand", "id": "900"}, {"username": "no_id"}]},
    "edit_history_tweet_ids": ["11", "12"],
    "referenced_tweets": [{"type": "replied_to", "id": "10"}, {"type": "quoted", "id": "3"}],
    "note_tweet": {"text": "the whole text", "entities": {"mentions": [{"id": "901"}]}},
}
RENAMED = {
    "edit_history_tweet_ids": "edit_history_post_ids",
    "referenced_tweets": "referenced_posts",
    "note_tweet": "note_post",
}
KEYS = [*RAW, *RENAMED.values(), "username", "name", "public_metrics", "connection_status", "protected", "type",
        "resource_id", "value", "detail", "title", "tweets", "posts", "mentions", "followers_count"]  # fmt: skip

leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
json_values = st.recursive(
    leaves | st.sampled_from(["12", "0001-01-01T00:00:00+14:00"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), inner, max_size=6)
    ),
    max_leaves=25,
)
objects = st.dictionaries(st.sampled_from(KEYS), json_values, max_size=12)


@pytest.mark.parametrize("names", [{}, RENAMED])
def test_a_post_is_read_in_both_spellings(names: dict[str, str]) -> None:
    post = parse.post({names.get(key, key): value for key, value in RAW.items()})

    assert post is not None
    assert post.text == "the whole text"
    assert (post.in_reply_to, post.in_reply_to_person, post.quotes) == ("10", "900", "3")
    assert (post.mentions, post.first_version, post.sensitive) == (("900", "901"), "11", True)
    assert post.at == datetime(2026, 11, 23, 11, tzinfo=UTC)


def test_the_text_is_what_the_person_wrote() -> None:
    post = parse.post({**RAW, "note_tweet": None, "text": "AT&amp;T &lt;3 &amp;lt; \x00\ud800"})

    assert post is not None
    assert post.text == "AT&T <3 &lt; \ufffd\ufffd"


def test_ids_may_be_numbers() -> None:
    post = parse.post({**RAW, "id": 12, "author_id": 77})

    assert post is not None
    assert (post.id, post.author_id) == ("12", "77")


def test_an_unreadable_date_is_told_by_the_id() -> None:
    post = parse.post({**RAW, "id": "1541815603606036480", "created_at": "yesterday"})

    assert post is not None
    assert post.at == datetime(2022, 6, 28, 16, 7, 40, 105_000, tzinfo=UTC)
    assert parse.post({**RAW, "created_at": "yesterday"}) is None


def test_a_repost_and_who_a_quote_came_from_are_known() -> None:
    refs = [{"type": "retweeted", "id": "8"}, {"type": "quoted", "id": "3"}]
    post = parse.post({**RAW, "referenced_tweets": refs}, {"posts": [{"id": "3", "author_id": "900"}]})

    assert post is not None
    assert (post.reposts, post.quotes_person) == ("8", "900")


@pytest.mark.parametrize("count", ["tweet_count", "post_count"])
def test_an_account_is_read_in_both_spellings(count: str) -> None:
    raw = {
        "id": "77",
        "username": "ana",
        "name": "Ana &amp; Co",
        "description": "bio",
        "public_metrics": {"followers_count": 5, "following_count": 6, count: 7},
        "verified_type": "blue",
        "protected": True,
        "connection_status": ["followed_by", "muting"],
        "profile_image_url": "javascript:alert(1)",
    }

    person = parse.person(raw, NOW)

    assert person is not None
    who = person.account
    assert (who.name, who.followers, who.following, who.posts) == ("Ana & Co", 5, 6, 7)
    assert (who.verified, who.avatar_url) == (True, None)
    assert (person.relationship.follows_us, person.relationship.we_follow) == (True, False)
    assert (person.relationship.muting, person.gone) == (True, "protected")


@pytest.mark.parametrize(
    ("urls", "link"),
    [
        ([{"url": "https://t.co/a", "expanded_url": "https://kim.example/x", "display_url": "kim.example/x"}],
         "https://kim.example/x"),
        ([{"url": "https://t.co/a", "display_url": "kim.example/x"}], "kim.example/x"),
        ([], None),
        ("kim.example", None),
        (None, None),
    ],
)  # fmt: skip
def test_the_address_in_a_profile_is_where_it_leads(urls: Any, link: str | None) -> None:
    raw = {"id": "77", "username": "kim", "url": "https://t.co/a", "entities": {"url": {"urls": urls}}}

    account = parse.account(raw)

    assert account is not None
    assert account.link == link


def test_a_handle_that_could_not_be_one_is_no_account() -> None:
    assert parse.account({"id": "77", "username": "../../admin"}) is None


@settings(max_examples=examples(300), deadline=None)
@given(value=objects, includes=objects)
def test_no_object_whatever_raises(value: dict[str, Any], includes: dict[str, Any]) -> None:
    complete = {**RAW, **value}
    for one in (value, complete):
        post = parse.post(one, includes)
        assert post is None or (post.at.tzinfo is not None and post.text.encode() is not None)
        parse.person(one, NOW)
        parse.person({**one, "username": "ana"}, NOW)
        parse.gone(one)


@settings(max_examples=examples(100), deadline=None)
@given(raw=st.binary(max_size=200))
def test_no_bytes_whatever_raise(raw: bytes) -> None:
    read(200, {}, raw)


def test_json_nested_without_end_is_no_body() -> None:
    assert read(200, {}, b"[" * 200_000).body is None
