"""The steps of `interleaving` that people of the team take, in both chats."""

import asyncio
import copy
from contextlib import suppress
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from mutuals_sandbox.chat_observer import menu_options
from mutuals_sandbox.discord.interactions import COMPONENT, MODAL_SUBMIT
from tests.acceptance.house import Member, parts
from tests.acceptance.interleaving_house import InterleavingHouse

numbers = st.integers(0, 30)
team = st.sampled_from(("ana", "ben", "cleo"))


class TeamSteps(InterleavingHouse):
    """Presses, forms, commands and links, some at once, some again, some stale."""

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
        private_messages = [
            one for who in ("ana", "ben", "cleo") for one in self.house.private(self.member(who))
        ]
        return [url for one in private_messages for url in one.urls if "/intent/" in url]

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
                values = [one["value"] for one in menu_options(part) if "url" not in one]
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
            values = [str(option["value"]) for option in menu_options(part)]
            found += [(message["id"], custom_id, [one]) for one in values if one.startswith(only)]
    return found
