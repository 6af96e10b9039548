"""Replies and acknowledgements: what goes out on X, and what both chats say of it."""

import sqlite3

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import ActState, AlertState, Path
from tests.acceptance.alerts import acts, complaint
from tests.acceptance.house import House
from tests.support.waiting import until


@pytest.mark.smoke
@pytest.mark.parametrize("who", ["ana", "ben"])
async def test_a_reply_goes_out_once_and_both_chats_say_who_wrote_it(house: House, who: str):
    alert = await complaint(house)
    member = getattr(house, who)

    await house.reply(member, alert, "So sorry! A new one leaves today.")

    assert house.said_by_brand() == ["@mia So sorry! A new one leaves today."]
    shown = await house.in_both("mia", "answered", f"Replied by {member.name}")
    assert all("Reply" not in one.labels for one in shown.values())
    await house.later(minutes=5)
    await house.look()
    assert len(house.said_by_brand()) == 1
    await house.in_both("mia", f"Replied by {member.name}")


@pytest.mark.smoke
async def test_who_opens_the_form_is_shown_as_writing_and_the_second_person_sees_it(house: House):
    alert = await complaint(house)

    await house.open_form(house.ana, alert)
    await house.in_both("mia", "Ana is writing")
    await house.open_form(house.ben, alert)

    assert "Ana is writing to this person too" in str(house.form(house.ben))
    await house.later(minutes=16)
    for one in (await house.in_both("mia")).values():
        assert "is writing" not in one.text


@pytest.mark.smoke
async def test_a_text_that_is_too_long_stays_in_the_form(house: House):
    alert = await complaint(house)
    await house.open_form(house.ben, alert)

    await house.send(house.ben, "x" * 281)

    assert house.said_by_brand() == []
    assert "281" in house.told(house.ben)
    assert "280" in house.told(house.ben)
    await house.open_form(house.ben, alert)
    assert house.filled(house.ben) == "x" * 281


async def test_slack_counts_while_one_types(house: House):
    alert = await complaint(house)
    await house.open_form(house.ana, alert)

    await house.slack.view_action(
        house.ana.id, "mutuals:text", "Hello 😀 https://example.com/a/very/long/address/indeed"
    )
    await until(lambda: "32 of 280" in str(house.form(house.ana)))

    assert house.said_by_brand() == []


async def test_the_same_words_sent_twice_by_one_person_go_out_once_though_another_post_waits_now(
    house: House,
):
    """The chat may have lost the news that the first went, and the form answers the newest post that waits."""
    await complaint(house)
    await house.later(days=2)
    house.write("mia", "@kettleco and now the lid leaks, too. Terrible!")
    await house.look()

    await house.reply(house.ben, await house.open_alert("mia"), "We are on it, Mia!")
    await house.reply(house.ben, await house.open_alert("mia"), "We are on it, Mia!")
    assert len(house.said_by_brand()) == 1
    assert "You replied" in house.told(house.ben)
    await house.open_form(house.ben, await house.open_alert("mia"))
    assert house.filled(house.ben).strip() == "^Ben"  # what went is nobody's draft
    await house.reply(house.ben, await house.open_alert("mia"), "And about the lid: sorry!")
    assert len(house.said_by_brand()) == 2


@pytest.mark.parametrize("name", ["ana", "ben"])
async def test_a_text_that_the_database_does_not_take_stays_with_who_typed_it(house: House, name: str):
    alert, who = await complaint(house), getattr(house, name)
    await house.open_form(who, alert)
    with sqlite3.connect(house.folder / "mutuals.db") as other:
        other.execute("ALTER TABLE alert RENAME TO elsewhere")
        await house.send_only(who, "So sorry, a new one is coming!")
        await until(
            lambda: "could not be stored" in (str(house.form(who)) if name == "ana" else house.told(who))
        )
        other.execute("ALTER TABLE elsewhere RENAME TO alert")
    if name == "ben":  # a form of Discord can't stay open
        assert "So sorry, a new one is coming!" in house.told(who)
        await house.open_form(who, alert)
    await house.send(who, "So sorry, a new one is coming!")

    assert len(house.said_by_brand()) == 1
    await house.in_both("mia", "Replied by")


async def test_an_empty_text_sends_nothing(house: House):
    alert = await complaint(house)
    await house.open_form(house.ben, alert)

    await house.send(house.ben, "   ")

    assert house.said_by_brand() == []
    assert "othing" in house.told(house.ben) or "mpty" in house.told(house.ben)


async def test_x_refusing_the_same_words_twice_keeps_the_text_and_the_alert_open(house: House):
    await house.reply(house.ben, await complaint(house, "mia"), "Sorry about that!")
    second = await complaint(house, "tom")
    house.x_faults.clear()
    house.world.post(house.brand.id, "An unrelated post")

    first_count = len(house.said_by_brand())
    await house.reply(house.ben, second, "Sorry about that!")

    alert = await house.alert("tom")
    if alert.state is AlertState.OPEN:  # where X counts it as a duplicate
        assert "same words" in house.told(house.ben)
        await house.open_form(house.ben, alert)
        assert house.filled(house.ben) == "Sorry about that!"
    else:
        assert len(house.said_by_brand()) == first_count + 1


async def test_a_draft_survives_an_error_and_a_restart(house: House):
    alert = await complaint(house)
    await house.open_form(house.ben, alert)
    await house.send(house.ben, "y" * 300)

    await house.restart()

    await house.open_form(house.ben, await house.open_alert("mia"))
    assert house.filled(house.ben) == "y" * 300


async def test_a_form_that_was_open_during_a_restart_can_still_be_sent(house: House):
    alert = await complaint(house)
    await house.open_form(house.ben, alert)
    await house.open_form(house.ana, alert)

    await house.restart()
    await until(lambda: house.discord.sessions > 0)
    await house.send(house.ben, "We are on it!")

    assert house.said_by_brand() == ["@mia We are on it!"]
    await house.send(house.ana, "Me too!")
    assert len(house.said_by_brand()) == 1
    assert "Ben Okafor" in house.told(house.ana)


# --- acknowledging


@pytest.mark.smoke
@pytest.mark.parametrize("who", ["ana", "ben"])
async def test_an_acknowledgement_is_shown_before_it_goes_and_is_not_a_resolution(house: House, who: str):
    alert = await complaint(house)
    member = getattr(house, who)

    shown_first = await house.open_form(member, alert, Intent.ACKNOWLEDGE)
    nothing_yet = house.said_by_brand()
    await house.send(member, shown_first)

    assert nothing_yet == []
    assert house.said_by_brand() == [f"@mia {shown_first}"]
    assert (await house.open_alert("mia")).state is AlertState.OPEN
    after = await house.in_both("mia", "acknowledged", f"Acknowledged by {member.name}", "answer promised by")
    assert all("Reply" in one.labels and "Acknowledge" not in one.labels for one in after.values())


async def test_after_an_acknowledgement_the_promised_time_calls_once_more(house: House):
    alert = await complaint(house)
    await house.reply(house.ben, alert, "Looking into it!", Intent.ACKNOWLEDGE)
    await house.later(hours=3, minutes=59)
    await house.look()
    before = await house.in_both("mia")

    await house.later(minutes=2)
    await house.later(hours=8)

    shown = await house.in_both("mia")
    assert all(one.replies == [] for one in before.values())
    assert [len(one.replies) for one in shown.values()] == [1, 1]
    assert all("was promised an answer" in one.replies[0] for one in shown.values())


async def test_our_own_holding_reply_seen_on_x_does_not_settle_the_case(house: House):
    alert = await complaint(house)
    await house.reply(house.ben, alert, "Looking into it!", Intent.ACKNOWLEDGE)

    await house.look()
    await house.later(minutes=10)
    await house.look()

    assert (await house.open_alert("mia")).state is AlertState.OPEN
    await house.reply(house.ana, await house.open_alert("mia"), "Found it, sorry!")
    await house.in_both("mia", "Replied by Ana")


# --- following


async def test_a_reply_to_somebody_who_only_continues_a_thread_goes_by_link(house: House):
    """A self-serve app may reply only to people who addressed the brand: X says so with a 403."""
    ours = house.world.post(house.brand.id, "New colours are here")
    other = house.write("tom", "nice", in_reply_to=ours.id)
    house.write("mia", f"my {house.brand.name} kettle arrived broken, unacceptable", in_reply_to=other.id)
    await house.look()
    alert = await house.open_alert("mia")

    await house.reply(house.ben, alert, "Oh no, sorry!")
    url = house.link(house.ben, "/intent/")
    nothing_yet = len(house.said_by_brand())
    await house.on_x(url, text="Oh no, sorry! We fix it.")
    await house.later(seconds=10)

    assert nothing_yet == 1
    await house.in_both("mia", "Replied, seen on X by Ben Okafor")
    assert [(one.path, one.state) for one in await acts(house, alert)] == [(Path.LINK, ActState.DONE)]
    await house.look()
    assert len(await acts(house, alert)) == 1


async def test_a_reply_by_link_from_the_wrong_account_does_not_close_the_alert(house: House):
    ours = house.world.post(house.brand.id, "New colours are here")
    other = house.write("tom", "nice", in_reply_to=ours.id)
    house.write("mia", f"my {house.brand.name} kettle arrived broken, unacceptable", in_reply_to=other.id)
    await house.look()
    alert = await house.open_alert("mia")
    await house.reply(house.ben, alert, "Oh no, sorry!")

    await house.on_x(house.link(house.ben, "/intent/"), as_user=house.staff)
    for _ in range(8):
        await house.later(minutes=5)
        await house.look()

    assert (await house.alert("mia")).state is AlertState.OPEN
    await house.in_both("mia", "The reply was not seen on X within 30 minutes")


# --- at the same time
