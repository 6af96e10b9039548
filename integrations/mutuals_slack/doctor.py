"""The doctor's look at Slack, in a marketing person's words."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

import aiohttp

from mutuals.domain.errors import MutualsError, Refused, TryAgain, at_the_end
from mutuals.domain.ids import out_of_workspace
from mutuals.domain.model import AlertKind
from mutuals.ports.diagnostics import Check, step_to_reach
from mutuals.ports.outbound import proxy_for
from mutuals_slack.channels import BY_ID, ChannelDirectory
from mutuals_slack.client import Api
from mutuals_slack.doctor_roles import who_may
from mutuals_slack.installed import InstalledWorkspaces
from mutuals_slack.manifest import BOT_SCOPES
from mutuals_slack.settings import SlackSettings
from mutuals_slack.text import words
from mutuals_slack.workspace import ONE_WORKSPACE, WHOLE_ORGANIZATION, SlackWorkspace
from mutuals_slack.workspaces import NOT_SEVERAL, UNNAMED, Workspaces

HELLO_SECONDS = 5.0
REINSTALL = "Open your app at api.slack.com/apps, paste deploy/slack-manifest.json under App Manifest, and install it again."
WORKSPACE_STEP = "Correct MUTUALS_SLACK_WORKSPACE of this brand, or see docs/slack-workspaces.md."
TEST_TEXT = "Mutuals is checking that it may post here. This message goes away by itself."


async def examine(
    settings: SlackSettings,
    workspaces: Workspaces,
    *,
    more: Sequence[str] = (),
    listening: Callable[[], Awaitable[bool]],
) -> Sequence[Check]:
    """All checks, of each workspace; without a working token the rest of it is not asked."""
    places = list(dict.fromkeys([*filter(None, map(settings.channel_for, AlertKind)), *more]))
    checks: list[Check] = []
    api = Api(settings)
    try:
        if workspaces.main is not None:
            api = workspaces.main.api
            here = [one for one in places if await _is_of(workspaces, one)]
            checks += await _workspace(workspaces.main, here)
            places = [one for one in places if one not in here]
            if not checks[0].ok:
                return checks
        if workspaces.installed is not None:
            checks += await installed(workspaces, workspaces.installed, places)
        elif places:
            checks += [Check(False, f"Slack channel {one}", NOT_SEVERAL, WORKSPACE_STEP) for one in places]
        checks.append(await _way_back(settings, api, listening))
        return checks
    finally:
        if workspaces.main is None:
            await api.close()


async def _is_of(workspaces: Workspaces, place: str) -> bool:
    """Is this channel one of the workspace of the settings' token?"""
    with contextlib.suppress(MutualsError):
        return (await workspaces.of_place(place))[0] is workspaces.main
    return not out_of_workspace(place)[0]


async def _workspace(one: SlackWorkspace, places: Sequence[str]) -> list[Check]:
    """All checks of one workspace; its token first."""
    try:
        token = await _token(one.api, needs_groups=bool(one.groups.names))
    except MutualsError as error:
        step = "Copy the bot token (xoxb-...) from OAuth & Permissions into MUTUALS_SLACK_BOT_TOKEN."
        if one.prefix:
            step = "Install the app there again."
        return [failed("Slack bot token", error, one.api, step)]
    if not token[0].ok:
        return token
    checks = list(token)
    for place in places:
        checks += await _channel(one.api, one.directory, out_of_workspace(place)[1])
    checks.append(await _home_tab(one.api))
    checks.append(await who_may(one.api, one.groups))
    return checks


async def installed(workspaces: Workspaces, known: InstalledWorkspaces, places: Sequence[str]) -> list[Check]:
    """Each workspace that has installed the app, with its channels; and the channels of those that have not."""
    listed = await known.listed()
    names = ", ".join(f"{one.name} ({one.id})" for one in listed)
    said = f"Connected: {names}." if listed else "No workspace has installed the app yet."
    checks = [Check(True, "Slack workspaces", f"{said} Install it on {known.install_url}")]
    for each in listed:
        one = await workspaces.of_team(each.id)
        if one is None:
            continue
        if one is workspaces.main:
            continue  # the token of the settings serves it, and was looked at
        here = [place for place in places if out_of_workspace(place)[0] == each.id]
        found = await _workspace(one, here)
        if not here:
            found.append(Check(True, "Slack channels", "No brand is told in this workspace.", ""))
        checks += [replace(check, title=f"{each.name}: {check.title}") for check in found]
    ids = {each.id for each in listed}
    for place in places:
        team, channel = out_of_workspace(place)
        if team in ids:
            continue
        said = (
            f"It is in the workspace {team}, where the app is not installed: alerts wait."
            if team
            else UNNAMED
        )
        checks.append(
            Check(False, f"Slack channel {channel}", said, f"Install it there: {known.install_url}")
        )
    return checks


def failed(title: str, error: MutualsError, api: Api, step: str) -> Check:
    """A check that failed with this error; `step` is for what Slack refused, not for a Slack out of reach."""
    if isinstance(error, TryAgain):
        step = step_to_reach(error, api.web.base_url)
    return Check(False, title, at_the_end(error), step)


async def _token(api: Api, *, needs_groups: bool) -> list[Check]:
    answer = await api.read("auth.test")
    if answer.get("is_enterprise_install"):
        return [Check(False, "Slack bot token", WHOLE_ORGANIZATION, ONE_WORKSPACE)]
    said = f"It works: Mutuals is @{answer.get('user')} in the workspace {answer.get('team')}."
    return [Check(True, "Slack bot token", said), _scopes(answer.headers, needs_groups=needs_groups)]


def _scopes(headers: object, *, needs_groups: bool) -> Check:
    title = "Slack permissions"
    given = headers if hasattr(headers, "items") else {}
    header = next((str(v) for k, v in given.items() if k.lower() == "x-oauth-scopes"), None)
    if header is None:
        return Check(True, title, "Slack did not list them; the next checks show whether they suffice.")
    has = {scope.strip() for scope in header.split(",")} | (set() if needs_groups else {"usergroups:read"})
    lacking = {scope: f"{scope} ({why})" for scope, why in BOT_SCOPES.items() if scope not in has}
    if lacking and all(scope.startswith("groups:") for scope in lacking):
        return Check(
            True, title, "The app has what it needs for public channels, not for private ones.", REINSTALL
        )
    if lacking:
        return Check(False, title, "Missing: " + "; ".join(lacking.values()) + ".", REINSTALL)
    return Check(True, title, "The app has every permission that it needs.")


async def _channel(api: Api, directory: ChannelDirectory, place: str) -> list[Check]:
    title = f"Slack channel {place}"
    try:
        channel_id = await directory.resolve(place)
        channel = (await api.read("conversations.info", channel=channel_id))["channel"]
    except MutualsError as error:
        step = f"Check the channel in MUTUALS_SLACK_CHANNEL, and write there: /invite @Mutuals. {BY_ID}"
        return [failed(title, error, api, step)]
    name = f"#{channel.get('name') or place}"
    if channel.get("is_archived"):
        return [Check(False, title, f"{name} is archived.", "Choose another channel, or bring it back.")]
    if not channel.get("is_member"):
        return [Check(False, title, f"The app is not in {name}.", f"Write in {name}: /invite @Mutuals.")]
    return [
        Check(True, title, f"{name} is there, and the app is in it."),
        await posting(api, channel_id, name),
    ]


async def posting(api: Api, channel_id: str, name: str) -> Check:
    """Whether the app may post there, by a message that is taken away again."""
    title = f"Posting in {name}"
    body = {"channel": channel_id, "text": TEST_TEXT, "unfurl_links": False, "unfurl_media": False}
    try:
        posted = await api.call("chat.postMessage", body, posting=True)
    except MutualsError as error:
        return failed(title, error, api, "Ask an owner of the channel to let the app post there.")
    try:
        await api.call("chat.delete", {"channel": channel_id, "ts": str(posted["ts"])})
    except MutualsError:
        said = "It works, but the test message could not be taken away again."
        return Check(True, title, said, "Delete the test message by hand.")
    return Check(True, title, "It works: a short test message was posted and taken away again.")


async def _home_tab(api: Api) -> Check:
    """Whether the app has a Home tab: by a page for the app itself, which nobody opens."""
    title = "Slack Home tab"
    try:
        me = str((await api.read("auth.test"))["user_id"])
        await api.call("views.publish", {"user_id": me, "view": {"type": "home", "blocks": words("Mutuals")}})
    except Refused as error:
        if "not_enabled" in str(error):
            said = "The app has no Home tab, where everybody finds their claims and the queue."
            return Check(False, title, said, REINSTALL)
        return Check(True, title, "Slack did not say; open the app in Slack to see whether it has one.")
    except MutualsError as error:
        return failed(title, error, api, REINSTALL)
    return Check(True, title, "The app has one.")


async def _way_back(settings: SlackSettings, api: Api, listening: Callable[[], Awaitable[bool]]) -> Check:
    title = "Clicks in Slack"
    if settings.over_http:
        said = (
            "Slack sends clicks to your address, signed (HTTP mode); only a click can prove that they arrive."
        )
        step = (
            "In the app's settings, the Request URL of Interactivity and of /mutuals ends in /slack/events."
        )
        return Check(True, title, said, step)
    if await listening():
        return Check(True, title, "The socket that brings clicks is open.")
    assert settings.app_token is not None
    step = "Create an app-level token with connections:write (Basic Information), and set MUTUALS_SLACK_APP_TOKEN."
    try:
        url = await api.open_socket(settings.app_token.get_secret_value())
        greeted = await greeting(url)
    except Refused as error:
        return Check(False, title, str(error), "Turn Socket Mode on in the app's settings.")
    except MutualsError as error:
        return failed(title, error, api, step)
    if greeted is None:
        said = "Slack gave an address for the socket, but the socket did not open."
        return Check(False, title, said, "Let this machine reach wss://*.slack.com on port 443.")
    return Check(True, title, "The socket that brings clicks opens, and Slack greets.")


async def greeting(url: str) -> str | None:
    """The id of the app that Slack greets on a Socket Mode connection ("": it does not say); None: it does not open."""
    with contextlib.suppress(aiohttp.ClientError, TimeoutError, OSError, ValueError):
        async with (
            asyncio.timeout(HELLO_SECONDS),
            aiohttp.ClientSession() as session,
            session.ws_connect(url, proxy=proxy_for(url)) as socket,
        ):
            frame = await socket.receive_json()
            if isinstance(frame, dict) and frame.get("type") == "hello":
                return str((frame.get("connection_info") or {}).get("app_id") or "")
    return None
