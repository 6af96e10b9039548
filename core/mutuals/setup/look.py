"""What a step shows that has to be asked of the service first: its link, and its lists to choose from."""

import hashlib
from dataclasses import dataclass, field

from mutuals.domain.errors import MutualsError, NotAuthorized
from mutuals.ports.setup import Choice, ConsoleLink, NotYet, SetupStep
from mutuals.setup.walk import sentences


@dataclass(slots=True)
class Shown:
    """What was found. `waits` is a sentence about what is not there yet, `errors` what went wrong."""

    link: ConsoleLink | None = None
    choices: dict[str, list[Choice]] = field(default_factory=dict)
    waits: str = ""
    errors: list[str] = field(default_factory=list)

    @property
    def state(self) -> str:
        """Differs when the page would look different."""
        return hashlib.sha256(repr((self.choices, self.waits, self.errors)).encode()).hexdigest()[:16]


async def look(step: SetupStep) -> Shown:
    """Ask the service; what goes wrong becomes sentences."""
    shown = Shown()
    try:
        if step.find_link is not None:
            shown.link = await step.find_link()
        for question in step.asks:
            if question.choices is not None:
                shown.choices[question.name] = list(await question.choices())
    except NotYet as error:
        shown.waits = str(error)
    except MutualsError as error:
        shown.errors = sentences(error)
        if isinstance(error, NotAuthorized):
            shown.errors.append("A new token is taken by the step before.")
    return shown
