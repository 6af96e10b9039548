"""How the common words of a post lean, whatever the trade: to a complaint, or away from it. Pure.

What no cue list names still says something: who writes "when will", "my order" or "since" to a company complains
more often than who writes "i love" or "tonight". So a few hundred words and pairs of neighbours carry a small number
each (`lexicons/en/wording.py`), which is added for every one of them that occurs. Words that only one trade has are
not among them.
"""

from collections.abc import Iterator, Mapping, Sequence

from mutuals.domain.language.tokens import Token

Piece = tuple[str, int, int]  # a word, or a pair of neighbours; the tokens it begins and ends at


def pieces(row: Sequence[Token]) -> Iterator[Piece]:
    """Every word and every pair of neighbours; what is no word stands for its kind, a mark for itself.

    A link and dots part neighbours: a network cuts a long post with both, and that says nothing about its author.
    """
    before = "<start>"
    for at, token in enumerate(row):
        kind, word = token[0], token[1]
        if kind == "word":
            yield word, at, at
        elif kind == "link" or (kind == "mark" and len(word) > 1 and "." in word):
            before = ""
            continue
        else:
            word = word[0] if kind == "mark" else f"<{kind}>"
        if before:
            yield f"{before} {word}", max(at - 1, 0), at
        before = word


def leaning(row: Sequence[Token], leanings: Mapping[str, float]) -> tuple[float, float, Piece | None]:
    """How far the wording leans to a complaint, how far away from it, and the piece that says most for one."""
    seen: set[str] = set()
    towards = away = most = 0.0
    foremost = None
    before = "<start>"
    for at, (kind, word, _, _) in enumerate(row):  # the walk of `pieces`, written out: it is half the time
        if kind == "word":
            found = ((word, at),) if word in leanings else ()
        elif kind == "link" or (kind == "mark" and len(word) > 1 and "." in word):
            before = ""
            continue
        else:
            word, found = (word[0] if kind == "mark" else f"<{kind}>"), ()
        pair = f"{before} {word}"
        if before and pair in leanings:
            found = (*found, (pair, max(at - 1, 0)))
        before = word
        for words, first in found:
            if words in seen:
                continue
            seen.add(words)
            by = leanings[words]
            if by < 0:
                away -= by
                continue
            towards += by
            if by > most:
                most, foremost = by, (words, first, at)
    return towards, away, foremost
