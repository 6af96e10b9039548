"""Nothing lost, nothing twice: kill -9 at every boundary, then count at the far side. `make bench-faults`.

Small environments of X, Slack and Discord on loopback, each with the real service, which is killed at the
moment that the plan names (see fault_plan.py), started again, and compared with what X and both chats
hold. ARGS="--kills 500 --seed 1" are the defaults. The last line of the output is one JSON object.
"""

import argparse
import asyncio
import itertools
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence

from fault_accounts import Accounts
from fault_environment import FaultEnvironment, Unsettled
from fault_kills import ForkServer, Phase
from fault_plan import BOUNDARIES, TROUBLES, Boundary, Kill, first_start, landed, name_of, strike, trouble
from fault_speed import QUICK, WARM, quickened

from mutuals_sandbox.faults import FaultKind

KILLS_A_TOWN = 14  # then a new one, with a new database
WORKERS = 3  # environments at the same time: some wait for their sockets while one works


def deck(dice: random.Random) -> Iterator[Kill]:
    """Every boundary in every phase, shuffled, again and again; among them kills at any moment."""
    while True:
        cards = [Kill(one, phase) for one in BOUNDARIES for phase in Phase]
        cards += [Kill(one, Phase.COMMITTED, again=True) for one in BOUNDARIES if _looks_again(one.name)]
        cards += [Kill(None)] * 12
        dice.shuffle(cards)
        yield from cards


def _looks_again(name: str) -> bool:
    return "alert" in name or "escalation" in name or "reply from" in name or "acknowledgement" in name


async def play(kills: int, seed: int, *, workers: int = WORKERS, troubles: bool = True) -> Accounts:
    """Kill until so many kills have landed; then, if asked for, let things go wrong without a kill."""
    accounts, dice = Accounts(), random.Random(seed)
    fork_server = ForkServer(WARM, QUICK)
    with quickened():
        await fork_server.open()
        cards = deck(dice)
        try:
            jobs = [
                _towns(fork_server, accounts, random.Random(dice.random()), cards, kills)
                for _ in range(workers)
            ]
            await asyncio.gather(*jobs)
            if troubles:
                plan = [(one, kind) for one in BOUNDARIES for kind in TROUBLES]
                dice.shuffle(plan)
                await asyncio.gather(*(_troubles(fork_server, accounts, dice, plan) for _ in range(workers)))
        finally:
            await fork_server.close()
    return accounts


async def sample(
    cards: Sequence[Kill], troubles: Sequence[tuple[Boundary, FaultKind]] = (), seed: int = 1
) -> Accounts:
    """These kills, and these faults without a kill, in one environment, for the tests."""
    accounts, fork_server = Accounts(), ForkServer(WARM, QUICK)
    with quickened():
        await fork_server.open()
        environment = FaultEnvironment(fork_server, accounts, random.Random(seed))
        await environment.open()
        try:
            await _live(environment, iter(cards), kills=len(cards) + 1)
            for boundary, kind in troubles:
                await trouble(environment, boundary, kind)
                environment.compare(f"{kind} at {boundary.name}")
        except Unsettled as error:
            environment.never_rested("a fault", error)
        finally:
            await environment.close()
            await fork_server.close()
    return accounts


async def _towns(
    fork_server: ForkServer, accounts: Accounts, dice: random.Random, cards: Iterator[Kill], kills: int
) -> None:
    """One environment after another."""
    while accounts.landed < kills:
        environment = FaultEnvironment(fork_server, accounts, dice)
        await environment.open()
        try:
            await _live(environment, cards, kills)
        finally:
            await environment.close()


async def _live(environment: FaultEnvironment, cards: Iterator[Kill], kills: int) -> None:
    what = "the first start"
    try:
        await first_start(environment)
        environment.compare(what)
        _count(environment, what)
        for kill in itertools.islice(cards, KILLS_A_TOWN):
            what = name_of(kill)
            await strike(environment, kill)
            environment.compare(what)
            _count(environment, what)
            if environment.accounts.landed >= kills:
                return
    except Unsettled as error:
        _count(environment, what)
        environment.never_rested(what, error)


def _count(environment: FaultEnvironment, what: str) -> None:
    accounts = environment.accounts
    for death in environment.deaths:
        accounts.kills += 1
        accounts.landed += landed(death)
        accounts.by_boundary[what] += landed(death)
        if accounts.kills % 25 == 0:
            told = f"{accounts.kills} kills, {accounts.landed} mid-work, lost {accounts.lost}, doubled {accounts.doubled}"
            sys.stderr.write(f"{told}\n")
    environment.deaths.clear()


async def _troubles(
    fork_server: ForkServer, accounts: Accounts, dice: random.Random, plan: list[tuple[Boundary, FaultKind]]
) -> None:
    """Refusals, broken servers and lost answers at every boundary, without a kill."""
    while plan:
        environment = FaultEnvironment(fork_server, accounts, dice)
        await environment.open()
        await environment.start()
        try:
            for _ in range(KILLS_A_TOWN):
                if not plan:
                    break
                boundary, kind = plan.pop()
                what = f"{kind} at {boundary.name}"
                try:
                    await trouble(environment, boundary, kind)
                except Unsettled as error:
                    environment.never_rested(what, error)
                    break
                environment.compare(what)
        finally:
            await environment.close()


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=500, help="kills that land in the middle of work")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=WORKERS)
    parser.add_argument("--no-troubles", action="store_true", help="kills only")
    asked = parser.parse_args()
    began = time.monotonic()
    accounts = asyncio.run(
        play(asked.kills, asked.seed, workers=asked.workers, troubles=not asked.no_troubles)
    )
    for name in sorted(set(accounts.missed)):
        sys.stderr.write(f"not hit {accounts.missed.count(name)} times: {name}\n")
    figures = {
        "kills": accounts.kills,
        "landed_mid_work": accounts.landed,
        "lost": accounts.lost,
        "doubled": accounts.doubled,
        "faults_without_kill": accounts.faults,
        "signed_in_again": accounts.signed_in_again,
        "seconds": round(time.monotonic() - began, 1),
    }
    sys.stdout.write(json.dumps(figures) + "\n")
    return 1 if accounts.lost or accounts.doubled else 0


if __name__ == "__main__":
    sys.exit(main())
