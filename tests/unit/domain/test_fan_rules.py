"""Who is suggested as a fan and who is not, at the edge of each rule, and the sentences that say why."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from mutuals.domain import loyalty
from mutuals.domain.loyalty import FanDecision
from mutuals.domain.model import Category, Fan, Interaction, Person, Post, Relationship
from mutuals.domain.policy import FollowPolicy, Policy
from tests.unit.domain.cases import BRAND, NOW, chats, fan, person, post

POLICY = Policy()
OFTEN = chats(1, 3, 5, 8, 13)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
FOLLOWS_US = Relationship(follows_us=True)
RARE = FanDecision(False, ("Not often enough yet.",))


def judged(known: Fan | None = None, who: Person | None = None, posts: list[Post] | None = None,
           policy: Policy = POLICY, now: datetime = NOW) -> FanDecision:  # fmt: skip
    """What the rule says; of a fan about whom nothing is out of the ordinary, unless told otherwise."""
    return loyalty.assess_fan(known or fan(), who or person(), OFTEN if posts is None else posts, now, policy)


# --- told, with reasons


def test_a_fan_is_told_in_three_sentences():
    posts = [
        *chats(20, 18, kind=Interaction.REPLY), *chats(10, 9, 8, kind=Interaction.MENTION),
        *chats(2, kind=Interaction.HELPED),
    ]  # fmt: skip

    assert judged(posts=posts) == FanDecision(
        True,
        (
            "Follows you and spoke to you 6 times on 6 days in the last 20 days.",
            "You do not follow back.",
            "They answered another customer once, replied to you 2 times and mentioned you 3 times. Nobody has answered yet.",
        ),
    )


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Interaction.HELPED, "answered another customer"),
        (Interaction.RECOMMENDED, "recommended you"),
        (Interaction.QUOTE, "quoted you"),
        (Interaction.REPOST, "reposted you"),
        (Interaction.REPLY, "replied to you"),
        (Interaction.MENTION, "mentioned you"),
    ],
)
def test_each_act_of_love_has_its_words(kind, words):
    posts = chats(1, 3, 5, 8, 13, kind=kind)

    assert judged(posts=posts).why[2] == f"They {words} 5 times. Nobody has answered yet."


def test_two_kinds_of_acts_are_joined_by_and():
    posts = [*chats(13, 8, 5, 3), *chats(1, kind=Interaction.QUOTE)]

    assert judged(posts=posts).why[2].startswith("They quoted you once and mentioned you 4 times. ")


def test_posts_that_count_as_nothing_are_days_but_no_acts():
    posts = [*chats(13, 8, 5, 3), replace(post(9, at=NOW - DAY, text="hm"), interaction=None)]

    assert judged(posts=posts).why[2].startswith("They mentioned you 4 times. ")


def test_what_all_happened_today_happened_in_the_last_day():
    eager = replace(POLICY, fan_days=1)

    assert (
        judged(posts=chats(0.1, 0.2, 0.3, 0.31, 0.32), policy=eager)
        .why[0]
        .endswith("on 1 day in the last 1 day.")
    )


@pytest.mark.parametrize(
    ("times", "said"),
    [(0, "Nobody has answered yet."), (1, "You have answered 1 time."), (2, "You have answered 2 times.")],
)
def test_how_often_the_brand_has_answered_is_said(times, said):
    assert loyalty.answered_so_often(times) == said
    assert judged(fan(two_way=times)).why[2].endswith(said)


# --- often enough


@pytest.mark.parametrize(
    ("posts", "loyal"),
    [
        (chats(1, 3, 5, 8, 90), True),
        (chats(1, 3, 5, 8, 90.01), False),
        (chats(1, 3, 5, 8, -5 / 1440), True),
        (chats(1, 3, 5, 8, -6 / 1440), False),
        (chats(30, 33, 35, 38, 40), True),
        (chats(30.01, 33, 35, 38, 40), False),
        (chats(1, 1.01, 2, 2.01, 3), True),
        (chats(1, 1.01, 1.02, 2, 2.01), False),
    ],
    ids=["the last day of the window", "a bit before it", "a clock ahead by five minutes", "by six", "a month ago",
         "a bit more", "on three days", "on two"],
)  # fmt: skip
def test_frequency_counts_to_the_edge_of_the_window_and_not_beyond(posts, loyal):
    assert loyalty.often_enough(posts, NOW, POLICY) is loyal
    assert judged(posts=posts).loyal is loyal


COLD = [replace(each, category=None) for each in OFTEN]


@pytest.mark.parametrize("policy", [FollowPolicy.LOYAL, FollowPolicy.TALK])
def test_plain_mentions_are_no_loyalty_without_something_warm_or_a_talk(policy):
    strict = replace(POLICY, follow_policy=policy)
    said = judged(posts=COLD, policy=strict)

    assert said.why == ("They have only named the brand: nothing warm, and no talk with it yet.",)
    assert judged(fan(two_way=1), posts=COLD, policy=strict).loyal
    assert judged(posts=[*COLD[:4], replace(COLD[4], interaction=Interaction.QUOTE)], policy=strict).loyal


def test_who_complains_more_than_they_praise_is_no_fan():
    def told(complaints: int, posts: list[Post]) -> bool:
        return loyalty.assess_fan(fan(two_way=1), person(), posts, NOW, POLICY, complaints=complaints).loyal

    warm = [replace(each, category=Category.PRAISE) for each in OFTEN]
    assert not told(3, OFTEN)
    assert told(2, COLD)
    assert told(5, warm)
    assert not told(6, warm)


def test_days_are_those_of_the_brands_time_zone():
    noon_in_auckland = [post(n, at=NOW - timedelta(days=d), interaction=Interaction.QUOTE, text=f"{n}")
                        for n, d in enumerate((3.05, 3, 2.97, 1.2, 1.1))]  # fmt: skip
    around_midnight = replace(POLICY, time_zone="Pacific/Auckland")

    assert judged(posts=noon_in_auckland) == RARE
    assert judged(posts=noon_in_auckland, policy=around_midnight).loyal


@pytest.mark.parametrize(
    ("policy", "asked", "within"),
    [
        (FollowPolicy.LOYAL, 5, 30 * DAY),
        (FollowPolicy.TALK, 5, 30 * DAY),
        (FollowPolicy.ENGAGED, 2, 30 * DAY),
        (FollowPolicy.EVERYONE, 1, 90 * DAY),
    ],
)
def test_each_follow_policy_asks_for_so_many_interactions_within_so_long(policy, asked, within):
    chosen = replace(POLICY, follow_policy=policy)

    assert loyalty.at_least(chosen) == asked
    assert loyalty.last_within(chosen) == within


@pytest.mark.parametrize("policy", [FollowPolicy.ENGAGED, FollowPolicy.EVERYONE])
def test_a_lenient_policy_does_not_ask_for_several_days(policy):
    assert loyalty.often_enough(chats(1, 1.01), NOW, replace(POLICY, follow_policy=policy))


@pytest.mark.parametrize("policy", [FollowPolicy.LOYAL, FollowPolicy.TALK])
def test_a_strict_policy_asks_for_several_days(policy):
    assert not loyalty.often_enough(
        chats(1, 1.01, 1.02, 1.03, 1.04), NOW, replace(POLICY, follow_policy=policy)
    )


@pytest.mark.parametrize(
    ("changes", "counts"),
    [
        ({}, True),
        ({"category": Category.QUESTION}, False),
        ({"category": Category.PRAISE}, True),
        ({"in_reply_to_person": BRAND}, False),
        ({"in_reply_to_person": BRAND, "interaction": Interaction.REPLY}, True),
        ({"in_reply_to_person": "7"}, True),
    ],
    ids=[
        "a mention",
        "a question",
        "praise",
        "an answer to our help desk",
        "a warm reply",
        "their own thread",
    ],
)
def test_who_asks_or_answers_our_help_desk_is_counted_as_a_customer_and_no_fan(changes, counts):
    assert loyalty.often_enough([*OFTEN[:4], replace(OFTEN[4], **changes)], NOW, POLICY) is counts


# --- reasons against


@pytest.mark.parametrize(
    ("known", "who", "why"),
    [
        (fan(preference="leave_alone"), person(), "They asked not to be followed."),
        (fan(preference="talk"), person(), "They asked not to be followed."),
        (fan(), person(gone="suspended"), "The account is suspended."),
        (fan(), person(relationship=replace(FOLLOWS_US, blocking=True)), "The brand blocks or mutes them."),
        (fan(), person(relationship=replace(FOLLOWS_US, muting=True)), "The brand blocks or mutes them."),
        (fan(), person(relationship=replace(FOLLOWS_US, we_follow=True)), "Already followed."),
        (fan(), person(relationship=replace(FOLLOWS_US, requested=True)), "Already followed."),
        (fan(), person(relationship=Relationship()), "They do not follow the brand."),
        (fan(quiet_until=NOW + MINUTE), person(), "The team decided about them a short while ago."),
    ],
)
def test_who_is_not_suggested_now_has_one_sentence_that_says_why(known, who, why):
    assert judged(known, who) == FanDecision(False, (why,))


def test_who_asks_to_be_followed_and_whose_quiet_time_is_over_is_suggested():
    assert judged(fan(preference="follow")).loyal
    assert judged(fan(quiet_until=NOW)).loyal


@pytest.mark.parametrize(
    ("policy", "why"),
    [
        ({"never_follow": {"savvari": "a rival"}}, "On your never-follow list: a rival."),
        ({"never_follow": {"savvari": ""}}, "On your never-follow list: no reason given."),
        ({"family": frozenset({"savvari"})}, "Belongs to your own organisation."),
        ({"never_follow": {"other": "a rival"}, "family": frozenset({"others"})}, None),
        ({"never_follow": {"old": "a rival"}, "known_as": {"7": "old"}}, "On your never-follow list: a rival."),
        ({"never_follow": {"savvari": "a rival"}, "known_as": {"8": "savvari"}}, None),
        ({"never_follow": {"savvari": "a rival"}, "known_as": {"8": "old"}}, "On your never-follow list: a rival."),
    ],
    ids=["listed", "listed without a reason", "family", "others listed", "renamed since", "took a listed name",
         "others renamed"],
)  # fmt: skip
def test_the_brands_own_lists_hold_by_name_and_across_renaming(policy, why):
    chosen = replace(POLICY, **policy)

    assert loyalty.listed(person(), chosen) == why
    assert judged(policy=chosen) == (FanDecision(False, (why,)) if why else judged())


def test_a_listed_handle_holds_in_capitals_too():
    loud = replace(person(), account=replace(person().account, handle="SavVari"))

    assert loyalty.listed(loud, replace(POLICY, never_follow={"savvari": "a rival"})) == (
        "On your never-follow list: a rival."
    )


def test_the_lists_speak_before_everything_else_and_gates_before_frequency():
    family = replace(POLICY, family=frozenset({"savvari"}))
    farm = person(account={"bio": "f4f"})

    assert judged(fan(preference="talk"), policy=family).why == ("Belongs to your own organisation.",)
    assert judged(fan(), farm, chats(1)).why == ("The profile trades follows.",)
    assert judged(posts=chats(1)) == RARE


# --- the gates


@pytest.mark.parametrize(
    ("account", "why"),
    [
        ({"created_at": NOW - 14 * DAY + MINUTE}, "The account is less than two weeks old."),
        ({"created_at": NOW - 14 * DAY}, None),
        ({"created_at": None}, None),
        ({"bio": "I FOLLOW BACK"}, "The profile trades follows."),
        ({"bio": "I do followbacks"}, None),
    ],
)
def test_a_very_young_account_and_one_that_trades_follows_are_held_back(account, why):
    assert loyalty.gate(person(account=account), OFTEN, NOW) == why


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        (["Buy now!", "buy NOW", "hello"], "Most of their posts repeat one text."),
        (["buy now", "buy now", "hello", "bye"], None),
        (["buy now", "buy now"], None),
        (["buynow", "buy now", "bye"], None),
        (["", "", "", "hello"], None),
        ([], None),
        (["#a#b#c#d#e#f#g"], "Their posts are mostly hashtags."),
        (["#a#b#c#d#e#f"], None),
        (["#a#b#c#d#e#f#g#h#i#j#k#l#m", "none"], "Their posts are mostly hashtags."),
        (["#a#b#c#d#e#f#g#h#i#j#k#l", "none"], None),
    ],
    ids=["two of three", "half", "two are too few to say", "other words", "without words", "no posts", "seven hashtags",
         "six", "more than six on average", "six on average"],
)  # fmt: skip
def test_posts_that_repeat_one_text_or_are_hashtags_hold_a_follow_back(texts, why):
    posts = [post(number, text=text) for number, text in enumerate(texts)]

    assert loyalty.gate(person(), posts, NOW) == why
