"""What the team is asked about an account that may be the organisation's own, and what it has said. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from mutuals.domain.own_accounts import Likeness

A_DAY_AT_MOST = 3  # questions of one brand: the channel is for people who wait
AGAIN_AFTER = timedelta(days=30)  # whoever is not sure is asked once more then


class OwnershipAnswer(StrEnum):
    """What the team says. The values stand in buttons for ever."""

    OURS = "yes"
    NOT_OURS = "no"
    UNSURE = "later"


@dataclass(frozen=True, slots=True)
class OwnershipQuestion:
    """One account, known by its id whatever it is called. Without `asked_at` it waits to be asked; `times` counts how often
    it was. `by` and `answered_at` belong to the newest answer."""

    person_id: str
    handle: str  # as it was called last
    likenesses: tuple[Likeness, ...]
    found_at: datetime
    asked_at: datetime | None = None
    times: int = 0
    answer: OwnershipAnswer | None = None
    by: str = ""
    answered_at: datetime | None = None

    @property
    def settled(self) -> bool:
        """Has the team decided?"""
        return self.answer in {OwnershipAnswer.OURS, OwnershipAnswer.NOT_OURS}

    @property
    def ask_again_at(self) -> datetime | None:
        """When whoever was not sure is asked once more; None: never, or it is asked already."""
        unsure = self.answer is OwnershipAnswer.UNSURE and self.answered_at is not None
        asked = (
            self.asked_at is not None and self.answered_at is not None and self.asked_at > self.answered_at
        )
        return self.answered_at + AGAIN_AFTER if unsure and not asked and self.answered_at else None


def asked(question: OwnershipQuestion, at: datetime) -> OwnershipQuestion:
    """The question, put to the team."""
    return replace(question, asked_at=at, times=question.times + 1)


def answered(
    question: OwnershipQuestion, answer: OwnershipAnswer, by: str, at: datetime
) -> OwnershipQuestion:
    """The question with what somebody of the team said."""
    return replace(question, answer=answer, by=by, answered_at=at)


def to_ask(questions: Iterable[OwnershipQuestion], now: datetime) -> list[OwnershipQuestion]:
    """Which to ask now: each once, and so few that a day has no more than A_DAY_AT_MOST. A name that looks like support goes
    first, as it may mislead customers; then what has waited longest."""
    known = list(questions)
    day = timedelta(days=1)
    # What a clock that was ahead has asked in the future takes nobody's place.
    lately = [one for one in known if one.asked_at and timedelta(0) <= now - one.asked_at < day]
    due = [one for one in known if _due(one, now)]
    due.sort(key=lambda one: (Likeness.SUPPORT not in one.likenesses, one.found_at, one.person_id))
    return due[: max(0, A_DAY_AT_MOST - len(lately))]


def _due(question: OwnershipQuestion, now: datetime) -> bool:
    if question.asked_at is None:
        return not question.settled
    return question.ask_again_at is not None and now >= question.ask_again_at


def to_doc(question: OwnershipQuestion) -> dict[str, Any]:
    """As JSON."""
    return {
        "handle": question.handle,
        "likenesses": [str(one) for one in question.likenesses],
        "found_at": question.found_at.isoformat(),
        "asked_at": question.asked_at.isoformat() if question.asked_at else None,
        "times": question.times,
        "answer": question.answer and str(question.answer),
        "by": question.by,
        "answered_at": question.answered_at.isoformat() if question.answered_at else None,
    }


def from_doc(person_id: str, doc: Mapping[str, Any]) -> OwnershipQuestion:
    """From JSON."""
    known = {str(one) for one in Likeness}
    return OwnershipQuestion(
        person_id=person_id,
        handle=str(doc["handle"]),
        likenesses=tuple(Likeness(one) for one in doc["likenesses"] if one in known),
        found_at=datetime.fromisoformat(doc["found_at"]),
        asked_at=_moment(doc["asked_at"]),
        times=int(doc["times"]),
        answer=OwnershipAnswer(doc["answer"]) if doc["answer"] else None,
        by=str(doc["by"]),
        answered_at=_moment(doc["answered_at"]),
    )


def _moment(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None
