"""Why a post is what we say it is, in sentences. Pure."""

from mutuals.domain.model import Category, Classification, Flag

_SAYS = {
    Category.COMPLAINT: "Reads as a complaint",
    Category.QUESTION: "Asks a question",
    Category.CONCERN: "Raises a concern or a suggestion",
    Category.WANTS_FOLLOW: "Asks to be followed, to send a private message",
}
_ELSE = "Addressed to you"
_EXTRA = {
    Flag.URGENT: "Urgent: money, safety, an account or a deadline is at stake.",
    Flag.PRIVATE: "Holds private details: take it to a private message.",
    Flag.CHURN: "Says they may leave.",
}


def reasons(reading: Classification) -> tuple[str, ...]:
    """Why a post is what we say it is, in sentences without the person's words."""
    cues = (
        [cue.name for cue in reading.cues if cue.weight > 0] if reading.category is Category.COMPLAINT else []
    )
    first = _SAYS.get(reading.category, _ELSE) + (f": {', '.join(cues[:3])}." if cues else ".")
    return (first, *(sentence for flag, sentence in _EXTRA.items() if flag in reading.flags))


def names_class(sentence: str) -> bool:
    """Is it the sentence of `reasons` that begins with the class, and names what it was read from?"""
    return sentence.startswith((*_SAYS.values(), _ELSE))


def besides_class(sentence: str) -> str:
    """What a sentence of `reasons` says besides class and urgency, which stand in the headline; "" where that is all."""
    if sentence == _EXTRA[Flag.URGENT]:
        return ""
    for says in (*_SAYS.values(), _ELSE):
        if sentence.startswith(says):
            return sentence.removeprefix(says).strip(" :.")
    return sentence.strip(".")


def weight(sentence: str) -> int:
    """How soon a reader should see a sentence of `reasons`, smaller first: what to mind before anything is sent."""
    return 0 if sentence == _EXTRA[Flag.PRIVATE] else 1
