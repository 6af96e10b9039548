"""How X counts a text: its published configuration, version 3 (docs.x.com, "Counting characters").

Most letters weigh one, others (Chinese, Japanese, Korean and more) two; a whole emoji weighs two and
a link 23, whatever their length. Whether X takes a bare name such as "shop.example" for a link
depends on a list of more than a thousand endings; here all endings of countries and the common
others count. Where that is wrong, X refuses the text and the person can edit it again.
"""

import re
import unicodedata

LIMIT = 280
LINK = 23  # every link becomes one of t.co
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))  # code points that weigh one

_ENDINGS_OF_NAMES = """
ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc
cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga
gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo
jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr
ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re
ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr
tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw
com net org info biz edu gov mil int app dev shop store online site website blog news live tv club xyz tech
cloud page link design studio agency company business support help services solutions digital media social
email world today life love fun games game travel tours hotel restaurant coffee food bar cafe pub wine beer
fashion style clothing shoes jewelry gifts art gallery photo photos photography music video film events
tickets money bank finance insurance health clinic care fitness yoga run bike cars auto house homes garden
green eco energy school academy university training jobs careers work team group center city berlin london
paris amsterdam museum name pro mobi asia post tel coop aero cat gle next
"""
_ENDINGS = "|".join(sorted(_ENDINGS_OF_NAMES.split(), key=lambda one: (-len(one), one)))
_LABEL = r"[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?"
_PATH = r"(?::\d{1,5})?(?:[/?#](?:[^\s<>\"]{0,4000}[^\s<>\"'.,;:!?)\]])?)?"
_LINKS = re.compile(
    rf"https?://(?:[^\W_][\w-]{{0,62}}\.){{1,10}}(?:[a-z]{{2,24}}|xn--[a-z0-9-]{{2,40}}){_PATH}"
    rf"|(?<![\w@$#.@/-])(?:{_LABEL}\.){{1,10}}(?:{_ENDINGS})(?![\w@-]|\.\w){_PATH}",
    re.IGNORECASE,
)

_REFUSED = re.compile("[\ufffe\ufeff\uffff]")
_PICTURE = r"[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff]"
_TONE = "[\U0001f3fb-\U0001f3ff]"
_EMOJI = re.compile(
    r"[\U0001f1e6-\U0001f1ff]{2}"  # flags of countries
    r"|[0-9#*]\ufe0f?\u20e3"  # keys
    rf"|{_PICTURE}(?:\ufe0f|{_TONE})?[\U000e0020-\U000e007f]*(?:\u200d{_PICTURE}(?:\ufe0f|{_TONE})?)*"
)


def weigh(text: str) -> int:
    """The length of a text as X counts it against `LIMIT`."""
    text = unicodedata.normalize("NFC", text)
    total, end = 0, 0
    for found in _LINKS.finditer(text):
        total += _bare(text[end : found.start()]) + LINK
        end = _closed(text, found.start(), found.end())
    return total + _bare(text[end:])


def sendable(text: str) -> bool:
    """Does X take this text: not empty, not too long, without the code points that it refuses?"""
    return bool(text.strip()) and weigh(text) <= LIMIT and not _REFUSED.search(text)


def _closed(text: str, start: int, end: int) -> int:
    """The end of a link with the brackets that close what was opened inside it."""
    while text[end : end + 1] == ")" and text.count("(", start, end) > text.count(")", start, end):
        end += 1
    return end


def _bare(text: str) -> int:
    """Without links: emoji two each, then letter by letter."""
    total, end = 0, 0
    for found in _EMOJI.finditer(text):
        total += _letters(text[end : found.start()]) + 2
        end = found.end()
    return total + _letters(text[end:])


def _letters(text: str) -> int:
    return sum(1 if any(low <= ord(one) <= high for low, high in _LIGHT) else 2 for one in text)
