"""The accounts: what X and both chats hold, compared with what the service's database says."""

import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from mutuals.domain.history import LogKind
from mutuals.domain.ledger import ENDS, EntryKind
from mutuals.domain.ledger_verification import ChainVerifier
from mutuals.domain.model import Action, ActKind, ActState, Alert, AlertState, Delivery
from mutuals.storage.schema import tables

if TYPE_CHECKING:
    from fault_environment import FaultEnvironment, Sent


@dataclass
class Accounts:
    """What was counted so far, over all environments."""

    kills: int = 0
    landed: int = 0
    lost: int = 0
    doubled: int = 0
    faults: int = 0
    signed_in_again: int = 0  # the renewed token died with the process, which only a new sign-in heals
    missed: list[str] = field(default_factory=list)  # kills whose request never came
    stories: list[str] = field(default_factory=list)
    by_boundary: Counter[str] = field(default_factory=Counter)
    _told: set[str] = field(default_factory=set)

    def wrong(self, kind: str, subject: str, sentence: str) -> None:
        """Count something lost or doubled, once for each subject, with its story."""
        if f"{kind} {subject}" in self._told:
            return
        self._told.add(f"{kind} {subject}")
        setattr(self, kind, getattr(self, kind) + 1)
        self.stories.append(f"{kind}: {subject}: {sentence}")
        sys.stderr.write(f"{self.stories[-1]}\n")


class Comparison:
    """One comparison of an environment at rest."""

    def __init__(self, environment: "FaultEnvironment", after: str) -> None:
        self._town, self._after = environment, after
        self._alerts, self._deliveries, self._actions = (
            environment.alerts(),
            environment.deliveries(),
            environment.actions(),
        )
        self._shown = environment.shown()

    def make(self) -> None:
        """Count what is lost or doubled."""
        self._people()
        keys = {self._town.key_of(row) for row in self._deliveries}
        for row in self._deliveries:
            self._row(row, self._shown.get(self._town.key_of(row), []))
        for key, messages in self._shown.items():
            if key not in keys:
                self._wrong("doubled", key, f"{len(messages)} messages that the store does not know")
        for sent in self._town.sent:
            self._text(sent)
        for alert_id in self._town.follows:
            self._follow(alert_id)
        self._chain()

    def _chain(self) -> None:
        """The ledger is whole; each act has an entry that it began, and each that is on X exactly one that it is done."""
        entries = self._town.ledger()
        walk = ChainVerifier().along(entries)
        if walk.broken is not None:
            self._wrong("lost", "ledger", walk.broken.sentence)
        told = Counter((one.action_id, one.entry) for one in entries)
        for act in self._actions:
            ends = {kind: told[act.id, kind] for kind in ENDS}
            wanted = {kind: int(kind.value == act.state.value) for kind in ENDS}
            if told[act.id, EntryKind.BEGAN] != 1 or ends != wanted:
                kind = "doubled" if ends[EntryKind.DONE] > 1 else "lost"
                self._wrong(kind, f"ledger {act.id}", f"{act.kind} {act.state} is told as {told}")
        for post in self._town.world.posts_of(self._town.brand.id):
            mine = [one for one in entries if one.external_id == post.id]
            if [one.entry for one in mine] != [EntryKind.DONE]:
                self._wrong(
                    "lost", f"ledger {post.id}", f"our post on X stands {len(mine)} times in the ledger"
                )

    def _wrong(self, kind: str, subject: str, sentence: str) -> None:
        self._town.accounts.wrong(kind, subject, f"{sentence} (after {self._after})")

    def _people(self) -> None:
        """Everybody who should be told has one alert, meant for both chats."""
        told = Counter(alert.person_id for alert in self._alerts)
        for person, kind in self._town.expected.items():
            if told[person] != 1:
                self._wrong(
                    "lost" if told[person] == 0 else "doubled", person, f"{told[person]} {kind} alerts"
                )
        meant = Counter(one.subject for one in self._deliveries)
        for alert in self._alerts:
            subject = f"bundle/{alert.bundle_id}" if alert.bundle_id else f"alert/{alert.id}"
            if meant[subject] < 2:
                self._wrong("lost", alert.id, f"{subject} is not meant for both chats")

    def _row(self, row: Delivery, messages: list[dict[str, Any]]) -> None:
        """One message, the one that the store means, and it shows what the store says."""
        name = f"{row.chat} {row.subject}"
        if len(messages) > 1:
            self._wrong("doubled", name, f"stands there {len(messages)} times")
        if row.ref is None and not messages and row.shown >= row.wanted:
            return  # an escalation that nobody needed any more
        message = next((one for one in messages if row.ref and one["id"] == row.ref.id), None)
        if message is None:
            self._wrong("lost", name, f"{len(messages)} messages, the store means {row.ref}")
            return
        alert = next((one for one in self._alerts if f"alert/{one.id}" == row.subject), None)
        if alert is not None and alert.bundle_id is None:  # a bundle speaks for its members
            self._words(name, alert, message)

    def _words(self, name: str, alert: Alert, message: dict[str, Any]) -> None:
        said = [
            line.text for line in alert.log if line.kind is not LogKind.CLAIMED
        ]  # which the headline says
        stale = message["version"] not in (None, alert.version)
        if stale or _acts_offered(message) != (alert.state is not AlertState.SETTLED):
            self._wrong(
                "lost", name, f"shows version {message['version']}, not {alert.version} {alert.state}"
            )
        elif said and said[-1].split(":")[0].split(" ")[0] not in str(message["parts"]):
            self._wrong("lost", name, f"does not say “{said[-1]}”")

    def _text(self, sent: "Sent") -> None:
        """What somebody sent is on X once, and the store knows it; or the alert says that it did not go."""
        times = self._town.on_x(sent.text)
        mine = [act for act in self._actions if act.text == sent.text]
        done = sum(act.state is ActState.DONE for act in mine)
        if times > 1:
            self._wrong("doubled", sent.text, f"{times} times on X; the store says {_brief(mine)}")
        elif times == 0 and sent.acked and not self._said_that_it_did_not_go(sent):
            self._wrong("lost", sent.text, f"taken by the chat and never sent; the store says {_brief(mine)}")
        elif times == 1 and done != 1:
            self._wrong("lost", sent.text, f"on X, but the store says {_brief(mine)}")

    def _said_that_it_did_not_go(self, sent: "Sent") -> bool:
        drafts = [row["text"] for row in self._town.read(select(tables.draft))]
        alert = next((one for one in self._alerts if one.id == sent.alert_id), None)
        return (
            sent.text in drafts
            and alert is not None
            and any(" not sent: " in line.text for line in alert.log)
        )

    def _follow(self, alert_id: str) -> None:
        """Who was to be followed is followed, by one act."""
        alert = next(one for one in self._alerts if one.id == alert_id)
        brand = alert.brand_id.removeprefix("x")  # as X knows it
        follows = self._town.world.follows.has(brand, alert.person_id)
        done = [one for one in self._actions if one.alert_id == alert_id and one.kind is ActKind.FOLLOW
                and one.state is ActState.DONE]  # fmt: skip
        if not follows or len(done) != 1:
            mine = _brief([one for one in self._actions if one.alert_id == alert_id])
            self._wrong(
                "lost", f"follow {alert_id}", f"on X: {follows}, the store says {mine}, {alert.closed_by}"
            )


def _brief(actions: list[Action]) -> list[tuple[Any, ...]]:
    return [(str(one.kind), str(one.state), one.attempt, one.post_id, one.external_id, one.error,
             f"{one.created_at:%H:%M:%S}", f"{one.done_at:%H:%M:%S}" if one.done_at else None)
            for one in actions]  # fmt: skip


def _acts_offered(message: dict[str, Any]) -> bool:
    """Is it offered to act? Every alert that waits can be dismissed."""
    return bool(re.search(r"(?:['\"]|mutuals:)dismiss:", str(message["parts"])))  # and not undo:dismiss:
