"""Values for the tests of the ledger: acts, their entries, and chains of them."""

from dataclasses import replace

from mutuals.domain.ledger import FIRST, EntryKind, LedgerEntry, entry, sealed
from mutuals.domain.model import Action, ActKind, Actor, ActState, Path, Role
from tests.unit.domain.cases import NOW

ANA = Actor("slack", "U1", "Ana", role=Role.MEMBER)
REPLY = Action(
    id="a1", brand_id="x900", alert_id="al1", kind=ActKind.REPLY, path=Path.API, state=ActState.INTENT, actor=ANA,
    person_id="7", post_id="1001", case_id="1001", text="We are on it", created_at=NOW,
)  # fmt: skip


def written(kind: EntryKind, act: Action = REPLY, *, number: int = 1, prev: str = FIRST) -> LedgerEntry:
    """The sealed entry about an act."""
    return sealed(entry(kind, act, number=number, at=NOW, prev=prev))


def chain(*parts: tuple[EntryKind, Action]) -> list[LedgerEntry]:
    """A sound chain of entries about these acts."""
    made: list[LedgerEntry] = []
    for number, (kind, act) in enumerate(parts, start=1):
        made.append(written(kind, act, number=number, prev=made[-1].hash if made else FIRST))
    return made


def began(count: int = 4) -> list[LedgerEntry]:
    """A sound chain about so many acts that were begun: a1, a2 ..."""
    return chain(*((EntryKind.BEGAN, replace(REPLY, id=f"a{number}")) for number in range(1, count + 1)))
