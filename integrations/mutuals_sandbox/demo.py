"""`mutuals demo`: the sandbox, the real service pointed at it, and a page to click in."""

import asyncio
import contextlib
import json
import signal
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from mutuals.domain import language
from mutuals.domain.model import CASE_CLASSES, Category, Classification
from mutuals.domain.policy import Policy
from mutuals.domain.sla import moments
from mutuals_sandbox.environment import Environment
from mutuals_sandbox.page.ports import Cast as Guests
from mutuals_sandbox.page.ports import Customer, Hint, Viewer
from mutuals_sandbox.page.server import PageServer
from mutuals_sandbox.scenario.history import run_events
from mutuals_sandbox.scripted_demo import run_script
from mutuals_sandbox.service_process import ServiceProcess

say = Console(stderr=True, highlight=False, soft_wrap=True)

SEED = 2011
EVERY_SECONDS = 6.0  # between two new posts: enough to watch, slow enough to read


def command(
    headless: Annotated[bool, typer.Option("--headless", help="Play the story without a page.")] = False,
    seconds: Annotated[float, typer.Option(min=20, help="How long the story without a page takes.")] = 60,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object at the end.")] = False,
    record: Annotated[
        Path | None, typer.Option(help="Keep every body sent to X, Slack and Discord in this folder.")
    ] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port of the page.")] = 8011,
) -> None:
    """Try everything in an invented world: nothing leaves this machine."""
    if not headless:
        asyncio.run(_with_page(record, port))
        return
    report = asyncio.run(_headless(seconds, record))
    if as_json:
        sys.stdout.write(json.dumps(report) + "\n")
    else:
        for key, value in report.items():
            say.print(f"{key}: {value}", markup=False)
    raise typer.Exit(0 if report["held"] else 1)


async def _headless(seconds: float, record: Path | None) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="mutuals-demo-") as folder:
        environment = await Environment.start(record=record, seed=SEED)
        service = ServiceProcess(environment.service_variables(Path(folder)), Path(folder) / "service.log")
        try:
            return await run_script(environment, service, Path(folder), seconds)
        finally:
            await service.kill()
            await environment.stop()


async def _with_page(record: Path | None, port: int) -> None:
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    with tempfile.TemporaryDirectory(prefix="mutuals-demo-") as folder:
        environment = await Environment.start(record=record, seed=SEED)
        service = ServiceProcess(environment.service_variables(Path(folder)), Path(folder) / "service.log")
        page = page_of(environment)
        try:
            await page.start(port)
        except OSError:
            say.print(f"Port {port} is taken, so the page uses a free one.")
            await page.start(0)
        story = asyncio.create_task(run_events(environment.world, environment.cast, SEED, EVERY_SECONDS))
        try:
            await service.start()
            say.print(f"\n  The demo is at {page.url}   (stop with Ctrl-C)\n", markup=False)
            await _until(stop, service)
        finally:
            story.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await story
            await page.stop()
            await service.stop()
            await environment.stop()


async def _until(stop: asyncio.Event, service: ServiceProcess) -> None:
    """Wait for the visitor to leave; say so if the service ends by itself."""
    while not stop.is_set():
        if not service.alive:
            say.print("The service has ended by itself. The end of its log:\n", markup=False)
            say.print(service.log_tail(), markup=False)
            raise typer.Exit(1)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), 1)


def page_of(environment: Environment) -> PageServer:
    """The page for this environment, not started yet."""
    staff, world, cast = environment.staff, environment.world, environment.cast
    shown = [cast.wants_follow, *cast.fans[:3], *cast.complainers[:2]]
    customers = [
        Customer(one, world.users[one].name, world.users[one].handle) for one in dict.fromkeys(shown)
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
        extra=lambda: {"X has cost": f"${environment.x.meter.total:.3f}"},
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
            "sentence": f"{what}, so no alert of its own: it counts for their loyalty, and whoever speaks often and "
            "warmly is shown as a fan.",
        }
    now = datetime.now(UTC)
    when = moments(reading.category, reading.flags, now, policy)
    if when.tell_at <= now:
        return {"soon": True, "sentence": "The team is told at once."}
    if policy.response_times[reading.category].in_digest:
        return {"soon": False, "sentence": "It is listed in the daily digest while nobody answers it."}
    wait, due = (int((at - now).total_seconds() // 60) for at in (when.tell_at, when.due_at))
    return {
        "soon": False,
        "sentence": f"It is due in {due} minutes. If nobody has answered it in {wait} minutes, the team is told.",
    }
