"""The card of a person: short, honest about what is not known, whole in both chats whatever it holds."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from mutuals.cards import fan_lists, person
from mutuals.cards.fan_lists import FanList
from mutuals.cards.markup import EphemeralReply, Intent
from mutuals.cards.person_view import may_follow
from mutuals.domain.bonds import BondChange, BondEvent
from mutuals.domain.contact_preferences import ContactPreference
from mutuals.domain.drift import Drift
from mutuals.domain.exchanges import exchanges
from mutuals.domain.leaving import LeaveRisk, Leaving
from mutuals.domain.model import CaseState, Category, Person, Relationship
from mutuals.domain.policy import FollowPolicy, Policy
from mutuals.testing.plain_text import of_reply
from tests.unit.cards.alert_views import FOLLOWERS, NOW, account, case
from tests.unit.cards.person_views import DAY, TARGET, person_view, said, worst
from tests.unit.cards.test_queue import sent

NAMES = ["Mia Quist", "N" * 100, "\u202egnal si eman siht", "🦊🦊🦊 **fox** <!channel> @everyone", "مريم"]


def told(**fields: Any) -> str:
    return of_reply(person.card(person_view(**fields)))


def offered(reply: EphemeralReply) -> list[Intent]:
    assert reply.card is not None
    return [one.do for one in reply.card.buttons]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "text", ["x" * 4000, "🦊" * 2000, "<!channel> **bold** [a](b) " * 150, "مرحبا " * 600]
)
def test_the_fullest_card_is_one_that_both_chats_take(text: str, name: str):
    reply = person.card(worst(text, name, "h" * 50))
    blocks, components = sent(reply)

    assert "<!channel>" not in str([one for one in blocks if one.get("text", {}).get("type") == "mrkdwn"])
    assert "Add note" in str(blocks)
    assert "Add note" in str(components)
    assert "Notes of your team" in str(blocks)
    assert "Notes of your team" in str(components)


def test_no_count_of_followers_is_ever_shown():
    assert str(FOLLOWERS) not in told()
    assert "followers" not in told()


def test_what_is_not_known_is_said_to_be_not_known_and_nothing_is_guessed():
    shown = told(person=None, fan=None, posts=[], first_at=None)

    assert "About somebody whose name is not known" in shown
    assert "not looked up yet, so whether they follow you is not known" in shown
    assert "0 posts from them, no answer from you" in shown
    assert "You owe them: nothing." in shown
    assert "May leave" not in shown


def test_since_when_they_follow_is_exact_only_where_it_was_seen_to_begin():
    at_first = BondChange("7", BondEvent.THEY_FOLLOW, NOW - 5 * DAY)

    assert "follows you since at least " in told(bonds=[at_first])
    assert "follows you since at least " not in told(bonds=[replace(at_first, since=NOW - 6 * DAY)])
    left = told(bonds=[at_first, BondChange("7", BondEvent.THEY_LEFT, NOW, NOW - DAY)])
    assert "stopped following you about " in left
    assert "since at least" not in left


def test_what_is_owed_is_told_in_posts_and_a_last_word_of_yours_only_where_there_was_one():
    posts = [said(9), said(3)]
    assert "You owe them: an answer to 2 posts, the oldest " in told()
    spoke = replace(exchanges(posts, [], NOW, Policy()), answers=1, talks=1)
    assert "an answer to 2 posts since your last word, the oldest " in told(posts=posts, talk=spoke)
    assert "1 answer from you, 1 talk both ways" in told(posts=posts, talk=spoke)
    assert "0 talks" not in told()
    assert "Last word" not in told()


def test_what_they_said_is_one_timeline_with_what_became_of_it():
    posts = [said(8, Category.COMPLAINT, "it broke"), said(4, text="all is well"), said(2, Category.OTHER)]
    shown = told(posts=posts, cases=(case(id="8", post_ids=("8",), state=CaseState.EXPIRED),))

    assert "What they said: 1 complaint, praise once." in shown
    assert shown.index("all is well") < shown.index("it broke")
    assert "it broke” View on X · never answered" in shown
    gone = told(posts=[replace(posts[0], text="", gone="deleted")])
    assert "(its words are gone from X)" in gone


def test_a_wish_comes_with_its_date_and_who_said_so_and_forbids_to_follow():
    wish = ContactPreference("talk", NOW - DAY, None)

    assert "Wish: not to be followed (their own words, " in told(preference=wish)
    assert Intent.FOLLOW in offered(person.card(person_view()))
    assert Intent.FOLLOW not in offered(person.card(person_view(preference=wish)))
    alone = person.card(person_view(preference=replace(wish, value="leave_alone")))
    assert offered(alone) == [Intent.NOTE]


@pytest.mark.parametrize(
    "fields",
    [
        {"person": None},
        {"person": Person(account(), Relationship(follows_us=True, we_follow=True), NOW)},
        {"person": Person(account(), Relationship(follows_us=True, requested=True), NOW)},
        {"person": Person(account(), Relationship(), NOW)},
        {"person": Person(account(), Relationship(follows_us=True), NOW, gone="suspended")},
        {
            "person": Person(
                replace(account(), created_at=NOW - timedelta(days=3)), Relationship(follows_us=True), NOW
            )
        },
        {"policy": Policy(never_follow={"mia": "a competitor"})},
        {"policy": Policy(follow_policy=FollowPolicy.TALK)},
    ],
)
def test_follow_is_offered_only_where_it_makes_sense(fields: dict[str, Any]):
    assert may_follow(person_view())
    assert not may_follow(person_view(**fields))


def test_that_they_may_leave_is_said_with_its_signs():
    shown = told(leaving=Leaving(LeaveRisk.SOME, ("They were never answered.",)))

    assert "May leave: perhaps. They were never answered." in shown
    assert "May leave: likely." in told(leaving=Leaving(LeaveRisk.HIGH, ("They left.",)))


def test_buttons_act_on_the_person_where_no_alert_waits():
    reply = person.card(person_view())

    assert reply.card is not None
    assert reply.card.alert_id == TARGET
    assert offered(reply) == [Intent.VIEW, Intent.FOLLOW, Intent.NOTE]


def test_nobody_of_that_name_offers_up_to_three_others():
    assert of_reply(person.nobody("mai", ["mia", "mae"])).endswith(
        "Did you mean /mutuals person @mia or /mutuals person @mae?"
    )
    assert "Did you mean" not in of_reply(person.nobody("mai", []))


# --- the lists of people --------------------------------------------------------------------


@pytest.mark.parametrize("which", FanList)
@pytest.mark.parametrize("name", NAMES)
def test_the_longest_list_is_one_that_both_chats_take(which: FanList, name: str):
    views = [
        replace(
            worst("🦊" * 2000, name, f"{number}{'h' * 40}"),
            target=f"x900-person.{number}-0",
            drift=Drift(9.0, 30, 0, NOW),
            cause="They stopped after 60 posts without an answer.",
        )
        for number in range(10)
    ]
    reply = fan_lists.listing(which, views, f"x900-queue.{which}-0", start=10, more=10)
    blocks, components = sent(reply)

    assert "Show more" in str(blocks)
    assert "Show more" in str(components)
    assert "Person" in str(components)


@pytest.mark.parametrize("which", FanList)
def test_an_empty_list_says_what_that_means(which: FanList):
    said = of_reply(fan_lists.listing(which, [], "x900-queue.next-0", start=0, more=0))

    assert fan_lists.LISTINGS[which].nothing in said


def test_a_list_that_ends_says_so_by_having_no_way_on():
    view = person_view()
    last = fan_lists.listing(FanList.NEXT, [view], "x900-queue.next-0", start=10, more=0)

    assert "Show more" not in of_reply(last)
    assert "Most loyal first" in of_reply(last)
