"""The team of the fleet's environment: everybody works through what is offered, each as a task of its own.

They behave as people do: who sees that nothing happened presses again; who was told that a text went out does
not send it again.
"""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from fault_environment import Sent
from fleet_environment import FleetEnvironment
from fleet_people import Offer, offered, values

from mutuals.cards.markup import Intent
from mutuals_sandbox.chat_observer import elements, menu_options

SEEN_SECONDS = 12.0  # how long a person waits for a click to show before pressing again
TRIES = 12
TOO_LATE = "This alert is closed already"
EPHEMERAL = 64  # of a Discord message: only one person sees it


@dataclass
class Deeds:
    """What the team has done, and what must have come of it."""

    clicks: int = 0  # decisions of people, each pressed until it was seen
    presses: int = 0
    pressed_again: int = 0  # the chat said that it failed, or nothing was seen
    is_superseded: int = 0  # somebody else, or an answer on X, was first
    unseen: list[str] = field(default_factory=list)  # the chat took it, and nothing ever came of it
    sent: dict[str, list[Sent]] = field(default_factory=dict)  # brand id -> texts
    follows: dict[str, set[str]] = field(default_factory=dict)  # brand id -> alerts
    dismissed: set[str] = field(default_factory=set)
    claims: dict[str, list[tuple[float, str]]] = field(
        default_factory=dict
    )  # alert -> when who saw that they have it
    kinds: Counter[str] = field(default_factory=Counter)


def _packed(chat: str, do: Intent, alert_id: str, value: str = "") -> str:
    if chat == "slack":
        return f"{do.value}:{value}:{alert_id}"
    return ":".join(["mutuals", do.value, alert_id, *([value] if value else [])])


class Colleague:
    """One person of the team in one chat, who works through whatever is offered."""

    def __init__(
        self, environment: FleetEnvironment, deeds: Deeds, chat: str, who: str, dice: random.Random
    ) -> None:
        self._town, self._deeds, self._chat, self._who, self._dice = environment, deeds, chat, who, dice
        self._name = (environment.slack_staff if chat == "slack" else environment.discord_staff)[who]
        self._count = 0

    async def work(self, pause: float, until: float, enough: float) -> None:
        """Decide something about every `pause` seconds, until that moment, or until all have decided enough."""
        while time.monotonic() < until and self._deeds.clicks < enough:
            await asyncio.sleep(self._dice.uniform(0.3, 1.7) * pause)
            offer = self._pick()
            if offer is not None and time.monotonic() < until:
                await self.decide(offer)

    def _pick(self) -> Offer | None:
        for _ in range(8):
            brand = self._dice.choice(self._town.brands)
            found = offered(self._town, brand, self._chat)
            if found:
                return self._dice.choice(found)
        return None

    async def decide(self, offer: Offer) -> None:
        """Do one thing about an alert, until it is seen to be done or nobody needs it any more."""
        if offer.kind == "fan":
            do = Intent.FOLLOW
        else:
            do = self._dice.choices(
                (Intent.CLAIM, Intent.REPLY, Intent.ACKNOWLEDGE, Intent.DISMISS), (30, 40, 15, 15)
            )[0]
        self._deeds.clicks += 1
        self._deeds.kinds[do.value] += 1
        if do in (Intent.REPLY, Intent.ACKNOWLEDGE):
            await self._write(offer, do)
        elif do is Intent.CLAIM:
            await self._until_seen(
                offer, do, "", lambda: f"{self._name} has it" in self._text(offer), self._claimed
            )
        elif do is Intent.DISMISS:
            await self._until_seen(offer, do, "not_needed", lambda: not self._open(offer), self._dismissed)
        else:
            await self._follow(offer)

    def _claimed(self, offer: Offer) -> None:
        self._deeds.claims.setdefault(offer.alert_id, []).append((time.monotonic(), self._name))

    def _dismissed(self, offer: Offer) -> None:
        if "Dismissed" in self._text(offer) and self._name in self._text(offer):
            self._deeds.dismissed.add(offer.alert_id)
        else:
            self._deeds.is_superseded += 1

    # --- looking -----------------------------------------------------------------------------

    def _tree(self, offer: Offer) -> Any:
        if offer.chat == "slack":
            message = self._town.slack.space.channels[offer.brand.slack].messages.get(offer.message_id)
            return message.blocks if message else []
        found = (
            one for one in self._town.discord.messages(offer.brand.discord) if one["id"] == offer.message_id
        )
        return next((one["components"] for one in found), [])

    def _text(self, offer: Offer) -> str:
        return str(self._tree(offer))

    def _open(self, offer: Offer) -> bool:
        return any("dismiss" in one.split(":")[:2] for one in values(self._tree(offer)))

    async def _see(self, what: Callable[[], Any], seconds: float = SEEN_SECONDS) -> Any:
        limit = time.monotonic() + seconds
        while not (found := what()):
            if time.monotonic() > limit:
                return None
            await asyncio.sleep(0.1)
        return found

    # --- pressing ----------------------------------------------------------------------------

    async def _press(self, offer: Offer, do: Intent, value: str = "") -> bool | None:
        """Press once: whether the chat took it. None when the button is not there."""
        packed = _packed(offer.chat, do, offer.alert_id, value)
        for part in elements(self._tree(offer)):
            direct = packed in (part.get("value"), part.get("custom_id")) and part.get("type") in (
                "button",
                2,
            )
            listed = packed in [one.get("value") for one in menu_options(part)]
            if direct or listed:
                self._deeds.presses += 1
                return await self._use(offer, part, packed if listed else None)
        return None

    async def _use(self, offer: Offer, part: dict[str, Any], chosen: str | None) -> bool:
        if offer.chat == "slack":
            try:
                done = await self._town.slack.press(
                    self._who, offer.brand.slack, offer.message_id, part["action_id"], selected_value=chosen
                )
            except ConnectionError:
                return False
            return done.acked
        picked = [chosen] if chosen else None
        return (
            await self._town.discord.press(self._who, offer.message_id, part["custom_id"], picked)
        ).acknowledged

    async def _until_seen(
        self, offer: Offer, do: Intent, value: str, seen: Callable[[], Any], then: Callable[[Offer], None]
    ) -> None:
        """Press until it is seen; whoever was first may be somebody else."""
        taken: bool | None = False
        for attempt in range(TRIES):
            self._deeds.pressed_again += attempt > 0
            taken = await self._press(offer, do, value)
            if taken is None:
                break
            if taken and await self._see(seen):
                then(offer)
                return
            if not taken:
                await asyncio.sleep(2.0)
        if taken is None or not self._open(offer) or " has it" in self._text(offer):
            self._deeds.is_superseded += 1
        else:
            self._deeds.unseen.append(f"{do.value} {offer.alert_id} in {offer.chat} by {self._name}")

    async def _follow(self, offer: Offer) -> None:
        """Follow is pressed; where X wants a person, that person presses on X, too."""
        brand, person = offer.brand.user.id, offer.alert_id.rsplit("-", 2)[1]
        for attempt in range(TRIES):
            self._deeds.pressed_again += attempt > 0
            taken = await self._press(offer, Intent.FOLLOW)
            if taken is None:
                break
            if taken and await self._see(lambda: "ollow" in self._text(offer) and not self._plain(offer)):
                self._deeds.follows.setdefault(offer.brand.brand_id, set()).add(offer.alert_id)
                if not self._town.world.follows.has(brand, person):
                    self._town.world.follow(brand, person)
                return
        self._deeds.is_superseded += 1

    def _plain(self, offer: Offer) -> bool:
        """Does the alert still offer Follow, and say nothing of somebody who follows?"""
        return "is following" not in self._text(offer) and "Followed" not in self._text(offer)

    # --- writing -----------------------------------------------------------------------------

    async def _write(self, offer: Offer, do: Intent) -> None:
        """Open the form, fill it in and send it; again when nothing opens or the chat says that it failed."""
        self._count += 1
        # Closed by a full stop: texts are looked for in posts, and the first must not be found in the twelfth.
        note = Sent(f"We are on it, sorry! {self._name}, {self._count}.", offer.alert_id)
        tried = False
        for attempt in range(TRIES):
            self._deeds.pressed_again += attempt > 0
            self._close_forms()
            if self._on_x(offer, note.text) or await self._press(offer, do) is None:
                break
            if offer.chat == "discord" and do is Intent.ACKNOWLEDGE:
                await self._choose(offer)
            if await self._see(self._form, 4.0) is None:
                continue
            if not tried:
                tried = True
                self._deeds.sent.setdefault(offer.brand.brand_id, []).append(note)
            self._deeds.presses += 1
            before = self._too_late(offer)
            note.acked = await self._submit(note.text) or note.acked
            if note.acked:

                def told(before: int = before) -> bool:
                    return self._too_late(offer) > before

                await self._see(lambda: self._on_x(offer, note.text) or told(), SEEN_SECONDS)
                if told():
                    note.acked = False
                    self._deeds.is_superseded += 1
                break
        if not tried:
            self._deeds.is_superseded += 1
        self._close_forms()

    def _too_late(self, offer: Offer) -> int:
        """How often this person was told that an alert was closed before their text came."""
        if self._chat == "slack":
            stack = self._town.slack.space.modals.get(self._who)
            return int(stack is not None and bool(stack) and TOO_LATE in str(stack[-1].body))
        seen = self._town.discord.messages(offer.brand.discord, self._who)
        return sum(TOO_LATE in str(one) and bool(one.get("flags", 0) & EPHEMERAL) for one in seen)

    def _on_x(self, offer: Offer, text: str) -> bool:
        return any(text in post.text for post in self._town.world.posts_of(offer.brand.user.id))

    def _form(self) -> Any:
        if self._chat == "discord":
            return self._town.discord.form(self._who)
        stack = self._town.slack.space.modals.get(self._who)
        for block in stack[-1].body["blocks"] if stack else ():
            element = block.get("element") or {}
            if element.get("type") == "plain_text_input":
                return block["block_id"], element["action_id"]
        return None

    async def _submit(self, text: str) -> bool:
        if self._chat == "discord":
            return (await self._town.discord.submit_modal(self._who, {"text": text})).acknowledged
        block, action = self._form()
        try:
            done = await self._town.slack.submit_view(self._who, {block: {action: text}})
        except ConnectionError:
            return False
        return bool(done.acked and not done.errors)

    async def _choose(self, offer: Offer) -> None:
        """Choose the first holding reply in the private menu."""

        def menu() -> tuple[str, dict[str, Any]] | None:
            for message in reversed(self._town.discord.messages(offer.brand.discord, self._who)):
                for part in elements(message["components"]):
                    name = str(part.get("custom_id", ""))
                    if name.startswith("mutuals:pick:") and offer.alert_id in name:
                        return message["id"], part
            return None

        found = await self._see(menu, 4.0)
        if found is not None:
            message_id, part = found
            await self._town.discord.press(
                self._who, message_id, part["custom_id"], [menu_options(part)[0]["value"]]
            )

    def _close_forms(self) -> None:
        self._town.discord.close_modal(self._who)
        self._town.slack.space.modals.pop(self._who, None)


async def team(
    environment: FleetEnvironment, deeds: Deeds, pause: float, seconds: float, enough: float = float("inf")
) -> None:
    """Everybody works for so long, or until enough is decided; each decides something about every `pause` seconds."""
    people = [
        Colleague(environment, deeds, "slack", one, random.Random(environment.dice.random()))
        for one in environment.slack_staff
    ]
    people += [
        Colleague(environment, deeds, "discord", one, random.Random(environment.dice.random()))
        for one in environment.discord_staff
    ]
    until = time.monotonic() + seconds
    await asyncio.gather(*(one.work(pause, until, enough) for one in people))
