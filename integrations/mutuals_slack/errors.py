"""Slack's errors, sorted by what to do next. Codes: docs.slack.dev/reference/methods, `errors` of each."""

import asyncio
import re
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

from mutuals.domain.errors import MutualsError, NotAuthorized, RefusalReason, Refused, TryAgain

LATER = 30.0  # seconds, when Slack gives no Retry-After
_RIGHTS = {
    "missing_scope": "Slack says that the app lacks a permission. Install the app again with the manifest "
    "in deploy/slack-manifest.json.",
    "token_revoked": "Slack says that the bot token was revoked. Install the app again and set the new "
    "MUTUALS_SLACK_BOT_TOKEN.",
    "account_inactive": "Slack says that the app was removed from the workspace. Install it again and set "
    "the new MUTUALS_SLACK_BOT_TOKEN.",
    "token_expired": "The Slack token has expired. Turn token rotation off for the app, install it again "
    "and set the new MUTUALS_SLACK_BOT_TOKEN.",
    "not_allowed_token_type": "This is the wrong kind of Slack token: MUTUALS_SLACK_BOT_TOKEN begins with "
    "xoxb-, MUTUALS_SLACK_APP_TOKEN with xapp-.",
}
_NOT_ACCEPTED = (
    "Slack does not accept the token. Copy the bot token (xoxb-...) again into MUTUALS_SLACK_BOT_TOKEN and, "
    "for Socket Mode, the app-level token (xapp-...) into MUTUALS_SLACK_APP_TOKEN."
)
_NO_RIGHT = {"invalid_auth", "not_authed", "no_permission", "access_denied", "org_login_required"}
_NO_RIGHT |= {"ekm_access_denied", "enterprise_is_restricted", "team_access_not_granted", *_RIGHTS}
_INVITE = "Invite the app there: /invite @Mutuals."
_PLACES = {
    "channel_not_found": "Slack does not know this channel, or it is private and the app is not in it. "
    f"Check MUTUALS_SLACK_CHANNEL. {_INVITE}",
    "not_in_channel": f"The app is not in this Slack channel. {_INVITE}",
    "user_not_in_channel": "The person is not in this Slack channel.",
    "is_archived": "This Slack channel is archived. Choose another one in MUTUALS_SLACK_CHANNEL.",
}
_MESSAGES = {
    "message_not_found": "The message is no longer in Slack; somebody deleted it.",
    "thread_not_found": "The message to answer is no longer in Slack; somebody deleted it.",
    "cannot_reply_to_message": "Slack takes no replies to this message.",
    "restricted_action_thread_locked": "Slack takes no more replies in this thread.",
    "restricted_action_non_threadable_channel": "Slack takes no replies in this channel.",
}
_FIXED = {
    "cant_update_message": "Slack does not let the app change this message: another app has written it.",
    "edit_window_closed": "Slack no longer lets the app change this message. Allow editing for any time in the "
    "workspace's settings.",
}
_PEOPLE = {
    "user_not_found": "Slack does not show this person to the app.",
    "user_not_visible": "Slack does not show this person to the app.",
    "users_not_found": "Slack does not show this person to the app.",
}
_FORMS = {
    "invalid_blocks",
    "invalid_blocks_format",
    "invalid_attachments",
    "msg_blocks_too_long",
    "msg_too_long",
}
_FORMS |= {"too_many_attachments", "metadata_too_large", "invalid_metadata_format", "invalid_metadata_schema"}
_FORMS |= {"attachment_payload_limit_exceeded", "markdown_text_conflict", "slack_file_error"}
_PLACE_PREFIXES = ("restricted_action", "posting_to_", "messages_tab_disabled", "not_in_")
_PASSING = {"ratelimited", "rate_limited", "service_unavailable", "request_timeout", "team_added_to_org"}
_PASSING |= {"internal_error", "fatal_error", "message_limit_exceeded", "accesslimited", "update_failed"}
_CODE = re.compile(r"[a-z][a-z0-9_]{1,60}")
_UNREACHED = (
    aiohttp.ClientConnectorError,
    aiohttp.ClientConnectorCertificateError,
    aiohttp.ClientHttpProxyError,
    aiohttp.InvalidURL,
)  # no byte of the call went out


def sorted_error(error: Exception, *, posting: bool = False) -> MutualsError:
    """The error of ours that says what to do next.

    `posting` marks calls that must not happen twice: where the call may have been carried out although
    no good answer came, the TryAgain is ambiguous.
    """
    if isinstance(error, MutualsError):
        return error
    if isinstance(error, SlackApiError):
        return _by_code(error.response, posting=posting)
    if isinstance(error, (aiohttp.ClientError, asyncio.TimeoutError, OSError, SlackClientError)):
        maybe = posting and not isinstance(error, _UNREACHED)
        said = "Slack could not be reached."
        return TryAgain(f"{said} Mutuals tries again.", ambiguous=maybe, once=said, wire=error)
    raise error


def _by_code(response: Any, *, posting: bool) -> MutualsError:
    code, status = _code(response), _status(response)
    if status == 429 or code in ("ratelimited", "rate_limited"):
        wait = _retry_after(response)
        said = "Slack asks to go slower."
        return TryAgain(f"{said} Mutuals waits.", retry_after=wait, too_fast=True, once=said)
    if status >= 500 or code in _PASSING or not code:
        said = "Slack has trouble at the moment."
        return TryAgain(f"{said} Mutuals tries again.", ambiguous=posting, once=said)
    if code in _NO_RIGHT:
        return NotAuthorized(f"{_RIGHTS.get(code, _NOT_ACCEPTED)} (Slack: {code})")
    if code in _MESSAGES:
        return Refused(f"{_MESSAGES[code]} (Slack: {code})", because=RefusalReason.GONE)
    if code in _FIXED:
        return Refused(f"{_FIXED[code]} (Slack: {code})", because=RefusalReason.FIXED)
    if code in _PLACES or code.startswith(_PLACE_PREFIXES):
        said = _PLACES.get(code, "Slack does not let the app write in this channel.")
        return Refused(f"{said} (Slack: {code})", because=RefusalReason.CHANNEL)
    if code in _PEOPLE:
        return Refused(f"{_PEOPLE[code]} (Slack: {code})", because=RefusalReason.PERSON)
    if code in _FORMS:
        return Refused(
            f"Slack does not take a message of this form. (Slack: {code})", because=RefusalReason.CONTENT
        )
    return Refused(f"Slack refused this, and would again. (Slack: {code})", because=RefusalReason.OTHER)


def code_of(error: Exception) -> str:
    """Slack's own code for a refused call; "" for any other error."""
    return _field(error.response, "error") if isinstance(error, SlackApiError) else ""


def _code(response: Any) -> str:
    """Slack's code; anything else in its place is not repeated: it may be what we sent, the token included."""
    code = _field(response, "error")
    return code if _CODE.fullmatch(code) or not code else "no code"


def _field(response: Any, name: str) -> str:
    data = getattr(response, "data", response)
    value = data.get(name) if isinstance(data, dict) else None
    return value if isinstance(value, str) else ""


def _status(response: Any) -> int:
    status = getattr(response, "status_code", None) or getattr(response, "status", None)
    return status if isinstance(status, int) else 200


def _retry_after(response: Any) -> float:
    headers = getattr(response, "headers", None) or {}
    value = next((v for k, v in headers.items() if k.lower() == "retry-after"), LATER)
    try:
        return min(3600.0, max(1.0, float(value)))
    except (TypeError, ValueError):
        return LATER
