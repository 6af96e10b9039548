"""The forms of Reply and Acknowledge: prefilled, with what the person should know before sending."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from mutuals.actions import conversation, permissions, reply_choices
from mutuals.actions.reply_choices import Choices
from mutuals.actions.signatures import is_signature, sign, signed, unsigned
from mutuals.alerting import alert_view, offers
from mutuals.alerting.offers import Offer
from mutuals.cards import contact_preferences
from mutuals.cards.alert_view import AlertView
from mutuals.cards.buttons import ACT_KINDS, PRIVATE, THANKS
from mutuals.cards.markup import Button, EphemeralReply, Form, Intent, Line, Quote, Strong, Template
from mutuals.cards.notices import post_gone
from mutuals.cards.phrases import times
from mutuals.context import BrandContext
from mutuals.domain import cases as case_rules
from mutuals.domain import roles
from mutuals.domain import second_person as second_person_rule
from mutuals.domain.model import ActKind, Actor, Alert, Flag, Path
from mutuals.ports.interactions import Click
from mutuals.ports.unit_of_work import UnitOfWork


def ago(span: timedelta) -> str:
    """A span in words: 3 s, 5 min, 2 h, 4 d."""
    seconds = max(0, int(span.total_seconds()))
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"


async def build(
    tx: UnitOfWork,
    watched: BrandContext,
    alert: Alert,
    click: Click,
    template: str | None,
    now: datetime,
    typed: str = "",
) -> Form | EphemeralReply:
    """The form for this click, or why there is none. The caller takes the soft claim. See Interactions.open_form."""
    found = await alert_view.facts(tx, watched, alert, now)
    if found.target() is None:
        return EphemeralReply(lines=((post_gone(watched.network.title),),), ok=False)
    stop = contact_preferences.blocked(found, ACT_KINDS.get(click.do, ActKind.REPLY))
    if click.do is Intent.FOLLOW_AND_ASK:
        stop = stop or contact_preferences.blocked(found, ActKind.FOLLOW)
    if stop:
        return EphemeralReply(lines=((stop,),), ok=False)
    draft = await _draft(tx, alert, click, now)
    offered = await offers.of(tx, alert.id, click.do)
    turns = await conversation.public_turns(tx, watched, found)
    choices = await reply_choices.offered(tx, found, click.actor, holding=click.do is Intent.ACKNOWLEDGE)
    return filled(
        found, watched, click, draft, template, offered=offered, turns=turns, choices=choices, typed=typed
    )


async def _draft(tx: UnitOfWork, alert: Alert, click: Click, now: datetime) -> str | None:
    """What they have typed; what is from before their accounts were linked is the person's from now on."""
    kept = await tx.drafts.get(alert.id, click.draft_key)
    if kept or click.own_draft_key == click.draft_key:
        return kept
    own = await tx.drafts.get(alert.id, click.own_draft_key)
    if own:
        await tx.drafts.put(alert.id, click.draft_key, own, now)
        await tx.drafts.put(alert.id, click.own_draft_key, None, now)
    return own


def filled(
    found: AlertView,
    watched: BrandContext,
    click: Click,
    text: str | None,
    template: str | None,
    error: str | None = None,
    offered: Sequence[Offer] = (),
    turns: int = 0,
    choices: Choices = reply_choices.NONE,
    typed: str = "",
) -> Form:
    """The form with a text: the chosen template, else the person's own draft, else what a trainee has offered,
    else the first template of a holding reply. `offered` is what others have written for a member to send. What was
    `typed` before a template was chosen stays in front of it."""
    post = found.target()
    theirs = [one for one in offered if one.key != click.actor.key]
    ready = choices.templates
    if click.do is Intent.ACKNOWLEDGE:
        drafts = [
            Template(f"offer-{n}", f"{one.by}'s draft", one.text, DRAFTS) for n, one in enumerate(theirs)
        ]
        ready = (*drafts, *ready)
    chosen = next((one.text for one in ready if one.id == template), None)
    if chosen is not None:
        shown = _inserted(chosen, typed, ready, found, click.actor)
    else:
        asked = choices.private if click.value == PRIVATE else ""
        if click.do is Intent.FOLLOW_AND_ASK and (not text or is_signature(text, click.actor)):
            asked = choices.following
        shown = asked or text or (theirs[0].text if theirs else "")
    if not shown and click.value == THANKS:
        shown = choices.thanks
    if not shown and click.do is Intent.ACKNOWLEDGE:
        shown = choices.holding
    if not shown and found.policy.signature and (mark := sign(click.actor)):
        shown = f" {mark}"
    return Form(
        alert_id=found.alert.id,
        do=click.do,
        title="Acknowledge" if click.do is Intent.ACKNOWLEDGE else f"Reply to @{found.handle or 'them'}"[:24],
        quote=Quote(post.text, found.post_url(post), post.at) if post else None,
        text=shown,
        limit=watched.network.measure("").limit,
        notes=(
            *_playbook(found),
            *_offered(theirs, shown, found.now),
            *_turns(found, turns),
            *_notes(found, watched, click),
        ),
        templates=ready,
        error=error,
        buttons=_private(found, turns, choices),
    )


def _inserted(chosen: str, typed: str, ready: Sequence[Template], found: AlertView, actor: Actor) -> str:
    """The chosen text, behind what the person has typed themselves; what a form had filled in gives way to it."""
    words = unsigned(typed, actor)
    ours = {unsigned(one.text, actor) for one in ready} | {""}
    if words in ours or is_signature(typed, actor):
        return chosen
    if unsigned(chosen, actor) in words:
        return typed  # chosen twice
    whole = f"{words} {unsigned(chosen, actor)}"
    return signed(whole, actor) if found.policy.signature else whole


def _playbook(found: AlertView) -> list[Line]:
    """What the team has agreed on for people like this one."""
    about = str(found.lead.category) if found.lead else "fan"
    text = " ".join(found.policy.playbook.get(about, "").split())
    return [(Strong("Playbook: "), text)] if text else []


def _offered(theirs: Sequence[Offer], shown: str, now: datetime) -> list[Line]:
    """Who has written what for a member to send; a text that does not stand in the field is shown in full."""
    notes: list[Line] = []
    for one in theirs:
        since = ago(now - one.at)
        if one.text == shown:
            notes.append((f"Drafted by {one.by}, {since} ago. Read it first: it goes out by your click.",))
        else:
            notes.append((f"{one.by} drafted, {since} ago: {one.text}",))
    return notes


def _turns(found: AlertView, turns: int) -> list[Line]:
    """From the third public turn on: what goes back and forth in public helps neither side."""
    if turns < found.policy.reply_limit_public:
        return []
    return [(f"You have answered them {times(turns)} here in public. Offer to go on in a private message.",)]


DRAFTS = "Drafts"


def _private(found: AlertView, turns: int, choices: Choices) -> tuple[Button, ...]:
    """From the third public turn on: a text that asks for a message in private."""
    offered = turns >= found.policy.reply_limit_public and choices.private
    return (Button(Intent.REPLY, "Ask for a private message", PRIVATE),) if offered else ()


NAMED = re.compile(r"(?<![\w@])@([A-Za-z0-9_]{1,15})\b")
NAMED_MOST = 10  # handles in one line; the rest is counted


def _others(found: AlertView, *, by_api: bool) -> list[Line]:
    """Who else the post names: left out of a reply that Mutuals sends, and what the network's page does with them."""
    post = found.target()
    if post is None:
        return []
    own = {found.brand.account.handle.lower(), (found.handle or "").lower()}
    names = {one.lower(): one for one in NAMED.findall(post.text) if one.lower() not in own}
    called = set(post.mentions) - {found.brand.account.id, found.alert.person_id}
    unnamed = max(
        0, len(called) - len(names)
    )  # the network adds whoever the conversation holds, whatever the text says
    shown = ", ".join(f"@{one}" for one in list(names.values())[:NAMED_MOST])
    if more := max(0, len(names) - NAMED_MOST) + unnamed:
        shown = f"{shown} and {more} more" if shown else f"{more} of the conversation"
    if not shown:
        return []
    if by_api:
        return [(f"Others in the post are left out and not called: {shown}.",)]
    return [
        (
            f"{found.network}'s page would call the others in the post too, unless you untick them there: {shown}.",
        )
    ]


def _other_cases(found: AlertView) -> list[Line]:
    """That somebody waits for more than the answer to the post that is quoted."""
    target = found.target()
    waiting = case_rules.order(found.cases)
    others = [one for one in waiting if target is None or target.id not in one.post_ids]
    if not others or len(others) == len(waiting):
        return []
    wait = "1 other case of theirs waits" if len(others) == 1 else f"{len(others)} other cases of theirs wait"
    return [(f"{wait} on: this answers the post quoted above.",)]


def _notes(found: AlertView, watched: BrandContext, click: Click) -> tuple[Line, ...]:
    kind = ACT_KINDS.get(click.do, ActKind.REPLY)
    path = found.paths[kind]
    price = watched.network.price(kind, path).micros
    brand = watched.brand.account.handle
    notes: list[Line] = []
    alert = found.alert
    if click.do is Intent.FOLLOW_AND_ASK:
        by_hand = found.paths[ActKind.FOLLOW] is not Path.API
        how = f"You get {found.network}'s page to press Follow on as @{brand}." if by_hand else ""
        notes.append((f"This follows @{found.handle or 'them'} and sends the text. {how}".strip(),))
    if alert.writing_by and alert.writing_key != click.actor.key:
        notes.append((f"{alert.writing_by} is writing to this person too.",))
    elif alert.claimed_by and alert.claimed_key != click.actor.key:
        notes.append((f"{alert.claimed_by} has claimed this alert.",))
    if found.stopped:
        notes.append(("All acts are stopped now. What you write is kept; nothing goes out.",))
    if not permissions.may_send(click.actor, found.policy):
        who = permissions.sender(found.policy)
        learns = f"You are {roles.NAMED[click.actor.role]} here: what"
        begins = learns if who == "a member" else "Texts wait for approval here: what"
        notes.append((f"{begins} you send is kept under the alert, for {who} to send.",))
    elif asks := second_person_rule.why(found.policy.second_person, urgent=found.urgent, link=False):
        notes.append((f"{asks} need a second person here: what you send waits for a colleague.",))
    elif path is Path.API:
        cost = f" It costs ${price / 1e6:.2f}." if price else ""
        notes.append((f"Goes out in public as @{brand} when you send it.{cost}",))
    else:
        notes.append(
            (
                f"{found.network} lets only people reply here: you get a link to post this text as @{brand} yourself.",
            )
        )
    notes.extend(_others(found, by_api=path is Path.API))
    notes.extend(_other_cases(found))
    if found.lead and Flag.PRIVATE in found.lead.flags:
        notes.append(("Their post holds private details. Don't repeat them in public.",))
    return tuple(notes)
