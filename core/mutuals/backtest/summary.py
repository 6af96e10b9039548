"""The summary of a backtest: figures first, then the same in sentences."""

from collections import Counter
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from mutuals.backtest.recording import SHOWN, Recording, Stream
from mutuals.backtest.replay import Outcome
from mutuals.domain.model import Case
from mutuals.domain.policy import DAY


@dataclass(slots=True)
class Summary:
    """Adds up the outcome of every brand. Times are in seconds."""

    recording: Recording
    every_post: bool
    posts: int = 0
    own: int = 0
    classes: Counter[str] = field(default_factory=Counter)
    ends: Counter[str] = field(default_factory=Counter)  # answered, expired, ..., open
    in_time: int = 0
    unanswered_a_day: int = 0
    waits: list[float] = field(default_factory=list)
    fans: int = 0
    silent: list[str] = field(default_factory=list)  # brands that wrote nothing
    seconds: float = 0.0

    def add(self, stream: Stream, told: list[Case], outcome: Outcome) -> None:
        """Take in one brand: the cases that were told, and the fans."""
        own = sum(stream.ours(post) for post in stream.posts)
        self.posts += len(stream.posts)
        self.own += own
        if not own:
            self.silent.append(stream.brand.account.handle)
        self.fans += len(outcome.fans)
        for case in told:
            self.classes[str(case.category)] += 1
            self.ends[case.closed_by or "open"] += 1
            answered = case.closed_at if case.closed_by == "answered" else None
            self.in_time += answered is not None and answered <= case.due_at
            self.unanswered_a_day += answered is None or answered - case.opened_at > DAY
            if answered is not None:
                self.waits.append((answered - case.opened_at).total_seconds())

    def plain(self) -> dict[str, Any]:
        """All figures, for a machine."""
        return {
            "brands": len(self.recording.streams),
            "posts": self.posts,
            "own_posts": self.own,
            "lines_left_out": self.recording.wrong,
            "posts_repeated": self.recording.repeated,
            "care_alerts": sum(self.classes.values()),
            "classes": None if self.every_post else dict(self.classes),
            "ends": dict(self.ends),
            "answered_in_time": self.in_time,
            "unanswered_at_24_hours": self.unanswered_a_day,
            "never_answered": sum(self.classes.values()) - self.ends["answered"],
            "median_seconds_to_answer": median(self.waits) if self.waits else None,
            "fan_alerts": self.fans,
            "follows_known": self.recording.ties_known,
            "seconds": round(self.seconds, 2),
            "posts_per_second": round(self.posts / self.seconds) if self.seconds else None,
        }

    def sentences(self) -> list[str]:
        """The same for a person."""
        return [*self._input(), *self._care(), *self._fans(), *self._speed()]

    def _input(self) -> list[str]:
        said = list(self.recording.malformed)
        if self.recording.wrong > SHOWN:
            said.append(f"{self.recording.wrong - SHOWN} more lines were left out.")
        if self.recording.repeated:
            said.append(f"{self.recording.repeated} posts came more than once and were counted once.")
        said += [
            f"The recording holds no post by @{one}, so nothing of theirs counts as answered. Check the handle."
            for one in self.silent
        ]
        brands = ", ".join(f"@{one.brand.account.handle}" for one in self.recording.streams[:5])
        more = len(self.recording.streams) - 5
        names = f"{brands} and {more} more" if more > 0 else brands
        return [*said, f"{self.posts:,} posts for {names}; {self.own:,} of them by the brand."]

    def _care(self) -> list[str]:
        told = sum(self.classes.values())
        if self.every_post:
            classes = "every post that is not the brand's; language is off"
        else:
            classes = ", ".join(f"{count} {name}" for name, count in self.classes.most_common()) or "none"
        ends = ", ".join(f"{count} {name}" for name, count in self.ends.most_common())
        said = [f"{told:,} care alerts ({classes})." + (f" How they ended: {ends}." if ends else "")]
        if told:
            wait = f"; the median answer took {_long(median(self.waits))}" if self.waits else ""
            never = told - self.ends["answered"]
            said.append(f"{self.in_time:,} were answered by the time they were due{wait}.")
            said.append(
                f"{self.unanswered_a_day:,} were unanswered at 24 hours; {never:,} have no answer in the recording."
            )
        return said

    def _fans(self) -> list[str]:
        if self.every_post:
            return []
        if self.recording.ties_known or not self.fans:
            return [f"{self.fans:,} fan alerts."]
        most = (
            f"{self.fans:,} fan alerts. The recording doesn't say who follows whom, so this is the most there could "
            "be: everyone counts as a follower whom the brand does not follow back."
        )
        return [most]

    def _speed(self) -> list[str]:
        rate = f", {self.posts / self.seconds:,.0f} posts a second" if self.seconds else ""
        return [f"It took {self.seconds:.1f} seconds{rate}."]


def _long(seconds: float) -> str:
    minutes = round(seconds / 60)
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02d} min" if hours else f"{minutes} min"
