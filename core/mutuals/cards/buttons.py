"""Which buttons an alert has, by its state. Talk before follow: reply stands first. Pure."""

from dataclasses import replace

from mutuals.cards import hidden_words, undo
from mutuals.cards.alert_title import failed_act
from mutuals.cards.alert_view import AlertView
from mutuals.cards.contact_preferences import FORGET, PREFERENCES, asked, blocked, suggests_follow
from mutuals.cards.markup import Button, Intent
from mutuals.cards.phrases import uncapitalised
from mutuals.domain import cases as case_rules
from mutuals.domain.model import (
    LIVE_ACTS,
    Action,
    ActKind,
    ActState,
    AlertKind,
    AlertState,
    CaseState,
    Path,
    Turn,
)
from mutuals.domain.withdrawal import waiting_follow, withdrawable

# The groups of the menu, in the order in which they stand there.
THIS_ALERT, HANDLE, LATER, CLOSE, PERSON = (
    "This alert",
    "Handle",
    "Later",
    "Close",
    "About this person",
)
PUBLIC_LINE = "handoff"  # the value of an Acknowledge whose form says the number of a case that others have
THANKS = "thanks"  # the value of a Reply whose form is filled with thanks
PRIVATE = "private"  # ... or with a text that asks for a message in private
AGAIN = {ActKind.REPLY: "Try the reply again", ActKind.ACKNOWLEDGE: "Acknowledge again"}
FOLLOW = "follow"  # the value of a Withdraw that gives up a follow by link
LISTED = "listed"  # the value of Claim and Wake in a list, which is not drawn anew
IN_SIGHT = 4  # buttons; a fifth would begin a second row on a phone
LABEL = 30  # characters of a button that a phone shows whole
SNOOZES = (("1h", "Snooze 1 hour"), ("tomorrow", "Snooze to tomorrow"), ("1w", "Snooze 1 week"))
DISMISSALS = (
    ("not_us", "Not for us"),
    ("not_needed", "Needs no answer"),
    ("elsewhere", "Dealt with elsewhere"),
    ("spam", "Spam"),
)
ASSIGN = Button(Intent.ASSIGN, "Assign…", group=HANDLE)
WRITE_NOTE = Button(Intent.NOTE, "Write a note…", group=HANDLE)
SHOW_PERSON = Button(Intent.PERSON, "Show person", group=PERSON)
FEEDBACK_CHOICES = (
    ("not_complaint", "Not a complaint"),
    ("not_us", "Not for us"),
    ("more", "More like this"),
)
NOT_A_FAN = "Not a loyal fan"  # what "not a complaint" is called under a fan's alert
# How an alert may have ended and still be judged: not when its post or its author is gone.
JUDGED = frozenset({"resolved", "answered", "solved", "followed", "dismissed", "expired"})
REASONS = {"not_complaint": "not a complaint"} | {value: uncapitalised(label) for value, label in DISMISSALS}


def in_sight(facts: AlertView) -> tuple[Button, ...]:
    """At most four buttons: what helps most first, and the way back from what was done a moment ago last."""
    back = undo.button(facts.alert, facts.now, THIS_ALERT)
    return (*_in_sight(facts)[: IN_SIGHT - len(back)], *back)


def _in_sight(facts: AlertView) -> tuple[Button, ...]:
    """By state. Whoever asks to be followed is offered that first."""
    if facts.alert.state is AlertState.SETTLED:
        still_goes = withdrawable(facts.actions) is not None
        return (*doubted(facts), *((Button(Intent.WITHDRAW, "Withdraw"),) if still_goes else ()))
    if facts.alert.state is AlertState.SNOOZED:
        wake = Button(Intent.WAKE, "Wake now", primary=True)
        return (wake, Button(Intent.WITHDRAW, "Withdraw")) if withdrawable(facts.actions) else (wake,)
    shown: list[Button] = []
    others = facts.alert.handed_off is not None
    goes_out = withdrawable(facts.actions) is not None
    if goes_out:
        shown.append(Button(Intent.WITHDRAW, "Withdraw", primary=True))
    elif facts.target() is not None and not _live(facts, ActKind.REPLY) and not blocked(facts, ActKind.REPLY):
        shown.append(Button(Intent.REPLY, _again(facts, ActKind.REPLY) or "Reply", primary=True))
    if others:
        shown.insert(0, Button(Intent.RESOLVE, "Resolved", primary=True))
    if facts.alert.kind is AlertKind.FAN and shown and not goes_out:
        shown.append(Button(Intent.REPLY, "Thank", THANKS))
    if not goes_out and _may_acknowledge(facts) and not _follow_is_the_answer(facts):
        shown.append(
            _tell_number()
            if others
            else Button(Intent.ACKNOWLEDGE, _again(facts, ActKind.ACKNOWLEDGE) or "Acknowledge")
        )
    if (follow := waiting_follow(facts.actions)) is not None and not facts.stopped:
        shown = [*_link_again(facts, follow), *shown][: IN_SIGHT - 1]
    if _may_follow(facts) and _follow_in_sight(facts):
        at = 0 if asked(facts) else len(shown)
        with_words = at == 0 and any(one.do is Intent.REPLY for one in shown)
        both = (Button(Intent.FOLLOW_AND_ASK, "Follow & ask them to message"),) if with_words else ()
        shown[at:at] = [_follow(facts), *both]
    if _claim_in_sight(facts):
        shown.append(Button(Intent.CLAIM, "Claim"))
    return tuple(shown)


def _claim_in_sight(facts: AlertView) -> bool:
    """Under a case that nobody has; beside two ways to follow it would begin a second row."""
    return (
        facts.alert.kind is AlertKind.CARE and not facts.alert.claimed_by and not _follow_is_the_answer(facts)
    )


def _tell_number() -> Button:
    return Button(Intent.ACKNOWLEDGE, "Tell them the number", PUBLIC_LINE)


def _hand_off(facts: AlertView) -> tuple[Button, ...]:
    """Where an admin has set a place for cases to go to."""
    waits = facts.alert.kind is AlertKind.CARE and facts.alert.handed_off is None
    offered = waits and facts.policy.hand_off.ways()
    return (Button(Intent.HAND_OFF, "Hand off…", group=HANDLE),) if offered else ()


def _follow_is_the_answer(facts: AlertView) -> bool:
    """Do they ask for a follow that can be given? A holding reply stands back behind it then, in the menu."""
    return asked(facts) and _may_follow(facts)


def _acknowledge_in_menu(facts: AlertView) -> tuple[Button, ...]:
    if facts.alert.state is not AlertState.OPEN or not _follow_is_the_answer(facts):
        return ()
    if withdrawable(facts.actions) is not None:
        return ()
    return (Button(Intent.ACKNOWLEDGE, "Acknowledge", group=HANDLE),) if _may_acknowledge(facts) else ()


def _again(facts: AlertView, kind: ActKind) -> str:
    """What a button is called whose last press came to nothing; "" where it did not."""
    failed = failed_act(facts)
    return AGAIN[kind] if failed is not None and failed.kind is kind else ""


def doubted(facts: AlertView) -> tuple[Button, ...]:
    """Was what we take for the answer one? Asked once, under an alert that is over by it."""
    asks = facts.alert.state is AlertState.SETTLED and any(case.turn is Turn.DOUBTED for case in facts.cases)
    yes, no = Button(Intent.ANSWER, "Yes, answered", "yes"), Button(Intent.ANSWER, "No, still waits", "no")
    return (yes, no) if asks else ()


def judge_again(facts: AlertView) -> tuple[Button, ...]:
    """What may still be said about our judgement when an alert is over, beside its reasons."""
    over = facts.alert.state is AlertState.SETTLED and facts.alert.closed_by in JUDGED
    return feedback_buttons(facts) if over else ()


def in_menu(facts: AlertView) -> tuple[Button, ...]:
    """The rest, in groups: this alert, handle, later, close, about the person."""
    why = Button(Intent.WHY, "Why this alert?", group=THIS_ALERT)
    words = hidden_words.button(facts, THIS_ALERT)
    judged = feedback_buttons(facts)
    if facts.alert.state is AlertState.SETTLED:
        if facts.alert.closed_by not in JUDGED:
            return ()
        reopen = (Button(Intent.REOPEN, "Reopen", group=HANDLE),) if may_reopen(facts) else ()
        return (why, *words, *reopen, WRITE_NOTE, SHOW_PERSON, *(replace(one, spare=True) for one in judged))
    # "Not for us" is a verdict, too, and need not stand there twice.
    said = {button.value for button in judged}
    closing = _close_group(facts)
    dismissals = [
        Button(Intent.DISMISS, label, value, group=closing)
        for value, label in DISMISSALS
        if value not in said
    ]
    return (
        why,
        *words,
        *(one for one in judged if one.group == THIS_ALERT),
        *_small_acts(facts),
        *_hold(facts),
        ASSIGN,
        *_acknowledge_in_menu(facts),
        *_hand_off(facts),
        WRITE_NOTE,
        *(Button(Intent.SNOOZE, label, value, group=LATER) for value, label in SNOOZES),
        *(one for one in judged if one.group == closing),
        *dismissals,
        SHOW_PERSON,
        *_follow_in_menu(facts),
        *_preferences(facts),
    )


def _small_acts(facts: AlertView) -> tuple[Button, ...]:
    """Like and Repost, for a fan whose post allows it. Where the network's page is needed, the press is answered by it."""
    if facts.alert.state is not AlertState.OPEN or facts.perhaps_ours:
        return ()
    shown = []
    for kind, label in (ActKind.LIKE, "Like"), (ActKind.REPOST, "Repost"):
        if not _may(facts, kind):
            continue
        on = "" if facts.paths[kind] is Path.API else f" on {facts.network}"
        shown.append(Button(SMALL_ACTS[kind], f"{label}{on}", group=HANDLE))
    return tuple(shown)


def _may(facts: AlertView, kind: ActKind) -> bool:
    post = facts.target(kind)
    if post is None or blocked(facts, kind) or facts.paths.get(kind, Path.HAND) is Path.HAND:
        return False
    over = {ActState.INTENT, ActState.CALLING, ActState.DONE}
    return not any(one.kind is kind and one.post_id == post.id and one.state in over for one in facts.actions)


def may_reopen(facts: AlertView) -> bool:
    """Is there something to go back to: who was followed stays followed, and nothing is left of what is gone."""
    gone = facts.person is not None and facts.person.gone is not None
    return not gone and facts.alert.closed_by in JUDGED - {"followed"}


def _hold(facts: AlertView) -> tuple[Button, ...]:
    """Whoever has it can be relieved; a claim of somebody's stands in sight, but for a fan's alert."""
    if facts.alert.claimed_by:
        return (Button(Intent.RELEASE, "Release", group=HANDLE),)
    in_sight_already = _claim_in_sight(facts) and facts.alert.state is AlertState.OPEN
    return () if in_sight_already else (Button(Intent.CLAIM, "Claim", group=HANDLE),)


def _preferences(facts: AlertView) -> tuple[Button, ...]:
    """What the team may note about how this person wants to be treated."""
    now = facts.preference.value if facts.preference else None
    offered = [one for one in PREFERENCES if one[0] != now] + ([FORGET] if now else [])
    return tuple(Button(Intent.PREFER, label, value, group=PERSON) for value, label in offered)


def _close_group(facts: AlertView) -> str:
    """The heading of what closes the alert; where it stands for several cases, it says first that all of them close."""
    waiting = len(case_rules.order(facts.cases))
    over = facts.alert.state is AlertState.SETTLED
    return CLOSE if over or waiting < 2 else f"{CLOSE}: closes {waiting} cases"


def feedback_buttons(facts: AlertView) -> tuple[Button, ...]:
    """What a person may say about our judgement."""
    fan = facts.alert.kind is AlertKind.FAN
    return tuple(
        Button(
            Intent.FEEDBACK,
            NOT_A_FAN if fan and value == "not_complaint" else label,
            value,
            group=THIS_ALERT if value == "more" else _close_group(facts),
        )
        for value, label in FEEDBACK_CHOICES
    )


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


def _follow_in_sight(facts: AlertView) -> bool:
    """A fan's alert is about it, and so is one of somebody who asks for it; under a complaint it waits in the menu."""
    return facts.alert.kind is AlertKind.FAN or asked(facts)


def _follow_in_menu(facts: AlertView) -> tuple[Button, ...]:
    if facts.alert.state is not AlertState.OPEN or _follow_in_sight(facts) or not _may_follow(facts):
        return ()
    # Without a link, which no menu opens: where the network wants one, the press is answered by it.
    return (Button(Intent.FOLLOW, "Follow them", group=PERSON),)


def _link_again(facts: AlertView, act: Action) -> tuple[Button, ...]:
    """While a follow by link was not seen: the page once more, and the way out."""
    page = Button(Intent.VIEW, f"Open {facts.network} again", url=facts.links.follow(act.person_id))
    return (page, Button(Intent.WITHDRAW, "Cancel", FOLLOW))


def _follow(facts: AlertView) -> Button:
    """It says as whom, where that can still be read on a phone: teams have more than one account."""
    api = facts.paths.get(ActKind.FOLLOW) is Path.API or facts.stopped
    label = "Follow" if api else f"Follow on {facts.network}"
    whole = f"{label} as @{facts.brand.account.handle}"
    label = whole if len(whole) <= LABEL else label
    return Button(Intent.FOLLOW, label, url=None if api else facts.links.follow(facts.alert.person_id))


SMALL_ACTS = {ActKind.LIKE: Intent.LIKE, ActKind.REPOST: Intent.REPOST}
# Which act the text of a button's form becomes, and which button an act came from.
ACT_BUTTONS = {ActKind.REPLY: Intent.REPLY, ActKind.ACKNOWLEDGE: Intent.ACKNOWLEDGE}
ACT_KINDS = {do: kind for kind, do in ACT_BUTTONS.items()} | {Intent.FOLLOW_AND_ASK: ActKind.REPLY}
