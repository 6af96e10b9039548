"""Turns of a talk: what a person's later words make of a case of theirs, and whom a post in it speaks to. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

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
from mutuals.domain.sla import moments

SAYS = {
    Turn.SOLVED: "They say it is solved",
    Turn.REPLIED: "They answered you",
    Turn.CHASED: "They still wait",
    Turn.ASIDE: "Said to somebody else under your post",
}
WAITING = frozenset({CaseState.OPEN, CaseState.ACKNOWLEDGED})
_AFTER_OURS = frozenset({CaseState.ANSWERED, CaseState.ACKNOWLEDGED})
_QUIET = frozenset({Category.QUESTION, Category.CONCERN, Category.PRAISE, Category.OTHER})
_IN_FRONT = re.compile(r"(?:\s*@\w{1,30}(?=\s|$))*")
_HANDLE = re.compile(r"@(\w{1,30})")
_LONG_ENOUGH = 4  # letters of a name that is no common word


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
    if says is Says.SOLVED:
        return solved(case, post) if case.state in WAITING else None
    if says is Says.THANKS or reading.category not in _QUIET or Flag.URGENT in reading.flags:
        return None
    if case.state in _AFTER_OURS and (asked or says is Says.CHASES) and _later(case, post):
        return back(case, post, reading, Turn.REPLIED if asked else Turn.CHASED, policy)
    if case.state is CaseState.OPEN and case.turn in {Turn.REPLIED, Turn.CHASED} and _here(case, post):
        return replace(case, post_ids=(*case.post_ids, post.id), last_at=max(case.last_at, post.at))
    return None


def _here(case: Case, post: Post) -> bool:
    return case.conversation_id == post.conversation_id


def _later(case: Case, post: Post) -> bool:
    since = case.closed_at if case.state is CaseState.ANSWERED and case.closed_at else case.last_at
    return _here(case, post) and post.at > since


def solved(case: Case, post: Post) -> Case:
    """The person takes it back: it stays for somebody to close or to answer, and no clock calls for it."""
    quiet = case.expires_at
    return replace(
        case,
        post_ids=(*case.post_ids, post.id),
        last_at=max(case.last_at, post.at),
        tell_at=case.tell_at if case.tell_at <= case.opened_at else quiet,
        warn_at=quiet,
        due_at=quiet,
        warned=False,  # who was called before we had read it is called no more
        escalated=False,
        promised_at=None,
        look_up_at=None,
        turn=Turn.SOLVED,
    )


def back(case: Case, post: Post, reading: Classification, turn: Turn, policy: Policy) -> Case:
    """The ball is with us again: open, by the clock of a question, told when half of its time has passed."""
    when = moments(Category.QUESTION, frozenset(), post.at, policy)
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
