"""Which of our five languages a post is in, by the network's code or, failing that, by stop words."""

from collections.abc import Sequence

from mutuals.domain.language.lexicon import LANGUAGES, lexicon
from mutuals.domain.language.tokens import Token, fold

OTHER = "other"
_ENOUGH = 40  # words tell a language
_UNTOLD = frozenset(
    {"und", "zxx", "art", "qam", "qct", "qht", "qme", "qst", "mul", "mis", ""}
)  # X's "no language"
_STOP = {
    "en": """the a and to of is are was you i it for in my your on with that this have not be at we me do can but so what
        how when please still no they there from just get an or will would has been why thanks thank hi hey help""",
    "es": """el la los las un una y de que en es por con para no mi me se lo su al del como cuando pero mas gracias
        hola porque esta estoy tengo muy ya nada ustedes quiero buenos dias donde hay sin desde llevo puedo""",
    "fr": """le la les un une et de des que en est pour avec ne pas je vous mon ma mes votre vos il elle nous sur
        merci bonjour pourquoi toujours depuis mais dans au aux ce cette plus rien suis ai avez sans quand ou""",
    "de": """der die das ein eine und ist nicht ich ihr euch mein meine sie es zu mit auf fur von den dem im
        am seit warum wann wie was hallo danke bitte kein keine noch aber habe hat kann wird sind auch man mir""",
    "pt": """o a os as um uma e de que em nao por com para meu minha me se no na do da dos das voces voce
        mais mas obrigado obrigada ola porque esta estou tenho muito ja nada quando onde sem desde isso ate
        quero pra eu vcs sigam pro""",
}
_STOPS: dict[str, tuple[str, ...]] = {}
for _lang, _words in _STOP.items():
    for _word in _words.split():
        _STOPS[_word] = (*_STOPS.get(_word, ()), _lang)


def language_of(row: Sequence[Token], lang: str | None) -> str:
    """One of `LANGUAGES`, or `OTHER`. A code of another language is believed unless the words say otherwise."""
    code = fold(lang or "").partition("-")[0]
    if code in LANGUAGES:
        return code
    words = [token.word for token in row if token.kind == "word"][:_ENOUGH]
    guess, sure = _guess(words)
    if code in _UNTOLD:
        return guess if sure or (_latin(words) and not _foreign(words)) else OTHER
    return guess if sure else OTHER


def _guess(words: Sequence[str]) -> tuple[str, bool]:
    votes = dict.fromkeys(LANGUAGES, 0.0)
    for word in words:
        spoken = _STOPS.get(word, ())
        for one in spoken:
            votes[one] += 1 / len(spoken)
    best = max(votes, key=lambda one: votes[one])  # English wins a draw: it stands first
    return best, votes[best] >= 2 and votes[best] >= 0.15 * len(words)


def _foreign(words: Sequence[str]) -> bool:
    """Four words or more, and not one that our English lists or any stop words know."""
    known = lexicon("en").symbols
    return len(words) >= 4 and not any(word in _STOPS or word in known for word in words)


def _latin(words: Sequence[str]) -> bool:
    letters = "".join(words)
    return sum("a" <= one <= "z" for one in letters) * 2 >= len(letters)
