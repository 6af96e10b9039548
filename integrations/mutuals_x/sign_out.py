"""Taking the app's right back at X: what it was given is worth nothing afterwards, to nobody."""

from collections.abc import Iterator

import structlog
from pydantic import SecretStr

from mutuals.domain.errors import NotAuthorized, TryAgain
from mutuals.ports.integration import NetworkKit
from mutuals_x.api_response import Purpose
from mutuals_x.http_client import REVOKE_PATH, HttpClient
from mutuals_x.settings import XSettings
from mutuals_x.tokens import NAME, TokenPair, unsealed

BY_HAND = "On X, under Settings, Security and account access, Connected apps, take the app's access away."

log = structlog.get_logger(__name__)


async def sign_out(settings: XSettings, kit: NetworkKit) -> bool:
    """Revoke the brand's tokens, those in the vault and those in the settings; False: there was none.

    Raises NotAuthorized when X does not take it from this app, TryAgain when X can't be reached.
    """
    stored = await kit.vault.read(NAME)
    pairs = [
        TokenPair(settings.access_token, settings.refresh_token),
        *([unsealed(stored)] if stored else []),
    ]
    tokens = list(dict.fromkeys(_values(pairs)))
    if tokens and settings.client_id is None:
        raise NotAuthorized(f"MUTUALS_X_CLIENT_ID is missing, so X takes no tokens back. {BY_HAND}")
    wire = HttpClient(settings)
    try:
        for token in tokens:
            await _revoke(wire, settings, token)
    finally:
        await wire.close()
    log.info("x.signed_out", tokens=len(tokens))
    return bool(tokens)


def _values(pairs: list[TokenPair]) -> Iterator[str]:
    """The refresh tokens first: with each of them X ends its access token as well."""
    for secret in (*(one.refresh for one in pairs), *(one.access for one in pairs)):
        if isinstance(secret, SecretStr):
            yield secret.get_secret_value()


async def _revoke(wire: HttpClient, settings: XSettings, token: str) -> None:
    secret = settings.client_secret.get_secret_value() if settings.client_secret else None
    answer = await wire.form({"token": token}, (settings.client_id or "", secret), Purpose.READ, REVOKE_PATH)
    if answer.fine:
        return  # also for a token that was dead already: RFC 7009, 2.2
    if answer.status == 429 or answer.status >= 500:
        raise TryAgain("X has trouble at the moment.")
    raise NotAuthorized(f"X did not take the app's right back (status {answer.status}). {BY_HAND}")
