"""The fleet's final accounts: what X and both chats hold, compared with the database, channel by channel."""

import itertools
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from fault_accounts import Accounts, Comparison
from fault_environment import Sent
from fleet_environment import FleetEnvironment, Watched
from fleet_team import Deeds
from sqlalchemy import select

from mutuals.domain.ids import message_key
from mutuals.domain.ledger import ENDS, EntryKind, LedgerEntry
from mutuals.domain.ledger_verification import ChainVerifier
from mutuals.domain.model import Action, Alert, AlertState, Delivery
from mutuals.storage.repositories import mappers
from mutuals.storage.repositories.ledger import entry_of
from mutuals.storage.schema import tables
from mutuals_discord.references import nonce

CLAIM_SECONDS = 14 * 60  # a claim holds for fifteen minutes; then somebody else may have it


@dataclass
class FleetAccounts(Accounts):
    """Alerts and clicks apart: `lost` and `doubled` are those of alerts."""

    clicks_lost: int = 0
    clicks_doubled: int = 0
    too_late: int = 0  # texts that did not go, because somebody else had ended the alert


@dataclass
class Books:
    """The whole database, read once and sorted by brand."""

    alerts: dict[str, list[Alert]]
    deliveries: dict[str, list[Delivery]]
    actions: dict[str, list[Action]]
    ledger: dict[str, list[LedgerEntry]]
    drafts: list[Any]

    @classmethod
    def of(cls, environment: FleetEnvironment) -> "Books":
        read = environment.database.read
        entries = read(select(tables.ledger).order_by(tables.ledger.c.brand_id, tables.ledger.c.number))
        return cls(
            _sorted([mappers.alert_of(row) for row in read(select(tables.alert))]),
            _sorted([mappers.delivery_of(row) for row in read(select(tables.delivery))]),
            _sorted([mappers.action_of(row) for row in read(select(tables.action))]),
            _sorted([entry_of(row) for row in entries]),
            read(select(tables.draft)),
        )


def _sorted(found: list[Any]) -> dict[str, list[Any]]:
    by_brand: dict[str, list[Any]] = defaultdict(list)
    for one in found:
        by_brand[one.brand_id].append(one)
    return by_brand


class Channels:
    """The brands that share their channels, as `Comparison` sees an environment."""

    def __init__(
        self,
        environment: FleetEnvironment,
        brands: list[Watched],
        books: Books,
        deeds: Deeds,
        accounts: FleetAccounts,
    ) -> None:
        self.brands, self.world, self.accounts = brands, environment.world, accounts
        self.brand = brands[0].user  # whose account a follow is looked for
        self._town, self._books, self._deeds = environment, books, deeds
        self.expected = {person: kind for one in brands for person, kind in one.expected.items()}
        ids = [one.brand_id for one in brands]
        self.sent = [text for one in ids for text in deeds.sent.get(one, ())]
        self.follows = {alert for one in ids for alert in deeds.follows.get(one, ())}

    def _all(self, found: dict[str, list[Any]]) -> list[Any]:
        return [row for one in self.brands for row in found.get(one.brand_id, ())]

    def alerts(self) -> list[Alert]:
        """Every alert of these brands."""
        return self._all(self._books.alerts)

    def deliveries(self) -> list[Delivery]:
        """Every delivery."""
        return self._all(self._books.deliveries)

    def actions(self) -> list[Action]:
        """Every act."""
        return self._all(self._books.actions)

    def ledger_of(self, brand: Watched) -> list[LedgerEntry]:
        """One brand's ledger."""
        return self._books.ledger.get(brand.brand_id, [])

    def read(self, _query: Any) -> list[Any]:
        """The drafts; nothing else is asked for."""
        return self._books.drafts

    def on_x(self, text: str) -> int:
        """How many posts of these brands hold this text."""
        return sum(text in post.text for one in self.brands for post in self.world.posts_of(one.user.id))

    def key_of(self, row: Delivery) -> str:
        """How the message of a delivery is known at the far side."""
        key = message_key(row.subject, row.brand_id)
        return f"slack {key}" if row.chat == "slack" else f"discord {nonce(key, row.channel)}"

    def shown(self) -> dict[str, list[dict[str, Any]]]:
        """Every public message of ours in these channels: key of its card -> messages."""
        found: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for message in self._town.slack.space.channels[self.brands[0].slack].messages.values():
            payload = (message.metadata or {}).get("event_payload") or {}
            raw = {"id": message.ts, "parts": message.blocks, "version": payload.get("version")}
            found[f"slack {payload.get('key')}"].append(raw)
        discord, channel = self._town.discord, self.brands[0].discord
        for place in (channel, *discord.threads(channel)):
            for one in discord.messages(place):
                raw = {"id": one["id"], "parts": one["components"], "version": None}
                found[f"discord {one.get('nonce')}"].append(raw)
        return found


class FleetComparison(Comparison):
    """Comparison of one pair of channels; what concerns clicks is counted apart."""

    def __init__(self, channels: Channels) -> None:
        super().__init__(channels, "the run")  # type: ignore[arg-type]  # it has what is asked of an environment
        self._channels = channels
        self._about = ""

    def _wrong(self, kind: str, subject: str, sentence: str) -> None:
        self._channels.accounts.wrong(self._about + kind, subject, sentence)

    def _text(self, sent: Sent) -> None:
        if self._too_late(sent):
            self._channels.accounts.too_late += 1
            return
        self._about = "clicks_"
        super()._text(sent)
        self._about = ""

    def _too_late(self, sent: Sent) -> bool:
        """Somebody else ended the alert first: nothing went out, and the text is kept as a draft."""
        alert = next((one for one in self._alerts if one.id == sent.alert_id), None)
        by_another = alert is not None and alert.state is AlertState.SETTLED
        kept = any(row["text"] == sent.text for row in self._channels.read(None))
        begun = any(act.text == sent.text for act in self._actions)
        return by_another and kept and not begun and not self._channels.on_x(sent.text)

    def _follow(self, alert_id: str) -> None:
        self._about = "clicks_"
        brand_id = alert_id.rsplit("-", 2)[0]
        self._channels.brand = next(one.user for one in self._channels.brands if one.brand_id == brand_id)
        super()._follow(alert_id)
        self._about = ""

    def _chain(self) -> None:
        """Each ledger is whole, and says of each act what X says."""
        self._about = "clicks_"
        for brand in self._channels.brands:
            entries = self._channels.ledger_of(brand)
            walk = ChainVerifier().along(entries)
            if walk.broken is not None:
                self._wrong("lost", f"ledger of {brand.brand_id}", walk.broken.sentence)
            told = Counter((one.action_id, one.entry) for one in entries)
            acts = [one for one in self._actions if one.brand_id == brand.brand_id]
            for act in acts:
                ends = {kind: told[act.id, kind] for kind in ENDS}
                wanted = {kind: int(kind.value == act.state.value) for kind in ENDS}
                if told[act.id, EntryKind.BEGAN] != 1 or ends != wanted:
                    kind = "doubled" if ends[EntryKind.DONE] > 1 else "lost"
                    self._wrong(kind, f"ledger {act.id}", f"{act.kind} {act.state} is told as {ends}")
        self._about = ""


def compare(environment: FleetEnvironment, deeds: Deeds) -> FleetAccounts:
    """Count what is lost or doubled over the whole environment."""
    accounts, books = FleetAccounts(), Books.of(environment)
    rooms: dict[str, list[Watched]] = defaultdict(list)
    for one in environment.brands:
        rooms[one.slack].append(one)
    for brands in rooms.values():
        FleetComparison(Channels(environment, brands, books, deeds, accounts)).make()
    _clicks(deeds, [one for found in books.alerts.values() for one in found], accounts)
    return accounts


def _clicks(deeds: Deeds, alerts: list[Alert], accounts: FleetAccounts) -> None:
    """What leaves nothing on X: claims and dismissals."""
    by_id = {one.id: one for one in alerts}
    for story in deeds.unseen:
        accounts.wrong("clicks_lost", story, "the chat took it, and nothing came of it")
    for alert_id in deeds.dismissed:
        times = sum(line.text.startswith("Dismissed") for line in by_id[alert_id].log)
        if times != 1:
            kind = "clicks_doubled" if times else "clicks_lost"
            accounts.wrong(kind, alert_id, f"dismissed {times} times by its own log")
    for alert_id, claims in deeds.claims.items():
        for (early, first), (late, second) in itertools.pairwise(claims):
            if first != second and late - early < CLAIM_SECONDS:
                accounts.wrong("clicks_doubled", alert_id, f"{first} and {second} both have it")
