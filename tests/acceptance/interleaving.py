"""Anything that people, time and machines can do, in any order; in the end everything must agree.

Which steps are taken depends on nothing but hypothesis, for what has come to be seen by a certain step is a matter of
time; a step that finds nothing to do does something near it. A hypothesis state machine over the whole house:
customers, the team in both chats, X's own pages, a phone, time, restarts, crashes and faults. Nothing waits for the
work to end unless a step says so. At the end faults stop, time passes, and `agreement` compares X, both chats and the
database.
"""

import asyncio
import copy
import shutil
import tempfile
from collections import Counter
from collections.abc import Coroutine
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from discord.gateway import DiscordWebSocket
from discord.http import Route
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from structlog.testing import LogCapture

from mutuals.domain.model import ActState
from mutuals_sandbox.discord.interactions import COMPONENT, MODAL_SUBMIT
from mutuals_sandbox.faults import FaultKind
from mutuals_sandbox.world import WorldError
from tests.acceptance.agreement import disagreements
from tests.acceptance.house import COMPLAINT, CONCERN, QUESTION, WANTS_FOLLOW, House, Member, parts

PEOPLE = ("mia", "tom", "noor", "zoe", "ivo")
TEXTS = (COMPLAINT, COMPLAINT.replace("broken", "cracked and leaking"), QUESTION, CONCERN, WANTS_FOLLOW,
         "@kettleco on fire! the kettle broke, this is dangerous, somebody got hurt", "@kettleco thanks, all good now",
         "@kettleco love it")  # fmt: skip
SPANS = ({"seconds": 2}, {"seconds": 40}, {"minutes": 6}, {"minutes": 31}, {"minutes": 70}, {"hours": 5},
         {"days": 1})  # fmt: skip
AT_SLACK = (r"chat\.postMessage", r"chat\.update", r"users\.info", r"conversations\.history")
AT_DISCORD = (r"POST /api/v10/channels/\d+/messages$", r"PATCH /api/v10/channels/\d+/messages/\d+$",
              r"POST /api/v10/interactions/", r"GET /api/v10/channels/\d+/messages$")  # fmt: skip
AT_X = (
    r"POST /2/tweets$",
    r"POST /2/users/\d+/following$",
    r"GET /2/users/\d+/(mentions|tweets)$",
    r"GET /2/users$",
)
KINDS = tuple(kind for kind in FaultKind if kind is not FaultKind.SLOW)

people, numbers = st.sampled_from(PEOPLE), st.integers(0, 30)
team = st.sampled_from(("ana", "ben", "cleo"))


class Interleaving(RuleBasedStateMachine):
    """One house; each rule is a step."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="mutuals-"))
        self.patch = pytest.MonkeyPatch()
        self.runner = asyncio.Runner()
        self.before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY, structlog.get_config()
        self.log = LogCapture()
        structlog.configure(processors=[self.log])
        self.in_slack: list[tuple[str, Any]] = []  # what people did there, as it was sent
        self.in_discord: list[Any] = []
        self.tally: Counter[str] = Counter()
        self.sent: list[str] = []  # texts that the team sent by form
        self.count = self.steps = 0

    def do(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Run a step in the house's own event loop."""
        self.steps += 1
        return self.runner.run(work)

    @initialize()
    def open(self) -> None:
        """A house with two complaints and a fan."""

        async def build() -> House:
            house = House(self.folder, self.patch)
            await house.open()
            for who in ("mia", "tom"):
                house.write(who, COMPLAINT)
            house.make_loyal("zoe")
            await house.look()
            return house

        self.house = self.do(build())
        send, interact = self.house.slack.delivery.send, self.house.discord.gateway.interact

        async def noted(kind: str, payload: Any) -> Any:
            self.in_slack.append((kind, copy.deepcopy(payload)))
            return await send(kind, payload)

        def heard(payload: Any) -> None:
            self.in_discord.append(payload)
            interact(payload)

        self.house.slack.delivery.send = noted
        self.house.discord.gateway.interact = heard

    def teardown(self) -> None:
        """Let everything come to rest, compare, and close."""
        try:
            if hasattr(self, "house"):
                self.do(self._rest())
                broken = [one for one in self.log.entries if one.get("exc_info")]
                found = self.do(disagreements(self.house, self.sent))
                self.do(self._count())
                assert not found, "\n".join(found)
                assert not broken, broken
        finally:
            if hasattr(self, "house"):
                self.do(self.house.close())
            self.runner.close()
            self.patch.undo()
            Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = self.before[:2]
            structlog.configure(**self.before[2])
            shutil.rmtree(self.folder, ignore_errors=True)

    async def _rest(self) -> None:
        house = self.house
        for faults in (house.x_faults, house.slack_faults, house.discord_faults):
            faults.clear()
        await self._listening()
        for _ in range(4):  # back-offs, leases and links that nobody used come to their end
            await house.later(minutes=16)
            await house.look()
        await house.recheck()
        await house.look()

    async def _count(self) -> None:
        """What this example came to, for the figures of a long run."""
        house = self.house
        acts = await house.read(lambda tx: tx.actions.since(house.clock.now() - timedelta(days=400)))
        self.tally["alerts"] += len(await house.alerts())
        self.tally["texts_sent"] += len(self.sent)
        self.tally["acts_done"] += sum(one.state is ActState.DONE for one in acts)
        self.tally["clicks"] += len(self.in_slack) + len(self.in_discord)
        for faults in (house.x_faults, house.slack_faults, house.discord_faults):
            self.tally["faults_struck"] += len(faults.struck)

    async def _listening(self) -> None:
        limit = asyncio.get_running_loop().time() + 8
        while not (self.house.slack.connections and self.house.discord.sessions):
            assert asyncio.get_running_loop().time() < limit, "the chats are not connected again"
            await asyncio.sleep(0.02)

    def member(self, name: str) -> Member:
        """Ana, Ben or Cleo."""
        member: Member = getattr(self.house, name)
        return member

    # --- customers -------------------------------------------------------------------------

    @rule(who=people, text=st.sampled_from(TEXTS), look=st.booleans())
    def write(self, who: str, text: str, look: bool) -> None:
        """A customer writes, and perhaps we look at once."""
        self.say(who, text, look)

    def say(self, who: str, text: str, look: bool) -> None:
        self.count += 1
        with suppress(WorldError):
            self.house.write(who, f"{text} ({self.count})")
        if look:
            self.do(self.house.look())

    @rule(who=people)
    def become_loyal(self, who: str) -> None:
        """Somebody has spoken to the brand on five days."""
        with suppress(WorldError):
            self.house.make_loyal(who)
        self.do(self.house.look())

    @rule(who=people, number=numbers, text=st.sampled_from(TEXTS))
    def edit_or_delete(self, who: str, number: int, text: str) -> None:
        """A customer changes a post, or takes it back."""
        posts = self._posts(who)
        if not posts:
            return
        post = posts[number % len(posts)]
        with suppress(WorldError):
            if number % 2:
                self.house.world.delete(post.id)
            else:
                self.house.world.edit(post.id, text)
        if number % 3 == 0:
            self.do(self.house.recheck())

    @rule(who=people, yes=st.booleans(), suspended=st.booleans())
    def hide(self, who: str, yes: bool, suspended: bool) -> None:
        """An account goes out of sight, or comes back."""
        person = self.house.world.user_by_handle(who)
        if person:
            change = self.house.world.suspend if suspended else self.house.world.protect
            change(person.id, yes)
            self.do(self.house.recheck())

    @rule(who=people, number=numbers)
    def answer_from_a_phone(self, who: str, number: int) -> None:
        """Somebody answers on X without us."""
        posts = self._posts(who)
        self.count += 1
        if posts:
            with suppress(WorldError):
                self.house.answer(posts[number % len(posts)], f"Phone says sorry {self.count}")

    def _posts(self, who: str) -> list[Any]:
        person = self.house.world.user_by_handle(who)
        return [one for one in self.house.world.posts_of(person.id) if not one.deleted] if person else []

    # --- the team --------------------------------------------------------------------------

    @rule(who=team, number=numbers, wait=st.booleans())
    def press(self, who: str, number: int, wait: bool) -> None:
        """Press any button or menu entry that stands in the channel."""
        if wait:
            self.press_and_wait(who, number)
        else:
            self.do(self._press(self.member(who), number))

    def press_and_wait(self, who: str, number: int) -> None:
        self.do(self._press(self.member(who), number))
        self.do(self.house.quiet())

    @rule(first=team, second=team, number=numbers, other=numbers)
    def press_at_once(self, first: str, second: str, number: int, other: int) -> None:
        """Two people press at the same moment, often the same thing."""

        async def both() -> None:
            await asyncio.gather(
                self._press(self.member(first), number), self._press(self.member(second), other)
            )

        self.do(both())

    async def _press(self, who: Member, number: int) -> None:
        if who.chat == "slack":
            found = slack_handles(self.house.slack_messages())
            if found:
                ts, action_id, value = found[number % len(found)]
                await self.house.slack.press(
                    who.id, self.house.slack_care, ts, action_id, selected_value=value
                )
            return
        held = discord_handles(self.house.discord_messages())
        if held:
            message, custom_id, values = held[number % len(held)]
            await self.house.discord.press(who.id, message, custom_id, values)

    @rule(who=team, send=st.sampled_from((True, True, False)))
    def write_an_answer(self, who: str, send: bool) -> None:
        """Press the first Reply button there is; perhaps send the form."""
        self.answer(who, send)

    def answer(self, who: str, send: bool) -> None:
        async def work() -> None:
            member = self.member(who)
            await self._press_reply(member)
            if send:
                await self._send(member)

        self.do(work())

    def _open_field(self, who: Member) -> bool:
        form = self.house.form(who)
        return form is not None and any(part.get("type") in ("plain_text_input", 4) for part in parts(form))

    @rule(who=team)
    def send_the_form(self, who: str) -> None:
        """Send what is open, however old it is; where nothing is, open a form."""
        if not self._open_field(self.member(who)):
            self.answer(who, send=False)
            return
        self.do(self._send(self.member(who)))

    @rule(first=team, second=team)
    def send_at_once(self, first: str, second: str) -> None:
        """Two people send their forms at the same moment."""

        async def both() -> None:
            await asyncio.gather(*(self._send(self.member(one)) for one in {first, second}))

        self.do(both())

    async def _press_reply(self, who: Member) -> None:
        if who.chat == "slack":
            found = [one for one in slack_handles(self.house.slack_messages(), "reply:") if one[2] is None]
            if found:
                await self.house.slack.press(who.id, self.house.slack_care, found[0][0], found[0][1])
        else:
            held = discord_handles(self.house.discord_messages(), "mutuals:reply:")
            if held:
                await self.house.discord.press(who.id, held[0][0], held[0][1])
        await self.house.quiet()

    async def _send(self, who: Member) -> None:
        if not self._open_field(who):
            return
        self.count += 1
        text = f"So sorry, answer number {self.count} is on its way"
        self.sent.append(text)
        await self.house.send_only(who, text)

    @rule(number=numbers, fresh=st.booleans())
    def again_in_slack(self, number: int, fresh: bool) -> None:
        """Slack brings an old envelope again, or somebody whose screen is stale presses it once more."""
        if not self.in_slack:
            self.press_and_wait("cleo", number)
            return
        kind, payload = copy.deepcopy(self.in_slack[number % len(self.in_slack)])
        if fresh and payload.get("actions"):
            payload["actions"][0]["action_ts"] = f"{self.count}.{number:06}"
        self.do(self.house.slack.delivery.send(kind, payload))

    @rule(number=numbers, fresh=st.booleans())
    def again_in_discord(self, number: int, fresh: bool) -> None:
        """Discord brings an old interaction again, or somebody whose screen is stale presses it once more."""
        if not self.in_discord:
            self.press_and_wait("ben", number)
            return
        payload = copy.deepcopy(self.in_discord[number % len(self.in_discord)])
        if not fresh:
            self.house.discord.gateway.interact(payload)
            self.do(self.house.quiet())
        elif payload["type"] in (COMPONENT, MODAL_SUBMIT):
            self.do(self._stale(payload))

    async def _stale(self, payload: Any) -> None:
        people_of_discord = self.house.discord.people
        guild = people_of_discord._guild
        user, channel = guild.members[payload["member"]["user"]["id"]], guild.channels[payload["channel_id"]]
        source = guild.find_message(payload["message"]["id"]) if payload.get("message") else None
        if payload.get("message") and source is None:
            return
        begun = people_of_discord._interactions.begin(
            payload["type"], user, channel, source[1] if source else None
        )
        await people_of_discord._send(begun, payload["data"], "failed")

    @rule(who=team, words=st.sampled_from(("queue", "status", "complaints", "fans")))
    def ask(self, who: str, words: str) -> None:
        """A command."""
        member = self.member(who)
        if member.chat == "slack":
            self.do(self.house.slack.slash(member.id, self.house.slack_care, "/mutuals", words))
        else:
            self.do(self.house.discord.slash(member.id, self.house.discord_care, "mutuals", subcommand=words))

    def links(self) -> list[str]:
        """The links to X's own pages that we gave to people."""
        whispers = [one for who in ("ana", "ben", "cleo") for one in self.house.private(self.member(who))]
        return [url for one in whispers for url in one.urls if "/intent/" in url]

    @rule(number=numbers, stranger=st.booleans())
    def use_a_link(self, number: int, stranger: bool) -> None:
        """Open a link that we gave and press X's own button, as the brand or by mistake as oneself."""
        urls = self.links()
        if not urls:
            self.press_and_wait("ana", number)
            return
        with suppress(AssertionError):
            self.do(
                self.house.on_x(urls[-1 - number % len(urls)], as_user=self.house.staff if stranger else None)
            )

    # --- time, machines, faults ------------------------------------------------------------

    @rule(span=st.sampled_from(SPANS))
    def later(self, span: dict[str, int]) -> None:
        """Time passes."""
        self.do(self.house.later(**span))

    @rule()
    def look(self) -> None:
        """We look at X."""
        self.do(self.house.look())

    @rule(tier=st.sampled_from(("enterprise", "payg")))
    def change_the_plan(self, tier: str) -> None:
        """What X's API allows changes."""
        self.house.x.set_tier(tier)

    @rule(crash=st.booleans())
    def restart(self, crash: bool) -> None:
        """The service ends, cleanly or in the middle of its work, and begins again."""

        self.tally["crashes" if crash else "restarts"] += 1

        async def work() -> None:
            await (self.house.crash() if crash else self.house.stop())
            await self.house.start()
            await self._listening()

        self.do(work())

    @rule(
        at=st.sampled_from((*AT_SLACK, *AT_DISCORD, *AT_X)),
        kind=st.sampled_from(KINDS),
        times=st.integers(1, 3),
        then=st.sampled_from(("write", "press", "reply", "nothing")),
        who=team,
        number=numbers,
    )
    def fault(self, at: str, kind: FaultKind, times: int, then: str, who: str, number: int) -> None:
        """The next calls of this kind go wrong; mostly somebody does at once what leads to such a call."""
        where = {AT_SLACK: self.house.slack_faults, AT_DISCORD: self.house.discord_faults}
        faults = next((faults for places, faults in where.items() if at in places), self.house.x_faults)
        faults.plan(kind, at, times=times, seconds=0.2)
        if then == "write":
            self.say(PEOPLE[number % len(PEOPLE)], COMPLAINT, look=True)
        elif then == "press":
            self.press_and_wait(who, number)
        elif then == "reply":
            self.answer(who, send=True)


def slack_handles(messages: list[Any], only: str = "") -> list[tuple[str, str, str | None]]:
    """Everything pressable in the channel: message, action id, and the chosen value of a menu."""
    found: list[tuple[str, str, str | None]] = []
    for message in messages:
        for part in parts(message["blocks"]) if not message["ephemeral"] else ():
            if (
                part.get("type") == "button"
                and str(part.get("value", "")).startswith(only)
                and "url" not in part
            ):
                found.append((message["ts"], part["action_id"], None))
            elif "action_id" in part:
                values = [one["value"] for one in part.get("options") or [] if "url" not in one]
                found += [(message["ts"], part["action_id"], one) for one in values if one.startswith(only)]
    return found


def discord_handles(messages: list[Any], only: str = "mutuals:") -> list[tuple[str, str, list[str] | None]]:
    """Everything pressable in the channel: message, custom id, and the chosen values of a menu."""
    found: list[tuple[str, str, list[str] | None]] = []
    for message in messages:
        for part in parts(message.get("components")) if not message["ephemeral"] else ():
            custom_id = str(part.get("custom_id", ""))
            if part.get("type") == 2 and custom_id.startswith(only):
                found.append((message["id"], custom_id, None))
            values = [str(option["value"]) for option in part.get("options") or []]
            found += [(message["id"], custom_id, [one]) for one in values if one.startswith(only)]
    return found
