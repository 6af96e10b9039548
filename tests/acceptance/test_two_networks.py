"""X and a second network configured at once: both are watched, and every word says which of them it is about."""

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import Alert, PeriodicTask
from mutuals.service import doctor, integrations
from mutuals.service.bootstrap import Settings
from tests.acceptance.house import COMPLAINT, House, Member, Open, as_shown
from tests.support import second_network
from tests.support.present import present
from tests.support.second_network import BRAND, SecondNetwork
from tests.support.waiting import until

SECOND = f"bluesky{BRAND.id}"
THEIRS = "@kettleco.example my lamp arrived broken, this is unacceptable"


@pytest.fixture
def second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SecondNetwork]:
    """The second network, installed, with nobody in it yet."""
    second_network.install(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(second_network, "NETWORK", SecondNetwork())
    integrations.networks.cache_clear()
    yield second_network.NETWORK
    integrations.networks.cache_clear()


@pytest.fixture
async def both(second: SecondNetwork, open_house: Open) -> House:
    """A house that watches a brand on each, told in the same channels."""
    return await open_house(BLUESKY_HANDLE=BRAND.handle)


async def look_at_both(house: House) -> None:
    """A look at each network now."""
    await house.look()
    async with house.ctx.store.transaction(SECOND) as tx:
        await tx.tasks.plan(PeriodicTask.POLL, house.clock.now())
    await house.service._engine.submit(f"{PeriodicTask.POLL}/{SECOND}")
    await house.quiet()


async def second_alert(house: House) -> Alert:
    """The only alert of the second network."""
    async with house.ctx.store.transaction(SECOND) as tx:
        [alert] = await tx.alerts.newest(limit=10)
    return alert


async def labels(house: House, alert: Alert) -> dict[str, str]:
    """All labels of buttons and menu entries under an alert, by chat."""
    deliveries = []
    async with house.ctx.store.transaction(alert.brand_id) as tx:
        deliveries = await tx.deliveries.of(f"alert/{alert.id}")
    assert {one.chat for one in deliveries} == {"slack", "discord"}
    found = {}
    for one in deliveries:
        messages = house.slack_messages() if one.chat == "slack" else house.discord_messages()
        ref = present(one.ref).id
        found[one.chat] = str([each for each in messages if ref in (each.get("ts"), each.get("id"))])
    return found


async def complain_on_both(house: House, network: SecondNetwork) -> tuple[Alert, Alert]:
    """A complaint on each network, told in both chats."""
    house.write("mia", COMPLAINT)
    network.mention("noa.example", THEIRS, house.clock.now())
    await look_at_both(house)
    return await house.open_alert("mia"), await second_alert(house)


@pytest.mark.smoke
async def test_a_complaint_on_each_network_is_told_in_both_chats_with_the_right_name(
    both: House, second: SecondNetwork
):
    on_x, on_second = await complain_on_both(both, second)

    for shown in (await labels(both, on_x)).values():
        assert "View on X" in shown
        assert "Bluesky" not in shown
    for shown in (await labels(both, on_second)).values():
        assert "View on Bluesky" in shown
        assert "https://bluesky.example/post/" in shown
        assert "View on X" not in shown


@pytest.mark.parametrize("who", ["ana", "ben"])
async def test_a_reply_goes_to_the_network_of_its_alert_and_is_measured_as_that_one_counts(
    both: House, second: SecondNetwork, who: str
):
    on_x, on_second = await complain_on_both(both, second)
    member, long = getattr(both, who), "So sorry, a new lamp leaves today. " * 8 + "Promised."

    assert 280 < len(long) < second_network.LIMIT
    await press_reply(both, member, on_second, long)
    await both.reply(member, on_x, "So sorry, a new kettle leaves today.")

    assert [one.text for one in second.posts.values() if one.author_id == BRAND.id] == [long]
    assert both.said_by_brand() == ["@mia So sorry, a new kettle leaves today."]


async def press_reply(house: House, member: Member, alert: Alert, text: str) -> None:
    """Press Reply under an alert of the second network, and send a text."""
    messages = house.slack_messages() if member.chat == "slack" else house.discord_messages()
    async with house.ctx.store.transaction(alert.brand_id) as tx:
        deliveries = await tx.deliveries.of(f"alert/{alert.id}")
    ref = next(present(one.ref).id for one in deliveries if one.chat == member.chat)
    raw = next(one for one in messages if ref in (one.get("ts"), one.get("id")))
    await house.press_in(member, as_shown(ref, raw, ""), alert.id, Intent.REPLY)
    await house.quiet()
    await house.send(member, text)


def of_each(answer: str) -> dict[str, str]:
    """An answer about several brands, cut by network."""
    pieces = re.split(r"@\S+ on (X|Bluesky)", answer)
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


async def test_status_the_lists_and_a_stop_say_which_network_they_are_about(
    both: House, second: SecondNetwork
):
    await complain_on_both(both, second)

    for who in (both.ana, both.ben):
        status, queue = await both.command(who, "status"), await both.command(who, "queue")
        assert "@kettleco on X" in status
        assert f"@{BRAND.handle} on Bluesky" in queue
        for network, complains, other in (("X", "@mia", "@noa.example"), ("Bluesky", "@noa.example", "@mia")):
            state, waits = of_each(status)[network], of_each(queue)[network]
            assert f"Last look at {network}" in state
            assert f"{network} has cost $" in state
            assert complains in waits
            assert other not in waits
        said = await both.command(who, "help stop")
        assert said.count("goes out to Bluesky and X") == 1
    assert "Nothing goes out to Bluesky and X until" in await both.stop_everything(both.dana)


async def test_an_outage_of_one_network_is_said_for_that_one_alone(both: House, second: SecondNetwork):
    await look_at_both(both)
    second.down = True
    for _ in range(4):
        await look_at_both(both)
        await both.later(minutes=4)
    texts, status = both.channel_texts(), of_each(await both.command(both.ana, "status"))
    second.down = False
    await look_at_both(both)

    for shown in texts.values():
        assert sum("Mutuals can't see Bluesky now" in one for one in shown) == 1
        assert not any("Mutuals can't see X now" in one for one in shown)
    assert "No trouble known" in status["X"]
    assert "No look at Bluesky has worked since" in status["Bluesky"]
    for shown in both.channel_texts().values():
        assert sum("Mutuals reads Bluesky again" in one for one in shown) == 1


async def test_the_digests_of_both_brands_name_their_networks(both: House, second: SecondNetwork):
    await look_at_both(both)
    await both.later(days=1)
    both.write("mia", "@kettleco love the new kettle, thank you so much")
    second.mention("noa.example", "@kettleco.example love the new lamp, thank you so much", both.clock.now())
    await look_at_both(both)
    await both.later(days=1)

    def told() -> list[list[str]]:
        return [[one for one in shown if "Today in short" in one] for shown in both.channel_texts().values()]

    await until(lambda: all(len(digests) == 2 for digests in told()))
    for digests in told():
        assert any("@mia" in one and "View on X" in one and "Bluesky" not in one for one in digests)
        assert any("View on Bluesky" in one and "View on X" not in one for one in digests)


async def test_metrics_and_the_doctor_name_both_networks(second: SecondNetwork, open_house: Open):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    house = await open_house(BLUESKY_HANDLE=BRAND.handle, HTTP_ADDRESS=address)
    await look_at_both(house)

    async with aiohttp.ClientSession() as browser, browser.get(f"http://{address}/metrics") as answer:
        page = await answer.text()
    titles = [one.title for one in await doctor.examine(Settings.read())]

    for network in ("x", "bluesky"):
        assert f'mutuals_calls_total{{call="mentions",outcome="ok",service="{network}"}}' in page
        assert f'mutuals_oldest_look_seconds{{network="{network}"}}' in page
        assert f'mutuals_spent_dollars_today{{network="{network}"}}' in page
    assert "Bluesky account" in titles


async def test_a_network_that_is_installed_and_not_configured_is_no_trouble(
    second: SecondNetwork, open_house: Open
):
    await open_house()

    found = {one.title: one for one in await doctor.examine(Settings.read())}

    assert found["Bluesky account"].ok
    assert "Bluesky is not connected" in found["Bluesky account"].said
