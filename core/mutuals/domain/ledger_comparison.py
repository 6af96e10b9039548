"""The ledger and the table of acts tell one story in two places: what differs was changed in one of them. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from mutuals.domain.ledger import OF_ACTS, EntryKind, LedgerEntry, kinds
from mutuals.domain.model import Action, ActKind

_DID = {ActKind.FOLLOW: "follow", ActKind.REPLY: "reply", ActKind.ACKNOWLEDGE: "holding reply",
        ActKind.LIKE: "like", ActKind.REPOST: "repost"}  # fmt: skip
# (field of an entry, what it is called)
_SAME = (("act", "what was done"), ("path", "the way"), ("alert_id", "the alert"), ("actor_channel", "the chat"),
         ("actor_id", "who decided it"), ("actor_name", "the name of who decided it"), ("person_id", "for whom"),
         ("post_id", "the post"), ("text", "the words"))  # fmt: skip


@dataclass
class Book:
    """What the entries say of each act. Feed it every entry in order, then ask for the differences."""

    _seen: dict[str, set[str]] = field(default_factory=dict)
    _last: dict[str, LedgerEntry] = field(default_factory=dict)

    def note(self, one: LedgerEntry) -> None:
        """Take the next entry in."""
        if one.entry in OF_ACTS:
            self._seen.setdefault(one.action_id, set()).add(one.entry)
            self._last[one.action_id] = one

    def differences(
        self, acts: Iterable[Action], began: datetime | None, accepted: LedgerEntry | None
    ) -> Iterator[str]:
        """One sentence for each act that the two do not agree on, those of entries without an act last.

        Acts begun until `began` are older than the ledger; what stands before the entry `accepted`, a person has
        taken as it is.
        """
        known = set()
        for act in acts:
            known.add(act.id)
            last = self._last.get(act.id)
            taken = accepted is not None and (
                act.created_at <= accepted.at if last is None else last.number < accepted.number
            )
            said = None if taken else self._about(act, began)
            if said:
                yield said
        for act_id, one in self._last.items():
            if act_id not in known and (accepted is None or one.number > accepted.number):
                yield f"Entry {one.number} tells of the {_name(one.act)} {act_id}, and there is no such act."

    def _about(self, act: Action, began: datetime | None) -> str | None:
        seen, last = self._seen.get(act.id, set()), self._last.get(act.id)
        which = (
            f"The {_name(act.kind)} {act.id}, begun {act.created_at:%Y-%m-%d %H:%M} UTC by {act.actor.name},"
        )
        older = began is not None and act.created_at <= began
        if last is None:
            return None if older else f"{which} has no entry."
        missing = [one for one in kinds(act.state, None) if one not in seen and one is not EntryKind.BEGAN]
        if missing:
            return None if older else f"{which} is {act.state} and has no entry that says so."
        if EntryKind.BEGAN not in seen and not older:
            return f"{which} has no entry of its beginning."
        wrong = _differ(act, last)
        return f"{which} is another in entry {last.number}: {', '.join(wrong)}." if wrong else None


def _differ(act: Action, last: LedgerEntry) -> list[str]:
    """What an act and its last entry say differently."""
    said = {"act": act.kind, "path": act.path, "alert_id": act.alert_id, "actor_channel": act.actor.chat,
            "actor_id": act.actor.id, "actor_name": act.actor.name, "person_id": act.person_id,
            "post_id": act.post_id or None, "text": act.text or None}  # fmt: skip
    # The way may change while an act is under way; its outcome says which one it was.
    compared = [one for one in _SAME if one[0] != "path" or last.entry is not EntryKind.BEGAN]
    wrong = [words for name, words in compared if said[name] != getattr(last, name)]
    if last.entry is EntryKind.DONE and (act.external_id or None) != last.external_id:
        wrong.append("the network's id")
    return wrong


def _name(kind: str) -> str:
    return _DID[ActKind(kind)] if kind in set(ActKind) else kind
