"""Cards that are not alerts: escalations, reminders, troubles and their ends. Pure."""

from dataclasses import replace
from datetime import datetime

from mutuals.cards.alert_view import AlertView
from mutuals.cards.markup import Button, Card, Intent, Quote, Tone
from mutuals.domain.ids import SubjectKind, notice_subject, subject
from mutuals.domain.model import (
    Action,
    ActKind,
    ActState,
    AlertState,
    Case,
    CaseState,
    Category,
    Notice,
    Post,
)

ANEW = (
    "Posted again while this is open: somebody deleted the message before, or it can't be changed any more. What was "
    "said in its thread stays there."
)
URGENT, AGAIN = "urgent", "again"  # what news may be, besides a class; "again" also reopens a draft
NOT_DONE = {ActKind.FOLLOW: "Not followed", ActKind.REPLY: "Reply not sent",
            ActKind.ACKNOWLEDGE: "Holding reply not sent", ActKind.LIKE: "Not liked",
            ActKind.REPOST: "Not reposted"}  # fmt: skip
UNVERIFIED = "{network} does not tell Mutuals whether it was liked."
_NAMED = {ActKind.FOLLOW: "Follow", ActKind.LIKE: "Like", ActKind.REPOST: "Repost"}
WITHDRAWN = {
    ActKind.FOLLOW: "Follow cancelled",
    ActKind.REPLY: "Reply withdrawn",
    ActKind.ACKNOWLEDGE: "Holding reply withdrawn",
}
BUTTONS = {ActKind.REPLY: Intent.REPLY, ActKind.ACKNOWLEDGE: Intent.ACKNOWLEDGE,
           ActKind.FOLLOW: Intent.FOLLOW, ActKind.LIKE: Intent.LIKE, ActKind.REPOST: Intent.REPOST}  # fmt: skip
NEWS = {
    URGENT: ("Now urgent", "has written something urgent that waits for an answer."),
    AGAIN: ("Back after the answer", "has come back after an answer and waits for another."),
    Category.COMPLAINT: ("Now a complaint", "has written a complaint that waits for an answer."),
    Category.QUESTION: ("Now a question", "has asked something that waits for an answer."),
    Category.CONCERN: ("Now a concern", "has raised a concern that waits for an answer."),
    Category.WANTS_FOLLOW: (
        "Now asks to be followed",
        "asks to be followed, to send a private message, and waits for an answer.",
    ),
}


def post_gone(network: str) -> str:
    """Why nobody can reply: the post is no longer on the network of this title."""
    return f"The post is gone from {network}, so there is nothing to reply to."


PROMISE = "promise"  # the kind of a call: what was promised is overdue


def escalation_subject(case: Case) -> str:
    """One for each case and episode: nobody is called twice for the same."""
    kind = PROMISE if case.state is CaseState.ACKNOWLEDGED else "due"
    return subject(SubjectKind.ESCALATION, case.id, str(case.episode), kind)


def escalation_over(facts: AlertView, key: str, version: int) -> Card:
    """What is left of a call when it does not hold any more: nobody is to run for what is done."""
    return over(key, version, f"@{facts.handle}" if facts.handle else "Somebody")


def over(key: str, version: int, whom: str) -> Card:
    """A call for these people that does not hold any more."""
    text = f"{whom}: nothing is overdue any more. The alert tells what was done."
    return Card(key, version, Tone.QUIET, "No longer overdue", f"No longer overdue: {whom}.", body=((text,),))


def anew(card: Card) -> Card:
    """A message that is posted once more, and why; what was said about it before stands where it was said."""
    return replace(card, anew=True, status=(*card.status, (ANEW,)))


def news(facts: AlertView, key: str, version: int, post: Post | None, word: str) -> Card:
    """The new words of somebody who had an alert already, in its thread; what is urgent calls."""
    headline, does = NEWS.get(word, ("Wrote again", "has written something that waits for an answer."))
    name = f"@{facts.handle}" if facts.handle else "Somebody"
    text = f"{name} {does}"
    shown = post is not None and not post.gone and bool(post.text)
    quotes = (Quote(post.text, facts.post_url(post), post.at),) if post is not None and shown else ()
    said = f" They wrote: {quotes[0].text}" if quotes else ""
    gone = () if shown else ((f"The post is gone from {facts.network}, so it was removed here.",),)
    return Card(
        key=key,
        version=version,
        tone=Tone.URGENT if word == URGENT else Tone.CARE,
        headline=headline,
        summary=f"{headline}: {text}{said}"[:900],
        why=((text,), *gone),
        quotes=quotes,
        ping=word == URGENT,
    )


def late(facts: AlertView, key: str, act: Action) -> Card:
    """To whoever pressed, in private: what came of an act after they had their answer. `body` holds their own text."""
    to = f"@{facts.handle}" if facts.handle else "them"
    done, said, button = _outcome(facts, act)
    kept = " Your text is kept." if act.text else ""
    text = f"{done} ({to}): {said}{kept}"
    return Card(
        key=key,
        version=1,
        tone=Tone.URGENT,
        headline=done,
        summary=text,
        alert_id=facts.alert.id,
        why=((text,),),
        body=(("Your text: ", act.text),) if act.text else (),
        buttons=(button,),
    )


def _outcome(facts: AlertView, act: Action) -> tuple[str, str, Button]:
    """In two words, in a sentence, and the one button that goes on from there."""
    follows = act.kind is ActKind.FOLLOW
    if act.state in {ActState.WAITING, ActState.UNVERIFIED}:
        page = Button(Intent.VIEW, f"Open {facts.network}", url=_page(facts, act))
        brand = facts.brand.account.handle
        said = f"{facts.network} lets only people do this: open the page, signed in as @{brand}, and press the button there."
        return NOT_DONE[act.kind], said, page
    again = (
        Button(BUTTONS[act.kind], "Send it again", AGAIN)
        if act.kind.writes
        else Button(BUTTONS[act.kind], _NAMED[act.kind])
    )
    if act.state is ActState.WITHDRAWN:
        return WITHDRAWN[act.kind], f"{act.error}.", again
    if act.state is ActState.LAPSED:
        seen = f"{_NAMED.get(act.kind, 'Reply')} not seen on {facts.network}"
        over = facts.alert.state is AlertState.SETTLED
        if over and follows:  # nothing is pressed under it any more, but the page is there
            again = Button(Intent.VIEW, f"Open {facts.network}", url=facts.links.follow(act.person_id))
        return seen, f"it was not seen there in time{'' if over else ', so the alert is open again'}.", again
    return NOT_DONE[act.kind], f"{(act.error or f'{facts.network} did not take it').rstrip('.')}.", again


def _page(facts: AlertView, act: Action) -> str:
    """Where a person does it by hand."""
    if act.kind is ActKind.FOLLOW:
        return facts.links.follow(act.person_id)
    post = facts.posts.get(act.post_id or "")
    newest = post.newest_id if post else act.post_id or ""
    if act.kind is ActKind.LIKE:
        return facts.links.like(newest)
    return (
        facts.links.repost(newest)
        if act.kind is ActKind.REPOST
        else facts.links.reply(newest, act.text or "")
    )


def reminder(facts: AlertView, key: str) -> Card:
    """A snooze is over: one line in the thread, nobody is mentioned."""
    name = f"@{facts.handle}" if facts.handle else "Somebody"
    text = f"No longer snoozed: {name}."
    return Card(key=key, version=1, tone=Tone.CARE, headline="Look again", summary=text, body=((text,),))


def notice(one: Notice) -> Card:
    """Something about Mutuals itself; `doc` holds `headline`, `sentence` and `good` (whether it is good news)."""
    sentence = str(one.doc.get("sentence", ""))
    headline = str(one.doc.get("headline", "About Mutuals"))
    tone = Tone.DONE if one.doc.get("good") else Tone.URGENT
    return Card(
        key=notice_subject(one.key),
        version=1,
        tone=tone,
        headline=headline,
        summary=f"{headline}: {sentence}",
        body=((sentence,),),
    )


def day(moment: datetime) -> str:
    """The UTC day of a moment, as the meter counts."""
    return moment.date().isoformat()
