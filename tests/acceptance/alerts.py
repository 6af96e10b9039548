"""Alerts that stand in both chats, for tests of what is done under them."""

from mutuals.domain.model import Action, Alert
from tests.acceptance.house import COMPLAINT, House


async def complaint(house: House, handle: str = "mia") -> Alert:
    """A complaint told in both chats."""
    house.write(handle, COMPLAINT)
    await house.look()
    return await house.open_alert(handle)


async def fans(house: House, *handles: str) -> list[Alert]:
    """Loyal fans told in both chats; their posts are older than the first look."""
    for handle in handles:
        house.make_loyal(handle)
    await house.look()
    return [await house.open_alert(handle) for handle in handles]


async def fan(house: House) -> Alert:
    """One of them."""
    [alert] = await fans(house, "savvari")
    return alert


async def acts(house: House, alert: Alert) -> list[Action]:
    """What was done under an alert."""
    return await house.read(lambda tx: tx.actions.of(alert.id))


def copies(house: House, words: str = "arrived broken") -> list[int]:
    """How many messages each chat shows that say this: by default, that quote the complaint."""
    return [len([one for one in texts if words in one]) for texts in house.channel_texts().values()]
