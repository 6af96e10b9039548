"""Values for the tests of the store: small makers, and Hypothesis strategies over the whole model."""

from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from mutuals.domain.model import (
    Account,
    Action,
    ActKind,
    Actor,
    ActState,
    Alert,
    AlertKind,
    Brand,
    Case,
    Category,
    Delivery,
    Fan,
    Notice,
    Path,
    Person,
    Post,
    Role,
)
from mutuals.storage.schema.columns import from_micros
from tests.support.databases import START

BRAND = "900"
ANA = Actor("slack", "U1", "Ana", role=Role.MEMBER)
HOUR = timedelta(hours=1)


def post(id_: str = "1001", **changes: Any) -> Post:
    usual: dict[str, Any] = {
        "author_id": "77",
        "text": "the parcel never came",
        "at": START,
        "conversation_id": id_,
    }
    return Post(id_, **(usual | changes))


def person(id_: str = "77", **changes: Any) -> Person:
    account = Account(
        id_,
        f"h{id_}",
        "Kim",
        bio="tea and trains",
        avatar_url="https://x.test/a.png",
        link="https://kim.test",
    )
    return Person(account, **changes)


def fan(id_: str = "77", score: float = 1.0, **changes: Any) -> Fan:
    usual: dict[str, Any] = {"interactions": 9, "first_at": START - 30 * HOUR, "last_at": START}
    return Fan(BRAND, id_, score, **(usual | changes))


def case(id_: str = "1001", **changes: Any) -> Case:
    usual: dict[str, Any] = {
        "person_id": "77",
        "conversation_id": id_,
        "category": Category.COMPLAINT,
        "score": 0.9,
        "post_ids": (id_,),
        "opened_at": START,
        "last_at": START,
        "tell_at": START + HOUR,
        "warn_at": START + 2 * HOUR,
        "due_at": START + 3 * HOUR,
        "expires_at": START + 9 * HOUR,
    }
    return Case(BRAND, id_, **(usual | changes))


def alert(id_: str = "a1", **changes: Any) -> Alert:
    usual: dict[str, Any] = {"person_id": "77", "episode": 1, "kind": AlertKind.CARE, "opened_at": START}
    return Alert(id_, BRAND, **(usual | changes))


def delivery(**changes: Any) -> Delivery:
    usual: dict[str, Any] = {"subject": "alert/a1", "chat": "slack", "channel": "C1", "wanted": 1}
    return Delivery(BRAND, **(usual | changes))


def action(id_: str = "x1", kind: ActKind = ActKind.REPLY, **changes: Any) -> Action:
    usual: dict[str, Any] = {
        "alert_id": "a1",
        "path": Path.API,
        "state": ActState.INTENT,
        "actor": ANA,
        "person_id": "77",
        "post_id": None if kind is ActKind.FOLLOW else "1001",
        "case_id": "1001",
        "text": "We are on it.",
        "created_at": START,
    }
    return Action(id_, BRAND, kind=kind, **(usual | changes))


# --- anything at all -------------------------------------------------------------------------

_MOMENTS = st.integers(-(2**50), 2**52).map(from_micros)
_TEXTS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=40)
_IDS = st.from_regex(r"[0-9]{1,19}", fullmatch=True)
_NUMBERS = st.integers(min_value=0, max_value=2**31 - 1)
_FLOATS = st.floats(allow_nan=False, allow_infinity=False)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | _FLOATS | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)

for _type, _strategy in ((datetime, _MOMENTS), (str, _TEXTS), (int, _NUMBERS), (float, _FLOATS)):
    st.register_type_strategy(_type, _strategy)


def any_of(kind: type, **fixed: Any) -> st.SearchStrategy[Any]:
    """Any value of a class of the model, of this brand where it has one."""
    if kind not in (Brand, Post, Person):
        fixed |= {"brand_id": st.just(BRAND)}
    if kind is Notice:
        fixed |= {"doc": st.dictionaries(st.text(max_size=9), _JSON, max_size=3)}
    return st.builds(kind, **fixed)
