"""Accounts that may be the team's own: asked about once, no fans before, and what follows from the answer."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.ids import own_account_id
from mutuals.domain.ledger import EntryKind, LedgerEntry
from mutuals.domain.model import AlertState, CaseState
from mutuals_sandbox.world import User
from tests.acceptance.digests import tick
from tests.acceptance.house import COMPLAINT, House, Member, Open
from tests.acceptance.pressing import press_on


async def suspected(house: House, handle: str = "kettle_uk", **fields: Any) -> User:
    """Somebody who would be a loyal fan, but may be one of the team's own accounts."""
    who = house.make_loyal(handle, **fields)
    await house.look()
    return who


def asked(house: House, handle: str, words: str = "Is @{} yours?") -> dict[str, int]:
    """How many messages of each channel say so."""
    said = words.format(handle)
    return {chat: sum(said in one for one in texts) for chat, texts in house.channel_texts().items()}


async def ledger(house: House) -> list[LedgerEntry]:
    return [one async for one in house.ctx.store.ledger(house.brand_id)]


async def say(house: House, who: Member, account: User, answer: str, times: int = 1) -> None:
    """Press a button under the question."""
    await press_on(house, who, own_account_id(house.brand_id, account.id, times), Intent.OWN, answer)


@pytest.mark.smoke
async def test_an_account_that_may_be_ours_is_no_fan_and_is_asked_about_once_in_both_chats(house: House):
    house.make_loyal("savvari")
    await suspected(house)
    for _ in range(3):
        await house.later(minutes=5)
        await house.look()
    await house.restart()
    await house.later(hours=30)
    await house.look()

    assert asked(house, "kettle_uk") == {"slack": 1, "discord": 1}
    assert await house.find_alert("kettle_uk") is None
    assert (await house.alert("savvari")).is_fan
    for texts in house.channel_texts().values():
        [text] = [one for one in texts if "Is @kettle_uk yours?" in one]
        for word in ("with a country", "not suggested as a fan", "may pretend to be you", "Yes, it is ours"):
            assert word in text


@pytest.mark.parametrize(
    ("handle", "fields", "why"),
    [
        ("kettlehelp", {}, "help, support or team"),
        ("ana77", {"name": "Kettle Support"}, "help, support or team"),
        ("nell", {"link": "https://jobs.kettle.example/us"}, "leads to your site"),
    ],
)
async def test_the_name_in_the_profile_and_its_link_count_as_well(
    house: House, handle: str, fields: dict[str, str], why: str
):
    await suspected(house, handle, **fields)

    assert asked(house, handle) == {"slack": 1, "discord": 1}
    assert await house.find_alert(handle) is None
    assert all(any(why in one for one in texts) for texts in house.channel_texts().values())


@pytest.mark.smoke
@pytest.mark.parametrize("chat", ["slack", "discord"])
async def test_once_it_is_ours_its_answers_settle_cases_and_what_it_writes_opens_none(
    house: House, chat: str
):
    ours = await suspected(house)
    who = house.ana if chat == "slack" else house.ben

    await say(house, who, ours, "yes")
    await house.look()
    post = house.write("mia", COMPLAINT)
    await house.look()
    await house.later(minutes=1)
    house.world.post(ours.id, "@kettleco @mia Sorry! A new one is on its way.", in_reply_to=post.id)
    house.write("kettle_uk", "@kettleco our warehouse is broken again, this is terrible")
    await house.look()

    assert asked(house, "kettle_uk", "@{} is yours") == {"slack": 1, "discord": 1}
    assert all(
        any(f"Yes, said {who.name}" in one for one in texts) for texts in house.channel_texts().values()
    )
    assert all("Yes, it is ours" not in one for texts in house.channel_texts().values() for one in texts)
    await house.in_both("mia", "Answered on X by @kettle_uk")
    assert await house.find_alert("kettle_uk") is None
    [entry] = [one for one in await ledger(house) if one.act == "own-account"]
    assert (entry.entry, entry.person_id, entry.actor_name) == (EntryKind.SETTING, ours.id, who.name)
    assert "kettle_uk" not in (entry.outcome or "")


async def test_before_the_team_has_said_so_it_is_a_stranger_who_answers_nothing(house: House):
    maybe = await suspected(house, "kettlehelp")
    post = house.write("mia", COMPLAINT)
    await house.look()
    await house.later(minutes=1)
    house.world.post(maybe.id, "@kettleco @mia Sorry! A new one is on its way.", in_reply_to=post.id)
    house.write("kettlehelp", "@kettleco our warehouse is broken again, this is terrible")
    await house.look()

    assert (await house.case(post)).state is CaseState.OPEN
    await house.in_both("kettlehelp", "Complaint", "May be your own account, or an impostor.")
    assert not (await house.alert("kettlehelp")).is_fan
    await say(house, house.ana, maybe, "no")
    for shown in (await house.shown(await house.alert("kettlehelp"))).values():
        assert "may be one of your own accounts" not in shown.text


async def test_what_it_had_answered_before_is_settled_unless_the_customer_has_written_since(house: House):
    maybe = await suspected(house)
    answered, goes_on = house.write("mia", COMPLAINT), house.write("otto", COMPLAINT)
    for post in (answered, goes_on):
        house.world.post(maybe.id, "Sorry! A new one is on its way. @kettleco", in_reply_to=post.id)
    await house.later(minutes=5)
    house.write("otto", "@kettleco it is broken, too, this is unacceptable", in_reply_to=goes_on.id)
    await house.look()
    before = [(await house.case(post)).state for post in (answered, goes_on)]

    await say(house, house.ana, maybe, "yes")
    await house.look()

    assert before == [CaseState.OPEN, CaseState.OPEN]
    await house.in_both("mia", "Answered on X by @kettle_uk")
    assert (await house.case(goes_on)).state is CaseState.OPEN


async def test_whoever_has_written_and_is_named_by_customers_is_asked_about_without_a_look_up(house: House):
    maybe = house.person("kettlehelp")
    post = house.write("mia", COMPLAINT)
    await house.look()
    house.world.post(maybe.id, "@kettleco @mia Sorry! A new one is on its way.", in_reply_to=post.id)
    house.write("otto", "@kettleco @kettlehelp what a lovely blue")
    house.write("ruth", "@kettleco @kettle_support nice")

    await house.look()

    assert asked(house, "kettlehelp") == {"slack": 1, "discord": 1}
    assert "kettle_support" not in await house.command(house.ana, "family")
    assert await house.read(lambda tx: tx.people.by_ids([maybe.id])) == {}


async def test_the_list_on_mondays_names_none_of_our_own_accounts(house: House):
    await tick(house)
    maybe = await suspected(house)
    house.write("kettle_uk", COMPLAINT)
    house.write("old", COMPLAINT)
    await house.look()
    for day in range(7):
        if day == 6:  # by then both cases have run out
            await say(house, house.ana, maybe, "yes")
            await house.look()
        await house.later(days=1)
        await tick(house)

    [weekly] = [one for one in house.channel_texts()["slack"] if "the week's list" in one]
    assert "@old" in weekly
    assert "@kettle_uk" not in weekly


async def test_what_waits_from_an_account_is_over_once_it_is_ours(house: House):
    maybe = await suspected(house)
    post = house.write("kettle_uk", COMPLAINT)
    await house.look()

    await say(house, house.ana, maybe, "yes")

    assert (await house.case(post)).state is CaseState.DISMISSED
    await house.in_both("kettle_uk", "your own account")
    assert (await house.alert("kettle_uk")).state is AlertState.SETTLED


async def test_whoever_is_not_ours_may_be_a_fan_and_is_not_asked_about_again(house: House):
    maybe = await suspected(house)

    await say(house, house.ben, maybe, "no")
    await house.later(minutes=5)
    await house.look()

    assert (await house.alert("kettle_uk")).is_fan
    assert asked(house, "kettle_uk", "@{} is not yours") == {"slack": 1, "discord": 1}
    assert "may pretend to be you" not in str(house.channel_texts())


async def test_of_a_support_account_that_is_not_ours_it_is_said_that_it_may_pretend_to_be(house: House):
    maybe = await suspected(house, "kettlehelp")

    await say(house, house.ben, maybe, "no")

    for texts in house.channel_texts().values():
        [text] = [one for one in texts if "@kettlehelp is not yours" in one]
        assert "may pretend to be you" in text
        assert "choose Report" in text


async def test_whoever_is_not_sure_is_asked_again_after_a_month_and_may_still_say_it(house: House):
    maybe = await suspected(house)

    await say(house, house.ana, maybe, "later")
    await house.later(days=29)
    await house.look()
    before = asked(house, "kettle_uk")
    await house.later(days=2)
    house.write("kettle_uk", "@kettleco what a lovely colour")
    await house.look()

    assert before == {"slack": 1, "discord": 1}
    assert asked(house, "kettle_uk") == {"slack": 2, "discord": 2}
    await say(house, house.ben, maybe, "yes", times=2)
    assert asked(house, "kettle_uk", "@{} is yours") == {"slack": 2, "discord": 2}


async def test_of_two_who_answer_at_once_one_is_told_that_somebody_was_first(house: House):
    maybe = await suspected(house)

    await asyncio.gather(say(house, house.ana, maybe, "yes"), say(house, house.ben, maybe, "no"))

    told = [house.told(one) for one in (house.ana, house.ben)]
    assert sum("Somebody was first" in one for one in told) == 1
    assert sorted(
        (asked(house, "kettle_uk", "@{} is yours") | asked(house, "kettle_uk", "@{} is not yours")).values()
    ) in (
        [0, 0],
        [1, 1],
    )
    assert len([one for one in await ledger(house) if one.act == "own-account"]) == 1


async def test_a_trainee_may_not_say_whose_account_it_is(open_house: Open):
    house = await open_house(DISCORD_TRAINEES="Trainees")
    maybe = await suspected(house)

    await say(house, house.tom, maybe, "yes")
    typed = await house.command(house.tom, "family yes @kettle_uk")

    assert "Ask a member" in house.told(house.tom)
    assert "Ask a member" in typed
    assert asked(house, "kettle_uk") == {"slack": 1, "discord": 1}


@pytest.mark.smoke
@pytest.mark.parametrize("chat", ["slack", "discord"])
async def test_a_command_lists_them_and_changes_what_was_said(house: House, chat: str):
    maybe = await suspected(house)
    who = house.ana if chat == "slack" else house.ben
    waiting = await house.command(who, "family")
    await say(house, house.ben, maybe, "yes")
    await house.look()

    changed = await house.command(who, "family no @Kettle_UK")
    await house.later(minutes=5)
    await house.look()

    assert "Not answered: @kettle_uk, asked" in waiting
    assert "Noted for @Kettle_UK: it is not yours." in changed
    assert f"Not yours: @kettle_uk, said {who.name}" in changed
    assert asked(house, "kettle_uk", "@{} is not yours") == {"slack": 1, "discord": 1}
    assert (await house.alert("kettle_uk")).is_fan
    assert "Nothing was changed" in await house.command(who, "family yes @nobody_here")


async def test_a_day_has_three_questions_and_the_list_says_what_waits(house: House):
    for place in ("uk", "de", "fr", "es", "it"):
        house.make_loyal(f"kettle_{place}")
    await house.look()
    await house.look()
    first = sum("yours?" in one for one in house.channel_texts()["slack"])
    listed = await house.command(house.ana, "family")
    for _ in range(2):
        await house.later(days=1, minutes=1)
        await house.look()

    assert first == 3
    assert listed.count("asked one of the next days") == 2
    assert sum("yours?" in one for one in house.channel_texts()["discord"]) == 5
    assert await house.alerts() == []


async def test_an_account_of_the_settings_is_not_asked_about_and_is_listed(open_house: Open):
    house = await open_house()
    house.person("kettle_uk")
    await house.stop()
    house.environment(FAMILY="@kettle_uk")
    await house.start()
    await suspected(house)

    listed = await house.command(house.ben, "family")

    assert asked(house, "kettle_uk") == {"slack": 0, "discord": 0}
    assert "Yours by the settings: @kettle_uk" in listed
    assert "MUTUALS_FAMILY" in await house.command(house.ana, "family no @kettle_uk")


async def test_a_fan_who_becomes_like_one_of_ours_is_no_longer_suggested(house: House):
    house.make_loyal("kim77")
    await house.look()
    alert = await house.open_alert("kim77")
    who = house.person("kim77")
    house.world.users[who.id] = replace(who, name="Kettle Support")
    await house.later(days=2)
    house.write("kim77", "@kettleco what a lovely colour")

    await house.look()

    assert asked(house, "kim77") == {"slack": 1, "discord": 1}
    found = [one for one in await house.alerts() if one.id == alert.id]
    assert (found[0].state, found[0].is_fan) == (AlertState.SETTLED, False)
