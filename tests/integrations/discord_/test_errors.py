"""Discord's errors, sorted by what to do next."""

import aiohttp
import discord
import pytest

from mutuals.domain.errors import MutualsError, NotAuthorized, RefusalReason, Refused, TryAgain
from mutuals_discord.errors import sort


class Response:
    """What discord.py keeps of an answer."""

    def __init__(self, status: int, **headers: str) -> None:
        self.status = status
        self.reason = "because"
        self.headers = headers


def http(status: int, code: int = 0, **headers: str) -> discord.HTTPException:
    return discord.HTTPException(Response(status, **headers), {"code": code, "message": "words of Discord"})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("error", "kind", "ambiguous"),
    [
        (http(500), TryAgain, True),
        (http(503), TryAgain, True),
        (http(429), TryAgain, False),
        (discord.RateLimited(31.0), TryAgain, False),
        (aiohttp.ServerDisconnectedError(), TryAgain, True),
        (TimeoutError(), TryAgain, True),
        (discord.GatewayNotFound(), TryAgain, False),
        (http(401), NotAuthorized, None),
        (discord.LoginFailure("secret words"), NotAuthorized, None),
        (http(404, 10003), Refused, None),
        (http(404, 10008), Refused, None),
        (http(403, 50001), Refused, None),
        (http(403, 50013), Refused, None),
        (http(400, 50035), Refused, None),
    ],
)
def test_each_error_says_what_to_do_next(error: Exception, kind: type[MutualsError], ambiguous: bool | None):
    ours = sort(error)

    assert type(ours) is kind
    assert getattr(ours, "ambiguous", None) is ambiguous
    assert str(ours).endswith(".")
    assert "words of" not in str(ours)


def test_a_closed_place_is_told_from_a_body_that_discord_does_not_take():
    assert sort(http(403, 50013)).because is RefusalReason.CHANNEL  # type: ignore[attr-defined]
    assert sort(http(400, 50035)).because is RefusalReason.OTHER  # type: ignore[attr-defined]


def test_a_message_deleted_by_hand_is_told_from_a_closed_channel():
    assert sort(http(404, 10008)).because is RefusalReason.GONE  # type: ignore[attr-defined]


def test_a_message_of_another_bot_stands_there_and_can_not_be_changed():
    assert sort(http(403, 50005)).because is RefusalReason.FIXED  # type: ignore[attr-defined]


def test_the_wait_that_discord_asks_for_is_kept():
    assert sort(discord.RateLimited(61.5)).retry_after == 61.5  # type: ignore[attr-defined]
    assert sort(http(429, **{"Retry-After": "7"})).retry_after == 7.0  # type: ignore[attr-defined]
