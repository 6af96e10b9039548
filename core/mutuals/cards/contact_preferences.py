"""How this person wants to be treated, and what the brand's lists forbid: in sentences, before anything is pressed. Pure."""

from mutuals.cards.alert_view import AlertView
from mutuals.cards.markup import Line, Timestamp, TimestampStyle
from mutuals.domain import loyalty
from mutuals.domain.contact_preferences import FOLLOW, LEAVE_ALONE, TALK
from mutuals.domain.model import ActKind, AlertState, Category
from mutuals.domain.policy import FollowPolicy

PREFERENCES = (
    (TALK, "Talk, do not follow"),
    (LEAVE_ALONE, "Leave them alone"),
    (FOLLOW, "Wants to be followed"),
)
PERHAPS_OURS = "May be your own account, or an impostor."
FORGET = ("none", "Forget their wish")
ASKED = {LEAVE_ALONE: "to be left alone", TALK: "not to be followed", FOLLOW: "to be followed"}


def blocked(facts: AlertView, kind: ActKind) -> str | None:
    """Why this act must not be done to this person, as a sentence; None: it may."""
    preference = facts.preference.value if facts.preference else None
    if preference == LEAVE_ALONE:
        return "They asked to be left alone, so Mutuals sends them nothing. If that has changed, say so in the menu."
    if kind is not ActKind.FOLLOW:
        return None
    if preference == TALK:
        return "They asked not to be followed. Talk with them instead."
    if facts.person is None:
        return None
    return loyalty.listed(facts.person, facts.policy) or doubted(facts)


def doubted(facts: AlertView) -> str | None:
    """Why this account may be spam, for whoever has neither asked to be followed nor been judged as a fan."""
    if facts.person is None or facts.alert.is_fan or asked(facts):
        return None
    theirs = [one for one in facts.posts.values() if not one.gone]
    found = loyalty.gate(facts.person, theirs, facts.now)
    return f"Follow is not offered: {found[0].lower()}{found[1:]}" if found else None


def asked(facts: AlertView) -> bool:
    """Did they ask to be followed?"""
    preference = facts.preference is not None and facts.preference.value == FOLLOW
    return preference or (facts.lead is not None and facts.lead.category is Category.WANTS_FOLLOW)


def suggests_follow(facts: AlertView) -> bool:
    """Does the brand's policy suggest to follow this person at all?"""
    return asked(facts) or facts.policy.follow_policy is not FollowPolicy.TALK


def lines(facts: AlertView) -> tuple[Line, ...]:
    """How they want to be treated: to be known before anything is pressed."""
    if facts.alert.state is AlertState.SETTLED:
        return ()
    found: list[Line] = [(PERHAPS_OURS,)] if facts.perhaps_ours else []
    preference = facts.preference
    if preference is not None and preference.value != FOLLOW:  # that stands in the line of the person
        who = f"{preference.by} noted that they want" if preference.by else "They asked"
        found.append(
            (f"{who} {ASKED[preference.value]}, ", Timestamp(preference.at, TimestampStyle.DATE), ".")
        )
        if preference.value == LEAVE_ALONE:
            found.append(("Mutuals sends them nothing. If that has changed, say so in the menu.",))
            return tuple(found)
    return tuple(found)


def why_not_followed(facts: AlertView) -> tuple[Line, ...]:
    """That the brand's own lists forbid it."""
    stop = loyalty.listed(facts.person, facts.policy) if facts.person else None
    return ((stop, " They can't be followed from here."),) if stop else ()


def before_following(facts: AlertView) -> tuple[Line, ...]:
    """Why Follow is not offered, or that they are to be talked to first; nothing once the alert is over."""
    if facts.alert.state is AlertState.SETTLED or facts.person is None:
        return ()
    if stop := why_not_followed(facts):
        return stop
    if facts.person.relationship.follows_us and (doubt := doubted(facts)):
        return ((doubt,),)
    if facts.alert.is_fan and not asked(facts) and not facts.two_way:
        return (("You have not talked with each other yet. They like to be talked to first.",),)
    return ()
