"""What a month costs in each mode, before one is chosen: events have no owned price. Pure."""

from mutuals_x.prices import PricedItem
from mutuals_x.settings import XSettings

DAYS = 30
SAMPLE = 100  # posts a day of which a month is told


def month(posts_a_day: float, *, push: bool, owned: bool) -> float:
    """Dollars a month for so many posts to and of the brand a day: each is bought once, as an event or as a read."""
    item = PricedItem.POST_EVENT if push else PricedItem.MENTION
    return posts_a_day * DAYS * item.price(owned=owned) / 1e6


def compared(settings: XSettings) -> str:
    """Each mode's month in one sentence, with what the settings have chosen."""
    poll, push = (month(SAMPLE, push=one, owned=settings.owned_app) for one in (False, True))
    chosen = {
        "off": "Mutuals polls",
        "stream": "X tells Mutuals by its stream",
        "webhook": "X calls Mutuals' webhook",
    }
    follow = PricedItem.FOLLOW_EVENT.price(owned=False) / 1e6
    same = "the same" if poll == push else f"${push:.2f}"
    why = "" if poll == push else " (events have no owned-read price, so push is for speed)"
    extra = (
        f" Each follow and unfollow costs ${follow:.3f} more."
        if settings.push_follows and push_on(settings)
        else ""
    )
    return (
        f"{chosen[settings.push_mode]}. Per {SAMPLE} posts a day a month costs ${poll:.2f} by polling and {same} by push{why}."
        f"{extra}"
    )


def push_on(settings: XSettings) -> bool:
    """Does X tell by itself?"""
    return settings.push_mode != "off"
