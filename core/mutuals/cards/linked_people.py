"""What is said about one person's accounts in several chats. Pure."""

from collections.abc import Sequence

from mutuals.cards.lists import answer_card
from mutuals.cards.markup import EphemeralReply, Line, Strong
from mutuals.domain.linked_people import ChatAccount, Links

ONCE = "It works once, for ten minutes. Nobody else should have it."
WRONG = (
    "That code does not work: it is mistyped, used, or more than ten minutes old. Type /mutuals link in your other chat "
    "for a new one."
)
SAME_CHAT = "This code was made in this chat. Type it in your other chat."
TOO_OFTEN = "That was tried too often. Wait ten minutes, then type /mutuals link for a new code."
ALONE = "This account is linked to no other."
SHARED = "Claims, drafts and lists are yours in both. What you may do stays what each chat says of you."


def code(text: str, others: Sequence[ChatAccount]) -> EphemeralReply:
    """The code to type in the other chat, and what is linked already."""
    linked: list[Line] = [("Linked already: ", named(others), ".")] if others else []
    type_it: Line = ("Type in your other chat: ", Strong(f"/mutuals link {text}"))
    return EphemeralReply((type_it, (ONCE,), *linked))


def linked(one: ChatAccount, other: ChatAccount) -> EphemeralReply:
    """They are one person now."""
    whose = f"{other.name} in {other.chat.capitalize()} and {one.name} in {one.chat.capitalize()} are one person now."
    undo = "If that is not you, type /mutuals link off at once."
    return EphemeralReply(((whose,), (SHARED,), (undo,)))


def taken(name: str) -> EphemeralReply:
    """One of the two has another account there already."""
    said = f"{name} is linked to another account there. Type /mutuals link off first."
    return EphemeralReply(((said,),), ok=False)


def off(others: Sequence[ChatAccount]) -> EphemeralReply:
    """They are on their own again."""
    return EphemeralReply(
        (
            (f"Not linked any more: {named(others)}.",),
            ("What was claimed stays with the account that made the code.",),
        )
    )


def listing(links: Links) -> EphemeralReply:
    """Every person with several accounts, for admins."""
    lines: list[Line] = [(named(of),) for of in links.people.values()]
    return EphemeralReply(
        card=answer_card("Linked people", tuple(lines) or (("Nobody has linked accounts.",),))
    )


def named(accounts: Sequence[ChatAccount]) -> str:
    """The accounts in words."""
    return " and ".join(f"{one.name} in {one.chat.capitalize()}" for one in accounts)
