"""Which of the languages that we read a post is in, by the network's code or, failing that, by stop words."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mutuals.domain.language.japanese import has_kana
from mutuals.domain.language.lexicon import READ, lexicon
from mutuals.domain.language.lexicons.stop_words import STOP_WORDS
from mutuals.domain.language.tokens import Token, fold

OTHER = "other"
_ENOUGH = 40  # words tell a language
_UNTOLD = frozenset(
    {"und", "zxx", "art", "qam", "qct", "qht", "qme", "qst", "mul", "mis", ""}
)  # X's "no language"
_SAME = {"in": "id", "ms": "id", "fil": "tl"}  # X's old code, and what is close enough to be read alike
_SURE = 2.0  # votes
_MIXED = 5  # words at least of a post that mixes two languages
_LIKELY = 1.0  # votes where most words are not English
_SHARE = 0.15  # of the words
_TELL = 4  # words tell that a post is not English ...
_KNOWN = 0.2  # ... where English knows no greater share of them
_LETTERS = {
    "es": frozenset("ñ¿¡"),
    "de": frozenset("ßä"),
    "pt": frozenset("ãõ"),
    "tr": frozenset("ğışİĞŞ"),
}  # that one language has, or has far more than the others; each tells as much as two words
_ENDINGS = {
    lang: tuple(listed.split())
    for lang, listed in (
        ("es", "cion ciones aron ieron amos"),
        ("de", "ung lich keit isch"),
        ("pt", "cao coes dade inho inha"),
        ("it", "zione zioni iamo issimo issima"),
        ("nl", "heid lijk tje tjes"),
        ("id", "nya nnya kan"),
        ("tr", "yor yorum yoruz yorsunuz siniz sunuz diniz misiniz lari leri iyo uyo dan den mis"),
    )
}  # of words that tell a language where its common words do not
_STOPS: dict[str, tuple[str, ...]] = {}
for _lang, _listed in STOP_WORDS.items():
    for _word in fold(_listed).split():
        if _lang not in _STOPS.get(_word, ()):
            _STOPS[_word] = (*_STOPS.get(_word, ()), _lang)
_ENGLISH_ALONE = frozenset(word for word, spoken in _STOPS.items() if spoken == ("en",))
_STRANGE = frozenset(word for word, spoken in _STOPS.items() if "en" not in spoken)


class Spoken(NamedTuple):
    """The language of a post (`OTHER` where we have no lists), and the second one of a post that mixes two."""

    first: str
    second: str | None = None


ENGLISH = Spoken("en")


def spoken_in(row: Sequence[Token], lang: str | None, text: str = "") -> Spoken:
    """The languages of a post. The network's code is never overruled: a guess only adds a second language to it."""
    words = _words(row)
    first = _first(words, lang, text)
    if first == "en" and len(_STRANGE.intersection(words)) < _SURE:
        return ENGLISH
    return Spoken(first, _second(words, first))


def language_of(row: Sequence[Token], lang: str | None, text: str = "") -> str:
    """One of those we read, or `OTHER`."""
    return _first(_words(row), lang, text)


def _words(row: Sequence[Token]) -> list[str]:
    return [word for kind, word, _, _ in row if kind == "word"][:_ENOUGH]


def _first(words: Sequence[str], lang: str | None, text: str) -> str:
    code = fold(lang or "").replace("_", "-").partition("-")[0]
    code = _SAME.get(code, code)
    if code not in _UNTOLD:
        return code if code in READ else OTHER
    plain = bool(text) and text.isascii()
    if plain and _plainly_english(words):
        return "en"
    if not plain and has_kana(text):
        return "ja"
    if not plain and not _latin(words):
        return OTHER
    votes = _votes(set(words))
    if not plain:
        for one, letters in _LETTERS.items():
            votes[one] += _SURE * (not letters.isdisjoint(text))
    best = max(votes, key=lambda one: votes[one])  # English wins a draw: it stands first
    if _sure(votes[best], words):
        return best
    return _likely(words, votes)


def _plainly_english(words: Sequence[str]) -> bool:
    """Can no other language have more votes? Told without counting them, as nearly every post of an English brand is."""
    alone = len(_ENGLISH_ALONE.intersection(words))
    return _sure(alone, words) and alone >= len(_STRANGE.intersection(words))


def _likely(words: Sequence[str], votes: dict[str, float]) -> str:
    """Where too few common words tell a language: by the endings of the others, and by what English knows."""
    strange = [word for word in words if not _english(word)]
    for one, endings in _ENDINGS.items():
        votes[one] += sum(word.endswith(endings) for word in strange) / 2
    best = max(votes, key=lambda one: votes[one])
    if best != "en" and votes[best] >= _LIKELY and 2 * len(strange) > len(words):
        return best
    return OTHER if len(words) >= _TELL and len(strange) > (1 - _KNOWN) * len(words) else "en"


def _english(word: str) -> bool:
    return "en" in _STOPS.get(word, ()) or word in lexicon("en").symbols


def _second(words: Sequence[str], first: str) -> str | None:
    """The other language of a post that mixes English with one of the others, told by words that the first lacks."""
    if first == OTHER or len(words) < _MIXED:
        return None
    strange = {word for word in words if word in _STOPS and first not in _STOPS[word]}
    if first != "en":
        return "en" if _sure(sum("en" in _STOPS[word] for word in strange), words) else None
    known = lexicon("en").symbols
    votes = _votes([word for word in strange if word not in known])
    best = max(votes, key=lambda one: votes[one])
    return best if _sure(votes[best], words) else None


def _votes(words: Iterable[str]) -> dict[str, float]:
    votes = dict.fromkeys(STOP_WORDS, 0.0)
    for word in words:
        spoken = _STOPS.get(word, ())
        for one in spoken:
            votes[one] += 1 / len(spoken)  # what several languages have tells less
    return votes


def _sure(votes: float, words: Sequence[str]) -> bool:
    return votes >= _SURE and votes >= _SHARE * len(words)


def _latin(words: Sequence[str]) -> bool:
    letters = "".join(words)
    return sum("a" <= one <= "z" for one in letters) * 2 >= len(letters)
