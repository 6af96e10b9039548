"""Turns of a talk: what a person's later words make of a case of theirs, and whom a post in it speaks to. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from mutuals.domain.language.follow_ups import Says
from mutuals.domain.model import (
    CASE_CLASSES,
    Account,
    Case,
    CaseState,
    Category,
    Classification,
    Flag,
    Post,
    Turn,
)
from mutuals.domain.policy import Policy
from mutuals.domain.sla import Deadlines, moments


class Whose(StrEnum):
    """Whose turn it is in a conversation."""

    OURS = "ours"
    THEIRS = "theirs"
    CLOSED = "closed"


SAYS = {
    Turn.SOLVED: "They say it is solved",
    Turn.THANKED: "They thanked you",
    Turn.ASKED: "You asked them something",
    Turn.DOUBTED: "Perhaps answered",
    Turn.PRIVATE: "They wrote to you in private",
    Turn.REPLIED: "They answered you",
    Turn.CHASED: "They still wait",
    Turn.ASIDE: "Said to somebody else under your post",
    Turn.UNADDRESSED: "Did not mention you",
}
NOT_TO_US = frozenset({Turn.ASIDE, Turn.UNADDRESSED})  # nobody waits for our answer
OURS_AGAIN = frozenset({Turn.REPLIED, Turn.CHASED, Turn.PRIVATE})  # they spoke after we had
WAITING = frozenset({CaseState.OPEN, CaseState.ACKNOWLEDGED})
_AFTER_OURS = frozenset({CaseState.ANSWERED, CaseState.ACKNOWLEDGED})
_NOTHING_OWED = frozenset({Says.SOLVED, Says.THANKS, Says.LATER})
_QUIET = frozenset({Category.QUESTION, Category.CONCERN, Category.PRAISE, Category.OTHER})
_IN_FRONT = re.compile(r"(?:\s*@\w{1,30}(?=\s|$))*")
_HANDLE = re.compile(r"@(\w{1,30})")
_LONG_ENOUGH = 4  # letters of a name that is no common word


def whose(case: Case) -> Whose:
    """Whose turn it is: ours while it waits, theirs after a question of ours, else nobody's."""
    if case.state in WAITING:
        return Whose.OURS
    asked = case.state is CaseState.ANSWERED and case.turn is Turn.ASKED
    return Whose.THEIRS if asked else Whose.CLOSED


def about(post: Post, mine: Sequence[Case], policy: Policy, *, aside: bool) -> Case | None:
    """Which case of its author a post is about: that of its conversation, else the only one that waits, soon after."""
    here = [case for case in mine if case.conversation_id == post.conversation_id]
    if here:
        return here[0]
    near = [
        case
        for case in mine
        if case.state in WAITING and abs(post.at - case.last_at) <= policy.same_case_within
    ]
    return near[0] if len(near) == 1 and not aside else None


def of_them(asked: Sequence[Post], post: Post) -> bool:
    """Did one of these posts of ours ask the author of this post, who now replies?"""
    if post.in_reply_to is None:
        return False
    who = post.author_id
    return any(
        post.in_reply_to == ours.id or ours.in_reply_to_person == who or who in ours.mentions
        for ours in asked
    )


def after(
    case: Case, post: Post, reading: Classification, says: Says | None, *, asked: bool, policy: Policy
) -> Case | None:
    """The case after these words, if it is they and not their class that decide; else None.

    `asked`: we had asked this person for something, and nothing came between.
    """
    if post.at < case.opened_at:
        return None
    if says is Says.SOLVED and case.state in WAITING:
        return solved(case, post)
    if says in {Says.SOLVED, Says.THANKS} and case.turn is Turn.ASKED and _later(case, post):
        turn = Turn.SOLVED if says is Says.SOLVED else Turn.THANKED
        return replace(_with(case, post), turn=turn)
    if says in _NOTHING_OWED or reading.category not in _QUIET or Flag.URGENT in reading.flags:
        return None
    private = says is Says.PRIVATE
    if case.state in _AFTER_OURS and (asked or private or says is Says.CHASES) and _later(case, post):
        turn = Turn.PRIVATE if private else Turn.REPLIED if asked else Turn.CHASED
        return back(case, post, reading, turn, policy)
    if case.state is CaseState.OPEN and private and _here(case, post):
        return replace(_with(case, post), turn=Turn.PRIVATE)
    opens = reading.category in CASE_CLASSES and case.turn not in OURS_AGAIN  # joins the case by its class
    if (
        case.state is CaseState.OPEN
        and reading.category is not Category.PRAISE
        and not opens
        and _here(case, post)
    ):
        return _with(case, post)
    return None


def _here(case: Case, post: Post) -> bool:
    return case.conversation_id == post.conversation_id


def _later(case: Case, post: Post) -> bool:
    return _here(case, post) and post.at > known_until(case)


def known_until(case: Case) -> datetime:
    """What the person wrote later nobody had seen who closed the case; only an answer counts by its own time."""
    return case.closed_at if case.state is CaseState.ANSWERED and case.closed_at else case.last_at


def _with(case: Case, post: Post) -> Case:
    """The case with one more post of its author's, and its clock as it was."""
    return replace(case, post_ids=(*case.post_ids, post.id), last_at=max(case.last_at, post.at))


def solved(case: Case, post: Post) -> Case:
    """The person says that it is solved: over, by their own words. What they write later opens it again."""
    return replace(
        _with(case, post),
        state=CaseState.WITHDRAWN,
        closed_at=post.at,
        closed_by="solved",
        promised_at=None,
        look_up_at=None,
        turn=Turn.SOLVED,
    )


def begun(brand_id: str, post: Post, reading: Classification, turn: Turn, policy: Policy) -> Case:
    """A case that begins with our turn whatever its class: they answered what we had asked, or wrote in private, where
    nobody else may look."""
    when = deadlines(turn, post.at, policy)
    return Case(
        brand_id=brand_id, id=post.id, person_id=post.author_id, conversation_id=post.conversation_id,
        category=Category.QUESTION, score=reading.complaint, post_ids=(post.id,), opened_at=post.at, last_at=post.at,
        tell_at=when.tell_at, warn_at=when.warn_at, due_at=when.due_at, expires_at=when.expires_at,
        flags=reading.flags, why=(f"{SAYS[turn]}.",), turn=turn,
    )  # fmt: skip


def deadlines(turn: Turn, at: datetime, policy: Policy) -> Deadlines:
    """The deadlines of what is our turn again; what was written in private is told at once."""
    when = moments(Category.QUESTION, frozenset(), at, policy, due=policy.our_turn_due)
    return replace(when, tell_at=at) if turn is Turn.PRIVATE else when


def back(case: Case, post: Post, reading: Classification, turn: Turn, policy: Policy) -> Case:
    """It is our turn again, by a clock of its own."""
    when = deadlines(turn, post.at, policy)
    held = case.state is CaseState.ACKNOWLEDGED
    return replace(
        case,
        state=CaseState.OPEN,
        episode=case.episode + 1,
        category=reading.category if reading.category in CASE_CLASSES else Category.QUESTION,
        post_ids=(*case.post_ids, post.id) if held else (post.id,),
        flags=reading.flags,
        why=(f"{SAYS[turn]}.",),
        opened_at=post.at,
        last_at=post.at,
        tell_at=when.tell_at,
        warn_at=when.warn_at,
        due_at=when.due_at,
        expires_at=when.expires_at,
        told=case.told and held,  # where the alert still stands it is drawn anew; no message of its own
        warned=False,
        escalated=False,
        closed_at=None,
        closed_by=None,
        answer_id=None,
        promised_at=None,
        look_up_at=None,
        turn=turn,
    )


def aside(fresh: Case, known: Case | None) -> Case:
    """A case that nobody is called for: named in the digest while it waits. `known`: the same talk, heard before."""
    quiet = fresh.expires_at
    waits = known is not None and known.state in WAITING
    return replace(
        fresh,
        id=known.id if known else fresh.id,
        episode=(known.episode + (not waits)) if known else 1,
        post_ids=(*known.post_ids, *fresh.post_ids) if known and waits else fresh.post_ids,
        opened_at=known.opened_at if known and waits else fresh.opened_at,
        tell_at=quiet,
        warn_at=quiet,
        due_at=quiet,
        look_up_at=None,
        why=(f"{SAYS[Turn.ASIDE]}.", *fresh.why),
        turn=Turn.ASIDE,
    )


def unaddressed(fresh: Case, rule: str) -> Case:
    """A case of somebody who did not speak to us: shown as any other, and nobody is called for it. `rule` found it."""
    quiet = fresh.expires_at
    why = (f"{SAYS[Turn.UNADDRESSED]}: found by the rule “{rule}”.", *fresh.why)
    return replace(fresh, warn_at=quiet, due_at=quiet, look_up_at=None, why=why, turn=Turn.UNADDRESSED)


# --- whom a post speaks to -----------------------------------------------------------------------


def said_aside(post: Post, us: Account, family: Mapping[str, str], parents: Mapping[str, Post]) -> bool:
    """Does a reply speak to somebody else, and stand among our mentions only because the network put us in front?

    A reply to us speaks to us. So does a post that names us in what was typed: behind the handles in front, as the
    only handle in front, or where the network had no reason to put us there. `parents` are the posts replied to, as
    far as we know them.
    """
    if post.in_reply_to_person is None or post.in_reply_to is None or post.quotes_person == us.id:
        return False
    if post.in_reply_to_person == us.id or post.in_reply_to_person in family:
        return False
    parent = parents.get(post.in_reply_to)
    if post.in_reply_to_person == post.author_id:
        # They go on with what they said before: that decides.
        goes_on = parent is not None and parent.author_id == post.author_id and parent.id != post.id
        if not goes_on or parent is None or parent.in_reply_to_person in {None, parent.author_id}:
            return False
        return said_aside(parent, us, family, parents) and not _named(post, us, None)
    return not _named(post, us, parent)


def _named(post: Post, us: Account, parent: Post | None) -> bool:
    """Do the typed words name us?"""
    run = _IN_FRONT.match(post.text)
    end = run.end() if run else 0
    if post.put_in_front is not None:
        end = min(post.put_in_front, end)
    elif _typed_in_front(_HANDLE.findall(post.text[:end]), us, parent):
        return True
    typed = post.text[end:].casefold()
    names = {us.handle.casefold()} | ({us.name.casefold()} if len(us.name) >= _LONG_ENOUGH else set())
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", typed) for name in names)


def _typed_in_front(handles: Sequence[str], us: Account, parent: Post | None) -> bool:
    """Where the network does not tell what was typed: are we in front because somebody typed us there?"""
    ours = [one.casefold() for one in handles].count(us.handle.casefold())
    if ours and (ours > 1 or len(handles) == 1):
        return True
    # The network puts those in front whom the parent names: it had no reason to name us.
    return bool(ours) and parent is not None and us.id not in parent.mentions and parent.author_id != us.id
