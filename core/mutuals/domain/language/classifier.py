"""Reads one post: its class, two scores, its flags, and the cues that spoke."""

from math import exp, log

from mutuals.domain.language import other_languages
from mutuals.domain.language.detect import ENGLISH, OTHER, spoken_in
from mutuals.domain.language.features import Measured, measure
from mutuals.domain.language.flags import SUGGESTS, faulty, flags_of
from mutuals.domain.language.lexicon import evidence, leanings, lexicon, moods
from mutuals.domain.language.non_customers import goes_to_us, stranger
from mutuals.domain.language.phrase_matcher import listed
from mutuals.domain.language.tokens import Token, tokens
from mutuals.domain.language.weights import ALERT_LINE, COMPLAINT_START, FIGURES, PRAISE_START, Weights
from mutuals.domain.model import Category, Classification, Cue, Flag

_ENGLISH = Weights({figure.name: figure for figure in FIGURES}, COMPLAINT_START - ALERT_LINE, PRAISE_START)
_BESIDE = listed("""
    first second third mine my_goods your_goods goods past told contrast conditional negation question
    question_mark numbers times link tags exclamation starts_answer persons please pleasant unpleasant
    several help_desk greeting contrast but emphatic topics occasion bought burden often yet wording
""")  # true of many posts: named last among the reasons
_BELOW = 0.39  # whoever is no customer opens nothing, however it sounds
_NEARLY = 0.4  # a fault told so mildly that it stays below the alert line still opens a concern
_UNEASY, _UNMOVED = 0.03, 0.1  # scores: where one of these is passed, a hope in a post is a wish to us
_BRIEF = log(1 + 5)  # five words
_CONTENT = listed("resolved thanks praise mild_praise fault_free promo")
_US = Token("handle", "@", 0, 0)  # stands before a reply to us where the network puts no handle in front
_SMALL = 0.1  # log-odds; less is not worth a reason


def read(
    text: str,
    *,
    lang: str | None = None,
    replying: bool = False,
    to_us: bool = False,
    us: str | None = None,
) -> Classification:
    """What a post is to the brand, from its words alone.

    `lang` is the network's language code (None or "und": told by common words); `replying` tells that the post
    answers somebody's post, `to_us` that this post is ours, and `us` is our own handle, by which a rival's customer is
    told. Scores run 0..1 and 0.5 is the alert line. Pure; never raises on any text.
    """
    row = tokens(text)
    spoken = spoken_in(row, lang, text)
    if to_us and row and row[0].kind != "handle":
        row = [_US, *row]
    if spoken == ENGLISH:
        seen = measure(text, row, lexicon("en"), moods("en"), leanings("en"), evidence("en"))
        complaint, praise, cues = _scored(seen, _ENGLISH)
    else:
        row, seen = other_languages.measured(text, row, spoken)
        complaint, praise, cues = _scored(seen, other_languages.weights())
    flags = flags_of(text, row, seen, complaint=complaint >= 0.5)
    if spoken.first == OTHER:
        flags.add(Flag.OTHER_LANGUAGE)
    other = Flag.NOT_A_CUSTOMER if goes_to_us(text, us) else stranger(text, row)
    if other is not None:
        flags = (flags - {Flag.WANTS_FOLLOW, Flag.URGENT, Flag.CHURN}) | {other}
        return Classification(Category.OTHER, min(complaint, _BELOW), praise, frozenset(flags), cues)
    category = _class(seen, complaint, praise, flags, replying=replying)
    if (
        category is Category.OTHER and other_languages.unsure(seen, spoken, complaint, replying=replying)
    ) or (category is Category.PRAISE and other_languages.half_hearted(seen, spoken, praise)):
        category, flags = Category.QUESTION, flags | {Flag.OTHER_LANGUAGE}
    return Classification(category, complaint, praise, frozenset(flags), cues)


def _scored(seen: Measured, table: Weights) -> tuple[float, float, tuple[Cue, ...]]:
    complaint, praise = table.complaint_start, table.praise_start
    cues: list[Cue] = []
    beside: list[Cue] = []
    rows = table.rows
    for name, value in seen.values.items():
        _, reason, for_complaint, for_praise = rows[name]
        weight = for_complaint * value
        complaint += weight
        praise += for_praise * value
        place = seen.places.get(name)
        if place is not None and (weight >= _SMALL or weight <= -_SMALL):
            (beside if name in _BESIDE else cues).append(Cue(reason, *place, weight))
    ordered = sorted(cues, key=_by_weight) + sorted(beside, key=_by_weight)
    return _share(complaint), _share(praise), tuple(ordered)


def _by_weight(cue: Cue) -> float:
    return -cue.weight


def _class(seen: Measured, complaint: float, praise: float, flags: set[Flag], *, replying: bool) -> Category:
    values = seen.values
    if Flag.WANTS_FOLLOW in flags:
        return Category.WANTS_FOLLOW
    if complaint >= 0.5:
        return Category.COMPLAINT
    if Flag.OTHER_LANGUAGE in flags:
        happy = "glad" in values and "question_mark" not in values
        return Category.PRAISE if happy else Category.QUESTION
    if "overjoyed" in values:
        return Category.PRAISE
    if "ironic" in values or (SUGGESTS in seen.flags and not _advertises(values, replying)):
        return Category.CONCERN
    if Flag.THANKS in flags:
        return Category.PRAISE
    if _asks(values, replying):
        return Category.QUESTION
    if "understated" in values:
        return Category.CONCERN
    if complaint >= _NEARLY and faulty(seen) and praise < 0.5:
        return Category.CONCERN
    hopes = complaint >= _UNEASY or praise < _UNMOVED  # "hope you have a great day" asks for nothing
    wishes = "wish" in values and (hopes or not seen.by_evidence)
    if wishes or "worry" in values or ("upset" in values and praise < 0.5):
        return Category.CONCERN
    if praise >= 0.5:
        return Category.PRAISE
    urgent = (
        seen.by_evidence and Flag.URGENT in flags and "no_handle" not in values
    )  # so that somebody is told
    return Category.CONCERN if urgent or _chases(seen) else Category.OTHER


def _chases(seen: Measured) -> bool:
    """A few words or signs to an account that are too little to judge, and too much to be silent about."""
    values = seen.values
    brief = values.get("length", 0.0) <= _BRIEF and "addressed" in values and "glad" not in values
    curt = "curt" in seen.flags and "mends" not in seen.flags and _CONTENT.isdisjoint(values)
    return brief and ("chasing" in values or "sad" in values or curt)


def _advertises(values: dict[str, float], replying: bool) -> bool:
    return "promo" in values and not replying and "addressed" not in values


def _asks(values: dict[str, float], replying: bool) -> bool:
    if _advertises(values, replying):
        return False  # adverts and news ask, too, but nobody waits for our answer
    if "question_mark" in values or "help" in values:
        return True
    return "praise" not in values and any(name in values for name in ("question", "howto", "chase"))


def _share(logit: float) -> float:
    return 1 / (1 + exp(-max(-40.0, min(40.0, logit))))
