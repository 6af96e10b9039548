"""How a reply is signed: prefilled, so that it is seen, counted and can be taken out. Pure."""

from mutuals.cards.templates import signature
from mutuals.domain.model import Actor


def sign(actor: Actor) -> str:
    """How a reply of this person is signed; empty for a name that gives no signature."""
    by = signature(actor.name)
    return f"^{by}" if by else ""


def is_signature(text: str, actor: Actor) -> bool:
    """Is there nothing but the signature that the form was filled in with?"""
    return bool(text) and text.strip() == sign(actor)


def unsigned(text: str, actor: Actor) -> str:
    """The text without this person's signature at its end, however often it stands there."""
    mark, words = sign(actor), text.strip()
    while mark and words.endswith(mark):
        words = words.removesuffix(mark).rstrip()
    return words


def signed(text: str, actor: Actor) -> str:
    """The text with this person's signature at its end, once."""
    return f"{unsigned(text, actor)} {sign(actor)}".strip()


def signed_last(text: str, actor: Actor) -> str:
    """The signature at the end, where somebody has typed behind it, once, and apart from the last word; nothing, where
    they have typed nothing, and no signature where they have taken it out."""
    mark = sign(actor)
    if not mark:
        return text
    if text.startswith(mark):
        words = unsigned(text.removeprefix(mark), actor)
    elif text.endswith(mark):
        words = unsigned(text.removesuffix(mark), actor)
    else:
        return text
    return f"{words} {mark}" if words else ""
