"""`mutuals demo`: the sandbox, the real service pointed at it, and a page to click in."""

import asyncio
import contextlib
import json
import signal
import sys
import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from mutuals.domain.policy import Policy
from mutuals_sandbox.demo_page import page_of
from mutuals_sandbox.environment import Environment
from mutuals_sandbox.post_outcome import PostOutcomes
from mutuals_sandbox.scenario.storyteller import Storyteller
from mutuals_sandbox.scripted_demo import run_script
from mutuals_sandbox.service_process import ServiceProcess

say = Console(stderr=True, highlight=False, soft_wrap=True)

SEED = 2011
EVERY_SECONDS = 16.0  # between two new posts: time to read one, press a button and see what comes of it


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
        storyteller = Storyteller(environment.world, environment.cast, SEED, EVERY_SECONDS)
        outcomes = PostOutcomes(f"sqlite:///{Path(folder) / 'mutuals.db'}", Policy())
        page = page_of(environment, storyteller, outcomes)
        try:
            await page.start(port)
        except OSError:
            say.print(f"Port {port} is taken, so the page uses a free one.")
            await page.start(0)
        story = asyncio.create_task(storyteller.run())
        try:
            await service.start()
            say.print(f"\n  The demo is at {page.url}   (stop with Ctrl-C)\n", markup=False)
            await _until(stop, service)
        finally:
            story.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await story
            await page.stop()
            await outcomes.close()
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
