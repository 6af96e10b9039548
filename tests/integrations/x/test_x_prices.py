"""X's price list: one table, which the sandbox's own meter agrees with."""

from mutuals_sandbox.x.meter import PRICES
from mutuals_x.prices import PRICED_ON, PricedItem


def test_the_sandbox_charges_what_the_list_says() -> None:
    same = {
        "post_read": PricedItem.MENTION,
        "user_read": PricedItem.PERSON,
        "summoned_reply": PricedItem.REPLY,
        "post_create": PricedItem.NEW_POST,
        "post_create_with_url": PricedItem.NEW_POST_WITH_LINK,
        "follow": PricedItem.FOLLOW,
        "unfollow": PricedItem.UNFOLLOW,
    }

    listed = {kind: item.price(owned=False) / 1e6 for kind, item in same.items()}
    owned = {"owned_read": PricedItem.MENTION.price(owned=True) / 1e6}

    assert {kind: PRICES[kind] for kind in listed | owned} == listed | owned


def test_every_thing_that_is_bought_has_a_name_of_its_own_and_a_price() -> None:
    titles = [item.title for item in PricedItem]

    assert len(set(titles)) == len(titles) == len(PricedItem.__members__)
    assert all(item.price(owned=True) <= item.price(owned=False) for item in PricedItem)
    assert PRICED_ON.year >= 2026


def test_only_the_accounts_own_lists_have_an_owned_price() -> None:
    owned = {item for item in PricedItem if item.price(owned=True) < item.price(owned=False)}

    assert owned == {PricedItem.MENTION, PricedItem.OWN_POST, PricedItem.FOLLOWER, PricedItem.FOLLOWED}


def test_a_post_is_charged_once_a_day_however_it_was_read_and_an_event_of_it_apart() -> None:
    once = {
        item.once for item in (PricedItem.MENTION, PricedItem.OWN_POST, PricedItem.FOUND, PricedItem.CHECKED)
    }

    assert once == {"post"}
    assert {PricedItem.PERSON.once, PricedItem.REPOSTER.once, PricedItem.FOLLOWER.once} == {"person"}
    assert {PricedItem.POST_EVENT.once, PricedItem.REPLY.once} == {"event", ""}
