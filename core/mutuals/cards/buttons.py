"""Which buttons an alert has, by its state. Talk before follow: reply stands first. Pure."""

from mutuals.cards.alert_view import AlertView
from mutuals.cards.contact_preferences import FORGET, PREFERENCES, asked, blocked, suggests_follow
from mutuals.cards.markup import Button, Intent
from mutuals.domain.model import LIVE_ACTS, ActKind, ActState, AlertKind, AlertState, CaseState, Path, Turn

LABEL = 30  # characters of a button that a phone shows whole
SNOOZES = (("1h", "Snooze 1 hour"), ("tomorrow", "Snooze until tomorrow"), ("1w", "Snooze 1 week"))
DISMISSALS = (
    ("not_us", "Dismiss: not for us"),
    ("not_needed", "Dismiss: needs no answer"),
    ("elsewhere", "Dismiss: dealt with elsewhere"),
    ("spam", "Dismiss: spam"),
)
FEEDBACK_CHOICES = (
    ("not_complaint", "Not a complaint"),
    ("not_us", "Not for us"),
    ("more", "More like this"),
)
NOT_A_FAN = "Not a loyal fan"  # what "not a complaint" is called under a fan's alert
# How an alert may have ended and still be judged: not when its post or its author is gone.
JUDGED = frozenset({"answered", "followed", "dismissed", "expired"})
REASONS = {"not_complaint": "not a complaint"} | {
    value: label.removeprefix("Dismiss: ") for value, label in DISMISSALS
}


def in_sight(facts: AlertView) -> tuple[Button, ...]:
    """At most four buttons: what helps most first."""
    if facts.alert.state is AlertState.SETTLED:
        return doubted(facts)
    if facts.alert.state is AlertState.SNOOZED:
        return (Button(Intent.WAKE, "Wake now", primary=True),)
    shown: list[Button] = []
    if facts.target() is not None and not _live(facts, ActKind.REPLY) and not blocked(facts, ActKind.REPLY):
        shown.append(Button(Intent.REPLY, "Reply", primary=True))
    if _may_acknowledge(facts):
        shown.append(Button(Intent.ACKNOWLEDGE, "Acknowledge"))
    if _may_follow(facts):
        shown.append(_follow(facts))
    return tuple(shown)


def doubted(facts: AlertView) -> tuple[Button, ...]:
    """Was what we take for the answer one? Asked once, under an alert that is over by it."""
    asks = facts.alert.state is AlertState.SETTLED and any(case.turn is Turn.DOUBTED for case in facts.cases)
    yes, no = Button(Intent.ANSWER, "Yes, answered", "yes"), Button(Intent.ANSWER, "No, still waits", "no")
    return (yes, no) if asks else ()


def in_menu(facts: AlertView) -> tuple[Button, ...]:
    """The rest: claim, snooze, dismiss, look."""
    view = _view(facts)
    if facts.alert.state is AlertState.SETTLED:
        if facts.alert.closed_by not in JUDGED:
            return ()
        return (*feedback_buttons(facts), Button(Intent.WHY, "Why this alert?"))
    hold = (
        Button(Intent.RELEASE, f"Release ({facts.alert.claimed_by} has it)")
        if facts.alert.claimed_by
        else Button(Intent.CLAIM, "Claim")
    )
    snoozes = [Button(Intent.SNOOZE, label, value) for value, label in SNOOZES]
    # "Not for us" is a verdict, too, and need not stand there twice.
    said = {button.value for button in feedback_buttons(facts)}
    dismissals = [Button(Intent.DISMISS, label, value) for value, label in DISMISSALS if value not in said]
    preferences = _preferences(facts)
    return (
        hold,
        *snoozes,
        *feedback_buttons(facts),
        *dismissals,
        *preferences,
        *view,
        Button(Intent.WHY, "Why this alert?"),
    )


def _preferences(facts: AlertView) -> tuple[Button, ...]:
    """What the team may note about how this person wants to be treated."""
    now = facts.preference.value if facts.preference else None
    offered = [one for one in PREFERENCES if one[0] != now] + ([FORGET] if now else [])
    return tuple(Button(Intent.PREFER, label, value) for value, label in offered)


def feedback_buttons(facts: AlertView) -> tuple[Button, ...]:
    """What a person may say about our judgement."""
    fan = facts.alert.kind is AlertKind.FAN
    return tuple(
        Button(Intent.FEEDBACK, NOT_A_FAN if fan and value == "not_complaint" else label, value)
        for value, label in FEEDBACK_CHOICES
    )


def _view(facts: AlertView) -> tuple[Button, ...]:
    post = facts.target()
    return (Button(Intent.VIEW, f"View on {facts.network}", url=facts.post_url(post)),) if post else ()


def _live(facts: AlertView, kind: ActKind) -> bool:
    live = LIVE_ACTS - {ActState.WAITING} if kind is not ActKind.FOLLOW else LIVE_ACTS
    return any(one.kind is kind and one.state in live for one in facts.actions)


def _may_acknowledge(facts: AlertView) -> bool:
    lead = facts.lead
    waits = lead is not None and lead.state is CaseState.OPEN
    if blocked(facts, ActKind.ACKNOWLEDGE):
        return False
    return waits and facts.target() is not None and not _live(facts, ActKind.ACKNOWLEDGE)


def _may_follow(facts: AlertView) -> bool:
    if facts.person is None or facts.person.gone:
        return False
    bond = facts.person.relationship
    if bond.we_follow or bond.requested or bond.blocking:
        return False
    if blocked(facts, ActKind.FOLLOW) or not suggests_follow(facts):
        return False
    return (facts.alert.is_fan or asked(facts) or bond.follows_us) and not _live(facts, ActKind.FOLLOW)


def _follow(facts: AlertView) -> Button:
    """It says as whom, where that can still be read on a phone: teams have more than one account."""
    api = facts.paths.get(ActKind.FOLLOW) is Path.API or facts.stopped
    label = "Follow" if api else f"Follow on {facts.network}"
    whole = f"{label} as @{facts.brand.account.handle}"
    label = whole if len(whole) <= LABEL else label
    return Button(Intent.FOLLOW, label, url=None if api else facts.links.follow(facts.alert.person_id))


# Which act the text of a button's form becomes, and which button an act came from.
ACT_KINDS = {Intent.REPLY: ActKind.REPLY, Intent.ACKNOWLEDGE: ActKind.ACKNOWLEDGE}
ACT_BUTTONS = {kind: do for do, kind in ACT_KINDS.items()}
