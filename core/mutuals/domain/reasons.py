"""Why a post is what we say it is, in sentences. Pure."""

from mutuals.domain.model import Category, Classification, Flag


def reasons(reading: Classification) -> tuple[str, ...]:
    """Why a post is what we say it is, in sentences without the person's words."""
    says = {
        Category.COMPLAINT: "Reads as a complaint",
        Category.QUESTION: "Asks a question",
        Category.CONCERN: "Raises a concern or a suggestion",
        Category.WANTS_FOLLOW: "Asks to be followed, to send a private message",
    }
    cues = (
        [cue.name for cue in reading.cues if cue.weight > 0] if reading.category is Category.COMPLAINT else []
    )
    first = says.get(reading.category, "Addressed to you") + (f": {', '.join(cues[:3])}." if cues else ".")
    extra = {
        Flag.URGENT: "Urgent: money, safety, an account or a deadline is at stake.",
        Flag.PRIVATE: "Holds private details: take it to a private message.",
        Flag.CHURN: "Says they may leave.",
    }
    return (first, *(sentence for flag, sentence in extra.items() if flag in reading.flags))
