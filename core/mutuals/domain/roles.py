"""Who may do what: six roles. Pure.

The order follows how a support team grows: somebody who only looks, somebody who learns and writes drafts,
somebody who speaks for the brand, somebody who lets others' texts go out, somebody who answers for it all; each may do
what the one before it may, and more. Beside them stands the helper, a trusted member of the community and none of the
team: they read alerts and suggest answers, and see nothing that the team keeps to itself.
"""

from collections.abc import Iterable
from enum import StrEnum

from mutuals.domain.model import Role


class Right(StrEnum):
    """A kind of act, as far as it matters who does it."""

    LOOK = "look"  # alerts, reasons and lists: changes nothing
    READ = "read"  # what the team keeps to itself: people's cards, notes, figures, settings; changes nothing
    SUGGEST = "suggest"  # write a text that others may send
    WORK = "work"  # what the team sees and can be undone: claim, snooze, draft
    SEND = "send"  # what goes out in public, closes something, or changes how people are treated
    APPROVE = "approve"  # send where the brand's policy asks for approval: one's own text, or another's
    RULE = "rule"  # the kill switch, and what holds for everybody


LEAST = {  # the role of the team that holds it first; a helper's stand below
    Right.LOOK: Role.VIEWER,
    Right.READ: Role.VIEWER,
    Right.SUGGEST: Role.TRAINEE,
    Right.WORK: Role.TRAINEE,
    Right.SEND: Role.MEMBER,
    Right.APPROVE: Role.APPROVER,
    Right.RULE: Role.ADMIN,
}
_HELPER = frozenset({Right.LOOK, Right.SUGGEST})
NAMED = {
    Role.NOBODY: "nobody",
    Role.VIEWER: "a viewer",
    Role.HELPER: "a helper",
    Role.TRAINEE: "a trainee",
    Role.MEMBER: "a member",
    Role.APPROVER: "an approver",
    Role.ADMIN: "an admin",
}
_ABLE = {
    Role.NOBODY: "do nothing here",
    Role.VIEWER: "read alerts, reasons and lists",
    Role.HELPER: "read alerts, reasons and lists, and suggest answers that a member sends",
    Role.TRAINEE: "read, claim, snooze, and write drafts that a member sends",
    Role.MEMBER: "read, claim, draft, send, follow, dismiss and judge",
    Role.APPROVER: "do all that a member may, and send where texts need approval",
    Role.ADMIN: "do everything",
}


def may(role: Role, right: Right) -> bool:
    """Does this role hold this right?"""
    return right in _HELPER if role is Role.HELPER else role >= LEAST[right]


def highest(held: Iterable[Role]) -> Role:
    """Of several roles the one that counts; NOBODY when there is none."""
    return max(held, default=Role.NOBODY)


def refusal(role: Role, right: Right, what: str) -> str:
    """Why somebody of this role may not do `what` ("follow people"): who they are, what they may, whom to ask."""
    return (
        f"Your role here is {role.name.lower()}, so you can't {what}. {NAMED[role].capitalize()} may "
        f"{_ABLE[role]}. Ask {NAMED[LEAST[right]]} to do it, or an admin for another role."
    )


def listed(names: str | None) -> tuple[str, ...]:
    """The names in a setting, which commas separate; without @ before them, doubles and empty ones."""
    given = (name.strip().removeprefix("@") for name in (names or "").split(","))
    return tuple(dict.fromkeys(name for name in given if name))
