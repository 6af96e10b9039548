"""Do X, both chats and the database say the same? Each disagreement as a sentence."""

from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy import select

from mutuals.alerting.reconciler import TWICE
from mutuals.alerting.rendering import card_of
from mutuals.domain import cases as case_rules
from mutuals.domain.ids import message_key
from mutuals.domain.model import (
    Action,
    ActKind,
    ActState,
    Alert,
    AlertState,
    Category,
    Delivery,
    DeliveryState,
)
from mutuals.storage.repositories import mappers
from mutuals.storage.repositories.bulk_mappers import post_from
from mutuals.storage.repositories.posts import PLAIN
from mutuals.storage.schema import tables
from mutuals_discord import layout
from mutuals_discord.references import nonce
from mutuals_slack import blocks
from tests.acceptance.house import House, as_shown, discord_text, slack_text
from tests.support.present import present


async def disagreements(house: House, sent: list[str]) -> list[str]:
    """Everything that does not agree; an empty list is what should be."""
    return [sentence async for sentence in _all(house, sent)]


async def _all(house: House, sent: list[str]) -> AsyncIterator[str]:
    alerts = [mappers.alert_of(row) for row in await _rows(house, tables.alert)]
    deliveries = [mappers.delivery_of(row) for row in await _rows(house, tables.delivery)]
    acts = [mappers.action_of(row) for row in await _rows(house, tables.action)]
    for sentence in _each_person_has_one(alerts):
        yield sentence
    async for sentence in _every_message(house, deliveries):
        yield sentence
    for sentence in _every_text(house, acts, sent):
        yield sentence
    for sentence in _acts_and_world(house, acts):
        yield sentence
    async for sentence in _nobody_unseen(house, alerts, deliveries):
        yield sentence


async def _rows(house: House, table: Any) -> list[Any]:
    async with house.store._engine.connect() as connection:
        return list((await connection.execute(select(table))).mappings())


def _each_person_has_one(alerts: list[Alert]) -> list[str]:
    waiting = Counter(one.person_id for one in alerts if one.state is not AlertState.SETTLED)
    return [f"{person} has {count} open alerts" for person, count in waiting.items() if count > 1]


async def _every_message(house: House, deliveries: list[Delivery]) -> AsyncIterator[str]:
    """Each row has one message, which shows what would be drawn now; and there is no other message."""
    there = {"slack": _in_slack(house), "discord": _in_discord(house)}
    known = set()
    for row in deliveries:
        name, key = f"{row.chat} {row.subject}", _key(row)
        known.add((row.chat, key))
        messages = there[row.chat][key]
        if len(messages) > 1 and not any(TWICE in _text(row.chat, one) for one in messages):
            yield f"{name} stands there {len(messages)} times"
        if row.state is DeliveryState.SENDING or row.shown < row.wanted:
            yield f"{name} is not brought up to date: {row}"
        if row.ref is None:
            if messages:
                yield f"{name} is there and the store does not know"
            continue
        shown = next((one for one in messages if _id(one) == row.ref.id), None)
        if shown is None:
            yield f"{name}: the store means {row.ref.id}, which is not there"
        elif row.subject.startswith(("alert/", "bundle/")):
            async for sentence in _same(house, row, shown):
                yield sentence
    for chat, found in there.items():
        for key in found:
            if (chat, key) not in known:
                yield f"{chat} holds a message that the store does not know: {key}"


async def _same(house: House, row: Delivery, shown: Any) -> AsyncIterator[str]:
    watched = present(await house.ctx.brands.find(row.brand_id))
    async with house.ctx.store.transaction(row.brand_id) as tx:
        card = await card_of(tx, watched, row, house.clock.now())
    if card is None:
        yield f"{row.chat} {row.subject} is there, and nothing should be"
        return
    if row.chat == "slack":
        drawn: Any = {"blocks": blocks.message(card)["blocks"]}
    else:
        drawn = {"components": layout.card_view(card, None).to_components()}
    wanted, seen = _seen(row.chat, drawn), _seen(row.chat, shown)
    if wanted != seen:
        yield f"{row.chat} {row.subject} v{card.version} shows\n  {seen}\nand should show\n  {wanted}"


def _seen(chat: str, raw: Any) -> tuple[str, list[str]]:
    message = as_shown("", raw, _text(chat, raw))
    return message.text.replace(TWICE, "").strip(), sorted(message.labels)


def _text(chat: str, raw: Any) -> str:
    return slack_text(raw) if chat == "slack" else discord_text(raw)


def _id(message: Any) -> str:
    return str(message.get("ts") or message["id"])


def _key(row: Delivery) -> str:
    subject = message_key(row.subject, row.brand_id)
    return subject if row.chat == "slack" else nonce(subject, row.channel)


def _in_slack(house: House) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for message in house.slack.space.channels[house.slack_care].messages.values():
        payload = (message.metadata or {}).get("event_payload") or {}
        if payload:
            found[payload["key"]].append({"ts": message.ts, "blocks": message.blocks})
    return found


def _in_discord(house: House) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    channels = house.discord.people._guild.channels.values()
    below = [one for one in channels if house.discord_care in (one.id, one.parent_id)]
    for message in [one for channel in below for one in channel.messages.values()]:
        if message.ephemeral_for is None and message.data.get("nonce"):
            found[str(message.data["nonce"])].append(message.data)
    return found


def _every_text(house: House, acts: list[Action], sent: list[str]) -> list[str]:
    """A text that was sent is on X once at most; if it is there, the store knows it, by one act."""
    wrong = []
    for text in sent:
        times = sum(text in one for one in house.said_by_brand())
        mine = [one for one in acts if one.text == text]
        done = [one for one in mine if one.state is ActState.DONE]
        if times > 1:
            wrong.append(f"{text!r} is {times} times on X")
        if times != len(done) and (times or any(one.path == "api" for one in done)):
            wrong.append(f"{text!r} is {times} times on X, and the store says {mine}")
        if len(mine) > 1:
            wrong.append(f"{text!r} was begun {len(mine)} times")
    return wrong


def _acts_and_world(house: House, acts: list[Action]) -> list[str]:
    """No act hangs; for one alert and post there is one reply and one holding reply; who was followed is followed."""
    wrong = [f"an act hangs: {one}" for one in acts if one.state in (ActState.INTENT, ActState.CALLING)]
    done = Counter((one.alert_id, one.kind, one.post_id) for one in acts if one.state is ActState.DONE)
    wrong += [f"{what} was done {times} times" for what, times in done.items() if times > 1]
    wrong += [
        f"the store says that {one.person_id} was followed"
        for one in acts
        if one.kind is ActKind.FOLLOW and one.state is ActState.DONE
        and not house.world.follows.has(house.brand.id, one.person_id)
    ]  # fmt: skip
    return wrong


async def _nobody_unseen(house: House, alerts: list[Alert], deliveries: list[Delivery]) -> AsyncIterator[str]:
    """Who waits and was told is in an open alert that stands in both chats; a complaint always has a case."""
    shown = Counter(one.subject for one in deliveries if one.ref is not None)
    unsettled = {one.person_id: one for one in alerts if one.state is not AlertState.SETTLED}
    cases = [mappers.case_of(row) for row in await _rows(house, tables.care_case)]
    for case in cases:
        if case.state not in case_rules.WAITING:
            continue
        alert = unsettled.get(case.person_id)
        if case.told and (alert is None or case.id not in alert.case_ids):
            yield f"case {case.id} waits, was told, and is in no open alert"
        if not case.told and house.clock.now() >= case.tell_at:
            yield f"case {case.id} should have been told at {case.tell_at}"
    for alert in unsettled.values():
        subject = f"bundle/{alert.bundle_id}" if alert.bundle_id else f"alert/{alert.id}"
        if shown[subject] != 2:
            yield f"{subject} of an open alert stands in {shown[subject]} chats"
        waiting = [one for one in cases if one.id in alert.case_ids and one.state in case_rules.WAITING]
        if alert.case_ids and not waiting and not alert.is_fan:
            yield f"alert {alert.id} is open, and none of its cases waits"
    async for sentence in _complaints(house, cases):
        yield sentence


async def _complaints(house: House, cases: list[Any]) -> AsyncIterator[str]:
    """Every complaint that can be seen on X opened a case or belongs to one, of its writer."""
    writers = {case.person_id for case in cases}
    async with house.store._engine.connect() as connection:
        stored = list(map(post_from, await connection.execute(PLAIN)))
    for post in stored:
        if post.category is Category.COMPLAINT and post.author_id not in writers and not post.gone:
            yield f"the complaint {post.id} opened no case: {post.text}"
