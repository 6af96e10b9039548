"""Streams for the tests of replays: written here, none of them recorded."""

import json
import random
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
ANGRY = "This is broken and useless, the worst service ever. I want a refund!"
ASKS = "Do you ship to Norway?"
LOVES = "I love your bread, it is the best, thank you!"


def post(number: int, minutes: float, author: str | None, text: str = ANGRY, **more: Any) -> dict[str, Any]:
    """A post in the short form; its conversation is its own unless told otherwise."""
    at = (NOON + timedelta(minutes=minutes)).isoformat().replace("+00:00", "Z")
    plain = {
        "id": str(number),
        "at": at,
        "author": author,
        "text": text,
        "in_reply_to": None,
        "conversation": str(number),
    }
    return plain | more


def answer(
    number: int, minutes: float, to: int, conversation: int | None = None, author: str = "Bakery"
) -> dict[str, Any]:
    """A reply of the brand."""
    where = str(to if conversation is None else conversation)
    return post(
        number, minutes, author, "Sorry about that, it is fixed now.", in_reply_to=str(to), conversation=where
    )


def write(folder: Path, posts: Iterable[Any]) -> Path:
    """A file of JSON lines; a text goes in as it is."""
    file = folder / "stream.jsonl"
    lines = (one if isinstance(one, str) else json.dumps(one) for one in posts)
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return file


def some(seed: int, many: int) -> list[dict[str, Any]]:
    """A random stream: a few people, long and short conversations, answers early, late and never, posts in one second."""
    dice = random.Random(seed)
    posts: list[dict[str, Any]] = []
    minutes = 0.0
    for number in range(1, many + 1):
        minutes += dice.choice([0, 0, 0.5, 7, 40, 130, 900, 4000])
        before = dice.choice(posts) if posts and dice.random() < 0.6 else None
        more = {"in_reply_to": before["id"], "conversation": before["conversation"]} if before else {}
        author = dice.choice(["Bakery", "ann", "bob", "cem", "dora", None])
        text = "We are on it." if author == "Bakery" else dice.choice([ANGRY, ASKS, LOVES, "ok"])
        posts.append(post(number, minutes, author, f"@ann {text}" if dice.random() < 0.2 else text, **more))
    return posts
