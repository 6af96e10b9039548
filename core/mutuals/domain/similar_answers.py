"""Which of our earlier answers were to questions like this one: by the words that both have, the rare ones most. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log, sqrt

from mutuals.domain.language.lexicons.stop_words import STOP_WORDS
from mutuals.domain.language.tokens import MAX_READ, fold
from mutuals.domain.reply_lint import LintRule, Surroundings, findings
from mutuals.domain.reply_matching import same_words

LOOKED_THROUGH = 600  # of our newest answers: older ones are seldom true any more, and a form opens at once
MOST = 3
ALIKE = 0.3  # of 1, which are the same words; less is chance
COMMON = 2  # words at least; one may be a name
SHORTEST = 15  # characters of an answer that says something by itself
_PLURAL = 3  # letters of a word whose last "s" is left out
_WORD = re.compile(r"[^\W\d_]{3,}")
_NOT_ABOUT = re.compile(r"https?://\S+|@\w+|\w+n['’]t\b|['’]\w{1,2}\b")
_STOPS = frozenset(word for listed in STOP_WORDS.values() for word in fold(listed).split())
_IN_FRONT = re.compile(r"^(?:[.\s]*@\w+\s*)+")
_SIGNED = re.compile(r"\s*[\^/]\s?\w[\w.]{0,20}\s*$")
_GREETED = re.compile(
    r"^(?P<hi>hi|hiya|hello|hey|dear|hola|bonjour|salut|hallo|guten tag|olá|ola|oi|ciao)(?P<mark>,?)\s+"
    r"(?P<name>[^\W\d_][\w'’-]{0,20})(?=\s*[,!.:;–-])",
    re.IGNORECASE,
)
_NOBODY = frozenset({"there", "all", "everyone", "again", "guys", "you"})
_NOT_TO_REPEAT = frozenset(
    {LintRule.SECRET, LintRule.CARD, LintRule.CONTACT, LintRule.ORDER_NUMBER}
)  # it was somebody else's


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """A question, and what we answered to it."""

    question: str
    answer: str
    answer_id: str
    asker_id: str = ""  # a person's


def words_of(text: str) -> frozenset[str]:
    """The words that say what a text is about: no common words, handles, links and figures, no plural.

    Hundreds are read for one form, so they are not cut into the detector's tokens, of which only words are asked for
    here.
    """
    words = _WORD.findall(fold(_NOT_ABOUT.sub(" ", text[:MAX_READ])))
    return frozenset(
        word[:-1] if len(word) > _PLURAL and word[-1] == "s" else word for word in words if word not in _STOPS
    )


def most_alike(
    question: str, earlier: Sequence[AnsweredQuestion], most: int = MOST
) -> list[AnsweredQuestion]:
    """Those whose question is most like this one, the most alike first; at equal likeness the one given first.

    None of which the answer says the same, and none that holds private details of somebody else.
    """
    asked = words_of(question)
    if len(asked) < COMMON:
        return []
    bags = [words_of(one.question) for one in earlier]
    rarity = _rarity(bags)
    unheard = max(rarity.values(), default=1.0)  # of a word that no earlier question has
    mine = sum(rarity.get(word, unheard) for word in asked)
    ranked = [
        (likeness, at)
        for at, bag in enumerate(bags)
        if len(common := asked & bag) >= COMMON
        and (likeness := _likeness(common, mine, bag, rarity)) >= ALIKE
    ]
    chosen: list[AnsweredQuestion] = []
    for _, at in sorted(ranked, key=lambda one: (-one[0], one[1])):
        one = earlier[at]
        if len(chosen) < most and _repeatable(one.answer) and not _said(one.answer, chosen):
            chosen.append(one)
    return chosen


def anew(answer: str, asker: str, first_name: str) -> str | None:
    """An earlier answer as it can be given to somebody else: without handles in front and signature, with their name in
    the greeting. `asker` and `first_name` are the given names of who was answered and who is. None where it speaks of
    the other one by name."""
    text = bare(answer)
    greeted = _GREETED.match(text)
    if greeted is not None and greeted["name"].lower() not in _NOBODY:
        name = f"{greeted['mark']} {first_name}" if first_name else ""
        text = f"{greeted['hi']}{name}{text[greeted.end() :]}"
    if asker and asker != first_name and re.search(rf"(?<!\w){re.escape(asker)}(?!\w)", text, re.IGNORECASE):
        return None
    return text


def bare(answer: str) -> str:
    """An answer without the handles that the network puts in front, and without its signature."""
    return _SIGNED.sub("", _IN_FRONT.sub("", answer)).strip()


def _rarity(bags: Iterable[frozenset[str]]) -> dict[str, float]:
    many = 0
    seen: Counter[str] = Counter()
    for bag in bags:
        many += 1
        seen.update(bag)
    return {word: log(1 + many / count) ** 2 for word, count in seen.items()}


def _likeness(common: frozenset[str], mine: float, other: frozenset[str], rarity: dict[str, float]) -> float:
    """0 to 1: the cosine of two bags of words, each word weighing what it tells; `mine` is the weight of the first."""
    theirs = sum(rarity[word] for word in other)
    return sum(rarity[word] for word in common) / sqrt(mine * theirs)


def _repeatable(answer: str) -> bool:
    text = bare(answer)
    if len(text) < SHORTEST or re.search(r"(?<!\w)@\w", text):
        return False
    return not any(one.rule in _NOT_TO_REPEAT for one in findings(text, Surroundings()))


def _said(answer: str, chosen: Iterable[AnsweredQuestion]) -> bool:
    text = anew(answer, "", "")
    return any(same_words(text or "", anew(one.answer, "", "") or "") for one in chosen)
