"""What of a display name is a person's given name: free text of strangers is no field, so doubt means none. Pure."""

import re
import unicodedata

from mutuals.domain.language.phrase_matcher import listed

LONGEST = 20  # letters of a given name that is used
MOST_WORDS = 4  # of a name; more is a sentence
_MARKUP = re.compile(r"[@#<>\[\]{}|^*_`~=/\\\\:;!?&+0-9]")
_JOINTS = "'\u2019\u2018\u2010\u2011.-"  # O'Neil, Anne-Marie, J.; the plain hyphen last
_INNER = _JOINTS.replace(".", "")
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_INNER}](?=[^\W\d_]))*\.?", re.UNICODE)
# Words that stand in display names and are nobody's name, in five languages: titles, roles, moods, goods, slogans.
_NO_NAMES = listed("""
    a account admin ag agency always an angry annoyed anon anonymous anti baby ban big bitcoin black blue bored boss bot
    boy boycott bravo cansado care ceo channel client cliente clients co company corp crazy crypto customer customers
    customerservice dad daily damn dark das decu deleted der desk die digital don dona dr ein eine el enojada enojado
    everybody everyone ex fake fan fans founder fr frau free fuck furieuse furieux girl gmbh golden green group grumpy
    guest guy happy harto hate hater help helpdesk here herr hungry i im inc info invest jk jr just justice king kunde kunden la
    lady las lazy le les little llc lonely lord los love lover ltd mad madam madame make mama man manager marketing
    media miss mme mod moderator molesto mom monsieur mr mrs ms mum mx my never new news nft no nobody not o office
    official officially old online only os our papa press prince princess private pro prof proud queen real red rev
    sad save scam scammed senor senora service services shit shop sick sir so somebody someone sr sra still stop store
    studio studios suck sucks support team test the tired too trading triste um uma un une unknown user very vote we
    white woman wutend wutende wutender yes you young your yours
""")


def given(name: str) -> str:
    """The given name, as written; nothing where a title, a slogan, a company, a handle or markup stands."""
    words = _words(name)
    if not words or len(words) > MOST_WORDS or any(_plain(word) in _NO_NAMES for word in words):
        return ""
    first = words[0]
    letters = sum(one.isalpha() for one in first)
    if not (2 if first.isascii() else 1) <= letters <= LONGEST or first.endswith(".") or not _cased(first):
        return ""
    # Written in a script that sets no blank between names, a name is used whole.
    return first


def initials(name: str) -> str:
    """Two initials at most, of words that begin with a letter and are no title; nothing where there is none."""
    parts = [
        one for word in re.split(r"[\s._/|,-]+", unicodedata.normalize("NFC", name)) if (one := _bare(word))
    ]
    kept = [one for one in parts if _plain(one) not in _NO_NAMES]
    return "".join(one[0].upper() for one in kept[:2])


def _bare(word: str) -> str:
    """The word, if it begins with a letter: a handle, markup, an emoji and a bracketed word do not."""
    return word if word and word[0].isalpha() and not _MARKUP.search(word) else ""


def _words(name: str) -> list[str]:
    """The words of a name from which nothing but emoji and commas was taken; none if it holds markup or figures."""
    plain = unicodedata.normalize("NFC", name)
    if _MARKUP.search(plain):
        return []
    kept = "".join(
        one for one in plain if one.isspace() or one in _JOINTS or unicodedata.category(one)[0] in "LM"
    )
    words = kept.split()
    return words if all(_WORD.fullmatch(_unmarked(word)) for word in words) else []


def _unmarked(word: str) -> str:
    """Without marks that belong to letters, as Indian scripts have them."""
    return "".join(one for one in word if unicodedata.category(one)[0] != "M")


def _cased(word: str) -> bool:
    """Begins with a capital and is not shouted, where the script has capitals; "mia" is a name, too, "xX" is none."""
    letters = [one for one in word if one.isalpha()]
    if not any(one.lower() != one.upper() for one in letters):
        return True
    inner = [at for at, one in enumerate(word) if at and one.isupper()]
    return all(
        word[at - 1] in _JOINTS or word[:at].lower() in {"mc", "mac", "de", "le", "la", "o"} for at in inner
    )


def _plain(word: str) -> str:
    flat = unicodedata.normalize("NFKD", word.casefold())
    return "".join(one for one in flat if one.isalpha())
