"""Which cues count: a word that everyday talk has, too, is a cue only in its own grammar or in company.

"Late" says nothing in "late lunch in the sun", and much in "your parcel is late". So what was found is sorted:
*sure* cues (a phrase such as "still waiting", or a word that small talk does not have) speak by themselves and for
all the others; any other cue needs the grammar of a fault around it, that is, it must be said of a product, of you, or of
the thing at hand. A post without a single cue that passes holds none: what was found there is left out. So is what is
said of the day, the weather or the boss, and what came before the brand's thing made it good.
"""

from collections.abc import Iterable, Sequence

from mutuals.domain.language.emoticons import is_glad, is_sad, is_sad_tag
from mutuals.domain.language.phrase_matcher import PhraseMatch, listed
from mutuals.domain.language.tokens import Token

Known = Sequence[tuple[str, ...]]  # the classes of each token

# What speaks of a breach of expectation; how many *kinds* of these meet matters more than how many words.
FAULTS = listed("""
    broken fails cant problem missing not_come lost delay no_answer awful insult bad upset rude lies promised churn
    swearing absent stock spam ruined price owed
""")
# Groups that tell of faults beside others, but whose words are everybody's.
SOFT = listed("""
    again often yet burden elapsed tried shock why wait promised stock absent ruined same swearing lost insult
    pricing still
""")
_TELLING = FAULTS | SOFT | listed("waiting demand money sarcasm service")
_COMPANY = listed("help chase please no_praise")  # whoever asks or begs beside it means it
_LINKS = frozenset(
    {"{link}", "{be}", "{have}", "{not}", "{cant}", "{you}", "{i}", "{they}"}
)  # no thing's name
_OURS = listed("service owed")  # only a brand has these
_SAID = listed("lost insult ruined")  # of these, what is said of a thing at hand counts
_MOODS = listed(
    "awful bad insult upset rude broken problem lost ruined shock fails"
)  # what a day can be, too
_KIND = listed("praise mild_praise resolved rescue")
RESCUED = "rescued"
PASSING, PASSING_TO_US = "passing", "passing_to_us"

_SEVERAL = 2  # kinds of unsure cues that, said to an account, are company for each other
_TERSE = 3  # words: who writes no more than that to the brand leaves the grammar out
_NEAR, _NEXT = 6, 4  # tokens before and behind
_LONG_CLAUSE = 40  # words; a longer one is no clause, and keeps the time linear


def counted(row: Sequence[Token], known: Known, found: list[PhraseMatch]) -> list[PhraseMatch]:
    """What was found, without the cues that are mere words in this post."""
    telling = [one for one in found if one.group in _TELLING]
    if not telling:
        return found
    saved = _rescue(row, known, found, telling)
    if saved is not None:
        return [*_without(found, telling), saved]
    apart = [one for one in telling if one.group in _MOODS and _of_life(one, known)]
    if apart:
        found, telling = _without(found, apart), [one for one in telling if one not in apart]
    if not telling:
        return found
    if _named_in_passing(row, known):
        ours = [one for one in telling if _about_ours(one, row, known)]
        return found if ours else _without(found, telling)
    if _counts(row, known, found, telling):
        return found
    return [*_without(found, telling), *_in_passing(row, telling)]


def _in_passing(row: Sequence[Token], telling: Sequence[PhraseMatch]) -> list[PhraseMatch]:
    """What was left out still makes a complaint a little likelier, more so in a post that speaks to an account first."""
    names = [PASSING, PASSING_TO_US] if row[0].kind == "handle" else [PASSING]
    return [one._replace(group=name) for one in telling for name in names]


def _named_in_passing(row: Sequence[Token], known: Known) -> bool:
    """Speaks to nobody, and the account's name only says whose thing it is: "in my @brand coat"."""
    handles = [at for at, token in enumerate(row) if token.kind == "handle"]
    return bool(handles) and handles[0] > 0 and all(_names_a_thing(row, known, at) for at in handles)


def _names_a_thing(row: Sequence[Token], known: Known, at: int) -> bool:
    if at + 1 >= len(row) or row[at + 1].kind != "word" or row[at + 1].start - row[at].end > 1:
        return False
    return _LINKS.isdisjoint(known[at + 1])


def _about_ours(one: PhraseMatch, row: Sequence[Token], known: Known) -> bool:
    """Is it said of the thing that bears our name, or of you?"""
    start, end = _clause(row, one.first, one.last, _LONG_CLAUSE, _LONG_CLAUSE)
    if any("{you}" in known[at] for at in range(start, end)) or one.group in _OURS:
        return True
    before, behind = range(max(start, one.first - _NEAR), one.first - 1), range(one.last + 1, end)
    if any(row[at].kind == "handle" for at in before):
        return True
    reach = 0 if one.group in SOFT else 4 if one.last > one.first else 2 if _sure(one, known) else 0
    return any(row[at].kind == "handle" for at in behind[:reach])


def _counts(
    row: Sequence[Token], known: Known, found: Sequence[PhraseMatch], telling: Sequence[PhraseMatch]
) -> bool:
    if any(one.group in _COMPANY for one in found) or any(_sure(one, known) for one in telling):
        return True
    several = len({one.group for one in telling}) >= _SEVERAL and row[0].kind == "handle"
    return several or _terse(row) or any(_in_grammar(one, row, known) for one in telling) or _angry(row)


def _without(found: Iterable[PhraseMatch], some: Sequence[PhraseMatch]) -> list[PhraseMatch]:
    return [one for one in found if one not in some]


def _sure(one: PhraseMatch, known: Known) -> bool:
    if one.first == one.last:
        return "{sure}" in known[one.first]
    return one.group not in SOFT or "{sure}" in known[one.first] or "{sure}" in known[one.last]


def _of_life(one: PhraseMatch, known: Known) -> bool:
    """ "Worst day", "the weather is awful": said of something that no brand answers for."""
    before, behind = known[max(0, one.first - 3) : one.first], known[one.last + 1 : one.last + 3]
    if any("{you}" in names for names in (*before, *behind)):
        return False
    if behind and "{life}" in behind[0]:
        return True
    return any("{life}" in names for names in before) and any("{be}" in names for names in before[-2:])


def _angry(row: Sequence[Token]) -> bool:
    return any(
        (token.kind in ("emoji", "face") and is_sad(token.word))
        or (token.kind == "tag" and is_sad_tag(token.word))
        or (token.kind == "mark" and token.word.count("?") > 1)
        for token in row
    )


def _terse(row: Sequence[Token]) -> bool:
    """Three words to an account, and nothing cheerful beside them."""
    words = sum(token.kind in ("word", "number") for token in row)
    merry = any(token.kind in ("emoji", "face") and is_glad(token.word) for token in row)
    return bool(row) and row[0].kind == "handle" and words <= _TERSE and not merry


def _in_grammar(one: PhraseMatch, row: Sequence[Token], known: Known) -> bool:
    """Is it said of a product, of you, or of the thing at hand?"""
    first, last = one.first, one.last
    start, end = _clause(row, first, last, _NEAR, _NEXT)
    before = range(first - 1, start - 1, -1)
    behind = range(last + 1, end)
    if any("{life}" in known[at] for at in (*before[:2], *behind[:1])):
        return False
    here = range(first, last + 1) if last > first else ()
    if any("{goods}" in known[at] or "{you}" in known[at] for at in (*before, *here, *behind)):
        return True
    return (one.group not in SOFT or one.group in _SAID) and _said_of_it(row, known, before)


def _said_of_it(row: Sequence[Token], known: Known, before: range) -> bool:
    """Behind "it", behind "my kettle", behind "the kettle is", behind "the @brand kettle"."""
    for away, at in enumerate(before):
        names = known[at]
        if "{it}" in names and away < 2:
            return True
        if row[at].kind == "handle" and at > 0 and row[at - 1].kind == "word":
            return True
        if "{be}" in names and away < 2:
            subject = known[at - 1] if at > 0 else ()
            return not ("{i}" in subject or "{life}" in subject or "{i}" in names)
        if "{my}" in names and away == 1:
            return True
    return False


def _clause(row: Sequence[Token], first: int, last: int, back: int, on: int) -> tuple[int, int]:
    """Where the clause begins and ends, at most so many words away: at a mark, or at more than a blank between two words."""
    start, end = first, last + 1
    farthest, longest = max(0, first - back), min(len(row), last + 1 + on)
    while start > farthest and row[start - 1].kind != "mark" and row[start].start - row[start - 1].end <= 1:
        start -= 1
    while end < longest and row[end].kind != "mark" and row[end].start - row[end - 1].end <= 1:
        end += 1
    return start, end


def _rescue(
    row: Sequence[Token], known: Known, found: Sequence[PhraseMatch], telling: Sequence[PhraseMatch]
) -> PhraseMatch | None:
    """Where the brand's thing made good what went wrong elsewhere: "worst day ever, but my @brand tea saved it"."""
    faulty = max(one.last for one in telling if one.group in FAULTS or one.group not in SOFT) if any(
        one.group in FAULTS or one.group not in SOFT for one in telling) else -1  # fmt: skip
    if faulty < 0:
        return None
    turn = next((one for one in found if one.group in ("turn", "rescue") and one.first > faulty), None)
    if turn is None:
        return None
    handles = [at for at, token in enumerate(row) if token.kind == "handle"]
    lead = 0
    while lead < len(row) and row[lead].kind == "handle":
        lead += 1
    told = range(lead, faulty + 1)
    if any(lead <= at <= faulty for at in handles) or any("{you}" in known[at] for at in told):
        return None
    kind = any(one.group in _KIND and one.first >= turn.first for one in found)
    if lead:
        ours = kind and not any("{goods}" in known[at] for at in told)
    else:
        ours = any(
            at > faulty and (kind or "{a}" in known[at - 1] or "{my}" in known[at - 2]) for at in handles
        )
    return turn._replace(group=RESCUED) if ours else None
