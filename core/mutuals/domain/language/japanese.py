"""Cuts Japanese, which parts no words by blanks, at the pieces that the cue lists know. Pure.

The longest piece that is known from here on is a word; what lies between two of them is one word, too. So all that is
written for words and phrases of other languages holds for Japanese: "届 … ません" is `{arrive} ... {not}`.
"""

from collections.abc import Collection, Iterator, Sequence

from mutuals.domain.language.tokens import Token, fold

LONGEST = 16  # characters of a piece
_KANA = ("\u3040", "\u30ff")
_HAN = ("\u3400", "\u9fff")


def has_kana(word: str) -> bool:
    """Is there a sign that only Japanese has?"""
    return any(_KANA[0] <= one <= _KANA[1] for one in word)


def cut(text: str, row: Sequence[Token], pieces: Collection[str]) -> list[Token]:
    """The row with each run of Japanese signs cut into the known pieces and what lies between them."""
    return [
        piece
        for token in row
        for piece in (_cut(text, token, pieces) if _is_japanese(token.word) else (token,))
    ]


def _is_japanese(word: str) -> bool:
    return any(_KANA[0] <= one <= _KANA[1] or _HAN[0] <= one <= _HAN[1] for one in word)


def _cut(text: str, token: Token, pieces: Collection[str]) -> Iterator[Token]:
    """The pieces of one run; digits at its beginning stay a number."""
    signs = [fold(one) for one in text[token.start : token.end]]
    at = 0
    if token.kind == "number":
        while at < len(signs) and not _is_japanese(signs[at]):
            at += 1
        yield Token("number", "".join(signs[:at]), token.start, token.start + at)
    begun = at
    while at < len(signs):
        length = _known(signs, at, pieces)
        if not length:
            at += 1
            continue
        if at > begun:
            yield _word(token, signs, begun, at)
        yield _word(token, signs, at, at + length)
        at = begun = at + length
    if at > begun:
        yield _word(token, signs, begun, at)


def _known(signs: Sequence[str], at: int, pieces: Collection[str]) -> int:
    """How long the longest known piece is that begins here; nought where there is none."""
    piece = "".join(signs[at : at + LONGEST])
    return next((length for length in range(len(piece), 0, -1) if piece[:length] in pieces), 0)


def _word(token: Token, signs: Sequence[str], first: int, last: int) -> Token:
    return Token("word", "".join(signs[first:last]), token.start + first, token.start + last)
