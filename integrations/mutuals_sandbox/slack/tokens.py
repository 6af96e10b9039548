"""Which token opens what: the app's, and one bot token for each workspace, which may rotate."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from mutuals_sandbox.slack.refusal import Refused
from mutuals_sandbox.slack.service import Service


@dataclass
class Token:
    """A token: of the app (`bot` False), or of its bot in one workspace until `expires_at` (None: for ever)."""

    service: Service
    bot: bool = True
    expires_at: float | None = None
    scopes: str = ""  # "": everything that the app asks for


class Tokens:
    """Every token of one Slack. `clock` gives seconds since 1970."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._tokens: dict[str, Token] = {}
        self._refresh: dict[str, Service] = {}
        self.revoked: set[str] = set()
        self.removed: set[str] = set()  # of workspaces that took the app out

    def add(self, text: str, token: Token) -> None:
        """A token that is given from outside."""
        self._tokens[text] = token

    def bot(self, service: Service, seconds: float | None) -> tuple[str, str | None]:
        """A new bot token, and what renews it when it lives for `seconds` only."""
        if seconds is None:
            text = f"xoxb-{secrets.token_hex(12)}"
            self._tokens[text] = Token(service)
            return text, None
        text, refresh = f"xoxe.xoxb-{secrets.token_hex(12)}", f"xoxe-{secrets.token_hex(12)}"
        self._tokens[text] = Token(service, expires_at=self._clock() + seconds)
        self._refresh[refresh] = service
        return text, refresh

    def renewed(self, refresh: str) -> Service:
        """Whose token this renews; it does so once. Raises Refused (invalid_refresh_token)."""
        service = self._refresh.pop(refresh, None)
        if service is None:
            raise Refused("invalid_refresh_token")
        return service

    def end(self, service: Service) -> None:
        """A workspace takes the app out: its tokens are dead, and what would renew them."""
        self.removed |= {text for text, one in self._tokens.items() if one.bot and one.service is service}
        self._refresh = {text: one for text, one in self._refresh.items() if one is not service}

    def of(self, text: str) -> Token:
        """Raises Refused: not_authed, invalid_auth, token_revoked, account_inactive, token_expired."""
        if not text:
            raise Refused("not_authed")
        if text in self.revoked:
            raise Refused("token_revoked")
        if text in self.removed:
            raise Refused("account_inactive")
        token = self._tokens.get(text)
        if token is None:
            raise Refused("invalid_auth")
        if token.expires_at is not None and token.expires_at <= self._clock():
            raise Refused("token_expired")
        return token

    def live(self, service: Service) -> list[str]:
        """The bot tokens of a workspace that work now."""
        return [
            text
            for text, one in self._tokens.items()
            if one.bot and one.service is service and text not in self.revoked | self.removed
        ]
