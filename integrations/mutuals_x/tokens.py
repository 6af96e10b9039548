"""The brand's tokens: kept in the vault, renewed by one at a time, stored before they are used.

X's access token lives two hours and each renewal replaces the refresh token too, so a renewed
pair that is lost means signing in again. The stored pair wins over the environment's, unless the
environment's has changed since the pair was stored.
"""

import asyncio
import hashlib
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog
from pydantic import SecretStr

from mutuals.domain.errors import NotAuthorized, TryAgain
from mutuals.ports.clock import Clock
from mutuals.ports.secrets import SecretVault
from mutuals_x.api_response import ApiResponse, Purpose
from mutuals_x.errors import FALLBACK_WAIT, SERVER_WAIT, SIGN_IN_AGAIN, retry_after, words
from mutuals_x.http_client import HttpClient
from mutuals_x.settings import XSettings

NAME = "x.tokens"  # in the vault
LIFE = timedelta(hours=2)  # of an access token whose answer does not say
EARLY = timedelta(minutes=5)  # renewed so long before its end

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class TokenPair:
    """A pair of tokens. `lineage` stays the same through renewals: it names the sign-in."""

    access: SecretStr | None
    refresh: SecretStr | None
    expires_at: datetime | None = None
    environment: str | None = None  # fingerprint of the environment's tokens when this was stored
    lineage: str = ""
    scopes: tuple[str, ...] = ()

    def sealed(self) -> dict[str, Any]:
        """What is written to the vault."""
        return {
            "access_token": self.access.get_secret_value() if self.access else None,
            "refresh_token": self.refresh.get_secret_value() if self.refresh else None,
            "expires_at": self.expires_at.isoformat() if self.expires_at else None,
            "environment": self.environment,
            "lineage": self.lineage,
            "scopes": list(self.scopes),
        }


def unsealed(value: Mapping[str, Any]) -> TokenPair:
    """What was written by `sealed`."""
    expires = value.get("expires_at")
    return TokenPair(
        access=SecretStr(value["access_token"]) if value.get("access_token") else None,
        refresh=SecretStr(value["refresh_token"]) if value.get("refresh_token") else None,
        expires_at=datetime.fromisoformat(expires) if expires else None,
        environment=value.get("environment"),
        lineage=value.get("lineage", ""),
        scopes=tuple(value.get("scopes", ())),
    )


def fingerprint(settings: XSettings) -> str | None:
    """A SHA-256 of the environment's tokens; None when it has none."""
    pair = [one.get_secret_value() if one else "" for one in (settings.access_token, settings.refresh_token)]
    return hashlib.sha256("\n".join(pair).encode()).hexdigest() if any(pair) else None


def granted(answer: ApiResponse, before: TokenPair, now: datetime) -> TokenPair | None:
    """The tokens in an answer of the token endpoint; None when it holds none."""
    body = answer.body or {}
    access, refresh = body.get("access_token"), body.get("refresh_token")
    if not answer.fine or not isinstance(access, str) or not access:
        return None
    seconds, scope = body.get("expires_in"), body.get("scope")
    is_number = isinstance(seconds, (int, float)) and 0 < seconds < 1e9
    return replace(
        before,
        access=SecretStr(access),
        refresh=SecretStr(refresh) if isinstance(refresh, str) and refresh else before.refresh,
        expires_at=now + (timedelta(seconds=float(seconds or 0)) if is_number else LIFE),
        scopes=tuple(scope.split()) if isinstance(scope, str) else before.scopes,
    )


class TokenKeeper:
    """Gives the access token to use now."""

    def __init__(
        self,
        settings: XSettings,
        vault: SecretVault,
        clock: Clock,
        wire: HttpClient,
        apart: Callable[[], AbstractAsyncContextManager[Any]] = nullcontext,
    ) -> None:
        """`apart` keeps other processes from renewing the same sign-in meanwhile."""
        self._settings = settings
        self._vault = vault
        self._clock = clock
        self._wire = wire
        self._lock = asyncio.Lock()
        self._apart = apart
        self._tokens: TokenPair | None = None
        self._unsaved: TokenPair | None = None
        self._dead: str | None = None  # the refresh token that X refused
        self._reply_lost = False
        self._renewals: set[asyncio.Task[str]] = set()

    async def current(self) -> str:
        """The access token; renewed when it ends within five minutes. Raises NotAuthorized, TryAgain."""
        tokens = self._tokens or await self.load()
        if tokens.access and not self._unsaved and not self._ends_within(tokens, EARLY):
            return tokens.access.get_secret_value()
        try:
            return await self._renew(None)
        except TryAgain:
            if tokens.access and not self._unsaved and not self._ends_within(tokens, timedelta(0)):
                return tokens.access.get_secret_value()
            raise

    async def renew(self, rejected: str) -> str:
        """Another access token than the one X rejected. Raises NotAuthorized, TryAgain."""
        return await self._renew(rejected)

    async def lineage(self) -> str:
        """Which sign-in the tokens come from."""
        return (self._tokens or await self.load()).lineage

    async def load(self) -> TokenPair:
        """The stored tokens, or the environment's where those are newer. Raises NotAuthorized without any."""
        value, environment = await self._vault.read(NAME), fingerprint(self._settings)
        stored = unsealed(value) if value else None
        if stored and environment in (None, stored.environment):
            self._tokens = stored
        elif environment:
            s = self._settings
            self._tokens = TokenPair(s.access_token, s.refresh_token, None, environment, environment)
        else:
            raise NotAuthorized("The brand is not signed in to X yet. Run `mutuals connect x`.")
        return self._tokens

    async def store(self, tokens: TokenPair) -> None:
        """Keep tokens; they may be used when this returns."""
        self._unsaved = tokens
        await self._vault.write(NAME, tokens.sealed())
        self._tokens, self._unsaved, self._dead, self._reply_lost = tokens, None, None, False

    async def close(self) -> None:
        """Let a renewal that is under way finish: its tokens must not be lost."""
        if self._renewals:
            await asyncio.wait(self._renewals)

    async def _renew(self, rejected: str | None) -> str:
        # In a task of its own: if the caller is cancelled, the rotated pair is stored all the same.
        task = asyncio.create_task(self._renew_alone(rejected))
        self._renewals.add(task)
        task.add_done_callback(self._finished)
        return await asyncio.shield(task)

    def _finished(self, task: asyncio.Task[str]) -> None:
        self._renewals.discard(task)
        if not task.cancelled():
            task.exception()  # looked at, so that a caller that went away leaves no complaint in the log

    async def _renew_alone(self, rejected: str | None) -> str:
        async with self._lock, self._apart():
            if self._unsaved is not None:
                await self.store(self._unsaved)
            tokens = await self.load()  # somebody else may have renewed or signed in meanwhile
            access = tokens.access.get_secret_value() if tokens.access else None
            if access is None or access == rejected or self._ends_within(tokens, EARLY):
                access = await self._ask(tokens)
            return access

    def _ends_within(self, tokens: TokenPair, span: timedelta) -> bool:
        return tokens.expires_at is not None and tokens.expires_at <= self._clock.now().astimezone(UTC) + span

    async def _ask(self, tokens: TokenPair) -> str:
        """Trade the refresh token for a new pair and store it; gives the new access token."""
        if tokens.refresh is None or tokens.refresh.get_secret_value() == self._dead:
            raise NotAuthorized(f"X no longer accepts the brand's sign-in. {SIGN_IN_AGAIN}")
        if self._settings.client_id is None:
            raise NotAuthorized(
                "MUTUALS_X_CLIENT_ID is missing; without it the sign-in at X can't be renewed."
            )
        secret = self._settings.client_secret
        fields = {"grant_type": "refresh_token", "refresh_token": tokens.refresh.get_secret_value()}
        client = (self._settings.client_id, secret.get_secret_value() if secret else None)
        try:
            answer = await self._wire.form(fields, client, Purpose.REPLY)
        except TryAgain as error:
            self._reply_lost = self._reply_lost or error.ambiguous
            raise
        renewed = granted(answer, tokens, self._clock.now())
        if renewed is None:
            raise self._refusal(answer, tokens.refresh.get_secret_value())
        await self.store(renewed)
        log.info("x.tokens_renewed")
        assert renewed.access is not None
        return renewed.access.get_secret_value()

    def _refusal(self, answer: ApiResponse, refresh: str) -> Exception:
        text = words(answer.body or {}, "error", "error_description")
        log.warning("x.renewal_refused", status=answer.status)
        if answer.status not in (400, 401, 403) or answer.body is None:
            # Nothing was learnt; a page or fault in place of the pair may also have swallowed it.
            self._reply_lost = self._reply_lost or answer.status < 300 or answer.status >= 500
            wait = retry_after(answer) or (FALLBACK_WAIT if answer.status == 429 else SERVER_WAIT)
            return TryAgain(
                "X could not renew the sign-in just now.", retry_after=wait, too_fast=answer.status == 429
            )
        if "client" in text.split(" ")[0]:  # invalid_client, unauthorized_client
            return NotAuthorized(
                "X does not accept the app. Check MUTUALS_X_CLIENT_ID and MUTUALS_X_CLIENT_SECRET."
            )
        self._dead = refresh
        if self._reply_lost:
            return NotAuthorized(
                f"X renewed the sign-in, but its answer got lost on the way, so the old one is void. {SIGN_IN_AGAIN}"
            )
        return NotAuthorized(f"X no longer accepts the brand's sign-in. {SIGN_IN_AGAIN}")
