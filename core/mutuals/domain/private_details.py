"""What in a text may be somebody's private details, or a secret: found by its form alone. Pure.

By form only: what kind of person somebody is, is never inferred.
"""

import re
from collections.abc import Iterable

MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.\w{2,24})")
PHONE = re.compile(
    r"(?<![\w/.])\+?\(?\d(?:[ ()/.-]{0,2}\d){8,14}(?!\w)"
)  # nine digits or more, however parted
STREET = re.compile(
    r"(?<!\w)\d{1,5} (?:\w{1,20} ){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|blvd|boulevard|court|way|place|close)\b"
    r"|(?<!\w)\w{2,25}(?:straße|strasse|str\.) ?\d{1,4}|\b(?:calle|rue|rua|avenida|plaza) (?:\w{1,20} ){1,4},? ?\d{1,5}"
    r"|\b\d{1,4},? (?:rue|avenue|boulevard) \w+|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b",
    re.IGNORECASE,
)
# Anybody may call them and nobody lives there: a hotline is no private number.
_HOTLINE = re.compile(
    r"^\D*(?:\+?1)?\D*(?:0?80[0-9]|8(?:88|77|66|55|44|33|22))\D*\d|^\D*(?:\+\d{1,3}\D*)800\D*\d"
)
_DATE = re.compile(r"^\D?(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\b|^\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d\b")
_CARD = re.compile(r"(?<![\w.])\d(?:[ -]?\d){12,18}(?!\w)")
_ADDRESSES = re.compile(r"(?:https?://|www\.)\S+")
_TOKENS = re.compile(
    r"""
    (?<![\w-])(?:
      (?:sk|pk|rk)[-_](?:live|test|proj|ant)?[-_]?[\w-]{16,} | gh[pousr]_\w{20,} | github_pat_\w{20,} | glpat-[\w-]{16,}
    | xox[abeprs]-[\w-]{10,} | xapp-[\w-]{10,} | AKIA[A-Z0-9]{12,} | AIza[\w-]{30,} | SG\.[\w-]{16,}\.[\w-]{16,}
    | eyJ[\w-]{10,}\.[\w-]{10,}(?:\.[\w-]*)? | [MNO][\w-]{23,25}\.[\w-]{6}\.[\w-]{27,}
    )""",
    re.VERBOSE,
)
_KEY_BLOCK = re.compile(r"-----BEGIN [A-Z ]{0,30}(?:PRIVATE KEY|CERTIFICATE)-----")
# "Password: hunter2", "das Passwort ist ...": with a sign or a verb behind it, and something that is no plain word.
_PASSWORD = re.compile(
    r"(?<!\w)(?:pass(?:word|code|phrase|wort)|passwd|pwd|kennwort|contraseña|contrasena|clave|mot de passe|senha|"
    r"api[ _-]?key|token|secret)\s*(?:[:=]|\b(?:is|ist|es|est|é|lautet)\b)\s*[:\"'“‘]?\s*(?P<value>\S{4,80})",
    re.IGNORECASE,
)
_LONG = re.compile(r"(?<![\w@#/.+-])[A-Za-z0-9_+/=-]{32,}(?![\w.])")


def secrets_in(text: str) -> list[str]:
    """What looks like a password, a token or a key."""
    bare = _ADDRESSES.sub(" ", text)
    found = [*_TOKENS.findall(bare), *_KEY_BLOCK.findall(bare)]
    found += [one["value"] for one in _PASSWORD.finditer(bare) if _no_word(one["value"])]
    found += [one for one in _LONG.findall(bare) if _random(one)]
    return list(dict.fromkeys(found))


def cards_in(text: str) -> list[str]:
    """Numbers of payment cards: 13 to 19 digits of which the last one proves the others (Luhn)."""
    bare = _ADDRESSES.sub(" ", text)
    return [one for one in _CARD.findall(bare) if _luhn([int(each) for each in one if each.isdigit()])]


def mails_in(text: str, own_sites: Iterable[str] = ()) -> list[str]:
    """E-mail addresses, but for those of these sites ("shop.example") and of what lies below them."""
    sites = tuple(site.lower() for site in own_sites)
    return [one[0] for one in MAIL.finditer(text) if not _of_site(one[1].lower(), sites)]


def phones_in(text: str) -> list[str]:
    """Telephone numbers that may be somebody's own: no hotlines, no dates, no cards."""
    bare = _CARD.sub(" ", _ADDRESSES.sub(" ", text))  # 13 figures and more are no telephone number
    numbers = (one[0].strip() for one in PHONE.finditer(bare))
    return [one for one in numbers if not (_HOTLINE.match(one) or _DATE.match(one))]


def addresses_in(text: str) -> list[str]:
    """Postal addresses: a street with a number, or a British postcode."""
    return [one[0] for one in STREET.finditer(_ADDRESSES.sub(" ", text))]


def _of_site(host: str, sites: tuple[str, ...]) -> bool:
    return any(host == site or host.endswith(f".{site}") for site in sites)


def _no_word(value: str) -> bool:
    """Is it more than a word with a mark behind it? "Your password is safe." tells nothing."""
    bare = value.strip(".,;:!?\"'”’)")
    return len(bare) >= 4 and not bare.isalpha()


def _random(word: str) -> bool:
    """Does a long piece mix figures with letters as no word does?"""
    figures = sum(one.isdigit() for one in word)
    letters = sum(one.isalpha() for one in word)
    return figures >= 4 and letters >= 4 and len(set(word)) >= 10


def _luhn(digits: list[int]) -> bool:
    if digits[0] not in range(2, 7) or len(set(digits)) == 1:
        return False
    doubled = [
        digit if at % 2 == 0 else digit * 2 - 9 * (digit > 4) for at, digit in enumerate(reversed(digits))
    ]
    return sum(doubled) % 10 == 0
