"""Until when something sleeps. Pure."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from mutuals.domain.policy import Policy

MORNING = time(9, 0)  # "until tomorrow" means when the team starts work


def snooze_until(value: str, now: datetime, policy: Policy) -> datetime | None:
    """When a snooze ends; "tomorrow" is the next morning in the brand's time zone."""
    if value == "1h":
        return now + timedelta(hours=1)
    if value == "1w":
        return now + timedelta(weeks=1)
    if value != "tomorrow":
        return None
    local = now.astimezone(ZoneInfo(policy.time_zone))
    return datetime.combine(local.date() + timedelta(days=1), MORNING, local.tzinfo).astimezone(now.tzinfo)
