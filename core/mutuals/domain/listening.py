"""Listening: rules that find posts which speak of a brand and do not name its handle, and names of rivals. Pure.

A rule is a name and what is looked for, with commas: words, "several words" in their order, #hashtags; with a minus what a
post must not hold; `lang:en` for posts in one language. Several rules are separated by semicolons or lines.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining, normalize

from mutuals.domain.model import Post

LIKE = "kettles: acme kettle, acmekettel, #acmekettle, -insurance, lang:en; cup: acme cup, #acmecup"
RIVALS_LIKE = "RivalCo, Kettle King"
MOST_RULES, MOST_TERMS, MOST_NEVER = 20, 50, 8  # a query of X holds 512 characters, the never-words in each
LONGEST_TERM, LONGEST_NAME = 40, 40  # characters

_NAME = re.compile(r"[^\W_][\w .&'-]*")
_TERM = re.compile(r"#\w+|[^\W_][\w .&'’-]*")
_LANG = re.compile(r"lang:([a-z]{2,3})")
_WORDS = re.compile(r"[@#]?\w+")
# Scripts that put no blanks between words: a term of them is looked for anywhere.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class ListeningRule:
    """What is looked for under a name: a post with any of `terms`, none of `never`, in the language if one is given."""

    name: str
    terms: tuple[str, ...]
    never: tuple[str, ...] = ()
    lang: str | None = None

    def fits(self, post: Post) -> bool:
        """Does the rule find this post? Letter case and accents make no difference; words are whole words."""
        if self.lang is not None and (post.lang or "").split("-")[0] != self.lang:
            return False
        text = _Text(post.text)
        return any(map(text.holds, self.terms)) and not any(map(text.holds, self.never))


def parse(text: str) -> tuple[ListeningRule, ...]:
    """Rules as somebody writes them; nothing is no rule. Raises ValueError with what to write instead."""
    parts = [part for part in re.split(r"[;\n]", text) if part.strip()]
    if len(parts) > MOST_RULES:
        raise ValueError(f"write at most {MOST_RULES} rules")
    rules = tuple(map(_rule, parts))
    names = [rule.name.casefold() for rule in rules]
    if twice := next((rule.name for rule in rules if names.count(rule.name.casefold()) > 1), None):
        raise ValueError(f'two rules are called "{twice}"; give each a name of its own')
    return rules


def _rule(text: str) -> ListeningRule:
    name, colon, rest = text.partition(":")
    name = name.strip()
    if not colon or not _NAME.fullmatch(name) or len(name) > LONGEST_NAME or name.casefold() == "lang":
        raise ValueError(f'"{text.strip()[:40]}" has no name; write it as {LIKE.partition(";")[0]}')
    items = [one for one in (" ".join(part.split()) for part in rest.split(",")) if one]
    langs = [found[1] for one in items if (found := _LANG.fullmatch(one.lower()))]
    terms = [
        _term(one, name) for one in items if not one.startswith("-") and not _LANG.fullmatch(one.lower())
    ]
    never = [_term(one[1:].strip(), name) for one in items if one.startswith("-")]
    if not terms:
        raise ValueError(f'the rule "{name}" looks for nothing; write what a post must hold after the colon')
    if len(terms) > MOST_TERMS or len(never) > MOST_NEVER or len(langs) > 1:
        raise ValueError(
            f'the rule "{name}" is too long: at most {MOST_TERMS} words, {MOST_NEVER} with a minus and one language'
        )
    return ListeningRule(name, _distinct(terms), _distinct(never), langs[0] if langs else None)


def parse_rivals(text: str) -> tuple[str, ...]:
    """Names of rivals, with commas. Raises ValueError with what to write instead."""
    names = [one for one in (" ".join(part.split()) for part in re.split(r"[,\n]", text)) if one]
    if len(names) > MOST_TERMS:
        raise ValueError(f"write at most {MOST_TERMS} names")
    return _distinct([_term(one.removeprefix("@"), "rivals") for one in names])


def _term(text: str, rule: str) -> str:
    plain = text.strip('"“”').strip()
    if not _TERM.fullmatch(plain) or len(plain) > LONGEST_TERM:
        raise ValueError(
            f'"{plain[:LONGEST_TERM]}" in the rule "{rule}" can\'t be looked for; write letters, figures and blanks, or one '
            f"#hashtag, at most {LONGEST_TERM} characters"
        )
    if len(folded(plain).strip("#")) < 2:
        raise ValueError(f'"{plain}" in the rule "{rule}" is one letter and would find nearly everything')
    return plain


def _distinct(terms: Sequence[str]) -> tuple[str, ...]:
    return tuple({folded(one): one for one in reversed(terms)}.values())[::-1]


def named_rivals(text: str, rivals: Collection[str]) -> tuple[str, ...]:
    """The rivals whose names, or accounts of these names, stand in a text."""
    if not rivals:
        return ()
    held = _Text(text)
    plain = _Text(text.replace("@", " "))
    return tuple(one for one in rivals if held.holds(one) or plain.holds(one))


def addressed(post: Post, us: str, handle: str) -> bool:
    """Does it come to the brand as a mention anyway: does it name, answer or quote the account `us`?"""
    told = us in post.mentions or us in {post.in_reply_to_person, post.quotes_person}
    return told or f"@{folded(handle)}" in _Text(post.text).words


def found_by(
    post: Post, rules: Sequence[ListeningRule], us: str, handle: str, ours: Collection[str]
) -> ListeningRule | None:
    """The first rule that finds a post; None also for posts of our own accounts, reposts and what comes as a mention."""
    if (
        post.author_id == us
        or post.author_id in ours
        or post.reposts is not None
        or addressed(post, us, handle)
    ):
        return None
    return next((rule for rule in rules if rule.fits(post)), None)


def folded(text: str) -> str:
    """Without letter case and accents."""
    plain = normalize("NFKD", text.casefold())
    return normalize("NFC", "".join(one for one in plain if not combining(one))).casefold()


class _Text:
    """A text made ready for looking words up."""

    def __init__(self, text: str) -> None:
        self.plain = folded(text)
        self.words = _WORDS.findall(self.plain)
        bare = [one.removeprefix("#") for one in self.words]
        self.line = f" {' '.join(bare)} "

    def holds(self, term: str) -> bool:
        key = _key(term)
        if term.startswith("#"):
            return key in self.words
        if _UNSPACED.search(term):
            return key in self.plain
        return f" {key} " in self.line


@lru_cache(maxsize=2000)
def _key(term: str) -> str:
    if term.startswith("#") or _UNSPACED.search(term):
        return folded(term)
    return " ".join(_WORDS.findall(folded(term)))
