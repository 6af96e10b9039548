"""Between the values of `mutuals.domain.model` and the rows of `tables`; pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping

from mutuals.domain import ids
from mutuals.domain.hand_offs import HandedOff
from mutuals.domain.history import LogKind, LogLine, kind_of
from mutuals.domain.model import (
    CAME_TO_NOTHING,
    LIVE_ACTS,
    MAIN_SLOT,
    Account,
    Action,
    ActKind,
    Actor,
    ActState,
    Alert,
    AlertKind,
    AlertState,
    Brand,
    Case,
    CaseState,
    Category,
    Delivery,
    DeliveryState,
    Flag,
    MessageRef,
    Notice,
    Path,
    Person,
    Relationship,
    Role,
    Turn,
)
from mutuals.domain.undo import Undo
from mutuals.storage.schema.columns import from_micros, to_micros

Row = dict[str, Any]

_ACCOUNT = ["followers", "following", "posts", "protected", "verified"]
_RELATION = ["follows_us", "we_follow", "requested", "blocking", "muting"]
_CASE_TIMES = ["last_at", "tell_at", "warn_at", "expires_at", "closed_at", "promised_at", "look_up_at"]
_CASE = ["score", "episode", "told", "warned", "escalated", "closed_by", "answer_id"]
_ALERT_TIMES = ["claimed_until", "writing_until", "snoozed_until", "closed_at"]
_ALERT = ["is_fan", "claimed_by", "claimed_key", "writing_by", "writing_key", "closed_by"]
_DELIVERY = [
    "brand_id",
    "subject",
    "wanted",
    "shown",
    "state",
    "attempt",
    "priority",
    "next_at",
    "parent",
    "error",
]
_ACTION = ["person_id", "post_id", "case_id", "text", "external_id", "error"]
_ACTION_TIMES = ["expires_at", "done_at", "goes_at"]
_ACTOR = ["id", "name", "why_not"]
# The numbers of roles in rows, for ever: `Role` counts in its own order, which may change.
_ROLES = {
    0: Role.NOBODY,
    1: Role.VIEWER,
    2: Role.TRAINEE,
    3: Role.MEMBER,
    4: Role.APPROVER,
    5: Role.ADMIN,
    6: Role.HELPER,
}
_ROLE_NUMBERS = {role: number for number, role in _ROLES.items()}


def _part(value: object, names: list[str]) -> Row:
    return {name: getattr(value, name) for name in names}


def _times(value: object, names: list[str]) -> Row:
    return {name: _micros(getattr(value, name)) for name in names}


def _micros(at: datetime | None) -> int | None:
    return None if at is None else to_micros(at)


def _at(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)


def _take(doc: Mapping[str, Any], names: list[str]) -> Row:
    return {name: doc[name] for name in names}


def _take_times(doc: Mapping[str, Any], names: list[str]) -> Row:
    return {name: _at(doc.get(name)) for name in names}


# --- brands and people -----------------------------------------------------------------------


def _account_doc(account: Account) -> Row:
    return _part(account, _ACCOUNT) | _times(account, ["created_at"])


def brand_row(brand: Brand) -> Row:
    """The row of a brand."""
    doc = _account_doc(brand.account) | _part(
        brand.account, ["handle", "name", "bio", "avatar_url", "id", "link"]
    )
    doc |= {"settings": dict(brand.settings), "slot": brand.slot}
    return {"id": brand.id, "network": brand.network, "paused": brand.paused, "doc": doc}


def brand_of(row: RowMapping) -> Brand:
    """The brand of a row."""
    doc = dict(row["doc"])
    settings, slot = doc.pop("settings", {}), doc.pop("slot", MAIN_SLOT)
    account = Account(**{**doc, "created_at": _at(doc["created_at"])})
    return Brand(row["id"], row["network"], account, row["paused"], settings, slot)


def person_row(brand_id: str, person: Person) -> Row:
    """The row of a person as one brand sees them."""
    account = person.account
    return {
        "brand_id": brand_id,
        **_part(account, ["id", "handle", "name", "bio", "avatar_url"]),
        "checked_at": person.checked_at,
        "gone": person.gone,
        "doc": _account_doc(account)
        | {"link": account.link, "relationship": _part(person.relationship, _RELATION)},
    }


def person_of(row: RowMapping) -> Person:
    """The person of a row."""
    doc = row["doc"]
    account = Account(
        **{name: row[name] for name in ("id", "handle", "name", "bio", "avatar_url")},
        **_take(doc, _ACCOUNT),
        **_take_times(doc, ["created_at"]),
        link=doc.get("link"),
    )
    relationship = Relationship(**doc["relationship"])
    return Person(account, relationship, checked_at=row["checked_at"], gone=row["gone"])


# --- cases -----------------------------------------------------------------------------------


def next_moment(case: Case) -> datetime | None:
    """The earliest moment of a case that is not dealt with; None when it waits no more."""
    if case.state is CaseState.ACKNOWLEDGED:
        return case.expires_at if case.escalated else (case.promised_at or case.due_at)
    if case.state is not CaseState.OPEN:
        return None
    if not case.told:
        return min(case.tell_at, case.look_up_at or case.tell_at)
    if not case.warned:
        return case.warn_at
    return case.expires_at if case.escalated else case.due_at


def case_row(case: Case) -> Row:
    """The row of a case."""
    doc = _part(case, _CASE) | _times(case, _CASE_TIMES)
    lists = {"post_ids": case.post_ids, "why": case.why, "flags": sorted(case.flags), "echoes": case.echoes,
             "turn": case.turn, "not_answers": case.not_answers}  # fmt: skip
    return {
        **_part(case, ["brand_id", "id", "person_id", "conversation_id", "state", "opened_at", "due_at"]),
        "next_at": next_moment(case),
        "told": case.told,
        "turn": case.turn,
        "doc": doc | lists | {"klass": case.category},
    }


def case_of(row: RowMapping) -> Case:
    """The case of a row."""
    doc = row["doc"]
    columns = ("brand_id", "id", "person_id", "conversation_id", "opened_at", "due_at")
    return Case(
        **{name: row[name] for name in columns},
        **_take(doc, _CASE),
        **_take_times(doc, _CASE_TIMES),
        category=Category(doc["klass"]),
        state=CaseState(row["state"]),
        post_ids=tuple(doc["post_ids"]),
        why=tuple(doc["why"]),
        flags=frozenset(Flag(flag) for flag in doc["flags"]),
        echoes=tuple(doc.get("echoes", ())),  # rows of older versions have none
        turn=Turn(doc["turn"]) if doc.get("turn") else None,
        not_answers=tuple(doc.get("not_answers", ())),
    )


# --- alerts ----------------------------------------------------------------------------------


def wake_moment(alert: Alert) -> datetime | None:
    """The earliest end of a snooze, a claim, a writing or an undo; None when there is nothing to end."""
    until = alert.undo.until if alert.undo else None
    if alert.state is AlertState.SETTLED:
        return until
    ends = [alert.claimed_until, alert.writing_until, until]
    if alert.state is AlertState.SNOOZED:
        ends.append(alert.snoozed_until)
    return min((end for end in ends if end is not None), default=None)


def alert_row(alert: Alert) -> Row:
    """The row of an alert."""
    doc = _part(alert, _ALERT) | _times(alert, _ALERT_TIMES)
    lists = {"case_ids": alert.case_ids, "evidence": alert.evidence, "why": alert.why}
    columns = ["brand_id", "id", "person_id", "episode", "kind", "state", "version", "opened_at"]
    return {
        **_part(alert, columns),
        "wake_at": wake_moment(alert),
        "closed_at": alert.closed_at,
        "claimed_key": alert.claimed_key,
        "doc": doc
        | lists
        | {
            "log": log_doc(alert.log),
            "log_kinds": [one.kind for one in alert.log],
            "bundle_id": alert.bundle_id,
        }
        | ({"undo": undo_doc(alert.undo)} if alert.undo else {})
        | ({"handed_off": _handed_off_doc(alert.handed_off)} if alert.handed_off else {}),
    }


def _handed_off_doc(one: HandedOff) -> Row:
    return _part(one, ["id", "number", "to", "by"]) | _times(one, ["at", "due_at"])


def _handed_off_of(doc: Row | None) -> HandedOff | None:
    return (
        HandedOff(**_take(doc, ["id", "number", "to", "by"]), **_take_times(doc, ["at", "due_at"]))
        if doc
        else None
    )


def undo_of(doc: Row | None) -> Undo | None:
    """What was done a moment ago, as it is stored beside an alert or a bundle."""
    return Undo(**doc | {"until": from_micros(doc["until"])}) if doc else None


def undo_doc(undo: Undo) -> Row:
    """Its document."""
    return _part(undo, ["what", "by", "key"]) | {
        "until": to_micros(undo.until),
        "before": dict(undo.before),
    }


def log_doc(log: tuple[LogLine, ...]) -> list[list[Any]]:
    """A log as JSON."""
    return [[to_micros(line.at), line.text, line.by] for line in log]


def log_of(doc: list[list[Any]], kinds: Sequence[str] = ()) -> tuple[LogLine, ...]:
    """A log from JSON. The kinds stand apart, so that a version without them reads what this one writes; a log without
    them is of such a version."""
    told = (
        [LogKind(one) for one in kinds] if len(kinds) == len(doc) else [kind_of(text) for _, text, _ in doc]
    )
    return tuple(
        LogLine(from_micros(at), text, by, kind) for (at, text, by), kind in zip(doc, told, strict=True)
    )


def alert_of(row: RowMapping) -> Alert:
    """The alert of a row."""
    doc = row["doc"]
    return Alert(
        **{name: row[name] for name in ("brand_id", "id", "person_id", "episode", "version", "opened_at")},
        **_take(doc, _ALERT),
        **_take_times(doc, _ALERT_TIMES),
        case_ids=tuple(doc["case_ids"]),
        evidence=tuple(doc["evidence"]),
        why=tuple(doc["why"]),
        kind=AlertKind(row["kind"]),
        state=AlertState(row["state"]),
        log=log_of(doc["log"], doc.get("log_kinds", ())),
        bundle_id=doc.get("bundle_id"),  # alerts written before there were bundles have none
        handed_off=_handed_off_of(doc.get("handed_off")),
        undo=undo_of(doc.get("undo")),
    )


# --- deliveries, acts, notices ---------------------------------------------------------------


def delivery_row(delivery: Delivery) -> Row:
    """The row of a delivery, without `since`."""
    ref = delivery.ref
    kept = ref and [ref.chat, ref.channel, ref.id, *([True] if ref.again else [])]
    return _part(delivery, _DELIVERY) | {"channel": delivery.chat, "place": delivery.channel, "ref": kept}


def delivery_of(row: RowMapping) -> Delivery:
    """The delivery of a row."""
    columns = {name: row[name] for name in _DELIVERY} | {"chat": row["channel"], "channel": row["place"]}
    columns["state"] = DeliveryState(row["state"])
    return Delivery(**columns, ref=None if row["ref"] is None else MessageRef(*row["ref"]))


def once_key(action: Action) -> str | None:
    """What may be done only once while this act is live or done; None when its place is free again."""
    if action.state in CAME_TO_NOTHING:
        return None
    post_id = None if action.kind is ActKind.FOLLOW else str(action.post_id)
    return ids.once_key(action.kind, action.alert_id, post_id, action.before)


def busy_key(action: Action) -> str | None:
    """The post that this act is answering right now: one reply or acknowledgement at a time."""
    writes = action.kind.writes and action.post_id is not None
    return action.post_id if writes and action.state in LIVE_ACTS else None


def action_row(action: Action) -> Row:
    """The row of an act."""
    doc = _part(action, [*_ACTION, "drafted_by", "before"]) | _times(action, _ACTION_TIMES)
    return {
        **_part(action, ["brand_id", "id", "alert_id", "kind", "state", "attempt", "created_at", "next_at"]),
        "once": once_key(action),
        "busy": busy_key(action),
        "doc": doc
        | {
            "path": action.path,
            "actor": {"channel": action.actor.chat, "role": _ROLE_NUMBERS[action.actor.role]}
            | _part(action.actor, [*_ACTOR, "person"]),
        },
    }


def action_of(row: RowMapping) -> Action:
    """The act of a row."""
    doc = row["doc"]
    return Action(
        **{name: row[name] for name in ("brand_id", "id", "alert_id", "attempt", "created_at", "next_at")},
        **_take(doc, _ACTION),
        **_take_times(doc, _ACTION_TIMES),
        drafted_by=doc.get("drafted_by"),  # rows of older versions have neither
        before=doc.get("before", 0),
        kind=ActKind(row["kind"]),
        state=ActState(row["state"]),
        path=Path(doc["path"]),
        actor=_actor_of(doc["actor"]),
    )


def _actor_of(doc: Mapping[str, Any]) -> Actor:
    """The actor of a row; rows from before there were roles were written by people who might act."""
    role = _ROLES[doc["role"]] if "role" in doc else Role.MEMBER
    return Actor(
        role=role, chat=doc["channel"], person=doc.get("person", ""), **_take(doc, ["id", "name", "why_not"])
    )


def notice_row(notice: Notice) -> Row:
    """The row of a notice."""
    return _part(notice, ["brand_id", "key", "kind", "at"]) | {"doc": dict(notice.doc)}


def notice_of(row: RowMapping) -> Notice:
    """The notice of a row."""
    return Notice(**{name: row[name] for name in ("brand_id", "key", "kind", "at", "doc")})
