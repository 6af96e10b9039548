"""Tokens revoked, money used up, channels missing, payloads that make no sense: said in words, nothing lost."""

import json
import socket
from datetime import timedelta
from functools import partial

import aiohttp
import pytest
from aiohttp import web
from structlog.testing import capture_logs

from mutuals.alerting import incidents
from mutuals.alerting.rate_limiter import RateLimiter
from mutuals.alerting.reconciler import DeliveryReconciler
from mutuals.domain.errors import SettingsError
from mutuals.domain.model import Delivery, Notice, PeriodicTask
from mutuals.ports.unit_of_work import UnitOfWork
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.house import COMPLAINT, House, Open, parts
from tests.support.waiting import until


def said(house: House, words: str) -> list[int]:
    """How many messages of each channel hold these words."""
    return [len([one for one in texts if words in one]) for texts in house.channel_texts().values()]


@pytest.mark.smoke
async def test_a_revoked_sign_in_is_said_once_in_each_chat_and_once_when_it_ends(house: House):
    house.x.revoke(house.access)
    for _ in range(3):
        await house.later(minutes=5)
        await house.look()
    begun = said(house, "Mutuals can't see X now")
    house.write("mia", COMPLAINT)
    house.access, house.refresh = house.x.issue_tokens(house.brand.id)
    house.environment()
    await house.restart()
    await house.look()

    assert begun == [1, 1]
    assert said(house, "Mutuals can't see X now") == [1, 1]
    assert said(house, "Mutuals reads X again") == [1, 1]
    assert said(house, "mutuals connect x") == [1, 1]
    await house.in_both("mia", "Complaint")


async def test_a_service_started_with_a_revoked_sign_in_says_so_in_the_chats(house: House):
    await house.stop()
    house.x.revoke(house.access)

    await house.start()

    assert said(house, "Mutuals can't see X now") == [1, 1]
    await house.later(minutes=5)
    await house.look()
    assert said(house, "Mutuals can't see X now") == [1, 1]


async def test_the_days_limit_is_said_once_and_ends_at_midnight(open_house: Open):
    house = await open_house(DAILY_DOLLARS="0.1")
    for number in range(12):
        house.write(f"someone{number}", "@kettleco what a colour")
    await house.look()
    house.write("mia", COMPLAINT)
    for _ in range(3):
        await house.later(minutes=10)
        await house.look()
    begun = said(house, "Today's limit for X is reached")

    await house.later(hours=13)
    await house.look()

    assert begun == [1, 1]
    assert said(house, "Mutuals reads X again") == [1, 1]
    assert house.x.meter.total <= 0.2 + 0.05
    await house.in_both("mia", "Complaint")


async def test_used_up_credit_at_x_is_said_once(house: House):
    house.x.set_credit(0.0)
    for _ in range(3):
        await house.later(minutes=5)
        await house.look()
    begun = said(house, "prepaid credit at X is used up")
    house.write("mia", COMPLAINT)

    house.x.set_credit(None)
    await house.look()

    assert begun == [1, 1]
    assert said(house, "Mutuals reads X again") == [1, 1]
    await house.in_both("mia", "Complaint")


async def test_a_complaint_is_told_even_when_nobody_can_be_looked_up(house: House):
    house.x_faults.plan(FaultKind.ERROR_BEFORE, r"GET /2/users$", times=9)
    house.write("mia", COMPLAINT)

    await house.look()

    alert = await house.open_alert("mia")
    shown = await house.shown(alert)
    assert all("Not looked up yet" in one.text for one in shown.values())


async def test_without_the_slack_channel_discord_still_works_and_the_trouble_is_said_there(open_house: Open):
    house = await open_house(SLACK_CHANNEL="#nowhere")
    house.write("mia", COMPLAINT)
    await house.look()

    shown = await house.shown(await house.open_alert("mia"))
    assert set(shown) == {"discord"}
    trouble = [text for text in house.channel_texts()["discord"] if "Slack takes no alerts" in text]
    assert len(trouble) == 1
    assert "#nowhere" in trouble[0]

    made = house.slack.add_channel("nowhere")
    await house.later(minutes=11)
    assert "my kettle arrived broken" in str(house.slack_messages(channel=made))
    assert len([text for text in house.channel_texts()["discord"] if "Alerts reach Slack again" in text]) == 1


async def test_without_the_discord_channel_slack_still_works_and_the_trouble_is_said_there(open_house: Open):
    house = await open_house(DISCORD_CHANNEL="#nowhere", expect={"slack"})
    house.write("mia", COMPLAINT)
    await house.look()

    assert "my kettle arrived broken" in str(house.slack_messages())
    await until(lambda: "#nowhere" in str(house.slack_messages()))


async def test_a_revoked_slack_token_is_said_in_discord(house: House):
    house.slack.revoke("xoxb-1111-house")
    house.write("mia", COMPLAINT)
    await house.look()

    assert "my kettle arrived broken" in str(house.discord_messages())
    assert "Slack takes no alerts" in str(house.discord_messages())


SENSELESS_IN_SLACK = ("", "claim", "claim::", "claim::no-such-alert", "claim::x1-2-3", "boom::x1-2-3",
                      "claim:" + "x" * 140, "ü:%ff:☃")  # fmt: skip
SENSELESS_IN_DISCORD = (
    "mutuals:claim:no-such-alert",
    "mutuals:boom:x1-2-3",
    "mutuals:claim:x1-2-3:zzz",
    "mutuals:::",
)


async def test_buttons_with_senseless_values_are_answered_in_words_and_harm_nothing(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    alert = await house.open_alert("mia")
    shown = await house.shown(alert)
    message = house.slack.space.channels[house.slack_care].messages[shown["slack"].id]
    in_slack = next(one for one in message.blocks if one["type"] == "actions")["elements"][0]
    in_discord = next(one for one in parts(shown["discord"].raw["components"])
                      if str(one.get("custom_id", "")).startswith("mutuals:reply"))  # fmt: skip

    for value in SENSELESS_IN_SLACK:
        before = len(house.private(house.ana))
        in_slack["value"] = value
        await house.slack.press(house.ana.id, house.slack_care, shown["slack"].id, in_slack["action_id"])
        await house.quiet()
        assert len(house.private(house.ana)) == before + 1, value
        await house.slack.close_view(house.ana.id)  # the answer may stand in a window
    for custom_id in SENSELESS_IN_DISCORD:
        before = len(house.private(house.ben))
        in_discord["custom_id"] = custom_id
        await house.discord.press(house.ben.id, shown["discord"].id, custom_id)
        await house.quiet()
        assert len(house.private(house.ben)) == before + 1, custom_id

    assert (await house.open_alert("mia")).version == alert.version
    assert "Something went wrong" not in house.told(house.ana) + house.told(house.ben)


SENSELESS_FROM_X = (b"", b"null", b"[]", b"{", b'{"data": 7}', b'{"data": [null, {"id": 5}, {"id": "x"}]}',
                    b"<html>", b"\xff\xfe")  # fmt: skip


async def test_whatever_x_answers_a_look_never_breaks_the_service(house: House):
    house.write("mia", COMPLAINT)
    body = [b""]
    house.environment(X_API_URL=await _answering(house, body))
    await house.restart()

    for body[0] in SENSELESS_FROM_X:
        await house.later(minutes=2)
        await house.look()
        await house.recheck(timedelta())

    assert await house.alerts() == []
    house.environment()
    await house.restart()
    await house.look()
    await house.in_both("mia", "Complaint")


async def _answering(house: House, body: list[bytes]) -> str:
    """The address of an X that answers everything with what `body` holds, and status 200."""

    async def senseless(_request: web.Request) -> web.Response:
        return web.Response(body=body[0], content_type="application/json")

    far = web.Application()
    far.router.add_route("*", "/{tail:.*}", senseless)
    runner = web.AppRunner(far, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    house.after.append(runner.cleanup)
    return f"http://127.0.0.1:{runner.addresses[0][1]}"


async def test_a_post_as_long_as_x_allows_for_paying_accounts_is_told_and_cut(house: House):
    house.write("mia", "@kettleco broken, unacceptable. " + "It leaks everywhere & I am furious! <b> " * 600)

    await house.look()

    await house.in_both("mia", "Complaint", "It leaks everywhere")


async def test_health_and_readiness_are_served_over_http(open_house: Open):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    await open_house(HTTP_ADDRESS=f"127.0.0.1:{port}")

    async with aiohttp.ClientSession() as browser:
        async with browser.get(f"http://127.0.0.1:{port}/health") as health:
            alive = await health.json()
        async with browser.get(f"http://127.0.0.1:{port}/ready") as ready:
            body = json.loads(await ready.text())

    assert alive["status"] == "ok"
    assert (ready.status, body["ready"], body["waiting_for"]) == (200, True, [])


async def test_who_starts_it_on_an_address_that_is_taken_is_told_so_and_what_to_do(open_house: Open):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(
            SettingsError, match=f"127.0.0.1:{port}: another program, perhaps a second Mutuals"
        ):
            await open_house(HTTP_ADDRESS=f"127.0.0.1:{port}")
    with pytest.raises(SettingsError, match="take an address of this machine"):
        await open_house(HTTP_ADDRESS=f"192.0.2.7:{port}")


async def test_a_trouble_that_another_node_has_told_ends_with_the_first_message_that_gets_through(
    house: House,
):
    """Two nodes have Slack in turn; the first one had posted well before."""
    await house.service._engine.close("slack")
    quick = partial(DeliveryReconciler, house.ctx, RateLimiter(per_second=500, burst=500))
    here, there = quick(), quick()

    async def told(handle: str, node: DeliveryReconciler) -> list[str]:
        house.write(handle, COMPLAINT)
        await house.begin(PeriodicTask.POLL)
        await until(lambda: not house.running())
        await node.deliver(house.brand_id, "slack")
        return sorted(await house.read(incidents.open_incidents))

    well = await told("mia", here)
    house.slack.space.channels[house.slack_care].archived = True
    lost = await told("tom", there)
    house.slack.space.channels[house.slack_care].archived = False
    house.clock.at += timedelta(minutes=11)
    over = await told("zoe", here)

    assert (well, lost, over) == ([], [f"chat-slack-{house.slack_care}"], [])


async def test_a_message_that_cannot_be_drawn_keeps_no_other_waiting(house: House):
    """A row that makes no sense, written by a newer version or by hand."""

    async def write_nonsense(tx: UnitOfWork) -> None:
        await tx.notices.add(Notice(house.brand_id, "nonsense", "digest", house.clock.now(), {"praise": 7}))
        for chat, channel in (("slack", house.slack_care), ("discord", house.discord_care)):
            await tx.deliveries.request(
                Delivery(house.brand_id, "notice/nonsense", chat, channel, wanted=1, priority=0)
            )

    await house.read(write_nonsense)
    house.write("mia", COMPLAINT)
    with capture_logs() as logs:
        await house.look()

    assert {one["chat"] for one in logs if one["event"] == "delivery.broke"} == {"slack", "discord"}
    await house.in_both("mia", "Complaint")


async def test_when_more_has_come_than_x_gives_it_is_said_what_could_not_be_read(house: House):
    """X gives the newest 800 mentions and no more. Who wrote before them would be lost in silence."""
    await house.look()
    house.clock.at += timedelta(minutes=10)
    house.write("mia", COMPLAINT)
    house.clock.at += timedelta(minutes=10)
    for number in range(800):
        house.write(f"fan{number % 20}", f"reading about @kettleco in the train, page {number}")
    await house.look()
    await house.look()

    assert said(house, "Some posts could not be read") == [1, 1]
    assert said(house, "written after 12:00 UTC on 23 November and before 12:20 UTC on 23 November") == [1, 1]


async def test_at_the_first_look_nobody_is_told_that_x_keeps_no_more_than_so_many(house: House):
    await house.stop()
    for number in range(810):
        house.write(f"fan{number % 20}", f"reading about @kettleco in the train, page {number}")
    house.environment(DATABASE_URL=f"sqlite:///{house.folder / 'fresh.db'}")
    await house.start()
    await house.look()

    assert said(house, "could not be read") == [0, 0]
