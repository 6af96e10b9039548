"""Slack's errors become the few that say what to do next."""

from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from mutuals.domain.errors import NotAuthorized, RefusalReason, Refused, TryAgain
from mutuals_slack.errors import sorted_error


def refusal(code: str | None, status: int = 200, headers: dict[str, str] | None = None) -> SlackApiError:
    data: Any = {"ok": False, "error": code} if code else {}
    response = AsyncSlackResponse(
        client=None,
        http_verb="POST",
        api_url="",
        req_args={},
        data=data,
        headers=headers or {},
        status_code=status,
    )
    return SlackApiError("no", response)


@pytest.mark.parametrize(
    "code", ["invalid_auth", "token_revoked", "account_inactive", "missing_scope", "not_allowed_token_type"]
)
def test_trouble_with_the_token_is_not_authorized(code: str):
    error = sorted_error(refusal(code))

    assert isinstance(error, NotAuthorized)
    assert code in str(error)


@pytest.mark.parametrize(
    "code",
    [
        "channel_not_found",
        "not_in_channel",
        "is_archived",
        "restricted_action_read_only_channel",
    ],
)
def test_trouble_with_the_channel_is_refused_by_place(code: str):
    error = sorted_error(refusal(code))

    assert isinstance(error, Refused)
    assert error.because is RefusalReason.CHANNEL


def test_a_message_deleted_by_hand_is_told_from_a_closed_channel():
    error = sorted_error(refusal("message_not_found"))

    assert isinstance(error, Refused)
    assert error.because is RefusalReason.GONE


@pytest.mark.parametrize("code", ["cant_update_message", "edit_window_closed"])
def test_a_message_that_stands_there_and_can_not_be_changed_is_told_from_one_that_is_gone(code: str):
    error = sorted_error(refusal(code))

    assert isinstance(error, Refused)
    assert error.because is RefusalReason.FIXED


@pytest.mark.parametrize(
    "code", ["fatal_error", "internal_error", "service_unavailable", "request_timeout", None]
)
def test_passing_trouble_is_tried_again_and_ambiguous_only_for_posts(code: str | None):
    reading, posting = sorted_error(refusal(code, 503)), sorted_error(refusal(code, 503), posting=True)

    assert isinstance(reading, TryAgain)
    assert isinstance(posting, TryAgain)
    assert (reading.ambiguous, posting.ambiguous) == (False, True)


@pytest.mark.parametrize(("header", "seconds"), [("12", 12.0), ("nonsense", 30.0), ("0", 1.0)])
def test_a_limit_waits_as_long_as_slack_asks(header: str, seconds: float):
    error = sorted_error(refusal("ratelimited", 429, {"Retry-After": header}), posting=True)

    assert isinstance(error, TryAgain)
    assert (error.retry_after, error.ambiguous) == (seconds, False)


def test_a_connection_lost_under_way_is_ambiguous_for_posts():
    error = sorted_error(aiohttp.ServerDisconnectedError(), posting=True)

    assert isinstance(error, TryAgain)
    assert error.ambiguous


def test_a_code_nobody_knows_is_refused_with_its_name():
    assert "brand_new_error" in str(sorted_error(refusal("brand_new_error")))


def test_what_stands_in_place_of_a_code_is_not_repeated():
    error = sorted_error(refusal("Bearer xoxb-1-secret"))

    assert str(error) == "Slack refused this, and would again. (Slack: no code)"


def test_a_bug_of_ours_is_not_dressed_up():
    with pytest.raises(KeyError):
        sorted_error(KeyError("x"))
