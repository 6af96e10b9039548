"""Which of our earlier answers were to questions like this one: by the words that both have, the rare ones most. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from mutuals.domain.language.lexicons.stop_words import STOP_WORDS
from mutuals.domain.language.tokens import MAX_READ, fold
from mutuals.domain.reply_lint import LintRule, Surroundings, findings
from mutuals.domain.reply_matching import same_words

LOOKED_THROUGH = 1_000  # of our newest answers: older ones are seldom true any more, and a form opens at once
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

    Quicker than the detector's tokens, of which only the words are asked for here.
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
    ranked = _ranked(asked, [one.question for one in earlier])
    chosen: list[AnsweredQuestion] = []
    for at in ranked:
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


def _ranked(asked: frozenset[str], questions: Sequence[str]) -> list[int]:
    """The places of those that are alike enough, the most alike first.

    Nearly all have not two of the words anywhere in them, which is seen without cutting them up.
    """
    held = [[word for word in asked if word in text] for text in map(_folded, questions)]
    counts = Counter(word for words in held for word in words)
    rarity = {word: log(1 + len(questions) / max(1, counts[word])) ** 2 for word in asked}
    found: list[tuple[float, int]] = []
    for at, words in enumerate(held):
        bag = words_of(questions[at]) if len(words) >= COMMON else frozenset()
        if len(asked & bag) >= COMMON and (likeness := _likeness(asked, bag, rarity)) >= ALIKE:
            found.append((-likeness, at))
    return [at for _, at in sorted(found)]


def _folded(text: str) -> str:
    return fold(text[:MAX_READ])


def _likeness(asked: frozenset[str], other: frozenset[str], rarity: Mapping[str, float]) -> float:
    """0 to 1: the cosine of two bags of words, each word weighing what it tells. How rare the words are that only the
    other one has is not counted: they weigh as those of the first on average."""
    mine = sum(rarity.values())
    usual = mine / len(asked)
    theirs = sum(rarity.get(word, usual) for word in other)
    return sum(rarity[word] for word in asked & other) / sqrt(mine * theirs)


def _repeatable(answer: str) -> bool:
    text = bare(answer)
    if len(text) < SHORTEST or re.search(r"(?<!\w)@\w", text):
        return False
    return not any(one.rule in _NOT_TO_REPEAT for one in findings(text, Surroundings()))


def _said(answer: str, chosen: Iterable[AnsweredQuestion]) -> bool:
    text = anew(answer, "", "")
    return any(same_words(text or "", anew(one.answer, "", "") or "") for one in chosen)
