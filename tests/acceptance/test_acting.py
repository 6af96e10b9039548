"""What people do under an alert, and what becomes of it on X and in both chats."""

import asyncio
import sqlite3

import pytest

from mutuals.actions.interactions import InteractionService
from mutuals.cards.markup import Intent
from mutuals.domain.model import Action, Actor, ActState, Alert, AlertState, CaseState, Path, Role
from mutuals.ports.interactions import Click
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.house import COMPLAINT, WANTS_FOLLOW, House, Open
from tests.support.present import present
from tests.support.waiting import until

SLOW = FaultKind.SLOW


async def complaint(house: House, handle: str = "mia") -> Alert:
    """A complaint told in both chats."""
    house.write(handle, COMPLAINT)
    await house.look()
    return await house.open_alert(handle)


async def fans(house: House, *handles: str) -> list[Alert]:
    """Loyal fans told in both chats; their posts are older than the first look."""
    for handle in handles:
        house.make_loyal(handle)
    await house.look()
    return [await house.open_alert(handle) for handle in handles]


async def fan(house: House) -> Alert:
    """One of them."""
    [alert] = await fans(house, "savvari")
    return alert


async def acts(house: House, alert: Alert) -> list[Action]:
    return list(await house.read(lambda tx: tx.actions.of(alert.id)))


# --- replying


@pytest.mark.smoke
@pytest.mark.parametrize("who", ["ana", "ben"])
async def test_a_reply_goes_out_once_and_both_chats_say_who_wrote_it(house: House, who: str):
    alert = await complaint(house)
    member = getattr(house, who)

    await house.reply(member, alert, "So sorry! A new one leaves today.")

    assert house.said_by_brand() == ["@mia So sorry! A new one leaves today."]
    shown = await house.in_both("mia", "Answered", f"Replied by {member.name}")
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
    after = await house.in_both("mia", "acknowledged", f"Acknowledged by {member.name}", "Answer promised by")
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


@pytest.mark.smoke
async def test_follow_by_link_closes_the_alert_only_when_it_is_seen_on_x(house: House):
    alert = await fan(house)

    await house.press(house.ana, alert, Intent.FOLLOW)
    url = house.link(house.ana, "/intent/follow")
    await house.in_both("savvari", "Ana is following on X; not seen there yet")
    await house.later(seconds=5)
    still = await house.alert("savvari")
    await house.on_x(url)
    await house.later(seconds=10)

    assert still.state is AlertState.OPEN
    await house.in_both("savvari", "Followed, seen on X by Ana")
    assert [(one.path, one.state) for one in await acts(house, alert)] == [(Path.LINK, ActState.DONE)]


async def test_following_from_the_wrong_account_does_not_close_the_alert(house: House):
    alert = await fan(house)
    await house.press(house.ana, alert, Intent.FOLLOW)

    await house.on_x(house.link(house.ana, "/intent/follow"), as_user=house.staff)
    for _ in range(4):
        await house.later(minutes=2)

    assert (await house.alert("savvari")).state is AlertState.OPEN
    await house.in_both("savvari", "not seen there yet")


async def test_a_follow_that_is_not_seen_in_half_an_hour_is_open_again_and_says_so(house: House):
    alert = await fan(house)
    await house.press(house.ana, alert, Intent.FOLLOW)

    for _ in range(8):
        await house.later(minutes=5)

    shown = await house.in_both("savvari", "was not seen on X within 30 minutes, so this is open again")
    assert all(any(label.startswith("Follow") for label in one.labels) for one in shown.values())
    await house.press(house.ben, await house.open_alert("savvari"), Intent.FOLLOW) if "Follow" in str(
        shown["discord"].labels
    ) else None


async def test_a_refused_follow_is_remembered_and_the_api_is_not_asked_a_second_time(house: House):
    first, second, third = await fans(house, "savvari", "lindy", "mats")
    tried = lambda: [line for _, line in house.x_faults.struck if "following" in line]  # noqa: E731
    house.x_faults.plan(SLOW, r"POST /2/users/\d+/following", times=99, seconds=0.0)

    await house.press(house.ana, first, Intent.FOLLOW)
    after_first = len(tried())
    shown = await house.shown(second)
    assert "Follow on X as @kettleco" in shown["slack"].labels
    await house.press(house.ana, second, Intent.FOLLOW)

    assert (after_first, len(tried())) == (1, 1)
    await house.restart()
    await house.press(house.ana, third, Intent.FOLLOW)
    assert len(tried()) == 1


async def test_in_discord_the_follow_link_stays_reachable_and_is_verified_too(house: House):
    first, second = await fans(house, "savvari", "lindy")
    await house.press(house.ben, first, Intent.FOLLOW)

    await house.press(house.ben, second, Intent.FOLLOW)
    await house.on_x(house.link(house.ben, f"user_id={second.person_id}"))
    await house.later(seconds=10)

    await house.in_both("lindy", "Followed, seen on X by Ben Okafor")


@pytest.mark.smoke
async def test_an_enterprise_account_follows_by_the_api(house: House):
    house.x.set_tier("enterprise")
    house.access, house.refresh = house.x.issue_tokens(
        house.brand.id,
        ("tweet.read", "users.read", "follows.read", "follows.write", "tweet.write", "offline.access"),
    )
    house.environment()
    await house.restart()
    alert = await fan(house)

    await house.press(house.ben, alert, Intent.FOLLOW)

    assert house.world.follows.has(house.brand.id, alert.person_id)
    await house.in_both("savvari", "Followed by Ben Okafor")
    assert [one.path for one in await acts(house, alert)] == [Path.API]


async def test_following_who_asked_for_it_settles_their_case(house: House):
    house.x.set_tier("enterprise")
    who = house.person("dana")
    house.world.follow(who.id, house.brand.id)
    post = house.write("dana", WANTS_FOLLOW)
    await house.look()
    alert = await house.open_alert("dana")

    await house.press(house.ana, alert, Intent.FOLLOW)
    await house.on_x(house.link(house.ana, "/intent/follow"))
    await house.later(seconds=10)

    assert (await house.case(post)).state is CaseState.ANSWERED
    await house.in_both("dana", "Followed")


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


@pytest.mark.smoke
async def test_of_two_simultaneous_replies_one_goes_out_and_the_other_person_is_told_who(house: House):
    alert = await complaint(house)
    await house.open_form(house.ana, alert)
    await house.open_form(house.ben, alert)

    await asyncio.gather(
        house.send_only(house.ana, "From Ana, sorry!"), house.send_only(house.ben, "From Ben, sorry!")
    )
    await house.quiet()

    assert len(house.said_by_brand()) == 1
    winner, loser = (house.ana, house.ben) if "Ana" in house.said_by_brand()[0] else (house.ben, house.ana)
    await house.in_both("mia", f"Replied by {winner.name}")
    assert winner.name in house.told(loser)


async def test_of_two_simultaneous_follows_the_second_person_is_told_who_was_first(house: House):
    alert = await fan(house)

    await asyncio.gather(
        house.press_only(house.ana, alert, Intent.FOLLOW), house.press_only(house.ben, alert, Intent.FOLLOW)
    )
    await house.quiet()

    [act] = await acts(house, alert)
    loser = house.ben if act.actor.name == "Ana" else house.ana
    assert f"{act.actor.name} began to follow" in house.told(loser)


@pytest.mark.parametrize("second", [Intent.DISMISS, Intent.CLAIM, Intent.WAKE])
async def test_what_reaches_an_alert_in_the_moment_it_is_closed_changes_nothing(house: House, second: Intent):
    alert = await complaint(house)
    interactions = InteractionService(house.ctx)
    ana, cleo = (Actor("slack", one.id, one.name, role=Role.MEMBER) for one in (house.ana, house.cleo))

    answers = await asyncio.gather(
        interactions.press(Click(alert.id, Intent.DISMISS, ana, "not_needed")),
        interactions.press(Click(alert.id, second, cleo, "not_needed" if second is Intent.DISMISS else "")),
    )

    assert answers[0] is None
    assert "closed already: Dismissed (needs no answer) by Ana" in str(answers[1])
    after = await house.alert("mia")
    assert after.state is AlertState.SETTLED
    assert [line.text for line in after.log] == ["Dismissed (needs no answer)"]


@pytest.mark.smoke
async def test_of_two_simultaneous_claims_one_holds(house: House):
    alert = await complaint(house)

    await asyncio.gather(
        house.press_only(house.ana, alert, Intent.CLAIM), house.press_only(house.ben, alert, Intent.CLAIM)
    )
    await house.quiet()

    holder = (await house.open_alert("mia")).claimed_by
    loser = house.ben if holder == "Ana" else house.ana
    assert f"{holder} was first" in house.told(loser)
    await house.in_both("mia", f"{holder} is on it")


# --- the rest of the menu


@pytest.mark.smoke
async def test_a_claim_is_shown_released_and_runs_out(house: House):
    alert = await complaint(house)
    await house.press(house.ana, alert, Intent.CLAIM)
    await house.in_both("mia", "Ana is on it until")

    await house.press(house.ben, alert, Intent.RELEASE)
    await house.in_both("mia", "Released by Ben Okafor")
    await house.press(house.ben, alert, Intent.CLAIM)
    await house.later(minutes=16)

    assert (await house.open_alert("mia")).claimed_by is None
    await house.in_both("mia", "Ben Okafor had it for a while; it is free again")


@pytest.mark.smoke
async def test_a_dismissal_says_who_and_why_and_nobody_is_told_again(house: House):
    house.make_loyal("savvari")
    await house.look()

    await house.press(house.ana, await house.open_alert("savvari"), Intent.DISMISS, "not_needed")
    await house.later(days=2)
    house.write("savvari", "@kettleco still love it")
    await house.look()

    await house.in_both("savvari", "Dismissed (needs no answer) by Ana")
    assert len(await house.alerts()) == 1


async def test_a_dismissed_complaint_is_over_and_a_new_one_is_told(house: House):
    alert = await complaint(house)
    await house.press(house.ben, alert, Intent.DISMISS, "spam")
    await house.later(days=3)

    house.write("mia", "@kettleco and now the lid is broken, terrible")
    await house.look()

    assert (await house.open_alert("mia")).episode == 2


@pytest.mark.smoke
async def test_why_this_alert_is_answered_privately_without_follower_counts(house: House):
    house.make_loyal("savvari", followers=48213)
    await house.look()

    await house.press(house.ana, await house.open_alert("savvari"), Intent.WHY)

    assert "Why this alert" in house.told(house.ana)
    assert "48213" not in house.everything_shown()


async def test_a_click_on_a_long_closed_alert_is_told_what_happened(house: House):
    alert = await complaint(house)
    seen = await house.shown(alert)
    await house.reply(house.ben, alert, "Sorry!")
    await house.later(days=3)

    for who in (house.ana, house.ben):
        with_old = seen[who.chat]
        if who.chat == "slack":
            house.slack.space.channels[house.slack_care].messages[with_old.id].blocks = with_old.raw["blocks"]
        else:
            present(house.discord._guild.find_message(with_old.id))[1].data["components"] = with_old.raw[
                "components"
            ]
        await house.press_in(who, with_old, alert.id, Intent.CLAIM)
        await house.quiet()

        assert "closed already: Replied by Ben Okafor, 3 d ago" in house.told(who)


# --- who may


@pytest.mark.smoke
async def test_a_guest_in_slack_and_somebody_without_the_role_in_discord_are_told_why_not(house: House):
    alert = await complaint(house)

    for do in (Intent.CLAIM, Intent.REPLY, Intent.ACKNOWLEDGE):
        await house.press(house.guest, alert, do)
        await house.press(house.outsider, alert, do)

    assert "Guests of this workspace can't act" in house.told(house.guest)
    assert "role" in house.told(house.outsider)
    assert house.form(house.outsider) is None
    assert (await house.open_alert("mia")).version == alert.version
    assert house.said_by_brand() == []


async def test_commands_are_not_for_guests(house: House):
    await complaint(house)

    assert "Guests" in await house.command(house.guest, "queue")
    assert "role" in await house.command(house.outsider, "queue")


async def test_without_a_role_in_the_settings_manage_messages_decides(open_house: Open):
    house = await open_house(DISCORD_ROLE=None)
    alert = await complaint(house)

    await house.press(house.ben, alert, Intent.CLAIM)

    assert "Manage Messages" in house.told(house.ben)
    assert (await house.open_alert("mia")).claimed_by is None


# --- commands


@pytest.mark.smoke
@pytest.mark.parametrize("who", ["ana", "ben"])
async def test_the_commands_answer_privately(house: House, who: str):
    member = getattr(house, who)
    assert "Nothing waits" in await house.command(member, "queue")
    await fans(house, "savvari")
    await complaint(house)

    queue = await house.command(member, "queue")
    assert queue.index("@mia") < queue.index("@savvari")
    assert "@mia" not in await house.command(member, "fans")
    assert "@savvari" not in await house.command(member, "complaints")
    status = await house.command(member, "status")
    assert "@kettleco" in status
    assert "limit is $100.00" in status
    assert "No trouble known" in status
    assert "Nothing is ever sent or followed without your click" in await house.command(member, "help")


async def test_a_follow_by_link_that_is_seen_after_the_alert_was_closed_is_said_in_it(house: House):
    house.make_loyal("savvari")
    await house.look()
    await house.press(house.ana, await house.open_alert("savvari"), Intent.FOLLOW)
    url = house.link(house.ana, "/intent/follow")
    await house.later(minutes=2)
    house.answer(house.world.posts_of(house.person("savvari").id)[0], "You are the best!")
    await house.look()
    await house.in_both("savvari", "Answered on X by @kettleco")

    await house.on_x(url)
    await house.later(minutes=2)

    await house.in_both("savvari", "Followed, seen on X by Ana", "you follow them")
