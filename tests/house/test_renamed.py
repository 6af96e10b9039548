"""Accounts that change their name stay who they are: a list holds them by their id once it is known."""

from dataclasses import replace

from house import House, Open
from mutuals.model import Account, Person
from mutuals.policy import Policy
from mutuals.rules import loyalty


def rename(house: House, was: str, name: str) -> None:
    """As on X: the same account under another name; the old one is free."""
    user = house.world.user_by_handle(was)
    assert user is not None
    house.world.users[user.id] = replace(user, handle=name)
    house.world._by_handle.pop(was)
    house.world._by_handle[name] = user.id


async def test_an_account_on_the_never_follow_list_that_renames_itself_stays_on_it(open_house: Open):
    house = await open_house(NEVER_FOLLOW='{"tinpotltd": "sells the same"}')
    user = house.make_loyal("tinpotltd")
    await house.look()
    assert await house.alert("tinpotltd") is None

    rename(house, "tinpotltd", "tinpot_global")
    house.world.post(user.id, "@kettleco the copper one looks lovely")
    await house.later(hours=26)
    await house.look()
    await house.restart()
    await house.later(hours=26)
    await house.look()

    assert await house.alert("tinpot_global") is None


def test_whoever_takes_the_old_name_of_a_listed_account_is_not_held_for_it():
    policy = Policy(never_follow={"tinpotltd": "sells the same"}, known_as={"7": "tinpotltd"})

    renamed = loyalty.listed(Person(Account("7", "tinpot_global", "Tinpot")), policy)
    namesake = loyalty.listed(Person(Account("8", "TinpotLtd", "Tinpot")), policy)

    assert renamed == "On your never-follow list: sells the same."
    assert namesake is None
