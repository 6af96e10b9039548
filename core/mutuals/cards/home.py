"""What somebody finds on their own page in a chat: what they have, what presses, how things stand. Pure."""

from collections.abc import Sequence

from mutuals.cards.lists import answer_card
from mutuals.cards.markup import Card

ROWS = 5  # entries of each list, so that all of the page can be overseen
ELSEWHERE = "{count} more brands are told here: type /mutuals queue in the channel of each."


def refused(why_not: str) -> tuple[Card, ...]:
    """The page of somebody who may do nothing here: why, and nothing to press."""
    return (answer_card("Mutuals", ((why_not,),)),)


def nothing_watched(why: str) -> tuple[Card, ...]:
    """The page where no brand is told in this chat."""
    return (answer_card("Mutuals", ((why,),)),)


def page(lists: Sequence[Card], state: Sequence[Card], more: int) -> tuple[Card, ...]:
    """The lists first, then how things stand; `more` brands have no room."""
    rest = (answer_card("Other brands", ((ELSEWHERE.format(count=more),),)),) if more else ()
    return (*lists, *state, *rest)
