"""Reasons as they were found, told as things stand now: none says what the line below it denies. Pure."""

from mutuals.cards.alert_view import AlertView
from mutuals.domain import loyalty, sla
from mutuals.domain.model import AlertState, Case, Relationship

_FOLLOWED_THEN = "You followed them when they wrote"


def of_fan(facts: AlertView) -> list[str]:
    """Why somebody is a fan. Whether you follow each other, and have answered, is said as it is known now.

    An alert that is over says nothing about answers: a reply that closed it is counted only at the next look.
    """
    bond = facts.person.relationship if facts.person else None
    over = facts.alert.state is AlertState.SETTLED
    answered = "" if over else loyalty.answered_so_often(facts.two_way or 0)
    lines = [_now(one, bond, answered) for one in facts.alert.why]
    if bond and (bond.we_follow or bond.requested):
        lines = [one for one in lines if one != loyalty.NOT_BACK]
    return lines


def of_case(facts: AlertView, case: Case) -> list[str]:
    """Why a case is told, and due when it is."""
    follow = facts.person is None or facts.person.relationship.we_follow
    return [one if follow else one.replace(sla.FOLLOWED, _FOLLOWED_THEN, 1) for one in case.why]


def _now(sentence: str, bond: Relationship | None, answered: str) -> str:
    if bond and not bond.follows_us and sentence.startswith(loyalty.FOLLOWS):
        return f"Spoke{sentence.removeprefix(loyalty.FOLLOWS)}"
    if sentence.endswith(loyalty.UNANSWERED):
        return f"{sentence.removesuffix(loyalty.UNANSWERED)}{answered}".rstrip()
    return sentence
