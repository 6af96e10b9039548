"""The port to whoever takes over a case: a mail server, a webhook."""

from dataclasses import dataclass, field
from typing import Any, Protocol

from mutuals.domain.errors import Refused
from mutuals.domain.hand_offs import Way


@dataclass(frozen=True, slots=True)
class Forwarded:
    """What is forwarded. `id` is the same at every attempt, so that whoever gets it twice can tell."""

    id: str
    to: str  # an address, or a URL
    subject: str
    text: str  # for people
    doc: dict[str, Any] = field(default_factory=dict)  # for programs


class HandOffSender(Protocol):
    """Forwards a case. Raises TryAgain (`ambiguous`: it may have arrived), NotAuthorized, Refused, each with a sentence for
    whoever handed it off."""

    async def send(self, way: Way, message: Forwarded) -> None: ...


class NoHandOffSender:
    """Where nothing is forwarded."""

    async def send(self, way: Way, message: Forwarded) -> None:
        """See HandOffSender.send."""
        raise Refused("Nothing is handed off from here.")
