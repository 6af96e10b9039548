"""Finds the alert that a message of the team is about: by the links in it to a post or to a person."""

import re
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from mutuals.cards.markup import EphemeralReply
from mutuals.context import BrandContext, Context
from mutuals.domain.model import AlertState
from mutuals.ports.unit_of_work import UnitOfWork

HOW = (
    "There is no link to a post in this message, so there is nothing to reply to. Use it on an alert, or on a message with "
    "the link of somebody's post. To look for a person, type /mutuals person @name."
)
NOBODY = (
    "Nobody whom this message links to waits for you now: perhaps they were answered already, or never wrote to you. Type "
    "/mutuals person and their @name to see what is known of them."
)
_LINK = re.compile(r"https?://[^\s<>|\"]{1,500}")
_MOST = 10  # links of one message that are looked at


def parts_of(text: str) -> list[str]:
    """What the links in a text may name: each part of their paths, handles without @; those at the end first."""
    found: list[str] = []
    for link in _LINK.findall(text)[:_MOST]:
        try:
            path = urlsplit(link).path
        except ValueError:
            continue
        found += [unquote(part).lstrip("@") for part in reversed(path.split("/")) if part.strip("@")]
    return list(dict.fromkeys(found))


async def alert_of(
    ctx: Context, brands: Sequence[BrandContext], text: str, alert_id: str | None
) -> str | EphemeralReply:
    """The id of the alert that a message is about: its own (`alert_id`), or that of the person whose post or profile
    it links to, where one waits. Else what to do."""
    if alert_id is not None:
        return alert_id
    names = parts_of(text)
    if not names:
        return EphemeralReply(((HOW,),), ok=False)
    for watched in brands:
        async with ctx.store.reading(watched.brand.id) as tx:
            people = await _people(tx, names)
            waiting = [one for one in await tx.alerts.of(people) if one.state is not AlertState.SETTLED]
            if waiting:
                return waiting[-1].id
    return EphemeralReply(((NOBODY,),), ok=False)


async def _people(tx: UnitOfWork, names: Sequence[str]) -> list[str]:
    """Who wrote the posts that are linked; where none is known, the people."""
    posts = await tx.posts.by_ids(names)
    if posts:
        return [one.author_id for one in posts.values()]
    return [one.account.id for name in names for one in await tx.people.called(name)]
