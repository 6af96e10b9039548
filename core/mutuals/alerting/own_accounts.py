"""Accounts that may be the organisation's own: the team is asked once about each, and what it says is kept by their ids."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import structlog

from mutuals.alerting import incidents, lifecycle, redrawing
from mutuals.cards.own_account import OwnAccountView
from mutuals.context import BrandContext
from mutuals.domain import cases as case_rules
from mutuals.domain import ownership
from mutuals.domain.ids import is_digest, key_of, memo_of, notice_subject, own_account_id, own_account_key
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.domain.model import Account, Actor, CaseState, Delivery, Notice, Person
from mutuals.domain.own_accounts import likenesses
from mutuals.domain.ownership import OwnershipAnswer, OwnershipQuestion
from mutuals.ports.unit_of_work import UnitOfWork

KEY = "own_accounts"  # memo: person id -> the question about them, see `mutuals.domain.ownership`
NOTICE = "own_account"  # the kind of the notice by which a question is asked
PRIORITY = 4  # after what waits for an answer, before fans
OWN = "own_account"  # how a case or an alert has ended whose author is one of us
_DECIDED = {
    OwnershipAnswer.OURS: "This account is one of our own.",
    OwnershipAnswer.NOT_OURS: "This account is not ours.",
    OwnershipAnswer.UNSURE: "Not sure whether this account is ours.",
}

log = structlog.get_logger(__name__)


async def questions(tx: UnitOfWork) -> dict[str, OwnershipQuestion]:
    """Every account that the team was or will be asked about, by id."""
    kept: Any = await tx.key_values.get(KEY)
    docs: Mapping[str, Any] = kept if isinstance(kept, dict) else {}
    return {one: ownership.from_doc(one, doc) for one, doc in docs.items()}


async def _put(tx: UnitOfWork, known: Mapping[str, OwnershipQuestion]) -> None:
    await tx.key_values.put(KEY, {one: ownership.to_doc(question) for one, question in known.items()})


async def confirmed(tx: UnitOfWork) -> dict[str, str]:
    """The accounts that the team has called its own: ids and handles."""
    known = (await questions(tx)).values()
    return {one.person_id: one.handle for one in known if one.answer is OwnershipAnswer.OURS}


async def not_ours(tx: UnitOfWork) -> frozenset[str]:
    """The ids of which the team has said that they are somebody else's."""
    known = (await questions(tx)).values()
    return frozenset(one.person_id for one in known if one.answer is OwnershipAnswer.NOT_OURS)


async def perhaps_ours(tx: UnitOfWork, watched: BrandContext, people: Iterable[Person]) -> set[str]:
    """The ids of those who may be one of the organisation's own accounts: no fan before the team has said that they are
    not."""
    alike = {one.account.id for one in people if likenesses(one.account, watched.brand.account)}
    return alike - await not_ours(tx) if alike else alike


async def undecided(tx: UnitOfWork, watched: BrandContext, person: Person) -> bool:
    """Does this person look like one of us, and is the team asked about them and has not decided?"""
    if not likenesses(person.account, watched.brand.account):
        return False  # nearly always, and it costs no query
    question = (await questions(tx)).get(person.account.id)
    return question is not None and question.asked_at is not None and not question.settled


async def note(
    tx: UnitOfWork, watched: BrandContext, people: Iterable[Person], differing: Collection[str], now: datetime
) -> bool:
    """Keep who of these, just looked up, may be one of us. `differing` are the ids of whom something is shown that has changed.
    Gives whether there is something to draw anew."""
    there = [one.account for one in people if one.account.handle and not one.gone]
    known = await questions(tx)
    for question in [known[one] for one in differing if one in known]:
        await _redraw(tx, question)
    return await _keep(tx, watched, known, there, now)


async def note_named(tx: UnitOfWork, watched: BrandContext, named: Mapping[str, str], now: datetime) -> None:
    """The same of accounts that posts name, which costs nothing: ids and handles. Only whoever has written to us counts, so
    that nobody makes us ask about others."""
    us = watched.brand.account
    accounts = [Account(one, handle, "") for one, handle in named.items()]
    ours = [one for one in accounts if one.id in watched.family]  # they may have another name by now
    alike = {one.id: one for one in accounts if one.id not in watched.family and likenesses(one, us)}
    wrote = await tx.posts.first_times(sorted(alike)) if alike else {}
    if ours or wrote:
        found = [*ours, *(alike[one] for one in sorted(wrote))]
        await _keep(tx, watched, await questions(tx), found, now)


async def _keep(
    tx: UnitOfWork,
    watched: BrandContext,
    known: dict[str, OwnershipQuestion],
    accounts: Iterable[Account],
    now: datetime,
) -> bool:
    """Add whoever is new and looks like us, and the names by which those are called whom we know."""
    changed = dict(known)
    for one in accounts:
        question = known.get(one.id)
        if question is not None and question.handle.lower() != one.handle.lower():
            changed[one.id] = replace(question, handle=one.handle)
            await _redraw(tx, question)
        elif question is None and one.id not in watched.family:
            looks = likenesses(one, watched.brand.account)
            if looks:
                changed[one.id] = OwnershipQuestion(one.id, one.handle, looks, now)
                await _no_fan(tx, watched, one.id, now)
    if changed == known:
        return False
    await _put(tx, changed)
    return True


async def _no_fan(tx: UnitOfWork, watched: BrandContext, person_id: str, now: datetime) -> None:
    """An alert from before it was asked whether the account is ours suggests it no longer."""
    alert = (await tx.alerts.open_of([person_id])).get(person_id)
    if alert is not None and alert.is_fan:
        changed = await lifecycle.update(tx, alert, replace(alert, is_fan=False))
        text = "May be your own account: you are asked"
        await lifecycle.after_cases(tx, watched, changed, OWN, text, now)


async def ask(tx: UnitOfWork, watched: BrandContext, now: datetime) -> bool:
    """Ask about some who were not asked about; gives whether there is something to deliver."""
    known = await questions(tx)
    due = ownership.to_ask(await _still_alike(tx, watched, known.values()), now)
    channels = incidents.channels(watched)
    if not due or not channels:
        return False
    for question in due:
        put = ownership.asked(question, now)
        known[put.person_id] = put
        key = _notice_key(put)
        await tx.notices.add(Notice(watched.brand.id, key, NOTICE, now, {"person": put.person_id}))
        if is_digest(key_of(put.person_id)):  # the button can't hold the id
            await tx.key_values.put(memo_of(key_of(put.person_id)), put.person_id)
        for chat, channel in channels:
            await tx.deliveries.request(
                Delivery(watched.brand.id, notice_subject(key), chat, channel, 1, priority=PRIORITY)
            )
        for alert in (await tx.alerts.open_of([put.person_id])).values():
            await lifecycle.redraw(tx, alert)  # it says that you are asked
        log.info("own_account.asked", brand=watched.brand.id, person=put.person_id, times=put.times)
    await _put(tx, known)
    return True


async def _still_alike(
    tx: UnitOfWork, watched: BrandContext, known: Collection[OwnershipQuestion]
) -> list[OwnershipQuestion]:
    """Those that were asked already, and of the others those that are there and look like us still."""
    asked = [one for one in known if one.settled or one.asked_at]
    others = {one.person_id: one for one in known if not one.settled and not one.asked_at}
    people = await tx.people.by_ids(sorted(others)) if others else {}
    changed = {
        one
        for one, person in people.items()
        if person.gone or not likenesses(person.account, watched.brand.account)
    }
    return [*asked, *(others[one] for one in others if one not in changed and one not in watched.family)]


def _notice_key(question: OwnershipQuestion, times: int | None = None) -> str:
    return f"{NOTICE}-{key_of(question.person_id)}-{times or question.times}"


async def _redraw(tx: UnitOfWork, question: OwnershipQuestion) -> None:
    """Draw each message anew by which it was asked."""
    for number in range(1, question.times + 1):
        await redrawing.request(tx, notice_subject(_notice_key(question, number)))


async def pressed(tx: UnitOfWork, target: str) -> OwnershipQuestion | None:
    """The question under which a button stands; None when nobody knows it any more."""
    key = own_account_key(target) or ""
    person_id = str(await tx.key_values.get(memo_of(key)) or "") if is_digest(key) else key
    return (await questions(tx)).get(person_id)


async def decide(
    tx: UnitOfWork,
    watched: BrandContext,
    question: OwnershipQuestion,
    answer: OwnershipAnswer,
    by: Actor,
    now: datetime,
) -> None:
    """Keep what somebody of the team says. One of us waits for no answer; what was asked says it everywhere."""
    said = ownership.answered(question, answer, by.name, now)
    await _put(tx, await questions(tx) | {said.person_id: said})
    decision = Decision(EntryKind.SETTING, by, "own-account", _DECIDED[answer], person_id=said.person_id)
    await tx.ledger.record(decision)
    if answer is OwnershipAnswer.OURS:
        await _is_one_of_us(tx, watched, said.person_id, by, now)
    for alert in (await tx.alerts.open_of([said.person_id])).values():
        await lifecycle.redraw(tx, alert)
    await _redraw(tx, said)
    log.info("own_account.decided", brand=watched.brand.id, person=said.person_id, answer=str(answer))


async def _is_one_of_us(
    tx: UnitOfWork, watched: BrandContext, person_id: str, by: Actor, now: datetime
) -> None:
    alert = (await tx.alerts.open_of([person_id])).get(person_id)
    if alert is not None:
        await lifecycle.dismiss(tx, watched, alert, OWN, "Dismissed (your own account)", now, by)
    theirs = await tx.cases.of([person_id], [])
    waiting = [one for one in theirs if one.person_id == person_id and one.state in case_rules.WAITING]
    await tx.cases.put([case_rules.close(one, CaseState.DISMISSED, OWN, now) for one in waiting])


async def view(tx: UnitOfWork, watched: BrandContext, notice: Notice) -> OwnAccountView | None:
    """What the words of a question need, as it is now."""
    question = (await questions(tx)).get(str(notice.doc.get("person")))
    if question is None:
        return None
    person = (await tx.people.by_ids([question.person_id])).get(question.person_id)
    return OwnAccountView(
        question=question,
        subject=notice_subject(notice.key),
        target=own_account_id(watched.brand.id, question.person_id, question.times),
        gone=person.gone if person else None,
        newest=notice.key == _notice_key(question),
        links=watched.links,
    )
