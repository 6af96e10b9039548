"""Measures the languages other than English on invented posts: what is found, what is listed, what is lost.

    make bench-languages

The posts lie in `phrasings/languages.csv`: lang, text, label (complaint, praise, question or talk), mixed (1 where a post
mixes the language with English) and when it was written: *before* by somebody who had not seen the lists and whose posts
nobody read while they grew, or *after*, read while they grew. Each is read with the network's code and without it. Prints
one JSON object: for those written before and after, with and without the code, by language and for all together,
complaints found, listed and dropped, praise found, talk told in error as a complaint.
"""

import csv
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("phrasings") / "languages.csv"
ALL, MIXED = "all", "mixed"


class Post(NamedTuple):
    """One invented post."""

    lang: str
    text: str
    label: str
    mixed: bool
    written: str

    @property
    def group(self) -> str:
        """Where it is counted."""
        return MIXED if self.mixed else self.lang


def posts() -> list[Post]:
    """All of them."""
    with FILE.open(newline="", encoding="utf-8") as lines:
        return [
            Post(one["lang"], one["text"], one["label"], one["mixed"] == "1", one["written"])
            for one in csv.DictReader(lines)
        ]


def became(post: Post, *, told: bool) -> str:
    """What came of it: found (it was told as what it is), a case, praise or nothing."""
    from mutuals.domain.language import read
    from mutuals.domain.model import CASE_CLASSES, Category

    category = read(post.text, lang=post.lang if told else None).category
    if category.value == post.label:
        return "found"
    if category is Category.COMPLAINT:
        return "complaint"
    return "listed" if category in CASE_CLASSES else "dropped"


def counted(some: Iterable[Post], *, told: bool) -> dict[str, dict[str, int]]:
    """By language, and for all but the mixed ones together."""
    found: dict[str, Counter[str]] = {}
    for post in some:
        for group in (post.group,) if post.mixed else (post.group, ALL):
            one = found.setdefault(group, Counter())
            one[post.label] += 1
            one[f"{post.label} {became(post, told=told)}"] += 1
    return {group: _row(one) for group, one in found.items()}


def _row(one: Counter[str]) -> dict[str, int]:
    return {
        "complaints": one["complaint"],
        "found": one["complaint found"],
        "listed": one["complaint listed"],
        "dropped": one["complaint dropped"],
        "praise": one["praise"],
        "praise_found": one["praise found"],
        "praise_in_error": one["praise complaint"],
        "talk": one["talk"],
        "talk_in_error": one["talk complaint"],
        "talk_listed": one["talk listed"],
        "questions": one["question"],
        "questions_in_error": one["question complaint"],
    }


def main() -> None:
    """Measure and print."""
    whole = posts()
    print(json.dumps({
        written: {
            "with_code": counted((one for one in whole if one.written == written), told=True),
            "without_code": counted((one for one in whole if one.written == written), told=False),
        }
        for written in ("before", "after")
    }))  # fmt: skip


if __name__ == "__main__":
    main()
