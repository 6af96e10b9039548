"""Discord's errors, sorted by what to do next."""

import aiohttp
import discord
import pytest

from mutuals.domain.errors import MutualsError, NotAuthorized, RefusalReason, Refused, TryAgain
from mutuals_discord.errors import sort
from tests.integrations.discord_.samples import http_error


def refusal(error: Exception) -> RefusalReason:
    ours = sort(error)
    assert isinstance(ours, Refused)
    return ours.because


def wait(error: Exception) -> float | None:
    ours = sort(error)
    assert isinstance(ours, TryAgain)
    return ours.retry_after


@pytest.mark.parametrize(
    ("error", "kind", "ambiguous"),
    [
        (http_error(500), TryAgain, True),
        (http_error(503), TryAgain, True),
        (http_error(429), TryAgain, False),
        (discord.RateLimited(31.0), TryAgain, False),
        (aiohttp.ServerDisconnectedError(), TryAgain, True),
        (TimeoutError(), TryAgain, True),
        (discord.GatewayNotFound(), TryAgain, False),
        (http_error(401), NotAuthorized, None),
        (discord.LoginFailure("secret words"), NotAuthorized, None),
        (http_error(404, 10003), Refused, None),
        (http_error(404, 10008), Refused, None),
        (http_error(403, 50001), Refused, None),
        (http_error(403, 50013), Refused, None),
        (http_error(400, 50035), Refused, None),
    ],
)
def test_each_error_says_what_to_do_next(error: Exception, kind: type[MutualsError], ambiguous: bool | None):
    ours = sort(error)

    assert type(ours) is kind
    assert getattr(ours, "ambiguous", None) is ambiguous
    assert str(ours).endswith(".")
    assert "words of" not in str(ours)


def test_a_closed_channel_is_told_from_a_body_that_discord_does_not_take():
    assert refusal(http_error(403, 50013)) is RefusalReason.CHANNEL
    assert refusal(http_error(400, 50035)) is RefusalReason.OTHER


def test_a_message_deleted_by_hand_is_told_from_a_closed_channel():
    assert refusal(http_error(404, 10008)) is RefusalReason.GONE


def test_a_message_of_another_bot_stands_there_and_can_not_be_changed():
    assert refusal(http_error(403, 50005)) is RefusalReason.FIXED


def test_the_wait_that_discord_asks_for_is_kept():
    assert wait(discord.RateLimited(61.5)) == 61.5
    assert wait(http_error(429, headers={"Retry-After": "7"})) == 7.0
