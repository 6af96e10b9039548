"""The demo's page for one environment: who a visitor can be, and what the page says about a text."""

from datetime import UTC, datetime
from typing import Any

from mutuals.domain import language
from mutuals.domain.model import CASE_CLASSES, Category, Classification
from mutuals.domain.policy import Policy
from mutuals.domain.sla import moments
from mutuals_sandbox.environment import Environment
from mutuals_sandbox.page.ports import Cast as Guests
from mutuals_sandbox.page.ports import Customer, Hint, Outcomes, Story, Viewer
from mutuals_sandbox.page.server import PageServer
from mutuals_sandbox.post_outcome import in_words


def page_of(
    environment: Environment, story: Story | None = None, outcomes: Outcomes | None = None
) -> PageServer:
    """The page for this environment, not started yet."""
    staff, world, cast = environment.staff, environment.world, environment.cast
    shown = {
        cast.casual[0]: "a customer", cast.casual[3]: "a customer", cast.casual[6]: "a customer", cast.casual[9]: "a customer",
        cast.followed[0]: "you follow each other", cast.fans[0]: "a loyal fan",
        cast.wants_follow: "waits for an answer", cast.complainers[0]: "waits for an answer",
    }  # fmt: skip
    customers = [
        Customer(one, world.users[one].name, world.users[one].handle, note) for one, note in shown.items()
    ]
    people = Guests(
        slack=[
            Viewer(staff.ana_slack, "Ana", "manager"),
            Viewer(staff.ben_slack, "Ben", "new in the team"),
            Viewer(staff.guest_slack, "Gil", "guest, may not act"),
        ],
        discord=[
            Viewer(staff.ana_discord, "Ana", "care team"),
            Viewer(staff.ben_discord, "Ben", "care team"),
            Viewer(staff.outsider_discord, "Olli", "without the role"),
        ],
        customers=customers,
        slack_commands=[
            Hint("/mutuals", name, about)
            for name, about in (
                ("queue", "everything that waits"),
                ("today", "a few quick and kind things"),
                ("fans", "loyal fans, not followed back"),
                ("complaints", "waiting for an answer"),
                ("queue mine", "what you have claimed"),
                ("show @", "one person's alert"),
                ("status", "how things stand, and the cost"),
                ("help", "what Mutuals can do"),
            )
        ],
    )
    return PageServer(
        x=environment.x,
        slack=environment.slack,
        discord=environment.discord,
        world=world,
        brand=world.users[cast.brand],
        people=people,
        explain=explain,
        extra=lambda: {"X would have charged": f"${environment.x.meter.total:.2f}"},
        story=story,
        outcomes=outcomes,
    )


def explain(text: str) -> dict[str, Any]:
    """What the language rules make of a text, for the box on the page."""
    reading = language.read(text)
    cues = [
        {"name": cue.name, "text": text[cue.start : cue.end], "weight": cue.weight} for cue in reading.cues
    ]
    flags = sorted(str(flag) for flag in reading.flags)
    return {
        "class": str(reading.category),
        "score": round(reading.complaint, 3),
        "cues": cues,
        "flags": flags,
        "plan": plan(reading, Policy()),
    }


def plan(reading: Classification, policy: Policy) -> dict[str, Any]:
    """What will be done about a post, in a sentence; `soon` when an alert comes within seconds."""
    if reading.category not in CASE_CLASSES:
        praise = reading.category is Category.PRAISE
        what = "Praise waits for no answer" if praise else "This asks nothing of the team"
        return {
            "soon": False,
            "sentence": f"{what}, so no alert of its own would come. It counts for their loyalty.",
        }
    now = datetime.now(UTC)
    when = moments(reading.category, reading.flags, now, policy)
    if when.tell_at <= now:
        return {"soon": True, "sentence": "The team would be told at once."}
    if policy.response_times[reading.category].in_digest:
        return {"soon": False, "sentence": "It would be listed in the daily digest while nobody answers it."}
    wait, due = in_words(when.tell_at - now), in_words(when.due_at - now)
    return {
        "soon": False,
        "sentence": f"The team would be told in {wait} if nobody has answered by then. It would be due in {due}.",
    }
