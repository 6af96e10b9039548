"""Reads one text: a class, two scores and the cues that spoke."""

import re
from math import exp

from mutuals.model import Cue, Flag, PostClass, Reading

# (reason in words, pattern, weight for complaint, weight for praise)
_CUES: tuple[tuple[str, re.Pattern[str], float, float], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE), complaint, praise)
    for name, pattern, complaint, praise in (
        (
            "something broke or went wrong",
            r"\b(broke|broken|broke down|damaged|leak(s|ed|ing)?|crash(es|ed)?|error|fail(s|ed|ing|ure)?|wrong|missing|lost|defective|stuck|stopped working|tore|ripped)\b",
            2.2,
            -1.0,
        ),
        (
            "it does not work",
            r"\b(does ?n.t|do ?n.t|did ?n.t|is ?n.t|not|never|won.t|can.t|cannot) (\w+ ){0,2}(work|working|arrive|arrived|come|load|loading|open|refund|respond|answer|log ?in|delivered)\b",
            2.4,
            -1.0,
        ),
        (
            "waiting",
            r"\b(still (waiting|no|not|nothing|haven.t)|waiting (for|since)|for (\d+|two|three|four|five|several) (hours|days|weeks|months)|no (reply|response|answer))\b",
            2.0,
            -0.6,
        ),
        (
            "strong displeasure",
            r"\b(worst|terrible|awful|horrible|unacceptable|ridiculous|pathetic|disgusting|useless|joke|scam|rip ?off|fraud|shame|disgrace|furious|angry|fed up|sick of)\b",
            2.4,
            -1.5,
        ),
        (
            "disappointment",
            r"\b(disappoint(ed|ing|ment)|frustrat(ed|ing)|annoy(ed|ing)|sad|unhappy|let down|expected better|regret)\b",
            1.9,
            -1.0,
        ),
        (
            "money back",
            r"\b(refund|charged (me )?(twice|again|wrong)|double charged|overcharged|my money back|cancel(l?ed)? my)\b",
            1.9,
            -0.6,
        ),
        (
            "service complaint",
            r"\b(no one|nobody) (answers|replies|responds|helps|picks up)|\b(ignor(ed|ing)|on hold|rude|customer service)\b",
            1.2,
            -0.2,
        ),
        (
            "praise",
            r"\b(love|loving|awesome|amazing|great|best|excellent|fantastic|perfect|wonderful|brilliant|delicious|beautiful|happy|favou?rite|well done|impressed|thank(s| you)|kudos)\b",
            -1.3,
            2.2,
        ),
        ("a smile", r"[😀😃😄😊😍🥰❤💚💙🙌👏🎉]|:\)", -0.8, 1.2),
        ("an angry face", r"[😠😡🤬😤👎💔🙄]|:\(", 1.4, -1.0),
    )
)
_QUESTION = re.compile(
    r"\?|^\W*(@\w+\s+)*(how|when|where|what|which|who|why|is there|are there|do you|does|can i|can you|could you)\b",
    re.IGNORECASE,
)
_CONCERN = re.compile(
    r"\b(you should|please (add|consider|bring|stop|make)|would be (nice|great|good) if|wish you|suggestion|worried|concerned|why not)\b",
    re.IGNORECASE,
)
_WANTS_FOLLOW = re.compile(
    r"\b(follow (me )?back|follow me|give me a follow|please follow)\b.{0,60}\b(dm|direct message|message|private)\b|\b(can.?t|unable to|cannot) (dm|message) you\b"
    r"|\bs[íi]gueme\b.{0,60}\b(dm|md|privado)\b|\bfolge?t? mir\b.{0,60}\b(dm|privat)|\bsuivez-moi\b.{0,60}\b(dm|mp|priv)|\bme sig(a|am)\b.{0,60}\b(dm|privado)",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"^\W*(@\w+\s+)*(ok(ay)?[, ]+)?(thanks|thank you|thx|ty|cheers|merci|gracias|danke|obrigad[oa])\b",
    re.IGNORECASE,
)
_URGENT = re.compile(
    r"\b(charged (me )?twice|stolen|hacked|account (was )?taken over|unsafe|injur(ed|y)|fire|burn(t|ed|ing)?|stranded|lawyer|legal action|third time|today!|asap|urgent|emergency)\b",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\b(order|booking|ticket|ref(erence)?)\W{0,3}(no\.?|number|#|nr\.?)?\W{0,3}[a-z]{0,3}\d{5,}|[\w.+-]+@[\w-]+\.\w{2,}|\+?\d[\d ()-]{8,}\d",
    re.IGNORECASE,
)
_CHURN = re.compile(
    r"\b(switch(ing|ed)? to|never (again|buying)|last time i|taking my (money|business)|cancel(l?ing)? my (account|subscription))\b",
    re.IGNORECASE,
)
_ADVOCACY = re.compile(r"\b(recommend|you should try|try @\w+|go with @\w+|check out @\w+)\b", re.IGNORECASE)


def read(text: str, *, lang: str | None = None, replying: bool = False) -> Reading:
    """Read a post addressed to the brand. `replying` tells that it answers somebody's post."""
    cues, complaint, praise = _weigh(text)
    flags = _flags(text, lang)
    complaint_score, praise_score = _share(complaint - 1.4), _share(praise - 1.4)
    return Reading(
        _klass(text, complaint_score, praise_score, flags), complaint_score, praise_score, flags, cues
    )


def _weigh(text: str) -> tuple[tuple[Cue, ...], float, float]:
    cues: list[Cue] = []
    complaint = praise = 0.0
    for name, pattern, for_complaint, for_praise in _CUES:
        found = pattern.search(text)
        if found:
            cues.append(Cue(name, found.start(), found.end(), for_complaint))
            complaint += for_complaint
            praise += for_praise
    return tuple(cues), complaint, praise


def _flags(text: str, lang: str | None) -> frozenset[Flag]:
    found = {
        flag
        for flag, pattern in (
            (Flag.WANTS_FOLLOW, _WANTS_FOLLOW),
            (Flag.URGENT, _URGENT),
            (Flag.PRIVATE, _PRIVATE),
            (Flag.CHURN, _CHURN),
            (Flag.ADVOCACY, _ADVOCACY),
            (Flag.THANKS, _THANKS),
        )
        if pattern.search(text)
    }
    return frozenset(found)


def _klass(text: str, complaint: float, praise: float, flags: frozenset[Flag]) -> PostClass:
    if Flag.WANTS_FOLLOW in flags:
        return PostClass.WANTS_FOLLOW
    if complaint >= 0.5:
        return PostClass.COMPLAINT
    if Flag.THANKS in flags and "?" not in text:
        return PostClass.PRAISE
    if _QUESTION.search(text):
        return PostClass.QUESTION
    if _CONCERN.search(text):
        return PostClass.CONCERN
    return PostClass.PRAISE if praise >= 0.5 else PostClass.OTHER


def _share(logit: float) -> float:
    return 1 / (1 + exp(-logit))
