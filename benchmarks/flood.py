"""20, 200 and 2,000 people wait to be told of, and each channel takes one message a second. `make bench-flood`.

The real service against the loopback Slack and Discord, which answer 429 with Retry-After where a channel
gets more than one message a second (Slack: bursts of three; Discord: five in five seconds). Two floods:
one in which people are told together when they are many, and one in which each has a message of their own
(bundles off). The second also with our own pace set far too fast and with chats that now and then refuse seven
calls in a row, so that being refused is the rule. Everything is counted at the far side: each person must
be named by exactly one message in each chat, and no message may come after a less urgent one.

What is scaled: time. The service, its libraries and both chats run in one event loop whose seconds are
`--times` as short; `seconds` in the output are those of the chats. ARGS="--sizes 20,200" for less.
The last line of the output is one JSON object.
"""

import argparse
import json
import logging
import sys
from functools import partial
from typing import Any

import structlog
from flood_environment import FloodEnvironment
from hurry import hurried

from mutuals.alerting.rate_limiter import RateLimiter

SIZES = "20,200,2000"
TIMES = 12.0
TOO_FAST = 50.0  # messages a second of a service that keeps no pace


async def flood(waiting: int, *, bundled: bool, too_fast: bool) -> dict[str, Any]:
    """One flood; must run in a hurried loop."""
    pace = RateLimiter(TOO_FAST, int(TOO_FAST)) if too_fast else RateLimiter()
    figures = await FloodEnvironment(waiting, bundled=bundled, pace=pace, overload=too_fast).run()
    told = "together when many" if bundled else "one by one"
    return {"told": told, "pace": "far too fast" if too_fast else "ours", **figures}


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default=SIZES)
    parser.add_argument("--times", type=float, default=TIMES, help="how many times as fast time runs")
    asked = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    sys.stdout.write(f"Time runs {asked.times:g} times as fast for the service and both chats alike.\n")
    floods = []
    for size in map(int, asked.sizes.split(",")):
        for bundled, too_fast in ((True, False), (False, False), (False, True)):
            work = partial(flood, size, bundled=bundled, too_fast=too_fast)
            floods.append(hurried(work, asked.times))
            sys.stdout.write(f"{json.dumps(floods[-1])}\n")
            sys.stdout.flush()
    wrong = sum(one["lost"] + one["doubled"] + one["out_of_order"] for one in floods)
    sys.stdout.write(json.dumps({"floods": floods, "wrong": wrong, "times": asked.times}) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
