"""All workspaces that are served: that of the settings' token, and those that have installed the app."""

import asyncio
import time
from collections.abc import Coroutine
from typing import Any

import structlog
from slack_sdk.oauth.installation_store import Installation

from mutuals.domain.errors import MutualsError, NotAuthorized, RefusalReason, Refused, TryAgain
from mutuals.domain.ids import out_of_workspace
from mutuals.ports.integration import ChatKit
from mutuals.ports.interactions import Interactions
from mutuals_slack.installed import InstalledToken, InstalledWorkspaces, not_connected
from mutuals_slack.settings import SlackSettings
from mutuals_slack.workspace import SlackWorkspace

LOOK_SECONDS = 60.0  # between two looks for tokens that end soon
UNKNOWN_SECONDS = 10.0  # how long a workspace that is not ours is not looked for again
MOST_UNKNOWN = 1000
UNNAMED = (
    "It is not said in which Slack workspace this channel is. Whoever runs Mutuals sets MUTUALS_SLACK_WORKSPACE for this "
    "brand; mutuals workspace list tells the ids."
)
NOT_SEVERAL = (
    "This channel is in another Slack workspace than the one of MUTUALS_SLACK_BOT_TOKEN. Whoever runs Mutuals corrects "
    "MUTUALS_SLACK_WORKSPACE, or lets workspaces install the app: docs/slack-workspaces.md"
)

log = structlog.get_logger(__name__)


class Workspaces:
    """Finds the workspace of a channel, a person or an event. Without installs there is one, and everything is its."""

    def __init__(self, settings: SlackSettings, interactions: Interactions, kit: ChatKit) -> None:
        self._settings, self._interactions, self._kit = settings, interactions, kit
        self.installed = InstalledWorkspaces.of(settings, kit)
        alone = settings.bot_token is not None or self.installed is None
        self.main = SlackWorkspace(settings, interactions, kit) if alone else None
        self._open: dict[str, SlackWorkspace] = {}
        self._unknown: dict[str, float] = {}
        self._joined = 0  # installs so far: a look that was begun before one of them proves nothing
        self._forgetting = asyncio.Lock()
        self._running = False
        self._renewing: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def at_hand(self) -> list[SlackWorkspace]:
        """Those that this process has used so far."""
        return [*([self.main] if self.main else []), *self._open.values()]

    # --- from our side: a channel or a person, as the core knows them ---

    async def of_place(self, place: str) -> tuple[SlackWorkspace, str]:
        """The workspace of a channel's or person's id, and the id there. Raises Refused(CHANNEL)."""
        team, rest = out_of_workspace(place)
        if self.main is not None and (not team or team == await self._main_team()):
            return self.main, rest
        if not team:
            raise Refused(UNNAMED, because=RefusalReason.CHANNEL)
        if self.installed is None:
            raise Refused(NOT_SEVERAL, because=RefusalReason.CHANNEL)
        found = await self._installed_one(team)
        if found is None:
            said = not_connected(team, self.installed.install_url)
            raise Refused(said, because=RefusalReason.CHANNEL)
        return found, rest

    def known(self, place: str) -> tuple[SlackWorkspace | None, str]:
        """The same for one that is at hand, without asking anybody."""
        team, rest = out_of_workspace(place)
        if self.main is not None and team in ("", self.main.team_id):
            return self.main, rest
        return self._open.get(team), rest

    async def _main_team(self) -> str:
        assert self.main is not None
        if not self.main.team_id:
            await self.main.identify()
        return self.main.team_id

    # --- from Slack's side: an event or a click, by the id of its workspace ---

    async def of_team(self, team: str | None) -> SlackWorkspace | None:
        """The workspace in which something was done; None where the app is not ours (any more) there."""
        if self.installed is None:
            return self.main
        if self.main is not None and team and team == await self._main_team():
            return self.main
        return await self._installed_one(team) if team else None

    async def _installed_one(self, team: str) -> SlackWorkspace | None:
        """One of those that have installed the app, looked up where it is new."""
        assert self.installed is not None
        if team in self._open:
            return self._open[team]
        if time.monotonic() - self._unknown.get(team, -UNKNOWN_SECONDS) < UNKNOWN_SECONDS:
            return None
        joined = self._joined
        found = await self.installed.installations.of_team(team)
        if found is None:
            if joined != self._joined:
                return await self._installed_one(team)
            if len(self._unknown) >= MOST_UNKNOWN:
                self._unknown.clear()
            self._unknown[team] = time.monotonic()
            return None
        return self._opened(team, found)

    def _opened(self, team: str, found: Installation) -> SlackWorkspace:
        assert self.installed is not None
        if team in self._open:  # somebody was first
            return self._open[team]
        token = InstalledToken(team, self.installed, self.lost)
        made = SlackWorkspace(self._settings, self._interactions, self._kit, team, token)
        made.directory.bot_user = found.bot_user_id
        self._open[team] = made
        self._unknown.pop(team, None)
        if self._running:
            made.listener.home.start()
            self._start(self._greet(made))
        return made

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something that nobody waits for."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    # --- their life ---

    async def start(self) -> None:
        """Get ready; one workspace that does not work keeps no other waiting. Raises our errors for the settings' token,
        and TryAgain when the database does not answer."""
        if self.main is not None:
            await self.main.identify()
        if self.installed is not None:
            for team, found in (await self.installed.installations.by_team()).items():
                self._opened(team, found)
            await asyncio.gather(*(self._greet(one) for one in [*self._open.values()]))
            self._renewing = asyncio.create_task(self._keep_renewing(), name="slack-tokens")
            log.info("slack.workspaces", connected=len(self._open), install=self.installed.install_url)
        self._running = True
        for one in self.at_hand():
            one.listener.home.start()

    async def _greet(self, one: SlackWorkspace) -> None:
        try:
            await one.identify()
        except MutualsError as error:
            log.warning("slack.workspace_not_reached", workspace=one.prefix, why=str(error))

    async def stop(self) -> None:
        """Let everything go; it may be started again."""
        self._running = False
        if self._renewing is not None:
            self._renewing.cancel()
            await asyncio.gather(self._renewing, return_exceptions=True)
            self._renewing = None
        await asyncio.gather(*(_let_go(one) for one in self.at_hand()), *self._tasks, return_exceptions=True)

    async def joined(self, found: Installation) -> None:
        """A workspace has just installed the app, perhaps again: what waited for it is due."""
        team = str(found.team_id)
        log.info("slack.workspace_added", workspace=team, name=found.team_name, by=found.user_id)
        self._joined += 1
        self._unknown.pop(team, None)
        if (one := self._open.get(team)) is not None and one.token is not None:
            one.token.forget()
        try:
            await self._kit.opened()
        except MutualsError as error:  # it is due in a minute anyway
            log.warning("slack.waiting_not_woken", why=str(error))

    async def lost(self, team: str, code: str, token: str) -> None:
        """Slack has refused a workspace's token for good: forget it, and tell the team elsewhere. Alerts wait. Where the app
        was installed anew meanwhile, that installation, with another token, stays."""
        if self.installed is None:
            return
        async with self._forgetting:
            known = await self.installed.installations.of_team(team)
            if known is None or known.bot_token != token:
                return  # somebody was first, and has told it; or it is an earlier token
            name = known.team_name or team
            await self.installed.installations.forget(team)
            one = self._open.pop(team, None)
        said = not_connected(name, self.installed.install_url)
        log.error("slack.workspace_lost", workspace=team, name=name, code=code, what=said)
        try:
            await self._kit.closed(team, said)
        finally:
            if one is not None:  # not here: it may be its own task that has found out
                self._start(_let_go(one))

    async def uninstalled(self, team: str | None) -> None:
        """Slack says that the app was taken out. A late word about an earlier installation must not end the present one,
        so it is asked whether the token works still."""
        one = await self.of_team(team)
        if one is None or not team:
            return
        try:
            await one.api.read("auth.test")  # a revoked token is forgotten by the call itself
        except NotAuthorized as error:
            if one is self.main:
                log.error("slack.uninstalled", why=str(error))  # noqa: TRY400
        except (TryAgain, Refused) as error:
            log.warning("slack.uninstall_not_checked", workspace=team, why=str(error))
        else:
            log.info("slack.uninstall_is_over", workspace=team)

    async def _keep_renewing(self) -> None:
        assert self.installed is not None
        while True:
            try:
                await self.renew_due()
            except MutualsError as error:
                log.warning("slack.tokens_not_looked_at", why=str(error))
            except Exception:
                log.exception("slack.tokens_not_renewed")
            await asyncio.sleep(LOOK_SECONDS)

    async def renew_due(self) -> None:
        """Renew every token that ends within two hours."""
        assert self.installed is not None
        for team, found in (await self.installed.installations.by_team()).items():
            if found.bot_token_expires_at is None:
                continue
            try:
                if await self.installed.renew(team) and (one := self._open.get(team)) and one.token:
                    one.token.forget()
            except NotAuthorized as error:
                log.error("slack.token_not_renewed", workspace=team, why=str(error))  # noqa: TRY400
                if found.bot_token_expires_at <= self._kit.clock.now().timestamp():
                    await self.lost(team, "invalid_refresh_token", str(found.bot_token))
            except MutualsError as error:
                log.warning("slack.token_not_renewed", workspace=team, why=str(error))


async def _let_go(one: SlackWorkspace) -> None:
    await one.listener.home.stop()
    await one.close()
