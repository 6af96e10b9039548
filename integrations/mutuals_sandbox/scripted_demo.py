"""The story without a page: people click by themselves, and what happened is counted at the far side."""

import asyncio
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp

from mutuals.storage.store import SqlStore
from mutuals_sandbox.chat_observer import ChatObserver, discord_button, elements, slack_button
from mutuals_sandbox.environment import Environment
from mutuals_sandbox.scenario.history import run_events
from mutuals_sandbox.service_process import ServiceProcess
from mutuals_sandbox.stored_outcome import MachineClock, StoredOutcome

EVERY_SECONDS = 3.0


def begins(blocks: str) -> str:
    """The words with which an alert begins, which say what it is; a menu below it speaks of complaints, too."""
    found = re.search(r"'text': '([^']*)'", blocks)
    return found[1] if found else ""


class ScriptError(Exception):
    """Something that should have happened did not; the sentence says what."""


async def run_script(
    environment: Environment, service: ServiceProcess, folder: Path, seconds: float
) -> dict[str, Any]:
    """Play the story for so many seconds and report; `held` is true only if everything came out right."""
    script = _Script(environment, service, folder, time.monotonic() + seconds)
    watching = asyncio.create_task(script.watch())
    going_on = asyncio.create_task(run_events(environment.world, environment.cast, 7, EVERY_SECONDS))
    failed: str | None = None
    try:
        await script.run()
    except ScriptError as error:
        failed = str(error)
    finally:
        for task in (going_on, watching):
            task.cancel()
        await asyncio.gather(going_on, watching, return_exceptions=True)
    return await script.report(failed)


class _Script:
    """The acts of the story, each ending when its effect is seen in X, in Slack and in Discord."""

    def __init__(
        self, environment: Environment, service: ServiceProcess, folder: Path, ends_at: float
    ) -> None:
        self.environment, self.service, self.folder, self.ends_at = environment, service, folder, ends_at
        self.chats = ChatObserver(environment)
        self.first_alert_s = 0.0
        self.sent: list[str] = []  # texts that people sent, each to be found once on X
        self.told_who_was_first = False
        self.old_button_works = False
        self.restarted_in_s = 0.0

    async def watch(self) -> None:
        """Look at both chats twice a second."""
        while True:
            self.chats.observe()
            await asyncio.sleep(0.5)

    async def until(self, what: str, seen: Callable[[], Any], seconds: float = 20.0) -> Any:
        """Wait until something is seen. Raises ScriptError."""
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            self.chats.observe()
            found = seen()
            if found:
                return found
            await asyncio.sleep(0.15)
        raise ScriptError(f"Not seen within {seconds:.0f} s: {what}")

    async def run(self) -> None:
        """The acts, in order, then wait for the end of the time."""
        await self.service.start()
        await self.until("the first alert", lambda: self.chats.slack or self.chats.discord)
        self.first_alert_s = round(time.monotonic() - self.service.started_at, 2)
        fan = await self.pick("a fan to follow", "follow", lambda text: "Loyal fan" in text)
        await self.follow_in_slack(fan)
        await self.reply_in_discord(
            await self.pick(
                "a complaint to answer",
                "reply",
                lambda text: "omplaint" in begins(text) and self.by_api(text),
            )
        )
        await self.two_at_once(
            await self.pick(
                "a question for two people",
                "reply",
                lambda text: "uestion" in begins(text) and self.by_api(text),
            )
        )
        await self.kill_and_restart()
        await self.until_the_end()

    async def until_the_end(self) -> None:
        """Let the story go on, but leave the service a few quiet seconds to finish."""
        await asyncio.sleep(max(0.0, self.ends_at - time.monotonic() - 8))

    async def pick(self, what: str, do: str, fits: Callable[[str], bool]) -> str:
        """An open alert shown in both chats with this button, whose words fit."""

        def find() -> str | None:
            for alert_id in self.chats.slack:
                here, there = self.chats.slack_alert(alert_id), self.chats.discord_alert(alert_id)
                if (
                    here
                    and there
                    and slack_button(here, do)
                    and discord_button(there, do)
                    and fits(str(here["blocks"]))
                ):
                    return alert_id
            return None

        found: str = await self.until(what, find, 30)
        return found

    def by_api(self, text: str) -> bool:
        """X takes a reply by API only where the person addressed the brand: typed its name, or answered it."""
        posts = re.findall(r"/status/(\d+)", text)
        post = self.environment.world.find(posts[-1]) if posts else None
        brand = self.environment.cast.brand
        return post is not None and (brand in post.explicit_ids or post.in_reply_to_user_id == brand)

    async def follow_in_slack(self, alert_id: str) -> None:
        """Ana presses Follow in Slack, then the button on X's own page; both chats show it as done."""
        message = self.chats.slack_alert(alert_id)
        assert message is not None
        await self.press_slack(self.environment.staff.ana_slack, message, "follow")
        url = await self.until("the link to X", lambda: self.private_link("/intent/follow"))
        await self.as_the_brand(url)
        await self.shown_in_both(alert_id, "Followed", "Ana")
        await self.environment.slack.close_view(self.environment.staff.ana_slack)

    async def reply_in_discord(self, alert_id: str) -> None:
        """Ben answers a complaint from Discord."""
        text = self.words("Sorry about that! A new one is on its way to you today. ^Ben")
        await self.open_in_discord(alert_id, self.environment.staff.ben_discord)
        await self.send_in_discord(self.environment.staff.ben_discord, text)
        await self.until("the reply on X", lambda: self.on_x(text))
        await self.shown_in_both(alert_id, "Replied", "Ben")

    async def two_at_once(self, alert_id: str) -> None:
        """Ana in Slack and Ben in Discord send an answer at the same moment: one goes out, the other is told."""
        ana, ben = self.environment.staff.ana_slack, self.environment.staff.ben_discord
        message = self.chats.slack_alert(alert_id)
        assert message is not None
        await self.press_slack(ana, message, "reply")
        await self.until("Ana's form", lambda: self.slack_input(ana))
        await self.open_in_discord(alert_id, ben)
        texts = [
            self.words("Yes, they are back on Thursday. ^Ana"),
            self.words("They will be back on Thursday! ^Ben"),
        ]
        await asyncio.gather(self.send_in_slack(ana, texts[0]), self.send_in_discord(ben, texts[1]))
        await self.until("one of the two answers on X", lambda: sum(map(self.on_x, texts)) >= 1)
        await self.until("a word to the second one", self.second_was_told)
        self.told_who_was_first = True
        self.sent = [text for text in self.sent if text not in texts or self.on_x(text)]
        await self.shown_in_both(alert_id, "Replied", "")

    async def kill_and_restart(self) -> None:
        """kill -9 while an acknowledgement is on its way; after the start it is done, once, and old buttons work."""
        alert_id = await self.pick("an alert to acknowledge", "ack", self.by_api)
        ben, ana = self.environment.staff.ben_discord, self.environment.staff.ana_slack
        message = self.chats.slack_alert(alert_id)
        assert message is not None
        await self.press_slack(ana, message, "ack")
        await self.until("the holding reply", lambda: self.slack_input(ana))
        text = self.words("Hello, I'm looking into this and will be back today. ^Ana")
        sending = asyncio.create_task(self.send_in_slack(ana, text))
        await self.until("the holding reply on X", lambda: self.on_x(text))
        await self.service.kill()
        await asyncio.gather(sending, return_exceptions=True)
        again = time.monotonic()
        await self.service.start()
        await self.shown_in_both(alert_id, "cknowledged", "Ana", seconds=50)
        self.restarted_in_s = round(time.monotonic() - again, 1)
        old = await self.pick("a button from before the restart", "reply", lambda text: True)
        await self.open_in_discord(old, ben)
        self.environment.discord.close_modal(ben)
        self.old_button_works = True

    # What people do

    def words(self, text: str) -> str:
        """Note a text that somebody will send."""
        self.sent.append(text)
        return text

    async def press_slack(self, user: str, message: dict[str, Any], do: str) -> None:
        """Press a button in Slack."""
        button = slack_button(message, do)
        if button is None:
            raise ScriptError(f"The button {do} is gone from Slack.")
        await self.environment.slack.press(
            user, self.environment.slack_channel, message["ts"], button["action_id"]
        )

    async def open_in_discord(self, alert_id: str, user: str) -> None:
        """Press Reply in Discord until the form is open."""
        message = self.chats.discord_alert(alert_id)
        button = discord_button(message, "reply") if message else None
        if message is None or button is None:
            raise ScriptError("The reply button is gone from Discord.")
        await self.until("Discord connected", lambda: self.environment.discord.sessions > 0)
        await self.environment.discord.press(user, message["id"], button["custom_id"])
        await self.until("the form in Discord", lambda: self.environment.discord.snapshot(user)["modal"])

    async def send_in_discord(self, user: str, text: str) -> None:
        """Fill the form's text in and send it."""
        modal = self.environment.discord.snapshot(user)["modal"]
        field_id = next(one["custom_id"] for one in elements(modal["components"]) if one.get("type") == 4)
        await self.environment.discord.submit_modal(user, {field_id: text})

    def slack_input(self, user: str) -> tuple[str, str] | None:
        """Where the text goes in the open form: block id and action id."""
        view = self.environment.slack.snapshot(user)["view"]
        for block in (view or {}).get("blocks", []):
            element = block.get("element") or {}
            if element.get("type") == "plain_text_input":
                return block["block_id"], element["action_id"]
        return None

    async def send_in_slack(self, user: str, text: str) -> None:
        """Fill the open form in and submit it."""
        found = self.slack_input(user)
        if found is None:
            raise ScriptError("The form in Slack is not open.")
        await self.environment.slack.submit_view(user, {found[0]: {found[1]: text}})

    def private_link(self, part: str) -> str | None:
        """A link that only Ana sees, in a window or in a message."""
        window = self.environment.slack.snapshot(self.environment.staff.ana_slack)["view"]
        private = [window, *(one for one in self.chats.slack_messages() if one.get("ephemeral"))]
        urls = re.findall(r"https?://[^\s|>'\"]+", str(private))
        return next((url for url in urls if part in url), None)

    async def as_the_brand(self, url: str) -> None:
        """Open X's page and press its button, signed in as the brand."""
        async with aiohttp.ClientSession() as browser:
            async with browser.get(url) as page:
                if page.status != 200:
                    raise ScriptError("X's page for the follow does not open.")
            query = dict(re.findall(r"[?&](\w+)=([^&]+)", url))
            async with browser.post(
                url.split("?")[0], data={**query, "as": self.environment.cast.brand}
            ) as done:
                if done.status != 200:
                    raise ScriptError("X's page did not take the press.")

    # What can be seen

    def on_x(self, text: str) -> int:
        """How many posts of the brand hold this text."""
        return sum(text in post.text for post in self.environment.world.posts_of(self.environment.cast.brand))

    def second_was_told(self) -> bool:
        """Somebody was told privately that another was first."""
        view = str(self.environment.slack.snapshot(self.environment.staff.ana_slack)["view"])
        whispers = [one for one in self.chats.slack_messages() if one.get("ephemeral")]
        whispers += [
            one
            for one in self.chats.discord_messages(self.environment.staff.ben_discord)
            if one.get("ephemeral")
        ]
        return bool(
            re.search(
                r"(Ana|Ben)[\w ]* (replied|began to reply|sent one)|closed already", f"{view} {whispers}"
            )
        )

    async def shown_in_both(self, alert_id: str, words: str, by: str, seconds: float = 25) -> None:
        """Both chats say what was done and by whom."""

        def shows(message: dict[str, Any] | None) -> bool:
            return message is not None and words in str(message) and by in str(message)

        await self.until(f"“{words}” in Slack", lambda: shows(self.chats.slack_alert(alert_id)), seconds)
        await self.until(f"“{words}” in Discord", lambda: shows(self.chats.discord_alert(alert_id)), seconds)

    # The end

    async def report(self, failed: str | None) -> dict[str, Any]:
        """Stop the service and compare what it remembers with what X and both chats hold."""
        await asyncio.sleep(4)
        self.chats.observe()
        await self.service.stop()
        store = await SqlStore.open(f"sqlite:///{self.folder / 'mutuals.db'}", clock=MachineClock())
        try:
            stored = await StoredOutcome.read(store)
        finally:
            await store.close()
        lost = stored.lost(self.chats) + sum(self.on_x(text) == 0 for text in self.sent)
        doubled = self.chats.duplicates() + sum(max(0, self.on_x(text) - 1) for text in self.sent)
        alerts = {
            name: stored.by_kind(seen)
            for name, seen in (("slack", self.chats.slack), ("discord", self.chats.discord))
        }
        acts = stored.acts()
        held = self._held(failed, lost, doubled, alerts, acts)
        if failed is None and not held:
            failed = "the counts are not what the story promises"
        return {
            "held": held,
            "why_not": failed,
            "alerts": alerts,
            "acts": acts,
            "duplicates": doubled,
            "lost": lost,
            "dollars": self.environment.x.meter.total,
            "dollars_metered": round(stored.spent_micros / 1e6, 4),
            "second_clicker_told": self.told_who_was_first,
            "button_from_before_restart_works": self.old_button_works,
            "restart_to_done_s": self.restarted_in_s,
            "first_alert_s": self.first_alert_s,
            "rss_mb": round(self.service.rss_peak_mb, 1),
        }

    def _held(
        self, failed: str | None, lost: int, doubled: int, alerts: dict[str, Any], acts: dict[str, Any]
    ) -> bool:
        enough = all(alerts[chat].get(kind, 0) >= 3 for chat in alerts for kind in ("fan", "care"))
        paths = acts.get("follow", {}).get("link", 0) >= 1 and acts.get("reply", {}).get("api", 0) >= 1
        seen = self.told_who_was_first and self.old_button_works
        return failed is None and lost == 0 and doubled == 0 and enough and paths and seen
