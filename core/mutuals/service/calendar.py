"""When something comes again: APScheduler's CronTrigger reckons days, weekdays and times on the wall.

The trigger counts in wall-clock time without a zone, and zoneinfo says which moment that is. In the zone itself it
fires twice where an hour comes twice, leaves out a day whose hour does not exist (a digest at 00:30 in Santiago) and
may never move on (apscheduler#606, #1021); a day has one digest. So a time that the clocks skip comes as much later
as they are put forward, and of a time that comes twice the first one counts.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger

from mutuals.domain.recurrence import Schedule

_CLOCKS_CHANGE_BY = timedelta(days=1)  # at most: Samoa left out a whole day in 2011


def next_occurrence(schedule: Schedule, after: datetime) -> datetime:
    """The first moment of this schedule after `after`, in UTC; see domain.recurrence.NextOccurrence."""
    zone = ZoneInfo(schedule.zone)
    at = schedule.at
    days = ",".join(map(str, sorted(schedule.weekdays))) or "*"
    trigger = CronTrigger(day_of_week=days, hour=at.hour, minute=at.minute, second=at.second, timezone=UTC)
    wall = after.astimezone(zone).replace(tzinfo=UTC, fold=0) - _CLOCKS_CHANGE_BY
    while True:
        wall = trigger.get_next_fire_time(wall, wall)
        moment: datetime = wall.replace(tzinfo=zone).astimezone(UTC)
        if moment > after:
            return moment
