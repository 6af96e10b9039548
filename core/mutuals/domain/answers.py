"""Which posts of ours answer a case: surely, by a reply; perhaps, by a quote or a post that names the person. Pure."""

from dataclasses import replace

from mutuals.domain.model import Case, CaseState, Post


def may_answer(ours: Post, case: Case) -> bool:
    """May this post of ours, which is no reply, be the answer: does it quote a post of theirs, or name the person?

    Only one person at a time: who is named among others may just be mentioned. What the team has called no answer is none.
    """
    if ours.at < case.opened_at or ours.in_reply_to is not None or ours.id in case.not_answers:
        return False
    return ours.quotes in case.post_ids or ours.mentions == (case.person_id,)


def may_have_answered(ours: Post, case: Case) -> bool:
    """Does this post of ours answer that case, as far as we can tell?"""
    return answers(ours, case) or may_answer(ours, case)


def answers(ours: Post, case: Case) -> bool:
    """Does this post of ours answer that case? Any reply to the person or a post of theirs in the conversation does.

    The network puts everybody in the conversation in front of a reply: whoever is named so beside the one who is
    answered has no answer. What the team has called no answer is none.
    """
    if ours.at < case.opened_at or ours.in_reply_to is None or ours.id in case.not_answers:
        return False
    if ours.quotes in case.post_ids:
        return True  # quoting it answers it, before everybody who reads us
    if ours.in_reply_to in case.post_ids:
        return True
    to_whom = ours.in_reply_to_person
    named = case.person_id in ours.mentions and to_whom in {None, ours.author_id}
    return (to_whom == case.person_id or named) and ours.conversation_id == case.conversation_id


def not_answered(case: Case) -> Case:
    """The team says that what we took for the answer was none: it waits on, by its own clock."""
    wrong = (case.answer_id,) if case.answer_id else ()
    return replace(
        case, state=CaseState.OPEN, closed_at=None, closed_by=None, answer_id=None, turn=None,
        not_answers=(*case.not_answers, *wrong),
    )  # fmt: skip


def thanks(ours: Post, praise: Post) -> bool:
    """Did we answer this post, or its author in the same conversation, later?"""
    if ours.at < praise.at:
        return False
    to_them = ours.in_reply_to_person == praise.author_id or praise.author_id in ours.mentions
    return ours.in_reply_to == praise.id or (to_them and ours.conversation_id == praise.conversation_id)
