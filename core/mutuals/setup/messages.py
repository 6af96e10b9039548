"""What setup posts into a chat besides the test alert: the greeting, and that the test is over."""

from mutuals.cards.markup import Card, Line, Strong, Tone
from mutuals.domain.ids import notice_subject

COMES = (
    "What comes here: a complaint or question that nobody has answered in time, and a loyal fan whom you do not follow back. "
    "One message each, redrawn in place, which says why it is there. Once a day a summary, if there is anything to say."
)
NEVER = (
    "What never happens: Mutuals follows, likes, replies and writes to nobody by itself. It acts when one of you presses a "
    "button, once, for one person. It follows nobody back in bulk and reads no messages of yours."
)
QUIET = "Too much, or at the wrong hours? /mutuals settings. Everything it can do: /mutuals help."
NEXT = "The next message is a test with an invented post. Press its buttons as you like: nothing leaves this chat."
"""The lines of the greeting, in order."""


def greeting() -> Card:
    """The first message in a channel."""
    body: tuple[Line, ...] = ((COMES,), (NEVER,), (QUIET,), (Strong(NEXT),))
    summary = f"Mutuals is here. {COMES} {NEVER}"
    return Card(notice_subject("setup"), 1, Tone.QUIET, "Mutuals is here", summary, body=body)


def test_over(key: str) -> Card:
    """In the place of the test alert, when its buttons work no longer."""
    said = "This was a test by mutuals setup. Its post was invented, and its buttons are gone."
    return Card(key, 1_000_000, Tone.QUIET, "The test is over", said, body=((said,),), over=True)
