"""How quick both chats are while a team has thousands of open alerts. `make bench-chat`.

The service runs as a process of its own against X, Slack and Discord on loopback, which count requests as the real ones
do (about one message a second to a channel). It has made every alert itself. Then, for some seconds, people claim
50 alerts a second in each chat (each another one), open the form of a reply, and ask with slash commands.

`ack_p99_ms`: from a press until the app acknowledges it. `clicked_redraw_p95_ms`: from a press until the message that
was pressed shows the claim. `other_chat_backlog_s`: from the last press until the other chat shows every one of them;
at one message a second that is as many seconds as there were clicks, so it is waited for at most `--patience` seconds,
and `other_chat_left` says how many messages were still to be redrawn then. `slash_p95_ms` and `form_p99_ms`: until the
private answer, or the form with its text field, is there. `truthful`: whether `/mutuals queue` counts what the table
holds. All clients share the machine with the service. ARGS="--waiting 1000 --seconds 3" for less.
"""

import argparse
import asyncio
import json
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Coroutine
from contextlib import suppress
from pathlib import Path
from typing import Any

from chat_environment import ChatEnvironment, until
from chat_people import ASKED, ChatPeople, Measured, Shown

from mutuals_sandbox.chat_observer import elements

CLICKS_A_SECOND = 50
CLICKS_BETWEEN_ASKING = 25  # of each chat: two slash commands and one form a second
ASKED_OF = 4  # open alerts beside those that are claimed, for each turn of asking: two whose form is opened, and spare
COUNTED = re.compile(r"\d+-\d+ of ([\d,]+)")


def percentile(seconds: list[float], share: int) -> float:
    """In milliseconds."""
    return round(statistics.quantiles(seconds, n=100)[share - 1] * 1000, 1) if len(seconds) > 1 else 0.0


async def work(people: ChatPeople, seconds: float) -> list[Shown]:
    """Everything that people do; gives the alerts that were claimed."""
    alerts = list(people.alerts.values())
    random.Random(1).shuffle(alerts)
    clicks = int(seconds * CLICKS_A_SECOND)
    claimed, others = alerts[: 2 * clicks], alerts[2 * clicks :]
    doing: list[asyncio.Task[None]] = []

    def do(act: Coroutine[Any, Any, None]) -> None:
        doing.append(asyncio.create_task(act))

    began = time.monotonic()
    for number in range(clicks):
        await asyncio.sleep(max(0.0, began + number / CLICKS_A_SECOND - time.monotonic()))
        do(people.claim_in_slack(number, claimed[2 * number]))
        do(people.claim_in_discord(number, claimed[2 * number + 1]))
        turn, rest = divmod(number, CLICKS_BETWEEN_ASKING)
        if rest == 0:
            words = ASKED[turn % len(ASKED)]
            do(people.ask_in_slack(turn, words))
            do(people.ask_in_discord(turn, words))
        elif rest == 12:
            do(people.form_in_slack(turn, others[2 * turn]))
            do(people.form_in_discord(turn, others[2 * turn + 1]))
    await asyncio.gather(*doing)
    return claimed


async def count_told(environment: ChatEnvironment, people: ChatPeople) -> int:
    """How many wait by `/mutuals queue` in Slack."""
    await people.ask_in_slack(19, "queue")
    whispers = environment.slack.space.channels[environment.slack_channel].whispers
    said = " ".join(str(one.get("text")) for one in elements(list(whispers.values())[-1].blocks))
    found = COUNTED.search(said)
    return int(found[1].replace(",", "")) if found else -1


async def measure(waiting: int, settled: int, seconds: float, patience: float) -> dict[str, Any]:
    """Make the alerts, let people work, wait until both chats show all, or for as long as is bearable."""
    with tempfile.TemporaryDirectory(prefix="mutuals-bench-") as name:
        environment = ChatEnvironment(Path(name))
        try:
            began = time.monotonic()
            await environment.start(waiting, settled, lambda told: print(told, flush=True))
            print(f"Ready after {time.monotonic() - began:.0f} s", flush=True)
            people = ChatPeople(environment)
            print(f"{len(people.alerts)} open alerts with Claim in both chats", flush=True)
            watching = asyncio.create_task(people.watch.run())
            await people.ask_in_slack(0, "queue")  # both chats answer before anything is measured
            await people.ask_in_discord(0, "queue")
            people.measured = Measured()
            before = {id(one): one.contents() for one in people.alerts.values()}
            claimed = await work(people, seconds)
            ended = time.monotonic()
            truthful = await count_told(environment, people) == environment.open_alerts()

            def left() -> int:
                return sum(
                    now is then
                    for one in claimed
                    for now, then in zip(one.contents(), before[id(one)], strict=True)
                )

            with suppress(TimeoutError):
                await until(lambda: not left(), again=0.2, seconds=patience)
            backlog = time.monotonic() - ended
            watching.cancel()
            return figures(people, backlog, left(), truthful=truthful)
        finally:
            await environment.stop()


def figures(people: ChatPeople, backlog: float, left: int, *, truthful: bool) -> dict[str, Any]:
    """The last line."""
    of = people.measured
    for why in sorted(set(of.unanswered)):
        print(f"Not acknowledged, {of.unanswered.count(why)} times: {why}", file=sys.stderr)
    return {
        "clicks": len(of.acks),
        "not_acknowledged": len(of.unanswered),
        "ack_p99_ms": percentile(of.acks, 99),
        "clicked_redraw_p95_ms": percentile(of.redraws, 95),
        "other_chat_backlog_s": round(backlog, 1),
        "other_chat_left": left,
        "slash_p95_ms": percentile(of.slashes, 95),
        "form_p99_ms": percentile(of.forms, 99),
        "truthful": truthful,
    }


def main() -> int:
    """Print what was done and the figures; status 1 where a click was lost or the count is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--waiting", type=int, default=10_000, help="open alerts")
    parser.add_argument("--settled", type=int, default=250, help="newer ones that are settled")
    parser.add_argument("--seconds", type=float, default=6.0, help="how long people click")
    parser.add_argument("--patience", type=float, default=120.0, help="seconds to wait for the other chat")
    asked = parser.parse_args()
    clicks = int(asked.seconds * CLICKS_A_SECOND)
    needed = 2 * clicks + ASKED_OF * (clicks // CLICKS_BETWEEN_ASKING + 1)
    if asked.waiting < needed:
        parser.error(f"{asked.seconds:g} seconds of clicks need {needed} open alerts: --waiting {needed}")
    found = asyncio.run(measure(asked.waiting, asked.settled, asked.seconds, asked.patience))
    print(json.dumps(found))
    return 0 if found["truthful"] and not found["not_acknowledged"] else 1


if __name__ == "__main__":
    sys.exit(main())
