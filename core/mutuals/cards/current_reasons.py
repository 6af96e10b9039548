"""Reasons as they were found, told as things stand now: none says what the line below it denies. Pure."""

from mutuals.cards.alert_view import AlertView
from mutuals.domain import loyalty, sla
from mutuals.domain.model import Case, Relationship

_FOLLOWED_THEN = "You followed them when they wrote"


def of_fan(facts: AlertView) -> list[str]:
    """Why somebody is a fan. Whether you follow each other, and have answered, is said as it is known now."""
    bond = facts.person.relationship if facts.person else None
    lines = [_now(one, bond, facts.two_way) for one in facts.alert.why]
    if bond and (bond.we_follow or bond.requested):
        lines = [one for one in lines if one != loyalty.NOT_BACK]
    return lines


def of_case(facts: AlertView, case: Case) -> list[str]:
    """Why a case is told, and due when it is."""
    follow = facts.person is None or facts.person.relationship.we_follow
    return [one if follow else one.replace(sla.FOLLOWED, _FOLLOWED_THEN, 1) for one in case.why]


def _now(sentence: str, bond: Relationship | None, two_way: int) -> str:
    if bond and not bond.follows_us and sentence.startswith(loyalty.FOLLOWS):
        return f"Spoke{sentence.removeprefix(loyalty.FOLLOWS)}"
    if two_way and sentence.endswith(loyalty.UNANSWERED):
        return f"{sentence.removesuffix(loyalty.UNANSWERED)}{loyalty.answered_so_often(two_way)}"
    return sentence
