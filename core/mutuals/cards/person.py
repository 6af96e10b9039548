"""The card of a person: since when, what was said by whom, what is owed, what they wish, whether they may leave. Pure."""

from collections import Counter
from dataclasses import replace

from mutuals.cards.buttons import LISTED, PERSON, in_sight
from mutuals.cards.contact_preferences import ASKED, FORGET, PREFERENCES
from mutuals.cards.lists import answer_card
from mutuals.cards.markup import (
    Button,
    EphemeralReply,
    Intent,
    Line,
    Link,
    ListItem,
    Profile,
    Strong,
    Timestamp,
    TimestampStyle,
)
from mutuals.cards.person_view import PersonView, may_be_written_to, may_follow, newest_post
from mutuals.cards.phrases import counted, first_words, times, without_names_in_front
from mutuals.domain import bonds, leaving, loyalty
from mutuals.domain.bonds import BondEvent
from mutuals.domain.leaving import LeaveRisk
from mutuals.domain.model import CASE_CLASSES, Case, CaseState, Category, Post

HOW = "Write whose card you want to see, for example: /mutuals person @name"
NOTES = 5  # newest
SAID = 6  # entries of what they said, newest
WORDS = 12  # of each
_DATE, _AGO = TimestampStyle.DATE, TimestampStyle.AGO
_CALLED = {
    Category.COMPLAINT: ("Complaint", "complaint"),
    Category.QUESTION: ("Question", "question"),
    Category.CONCERN: ("Concern", "concern"),
    Category.WANTS_FOLLOW: ("Asked to be followed", "wish to be followed"),
    Category.PRAISE: ("Praise", "praise"),
}
_ENDED = {
    CaseState.OPEN: "waits for an answer",
    CaseState.ACKNOWLEDGED: "acknowledged, waits for the answer",
    CaseState.ANSWERED: "answered",
    CaseState.DISMISSED: "dismissed",
    CaseState.EXPIRED: "never answered",
    CaseState.GONE: "taken back",
    CaseState.WITHDRAWN: "solved, they said",
}


def card(view: PersonView) -> EphemeralReply:
    """All that is known about somebody, told to one reader."""
    body = [line for line in (_since(view), *_between(view), *_promises(view), _standing(view), *_wish(view),
                              *_risk(view), *_over(view)) if line]  # fmt: skip
    title = f"About {view.name}"
    who = _profile(view)
    made = answer_card(
        "Person" if who else title,  # name and handle stand in the line below
        tuple(body),
        summary=f"{title}. {_plain(_owed(view))}",
        sections=(*_notes(view), *_said(view)),
        alert_id=view.waiting.alert.id if view.waiting else view.target,
        buttons=_buttons(view),
    )
    return EphemeralReply(card=replace(made, who=who, menu=_menu(view)))


def _profile(view: PersonView) -> Profile | None:
    if view.person is None or view.person.gone:
        return None
    account = view.person.account
    return Profile(account.name, account.handle, view.links.profile(account.handle), account.avatar_url)


def _since(view: PersonView) -> Line:
    found: list[Line] = []
    if view.first_at:
        found.append(("first post ", Timestamp(view.first_at, _DATE)))
    spoke = next((one for one in view.bonds if one.event is BondEvent.WE_SPOKE), None)
    if spoke is not None:
        found.append(("your first answer ", Timestamp(spoke.at, _DATE)))
    began = bonds.follows_since(view.bonds)
    if began is not None:
        at_least = "" if began.since else " at least"
        found.append((f"follows you since{at_least} ", Timestamp(began.at, _DATE)))
    return _labelled("Since", *found)


def _between(view: PersonView) -> list[Line]:
    talk = view.talk
    answers = max(talk.answers, view.fan.two_way if view.fan else 0)
    posts = counted(view.wrote, "post")
    ours = counted(answers, "answer") if answers else "no answer"
    talks = f", {counted(talk.talks, 'talk')} both ways" if talk.talks else ""
    lines = [_labelled("Between you", (f"{posts} from them, {ours} from you{talks}",))]
    if talk.last_at is not None and not talk.waiting:  # whoever is owed an answer had the last word
        lines.append(
            _labelled(
                "Last word", ("yours, " if talk.last_by_us else "theirs, ", Timestamp(talk.last_at, _AGO))
            )
        )
    lines.append(_owed(view))
    return lines


def _owed(view: PersonView) -> Line:
    """What waits for a word of ours; what is older weighs less, and an answer settles all of it."""
    waiting = view.talk.waiting
    if not waiting:
        return _labelled("You owe them", ("nothing",))
    posts = counted(len(waiting), "post")
    oldest: Line = ("written " if len(waiting) == 1 else "the oldest ", Timestamp(waiting[0].at, _AGO))
    since = " since your last word" if view.talk.answers else ""
    return _labelled("You owe them", (f"an answer to {posts}{since}, ", *oldest))


def _promises(view: PersonView) -> list[Line]:
    lines = []
    for case in view.cases:
        if case.state is CaseState.ACKNOWLEDGED and case.promised_at is not None:
            late = "overdue, it was due " if leaving.broken(case, view.now) else "an answer by "
            lines.append(_labelled("Open promise", (late, Timestamp(case.promised_at))))
    return lines


def _standing(view: PersonView) -> Line:
    """How the two stand now, and when that was looked up."""
    if view.person is None:
        return _labelled("Now", ("not looked up yet, so whether they follow you is not known",))
    if view.person.gone:
        return _labelled("Now", (f"the account is {view.person.gone}",))
    bond = view.person.relationship
    parts = ["follows you" if bond.follows_us else "does not follow you"]
    parts.append(
        "you follow them"
        if bond.we_follow
        else "you asked to follow them"
        if bond.requested
        else "not followed by you"
    )
    parts += ["blocked by you"] if bond.blocking else ["muted by you"] if bond.muting else []
    checked = view.person.checked_at
    when: Line = (" (looked up ", Timestamp(checked, _AGO), ")") if checked else ()
    left = bonds.last(view.bonds, BondEvent.THEY_FOLLOW, BondEvent.THEY_LEFT)
    gone: Line = ()
    if left is not None and left.event is BondEvent.THEY_LEFT:
        gone = ("; stopped following you about ", Timestamp(left.at, _DATE))
    return _labelled("Now", (", ".join(parts), *when, *gone))


def _wish(view: PersonView) -> list[Line]:
    lines: list[Line] = []
    wish = view.preference
    if wish is not None:
        who = f"{wish.by} noted it" if wish.by else "their own words"
        lines.append(_labelled("Wish", (f"{ASKED[wish.value]} ({who}, ", Timestamp(wish.at, _DATE), ")")))
    stop = loyalty.listed(view.person, view.policy) if view.person else None
    return [*lines, *([(stop,)] if stop else [])]


def _risk(view: PersonView) -> list[Line]:
    found = view.leaving
    if found.risk is LeaveRisk.NONE:
        return []
    how = "likely. " if found.risk is LeaveRisk.HIGH else "perhaps. "
    return [_labelled("May leave", (f"{how}{' '.join(found.why)}",), end="")]


def _over(view: PersonView) -> list[Line]:
    """Who of the team dealt with them last."""
    if view.waiting is not None or view.last_alert is None:
        return []
    by = next((one for one in reversed(view.last_alert.log) if one.by), None)
    if by is None:
        return []
    return [_labelled("Last of the team", (f"{by.by} ({by.text}), ", Timestamp(by.at, _DATE)))]


def _said(view: PersonView) -> list[ListItem]:
    """What they praised and complained of, both in one timeline: how often, then the newest."""
    told = [one for one in view.posts if one.category in _CALLED and one.reposts is None]
    if not told:
        return []
    by_post = {post_id: case for case in view.cases for post_id in (case.id, *case.post_ids)}
    counts = Counter(one.category for one in told)
    how_often = f" {_counted(counts)}." if len(told) > 1 else ""
    lines: list[Line] = [(Strong("What they said:"), *filter(None, [how_often]))]
    lines += [_entry(view, one, by_post.get(one.id)) for one in reversed(told[-SAID:])]
    return [ListItem((line,), "") for line in lines]


def _counted(counts: Counter[Category | None]) -> str:
    parts = []
    for category, (_, name) in _CALLED.items():
        if many := counts.get(category, 0):
            plural = "wishes to be followed" if category is Category.WANTS_FOLLOW else ""
            praise = category is Category.PRAISE
            parts.append(f"praise {times(many)}" if praise else counted(many, name, plural))
    return ", ".join(parts)


def _entry(view: PersonView, post: Post, case: Case | None) -> Line:
    """One post: its class, when, its first words while they are on the network, and what became of it."""
    assert post.category is not None, "only posts with a class are listed"
    name = _CALLED[post.category][0]
    words = first_words(without_names_in_front(post.text), WORDS)
    said: Line = (
        f"“{words}” ",
        Link(f"View on {view.links.title}", view.links.post(post.newest_id, view.handle)),
    )
    if post.gone or not words:
        said = (f"(its words are gone from {view.links.title})",) if post.gone else said[1:]
    ended = f" · {_ENDED[case.state]}" if case and post.category in CASE_CLASSES else ""
    return (f"{name}, ", Timestamp(post.at, _DATE), ": ", *said, ended)


def _notes(view: PersonView) -> list[ListItem]:
    if not view.notes:
        return []
    lines: list[Line] = [(Strong("Notes of your team"), " (nobody outside sees them)")]
    lines += [(f"{one.by}, ", Timestamp(one.at, _DATE), f": {one.text}") for one in view.notes[:NOTES]]
    if (more := len(view.notes) - NOTES) > 0:
        lines.append((f"And {more} older {'one' if more == 1 else 'ones'}.",))
    return [ListItem((line,), "") for line in lines]


def _buttons(view: PersonView) -> tuple[Button, ...]:
    """Answer first; without an alert the answer is written on the network, and Follow begins an alert of its own."""
    note = Button(Intent.NOTE, "Add note")
    opens = (Button(Intent.VIEW, "Open alert", url=view.url),) if view.waiting and view.url else ()
    if view.waiting is not None:
        wanted = {
            one.do: one for one in reversed(in_sight(view.waiting)) if one.do in (Intent.REPLY, Intent.FOLLOW)
        }
        return (*(replace(one, url=None) for one in reversed(wanted.values())), note, *opens)
    made: list[Button] = []
    post = newest_post(view)
    if post is not None and may_be_written_to(view):
        page = view.links.post(post.newest_id, view.handle)
        made.append(Button(Intent.VIEW, f"Answer on {view.links.title}", url=page))
    if may_follow(view):
        made.append(Button(Intent.FOLLOW, "Follow", LISTED))
    return (*made, note)


def _menu(view: PersonView) -> tuple[Button, ...]:
    """What the team may note about how they want to be treated."""
    now = view.preference.value if view.preference else None
    offered = [one for one in PREFERENCES if one[0] != now] + ([FORGET] if now else [])
    return tuple(Button(Intent.PREFER, label, value, group=PERSON) for value, label in offered)


def _labelled(label: str, *parts: Line, end: str = ".") -> Line:
    """A line that begins with what it tells of; nothing where there is nothing to tell."""
    if not parts:
        return ()
    joined: list[Line] = [parts[0], *((" · ", *one) for one in parts[1:])]
    return (
        Strong(f"{label}:"),
        " ",
        *(span for part in joined for span in part if span != ""),
        *((end,) if end else ()),
    )


def _plain(line: Line) -> str:
    return "".join(
        one
        if isinstance(one, str)
        else one.at.strftime("%d %B %Y")
        if isinstance(one, Timestamp)
        else one.text
        for one in line
    )


def nobody(name: str, near: list[str]) -> EphemeralReply:
    """Nobody is called so; who else may have been meant."""
    lines: list[Line] = [
        (f"Mutuals knows nobody called @{name}: nobody of that name has written to you yet.",)
    ]
    if near:
        meant: list[str | Strong] = []
        for number, one in enumerate(near):
            meant += [" or " if number else "Did you mean ", Strong(f"/mutuals person @{one}")]
        lines.append((*meant, "?"))
    return EphemeralReply(tuple(lines), ok=False)


def also(view: PersonView) -> ListItem:
    """That another brand of this channel knows them, too."""
    posts = counted(view.wrote, "post")
    head: Line = (
        Strong(f"Also at @{view.brand.account.handle} on {view.links.title}"),
        f": {posts} from them.",
    )
    return ListItem((head,), view.target, (Button(Intent.PERSON, "Show"),), f"@{view.brand.account.handle}")


def noted(view: PersonView) -> EphemeralReply:
    """A note was kept."""
    return EphemeralReply(
        ((f"Noted about {view.name}. Only your team sees it, on the card of the person.",),)
    )
