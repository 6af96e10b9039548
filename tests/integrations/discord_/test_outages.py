"""Discord refuses, is slow, is away or comes back: what the chat does and says."""

from datetime import UTC, datetime

import pytest
from structlog.testing import capture_logs

from mutuals.cards.markup import Intent
from mutuals.domain.errors import NotAuthorized, RefusalReason, Refused, TryAgain
from mutuals_discord import actions
from mutuals_discord import chat as chat_module
from mutuals_discord.chat import DiscordChat
from mutuals_sandbox.faults import FaultKind
from tests.support.discord_site import TOKEN, Site
from tests.support.waiting import until

from .samples import ALERT, alert_card, notice_card

KEY = f"alert/{ALERT}"


async def test_a_long_rate_limit_is_told_instead_of_waited_for(site: Site, chat: DiscordChat):
    site.faults.plan(FaultKind.RATE_LIMITED, r"POST .*/messages$", seconds=45)

    with pytest.raises(TryAgain) as trouble:
        await chat.post(site.alerts, alert_card())

    assert trouble.value.retry_after == pytest.approx(45, abs=1)
    assert not trouble.value.ambiguous


async def test_a_short_rate_limit_is_waited_for(site: Site, chat: DiscordChat):
    site.faults.plan(FaultKind.RATE_LIMITED, r"POST .*/messages$", seconds=0.2)

    await chat.post(site.alerts, alert_card())

    assert len(site.messages()) == 1


async def test_a_deleted_message_or_channel_is_refused_with_a_sentence(site: Site, chat: DiscordChat):
    ref = await chat.post(site.alerts, alert_card())
    site.server.remove_channel(site.alerts)

    for call in (
        chat.post(site.alerts, notice_card()),
        chat.edit(ref, alert_card(version=2)),
        chat.find(site.alerts, KEY, datetime.now(UTC)),
        chat.post("not-an-id", notice_card()),
    ):
        with pytest.raises(Refused) as refused:
            await call
        assert refused.value.because is RefusalReason.CHANNEL


async def test_a_channel_that_is_missing_at_the_start_is_named(site: Site):
    for wanted, said in (("#nowhere", "no channel #nowhere"), ("123456789012345678", "does not exist")):
        with pytest.raises(Refused, match=said) as refused:
            await site.chat(channel=wanted).start()
        assert refused.value.because is RefusalReason.CHANNEL
    assert site.server.sessions == 0


async def test_a_channel_that_the_bot_may_not_see_or_post_in_is_refused(site: Site, chat: DiscordChat):
    for channel in (
        site.server.add_channel("secret", bot_may_view=False),
        site.server.add_channel("read", bot_may_post=False),
    ):
        with pytest.raises(Refused, match="allow") as refused:
            await chat.post(channel, alert_card())
        assert refused.value.because is RefusalReason.CHANNEL


async def test_a_wrong_token_is_said_at_the_start_without_showing_it(site: Site):
    with pytest.raises(NotAuthorized) as refused:
        await site.chat(bot_token="wrong-secret-token").start()

    assert "MUTUALS_DISCORD_BOT_TOKEN" in str(refused.value)
    assert "wrong-secret-token" not in str(refused.value)


async def test_a_token_revoked_later_is_logged_once_and_refuses_posts(site: Site, chat: DiscordChat):
    with capture_logs() as logs:
        await site.server.revoke()
        await until(lambda: any(one["event"] == "discord.connection_ended" for one in logs))
        with pytest.raises(NotAuthorized):
            await chat.post(site.alerts, alert_card())

    ended = [one for one in logs if one["event"] == "discord.connection_ended"]
    assert [one["retry"] for one in ended] == [False]
    assert TOKEN not in str(logs)


async def test_a_chat_is_stopped_in_the_very_moment_in_which_its_token_is_revoked(
    site: Site, chat: DiscordChat
):
    await site.server.revoke()
    await until(lambda: chat._connection.open_listener is None)

    await chat.stop()

    assert not await chat.listening()


async def test_no_discord_at_all_is_said_in_time(site: Site):
    await site.server.stop()

    with pytest.raises(TryAgain):
        await site.chat().start()


async def test_a_lost_gateway_comes_back_and_is_told_once_each_way(site: Site, chat: DiscordChat):
    ref = await chat.post(site.alerts, alert_card())
    with capture_logs() as logs:
        site.server.drop_sockets()
        await until(lambda: [one["event"] for one in logs][-1:] == ["discord.gateway_restored"])
    answer = await site.server.press(site.ana, ref.id, actions.encode("follow", ALERT) or "")

    assert [one["event"] for one in logs] == ["discord.gateway_lost", "discord.gateway_restored"]
    assert answer.acknowledged
    await until(lambda: site.interactions.clicks)
    assert [one.do for one in site.interactions.clicks] == [Intent.FOLLOW]


async def test_a_page_of_maintenance_instead_of_an_answer_ends_no_more_than_that_attempt(
    site: Site, chat: DiscordChat
):
    """Discord ends the session for good, and the next sign-in gets a page for people with status 200."""
    ref = await chat.post(site.alerts, alert_card())
    site.faults.plan(FaultKind.PAGE, "GET .*/users/@me")
    with capture_logs() as logs:
        await site.server.gateway.close(4011, "Sharding required")
        await until(lambda: [one for one in logs if one["event"] == "discord.unexpected"])
        await until(lambda: site.server.sessions == 1)
    await until(lambda: chat._connection.open_listener is not None)
    answer = await site.server.press(site.ana, ref.id, actions.encode("follow", ALERT) or "")

    assert answer.acknowledged
    await chat.stop()


async def test_where_more_messages_followed_than_can_be_looked_through_nobody_says_it_is_not_there(
    site: Site, chat: DiscordChat, monkeypatch: pytest.MonkeyPatch
):
    since = datetime.now(UTC)
    ref = await chat.post(site.alerts, alert_card())
    for number in range(3):
        await chat.post(site.alerts, alert_card(key=f"alert/other-{number}"))
    monkeypatch.setattr(chat_module, "HISTORY", 4)
    found = await chat.find(site.alerts, KEY, since)
    monkeypatch.setattr(chat_module, "HISTORY", 3)
    with pytest.raises(Refused) as refused:
        await chat.find(site.alerts, KEY, since)

    assert found == ref
    assert refused.value.because is RefusalReason.CHANNEL
