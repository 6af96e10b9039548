"""The kill switch: an admin stops everything that goes out, in either chat, and everybody is told."""

from datetime import timedelta

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.ids import EVERYTHING
from mutuals.domain.model import Account, ActState, Brand
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.alerts import complaint
from tests.acceptance.house import House, Open, parts
from tests.support.waiting import until

WHY = "a wrong text <!channel> @everyone"


def public(house: House, words: str) -> dict[str, int]:
    return {chat: sum(words in one for one in texts) for chat, texts in house.channel_texts().items()}


@pytest.mark.smoke
@pytest.mark.parametrize(("stopper", "starter"), [("dana", "eva"), ("eva", "dana")])
async def test_an_admin_stops_everything_and_both_chats_say_it_once_and_once_when_it_ends(
    house: House, stopper: str, starter: str
):
    alert = await complaint(house)
    first, second = getattr(house, stopper), getattr(house, starter)

    assert "Stopped. Nothing goes out" in await house.stop_everything(first, f"{WHY}")
    assert f"{first.name} has stopped all acts already" in await house.stop_everything(second)
    await house.look()
    assert public(
        house, f"{first.name} stopped all acts at 12:00 UTC on 23 November 2026. Why: a wrong text"
    ) == {
        "slack": 1,
        "discord": 1,
    }
    assert f"{first.name} stopped all acts" in await house.command(house.ben, "status")

    for who in (house.ana, house.ben):
        await house.reply(who, alert, f"Sorry, says {who.name}")
        assert f"Nothing was sent: {first.name} stopped all acts" in house.told(who)
        assert "Your text is kept" in house.told(who)
    assert house.said_by_brand() == []

    await house.later(minutes=12)
    assert "Acts go out again" in await house.command(second, "start")
    await house.look()
    assert public(
        house, f"{second.name} let acts go out again. {first.name} had stopped them for 12 min"
    ) == {
        "slack": 1,
        "discord": 1,
    }
    assert "Nothing was stopped" in await house.command(second, "start")
    assert await house.open_form(house.ben, alert) == "Sorry, says Ben Okafor"
    await house.send(house.ben, "Sorry, says Ben Okafor")
    assert len(house.said_by_brand()) == 1


@pytest.mark.smoke
async def test_the_reason_rings_nobody_and_links_nowhere(house: House):
    await house.stop_everything(house.dana, f"{WHY} <https://evil.example|here> [here](https://evil.example)")

    [slack], [discord] = house.slack_messages(), house.discord_messages()
    for part in parts(slack["blocks"]):
        assert part.get("type") not in {"broadcast", "user", "usergroup", "channel"}
        assert part.get("type") != "mrkdwn" or not any(one in part["text"] for one in ("<!", "evil"))
    assert "<!" not in slack["text"]
    assert not discord["mention_everyone"]
    assert not any("](https://evil" in str(part.get("content", "")) for part in parts(discord["components"]))
    assert '"url": "https://evil' not in house.everything_shown()


async def test_a_link_to_x_is_not_given_out_and_stands_under_no_alert_while_all_is_stopped(house: House):
    for handle in ("savvari", "lindy"):
        house.make_loyal(handle)
    await house.look()
    await house.press(
        house.ana, await house.open_alert("lindy"), Intent.FOLLOW
    )  # X refuses: by link from now on
    await house.slack.close_view(house.ana.id)
    given_out = len([url for one in house.private(house.ana) for url in one.urls])
    alert = await house.open_alert("savvari")
    before = (await house.in_both("savvari"))["slack"].urls
    await house.stop_everything(house.eva)
    during = (await house.in_both("savvari"))["slack"].urls

    await house.press(house.ana, alert, Intent.FOLLOW)
    await house.press(house.ben, alert, Intent.FOLLOW)

    assert any("intent/follow" in one for one in before)
    assert not any("intent/follow" in one for one in during)
    for who in (house.ana, house.ben):
        assert "Nothing was sent: Eva stopped all acts just now" in house.told(who)
        urls = [url for one in house.private(who) for url in one.urls]
        assert len(urls) == (given_out if who is house.ana else 0)
    await house.command(house.eva, "start")
    after = (await house.in_both("savvari"))["slack"].urls
    assert any("intent/follow" in one for one in after)


async def test_a_stop_while_the_sign_in_is_renewed_for_a_reply_is_kept(house: House):
    """Between the click and the call may stand seconds: a token that has to be renewed first."""
    alert = await complaint(house)
    await house.open_form(house.ana, alert)
    await house.command(house.dana, "stop")
    asked = house.private(house.dana)[-1]
    house.clock.at += timedelta(hours=3)
    house.x_faults.plan(FaultKind.SLOW, "oauth2/token", seconds=1.5)
    await house.send_only(house.ana, "Sorry, Mia!")
    await until(lambda: house.x_faults.struck)

    await house.press_in(house.dana, asked, EVERYTHING, Intent.STOP)
    await house.quiet()

    assert house.said_by_brand() == []
    [act] = await house.read(lambda tx: tx.actions.of(alert.id))
    assert (act.state, act.text) == (ActState.INTENT, "Sorry, Mia!")
    await house.in_both("mia", "held, because all acts are stopped")
    await house.command(house.dana, "start")
    await house.quiet()
    assert len(house.said_by_brand()) == 1


@pytest.mark.parametrize("fault", [FaultKind.RATE_LIMITED, FaultKind.ERROR_BEFORE])
async def test_an_act_under_way_is_held_shown_and_goes_on_after_a_restart_and_the_start(
    house: House, fault: FaultKind
):
    """Whether X is known not to have taken it (429), or may have (a broken server)."""
    alert = await complaint(house)
    house.x_faults.plan(fault, "POST /2/tweets$")
    await house.reply(house.ana, alert, "Sorry, Mia!")
    assert "Mutuals goes on by itself" in house.told(house.ana)
    house.x_faults.clear()

    await house.stop_everything(house.eva)
    await house.later(hours=2)
    await house.restart()
    await house.later(hours=1)
    await house.in_both("mia", "Ana is replying; held, because all acts are stopped")
    assert house.said_by_brand() == []

    await house.command(house.eva, "start")
    await house.quiet()
    assert [one.endswith("Sorry, Mia!") for one in house.said_by_brand()] == [True]
    await house.in_both("mia", "Replied by Ana")


async def test_a_held_reply_does_not_go_out_when_the_alert_was_closed_meanwhile(house: House):
    alert = await complaint(house)
    house.x_faults.plan(FaultKind.RATE_LIMITED, "POST /2/tweets$", seconds=60)
    await house.reply(house.ana, alert, "Sorry, Mia!")
    house.x_faults.clear()
    await house.stop_everything(house.eva)
    await house.press(house.ben, await house.open_alert("mia"), Intent.DISMISS, "elsewhere")

    await house.command(house.eva, "start")
    await house.later(minutes=30)

    assert house.said_by_brand() == []
    await house.in_both(
        "mia",
        "Reply not sent: this was answered or closed while it was held, because all acts were stopped. Ana",
    )


async def test_a_stop_in_the_very_moment_of_a_click_is_kept(house: House, monkeypatch: pytest.MonkeyPatch):
    """The switch is read again just before the call, after the act was begun."""
    alert = await complaint(house)
    asked: list[bool] = []
    get = house.ctx.store.get

    async def pressed_meanwhile(key: str) -> object:
        if key == "stopped":
            asked.append(True)
            if len(asked) == 3:  # asked when the form was sent, when the act began, and now before the call
                await house.ctx.store.put("stopped", {"by": "Dana", "at": house.clock.now().isoformat()})
        return await get(key)

    with monkeypatch.context() as patch:
        patch.setattr(house.ctx.store, "get", pressed_meanwhile)
        await house.reply(house.ana, alert, "Sorry, Mia!")

    assert house.said_by_brand() == []
    assert "this is held" in house.told(house.ana)
    [act] = await house.read(lambda tx: tx.actions.of(alert.id))
    assert (act.state, act.text) == (ActState.INTENT, "Sorry, Mia!")
    await house.command(house.dana, "start")
    await house.quiet()
    assert len(house.said_by_brand()) == 1


async def test_a_node_that_did_not_hear_the_command_says_it_with_its_next_look(house: House):
    await house.ctx.store.put("stopped", {"by": "Dana", "at": house.clock.now().isoformat(), "why": "hush"})

    await house.look()
    await house.look()

    assert public(house, "Dana stopped all acts") == {"slack": 1, "discord": 1}


async def test_alerts_still_come_and_links_given_out_before_are_still_checked(house: House):
    house.make_loyal("savvari")
    await house.look()
    await house.press(house.ana, await house.open_alert("savvari"), Intent.FOLLOW)
    link = house.link(house.ana, "intent/follow")
    await house.stop_everything(house.dana)

    await house.on_x(link)
    await house.later(seconds=30)
    await complaint(house)

    await house.in_both("savvari", "Followed, seen on X by Ana")
    await house.in_both("mia")


@pytest.mark.parametrize("chat", ["slack", "discord"])
async def test_the_channel_of_the_fans_is_told_too(open_house: Open, chat: str):
    """Also where it is the only channel of a chat."""
    both = {"SLACK_FANS_CHANNEL": "#fans", "DISCORD_FANS_CHANNEL": "#fans"}
    house = await open_house(**both, **({"SLACK_CHANNEL": "off"} if chat == "discord" else {}))
    await house.stop_everything(house.eva)
    await house.command(house.eva, "start")

    fans = {
        "slack": house.slack_messages(channel=house.slack_fans),
        "discord": house.discord_messages(channel=house.discord_fans),
    }
    for messages in fans.values():
        assert len(messages) == 2
        assert "Eva stopped all acts" in str(messages[0])
        assert "Eva let acts go out again" in str(messages[1])


async def test_a_brand_that_cannot_be_used_hides_from_nobody_that_all_acts_are_stopped(house: House):
    """Its network is not installed any more."""
    old = Brand("mastodon1", "mastodon", Account("1", "old", "Old"), slot="old")
    await house.ctx.store.put_brand(old)

    assert "Stopped. Nothing goes out" in await house.stop_everything(house.dana)
    assert public(house, "Dana stopped all acts") == {"slack": 1, "discord": 1}
    assert "Dana stopped all acts" in await house.command(house.ben, "status")
    assert "Acts go out again" in await house.command(house.dana, "start")


async def test_who_lets_acts_go_out_again_is_told_whose_texts_go_with_them(house: House):
    alert = await complaint(house)
    house.x_faults.plan(FaultKind.RATE_LIMITED, "POST /2/tweets$", seconds=60)
    await house.reply(house.ana, alert, "Sorry, Mia!")
    house.x_faults.clear()
    await house.stop_everything(house.eva)
    told = await house.command(house.eva, "start")
    await house.later(minutes=3)  # it is out by now
    await house.stop_everything(house.eva)
    again = await house.command(house.eva, "start")

    assert "1 act that was held goes on now, begun by Ana" in told
    assert "Nothing was held" in again


@pytest.mark.parametrize("who", ["dana", "eva"])
async def test_stop_asks_first_and_nothing_stops_before_yes_is_pressed(house: House, who: str):
    admin = getattr(house, who)
    said = await house.command(admin, f"stop {WHY}")

    assert "Stop everything?" in said
    assert "a wrong text" in said
    assert "Nothing was stopped." in await house.command(admin, "start")
    assert "Stopped. Nothing goes out" in await house.stop_everything(admin, WHY)


@pytest.mark.parametrize("who", ["ana", "ben"])
async def test_stats_tell_how_the_team_has_answered(house: House, who: str):
    said = await house.command(getattr(house, who), "stats")

    assert "The last 7 days" in said
    assert "Nobody was answered." in said
    assert "0 people wait, none overdue." in said
