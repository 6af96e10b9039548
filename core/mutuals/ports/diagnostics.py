"""What the doctor says about one thing it looked at."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from mutuals.domain.errors import TryAgain
from mutuals.ports.outbound import SECURE, shown, why


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that the doctor looked at, in a marketing person's words."""

    ok: bool
    title: str  # "Slack bot token"
    said: str  # what was found
    next_step: str = ""  # what to do, when not ok


def step_to_reach(error: TryAgain, *addresses: str) -> str:
    """The doctor's next step where these addresses gave no good answer."""
    if error.too_fast:
        return "Wait a few minutes, then run the doctor again."
    parts = [urlsplit(address) for address in addresses]
    hosts = [shown(one.hostname or "", one.port or (443 if one.scheme in SECURE else 80)) for one in parts]
    found = why(error.wire or error)
    if found is not None:
        return found.step(hosts)
    return (
        f"Let this machine reach {' and '.join(hosts)}, then run the doctor again. "
        "If it can already, wait a few minutes."
    )
