# ruff: noqa: E501  (each text on a line of its own, whole)
"""Holding replies: short, human, addressed by name. Shown before they go, and free to change. Pure."""

from collections.abc import Collection

from mutuals.cards import person_names
from mutuals.cards.markup import Template
from mutuals.domain.model import Category, Interaction

_TEXTS: dict[Category, tuple[tuple[str, str, str], ...]] = {
    Category.COMPLAINT: (
        ("looking", "Looking into it", "{hi}, I'm sorry this happened. I'm looking into it now and will come back to you today.{by}"),
        ("details", "Ask for details", "{hi}, that should not have happened. Could you send us the details in a message? I'll take it from there.{by}"),
        ("team", "With the team", "{hi}, thank you for telling us. I've passed this to the right people and will write again as soon as I know more.{by}"),
    ),
    Category.QUESTION: (
        ("checking", "Finding out", "{hi}, good question. I'm finding out and will be back with an answer soon.{by}"),
        ("team", "Asking a colleague", "{hi}, I'm asking the colleague who knows this best and will write again today.{by}"),
    ),
    Category.CONCERN: (
        ("heard", "Heard", "{hi}, thank you for saying this. I've passed it to the team and will tell you what comes of it.{by}"),
        ("more", "Tell me more", "{hi}, I'd like to understand this better. What would help you most?{by}"),
    ),
    Category.WANTS_FOLLOW: (
        ("following", "Following you", "{hi}, of course. We're following you now, so you can send us a message. Please don't post private details here.{by}"),
    ),
}  # fmt: skip


_THANKS = {
    Interaction.RECOMMENDED: "{hi}, thank you for recommending us, that means a lot!{by}",
    Interaction.HELPED: "{hi}, thank you for helping other customers, that is very kind of you!{by}",
    Interaction.QUOTE: "{hi}, thank you for what you wrote about us, we read it with joy!{by}",
    Interaction.REPOST: "{hi}, thank you for passing our posts on!{by}",
}
_THANKS_FOR_WORDS = "{hi}, thank you for your kind words, we are glad to have you!{by}"


def thanks(did: Collection[Interaction], name: str, by: str | None) -> str:
    """A thank you for what a fan did, the most helpful first. `by` is the first name that signs, None for none."""
    text = next((text for kind, text in _THANKS.items() if kind in did), _THANKS_FOR_WORDS)
    return text.format(hi=_greeting(name), by=_signed(by))


def _greeting(name: str) -> str:
    return f"Hi {first_name(name)}" if first_name(name) else "Hi"


def _signed(by: str | None) -> str:
    return f" ^{by}" if by else ""


def templates(category: Category | None, name: str, by: str | None) -> tuple[Template, ...]:
    """The holding replies for a class of case. `by` is the first name that signs, None for none."""
    hi, sign = _greeting(name), _signed(by)
    texts = _TEXTS.get(category or Category.QUESTION, _TEXTS[Category.QUESTION])
    return tuple(Template(one, label, text.format(hi=hi, by=sign)) for one, label, text in texts)


def first_name(name: str) -> str:
    """The given name in front of a display name, if that is what stands there, else nothing."""
    return person_names.given(name)


def signature(actor_name: str) -> str:
    """How a reply is signed: the first name of who wrote it, else the initials of the words that begin with a letter."""
    return person_names.given(actor_name) or person_names.initials(actor_name)
