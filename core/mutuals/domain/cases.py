"""Cases: what opens one, what joins it, what settles it, and by when it should be answered."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from math import log2

from mutuals.domain import turns
from mutuals.domain.answers import answers, may_answer
from mutuals.domain.case_batch import CaseBatch, ClassifiedPost
from mutuals.domain.language.follow_ups import Says
from mutuals.domain.model import CASE_CLASSES, Case, CaseState, Category, Classification, Flag, Post, Turn
from mutuals.domain.policy import Policy
from mutuals.domain.reasons import reasons
from mutuals.domain.sla import STRANGER, Deadlines, Standing, grounds, look_up_at, moments, promise

WAITING = turns.WAITING
ECHOES_KEPT = 200  # who is heard by more is severe enough
_GRADES = {Category.WANTS_FOLLOW: 0, Category.COMPLAINT: 1, Category.QUESTION: 2, Category.CONCERN: 3}
SAME_TIME = 15 * 60  # seconds; among cases due within them, the more severe goes first


def fold(batch: CaseBatch, heard: Iterable[ClassifiedPost], policy: Policy) -> None:
    """Take a batch of posts, oldest first, into the case batch."""
    for one in heard:
        if one.post.author_id == batch.brand_account or one.post.author_id in batch.family:
            if one.says is Says.ASKS:
                batch.asked.setdefault(one.post.conversation_id, []).append(one.post)
            _answered(batch, one.post, policy, asks=one.says is Says.ASKS)
            continue
        _echoed(batch, one.post)
        if one.reading is None or one.post.reposts is not None or _turned(batch, one, policy):
            continue
        _spoken(batch, one.post, one.reading, policy, aside=one.aside)
        if (turn := _ours_by_turn(batch, one)) is not None:
            batch.put(turns.begun(batch.brand_id, one.post, one.reading, turn, policy))


def _turned(batch: CaseBatch, one: ClassifiedPost, policy: Policy) -> bool:
    """Did these words end, soften or bring back a case of this person, whatever their class?"""
    post, reading = one.post, one.reading
    mine = [case for case in batch.cases.values() if case.person_id == post.author_id]
    if reading is None or not mine or any(post.id in case.post_ids for case in mine):
        return False
    case = turns.about(post, mine, policy, aside=one.aside)
    if case is None:
        return False
    asked = [each for each in batch.asked.get(case.conversation_id, ()) if each.at >= case.last_at]
    after = turns.after(case, post, reading, one.says, asked=turns.of_them(asked, post), policy=policy)
    if after is None or (one.aside and after.turn is not Turn.SOLVED):
        return False
    batch.put(after)
    return True


def _ours_by_turn(batch: CaseBatch, one: ClassifiedPost) -> Turn | None:
    """Does a post wait for us that is in no case, by whose turn it is: is it private, or what we had asked for?"""
    post, reading = one.post, one.reading
    mine = [case for case in batch.cases.values() if case.person_id == post.author_id]
    known = any(case.conversation_id == post.conversation_id or post.id in case.post_ids for case in mine)
    if one.aside or known or one.says in {Says.THANKS, Says.SOLVED, Says.LATER}:
        return None
    if one.says is Says.PRIVATE:
        return Turn.PRIVATE
    asked = turns.of_them(batch.asked.get(post.conversation_id, ()), post)
    return Turn.REPLIED if asked and reading and reading.category is not Category.PRAISE else None


def _answered(batch: CaseBatch, ours: Post, policy: Policy, *, asks: bool) -> None:
    for case in [batch.cases[one] for one in batch.waiting]:
        sure = answers(ours, case)
        if not (sure or may_answer(ours, case)):
            continue
        if case.answer_id == ours.id:
            continue  # heard before: our holding reply to this very case
        if ours.author_id == batch.brand_account:
            for post_id in case.post_ids:
                batch.answers.setdefault(post_id, []).append(ours.id)
        if ours.id in batch.held or ours.in_reply_to in batch.held:
            batch.put(acknowledge(case, ours.at, ours.id, policy))
        else:
            closed = close(case, CaseState.ANSWERED, "answered", ours.at, answer_id=ours.id)
            batch.put(replace(closed, turn=(Turn.ASKED if asks else None) if sure else Turn.DOUBTED))


def _spoken(
    batch: CaseBatch, post: Post, reading: Classification, policy: Policy, *, aside: bool = False
) -> None:
    if reading.category not in CASE_CLASSES or _heard(batch, post, reading, policy):
        return  # nothing that waits, or heard before
    case = _same_case(batch, post, policy)
    standing = batch.standings.get(post.author_id, STRANGER)
    if post.found_by is not None:
        if case is None:
            fresh = opened(batch.brand_id, post, reading, policy, begins=batch.begins(post))
            batch.put(turns.unaddressed(fresh, post.found_by))
        elif case.state in WAITING:  # their words beside what waits anyway; its clock stays as it is
            batch.put(replace(case, post_ids=(*case.post_ids, post.id), last_at=max(case.last_at, post.at)))
        return
    if aside and Flag.URGENT not in reading.flags:
        own = case is not None and case.conversation_id == post.conversation_id
        if case is None or not own or case.turn is Turn.ASIDE:
            fresh = opened(batch.brand_id, post, reading, policy)
            batch.put(turns.aside(fresh, case if own else None))
            return
    if case is None:
        batch.put(opened(batch.brand_id, post, reading, policy, standing, begins=batch.begins(post)))
    elif case.state in WAITING:
        batch.put(joined(case, post, reading, policy, standing, begins=batch.begins(post)))
    elif post.at > turns.known_until(case):
        batch.put(reopened(case, post, reading, policy, standing))


def _heard(batch: CaseBatch, post: Post, reading: Classification, policy: Policy) -> bool:
    """Is a post in a case already? One that a rule had found and that comes to us after all is now said to us."""
    case = next((one for one in batch.cases.values() if post.id in one.post_ids), None)
    if case is not None and case.turn is Turn.UNADDRESSED and post.found_by is None and case.state in WAITING:
        others = replace(case, post_ids=tuple(one for one in case.post_ids if one != post.id))
        batch.put(joined(others, post, reading, policy, batch.standings.get(post.author_id, STRANGER)))
    return case is not None


def revise(batch: CaseBatch, edits: Iterable[ClassifiedPost], policy: Policy) -> None:
    """Take edits of posts that are known, under the id they are known by: a case may open or grow sharper by one.

    An edit never closes a case: whoever was told decides. One that was closed stays closed.
    """
    for one in edits:
        if one.reading is None:
            continue
        case = next((case for case in batch.cases.values() if one.post.id in case.post_ids), None)
        if case is None:
            _spoken(batch, one.post, one.reading, policy)
        elif case.state in WAITING and one.reading.category in CASE_CLASSES:
            standing, begins = batch.standings.get(one.post.author_id, STRANGER), batch.begins(one.post)
            known = replace(case, post_ids=tuple(each for each in case.post_ids if each != one.post.id))
            sharper = joined(known, one.post, one.reading, policy, standing, begins=begins)
            batch.put(replace(sharper, post_ids=case.post_ids))


def _same_case(batch: CaseBatch, post: Post, policy: Policy) -> Case | None:
    mine = [case for case in batch.cases.values() if case.person_id == post.author_id]
    for case in mine:
        if case.conversation_id == post.conversation_id:
            return case
    for case in mine:
        if case.state in WAITING and abs(post.at - case.last_at) <= policy.same_case_within:
            return case
    return None


def _echoed(batch: CaseBatch, post: Post) -> None:
    """Keep that somebody else reposts, quotes or answers a post that waits."""
    targets = {post.reposts, post.quotes, post.in_reply_to} - {None}
    for case in [batch.cases[one] for one in batch.waiting] if targets else ():
        if post.author_id == case.person_id or targets.isdisjoint(case.post_ids):
            continue
        if post.id not in case.echoes and len(case.echoes) < ECHOES_KEPT:
            batch.put(replace(case, echoes=(*case.echoes, post.id)))


def opened(
    brand_id: str, post: Post, reading: Classification, policy: Policy, standing: Standing = STRANGER,
    begins: datetime | None = None) -> Case:  # fmt: skip
    """A new case from its first post; how the person stands to us may call for a quicker answer."""
    at = begins or post.at
    why, quicker = reasons(reading), grounds(standing, reading.category, post.at, policy)
    when = moments(reading.category, reading.flags, at, policy, quicker=bool(quicker))
    return Case(
        brand_id=brand_id,
        id=post.id,
        person_id=post.author_id,
        conversation_id=post.conversation_id,
        category=reading.category,
        score=reading.complaint,
        post_ids=(post.id,),
        opened_at=post.at,
        last_at=post.at,
        tell_at=when.tell_at,
        warn_at=when.warn_at,
        due_at=when.due_at,
        expires_at=when.expires_at,
        flags=reading.flags,
        why=(*why[:1], *quicker, *why[1:]),
        look_up_at=look_up_at(reading.category, reading.flags, at, policy, quicker=bool(quicker)),
    )


def joined(
    case: Case, post: Post, reading: Classification, policy: Policy, standing: Standing = STRANGER,
    begins: datetime | None = None) -> Case:  # fmt: skip
    """The case with one more post about the same thing: the stricter class and clock hold."""
    at = begins or post.at
    if post.id in case.post_ids:
        return case
    if case.turn in turns.NOT_TO_US:
        case = replace(case, why=case.why[1:])  # now they speak to us
    quicker, flags = grounds(standing, reading.category, post.at, policy), reading.flags | case.flags
    when = moments(reading.category, flags, at, policy, quicker=bool(quicker))
    sharper = grade(reading.category) < grade(case.category)
    after = replace(
        case,
        post_ids=(*case.post_ids, post.id),
        conversation_id=case.conversation_id,
        opened_at=min(case.opened_at, post.at),
        last_at=max(case.last_at, post.at),
        category=reading.category if sharper else case.category,
        score=max(case.score, reading.complaint),
        flags=flags,
        turn=None,
        why=_merged(case, reading, quicker),
        tell_at=min(case.tell_at, when.tell_at),
        warn_at=min(case.warn_at, when.warn_at),
        due_at=min(case.due_at, when.due_at),
        expires_at=max(case.expires_at, when.expires_at),
        look_up_at=_earlier(
            case.look_up_at, look_up_at(reading.category, flags, at, policy, quicker=bool(quicker))
        ),
    )
    held = case.state is CaseState.ACKNOWLEDGED and (sharper or Flag.URGENT in reading.flags)
    if held or case.turn is Turn.SOLVED:
        return _waits_again(after, post, when)
    return after


def _waits_again(case: Case, post: Post, when: Deadlines) -> Case:
    """What was promised an answer has become worse: nobody has seen that, so its own clock runs."""
    return replace(
        case,
        state=CaseState.OPEN,
        episode=case.episode + 1,
        opened_at=post.at,
        warn_at=when.warn_at,
        due_at=when.due_at,
        promised_at=None,
        warned=False,
        escalated=False,
    )


def _earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((at for at in (one, other) if at is not None), default=None)


def _merged(case: Case, reading: Classification, quicker: tuple[str, ...]) -> tuple[str, ...]:
    """The reasons of the stronger post first, and whatever else either of them holds; one first sentence, not two."""
    new = reasons(reading)
    new = (*new[:1], *quicker, *new[1:])
    first, other = (new, case.why) if reading.complaint > case.score else (case.why, new)
    return tuple(dict.fromkeys((*first, *other[1:])))[:5]


def reopened(
    case: Case, post: Post, reading: Classification, policy: Policy, standing: Standing = STRANGER
) -> Case:
    """The same case once more: they came back in the conversation after it was closed."""
    fresh = opened(case.brand_id, post, reading, policy, standing)
    return replace(
        fresh,
        id=case.id,
        episode=case.episode + 1,
        why=("They came back after the last answer.", *fresh.why),
    )


def acknowledge(case: Case, at: datetime, answer_id: str | None, policy: Policy) -> Case:
    """A holding reply stops the first clock and starts the one of the promise; it resolves nothing."""
    return replace(
        case,
        state=CaseState.ACKNOWLEDGED,
        promised_at=promise(at, policy),
        answer_id=answer_id,
        warned=True,
        escalated=False,
    )


def close(case: Case, state: CaseState, by: str, at: datetime, *, answer_id: str | None = None) -> Case:
    """The case at its end."""
    return replace(case, state=state, closed_at=at, closed_by=by, answer_id=answer_id or case.answer_id)


def without_posts(case: Case, gone: frozenset[str], why: str, now: datetime) -> Case:
    """The case after some of its posts went away; without any left it is over."""
    left = tuple(post_id for post_id in case.post_ids if post_id not in gone)
    if left:
        return replace(case, post_ids=left)
    return close(case, CaseState.GONE, why, now)


def order(cases: Sequence[Case]) -> list[Case]:
    """Waiting cases, the one to deal with first in front."""
    return sorted((case for case in cases if case.state in WAITING), key=rank)


def rank(case: Case) -> tuple[bool, int, float, datetime, str]:
    """Smaller goes first: urgent, then due earlier; of those due in the same quarter of an hour, the more severe.

    What was acknowledged is due when it was promised, and no longer presses.
    """
    held = case.state is CaseState.ACKNOWLEDGED or case.turn is Turn.SOLVED
    due_at = case.promised_at if held and case.promised_at else case.due_at
    quarter = int(due_at.timestamp() // SAME_TIME)
    return held or Flag.URGENT not in case.flags, quarter, -severity(case), due_at, case.id


def grade(category: Category) -> int:
    """How much a class is, whatever times the policy gives it: smaller is more."""
    return _GRADES.get(category, len(_GRADES))


def level(case: Case) -> tuple[bool, int]:
    """How bad a case is, as a person would say it in two words; smaller is worse."""
    return Flag.URGENT not in case.flags, grade(case.category)


def outranks(case: Case, others: Iterable[Case]) -> bool:
    """Is this worse than all of these that wait? What was acknowledged has its answer for the moment."""
    return all(level(case) < level(one) for one in others if presses(one))


def pressing(cases: Sequence[Case]) -> list[Case]:
    """What somebody's alert stands for, the worst first: what nobody has answered or acknowledged yet; where there is
    none, what was promised an answer; else what waits all the same, or the last one."""
    if found := [one for one in cases if presses(one)]:
        return sorted(found, key=level)
    held = [one for one in cases if one.state is CaseState.ACKNOWLEDGED]
    if found := [one for one in held if one.turn is not Turn.SOLVED]:
        return sorted(found, key=level)
    return [one for one in cases if one.state in WAITING][:1] or list(cases[:1])


def presses(case: Case) -> bool:
    """Does it wait for somebody of the team, neither acknowledged nor solved as the person says?"""
    return case.state is CaseState.OPEN and case.turn is not Turn.SOLVED


def by_id(cases: Iterable[Case]) -> dict[str, Case]:
    """Cases by id."""
    return {case.id: case for case in cases}


def posts_of(cases: Iterable[Case]) -> list[str]:
    """All posts that wait for an answer, oldest first."""
    return sorted({post_id for case in cases for post_id in case.post_ids}, key=lambda one: (len(one), one))


def severity(case: Case) -> float:
    """Anger (0..1) times exposure (1, 2, 2.6, 3 ... with the posts of others about it). Fame is no input."""
    return case.score * (1 + log2(1 + len(case.echoes)))
