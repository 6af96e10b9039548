"""The policy that the settings describe."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from mutuals.domain import listening, quiet_hours, rota, routing
from mutuals.domain.business_hours import every_hour, parse_week
from mutuals.domain.hand_offs import HandOffPolicy
from mutuals.domain.model import Category
from mutuals.domain.policy import Hours, Policy, ResponseTime
from mutuals.domain.quiet_hours import QuietHours
from mutuals.ports.settings import OFF
from mutuals.service.policy_settings import PolicySettings, Tell
from mutuals.service.public_holidays import holidays_of

YEARS_AHEAD = 2  # holidays are read for last year, this one and these; restart once a year
_CATEGORIES = tuple(Policy().response_times)


def _digest_at(text: str) -> time | None:
    return None if text == "off" else time.fromisoformat(text)


def _quiet_hours(settings: PolicySettings) -> QuietHours | None:
    return (
        None if settings.quiet_hours == OFF else quiet_hours.parse(settings.quiet_hours, settings.time_zone)
    )


def policy_from(settings: PolicySettings, *, today: date | None = None) -> Policy:
    """The policy of these settings. `today` decides which years' holidays are read (None: the machine's)."""
    year = (today or datetime.now(UTC).date()).year
    return Policy(
        hours=_hours(settings, range(year - 1, year + YEARS_AHEAD + 1)),
        outer_limit=timedelta(hours=settings.outer_limit_hours),
        response_times=_response_times(settings),
        our_turn_due=timedelta(minutes=settings.our_turn_due_minutes),
        urgent_due=timedelta(minutes=settings.urgent_due_minutes),
        follow_up_after=timedelta(hours=settings.promise_hours),
        expires_after=timedelta(days=settings.give_up_days),
        fan_interactions=settings.fan_interactions,
        fan_days=settings.fan_days,
        fan_window=timedelta(days=settings.fan_window_days),
        fan_last_within=timedelta(days=settings.fan_last_within_days),
        engaged_interactions=settings.engaged_interactions,
        fan_cool_down=timedelta(days=settings.fan_cool_down_days),
        claim_for=timedelta(minutes=settings.claim_minutes),
        reply_delay=timedelta(seconds=settings.reply_delay_seconds),
        link_wait=timedelta(minutes=settings.link_wait_minutes),
        follow_policy=settings.follow_policy,
        never_follow=_small(settings.never_follow),
        family=frozenset(handle.lower() for handle in settings.family),
        fans_per_hour=settings.fans_per_hour,
        fans_per_day=settings.fans_per_day,
        hand_off=_hand_off(settings),
        approval=settings.approval,
        second_person=settings.second_person,
        rotation=settings.rotation,
        reply_limit_public=settings.reply_limit_public,
        fan_follow_up=timedelta(days=settings.fan_follow_up_days),
        praise_due=timedelta(hours=settings.praise_hours),
        signature=settings.signature,
        hide_slurs=settings.hide_slurs,
        slur_words=settings.slur_words,
        time_zone=settings.time_zone,
        alert_line=settings.alert_line,
        asleep_after=timedelta(days=settings.asleep_days),
        outage_minutes=settings.outage_minutes,
        bundle_from=settings.bundle_from,
        digest_at=_digest_at(settings.digest_at),
        quiet_hours=_quiet_hours(settings),
        handling_minutes=settings.handling_minutes,
        playbook=_playbook(settings),
        routes=routing.parse(settings.routes),
        listen=listening.parse(settings.listen),
        listen_daily_dollars=settings.listen_daily_dollars,
        rivals=listening.parse_rivals(settings.rivals),
        rota=rota.parse(settings.rota, settings.time_zone),
    )


def _playbook(settings: PolicySettings) -> dict[str, str]:
    found = {name: getattr(settings, f"{name}_playbook").strip() for name in (*_CATEGORIES, "fan")}
    return {str(name): text for name, text in found.items() if text}


def _hand_off(settings: PolicySettings) -> HandOffPolicy:
    return HandOffPolicy(
        mail=settings.handoff_mail,
        webhook=settings.handoff_webhook,
        link=settings.handoff_link,
        due=timedelta(hours=settings.handoff_hours),
        words=settings.handoff_words,
        line=settings.handoff_line,
    )


def _hours(settings: PolicySettings, years: range) -> Hours | None:
    region = None if settings.holidays == OFF else settings.holidays
    if settings.hours is None and region is None:
        return None
    week = parse_week(settings.hours) if settings.hours else every_hour().week
    closed = holidays_of(region, years) if region else frozenset()
    return Hours(week, settings.time_zone, closed)


def _response_times(settings: PolicySettings) -> dict[Category, ResponseTime]:
    response_times = {}
    for category in _CATEGORIES:
        due: int = getattr(settings, f"{category}_due_minutes")
        tell: Tell = getattr(settings, f"{category}_tell")
        response_times[category] = ResponseTime(
            timedelta(minutes=due), tell == "half", in_digest=tell == "digest"
        )
    return response_times


def _small(reasons: Mapping[str, str]) -> dict[str, str]:
    return {handle.strip().removeprefix("@").lower(): reason.strip() for handle, reason in reasons.items()}
