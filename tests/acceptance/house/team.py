"""The whole house for tests: the services, Mutuals, customers, and what the team does in both chats."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.ids import EVERYTHING
from mutuals.domain.model import Alert
from mutuals_sandbox.chat_observer import menu_options
from tests.acceptance.house.chats import Chats
from tests.acceptance.house.messages import Shown, as_shown, discord_text, parts, slack_text
from tests.acceptance.house.services import Member
from tests.support.waiting import until


class House(Chats):
    """Everything: what people of the team press, open, fill in and type."""

    async def press(self, who: Member, alert: Alert, do: Intent, value: str = "") -> Any:
        """Press a button or a menu's entry under an alert, and let the work end."""
        answer = await self.press_only(who, alert, do, value)
        await self.quiet()
        return answer

    async def press_only(self, who: Member, alert: Alert, do: Intent, value: str = "") -> Any:
        """Press, and do not wait for more than the chat's own answer."""
        shown = (await self.shown(alert))[who.chat]
        return await self.press_in(who, shown, alert.id, do, value)

    async def press_in(self, who: Member, shown: Shown, alert_id: str, do: Intent, value: str = "") -> Any:
        """Press in this very message, as it was seen."""
        if who.chat == "slack":
            packed = f"{do.value}:{value}:{alert_id}"
            for part in parts(shown.raw["blocks"]):
                if part.get("type") == "button" and part.get("value") == packed:
                    return await self.slack.press(who.id, self.slack_care, shown.id, part["action_id"])
                if packed in [one.get("value") for one in menu_options(part)]:
                    return await self.slack.press(
                        who.id, self.slack_care, shown.id, part["action_id"], selected_value=packed
                    )
            raise AssertionError(f"no {do} in Slack: {shown.labels}")
        custom_id = ":".join(["mutuals", do.value, alert_id, *([value] if value else [])])
        for part in parts(shown.raw["components"]):
            if part.get("type") == 2 and part.get("custom_id") == custom_id:
                return await self.discord.press(who.id, shown.id, custom_id)
            if custom_id in [one.get("value") for one in menu_options(part)]:
                return await self.discord.press(who.id, shown.id, part["custom_id"], [custom_id])
        raise AssertionError(f"no {do} in Discord: {shown.labels}")

    async def open_form(
        self, who: Member, alert: Alert, do: Intent = Intent.REPLY, template: str | None = None
    ) -> str:
        """Press Reply or Acknowledge until the form is there; gives the text it is filled in with."""
        await self.press(who, alert, do)
        if who.chat == "discord" and do is Intent.ACKNOWLEDGE:
            menu = next(one for message in reversed(self.private(who)) for one in parts(message.raw)
                        if str(one.get("custom_id", "")).startswith("mutuals:pick:"))  # fmt: skip
            holder = next(one for one in reversed(self.private(who)) if menu in list(parts(one.raw)))
            chosen = template or menu_options(menu)[0]["value"]
            await self.discord.press(who.id, holder.id, menu["custom_id"], [chosen])
            await self.quiet()
        return self.filled(who)

    def form(self, who: Member) -> dict[str, Any] | None:
        """The form that is open in front of somebody."""
        seen = (self.slack if who.chat == "slack" else self.discord).snapshot(who.id)
        form: dict[str, Any] | None = seen["view" if who.chat == "slack" else "modal"]
        return form

    def filled(self, who: Member) -> str:
        """What stands in the open form's field."""
        form = self.form(who)
        assert form is not None, "no form is open"
        for part in parts(form):
            if part.get("type") == "plain_text_input":
                return str(part.get("initial_value") or "")
            if part.get("type") == 4:
                return str(part.get("value") or "")
        raise AssertionError(f"no field in {json.dumps(form)[:600]}")

    async def send(self, who: Member, text: str) -> Any:
        """Fill the open form in and send it, and let the work end."""
        answer = await self.send_only(who, text)
        await self.quiet()
        return answer

    async def send_only(self, who: Member, text: str) -> Any:
        """Send the form, and do not wait for what comes of it."""
        form = self.form(who)
        assert form is not None, "no form is open"
        if who.chat == "discord":
            return await self.discord.submit_modal(who.id, {"text": text})
        block = next(
            one for one in form["blocks"] if (one.get("element") or {}).get("type") == "plain_text_input"
        )
        return await self.slack.submit_view(
            who.id, {block["block_id"]: {block["element"]["action_id"]: text}}
        )

    async def reply(self, who: Member, alert: Alert, text: str, do: Intent = Intent.REPLY) -> Any:
        """Open the form and send a text."""
        await self.open_form(who, alert, do)
        return await self.send(who, text)

    async def send_anyway(self, who: Member, alert: Alert, text: str) -> None:
        """Send a text in spite of the warnings that were just shown."""
        if who.chat == "slack":
            await self.send(who, text)
            return
        shown = self.private(who)[-1]
        keys = [str(one.get("custom_id")) for one in parts(shown.raw)]
        await self.discord.press(who.id, shown.id, next(one for one in keys if f"{alert.id}:!" in one))
        await self.quiet()

    async def command(self, who: Member, words: str) -> str:
        """Type /mutuals ... and read the private answer; a window in front of the channel is closed first."""
        if who.chat == "slack" and self.form(who):
            await self.slack.close_view(who.id)
        before = len(self.private(who))
        if who.chat == "slack":
            await self.slack.slash(who.id, self.slack_care, "/mutuals", words)
        else:
            name, _, why = words.partition(" ")
            await self.discord.slash(
                who.id, self.discord_care, "mutuals", _options(name, why), subcommand=name
            )
        await self.quiet()
        await until(lambda: len(self.private(who)) > before)
        return self.private(who)[-1].text

    async def stop_everything(self, who: Member, why: str = "") -> str:
        """Type /mutuals stop, press Yes, and read the answer; or what was said where it asks nothing."""
        said = await self.command(who, f"stop {why}".strip())
        if "Stop everything?" not in said:
            return said
        await self.press_in(who, self.private(who)[-1], EVERYTHING, Intent.STOP)
        await self.quiet()
        return self.private(who)[-1].text

    def private(self, who: Member) -> list[Shown]:
        """What only this person sees: private messages, and for Slack the open view."""
        if who.chat == "slack":
            found = [
                as_shown(one["ts"], one, slack_text(one))
                for top in self.slack_messages(who)
                for one in (top, *top["replies"])
                if one["ephemeral"]
            ]
            view = self.form(who)
            return found + ([as_shown("view", view, slack_text(view))] if view else [])
        return [
            as_shown(one["id"], one, discord_text(one))
            for one in self.discord_messages(who)
            if one["ephemeral"]
        ]

    def told(self, who: Member) -> str:
        """Everything said privately to this person, joined."""
        return "\n".join(one.text for one in self.private(who))

    def link(self, who: Member, part: str) -> str:
        """The newest private link that holds this."""
        for message in reversed(self.private(who)):
            for url in message.urls:
                if part in url:
                    return url
        raise AssertionError(f"no link with {part}: {self.told(who)}")


def _options(name: str, words: str) -> dict[str, Any]:
    """What was typed behind a command's name, as Discord's fields take it."""
    if not words:
        return {}
    if name == "family":
        return dict(zip(("ours", "account"), words.split(), strict=False))
    fields = {
        "stop": "why",
        "link": "code",
        "help": "word",
        "show": "person",
        "person": "person",
        "settings": "group",
    }
    if name in (field := fields):
        return {field[name]: words}
    if name == "replies":
        return {"language": words}
    if name == "note":
        whom, _, rest = words.partition(" ")
        return {"person": whom} | ({"words": rest} if rest else {})
    typed = words.split()
    page = {"page": int(typed.pop())} if typed[-1].isdigit() else {}
    return page | ({"show": typed[0]} if typed else {})


Open = Callable[..., Awaitable[House]]


async def houses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Open]:
    """For the fixture: opens one house and closes it in the end."""
    made: list[House] = []

    async def build(**settings: Any) -> House:
        made.append(House(tmp_path, monkeypatch))
        return await made[-1].open(**settings)

    yield build
    for house in made:
        await house.close()
