"""What an integration tells `mutuals setup`: its steps, what to paste, and how that is proved at once.

The page and the terminal show the same steps and know no vendor. A step stores nothing itself: `prove` gives what belongs
into the settings, and setup writes it down.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mutuals.domain.errors import MutualsError, TryAgain
from mutuals.ports.diagnostics import step_to_reach

Answers = Mapping[str, str]  # what was typed or chosen, by the name of the settings' field


@dataclass(frozen=True, slots=True)
class PictureRow:
    """One line of a drawn console: a label with what stands there, or a button; `mark` is the number drawn beside it."""

    label: str = ""
    value: str = ""
    button: str = ""
    mark: int = 0


@dataclass(frozen=True, slots=True)
class ConsolePicture:
    """A drawing of where to click in a service's console. It is inert; `says` is its text for whoever does not see it."""

    says: str
    address: str
    rows: tuple[PictureRow, ...]
    menu: tuple[str, ...] = ()
    here: str = ""  # the entry of the menu that is open


@dataclass(frozen=True, slots=True)
class ConsoleLink:
    """A page of the service that opens with as much filled in as it lets us."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a list to choose from. `group` puts entries under one heading; `best` is chosen at first."""

    value: str
    label: str
    group: str = ""
    best: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One value that a step asks for; `name` is a field of the integration's settings.

    With `choices` it is a list, asked of the service when it is shown: that raises NotYet while there is nothing to
    choose. An `optional` one may stay empty.
    """

    name: str
    label: str
    hint: str = ""
    secret: bool = False
    optional: bool = False
    choices: Callable[[], Awaitable[Sequence[Choice]]] | None = None


@dataclass(frozen=True, slots=True)
class Proved:
    """The service took the answers: the settings to write ("" takes one away), and what was found, for the person."""

    values: Mapping[str, str]
    said: str


class NotYet(MutualsError):
    """What the step waits for has not happened in the service; the sentence says what that is."""


def unreached(error: TryAgain, *addresses: str) -> TryAgain:
    """What keeps setup from asking the service at these addresses, with what to do about it."""
    step = step_to_reach(error, *addresses).replace("run the doctor again", "try again here")
    return TryAgain(f"{error.once} {step}", wire=error.wire)


class WrongAnswers(MutualsError):
    """Answers that can't be right, each with a sentence that says what to do instead. Never holds what was pasted."""

    def __init__(self, by_field: Mapping[str, str]) -> None:
        super().__init__(" ".join(by_field.values()))
        self.by_field = by_field


@dataclass(frozen=True, slots=True)
class SetupStep:
    """One page of setup. `tells` stands at the top, `does` is what to do in the console, one act a line, numbered.

    `link` opens the console; `find_link` finds it first, by asking the service. `copies` is what must be pasted over
    there, with its label. `prove` looks at the answers, with the service itself,
    and raises WrongAnswers or another MutualsError. `done`: the settings have what it asks for. A step without `prove`
    is the consent of a network, which its integration's `sign_in` brings.
    """

    key: str
    title: str
    done: bool
    tells: tuple[str, ...] = ()
    link: ConsoleLink | None = None
    find_link: Callable[[], Awaitable[ConsoleLink]] | None = None
    does: tuple[str, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    picture: ConsolePicture | None = None
    asks: tuple[Question, ...] = ()
    prove: Callable[[Answers], Awaitable[Proved]] | None = None


@dataclass(frozen=True, slots=True)
class SetupGuide:
    """How one network or chat is connected.

    `gives` is one line for whoever chooses. `costs` says what it costs before anything is asked ("": nothing).
    `steps` are those for these settings, in order; `signed_in` tells of a network whether its consent was given.
    """

    title: str
    gives: str
    steps: Callable[[Any, bool], Sequence[SetupStep]]  # (settings, signed_in)
    costs: tuple[str, ...] = ()
