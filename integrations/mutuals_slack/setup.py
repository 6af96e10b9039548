"""Slack's steps of `mutuals setup`: the app from its manifest, the token for clicks, the channel."""

import json
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from urllib.parse import urlencode

from pydantic import SecretStr

from mutuals.domain.errors import NotAuthorized, Refused, TryAgain
from mutuals.ports.setup import (
    Answers,
    Choice,
    ConsoleLink,
    NotYet,
    Proved,
    Question,
    SetupGuide,
    SetupStep,
    WrongAnswers,
    unreached,
)
from mutuals_slack import setup_pictures as pictures
from mutuals_slack.client import Api
from mutuals_slack.doctor import greeting, posting
from mutuals_slack.manifest import BOT_SCOPES, manifest
from mutuals_slack.settings import SlackSettings
from mutuals_slack.workspace import WHOLE_ORGANIZATION

NEW_APP = "https://api.slack.com/apps"
TOKENS_PAGE = "https://api.slack.com/apps/{}/general"
INVITE = "/invite @Mutuals"
LISTED = 200  # of the channels that the app is in: it was invited into each by hand
PAGES = 10
_APP_OF_TOKEN = re.compile(r"xapp-\d+-(A[A-Z0-9]{6,})-")


def guide() -> SetupGuide:
    """Slack's part of setup."""
    return SetupGuide("Slack", "Alerts with buttons in a channel of your workspace.", _steps)


def new_app_url() -> str:
    """Slack's page for a new app, with our manifest filled in."""
    compact = json.dumps(manifest(), ensure_ascii=False, separators=(",", ":"))
    return f"{NEW_APP}?{urlencode({'new_app': '1', 'manifest_json': compact})}"


def _steps(settings: SlackSettings, _signed_in: bool) -> Sequence[SetupStep]:
    return (_app_step(settings), _clicks_step(settings), _channel_step(settings))


def _app_step(settings: SlackSettings) -> SetupStep:
    return SetupStep(
        key="app",
        title="Make the app and copy its bot token",
        done=settings.bot_token is not None,
        tells=(
            (
                "Mutuals posts in Slack as an app of your own. It is free. It reads no messages of your team; the link fills "
                "in everything that it asks for."
            ),
        ),
        link=ConsoleLink("Open Slack's page for a new app", new_app_url()),
        does=(
            "Choose your workspace, press Next, and press Create.",
            "In the menu at the left open Install App, press Install, and press Allow.",
            "Press Copy at Bot User OAuth Token.",
        ),
        picture=pictures.INSTALL,
        asks=(
            Question(
                "bot_token",
                "Bot token",
                "It begins with xoxb-. It is checked as soon as you paste it.",
                secret=True,
            ),
        ),
        prove=lambda answers: _prove_app(settings, answers),
    )


def _clicks_step(settings: SlackSettings) -> SetupStep:
    return SetupStep(
        key="clicks",
        title="Let clicks come back",
        done=settings.app_token is not None or settings.signing_secret is not None,
        tells=("With a second token Mutuals opens the connection by itself. So you need no public address.",),
        find_link=lambda: _tokens_page(settings),
        does=(
            "Scroll down to App-Level Tokens and press Generate Token and Scopes.",
            "Give it a name, for example mutuals. Press Add Scope and choose connections:write.",
            "Press Generate, then Copy.",
        ),
        picture=pictures.APP_TOKEN,
        asks=(
            Question(
                "app_token",
                "App-level token",
                "It begins with xapp-. It is checked as soon as you paste it.",
                secret=True,
            ),
        ),
        prove=lambda answers: _prove_clicks(settings, answers),
    )


def _channel_step(settings: SlackSettings) -> SetupStep:
    return SetupStep(
        key="channel",
        title="Choose the channel",
        done=settings.channel is not None,
        tells=("The app sees only channels that somebody has invited it to, private ones too.",),
        does=(
            "In Slack open the channel for alerts, or make one, for example #care.",
            f"Send there: {INVITE}",
            "Come back here. The list below fills by itself.",
        ),
        copies=(("What to send in the channel", INVITE),),
        picture=pictures.INVITE,
        asks=(
            Question(
                "channel",
                "Channel for alerts",
                f"Is yours missing? Send {INVITE} there, then press Look again.",
                choices=lambda: _channels(settings),
            ),
        ),
        prove=lambda answers: _prove_channel(settings, answers),
    )


# --- the two tokens


async def _prove_app(settings: SlackSettings, answers: Answers) -> Proved:
    token = answers["bot_token"]
    if wrong := _not_a_bot_token(token):
        raise WrongAnswers({"bot_token": wrong})
    try:
        async with _api(settings, token) as api:
            me = await api.read("auth.test")
    except NotAuthorized as error:
        raise WrongAnswers({"bot_token": _not_accepted(error, "Install App", "bot token")}) from None
    if me.get("is_enterprise_install"):
        raise WrongAnswers(
            {"bot_token": f"{WHOLE_ORGANIZATION} Make the app in one workspace, by the link above."}
        )
    if lacking := _lacking(me.headers):
        raise WrongAnswers(
            {
                "bot_token": f"The app lacks the permission {', '.join(lacking)}. Make a new app by the link above, which asks "
                "for everything, or install this one again with Mutuals' manifest."
            }
        )
    return Proved(
        {"bot_token": token}, f"Slack knows the app @{me.get('user')} in the workspace {me.get('team')}."
    )


def _lacking(headers: object) -> list[str]:
    given = headers if hasattr(headers, "items") else {}
    header = next((str(value) for name, value in given.items() if name.lower() == "x-oauth-scopes"), None)
    has = {one.strip() for one in (header or "").split(",")}
    return [] if header is None else [one for one in BOT_SCOPES if one not in has]


_KINDS = {
    "xapp-": "That is the app-level token, which the next page asks for.",
    "xoxp-": "That is a user's token (xoxp-), which acts as a person.",
    "xoxe": "That is a token that expires (xoxe), from an app with token rotation.",
    "xoxb-": "That is the bot token, which you have pasted already.",
    "http": "That is an address.",
}
_BOTS = "The bot token begins with xoxb- and stands on the app's page Install App as Bot User OAuth Token."
_APPS = "The app-level token begins with xapp- and comes from Generate Token and Scopes on the app's page Basic Information."


def _not_a_bot_token(token: str) -> str:
    return "" if re.fullmatch(r"xoxb-[\w-]{6,}", token) else _kind(token, "xoxb-", _BOTS)


def _kind(token: str, wanted: str, where: str) -> str:
    """What was pasted instead of the token that begins with `wanted`, and where that stands."""
    if token.startswith(wanted):
        return f"A part of the token is missing, or something else came with it. {where}"
    for start, said in _KINDS.items():
        if token.startswith(start):
            return f"{said} {where}"
    if re.fullmatch(r"[0-9a-f]{32}", token):
        return f"That looks like the Client Secret or the Signing Secret. {where}"
    if re.fullmatch(r"[\d.]+", token):
        return f"That looks like the Client ID. {where}"
    if re.fullmatch(r"A[A-Z0-9]{8,}", token):
        return f"That is the App ID. {where}"
    return f"That is not the token. {where}"


def _not_accepted(error: NotAuthorized, page: str, what: str) -> str:
    said = str(error)
    if "token_revoked" in said or "account_inactive" in said:
        return (
            f"This token was revoked, or the app was removed from the workspace. Open the app's page {page}, install or "
            f"generate again, and paste the new {what}."
        )
    if "token_expired" in said:
        return "This token has expired: the app has token rotation on. Make a new app by the link above, which has it off."
    return f"Slack does not accept this token. Copy it again, whole, from the app's page {page}."


async def _tokens_page(settings: SlackSettings) -> ConsoleLink:
    return ConsoleLink("Open the app's page for tokens", TOKENS_PAGE.format(await _app_id(settings)))


async def _app_id(settings: SlackSettings) -> str:
    """The id of the app that the bot token belongs to."""
    async with _api(settings) as api:
        bot = (await api.read("auth.test"))["bot_id"]
        return str((await api.read("bots.info", bot=str(bot)))["bot"]["app_id"])


async def _prove_clicks(settings: SlackSettings, answers: Answers) -> Proved:
    token = answers["app_token"]
    if not re.fullmatch(r"xapp-[\w-]{6,}", token):
        raise WrongAnswers({"app_token": _kind(token, "xapp-", _APPS)})
    ours = await _app_id(settings)
    named = _APP_OF_TOKEN.match(token)
    if named and named[1] != ours:
        raise WrongAnswers({"app_token": _OTHER_APP})
    try:
        async with _api(settings) as api:
            opened = await greeting(await api.open_socket(token))
    except NotAuthorized as error:
        raise WrongAnswers(
            {"app_token": _not_accepted(error, "Basic Information", "app-level token")}
        ) from None
    except Refused as error:
        raise WrongAnswers(
            {"app_token": f"{error} Turn Socket Mode on, on the app's page Socket Mode."}
        ) from None
    if opened is None:
        raise TryAgain(
            "Slack takes the token, but the connection for clicks did not open. Let this machine reach wss://*.slack.com on "
            "port 443, or name your proxy in HTTPS_PROXY, then try again here."
        )
    if opened not in ("", ours):
        raise WrongAnswers({"app_token": _OTHER_APP})
    return Proved({"app_token": token}, "The connection for clicks opens, and Slack greets.")


_OTHER_APP = (
    "This token belongs to another app than the bot token, so its clicks would come for that one. Open the page by the link "
    "above, which is the right app's, and generate the token there."
)


# --- the channel


async def _channels(settings: SlackSettings) -> Sequence[Choice]:
    """The channels that the app is in, by name."""
    found, cursor = list[dict[str, str]](), ""
    async with _api(settings) as api:
        for _ in range(PAGES):
            answer = await api.read(
                "users.conversations",
                types="public_channel,private_channel",
                exclude_archived="true",
                limit=LISTED,
                cursor=cursor,
            )
            found += answer.get("channels") or []
            cursor = str((answer.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                break
    if not found:
        raise NotYet(
            f"The app is in no channel yet. Open the channel for alerts in Slack and send there: {INVITE}"
        )
    names = sorted(found, key=lambda one: str(one.get("name")))
    return [
        Choice(
            str(one["id"]),
            f"#{one.get('name')}{' (private)' if one.get('is_private') else ''}",
            best=len(names) == 1,
        )
        for one in names
    ]


async def _prove_channel(settings: SlackSettings, answers: Answers) -> Proved:
    chosen = answers["channel"]
    async with _api(settings) as api:
        try:
            channel = (await api.read("conversations.info", channel=chosen))["channel"]
        except Refused:
            raise WrongAnswers(
                {
                    "channel": f"The app does not see this channel. Send there: {INVITE}. Then press Look again."
                }
            ) from None
        name = f"#{channel.get('name') or chosen}"
        if channel.get("is_archived"):
            raise WrongAnswers(
                {"channel": f"{name} is archived. Choose another channel, or bring it back in Slack."}
            )
        if not channel.get("is_member"):
            raise WrongAnswers(
                {"channel": f"The app is not in {name}. Send there: {INVITE}. Then press the button again."}
            )
        found = await posting(api, str(channel["id"]), name)
        if not found.ok:
            raise WrongAnswers({"channel": f"The app can't post in {name}. {found.said} {found.next_step}"})
    return Proved({"channel": str(channel["id"])}, f"Alerts will come in {name}.")


@asynccontextmanager
async def _api(settings: SlackSettings, token: str | None = None) -> AsyncIterator[Api]:
    """Slack with the bot token, or with one that was pasted. Raises our errors, in words about setup."""
    api = Api(settings if token is None else settings.model_copy(update={"bot_token": SecretStr(token)}))
    try:
        yield api
    except TryAgain as error:
        raise unreached(error, settings.api_url) from error
    finally:
        await api.close()
