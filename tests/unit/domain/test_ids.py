"""Ids: whatever a network calls its people and posts, a button finds its way back, and no two things share an id."""

import re
from itertools import combinations
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mutuals.cards.buttons import DISMISSALS, FEEDBACK_CHOICES, SNOOZES
from mutuals.cards.contact_preferences import FORGET, PREFERENCES
from mutuals.cards.markup import Intent
from mutuals.domain import ids
from mutuals.domain.ids import SubjectKind, TargetKind

SEEN = (
    "7", "109284", "1993000000000000000", "1" * 20, "1" * 40, "007", "",
    "did:plc:aaaabbbbccccddddeeeeffff", "did:plc:aaaabbbbccccddddeeeefffg", "did:web:ex-ample.com",
    "at://did:plc:aaaabbbbccccddddeeeeffff/app.bsky.feed.post/3kabc", "109284/1", "109284%2F1", "109284%2f1", "u-2",
    "u_2", "name@server.example", "@name@server.example", "a.b.c", "a/b", "a//b", "/", "-", "--", "-1", "~", "%", "%25",
    "bundle.5", "post.5", "digest.5", "fan.5", "müller", "mu\u0308ller", "名前", "١٢٣", "🫖", " ", "a\nb", "x" * 24,
    "x" * 25, "x" * 26, "x" * 40, "y" * 200, "y" * 199 + "z", "é" * 200, "/" * 200,
)  # fmt: skip
text = st.text(st.characters(exclude_categories=["Cs"]), max_size=220)
network_ids = st.one_of(st.sampled_from(SEEN), st.from_regex(r"[0-9]{1,22}", fullmatch=True), text)
networks = st.one_of(
    st.sampled_from(["x", "x1", "bluesky", "mastodon"]), st.from_regex(ids.NETWORK, fullmatch=True)
)
numbers = st.integers(1, 9999)
brands = st.builds(ids.brand_id, networks, network_ids)
days = st.dates().map(str)
targets = st.one_of(
    st.tuples(st.just(ids.alert_id), network_ids, numbers),
    st.tuples(st.just(ids.bundle_id), network_ids, numbers),
    st.tuples(st.just(ids.sample_id), network_ids),
    st.tuples(st.just(ids.digest_id), days),
    st.tuples(st.just(ids.own_account_id), network_ids, numbers),
)
VALUES = [
    "",
    "99999",
    *(value for value, _ in (*SNOOZES, *DISMISSALS, *FEEDBACK_CHOICES, *PREFERENCES, FORGET)),
    "again",
]
DISCORD, SLACK = 100, 150  # characters of a custom_id, and of a menu entry's value


# --- the shapes that are out there --------------------------------------------------------


def test_the_ids_of_an_x_account_are_what_they_always_were():
    assert ids.brand_id("x", "1993") == "x1993"
    assert ids.alert_id("x1993", "1234567890123456789", 2) == "x1993-1234567890123456789-2"
    assert ids.bundle_id("x1993", "1995000000000000000", 1) == "x1993-bundle.1995000000000000000-1"
    assert ids.sample_id("x1993", "1995") == "x1993-post.1995-0"
    assert ids.digest_id("x1993", "2026-11-23") == "x1993-digest.2026.11.23-0"
    assert ids.own_account_id("x1993", "1995", 2) == "x1993-account.1995-2"
    assert ids.alert_subject("x1993-5-2") == "alert/x1993-5-2"
    assert ids.bundle_subject("x1993-bundle.5-1") == "bundle/x1993-bundle.5-1"
    assert ids.subject(SubjectKind.ESCALATION, "1995", "1", "due") == "escalation/1995/1/due"
    assert ids.subject(SubjectKind.NEWS, "x1-5-2", "1995", "complaint") == "news/x1-5-2/1995/complaint"
    assert ids.subject(SubjectKind.OVERDUE, "x1-bundle.5-1") == "overdue/x1-bundle.5-1"
    assert ids.subject(SubjectKind.WAKE, "x1-5-2", "7") == "wake/x1-5-2/7"
    assert ids.subject(SubjectKind.PRIVATE, "0a1b", "failed", "U2") == "private/0a1b/failed/U2"
    assert ids.notice_subject("first-love/5") == "notice/first-love/5"
    assert ids.subjects_below(SubjectKind.ESCALATION, "1995") == "escalation/1995/"
    assert ids.job_key(ids.DELIVER, "x1993", "slack") == "deliver/x1993/slack"
    assert ids.job_key(ids.ACT, "x1993", "0a1b") == "act/x1993/0a1b"
    assert ids.job_key(ids.CLOCK, "x1993") == "clock/x1993"
    assert ids.once_key("follow", "x1-5-2") == "follow/x1-5-2"
    assert ids.once_key("reply", "x1-5-2", "1995") == "reply/x1-5-2/1995"
    assert ids.once_key("reply", "x1-5-2", "1995", 1) == "reply/x1-5-2/1995/1"


@pytest.mark.parametrize(
    ("old", "brand", "kind"),
    [
        ("x1993-1234567890123456789-2", "x1993", TargetKind.ALERT),
        ("x1993-bundle.1995-1", "x1993", TargetKind.BUNDLE),
        ("x1993-post.1995-0", "x1993", TargetKind.SAMPLE),
        ("x1993-digest.2026.11.23-0", "x1993", TargetKind.DIGEST),
        ("my-own-brand-p9-1", "my-own-brand", TargetKind.ALERT),
    ],
)
def test_a_button_that_stands_in_a_chat_since_long_still_means_the_same(
    old: str, brand: str, kind: TargetKind
):
    for key in (
        ids.parse_custom_id(f"mutuals:snooze:{old}:1h"),
        ids.parse_button_value(f"snooze:1h:{old}"),
    ):
        assert key == ids.ButtonKey("snooze", old, "1h")
        assert (ids.brand_of(key.target), ids.kind_of(key.target)) == (brand, kind)
    assert ids.parse_custom_id(f"mutuals:reply:{old}") == ids.ButtonKey("reply", old)
    assert ids.parse_button_value(f"reply::{old}") == ids.ButtonKey("reply", old)


def test_what_an_old_button_is_about_can_be_read_from_it():
    assert ids.sample_key("x1993-post.1995-0") == "1995"
    assert ids.digest_day("x1993-digest.2026.11.23-0") == "2026-11-23"
    assert ids.own_account_key("x1993-account.1995-2") == "1995"
    assert ids.own_account_key("x1993-1995-0") is None
    assert ids.sample_key("x1993-1995-0") is None
    assert ids.digest_day("x1993-1995-0") is None
    assert ids.parse_subject("escalation/1995/2/promise").parts == ("1995", "2", "promise")
    assert ids.parse_subject("escalation/1995/2/promise").of == "1995"
    assert ids.parse_subject("escalation/1995/2").part(2) == ""
    assert ids.parse_subject("notice/first-love/5").of == "first-love/5"
    assert ids.parse_job("deliver/x42/matrix/room") == ids.Job("deliver", "x42", "matrix/room")
    assert ids.parse_job("poll/x42") == ids.Job("poll", "x42")


def test_a_digest_never_changes():
    did = "did:plc:aaaabbbbccccddddeeeeffff"
    assert ids.alert_id("x1", did, 1) == "x1-~yf3ekp74kbt5sp3uni334db4-1"
    assert ids.brand_id("bluesky", did) == "bluesky~yf3ekp74kbt5"
    assert ids.memo_of(ids.key_of(did)) == "id/~yf3ekp74kbt5sp3uni334db4"


# --- there and back -----------------------------------------------------------------------


@settings(deadline=None)
@given(brands, network_ids, numbers)
def test_an_alert_knows_its_brand_whoever_it_is_about(brand: str, person_id: str, episode: int):
    alert = ids.alert_id(brand, person_id, episode)

    assert ids.brand_of(alert) == brand
    assert ids.kind_of(alert) is TargetKind.ALERT
    assert ids.sample_key(alert) is None
    assert ids.digest_day(alert) is None


@settings(deadline=None)
@given(brands, network_ids, numbers)
def test_a_bundle_knows_its_brand_whatever_it_began_with(brand: str, case_id: str, number: int):
    bundle = ids.bundle_id(brand, case_id, number)

    assert ids.brand_of(bundle) == brand
    assert ids.kind_of(bundle) is TargetKind.BUNDLE


@settings(deadline=None)
@given(brands, network_ids)
def test_a_post_offered_for_feedback_is_found_by_its_key(brand: str, post_id: str):
    offered = ids.sample_id(brand, post_id)

    assert ids.brand_of(offered) == brand
    assert ids.sample_key(offered) == ids.key_of(post_id)
    assert ids.is_digest(ids.key_of(post_id)) or ids.key_of(post_id) == post_id


@settings(deadline=None)
@given(brands, network_ids, numbers)
def test_an_account_that_is_asked_about_is_found_by_its_key(brand: str, person_id: str, times: int):
    target = ids.own_account_id(brand, person_id, times)

    assert (ids.brand_of(target), ids.kind_of(target)) == (brand, TargetKind.OWN_ACCOUNT)
    assert ids.own_account_key(target) == ids.key_of(person_id)
    assert ids.sample_key(target) is None


@settings(deadline=None)
@given(brands, days)
def test_a_digest_knows_its_day(brand: str, day: str):
    digest = ids.digest_id(brand, day)

    assert (ids.brand_of(digest), ids.digest_day(digest)) == (brand, day)


@settings(deadline=None)
@given(networks, network_ids)
def test_a_brand_knows_its_network(network: str, account_id: str):
    assert ids.network_of(ids.brand_id(network, account_id)) == network


@pytest.mark.parametrize("name", ["", "X", "blue sky", "blue-sky", "1x", "x" * 17, "a~b", "a/b", "x\n"])
def test_a_network_with_a_name_that_would_spoil_ids_is_refused(name: str):
    with pytest.raises(ValueError, match="no name of a network"):
        ids.brand_id(name, "1")


@settings(deadline=None)
@given(
    st.sampled_from([one for one in SubjectKind if one is not SubjectKind.NOTICE]),
    st.lists(network_ids, min_size=1),
)
def test_what_a_message_shows_is_read_back_whatever_it_is_called(kind: SubjectKind, parts: list[str]):
    assert ids.parse_subject(ids.subject(kind, *parts)) == ids.Subject(kind, tuple(parts))


@settings(deadline=None)
@given(network_ids)
def test_the_key_of_a_notice_may_hold_anything(key: str):
    assert ids.parse_subject(ids.notice_subject(key)) == ids.Subject("notice", (key,))


@settings(deadline=None)
@given(network_ids, network_ids, network_ids)
@example("a", "a/b", "due")
def test_looking_below_finds_the_own_messages_and_no_others(mine: str, other: str, rest: str):
    prefix = ids.subjects_below(SubjectKind.ESCALATION, mine)

    assert ids.subject(SubjectKind.ESCALATION, mine, rest).startswith(prefix)
    assert ids.subject(SubjectKind.ESCALATION, other, rest).startswith(prefix) == (mine == other)


@settings(deadline=None)
@given(st.sampled_from(["deliver", "act", "clock", "poll"]), network_ids, network_ids)
def test_a_job_is_read_back_for_whatever_brand(kind: str, brand: str, rest: str):
    assert ids.parse_job(ids.job_key(kind, brand, rest)) == ids.Job(kind, brand, rest)


@settings(deadline=None)
@given(st.sampled_from(list(Intent)), network_ids, network_ids)
def test_a_button_is_read_back_in_both_chats_whatever_it_carries(do: Intent, target: str, value: str):
    key = ids.ButtonKey(do.value, target or "a", value)

    assert ids.parse_custom_id(ids.custom_id(key)) == key
    assert ids.parse_button_value(ids.button_value(key)) == key


@settings(deadline=None)
@given(text)
@example("mutuals::::")
@example("a:%ff:b")
@example("--")
@example("deliver")
def test_nothing_that_comes_back_from_outside_can_break_the_reading(damaged: str):
    ids.brand_of(damaged), ids.kind_of(damaged), ids.sample_key(damaged), ids.digest_day(damaged)
    ids.own_account_key(damaged)
    ids.parse_custom_id(damaged), ids.parse_button_value(damaged), ids.network_of(damaged)
    assert ids.parse_subject(damaged).parts
    assert ids.parse_job(damaged).kind == damaged.partition("/")[0]


@pytest.mark.parametrize("damaged", ["", ":", "a:b", "reply::", "reply:1h:", "reply:%ff:x1-5-1"])
def test_a_damaged_value_of_a_button_in_slack_is_noticed(damaged: str):
    assert ids.parse_button_value(damaged) is None


# --- never two things with one id ---------------------------------------------------------


def test_no_two_of_the_ids_that_networks_use_share_a_key():
    assert len({ids.key_of(one) for one in SEEN}) == len(set(SEEN)) == len(SEEN)
    assert max(len(ids.key_of(one)) for one in SEEN) == 25
    made = [ids.brand_id(network, one) for network in ("x", "x1", "xx", "bluesky") for one in SEEN]
    assert len(set(made)) == len(made)


@settings(deadline=None)
@given(st.lists(st.tuples(brands, targets), min_size=2, max_size=8, unique=True))
def test_two_things_to_press_on_never_share_an_id(made: list[tuple[str, tuple[Any, ...]]]):
    every = {target[0](brand, *target[1:]) for brand, target in made}

    assert len(every) == len(made)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(list(SubjectKind)[:-1]), network_ids, network_ids), max_size=8, unique=True
    )
)
def test_two_messages_never_share_a_subject(made: list[tuple[SubjectKind, str, str]]):
    every = {ids.subject(kind, *parts) for kind, *parts in made}

    assert len(every) == len(made)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["act", "poll"]), network_ids, network_ids), max_size=8, unique=True)
)
def test_two_jobs_never_share_a_key(made: list[tuple[str, str, str]]):
    assert len({ids.job_key(*one) for one in made}) == len(made)


@settings(deadline=None)
@given(brands, st.lists(st.tuples(network_ids, numbers), min_size=1, max_size=4, unique=True), network_ids)
def test_two_acts_never_count_as_one(brand: str, people: list[tuple[str, int]], post_id: str):
    alerts = [ids.alert_id(brand, *one) for one in people]
    every = [ids.once_key("follow", one) for one in alerts]
    every += [ids.once_key(kind, one, post_id) for kind in ("reply", "acknowledge") for one in alerts]

    assert len(set(every)) == len(every)


def test_a_brand_whose_networks_name_ends_in_a_number_is_not_taken_for_another():
    pairs = [("x", "123"), ("x1", "23"), ("x12", "3"), ("x123", "")]
    for one, other in combinations(pairs, 2):
        assert ids.brand_id(*one) != ids.brand_id(*other)


# --- what fits ----------------------------------------------------------------------------


@settings(deadline=None)
@given(networks, network_ids, targets)
@example("a" * 16, "y" * 200, (ids.bundle_id, "y" * 200, 9999))
@example("a" * 16, "1" * 20, (ids.bundle_id, "y" * 200, 9999))
@example("a" * 16, "1" * 20, (ids.alert_id, "é" * 200, 9999))
def test_every_button_of_everything_fits_into_both_chats(
    network: str, account_id: str, target: tuple[Any, ...]
):
    named = target[0](ids.brand_id(network, account_id), *target[1:])
    for do in Intent:
        for value in VALUES:
            key = ids.ButtonKey(do.value, named, value)
            assert len(ids.custom_id(key)) <= DISCORD
            assert len(ids.button_value(key)) <= SLACK
        assert len(ids.custom_id(ids.ButtonKey("form", named, do.value))) <= DISCORD


@settings(deadline=None)
@given(network_ids)
def test_a_key_is_short_and_made_of_characters_that_nobody_escapes(network_id: str):
    assert re.fullmatch(r"[A-Za-z0-9_~]{1,25}", ids.key_of(network_id))
