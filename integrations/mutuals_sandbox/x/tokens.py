"""OAuth 2.0 as X does it: codes with PKCE, two-hour access tokens, refresh tokens that rotate."""

import base64
import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

ALL_SCOPES = (
    "tweet.read", "tweet.write", "users.read", "follows.read", "follows.write", "like.read", "like.write",
    "dm.read", "dm.write", "mute.read", "block.read", "offline.access",
)  # fmt: skip
CODE_LIVES = timedelta(seconds=30)  # docs.x.com: the authorization code must be used within 30 s
DEFAULT_SCOPES = ("tweet.read", "users.read", "follows.read", "tweet.write", "offline.access")


@dataclass(frozen=True)
class Grant:
    """What a token stands for; `user_id` None is the app alone."""

    user_id: str | None
    scopes: tuple[str, ...]
    expires: datetime | None


@dataclass(frozen=True)
class Consent:
    """A code given out at the sign-in page, waiting to be exchanged."""

    user_id: str
    scopes: tuple[str, ...]
    client_id: str
    redirect_uri: str
    challenge: str
    method: str
    expires: datetime


class TokenError(Exception):
    """A refusal of the token endpoint: OAuth's `error` code and a description."""

    def __init__(self, error: str, description: str) -> None:
        super().__init__(description)
        self.error = error


class Tokens:
    """Every token in force. Nothing here is secret: the people are invented."""

    def __init__(self, clock: Callable[[], datetime], seconds: int) -> None:
        self._clock = clock
        self.seconds = seconds  # life of an access token
        self._access: dict[str, Grant] = {}
        self._refresh: dict[str, Grant] = {}
        self._partner: dict[str, str] = {}
        self._codes: dict[str, Consent] = {}

    def issue(self, user_id: str | None, scopes: tuple[str, ...]) -> tuple[str, str | None]:
        """A new access token, with a refresh token when offline.access is among the scopes."""
        expires = self._clock() + timedelta(seconds=self.seconds) if user_id else None
        access = secrets.token_urlsafe(48)
        self._access[access] = Grant(user_id, scopes, expires)
        if user_id is None or "offline.access" not in scopes:
            return access, None
        refresh = secrets.token_urlsafe(48)
        self._refresh[refresh] = Grant(user_id, scopes, None)
        self._partner[refresh], self._partner[access] = access, refresh
        return access, refresh

    def grant(self, access: str) -> Grant | None:
        """What an access token stands for; None when unknown, revoked or expired."""
        grant = self._access.get(access)
        if grant is None or (grant.expires is not None and grant.expires <= self._clock()):
            return None
        return grant

    def revoke(self, token: str) -> bool:
        """End an access or a refresh token, and with a refresh token its access token too."""
        if token in self._refresh:
            del self._refresh[token]
            self._access.pop(self._partner.get(token, ""), None)
            return True
        return self._access.pop(token, None) is not None

    def withdraw(self, token: str) -> None:
        """The person takes the app's access away: the token and its partner are both dead."""
        partner = self._partner.get(token, "")
        for one in (token, partner):
            self._access.pop(one, None)
            self._refresh.pop(one, None)

    def rotate(self, refresh: str) -> tuple[str, str | None, Grant]:
        """New tokens for a refresh token, which is dead afterwards."""
        grant = self._refresh.pop(refresh, None)
        if grant is None:
            raise TokenError("invalid_request", "Value passed for the token was invalid.")
        self._access.pop(self._partner.get(refresh, ""), None)
        return *self.issue(grant.user_id, grant.scopes), grant

    def remember(
        self, user_id: str, scopes: tuple[str, ...], client_id: str, redirect_uri: str, pkce: tuple[str, str]
    ) -> str:
        """A code for a consent; `pkce` is the challenge and its method."""
        code = secrets.token_urlsafe(32)
        expires = self._clock() + CODE_LIVES
        self._codes[code] = Consent(user_id, scopes, client_id, redirect_uri, *pkce, expires)
        return code

    def exchange(self, code: str, client_id: str, redirect_uri: str, verifier: str) -> Consent:
        """Redeem a code, once, by whoever knows the verifier of its challenge."""
        consent = self._codes.pop(code, None)
        if consent is None or consent.expires <= self._clock() or consent.client_id != client_id:
            raise TokenError("invalid_request", "Value passed for the authorization code was invalid.")
        if consent.redirect_uri != redirect_uri:
            raise TokenError("invalid_request", "Value passed for the redirect uri did not match the uri.")
        digest = hashlib.sha256(verifier.encode()).digest()
        hashed = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if (hashed if consent.method == "S256" else verifier) != consent.challenge:
            raise TokenError("invalid_request", "Value passed for the code verifier did not match.")
        return consent
