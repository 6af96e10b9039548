"""A try to sign in that outlives the process: who has X's page open already may still agree after a restart.

What is kept is the state and the PKCE verifier, sealed in the brand's vault, for as long as a person has for X's page.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from mutuals.ports.integration import NetworkKit
from mutuals_x.settings import XSettings

NAME = "x.sign_in"  # in the vault


@dataclass(frozen=True, slots=True)
class SignInSecrets:
    """What proves that X's answer is for us: the state in the address, and the verifier of the code."""

    state: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(64))


async def begun(settings: XSettings, kit: NetworkKit, patience: timedelta) -> SignInSecrets:
    """Those of a try of the same app that was cut off and whose time is not over; else new ones, which are kept."""
    now = kit.clock.now()
    kept = await kit.vault.read(NAME)
    if kept is not None and _goes_on(kept, settings, now, patience):
        return SignInSecrets(kept["state"], kept["verifier"])
    new = SignInSecrets()
    until = (now + patience).isoformat()
    app = {"client_id": settings.client_id, "callback": settings.callback}
    await kit.vault.write(NAME, {"state": new.state, "verifier": new.verifier, "until": until, **app})
    return new


def _goes_on(kept: Mapping[str, Any], settings: XSettings, now: datetime, patience: timedelta) -> bool:
    same = (kept["client_id"], kept["callback"]) == (settings.client_id, settings.callback)
    return same and now < datetime.fromisoformat(kept["until"]) <= now + patience
