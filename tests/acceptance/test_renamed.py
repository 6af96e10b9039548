"""Accounts that change their name stay who they are: a list holds them by their id once it is known."""

from dataclasses import replace

import pytest

from mutuals.domain import loyalty
from mutuals.domain.model import Account, Person
from mutuals.domain.policy import Policy
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.house import COMPLAINT, House, Open


def rename(house: House, was: str, name: str) -> None:
    """As on X: the same account under another name; the old one is free."""
    user = house.world.user_by_handle(was)
    assert user is not None
    house.world.users[user.id] = replace(user, handle=name)
    house.world._by_handle.pop(was)
    house.world._by_handle[name] = user.id


@pytest.mark.smoke
async def test_an_account_on_the_never_follow_list_that_renames_itself_stays_on_it(open_house: Open):
    house = await open_house(NEVER_FOLLOW='{"tinpotltd": "sells the same"}')
    user = house.make_loyal("tinpotltd")
    await house.look()
    assert await house.find_alert("tinpotltd") is None

    rename(house, "tinpotltd", "tinpot_global")
    house.world.post(user.id, "@kettleco the copper one looks lovely")
    await house.later(hours=26)
    await house.look()
    await house.restart()
    await house.later(hours=26)
    await house.look()

    assert await house.find_alert("tinpot_global") is None


def test_whoever_takes_the_old_name_of_a_listed_account_is_not_held_for_it():
    policy = Policy(never_follow={"tinpotltd": "sells the same"}, known_as={"7": "tinpotltd"})

    renamed = loyalty.listed(Person(Account("7", "tinpot_global", "Tinpot")), policy)
    namesake = loyalty.listed(Person(Account("8", "TinpotLtd", "Tinpot")), policy)

    assert renamed == "On your never-follow list: sells the same."
    assert namesake is None


async def test_our_own_new_name_is_used_while_we_run_and_after_a_restart(house: House):
    rename(house, "kettleco", "kettleworks")
    post = house.write("mia", "@kettleworks my kettle arrived broken, this is unacceptable")
    await house.look()
    await house.in_both("mia", "Complaint")

    house.answer(post, "So sorry, a new one is coming!")
    await house.look()

    await house.in_both("mia", "Answered on X by @kettleworks")
    assert "@kettleworks" in await house.command(house.ana, "status")
    await house.restart()
    assert "@kettleworks" in await house.command(house.ana, "status")


async def test_what_waits_says_by_which_new_name_of_ours_you_would_act(house: House):
    house.make_loyal("savvari")
    await house.look()
    await house.later(minutes=1)

    rename(house, "kettleco", "kettleworks")
    house.write("tom", "@kettleworks where is my parcel?")
    await house.look()

    for one in (await house.in_both("savvari")).values():
        assert any(label.endswith("as @kettleworks") for label in one.labels), one.labels


async def test_a_new_name_of_ours_is_asked_for_once_and_no_look_is_lost_when_x_does_not_answer(house: House):
    rename(house, "kettleco", "kettleworks")
    house.x_faults.plan(FaultKind.ERROR_BEFORE, r"GET /2/users/me$", times=1)
    house.write("mia", "@kettleworks my kettle arrived broken, this is unacceptable")
    await house.look()
    await house.in_both("mia", "Complaint")

    await house.later(minutes=1)
    house.write("tom", "@kettleworks where is my parcel?")
    await house.look()
    await house.look()

    assert "@kettleworks" in await house.command(house.ana, "status")


async def test_somebody_who_renames_themselves_is_shown_under_the_new_name_as_soon_as_a_post_uses_it(
    house: House,
):
    house.write("mia", COMPLAINT)
    await house.look()
    await house.in_both("mia", "@mia")

    rename(house, "mia", "mia_makes")
    await house.later(minutes=3)
    house.write("tom", "@kettleco @mia_makes says her kettle broke, mine works")
    await house.look()

    for one in (await house.in_both("mia_makes", "@mia_makes")).values():
        assert "@mia " not in one.text
    assert "@mia_makes" in await house.command(house.ana, "queue")


@pytest.mark.parametrize("words", [f"RT @mia: {COMPLAINT}", f"RT @mia: {COMPLAINT} 😡"])
async def test_the_words_of_another_that_somebody_hands_on_are_no_complaint_of_theirs(
    house: House, words: str
):
    house.write("rob", words)
    await house.look()
    await house.later(hours=3)

    assert await house.alerts() == []


async def test_a_sister_account_that_answers_is_shown_by_the_newest_name_that_posts_use(open_house: Open):
    house = await open_house()
    sister = house.person("kettlehelp")
    await house.stop()
    house.environment(FAMILY="@KettleHelp")
    await house.start()
    await house.look()
    rename(house, "kettlehelp", "kettlecare")
    post = house.write("mia", f"{COMPLAINT} @kettlecare")
    await house.look()
    await house.later(minutes=1)

    house.world.post(sister.id, "@kettleco @mia Sorry! A new one is on its way.", in_reply_to=post.id)
    await house.look()

    await house.in_both("mia", "Answered on X by @kettlecare")
