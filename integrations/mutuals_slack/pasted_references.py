"""What people paste where a channel or somebody is asked for: a name as it is shown, a link, a mention."""

import re

from mutuals.ports.settings import OFF

_LINK = re.compile(
    r"https?://(?:[\w-]+\.)*slack(?:-gov)?\.com/(?:archives|client/[A-Z0-9]+|app_redirect\?channel=)/?"
    r"([CGD][A-Z0-9]{2,})(?:[/?#].*)?",
)
_CHANNEL = re.compile(r"<#([CGD][A-Z0-9]{2,})(?:\|[^>]*)?>")
_SOMEBODY = re.compile(r"<(?:@|!subteam\^)([UWS][A-Z0-9]{2,})(?:\|[^>]*)?>")
_HERE = re.compile(r"<!here(?:\|[^>]*)?>|@?here", re.IGNORECASE)
# Some ids have no digit; a name in capital letters, such as CARE, is shorter.
_LONG_ID = re.compile(r"[CGD](?=[A-Z]*\d)[A-Z0-9]{7,}|[CGD][A-Z]{8,}")


def channel(text: str) -> str:
    """The id that a link or a mention holds, or #name in Slack's small letters; ids, and what is neither, stay."""
    text = text.strip()
    if found := _LINK.fullmatch(text) or _CHANNEL.fullmatch(text):
        return found[1]
    if text.casefold() == OFF:
        return OFF
    name = text.removeprefix("#")
    if _LONG_ID.fullmatch(name):
        return name
    if "/" in text or (name == text and re.fullmatch(r"[CGD](?=[A-Z]*\d)[A-Z0-9]{1,}", text)):
        return text
    return text.lower()


def somebody(text: str) -> str:
    """The id in a mention of a person or a group, or `here`; all else stays."""
    text = text.strip()
    if _HERE.fullmatch(text):
        return "here"
    found = _SOMEBODY.fullmatch(text)
    return found[1] if found else text


def people(text: str) -> str:
    """The same for a list with commas."""
    return _SOMEBODY.sub(lambda found: found[1], text)
