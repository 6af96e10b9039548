"""`/mutuals link`: one person says that their accounts in two chats are theirs, by a code from one typed in the other.

Linked accounts are one person to claims, drafts and lists. Roles stay each chat's own: whoever takes over an account in one
chat gains nothing in the other.
"""

import secrets
import time
from dataclasses import replace
from datetime import datetime

from mutuals.actions import permissions, responses
from mutuals.alerting import lifecycle
from mutuals.alerting.kill_switch import OF_ALL
from mutuals.cards import linked_people as words
from mutuals.cards.markup import EphemeralReply
from mutuals.context import Context
from mutuals.domain import linked_people
from mutuals.domain.errors import MutualsError
from mutuals.domain.ids import out_of_workspace
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.domain.linked_people import CODE_FOR, CODE_LENGTH, LETTERS, LINKS, TRIES, ChatAccount, Links
from mutuals.domain.model import Actor
from mutuals.domain.queue_order import QueueFilter, QueuePart
from mutuals.ports.unit_of_work import UnitOfWork

CODES, TRIED, MADE = "link_codes", "link_tried", "link_made"
READ_EVERY = 5.0  # seconds: so late does another process know
MOST_CLAIMS = 200
OFF, LIST = "off", "list"


class LinkedPeople:
    """Knows which accounts are one person; read anew every few seconds."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._links = Links({})
        self._read_at: float | None = None

    async def known(self, actor: Actor) -> Actor:
        """The same actor as the person that they are in every chat. Where that can't be read, they are on their own."""
        if self._read_at is None or time.monotonic() - self._read_at > READ_EVERY:
            try:
                self._links = linked_people.links_of(await self._ctx.store.get(LINKS))
            except MutualsError:
                return actor
            self._read_at = time.monotonic()
        person = self._links.person(actor.own_key)
        return replace(actor, person=person) if person else actor

    async def command(self, actor: Actor, typed: str) -> EphemeralReply:
        """`link`, `link CODE`, `link off`, and for admins `link list`."""
        refused = permissions.of_command(actor, "link", typed)
        if refused is not None:
            return refused
        now = self._ctx.clock.now()
        self._read_at = None
        async with self._ctx.store.transaction(OF_ALL) as tx:
            links = linked_people.links_of(await tx.key_values.get(LINKS))
            if not typed.strip():
                return await _make_code(tx, links, actor, now)
            if typed.strip().lower() == LIST:
                return words.listing(await self._visible(links, actor))
            ends = typed.strip().lower() == OFF
            said = await (_unlink(tx, links, actor) if ends else _use_code(tx, links, actor, typed, now))
        if said.ok:
            await self._tell_brands(now)
        return said

    async def _visible(self, links: Links, actor: Actor) -> Links:
        """Those of the people that somebody may know of: where a chat has several workspaces, of their own."""
        if not actor.workspaces:
            return links
        return Links(
            {
                person: accounts
                for person, accounts in links.people.items()
                if any(_is_near(one.key, actor) for one in accounts)
            }
        )

    async def _tell_brands(self, now: datetime) -> None:
        """What was claimed by an account of theirs is the person's, and calls reach them in both chats."""
        doc = await self._ctx.store.get(LINKS)
        links = linked_people.links_of(doc)
        for brand in await self._ctx.store.brands():
            async with self._ctx.store.transaction(brand.id) as tx:
                await tx.key_values.put(LINKS, doc)
                for known, accounts in links.people.items():
                    for account in accounts:
                        await _move_claims(tx, account.key, known, now)
            await self._ctx.deliver(brand.id)


def _is_near(key: str, actor: Actor) -> bool:
    """Is this an account in the same chat and workspace as somebody's?"""
    chat, _, person = key.partition("/")
    return chat == actor.chat and out_of_workspace(person)[0] in actor.workspaces


async def _move_claims(tx: UnitOfWork, key: str, known: str, now: datetime) -> None:
    if key == known:
        return
    page = await tx.alerts.queue(QueueFilter(QueuePart.MINE, key, now), limit=MOST_CLAIMS)
    for _, alert in page.alerts:
        await lifecycle.update(tx, alert, replace(alert, claimed_key=known))


async def _make_code(tx: UnitOfWork, links: Links, actor: Actor, now: datetime) -> EphemeralReply:
    if not await _counted(tx, MADE, actor.own_key, now):
        return responses.reply_lines(words.TOO_OFTEN, ok=False)
    codes = linked_people.live_codes(await tx.key_values.get(CODES), now)
    codes = {one: made for one, made in codes.items() if made[0] != actor.own_key}  # the newest one counts
    text = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))
    codes[linked_people.hashed(text)] = [actor.own_key, actor.name, (now + CODE_FOR).isoformat()]
    await tx.key_values.put(CODES, codes)
    return words.code(f"{text[:4]}-{text[4:]}", links.others(actor.own_key))


async def _use_code(tx: UnitOfWork, links: Links, actor: Actor, typed: str, now: datetime) -> EphemeralReply:
    codes = linked_people.live_codes(await tx.key_values.get(CODES), now)
    if not await _counted(tx, TRIED, actor.own_key, now):
        return responses.reply_lines(words.TOO_OFTEN, ok=False)
    made = codes.get(linked_people.hashed(typed))
    if made is None:
        return responses.reply_lines(words.WRONG, ok=False)
    first, second = ChatAccount(made[0], made[1]), ChatAccount(actor.own_key, actor.name)
    if first.chat == second.chat:
        return responses.reply_lines(words.SAME_CHAT, ok=False)
    await tx.key_values.put(CODES, {one: each for one, each in codes.items() if each is not made})
    try:
        joined = links.joined(first, second)
    except ValueError as error:
        return words.taken(str(error))
    await tx.key_values.put(LINKS, linked_people.links_doc(joined))
    said = f"{words.named((first, second))} are one person."
    await tx.ledger.record(Decision(EntryKind.LINKED, actor, "link", said))
    return words.linked(second, first)


async def _unlink(tx: UnitOfWork, links: Links, actor: Actor) -> EphemeralReply:
    others = links.others(actor.own_key)
    if not others:
        return responses.reply_lines(words.ALONE, ok=False)
    await tx.key_values.put(LINKS, linked_people.links_doc(links.without(actor.own_key)))
    said = f"{actor.name} in {actor.chat.capitalize()} and {words.named(others)} are linked no more."
    await tx.ledger.record(Decision(EntryKind.UNLINKED, actor, "link", said))
    return words.off(others)


async def _counted(tx: UnitOfWork, what: str, key: str, now: datetime) -> bool:
    """One more try; False where there were too many within ten minutes."""
    kept = await tx.key_values.get(what) or {}
    alive = {one: times for one, each in kept.items() if (times := linked_people.recent(each, now))}
    mine = alive.get(key, [])
    if len(mine) >= TRIES:
        return False
    await tx.key_values.put(what, {**alive, key: [*mine, now.isoformat()]})
    return True
