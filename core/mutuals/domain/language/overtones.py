"""Words that mean more, less or the reverse of what they say: sarcasm, understatement, and joy that sounds like distress.

Patterns by kind, not sentences: praise that is given *for* a harm, praise that stands alone beside a fault, pleasure
taken in what nobody likes; a kind word with a "not quite" before it, a fault called small; a body that gives out for
joy. The phrases of each kind stand in `lexicons/en/irony.py`, `mildness.py` and `joy.py`; what they say
together, and beside the cues of faults and praise, is decided here. English only.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from mutuals.domain.language.emoticons import is_glad
from mutuals.domain.language.phrase_matcher import FLAG, PhraseMatch, listed
from mutuals.domain.language.tokens import Token

# Faults that spoil praise; not those that joy, politeness or a story has, too.
_HARD = listed(
    "broken fails cant problem missing not_come lost delay no_answer awful insult bad rude lies spam ruined"
)
_FAULTS = _HARD | listed("absent waiting")
_NO_JOY = _HARD | listed("price pricing owed churn why help chase waiting absent tried no_praise upset")
_DOUBTS = _FAULTS - {"passing"} | listed(
    "why wait demand tried chase price owed churn upset shock no_praise help again still"
)
_GOOD = listed("praise mild_praise")
_WANTS = listed("howto please")  # who asks for something waits for an answer, however glad
_FREE = frozenset({"fault_free"})
_HONEST = listed("resolved rescue fault_free rescued")  # whoever says so means their thanks
# The lists that can speak; the others only bear on these, and where none of these is, nothing is heard.
SPEAK = listed("""
    credits loves exclaims ironic_if_worse tail_thanks sarcastic joy joy_if_glad understated praised_by_not
""")

_HEARTS = frozenset("😍🥰❤💚💙💜💛🤗💕💖💗🧡🤍😋🤩♥🔥")  # nobody sets them beside sarcasm
_ADDS = listed("another again no now so just the my your i we nobody still and only three two")
_OPENS = listed(
    "oh ah well so just yes yay and wow absolutely simply really truly how that this what a ooh hey hi"
)
_AFTER = listed("after despite during when while because following although though since until but")
_GLAD_TO = listed("glad so nice good lovely happy pleased great")
_BROKEN_OFF = listed("even can't cant cannot")
_WRITER = listed("i i'm im i've we we're feeling")
_FELT = listed(
    "disappointed underwhelmed annoyed frustrated unimpressed miffed peeved surprised deflated confused perplexed"
)
_LOUD = listed("""
    screaming deceased obsessed shook shooketh addicted gagged feral ascending ascended levitating yelling howling
    cackling squealing swooning smitten starstruck
""")
_RIGHT_NOW = listed("rn right now fr lol omg here again today")
_SHORT = 5  # words and marks
_REACH = 3  # words behind a mild phrase that still belong to it
_GAP = 1  # characters; more than a blank between two words is a comma or a dash
_KEPT = 12  # phrases of one list: a longer post says no more, and the time stays linear


class Overtone(StrEnum):
    """What a post means beside its words; the name of its figure."""

    IRONIC = "ironic"
    UNDERSTATED = "understated"
    OVERJOYED = "overjoyed"
    PRAISED_BY_NOT = "praised_by_not"
    MEANT = "meant"  # thanks for a repair, however much of the fault they name


@dataclass(slots=True)
class _Post:
    """What is looked at: the tokens with their classes, the cues that count, all that were named, even in passing, and
    the phrases of the overtone lists by list."""

    row: Sequence[Token]
    known: Sequence[tuple[str, ...]]
    cues: Sequence[PhraseMatch]
    named: Sequence[PhraseMatch]
    phrases: dict[str, list[PhraseMatch]] = field(default_factory=dict)

    def of(self, *names: str) -> list[PhraseMatch]:
        """The phrases of these lists, list by list."""
        return [one for name in names for one in self.phrases.get(name, ())]

    def has(self, groups: frozenset[str]) -> bool:
        """Does a cue of these groups count?"""
        return any(one.group in groups for one in self.cues)

    def begins_clause(self, at: int) -> bool:
        """Does anything but a word and a blank stand before this token?"""
        row = self.row
        return at == 0 or row[at - 1].kind != "word" or row[at].start - row[at - 1].end > _GAP

    def ends_clause(self, at: int) -> bool:
        """Is this token the last of its clause?"""
        return at + 1 == len(self.row) or self.row[at + 1].kind != "word" or self.begins_clause(at + 1)


def heard(
    row: Sequence[Token],
    known: Sequence[tuple[str, ...]],
    marked: Iterable[PhraseMatch],
    cues: Sequence[PhraseMatch],
    named: Sequence[PhraseMatch],
) -> PhraseMatch | None:
    """The overtone of a post, with the phrase that carries it; its group is an `Overtone`.

    `marked` are the phrases of the overtone lists in the post, `cues` those of the cue lists that count, `named` all
    of these, even those that everyday talk has, too.
    """
    post = _Post(row, known, cues, named)
    for one in marked:
        kept = post.phrases.setdefault(one.group.removeprefix(FLAG), [])
        if len(kept) < _KEPT:
            kept.append(one)
    return _ironic(post) or _overjoyed(post) or _meant(post) or _understated(post) or _praised_by_not(post)


# --- sarcasm -------------------------------------------------------------------------------------


def _ironic(post: _Post) -> PhraseMatch | None:
    sure, clauses = post.of("sarcastic"), post.of("credits", "loves", "ironic_if_worse")
    alone = [one for one in post.of("exclaims") if _alone(post, one)]
    alone += [one for one in post.of("tail_thanks") if _at_the_tail(post, one)]
    if not (sure or clauses or alone) or _hearty(post.row) or post.has(_FREE):
        return None
    if sure:
        return _of(Overtone.IRONIC, sure[0])
    joys = post.of("joy", "joy_if_glad")
    named = [*post.of("harm"), *(one for one in post.named if one.group in _FAULTS)]
    harms = [one for one in named if all(_apart(one, joy) for joy in joys)]  # "I'm *dead*" harms nobody
    if not harms or _other_praise(post, [*clauses, *alone], harms):
        return None
    mends = post.of("mends", "meant")
    for praise in clauses:
        clause = range(praise.first + 1, _clause_end(post.row, praise.last))
        spoilt = any(
            one.first in clause and one.last >= praise.last and not _denied(post, one) for one in harms
        )
        if spoilt and not any(one.first in clause for one in mends) and not _mended_in(post, clause):
            return _of(Overtone.IRONIC, praise)
    if mends or post.has(_HONEST) or _mended_in(post, range(len(post.row))):
        return None
    meant = (one for one in alone if any(_apart(harm, one) for harm in harms))
    return next((_of(Overtone.IRONIC, one) for one in meant), None)


def _mended_in(post: _Post, clause: range) -> bool:
    """Is something put right there: "for fixing", "of you to wait"?"""
    known, row = post.known, post.row
    return any(
        "{mending}" in known[at] or ("{mend}" in known[at] and at > 0 and row[at - 1].word == "to")
        for at in clause
    )


def _alone(post: _Post, one: PhraseMatch) -> bool:
    """Is it an exclamation: a sentence of its own, or set apart by a comma, or followed by a new clause?"""
    first, after = one.first, one.last + 1
    while not post.begins_clause(first) and post.row[first - 1].word in _OPENS:
        first -= 1
    return post.begins_clause(first) and (post.ends_clause(one.last) or post.row[after].word in _ADDS)


def _at_the_tail(post: _Post, one: PhraseMatch) -> bool:
    """ "No trains again, *thanks*": behind a comma, with nothing asked. As a sentence of its own it is manners."""
    row, last = post.row, one.last + 1
    while last < len(row) and row[last].kind in ("handle", "emoji", "mark", "face"):
        last += 1
    behind_comma = (
        one.first > 0 and row[one.first - 1].kind in ("word", "number") and post.begins_clause(one.first)
    )
    return last == len(row) and behind_comma and not _asks(row)


def _other_praise(post: _Post, praises: Sequence[PhraseMatch], harms: Sequence[PhraseMatch]) -> bool:
    """Is anything else kind, outside of what may be ironic?"""
    spans = [*praises, *harms[: _KEPT * 2]]
    return any(one.group in _GOOD and all(_apart(one, other) for other in spans) for one in post.cues)


def _denied(post: _Post, harm: PhraseMatch) -> bool:
    return harm.first > 0 and "{not}" in post.known[harm.first - 1]


def _meant(post: _Post) -> PhraseMatch | None:
    """ "Thanks for fixing my broken phone", "glad to see you there": praise, and nothing that is still wrong."""
    if not post.of("credits", "loves") or _asks(post.row):
        return None
    for praise in post.of("credits"):
        clause = range(praise.first + 1, _clause_end(post.row, praise.last))
        put_right = any(one.first in clause for one in post.of("meant"))
        if put_right and not any(one.group in _HARD and one.first not in clause for one in post.cues):
            return _of(Overtone.MEANT, praise)
    glad_to = [one for one in post.of("loves") if post.row[one.first].word in _GLAD_TO]
    if not glad_to or post.of("harm") or post.has(_DOUBTS):
        return None
    sour = [one for one in post.cues if one.group == "sarcasm"]
    return next(
        (_of(Overtone.MEANT, one) for one in sour if not all(_apart(one, each) for each in glad_to)), None
    )


# --- joy -----------------------------------------------------------------------------------------


def _overjoyed(post: _Post) -> PhraseMatch | None:
    sure, unsure = post.of("joy"), post.of("joy_if_glad")
    spans = [*sure, *unsure]
    if not spans or _spoilt_beside(post, spans):
        return None
    if sure:
        return _of(Overtone.OVERJOYED, sure[0])
    fond = [*post.of("fond"), *(one for one in post.cues if one.group in _GOOD)]
    told = next((one for one in unsure if _of_the_writer(post, one)), None)
    if told is None or post.has(_WANTS):
        return None
    glad = _smiles(post.row) or any(all(_apart(one, span) for span in unsure) for one in fond)
    return _of(Overtone.OVERJOYED, told) if glad or _loud(post, told) else None


def _loud(post: _Post, one: PhraseMatch) -> bool:
    """ "SCREAMING", "officially obsessed": nothing else is said, and nobody cries."""
    words = [token for token in post.row if token.kind in ("word", "number", "mark")]
    asks = any(token.kind == "mark" and "?" in token.word for token in words)
    ends = post.ends_clause(one.last) or post.row[one.last + 1].word in _RIGHT_NOW
    return ends and len(words) <= _SHORT and not asks and post.row[one.last].word in _LOUD


def _spoilt_beside(post: _Post, spans: Sequence[PhraseMatch]) -> bool:
    """Is there a harm or a fault outside of these phrases? A word that joy has, too ("ridiculous"), is none."""
    bad = [*post.of("harm"), *(one for one in post.cues if one.group in _NO_JOY)]
    return any(
        all(_apart(one, span) for span in spans) and "{wildly}" not in post.known[one.first] for one in bad
    )


def _of_the_writer(post: _Post, one: PhraseMatch) -> bool:
    """A lone word ("dead", "sick") speaks of the writer where a clause begins; "I can't even" where one ends."""
    if post.row[one.last].word in _BROKEN_OFF:
        return post.ends_clause(one.last)
    return one.last > one.first or post.begins_clause(one.first)


# --- understatement ------------------------------------------------------------------------------


def _understated(post: _Post) -> PhraseMatch | None:
    mild, turned = post.of("understated"), post.of("praised_by_not")
    if not mild or _hearty(post.row) or post.has(_HONEST):
        return None
    if any(one.group == "praise" and _beyond(one, mild) for one in post.cues):
        return None
    for one in mild:
        if all(_apart(one, other) for other in turned) and not _of_life_or_self(post, one):
            return _of(Overtone.UNDERSTATED, one)
    return None


def _beyond(praise: PhraseMatch, mild: Sequence[PhraseMatch]) -> bool:
    """Is it out of reach of every mild phrase? "Can't say I was *impressed*" is one phrase."""
    return all(praise.last < one.first or praise.first > one.last + _REACH for one in mild)


def _of_life_or_self(post: _Post, one: PhraseMatch) -> bool:
    """ "A bit cold this morning", "I'm a bit late": said of the day or of oneself, unless the brand made them feel so."""
    if "{soften}" not in post.known[one.first]:
        return False
    if any("{life}" in names for names in post.known[max(0, one.first - 2) : one.last + 3]):
        return True
    before = post.row[max(0, one.first - 3) : one.first]
    return post.row[one.last].word not in _FELT and any(token.word in _WRITER for token in before)


def _praised_by_not(post: _Post) -> PhraseMatch | None:
    """ "It doesn't get better than this": no fault, whatever its words."""
    turned = post.of("praised_by_not")
    if not turned or _spoilt_beside(post, turned):
        return None
    return _of(Overtone.PRAISED_BY_NOT, turned[0])


# --- what they share -----------------------------------------------------------------------------


def _of(overtone: Overtone, one: PhraseMatch) -> PhraseMatch:
    return one._replace(group=overtone)


def _apart(one: PhraseMatch, other: PhraseMatch) -> bool:
    return one.last < other.first or one.first > other.last


def _clause_end(row: Sequence[Token], at: int) -> int:
    """Where a sentence ends, or turns to what came before: "thanks for the help *after* the delay"."""
    ends = (end for end in range(at + 1, len(row)) if row[end].kind == "mark" or row[end].word in _AFTER)
    return next(ends, len(row))


def _asks(row: Sequence[Token]) -> bool:
    return any(token.kind == "mark" and "?" in token.word for token in row)


def _smiles(row: Sequence[Token]) -> bool:
    return any(token.kind in ("emoji", "face") and is_glad(token.word) for token in row)


def _hearty(row: Sequence[Token]) -> bool:
    return any(token.kind == "emoji" and token.word in _HEARTS for token in row)
