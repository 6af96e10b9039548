"""Whom a call for help mentions: who has claimed it, else who is on duty, else whom the settings name. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from mutuals.cards.markup import Card, Line
from mutuals.domain.linked_people import Links
from mutuals.domain.policy import Shift

MOST = 5  # people that one call mentions


def addressed(
    card: Card,
    chat: str,
    claimed_key: str | None,
    claimed_by: str | None,
    on_duty: Sequence[Shift],
    mention: str | None,
    links: Links | None = None,
    turn: tuple[str, Sequence[tuple[str, int]]] | None = None,
) -> Card:
    """The card with whom it mentions in this chat, and in words why. `mention` is who the settings name there: "" for
    nobody, None where that is not known here and the chat itself knows. `links`: who has an account in several chats.
    `turn`: whose turn it is of those on duty, and how many angry calls each of them had."""
    if not card.ping:
        return card
    if claimed_key:
        theirs = [claimed_key, *(one.key for one in (links or Links({})).others(claimed_key))]
        ids: tuple[str, ...] = tuple(
            person_id for of_chat, _, person_id in (one.partition("/") for one in theirs) if of_chat == chat
        )
        return replace(card, ping=bool(ids), calls=ids, body=(*card.body, _claimed(claimed_by)))
    words: tuple[Line, ...] = (_duty(on_duty),) if on_duty else ()
    if turn is not None and (theirs_now := [one for one in on_duty if one.name == turn[0]]):
        ids = tuple(dict.fromkeys(one.ids[chat] for one in theirs_now if chat in one.ids))
        return replace(card, ping=bool(ids), calls=ids, body=(*card.body, *words, _turn(*turn)))
    ids = tuple(dict.fromkeys(one.ids[chat] for one in on_duty if chat in one.ids))[:MOST]
    if not ids and mention is not None:
        ids = (mention,) if mention else ()
        return replace(card, ping=bool(ids), calls=ids, body=(*card.body, *words))
    return replace(card, calls=ids, body=(*card.body, *words))


def _claimed(by: str | None) -> Line:
    return (f"{by or 'Somebody'} has claimed it.",)


def _turn(name: str, had: Sequence[tuple[str, int]]) -> Line:
    """Whose turn it is, and why it is fair."""
    counts = ", ".join(f"{one} {count}" for one, count in had[:MOST])
    return (f"It is {name}'s turn. Calls about complaints and urgent cases in seven days: {counts}.",)


def _duty(on_duty: Sequence[Shift]) -> Line:
    names = [one.name for one in on_duty]
    more = f" and {len(names) - MOST} more" if len(names) > MOST else ""
    return (f"On duty: {', '.join(names[:MOST])}{more}.",)
