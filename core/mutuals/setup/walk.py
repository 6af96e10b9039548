"""The order of setup's steps, for what the person chose, and which of them are done: the same for page and terminal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mutuals.domain.errors import MutualsError, SettingsError, at_the_end
from mutuals.domain.model import AlertKind
from mutuals.ports.integration import ChatIntegration, NetworkIntegration
from mutuals.ports.setup import Answers, Proved, SetupStep, WrongAnswers
from mutuals.service import integrations, logs
from mutuals.setup.draft import Draft, Part, guide_of, offered
from mutuals.setup.pasted import cleaned

START, TEST, FINISH = "start", "test", "finish"


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of the walk; `step` and `part` are those of an integration, None of setup's own."""

    key: str  # "slack/app", or one of setup's own
    title: str
    done: bool
    part: Part | None = None
    step: SetupStep | None = None

    @property
    def of(self) -> str:
        """What the step belongs to, as people call it; "" for setup's own."""
        return guide_of(self.part).title if self.part is not None else ""


async def stops(draft: Draft) -> list[Stop]:
    """The whole walk, in order: chats first, so that their test alert comes before anything that costs money.

    Raises SettingsError for a file that can't be read.
    """
    chosen = draft.chosen()
    chats = [name for name in chosen if name in integrations.chats()]
    networks = [name for name in chosen if name in integrations.networks()]
    walk = [Stop(START, "What Mutuals does, and what you connect", complete(chosen))]
    for name in chats:
        walk += await _of_part(draft, name)
    if chats:
        walk.append(Stop(TEST, "A test alert", _tested(draft, chats)))
    for name in networks:
        walk += await _of_part(draft, name)
    walk.append(Stop(FINISH, "Start", done=False))
    return walk


def complete(chosen: Sequence[str]) -> bool:
    """Is there a network among these, and a chat?"""
    return bool(set(chosen) & set(integrations.networks())) and bool(set(chosen) & set(integrations.chats()))


async def _of_part(draft: Draft, name: str) -> list[Stop]:
    part = offered()[name]
    signed_in = isinstance(part, NetworkIntegration) and await draft.signed_in(name)
    steps = guide_of(part).steps(draft.settings().of(part), signed_in)
    return [Stop(f"{name}/{one.key}", one.title, one.done, part, one) for one in steps]


def next_stop(walk: Sequence[Stop], after: str = "") -> Stop:
    """The first stop that is not done, from `after` on; the last stop where all are."""
    keys = [one.key for one in walk]
    start = keys.index(after) + 1 if after in keys else 0
    return next((one for one in [*walk[start:], *walk[:start]] if not one.done), walk[-1])


def channels(draft: Draft) -> dict[str, str]:
    """The channel of each chosen chat that can start, by the chat's name."""
    settings, found = draft.settings(), dict[str, str]()
    for name in draft.chosen():
        part = offered()[name]
        if isinstance(part, ChatIntegration) and not part.missing(settings.of(part)):
            found[name] = part.channel(settings.of(part), AlertKind.CARE)
    return found


def tested_as(chat: str, channel: str) -> str:
    """How the memory names a channel whose test was seen."""
    return f"{chat}/{channel}"


def _tested(draft: Draft, chats: Sequence[str]) -> bool:
    there = channels(draft)
    return all(name in there and tested_as(name, there[name]) in draft.memory.tested for name in chats)


async def answer(draft: Draft, stop: Stop, given: Mapping[str, str]) -> Proved:
    """Prove what was typed and write it down. Raises WrongAnswers, or what stands in the way."""
    assert stop.step is not None
    assert stop.part is not None
    assert stop.step.prove is not None
    answers: Answers = {one.name: cleaned(given.get(one.name, "")) for one in stop.step.asks}
    logs.hide(*(answers[one.name] for one in stop.step.asks if one.secret))
    empty = {
        one.name: "Choose one from the list." if one.choices else f"Paste the {one.label} here."
        for one in stop.step.asks
        if not answers[one.name] and not one.optional
    }
    if empty:
        raise WrongAnswers(empty)
    proved = await stop.step.prove(answers)
    draft.write(stop.part, proved.values)
    return proved


def sentences(error: MutualsError) -> list[str]:
    """What to show of an error that belongs to no field."""
    if isinstance(error, WrongAnswers):
        return list(error.by_field.values())
    return error.mistakes if isinstance(error, SettingsError) else [at_the_end(error)]
