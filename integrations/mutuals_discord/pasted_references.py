"""What people paste where a channel, a role or somebody is asked for: a name as it is shown, a link, a mention."""

import re

from mutuals.ports.settings import OFF

_LINK = re.compile(
    r"https?://(?:\w+\.)?discord(?:app)?\.com/channels/(\d{1,20})(?:/(\d{1,20}))?(?:/\d+)?/?(?:\?.*)?"
)
_CHANNEL = re.compile(r"<#(\d{1,20})>")
_SOMEBODY = re.compile(r"<@[&!]?(\d{1,20})>")


def channel(text: str) -> str:
    """The id that a link or a mention holds, or #name as Discord keeps names; ids, and what is neither, stay."""
    text = text.strip()
    if (found := _LINK.fullmatch(text)) and found[2]:
        return found[2]
    if found := _CHANNEL.fullmatch(text):
        return found[1]
    return OFF if text.casefold() == OFF else text.lower()


def server(text: str) -> str:
    """The id of a server, also out of a link to one of its channels."""
    found = _LINK.fullmatch(text.strip())
    return found[1] if found else text.strip()


def mentioned(text: str) -> str:
    """A text with the ids in the place of mentions."""
    return _SOMEBODY.sub(lambda found: found[1], text.strip())
