"""Ids of messages, channels and people as discord.py wants them; and how one of our messages is known again."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

import discord

from mutuals.domain.errors import RefusalReason, Refused
from mutuals.domain.ids import SubjectKind, parse_subject
from mutuals.domain.model import MessageRef
from mutuals_discord import actions, layout

MOST_COMPONENTS = 40  # in one message; Discord's own numbers are not larger


@dataclass(frozen=True, slots=True)
class Target:
    """Somebody to mention. Discord's specification wants ids as strings; discord.py passes on what it gets."""

    id: str


def answering(ref: MessageRef | None) -> dict[str, Any]:
    """What makes a message the answer to another, with its ids as strings; if that is gone, it stands on its own."""
    if ref is None:
        return {}
    snowflake(ref.id), snowflake(ref.channel)
    told = discord.MessageReference(
        message_id=cast("int", ref.id), channel_id=cast("int", ref.channel), fail_if_not_exists=False
    )
    return {"reference": told}


def nonce(key: str, place: str) -> str:
    """The same for the same card and channel, whenever it is asked: 25 characters, Discord's limit."""
    return hashlib.sha256(f"{place}\n{key}".encode("utf-8", "replace")).hexdigest()[:25]


def shows(message: discord.Message, key: str) -> bool:
    """Whether a message is the one for this key: by the id of its frame or, without one, of its text: ours to choose.

    Where the ids were lost (a proxy, a simulator: Discord numbers components itself then, from 1), an alert
    is known by its buttons.
    """
    marks = [
        one.id for one in message.components if isinstance(one, (discord.Container, discord.TextDisplay))
    ]
    if any(mark and mark > MOST_COMPONENTS for mark in marks):
        return layout.marker(key) in marks
    subject = parse_subject(key)
    keys = [actions.decode(getattr(one, "custom_id", None) or "") for one in _walk(message.components)]
    is_alert = subject.kind == SubjectKind.ALERT and not message.reference
    return is_alert and any(one and one.alert_id == subject.of for one in keys)


def _walk(components: Sequence[Any]) -> Iterator[Any]:
    for component in components:
        yield component
        yield from _walk(getattr(component, "children", ()))


def snowflake(text: str) -> int:
    """An id as a number. Raises Refused(CHANNEL) for what is none."""
    if not text.isdecimal():
        raise Refused(f"{text!r} is not the id of anything in Discord.", because=RefusalReason.CHANNEL)
    return int(text)
