"""Which right each button and each command needs. Whatever is missing here is refused to everybody."""

from mutuals.cards.markup import EphemeralReply, Intent
from mutuals.domain import roles
from mutuals.domain.model import Actor, Role
from mutuals.domain.policy import Policy
from mutuals.domain.roles import Right

# Reply and Acknowledge open a form; `sending` is asked again when it is sent.
BUTTONS = {
    Intent.VIEW: (Right.LOOK, "look at posts"),
    Intent.WHY: (Right.LOOK, "read the reasons"),
    Intent.WORDS: (Right.LOOK, "read their words"),
    Intent.STOP: (Right.RULE, "stop all acts"),
    Intent.LIST: (Right.LOOK, "read lists"),
    Intent.MEMBERS: (Right.LOOK, "read lists"),
    Intent.PERSON: (Right.READ, "look at people"),
    Intent.NOTE: (Right.WORK, "write notes"),
    Intent.REPLY: (Right.SUGGEST, "write replies"),
    Intent.ACKNOWLEDGE: (Right.SUGGEST, "write holding replies"),
    Intent.WITHDRAW: (Right.WORK, "withdraw replies"),
    Intent.CLAIM: (Right.WORK, "claim alerts"),
    Intent.APPROVE: (Right.SEND, "approve texts"),
    Intent.SEND_BACK: (Right.SEND, "send texts back"),
    Intent.HAND_OFF: (Right.SEND, "hand cases off"),
    Intent.RESOLVE: (Right.SEND, "close cases"),
    Intent.ASSIGN: (Right.WORK, "assign alerts"),
    Intent.RELEASE: (Right.WORK, "release alerts"),
    Intent.UNDO: (Right.WORK, "undo what you did"),
    Intent.SNOOZE: (Right.WORK, "snooze alerts"),
    Intent.WAKE: (Right.WORK, "wake alerts"),
    Intent.FOLLOW: (Right.SEND, "follow people"),
    Intent.FOLLOW_AND_ASK: (Right.SEND, "follow people"),
    Intent.LIKE: (Right.SEND, "like posts"),
    Intent.REPOST: (Right.SEND, "repost posts"),
    Intent.DISMISS: (Right.SEND, "dismiss alerts"),
    Intent.REOPEN: (Right.SEND, "reopen alerts"),
    Intent.FEEDBACK: (Right.SEND, "judge alerts"),
    Intent.ANSWER: (Right.WORK, "say what was the answer"),
    Intent.PREFER: (Right.SEND, "note what somebody wants"),
    Intent.OWN: (Right.SEND, "say which accounts are your own"),
    Intent.SAVED_REPLY: (Right.READ, "look at saved replies"),  # changing them: CHANGE_REPLIES
    Intent.REMOVE_REPLY: (Right.APPROVE, "change saved replies"),
    Intent.SETTINGS: (Right.READ, "look at settings"),  # changing them: CHANGE_SETTINGS
}
COMMANDS = {
    "queue": (Right.LOOK, "read lists"),
    "today": (Right.LOOK, "read lists"),
    "fans": (Right.LOOK, "read lists"),
    "complaints": (Right.LOOK, "read lists"),
    "show": (Right.LOOK, "look at alerts"),
    "person": (Right.READ, "look at people"),
    "note": (Right.WORK, "write notes"),
    "stats": (Right.READ, "read the figures"),
    "status": (Right.READ, "read how things stand"),
    "family": (Right.READ, "read lists"),  # with words, which change something, as its button
    "replies": (Right.READ, "look at saved replies"),
    "settings": (Right.READ, "look at settings"),
    "link": (Right.LOOK, "link accounts"),  # all of them, with the word for it: LINKS
    "help": (Right.LOOK, "read the help"),
    "reset-line": (Right.RULE, "put the alert line back"),
    "stop": (Right.RULE, "stop all acts"),
    "start": (Right.RULE, "let acts go out again"),
}
LINKS = (Right.RULE, "see who is linked")
PEOPLE_LISTS = (Right.READ, "read lists of people")
CHANGE_SETTINGS = (Right.RULE, "change settings")
CHANGE_REPLIES = (Right.APPROVE, "change saved replies")
_NEVER = (Right.RULE, "do this")


def of_button(actor: Actor, do: Intent) -> EphemeralReply | None:
    """Why this person may not press this; None: they may."""
    return _refused(actor, *BUTTONS.get(do, _NEVER))


def of_settings(actor: Actor) -> EphemeralReply | None:
    """Why this person may not change settings; None: they may."""
    return _refused(actor, *CHANGE_SETTINGS)


def of_saved_replies(actor: Actor) -> EphemeralReply | None:
    """Why this person may not change saved replies; None: they may."""
    return _refused(actor, *CHANGE_REPLIES)


def of_command(actor: Actor, name: str, words: str = "") -> EphemeralReply | None:
    """Why this person may not type this; None: they may."""
    refused = _refused(actor, *COMMANDS.get(name, _NEVER))
    if name == "fans" and words.strip() and not words.strip().isdecimal():
        refused = refused or _refused(actor, *PEOPLE_LISTS)
    if name == "link" and words.strip().lower() == "list":
        refused = refused or _refused(actor, *LINKS)
    return refused or (of_button(actor, Intent.OWN) if name == "family" and words.strip() else None)


def may_send(actor: Actor, policy: Policy) -> bool:
    """May this person's text go out by their own hand?"""
    return roles.may(actor.role, _to_send(policy))


def least_to_send(policy: Policy) -> Role:
    """Which role at least lets texts go out."""
    return roles.LEAST[_to_send(policy)]


def sender(policy: Policy) -> str:
    """Who lets others' texts go out, as "a member"."""
    return roles.NAMED[roles.LEAST[_to_send(policy)]]


def why_not_sent(actor: Actor, policy: Policy) -> str:
    """To somebody whose text does not go out by their own hand."""
    if roles.may(actor.role, Right.SEND):
        return f"Texts wait for {sender(policy)} here, so your text was not sent."
    return f"You are {roles.NAMED[actor.role]} here, so your text was not sent."


def sees_what_the_team_keeps(actor: Actor) -> bool:
    """May they read notes, people's cards, figures and settings? A helper, who is none of the team, may not."""
    return roles.may(actor.role, Right.READ)


def _to_send(policy: Policy) -> Right:
    return Right.APPROVE if policy.approval else Right.SEND


def _refused(actor: Actor, right: Right, what: str) -> EphemeralReply | None:
    if roles.may(actor.role, right):
        return None
    said = roles.refusal(actor.role, right, what) if actor.role else actor.why_not
    return EphemeralReply(lines=((said,),), ok=False)
