"""Who is at work on an alert, what the form knows, and reasons that agree with what stands beside them."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from mutuals.cards.markup import Intent
from tests.acceptance.alerts import complaint
from tests.acceptance.house import COMPLAINT, START, House, Open
from tests.support.present import present
from tests.support.waiting import until


async def texts(house: House, handle: str = "mia") -> list[str]:
    return [one.text for one in (await house.in_both(handle)).values()]


# --- writing


@pytest.mark.smoke
async def test_after_cancel_nobody_is_shown_as_writing_and_the_draft_is_kept(house: House):
    alert = await complaint(house)
    await house.open_form(house.ana, alert)
    await house.in_both("mia", "Ana is writing")
    await house.slack.view_action(house.ana.id, "mutuals:text", "Sorry, Mia, we")
    await house.slack.close_view(house.ana.id)
    await house.quiet()

    assert not [one for one in await texts(house) if "is writing" in one]
    await house.open_form(house.ana, alert)
    assert house.filled(house.ana) == "Sorry, Mia, we"


@pytest.mark.parametrize("name", ["ana", "ben"])
async def test_who_presses_something_else_is_no_longer_shown_as_writing(house: House, name: str):
    """Discord tells nobody that a form was closed; but a form covers every button."""
    who = getattr(house, name)
    mia, lo = await complaint(house), await complaint(house, "lo")
    await house.open_form(who, mia)
    await house.in_both("mia", "is writing" if name == "ana" else "may be writing")
    if name == "ana":
        house.slack.space.modals.clear()
    else:
        house.discord.close_modal(who.id)
    await house.press(who, lo, Intent.CLAIM)

    assert not [one for one in await texts(house) if "writing" in one]


async def test_who_opens_another_form_writes_there_and_nowhere_else(house: House):
    mia, lo = await complaint(house), await complaint(house, "lo")
    await house.open_form(house.ben, mia)
    house.discord.close_modal(house.ben.id)
    await house.open_form(house.ben, lo)

    assert not [one for one in await texts(house) if "writing" in one]
    await house.in_both("lo", "Ben Okafor opened the form at", "may be writing")


# --- claims


def form_says(house: House, words: str) -> bool:
    return words in str(house.form(house.ana))


@pytest.mark.smoke
async def test_a_claim_goes_on_while_its_owner_writes(house: House):
    alert = await complaint(house)
    await house.press(house.ana, alert, Intent.CLAIM)
    await house.open_form(house.ana, alert)
    for length in (10, 11, 12):
        await house.later(minutes=9)
        await house.slack.view_action(house.ana.id, "mutuals:text", "x" * length)
        await until(partial(form_says, house, f"{length} of 280"))
        await house.quiet()

    found = await house.open_alert("mia")
    assert found.claimed_key == f"slack/{house.ana.id}"
    assert present(found.claimed_until) > house.clock.now() + timedelta(minutes=10)
    await house.in_both("mia", "Ana has it", "Ana is writing")
    await house.later(minutes=16)
    assert (await house.open_alert("mia")).claimed_key is None


async def test_opening_the_form_renews_ones_own_claim_and_nobody_elses(house: House):
    alert = await complaint(house)
    await house.press(house.ana, alert, Intent.CLAIM)
    await house.later(minutes=10)
    await house.open_form(house.ben, alert)
    others = (await house.open_alert("mia")).claimed_until
    await house.open_form(house.ana, alert)

    assert others == START + timedelta(minutes=15)
    assert (await house.open_alert("mia")).claimed_until == START + timedelta(minutes=25)


# --- follow


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"created_at": START - timedelta(days=3)}, "the account is less than two weeks old"),
        ({"bio": "follow back 100%, f4f, follow train"}, "the profile trades follows"),
    ],
)
async def test_an_account_that_looks_like_spam_is_not_offered_to_be_followed_under_its_complaint(
    house: House, fields: dict[str, Any], why: str
):
    who = house.person("spammy", **fields)
    house.world.follow(who.id, house.brand.id)
    await complaint(house, "spammy")

    shown = await house.in_both("spammy")
    for one in shown.values():
        assert not [label for label in one.labels if label.startswith("Follow")]
        assert "Reply" in one.labels
    await house.press(house.ana, await house.open_alert("spammy"), Intent.WHY)
    assert f"Follow is not offered: {why}" in house.told(house.ana)


async def test_an_ordinary_follower_who_complains_can_be_followed(house: House):
    who = house.person("mia")
    house.world.follow(who.id, house.brand.id)
    await complaint(house)

    for one in (await house.in_both("mia")).values():
        assert [label for label in one.labels if label.startswith("Follow")]


# --- reasons beside how things stand


async def test_a_fan_who_unfollows_is_not_said_to_follow(house: House):
    who = house.make_loyal("savvari")
    await house.look()
    await house.in_both("savvari", "Follows you, not followed back")
    house.world.unfollow(who.id, house.brand.id)
    await house.later(days=2)
    await house.look()

    for text in await texts(house, "savvari"):
        assert "Does not follow you" in text
        assert "Follows you" not in text
        assert "5 posts in 90 days" in text


async def test_who_was_answered_since_is_not_said_to_have_no_answer(house: House):
    house.make_loyal("savvari")
    house.write("savvari", COMPLAINT)
    await house.look()
    first = house.world.posts_of(house.person("savvari").id)[-1]
    before = await texts(house, "savvari")
    house.answer(first, "Thank you!")
    await house.look()

    assert all("never answered" in one for one in before)
    after = await texts(house, "savvari")
    assert not [one for one in after if "never answered" in one]


async def test_who_is_no_longer_followed_is_not_said_to_be(house: House):
    who = house.person("mia")
    house.world.follow(house.brand.id, who.id)
    await complaint(house)
    await house.in_both("mia", "followed by you")
    house.world.unfollow(house.brand.id, who.id)
    await house.later(days=2)
    house.write("mia", "@kettleco the new one is broken, too, this is a scandal")
    await house.look()

    for text in await texts(house):
        assert "followed by you" not in text
        assert "followed by you" not in text


# --- the form


@pytest.mark.parametrize(("name", "signed"), [("ana", "^Ana"), ("ben", "^Ben")])
async def test_a_reply_is_signed_with_the_first_name_and_the_form_counts_it(
    house: House, name: str, signed: str
):
    alert, who = await complaint(house), getattr(house, name)
    await house.open_form(who, alert)

    assert house.filled(who).strip() == signed
    assert f"{len(signed) + 1} of 280" in str(house.form(who))
    await house.send(who, f"So sorry, a new one leaves today.{house.filled(who)}")
    assert house.said_by_brand()[0].endswith(f"leaves today. {signed}")


async def test_what_is_typed_behind_the_signature_is_signed_at_its_end(house: House):
    await house.reply(house.ana, await complaint(house), " ^Ana So sorry, a new one leaves today.")

    assert house.said_by_brand()[0].endswith("So sorry, a new one leaves today. ^Ana")


@pytest.mark.parametrize("name", ["ana", "ben"])
async def test_a_signature_alone_is_no_reply(house: House, name: str):
    who = getattr(house, name)
    await house.open_form(who, await complaint(house))
    await house.send(who, house.filled(who))

    assert house.said_by_brand() == []


async def test_a_brand_that_does_not_sign_has_an_empty_form(open_house: Open):
    house = await open_house(SIGNATURE="false")
    await house.open_form(house.ana, await complaint(house))

    assert house.filled(house.ana) == ""


@pytest.mark.parametrize("name", ["ana", "ben"])
async def test_the_third_public_turn_is_warned_of_and_a_private_message_advised(house: House, name: str):
    who = getattr(house, name)
    post = house.write("mia", COMPLAINT)
    await house.look()
    warned = []
    for turn in range(3):
        await house.open_form(who, await house.open_alert("mia"))
        warned.append("go on in a private message" in str(house.form(who)))
        await house.send(who, f"Answer number {turn}, with apologies")
        await house.look()
        await house.later(minutes=30)
        last = house.world.posts_of(house.brand.id)[0]
        house.write("mia", f"still broken number {turn}, unacceptable", in_reply_to=last.id)
        await house.look()
    assert warned == [False, False, True]
    assert post.conversation_id == last.conversation_id
