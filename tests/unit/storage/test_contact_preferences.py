"""A contact preference is kept with a fan, or with who is none."""

from datetime import timedelta
from math import exp, inf
from typing import Any

from mutuals.alerting import contacts
from mutuals.domain.contact_preferences import ContactPreference
from mutuals.domain.loyalty import credited, earned, score_now
from mutuals.domain.model import Account, Brand, Interaction
from mutuals.domain.policy import Policy
from mutuals.storage.store import SqlStore
from tests.support.values import BRAND, START, fan, post

DAY = timedelta(days=1)


class Watching:
    """A brand that is watched; nothing here asks for more of it."""

    brand = Brand(BRAND, "x", Account("1", "kettleco", "Kettle Co"))


WATCHED: Any = Watching


async def test_a_wish_of_somebody_who_never_counted_is_kept_and_their_score_starts_at_nothing(
    store: SqlStore,
) -> None:
    preference = ContactPreference("leave_alone", START)
    async with store.transaction(BRAND) as tx:
        await contacts.put_contact_preference(tx, WATCHED, "77", preference, source=post("5"))
    async with store.transaction(BRAND) as tx:
        kept = (await tx.fans.by_ids(["77"]))["77"]

        assert (kept.preference, kept.log_score, kept.interactions) == ("leave_alone", -inf, 0)
        assert await contacts.contact_preference(tx, "77") == preference
        assert await tx.fans.top(10, active_since=START - DAY, at_least=0) == []
        (mention,) = earned([post("6", interaction=Interaction.MENTION)], Policy())
        later = credited(kept, BRAND, mention)
        assert abs(score_now(later, START, Policy()) - exp(0)) < 1e-9


async def test_a_wish_is_taken_back_without_a_trace_in_the_score(store: SqlStore) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.fans.put([fan("77", 2.5)])
        await contacts.put_contact_preference(tx, WATCHED, "77", ContactPreference("talk", START, "Ana"))
        await contacts.put_contact_preference(tx, WATCHED, "77", None)

        assert await contacts.contact_preference(tx, "77") is None
        assert (await tx.fans.by_ids(["77"]))["77"] == fan("77", 2.5)
