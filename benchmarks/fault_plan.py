"""At which moments the service is killed, what goes on then, and what else goes wrong on the way."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

import fault_people as people
from fault_environment import FANS, Death, FaultEnvironment
from fault_kills import KillingFaults, Phase

from mutuals.cards.markup import Intent
from mutuals.domain.model import Alert, AlertKind, AlertState
from mutuals_sandbox.faults import FaultKind

Act = Callable[[FaultEnvironment], Coroutine[Any, Any, None]]
HOUR = 3600.0

X_REPLY = r"POST /2/tweets$"
X_FOLLOW = r"POST /2/users/\d+/following"
X_MENTIONS = r"GET /2/users/\d+/mentions"
X_OWN = r"GET /2/users/\d+/tweets"
X_PEOPLE = r"GET /2/users$"
X_TOKEN = r"POST /2/oauth2/token"
SLACK_POST = r"/api/chat\.postMessage"
SLACK_EDIT = r"/api/chat\.update"
SLACK_FIND = r"/api/conversations\.(history|replies)"
DISCORD_POST = r"POST .*/channels/\d+/messages$"
DISCORD_EDIT = r"PATCH .*/channels/\d+/messages/"
DISCORD_FIND = r"GET .*/channels/\d+/messages"
DISCORD_CALLBACK = r"/interactions/.*/callback"
DISCORD_ANSWER = r"(PATCH|DELETE) .*/webhooks/"


# --- what goes on ------------------------------------------------------------------------------


async def _new_alert(environment: FaultEnvironment, make: Callable[[], str]) -> Alert:
    """Somebody new, told and shown in both chats."""
    person = make()
    await environment.settle()
    return next(one for one in environment.alerts() if one.person_id == person)


async def arrive(environment: FaultEnvironment) -> None:
    """Two customers complain."""
    environment.complain(), environment.complain()
    await environment.settle()


async def burst(environment: FaultEnvironment) -> None:
    """Five customers complain at once, which is told by one message that names them all."""
    environment.clock.move(HOUR)
    for _ in range(5):
        environment.complain(after=0.1)
    await environment.settle()


async def loyal(environment: FaultEnvironment) -> None:
    """Somebody turns out to be a loyal fan."""
    _fan(environment)
    await environment.settle()


def _fan(environment: FaultEnvironment) -> str:
    """A new loyal fan; when there is none left, a complaint. Five suggestions an hour are the limit."""
    told = FANS - len(environment.almost)
    if told and told % 5 == 0:
        environment.clock.move(1.1 * HOUR)
    return environment.become_loyal() if environment.almost else environment.complain()


def _writes(chat: str, do: Intent) -> Act:
    async def act(environment: FaultEnvironment) -> None:
        alert = _open(environment) or await _new_alert(environment, environment.complain)
        number = len(environment.sent) + 1
        await people.write(
            environment, chat, alert.id, do, f"Sorry! We see to it at once, number {number}. ^{chat}"
        )

    return act


async def send_after_restart(environment: FaultEnvironment) -> None:
    """The service starts anew while somebody writes; what is sent then must still find its way."""
    alert = _open(environment) or await _new_alert(environment, environment.complain)
    text = f"Sorry! We see to it at once, number {len(environment.sent) + 1}. ^restart"
    await people.write(environment, "slack", alert.id, Intent.REPLY, text, meanwhile=environment.restart)


def _follows(chat: str) -> Act:
    async def act(environment: FaultEnvironment) -> None:
        alert = _open(environment, fan=True) or await _new_alert(environment, lambda: _fan(environment))
        await people.follow(environment, chat, alert.id)

    return act


def _clicks(chat: str, do: Intent, value: str = "") -> Act:
    async def act(environment: FaultEnvironment) -> None:
        alert = _open(environment) or await _new_alert(environment, environment.complain)
        await people.click(environment, chat, alert.id, do, value)

    return act


async def escalate(environment: FaultEnvironment) -> None:
    """A complaint is not answered in time: somebody is called in its thread, in both chats."""
    environment.clock.move(2 * HOUR)
    await environment.settle()


async def renew(environment: FaultEnvironment) -> None:
    """X's access token runs out. If the new one died with the process, that is said, and signing in again helps."""
    environment.clock.move(3 * HOUR)
    await environment.see(lambda: any(killer.kill_planned for killer in environment.killers) is False, 5.0)
    await asyncio.sleep(0.2)
    await environment.settle()
    environment.complain()
    await environment.settle()


def _open(environment: FaultEnvironment, *, fan: bool = False) -> Alert | None:
    """An alert that waits, with its post fresh enough to be answered."""
    for alert in reversed(environment.alerts()):
        free = alert.state is AlertState.OPEN and alert.claimed_key is None and alert.bundle_id is None
        if free and (alert.is_fan if fan else alert.kind is AlertKind.CARE):
            return alert
    return None


# --- where it dies -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Boundary:
    """One kind of request, in one service, while something goes on. `first` is done and settled before."""

    name: str
    side: str  # x | slack | discord
    match: str
    act: Act
    first: Act | None = None
    nth: tuple[int, ...] = (1,)  # which of the requests, by the dice

    def killer(self, environment: FaultEnvironment) -> KillingFaults:
        return {
            "x": environment.x_kill,
            "slack": environment.slack_kill,
            "discord": environment.discord_kill,
        }[self.side]


BOUNDARIES = (
    Boundary("X mentions", "x", X_MENTIONS, arrive),
    Boundary("X own posts", "x", X_OWN, arrive),
    Boundary("X look-up of people", "x", X_PEOPLE, arrive),
    Boundary("X look-up of fans", "x", X_PEOPLE, loyal),
    Boundary("X token renewal", "x", X_TOKEN, renew),
    Boundary("X reply from Slack", "x", X_REPLY, _writes("slack", Intent.REPLY)),
    Boundary("X reply from Discord", "x", X_REPLY, _writes("discord", Intent.REPLY)),
    Boundary("X acknowledgement from Slack", "x", X_REPLY, _writes("slack", Intent.ACKNOWLEDGE)),
    Boundary("X acknowledgement from Discord", "x", X_REPLY, _writes("discord", Intent.ACKNOWLEDGE)),
    Boundary("X follow from Slack", "x", X_FOLLOW, _follows("slack")),
    Boundary("X follow from Discord", "x", X_FOLLOW, _follows("discord")),
    Boundary("Slack alert", "slack", SLACK_POST, arrive, nth=(1, 2)),
    Boundary("Slack fan alert", "slack", SLACK_POST, loyal),
    Boundary("Slack burst", "slack", SLACK_POST, burst, nth=(1, 2)),
    Boundary("Slack escalation", "slack", SLACK_POST, escalate, first=arrive),
    Boundary("Slack redraw after a reply", "slack", SLACK_EDIT, _writes("discord", Intent.REPLY)),
    Boundary("Slack redraw after a claim", "slack", SLACK_EDIT, _clicks("slack", Intent.CLAIM)),
    Boundary("Slack form opens", "slack", r"/api/views\.open", _writes("slack", Intent.REPLY)),
    Boundary("Slack form is filled, told", "slack", r"/api/views\.update", _writes("slack", Intent.REPLY), nth=(1, 2)),
    Boundary("Slack look-up of a person", "slack", r"/api/users\.info", send_after_restart, nth=(1, 2)),
    Boundary("Discord alert", "discord", DISCORD_POST, arrive, nth=(1, 2)),
    Boundary("Discord fan alert", "discord", DISCORD_POST, loyal),
    Boundary("Discord burst", "discord", DISCORD_POST, burst, nth=(1, 2)),
    Boundary("Discord escalation", "discord", DISCORD_POST, escalate, first=arrive),
    Boundary("Discord redraw after a reply", "discord", DISCORD_EDIT, _writes("slack", Intent.REPLY)),
    Boundary("Discord redraw after a dismissal", "discord", DISCORD_EDIT, _clicks("slack", Intent.DISMISS, "spam")),
    Boundary("Discord form opens, is sent", "discord", DISCORD_CALLBACK, _writes("discord", Intent.REPLY), nth=(1, 2)),
    Boundary("Discord click", "discord", DISCORD_CALLBACK, _clicks("discord", Intent.CLAIM)),
    Boundary("Discord private answer", "discord", DISCORD_ANSWER, _writes("discord", Intent.REPLY)),
)  # fmt: skip
# What a restart after a lost answer asks first: the second kill of some rounds.
LOOKS = {"x": X_OWN, "slack": SLACK_FIND, "discord": DISCORD_FIND}
RANDOM_ACTS = (
    arrive, loyal, _writes("slack", Intent.REPLY), _writes("discord", Intent.REPLY), _writes("discord", Intent.ACKNOWLEDGE),
    _follows("slack"), _clicks("discord", Intent.CLAIM), escalate,
)  # fmt: skip


@dataclass(frozen=True)
class Kill:
    """One planned kill. Without a boundary it comes at a random moment of an act."""

    boundary: Boundary | None
    phase: Phase = Phase.ARRIVED
    again: bool = False  # a second kill while the restarted service looks whether it went


def name_of(kill: Kill) -> str:
    """For the report."""
    return f"{kill.boundary.name}, {kill.phase}" if kill.boundary else "any moment"


async def strike(environment: FaultEnvironment, kill: Kill) -> None:
    """Let something go on, kill the service in it, and let it come to rest. Raises Unsettled."""
    boundary = kill.boundary
    if boundary is None:
        await _at_random(environment)
        return
    await _prepare(environment, boundary)
    killer = boundary.killer(environment)
    nth = environment.dice.choice(boundary.nth)
    delay = environment.dice.choice((0.0, 0.001, 0.003, 0.01, 0.03))
    planned_kill = killer.arm(boundary.match, kill.phase, nth=nth, delay=delay)
    if kill.again:
        second = LOOKS[boundary.side]
        killer.after_that(second, Phase.ARRIVED)
    await boundary.act(environment)
    killer.disarm()
    if not planned_kill.struck:
        environment.accounts.missed.append(name_of(kill))


async def _prepare(environment: FaultEnvironment, boundary: Boundary) -> None:
    """What must be there before, so that the kill hits the act and not its preparation."""
    act = boundary.act
    needs_fan = "follow" in boundary.name
    if boundary.first is not None:
        await boundary.first(environment)
    elif act not in (arrive, burst, loyal, renew) and _open(environment, fan=needs_fan) is None:
        await _new_alert(environment, (lambda: _fan(environment)) if needs_fan else environment.complain)
    await environment.settle()


async def _at_random(environment: FaultEnvironment) -> None:
    act = environment.dice.choice(RANDOM_ACTS)
    going = asyncio.create_task(act(environment))
    await asyncio.sleep(environment.dice.uniform(0.0, 0.35))
    await environment.kill()
    await going


async def first_start(environment: FaultEnvironment) -> None:
    """The very first start, which makes the tables, dies at some moment; the next one makes all good."""
    environment.complain(), environment.become_loyal()
    await environment.start()
    await asyncio.sleep(environment.dice.uniform(0.005, 0.3))
    await environment.kill()
    await environment.settle()


def landed(death: Death) -> bool:
    """Was something on its way, or begun and not written down, when the service died?"""
    return death.by_signal and (death.in_flight > 0 or bool(death.unfinished))


# --- faults without a kill ------------------------------------------------------------------------


async def trouble(environment: FaultEnvironment, boundary: Boundary, kind: FaultKind) -> None:
    """The same acts, with a refusal, a broken server or a lost answer in the way."""
    await _prepare(environment, boundary)
    killer = boundary.killer(environment)
    before = len(killer.struck)
    killer.plan(kind, boundary.match, seconds=0.5)
    if boundary.match == X_TOKEN and kind in (FaultKind.ERROR_AFTER, FaultKind.LOST_REPLY):
        environment.renewing_at_death = True  # X has voided the old pair, and the new one is lost on the way
    await boundary.act(environment)
    killer.clear()
    environment.accounts.faults += len(killer.struck) - before


TROUBLES = (FaultKind.RATE_LIMITED, FaultKind.ERROR_BEFORE, FaultKind.ERROR_AFTER, FaultKind.LOST_REPLY)
