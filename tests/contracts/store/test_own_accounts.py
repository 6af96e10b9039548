"""What the team is asked about accounts that may be its own, and what it says, in every store."""

from dataclasses import replace

import pytest

from mutuals.alerting import own_accounts
from mutuals.context import BrandContext
from mutuals.domain.ids import own_account_id
from mutuals.domain.ledger import EntryKind
from mutuals.domain.model import Account, AlertKind, Brand, Person
from mutuals.domain.ownership import OwnershipAnswer
from mutuals.domain.policy import Policy
from mutuals.ports.store import Store
from mutuals.ports.unit_of_work import UnitOfWork
from mutuals.testing.clock import FixedClock
from mutuals.testing.network import MemoryNetwork
from tests.support.values import ANA, BRAND, HOUR, START, fan, post

US = Account("1", "bramble", "Bramble", link="https://bramble.example")
WATCHED = BrandContext(
    Brand(BRAND, "memory", US),
    MemoryNetwork(FixedClock(), US),
    Policy(),
    channels={"slack": {AlertKind.CARE: "C1", AlertKind.FAN: "C2"}, "discord": {AlertKind.FAN: "D2"}},
)
UK = Person(Account("77", "bramble_uk", "Bramble UK"), checked_at=START)
LONG = "did:plc:" + "a" * 80


async def asked(tx: UnitOfWork, person: Person = UK) -> list[tuple[str, str, int]]:
    """Chat, channel and wanted version of each message by which this account was asked about."""
    await own_accounts.note(tx, WATCHED, [person], (), START)
    await own_accounts.ask(tx, WATCHED, START)
    return [(one.chat, one.channel, one.wanted) for one in await tx.deliveries.of("notice/own_account-77-1")]


async def test_an_account_is_asked_about_once_in_each_chat_whatever_it_is_called_later(store: Store) -> None:
    renamed = replace(UK, account=replace(UK.account, handle="bramble_help"))
    async with store.transaction(BRAND) as tx:
        first = await asked(tx)
    async with store.transaction(BRAND) as tx:
        again = await asked(tx, renamed)
        known = await own_accounts.questions(tx)

    assert first == [("discord", "D2", 1), ("slack", "C1", 1)]
    assert again == [("discord", "D2", 2), ("slack", "C1", 2)]  # drawn anew, under its new name
    assert (known["77"].handle, known["77"].times) == ("bramble_help", 1)


@pytest.mark.parametrize("answer", list(OwnershipAnswer))
async def test_an_answer_is_kept_in_the_ledger_and_shown_everywhere(
    store: Store, answer: OwnershipAnswer
) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.fans.put([fan("77")])
        await asked(tx)
        question = await own_accounts.pressed(tx, own_account_id(BRAND, "77", 1))
        assert question is not None
        await own_accounts.decide(tx, WATCHED, question, answer, ANA, START + HOUR)
    async with store.transaction(BRAND) as tx:
        shown = await tx.deliveries.of("notice/own_account-77-1")
        ours, others = await own_accounts.confirmed(tx), await own_accounts.not_ours(tx)
        notice = await tx.notices.get("own_account-77-1")
        assert notice is not None
        view = await own_accounts.view(tx, WATCHED, notice)

    assert [one.wanted for one in shown] == [2, 2]
    assert ours == ({"77": "bramble_uk"} if answer is OwnershipAnswer.OURS else {})
    assert others == (frozenset({"77"}) if answer is OwnershipAnswer.NOT_OURS else frozenset())
    assert view is not None
    assert (view.question.answer, view.question.by, view.question.answered_at) == (
        answer,
        "Ana",
        START + HOUR,
    )
    [entry] = [one async for one in store.ledger(BRAND)]
    assert (entry.entry, entry.person_id, entry.actor_name) == (EntryKind.SETTING, "77", "Ana")


async def test_an_id_of_any_length_comes_back_from_its_button(store: Store) -> None:
    long = replace(UK, account=replace(UK.account, id=LONG))
    async with store.transaction(BRAND) as tx:
        await asked(tx, long)
        question = await own_accounts.pressed(tx, own_account_id(BRAND, LONG, 1))
        unknown = await own_accounts.pressed(tx, own_account_id(BRAND, "78", 1))

    assert question is not None
    assert question.person_id == LONG
    assert unknown is None


async def test_gone_accounts_and_those_of_the_settings_are_not_asked_about(store: Store) -> None:
    family, gone = replace(WATCHED, family={"77": "bramble_uk"}), replace(UK, gone="suspended")
    async with store.transaction(BRAND) as tx:
        await own_accounts.note(tx, family, [UK], (), START)
        await own_accounts.note(tx, WATCHED, [gone], (), START)

        assert await own_accounts.questions(tx) == {}


async def test_an_account_that_is_gone_or_called_otherwise_before_it_was_asked_about_is_not(
    store: Store,
) -> None:
    for person in (replace(UK, gone="suspended"), replace(UK, account=Account("77", "kim", "Kim"))):
        async with store.transaction(BRAND) as tx:
            await own_accounts.note(tx, WATCHED, [UK], (), START)
            await tx.people.put([person])

            assert not await own_accounts.ask(tx, WATCHED, START)


async def test_whoever_is_only_named_by_others_is_not_asked_about(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("5", author_id="77")])
        await own_accounts.note_named(
            tx, WATCHED, {"77": "bramble_uk", "78": "bramble_de", "79": "kim"}, START
        )

        assert list(await own_accounts.questions(tx)) == ["77"]


async def test_an_account_of_ours_that_renames_itself_is_found_under_its_new_name(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await asked(tx)
        question = (await own_accounts.questions(tx))["77"]
        await own_accounts.decide(tx, WATCHED, question, OwnershipAnswer.OURS, ANA, START)
        family = replace(WATCHED, family=await own_accounts.confirmed(tx))
        await own_accounts.note_named(tx, family, {"77": "works_in_leeds"}, START)

        assert await own_accounts.confirmed(tx) == {"77": "works_in_leeds"}
