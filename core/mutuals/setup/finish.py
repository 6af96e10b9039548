"""The end of setup: what is connected, what is missing, and what happens next."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

from mutuals.domain.errors import SettingsError
from mutuals.ports.integration import NetworkIntegration
from mutuals.service.all_settings import Settings
from mutuals.setup.draft import Draft, guide_of, offered
from mutuals.setup.walk import Stop, complete, stops


class Outcome(StrEnum):
    """What the person chose at the end."""

    LEFT = "left"  # closed it in the middle
    LATER = "later"  # everything is written down
    RUN = "run"  # Mutuals starts now


@dataclass(frozen=True, slots=True)
class Summary:
    """What is set up. `ready`: Mutuals can start."""

    connected: tuple[str, ...]
    open_stops: tuple[Stop, ...]
    mistakes: tuple[str, ...]
    file: Path
    ready: bool

    @classmethod
    async def of(cls, draft: Draft) -> Self:
        """Look at everything once more, as `mutuals run` will."""
        chosen = draft.chosen()
        settings, connected = draft.settings(), list[str]()
        for name in chosen:
            part = offered()[name]
            if isinstance(part, NetworkIntegration):
                there = not part.to_do(settings.of(part), await draft.signed_in(name))
            else:
                there = not part.missing(settings.of(part))
            if there:
                connected.append(name)
        open_stops = tuple(one for one in await stops(draft) if one.step is not None and not one.done)
        mistakes = mistakes_of_all()
        titles = tuple(guide_of(offered()[name]).title for name in connected)
        return cls(titles, open_stops, mistakes, draft.file, complete(connected) and not mistakes)


def mistakes_of_all() -> tuple[str, ...]:
    """What keeps `mutuals run` from starting, as it would say it."""
    try:
        Settings.read()
    except SettingsError as error:
        return tuple(error.mistakes)
    return ()
