"""Two teams who press, open forms and ask, and a stopwatch that looks at what they see."""

import asyncio
import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from chat_environment import ChatEnvironment

from mutuals_sandbox.chat_observer import ALERT_ID, discord_button, elements, slack_button

LOOK_SECONDS = 0.004  # between two looks of the stopwatch
ASKED = ("queue", "queue overdue", "today", "show @cust00042", "status")
PATIENCE = 20.0  # seconds after which what did not come counts as this long
FORM_PEOPLE = 8  # of each chat's people; each has one form open at a time


class Stopwatch:
    """Looks at everything that is waited for, every few milliseconds."""

    def __init__(self) -> None:
        self._waiting: list[tuple[float, Callable[[], Any], asyncio.Future[float]]] = []

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            now = time.monotonic()
            for entry in list(self._waiting):
                began, seen, told = entry
                if told.cancelled() or seen() or now - began > PATIENCE:
                    self._waiting.remove(entry)
                    if not told.done():
                        told.set_result(now - began)
            await asyncio.sleep(LOOK_SECONDS)

    def until(self, began: float, seen: Callable[[], Any]) -> asyncio.Future[float]:
        """Seconds from `began` until it is seen; PATIENCE where it never is."""
        told: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._waiting.append((began, seen, told))
        return told


@dataclass
class Measured:
    """Seconds, one for each act."""

    acks: list[float] = field(default_factory=list)
    redraws: list[float] = field(default_factory=list)
    slashes: list[float] = field(default_factory=list)
    forms: list[float] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)


@dataclass
class Shown:
    """An alert as both chats show it: the message objects, whose contents change in place."""

    slack: Any
    discord: Any

    def contents(self) -> tuple[Any, Any]:
        """What the two messages hold now."""
        return self.slack.blocks, self.discord.data["components"]


class ChatPeople:
    """Everybody of both chats. `measured` fills while they work."""

    def __init__(self, environment: ChatEnvironment) -> None:
        self._of = environment
        self._guild = environment.discord._guild  # noqa: SLF001
        self._open_forms = environment.discord._interactions.modals  # noqa: SLF001
        self.measured = Measured()
        self.watch = Stopwatch()
        self.alerts = self._found()

    def _found(self) -> dict[str, Shown]:
        """The open alerts by their ids, oldest first."""
        slack: dict[str, Any] = {}
        for message in self._of.slack.space.channels[self._of.slack_channel].messages.values():
            if slack_button({"blocks": message.blocks}, "claim"):
                slack |= dict.fromkeys(ALERT_ID.findall(str(message.blocks)), message)
        discord: dict[str, Any] = {}
        for told in self._guild.channel(self._of.discord_channel).messages.values():
            if discord_button(told.data, "claim"):
                discord |= dict.fromkeys(ALERT_ID.findall(str(told.data["components"])), told)
        return {one: Shown(message, discord[one]) for one, message in slack.items() if one in discord}

    async def claim_in_slack(self, number: int, shown: Shown) -> None:
        """One click, timed until it is acknowledged and until the clicked message has changed."""
        message, before = shown.slack, shown.slack.blocks
        button = slack_button({"blocks": before}, "claim")
        assert button is not None
        user, began = self._of.slack_people[FORM_PEOPLE + number % 12], time.monotonic()
        seen = self.watch.until(began, lambda: message.blocks is not before)
        answer = await self._of.slack.press(user, self._of.slack_channel, message.ts, button["action_id"])
        self._clicked(answer.acked, answer.seconds, answer.error)
        self.measured.redraws.append(await seen)

    async def claim_in_discord(self, number: int, shown: Shown) -> None:
        """The same in Discord."""
        data, before = shown.discord.data, shown.discord.data["components"]
        button = discord_button(data, "claim")
        assert button is not None
        user, began = self._of.discord_people[FORM_PEOPLE + number % 12], time.monotonic()
        seen = self.watch.until(began, lambda: data["components"] is not before)
        answer = await self._of.discord.press(user, data["id"], button["custom_id"])
        self._clicked(answer.acknowledged, answer.seconds, answer.error)
        self.measured.redraws.append(await seen)

    def _clicked(self, acknowledged: bool, seconds: float, error: str | None) -> None:
        self.measured.acks.append(seconds)
        if not acknowledged:
            self.measured.unanswered.append(error or "not acknowledged")

    async def form_in_slack(self, number: int, shown: Shown) -> None:
        """Press Reply; timed until the form with its text field is there. Closed again."""
        user, began = self._of.slack_people[number % FORM_PEOPLE], time.monotonic()
        button = slack_button({"blocks": shown.slack.blocks}, "reply")
        if button is None or user in self._of.slack.space.modals:
            return
        seen = self.watch.until(began, lambda: self._can_type(user))
        await self._of.slack.press(user, self._of.slack_channel, shown.slack.ts, button["action_id"])
        self.measured.forms.append(await seen)
        await self._of.slack.close_view(user, whole_stack=True)

    def _can_type(self, user: str) -> bool:
        stack = self._of.slack.space.modals.get(user)
        return any(
            one.get("type") == "plain_text_input" for one in elements([one.body for one in stack or []])
        )

    async def form_in_discord(self, number: int, shown: Shown) -> None:
        """The same in Discord."""
        user, began = self._of.discord_people[number % FORM_PEOPLE], time.monotonic()
        button = discord_button(shown.discord.data, "reply")
        if button is None or user in self._open_forms:
            return
        seen = self.watch.until(began, lambda: user in self._open_forms)
        await self._of.discord.press(user, shown.discord.data["id"], button["custom_id"])
        self.measured.forms.append(await seen)
        self._of.discord.close_modal(user)

    async def ask_in_slack(self, number: int, words: str) -> None:
        """A slash command; timed until its private answer is there."""
        user, began = self._of.slack_people[number % len(self._of.slack_people)], time.monotonic()
        whispers = self._of.slack.space.channels[self._of.slack_channel].whispers
        known = set(whispers)
        seen = self.watch.until(
            began, lambda: any(ts not in known and one.viewer == user for ts, one in list(whispers.items()))
        )
        await self._of.slack.slash(user, self._of.slack_channel, "/mutuals", words)
        self.measured.slashes.append(await seen)

    async def ask_in_discord(self, number: int, words: str) -> None:
        """The same in Discord, whose answer first says that the bot is thinking."""
        user, began = self._of.discord_people[number % len(self._of.discord_people)], time.monotonic()
        messages = self._guild.channel(self._of.discord_channel).messages
        known = len(messages)
        seen = self.watch.until(began, lambda: self._answered(messages, known, user))
        name, _, rest = words.partition(" ")
        option = {"show": "person", "queue": "show"}[name] if rest else ""
        await self._of.discord.slash(
            user, self._of.discord_channel, "mutuals", {option: rest} if rest else {}, name
        )
        self.measured.slashes.append(await seen)

    @staticmethod
    def _answered(messages: dict[str, Any], known: int, user: str) -> bool:
        newest = itertools.islice(reversed(messages.values()), max(0, len(messages) - known))
        return any(one.ephemeral_for == user and not one.deferred for one in newest)
