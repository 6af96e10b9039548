"""The tokens of the workspaces that have installed the app: read, renewed two hours before they end, and given up.

A token that rotates lives twelve hours. One process renews it, under a lease; the others find the new one in the vault,
within a minute, or at once when Slack refuses the old one.
"""

import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from typing import Self

import structlog
from slack_sdk.errors import SlackTokenRotationError
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from slack_sdk.web.async_client import AsyncWebClient

from mutuals.domain.errors import MutualsError, NotAuthorized, TryAgain
from mutuals.ports.integration import ChatKit, ConnectedWorkspace
from mutuals.ports.outbound import proxy_for
from mutuals_slack.client import QUIET, SECONDS
from mutuals_slack.errors import code_of, sorted_error
from mutuals_slack.installations import Installations
from mutuals_slack.oauth import install_url
from mutuals_slack.settings import SlackSettings

EARLY_MINUTES = 120  # before its end is a token renewed: Slack's own advice, and Bolt's
FRESH_SECONDS = 60.0  # how long a token is used before the vault is asked for a newer one
GONE = ("token_revoked", "account_inactive", "invalid_auth", "invalid_refresh_token", "team_not_found")

log = structlog.get_logger(__name__)


class InstalledWorkspaces:
    """Who has installed the app (`mutuals.ports.integration.ChatWorkspaces`), and their tokens."""

    def __init__(self, settings: SlackSettings, installations: Installations, kit: ChatKit) -> None:
        self._settings = settings
        self._lock = kit.lock
        self.clock = kit.clock
        self.installations = installations
        self.install_url = install_url(settings)

    @classmethod
    def of(cls, settings: SlackSettings, kit: ChatKit) -> Self | None:
        """None where these settings serve one workspace, or there is no database."""
        if not settings.installs or settings.client_id is None or kit.engine is None or kit.vault is None:
            return None
        return cls(settings, Installations(settings.client_id, kit.engine, kit.vault), kit)

    async def listed(self) -> Sequence[ConnectedWorkspace]:
        """See ChatWorkspaces.listed."""
        return [_listed(one) for _, one in sorted((await self.installations.by_team()).items())]

    async def remove(self, workspace: str) -> ConnectedWorkspace | None:
        """See ChatWorkspaces.remove. What Slack says about its own end is logged: ours is done in any case."""
        found = await self.installations.of_team(workspace)
        if not await self.installations.forget(workspace):
            return None
        if found is not None and found.bot_token:
            secret = self._settings.client_secret
            try:
                # Not by slack_sdk's own method, which puts the secret into the address.
                given = {"client_id": self._settings.client_id, "token": found.bot_token}
                given["client_secret"] = secret.get_secret_value() if secret else ""
                await self._client().api_call("apps.uninstall", data=given)
            except Exception as error:  # noqa: BLE001 - the token is forgotten whatever Slack answers
                log.warning(
                    "slack.not_uninstalled", workspace=workspace, code=code_of(error) or type(error).__name__
                )
        log.warning("slack.workspace_removed", workspace=workspace)
        return _listed(found) if found else ConnectedWorkspace(workspace, workspace, "", self.clock.now())

    async def renew(self, team: str, *, at_once: bool = False) -> bool:
        """Renew a workspace's token where it ends within two hours (`at_once`: whenever it ends); False where there was
        nothing to do, also because another process was first. Raises NotAuthorized when Slack gives no new one for good,
        TryAgain when it can't be asked now."""
        seen = await self.installations.of_team(team)
        async with self._lock(team):
            found = await self.installations.of_team(team)
            if found is None or found.bot_token_expires_at is None:
                return False
            if seen is not None and found.bot_token != seen.bot_token:
                return True  # renewed while we waited for our turn
            minutes = EARLY_MINUTES if not at_once else 60 * 24 * 365
            renewed = await self._rotated(found, minutes)
            if renewed is None:
                return False
            await self.installations.async_save(renewed)
        log.info("slack.token_renewed", workspace=team)
        return True

    async def _rotated(self, found: Installation, minutes: int) -> Installation | None:
        secret = self._settings.client_secret
        rotator = AsyncTokenRotator(
            client=self._client(),
            client_id=str(self._settings.client_id),
            client_secret=secret.get_secret_value() if secret else "",
        )
        try:
            return await rotator.perform_token_rotation(installation=found, minutes_before_expiration=minutes)
        except SlackTokenRotationError as error:
            cause = error.api_error
            known = sorted_error(cause)
            if isinstance(known, TryAgain):
                raise known from error
            raise NotAuthorized(f"Slack gave no new token (Slack: {code_of(cause)})") from error
        except Exception as error:
            raise sorted_error(error) from error

    def _client(self) -> AsyncWebClient:
        client = AsyncWebClient(
            base_url=self._settings.api_url, timeout=SECONDS, retry_handlers=[], logger=QUIET
        )
        client.proxy = proxy_for(self._settings.api_url)
        return client


class InstalledToken:
    """The token of one workspace (`mutuals_slack.client.TokenSource`). `gone` is called with the workspace, Slack's
    reason and the token once that is revoked."""

    def __init__(
        self, team: str, installed: InstalledWorkspaces, gone: Callable[[str, str, str], Awaitable[None]]
    ) -> None:
        self._team = team
        self._installed = installed
        self._gone = gone
        self._held: tuple[float, Installation] | None = None

    async def current(self) -> str:
        """See TokenSource.current."""
        if self._held is None or time.monotonic() - self._held[0] > FRESH_SECONDS:
            await self._read()
        if self._held is None:
            raise NotAuthorized(not_connected(self._team, self._installed.install_url))
        return str(self._held[1].bot_token)

    def forget(self) -> None:
        """Read it anew at the next call."""
        self._held = None

    async def _read(self) -> None:
        try:
            found = await self._installed.installations.of_team(self._team)
        except TryAgain:
            if self._held is None:
                raise
            return  # the one at hand is good as long as Slack takes it
        self._held = None if found is None else (time.monotonic(), found)

    async def refused(self, token: str, code: str) -> NotAuthorized | None:
        """See TokenSource.refused."""
        name = self._held[1].team_name if self._held else None
        self._held = None
        await self._read()
        now = self._held[1].bot_token if self._held is not None else None
        if now is not None and now != token:
            return None
        if code == "token_expired" and now is not None:
            try:
                if await self._installed.renew(self._team, at_once=True):
                    self._held = None
                    return None
            except TryAgain as error:
                return NotAuthorized(str(error))
            except MutualsError:
                code = "invalid_refresh_token"
        if code in GONE:
            await self._gone(self._team, code, token)
            self._held = None
            return NotAuthorized(not_connected(name or self._team, self._installed.install_url))
        said = f"Slack does not let Mutuals work in the workspace {name or self._team}. (Slack: {code})"
        return NotAuthorized(f"{said} Install the app there again: {self._installed.install_url}")


def not_connected(name: str, where: str) -> str:
    """To the team, elsewhere: what it means that a workspace is gone, and what to do."""
    return (
        f"Mutuals is not connected to the Slack workspace {name} (any more), so no alert arrives there. Nothing is lost: "
        f"alerts wait. Somebody there installs the app again on {where}"
    )


def _listed(found: Installation) -> ConnectedWorkspace:
    expires = found.bot_token_expires_at
    return ConnectedWorkspace(
        str(found.team_id),
        found.team_name or str(found.team_id),
        found.user_id or "",
        datetime.fromtimestamp(found.installed_at, UTC),
        tuple(scope.strip() for scope in found.bot_scopes or ()),
        datetime.fromtimestamp(expires, UTC) if expires else None,
    )
