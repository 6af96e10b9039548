"""What a button acts on: an alert, a bundle of alerts, a digest, or a post that was offered for a verdict.

All ids have the shape `<brand>-<middle>-<number>`; the middle of an alert's is the person.
"""

from mutuals.alerting.lifecycle import brand_of

_BUNDLE, _POST, _DIGEST = "bundle.", "post.", "digest."


def _middle(subject: str) -> str:
    return subject.rsplit("-", 2)[1] if brand_of(subject) else ""


def bundle_id(brand_id: str, case_id: str, number: int) -> str:
    """The id of the bundle that began with this case; `number` counts those that began with it."""
    return f"{brand_id}-{_BUNDLE}{case_id}-{number}"


def is_no_alert(subject: str) -> bool:
    """Is this the id of something other than an alert?"""
    return _middle(subject).startswith((_BUNDLE, _POST, _DIGEST))


def post_subject(brand_id: str, post_id: str) -> str:
    """The id under which a post is offered for a verdict."""
    return f"{brand_id}-{_POST}{post_id}-0"


def offered_post(subject: str) -> str | None:
    """The post that this id offers; None when it is something else."""
    middle = _middle(subject)
    return middle.removeprefix(_POST) if middle.startswith(_POST) else None


def digest_subject(brand_id: str, day: str) -> str:
    """The id of the digest of a day, which is written 2026-11-23."""
    return f"{brand_id}-{_DIGEST}{day.replace('-', '.')}-0"


def digest_day(subject: str) -> str | None:
    """The day of the digest that this id names; None when it is something else."""
    middle = _middle(subject)
    return middle.removeprefix(_DIGEST).replace(".", "-") if middle.startswith(_DIGEST) else None
