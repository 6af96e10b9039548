"""From the facts of a day to its digest: some twenty lines at most, readable on a phone. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mutuals.cards.alert_title import short
from mutuals.cards.alert_view import NetworkLinks
from mutuals.cards.lists import answer_card
from mutuals.cards.markup import (
    Button,
    Card,
    Intent,
    Line,
    Link,
    ListItem,
    Strong,
    Timestamp,
    TimestampStyle,
    Tone,
)
from mutuals.domain.feedback import Feedback
from mutuals.domain.ids import notice_subject
from mutuals.domain.model import Case, CaseState, Notice, Person, Post

PRAISE, CASES, EXPIRED, REST, SAMPLES = 4, 3, 3, 2, 3  # lines of each part
WEEKLY = 10  # lines of the list of the never answered
PAGE = 5  # samples in one private list
HEAD = 16  # characters of a hash that `mutuals ledger verify --head` takes
EXCERPT = 70  # of a post: one line and a half on a phone
SAMPLE_EXCERPT = 140
_TO_WHOM = re.compile(
    r"^(?:@\w+ )+(?=\S)"
)  # the handles that a post begins with: the reader knows who is meant
_SAID = {
    "complaint": "A complaint",
    "more": "A complaint",
    "not_complaint": "Not a complaint",
    "not_us": "Not for us",
}


@dataclass(frozen=True, slots=True)
class DigestView:
    """What a digest names, as it is now; the samples are those that are shown.

    `subject` is the id of the digest for its own button, `subjects` those under which posts are offered for a verdict.
    """

    notice: Notice
    subject: str
    posts: Mapping[str, Post]
    people: Mapping[str, Person]
    cases: Mapping[str, Case]
    feedback: Mapping[str, Feedback]
    subjects: Mapping[str, str]
    links: NetworkLinks

    def listed(self, part: str) -> list[str]:
        """The ids of one part."""
        return [str(one) for one in self.notice.doc.get(part, ())]

    def number(self, part: str) -> int:
        """How many there were of one part, those that are not named included."""
        return int(self.notice.doc.get(f"{part}_total", 0))

    def named(self, person_id: str) -> str | None:
        """A person's handle, unless they are gone or were never looked up."""
        person = self.people.get(person_id)
        return None if person is None or person.gone else person.account.handle


def card(found: DigestView, version: int) -> Card:
    """The digest as one message, or the weekly list of those who were never answered."""
    if found.listed("weekly"):
        return _weekly(found, version)
    listed = (_praise(found), _spoken(found), _cases(found), _expired(found), _rest(found))
    parts = [part for part in listed if part]
    offered = found.listed("samples")
    samples = tuple(_sample(found, one) for one in offered[:SAMPLES] if _seen(found, one))
    parts += [[_asked(found, len(samples))]] if samples else []
    counts = [
        (found.number("praise"), "praise"),
        (found.number("spoken"), "without your handle"),
        (found.number("cases"), "for the digest"),
        (found.number("expired"), "expired"),
        (found.number("rest"), "waiting"),
    ]
    said = ", ".join(f"{many} {what}" for many, what in counts if many)
    return Card(
        key=notice_subject(found.notice.key),
        version=version,
        tone=Tone.QUIET,
        headline="Today in short",
        summary=f"Today in short: {said or 'posts to look at'}.",
        alert_id=found.subject,
        body=tuple(line for part in parts for line in ((), *part))[1:],
        sections=samples,
        buttons=_more(len(offered), SAMPLES),
        small=_ledger(found.notice.doc.get("ledger", ())),
    )


def _ledger(ends: Sequence[tuple[int, str]]) -> str:
    """Where the ledger ended when the digest was told: a message in a chat is a place that the database's owner can't
    rewrite. First the brand's chain, then that of all brands.
    """
    said = [f"{many:,} {'entry' if many == 1 else 'entries'}, ends {head[:HEAD]}" for many, head in ends]
    return f"Ledger: {'; for all brands: '.join(said)}" if said else ""


def _weekly(found: DigestView, version: int) -> Card:
    many = found.number("weekly")
    people = "person was" if many == 1 else "people were"
    summary = f"{many} {people} never answered in the last four weeks"
    cases = [found.cases[one] for one in found.listed("weekly") if one in found.cases]
    listed = [(*_waits(found, one), *_since(one)) for one in cases]
    rest = many - len(listed)
    more: list[Line] = [(f"And {rest} more.",)] if rest > 0 else []
    return Card(
        key=notice_subject(found.notice.key),
        version=version,
        tone=Tone.QUIET,
        headline="Never answered: the week's list",
        summary=f"{summary}.",
        body=((f"{summary}, the longest waiting first. An answer still helps:",), *listed, *more),
    )


def _asked(found: DigestView, shown: int) -> Line:
    """What the samples are, in numbers."""
    drawn, total = len(found.listed("samples")), found.number("samples")
    few = f"{shown} of {drawn} samples" if shown < drawn else "A sample" if drawn == 1 else f"{drawn} samples"
    whole = f"the {total:,} posts that opened no alert" if total > 1 else "what opened no alert"
    return (Strong("Did we miss a complaint?"), f" {few} from {whole}:")


def _more(total: int, start: int) -> tuple[Button, ...]:
    rest = total - start
    label = f"Show the next {min(rest, PAGE)}" if rest > 1 else "Show one more"
    return (Button(Intent.MEMBERS, label, str(start)),) if rest > 0 else ()


def page(found: DigestView, start: int) -> Card:
    """The private list of samples from `start` on, each with its buttons."""
    offered = found.listed("samples")
    shown = offered[start : start + PAGE]
    samples = tuple(_sample(found, one) for one in shown if _seen(found, one))
    last = start + len(shown)
    title = (
        f"Did we miss a complaint? {start + 1} to {last} of {len(offered)}" if shown else "No more samples"
    )
    gone = len(shown) - len(samples)
    body: tuple[Line, ...] = (
        ((f"{gone} of these {'is' if gone == 1 else 'are'} gone from {found.links.title}.",),) if gone else ()
    )
    more = _more(len(offered), last)
    return answer_card(title, body, alert_id=found.subject, sections=samples, buttons=more)


def _seen(found: DigestView, post_id: str) -> bool:
    post = found.posts.get(post_id)
    return post is not None and not post.gone


def _head(words: str, many: int) -> Line:
    return (Strong(f"{words} ({many})"),)


def _excerpt(post: Post, most: int) -> str:
    text = " ".join(post.text.split())
    text = _TO_WHOM.sub("", text)
    return f"“{text if len(text) <= most else text[: most - 1] + '…'}”"


def _who(found: DigestView, person_id: str) -> str:
    handle = found.named(person_id)
    return f"@{handle}" if handle else "Somebody"


def _view(found: DigestView, post: Post) -> Link:
    return Link(f"View on {found.links.title}", found.links.post(post.newest_id, found.named(post.author_id)))


def _praise(found: DigestView) -> list[Line]:
    shown = [found.posts[one] for one in found.listed("praise") if _seen(found, one)]
    first = set(found.listed("first"))
    lines: list[Line] = []
    for post in shown:
        about = [_first(found, post.author_id)] if post.id in first else []
        lines.append(_praised(found, post, [*about, *_recommends(found, post)]))
    return [_head("Praise that nobody has thanked for", found.number("praise")), *lines] if lines else []


def _spoken(found: DigestView) -> list[Line]:
    """Praise of people who did not speak to the brand: to be read, and answered by hand where that is welcome."""
    shown = [found.posts[one] for one in found.listed("spoken") if _seen(found, one)]
    lines = [_praised(found, post, _recommends(found, post)) for post in shown]
    return [_head("Praise without your handle", found.number("spoken")), *lines] if lines else []


def _praised(found: DigestView, post: Post, about: Sequence[str]) -> Line:
    said = f" ({'; '.join(about)})" if about else ""
    return (f"{_who(found, post.author_id)}{said}: {_excerpt(post, EXCERPT)} ", _view(found, post))


def _recommends(found: DigestView, post: Post) -> list[str]:
    """Who speaks up for the brand and does not even follow it."""
    person = found.people.get(post.author_id)
    if post.id not in found.listed("advocates") or person is None or person.gone:
        return []
    return [] if person.relationship.follows_us else ["speaks up for you, and does not follow you"]


def _first(found: DigestView, person_id: str) -> str:
    """Somebody's first praise; who follows and speaks at once is to be greeted. It is said once, whatever they do later."""
    person = found.people.get(person_id)
    follows = person is not None and person.gone is None and person.relationship.follows_us
    return "their first, and they follow you: greet them" if follows else "their first"


def _waits(found: DigestView, case: Case) -> Line:
    post = next((found.posts[one] for one in case.post_ids if _seen(found, one)), None)
    said = f": {_excerpt(post, EXCERPT)} " if post else " "
    answered = "" if case.state in {CaseState.OPEN, CaseState.EXPIRED} else f" ({case.state})"
    link = (_view(found, post),) if post else ()
    return (f"{short(case)} by {_who(found, case.person_id)}{answered}{said}", *link)


def _since(case: Case) -> Line:
    return (" ", Timestamp(case.opened_at, TimestampStyle.AGO))


def _listed(found: DigestView, part: str, words: str) -> list[Line]:
    lines = [_waits(found, found.cases[one]) for one in found.listed(part) if one in found.cases]
    return [_head(words, found.number(part)), *lines] if lines else []


def _cases(found: DigestView) -> list[Line]:
    return _listed(found, "cases", "Kept for the digest, waiting for an answer")


def _expired(found: DigestView) -> list[Line]:
    return _listed(found, "expired", "Never answered")


def _rest(found: DigestView) -> list[Line]:
    cases = [found.cases[one] for one in found.listed("rest") if one in found.cases]
    lines: list[Line] = []
    for case in cases:
        post = next((found.posts[one] for one in case.post_ids if _seen(found, one)), None)
        link = (" ", _view(found, post)) if post else ()
        said = f"{short(case)} by {_who(found, case.person_id)}, due "
        lines.append((said, Timestamp(case.due_at, TimestampStyle.AGO), *link))
    many = found.number("rest")
    head = _head("Still waiting for somebody", many)
    return [(*head, " All of them: /mutuals queue") if many > len(lines) else head, *lines] if lines else []


def _sample(found: DigestView, post_id: str) -> ListItem:
    post, feedback = found.posts[post_id], found.feedback.get(post_id)
    handle = found.named(post.author_id)  # nobody is looked up, which costs, only to be asked about
    line: Line = (f"{f'@{handle}: ' if handle else ''}{_excerpt(post, SAMPLE_EXCERPT)} ", _view(found, post))
    if feedback is not None:
        said: Sequence[Line] = (
            (f"{_SAID.get(feedback.value, feedback.value)}, says {feedback.actor_name}.",),
        )
        return ListItem((line, *said), found.subjects[post_id])
    buttons = (
        Button(Intent.FEEDBACK, "A complaint", "complaint"),
        Button(Intent.FEEDBACK, "Not a complaint", "not_complaint"),
    )
    return ListItem((line,), found.subjects[post_id], buttons)
