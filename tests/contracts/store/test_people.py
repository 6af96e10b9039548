"""People as they were looked up."""

from dataclasses import replace

from mutuals.domain.model import AlertState, Relationship
from mutuals.ports.store import Store
from tests.support.values import BRAND, START, alert, fan, person


async def test_a_look_up_tells_the_fan_rows_how_we_stand(store: Store) -> None:
    looked = person("77", relationship=Relationship(follows_us=True), checked_at=START)
    async with store.transaction(BRAND) as tx:
        await tx.fans.put([fan("77"), fan("78")])
        await tx.people.put([looked, person("78", relationship=Relationship(we_follow=True))])
        fans = await tx.fans.by_ids(["77", "78"])

    assert (fans["77"].follows_us, fans["77"].we_follow, fans["77"].checked_at) == (True, False, START)
    assert (fans["78"].we_follow, fans["78"].checked_at) == (None, None)  # nobody looked that one up


async def test_a_person_is_kept_as_they_were_looked_up_last(store: Store) -> None:
    before, after = person("77"), person("77", checked_at=START)
    async with store.transaction(BRAND) as tx:
        await tx.people.put([person("78")])
        await tx.people.put([before, after])
        await tx.people.put([])

        assert await tx.people.by_ids(["77", "79"]) == {"77": after}
        assert await tx.people.by_ids([]) == {}
        assert await tx.fans.by_ids(["77"]) == {}  # whoever did nothing is no fan


async def test_people_are_found_by_their_handle_in_any_case(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        known = [person("78"), person("77"), person("79")]
        same = [replace(one, account=replace(one.account, handle="Mia_Makes")) for one in known[:2]]
        await tx.people.put([*same, known[2]])

        assert await tx.people.called("mia_MAKES") == same[::-1]
        assert await tx.people.called("mia") == []


async def test_names_are_suggested_of_whom_somebody_waits_first_then_by_name(store: Store) -> None:
    people = [
        replace(person(id_), account=replace(person(id_).account, handle=handle))
        for id_, handle in (("1", "Mara"), ("2", "mia"), ("3", "milo"), ("4", "tom"), ("5", "mila"))
    ]
    gone = replace(people[4], gone="deleted")
    async with store.transaction(BRAND) as tx:
        await tx.people.put([*people[:4], gone])
        await tx.alerts.put(alert("a3", person_id="3"), was=None)
        await tx.alerts.put(alert("a1", person_id="1", state=AlertState.SETTLED), was=None)

        assert await tx.people.suggested("M", 25) == ["milo", "Mara", "mia"]
        assert await tx.people.suggested("mi", 1) == ["milo"]
        assert await tx.people.suggested("", 25) == ["milo", "Mara", "mia", "tom"]
        assert await tx.people.suggested("x%", 25) == []
