"""The rule of the second person: which replies somebody else has to send than whoever wrote them. Pure."""

from difflib import SequenceMatcher
from enum import StrEnum

from mutuals.domain.reply_lint import links_in
from mutuals.domain.reply_matching import same_words

STILL_THEIRS = (
    0.5  # of the words in their order: an edited text is still what somebody else wrote, a new one is not
)


class SecondPerson(StrEnum):
    """For what a brand asks for one."""

    OFF = "off"
    URGENT = "urgent"
    LINKS = "links"
    BOTH = "both"


def why(rule: SecondPerson, *, urgent: bool, link: bool) -> str:
    """What needs a second person, as the subject of a sentence ("Urgent cases"); "" where nothing does. `link`: the text
    leads to a page that is not the brand's own."""
    if urgent and rule in (SecondPerson.URGENT, SecondPerson.BOTH):
        return "Urgent cases"
    return "Texts with a link" if link and rule in (SecondPerson.LINKS, SecondPerson.BOTH) else ""


def covers(written: str, sent: str) -> bool:
    """Have two people seen it: is what is sent what the other one wrote, or that with changes and no new link?"""
    if not set(links_in(sent)) <= set(links_in(written)):
        return False
    if same_words(written, sent):
        return True
    alike = SequenceMatcher(None, written.casefold().split(), sent.casefold().split(), autojunk=False)
    return alike.ratio() >= STILL_THEIRS
