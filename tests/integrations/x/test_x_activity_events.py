"""Events of X in every shape that its pages or others have shown: read liberally, and never an error."""

import json
from typing import Any

import pytest

from mutuals.ports.events import EventBody, FollowChanged, PostDeleted, PostWritten, SignInRevoked
from mutuals_x import activity_events

BRAND, ANA = "900", "77"
POST = {
    "id": "1979880205317046272",
    "author_id": ANA,
    "text": "torn",
    "created_at": "2026-11-23T12:00:00.000Z",
}


def body(kind: str, payload: Any, **changes: Any) -> EventBody:
    """The one event of an envelope."""
    data = {
        "event_uuid": "e1",
        "event_type": kind,
        "filter": {"user_id": BRAND},
        "payload": payload,
        **changes,
    }
    found = activity_events.read(json.dumps({"data": data}).encode())
    assert found is not None
    assert len(found.events) == 1, found
    return found.events[0].body


def test_a_mention_is_one_though_its_entities_are_left_out():
    told = body("post.mention.create", POST)

    assert isinstance(told, PostWritten)
    assert told.post.mentions == (BRAND,)


@pytest.mark.parametrize("field", ["in_reply_to_tweet_id", "in_reply_to_post_id"])
def test_what_a_reply_answers_is_read_from_either_spelling(field: str):
    told = body("post.reply.create", {**POST, field: "5"})

    assert isinstance(told, PostWritten)
    assert (told.post.in_reply_to, told.post.in_reply_to_person) == ("5", BRAND)


def test_a_post_within_data_is_read_as_users_are():
    told = body("post.create", {"data": POST})

    assert isinstance(told, PostWritten)
    assert told.post.id == POST["id"]


def test_a_quote_quotes_the_brand_and_a_repost_reposts_something():
    quote, repost = body("post.quote.create", POST), body("post.repost.create", POST)

    assert isinstance(quote, PostWritten)
    assert isinstance(repost, PostWritten)
    assert quote.post.quotes_person == BRAND
    assert repost.post.reposts == ""


@pytest.mark.parametrize(
    "payload",
    [{"id": "5"}, {"post_id": "5"}, {"tweet_id": "5"}, {"data": {"id": "5"}}, {"tweet": {"id": 5}}],
)
def test_a_deleted_post_is_found_wherever_its_id_stands(payload: dict[str, Any]):
    assert body("post.delete", payload) == PostDeleted("5")


@pytest.mark.parametrize("wrap", [lambda user: {"data": user}, lambda user: user])
def test_a_follow_tells_who_follows_whom_and_who_that_is(wrap: Any):
    ana, brand = {"id": ANA, "username": "ana_p", "name": "Ana"}, {"id": BRAND, "username": "tarnhats"}
    came = body("follow.follow", {"source": wrap(ana), "target": wrap(brand)})
    left = body("follow.unfollow", {"source": wrap(brand), "target": wrap(ana)})

    assert isinstance(came, FollowChanged)
    assert isinstance(left, FollowChanged)
    assert (came.source_id, came.target_id, came.follows) == (ANA, BRAND, True)
    assert (left.source_id, left.target_id, left.follows) == (BRAND, ANA, False)
    assert came.other is not None
    assert came.other == left.other
    assert came.other.handle == "ana_p"


@pytest.mark.parametrize(
    ("payload", "changes"),
    [
        ({}, {}),
        ({"user_id": BRAND}, {"filter": {}}),
        ({"source": {"data": {"id": BRAND}}}, {"filter": None}),
        ({"user": {"id": BRAND}}, {"filter": {}}),
    ],
)
def test_a_revoked_access_is_of_whoever_is_named(payload: dict[str, Any], changes: dict[str, Any]):
    assert body("oauth.revoke", payload, **changes) == SignInRevoked()


@pytest.mark.parametrize(
    "data",
    [
        {"event_type": "post.mention.create"},
        {"event_type": "post.mention.create", "filter": {"user_id": BRAND}, "payload": {"id": "x"}},
        {"event_type": "follow.follow", "filter": {"user_id": BRAND}, "payload": {"source": {"data": {"id": "1"}}}},
        {"event_type": "follow.follow", "filter": {"user_id": BRAND},
         "payload": {"source": {"id": "1"}, "target": {"id": "2"}}},
        {"event_type": "post.delete", "filter": {"user_id": BRAND}, "payload": {}},
        {"event_type": 5, "filter": {"user_id": BRAND}, "payload": POST},
        {"event_type": "news.new", "filter": {"keyword": "hats"}, "payload": {}},
    ],
)  # fmt: skip
def test_what_is_not_understood_is_counted_and_left(data: dict[str, Any]):
    found = activity_events.read(json.dumps({"data": data}).encode())

    assert found == activity_events.Envelopes(unread=1)


def test_the_same_event_without_a_name_has_the_same_name_again():
    data = {"event_type": "post.mention.create", "filter": {"user_id": BRAND}, "payload": POST}
    first, again = (activity_events.read(json.dumps({"data": data}).encode()) for _ in range(2))

    assert first is not None
    assert first == again
    assert first.events[0].name


def test_errors_in_place_of_events_are_given_in_both_shapes():
    listed = activity_events.read(b'{"errors": [{"title": "operational-disconnect"}]}')
    alone = activity_events.read(b'{"title": "ConnectionException", "detail": "too many"}')

    assert listed is not None
    assert alone is not None
    assert [one["title"] for one in (*listed.problems, *alone.problems)] == [
        "operational-disconnect",
        "ConnectionException",
    ]


@pytest.mark.parametrize("raw", [b"", b"[]", b"7", b"{", b"\xff", b"[" * 100_000])
def test_what_is_no_object_is_nothing(raw: bytes):
    assert activity_events.read(raw) is None
