"""The digest of a brand: brought about, read in both chats, and answered."""

from mutuals.alerting import digest
from mutuals.cards.markup import Intent
from mutuals.domain.ids import digest_id, sample_id
from mutuals.domain.model import PeriodicTask
from tests.acceptance.house import House, Member, discord_text, slack_text
from tests.acceptance.pressing import press_on


async def until_the_hour(house: House, hours: float = 21.5) -> None:
    """Noon plus these hours is half past nine the next morning; then the minute's tick."""
    await tick(house)
    await house.later(hours=hours)
    await tick(house)


async def tick(house: House) -> None:
    await house.do(PeriodicTask.DIGEST)


def told(house: House) -> dict[str, list[str]]:
    """The digests in each chat."""
    return {
        "slack": [slack_text(one) for one in house.slack_messages() if "Today in short" in slack_text(one)],
        "discord": [
            discord_text(one) for one in house.discord_messages() if "Today in short" in discord_text(one)
        ],
    }


async def give_feedback(house: House, who: Member, post_id: str, value: str) -> None:
    """Press a button under a post that the digest offers."""
    await press_on(house, who, sample_id(house.brand_id, post_id), Intent.FEEDBACK, value)


async def offered(house: House) -> tuple[list[str], list[str]]:
    """The samples of the last digest: those in the message, and those behind its button."""
    ids = (await house.read(lambda tx: tx.key_values.get(digest.KEY)))["offered"]
    return ids[:3], ids[3:]


async def day_of(house: House) -> str:
    """The id under which the last digest's button works."""
    key = (await house.read(lambda tx: tx.key_values.get(digest.KEY)))["told"][-1][0]
    return digest_id(house.brand_id, key.removeprefix(digest.PREFIX))


async def busy_day(house: House, posts: int) -> None:
    await tick(house)
    for number in range(posts):
        house.write(
            f"other{number:03}", f"@kettleco the blue one on shelf {number}, at my aunt's place since May"
        )
    await house.look()
    await until_the_hour(house)
