"""A complete chat integration: a team chat with a small JSON API, as an example for your own.

The chat: `POST /messages`, `PUT /messages/ID`, `GET /messages?channel=&key=&since=`, and `GET /events?after=N`, which waits
until somebody has pressed, sent or typed something. What only one person may read goes to `POST /private`.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import aiohttp
from pydantic import Field, SecretStr
from pydantic_settings import SettingsConfigDict

from mutuals.cards.markup import (
    Card,
    ChannelName,
    EphemeralReply,
    Form,
    Intent,
    Line,
    Link,
    Strong,
    Timestamp,
)
from mutuals.domain.errors import MutualsError, NotAuthorized, RefusalReason, Refused, TryAgain
from mutuals.domain.model import Actor, AlertKind, MessageRef, Role
from mutuals.ports.diagnostics import Check
from mutuals.ports.integration import ChatIntegration, ChatKit
from mutuals.ports.interactions import Click, Interactions
from mutuals.ports.settings import Section

NAME = "huddle"
FORMS = frozenset({Intent.REPLY, Intent.ACKNOWLEDGE})
AGAIN_SECONDS = 5.0  # between two tries to hear the chat


class HuddleSettings(Section):
    """Settings of the chat, from `MUTUALS_HUDDLE_...` variables."""

    model_config = SettingsConfigDict(env_prefix="MUTUALS_HUDDLE_")

    url: str | None = Field(default=None, description="Where the chat is, e.g. https://huddle.example.")
    token: SecretStr | None = Field(default=None, description="The token of Mutuals in the chat.")
    channel: str | None = Field(default=None, description="The channel for alerts.")
    members: str = Field(default="", description="Who may act on alerts: ids, separated by commas.")


class HuddleChat:
    """A Chat: posts and redraws cards, and hands every click to the interactions."""

    name = NAME

    def __init__(self, settings: HuddleSettings, interactions: Interactions, kit: ChatKit) -> None:
        assert settings.token is not None, "missing asks for it"
        self._url, self._token = str(settings.url).rstrip("/"), settings.token.get_secret_value()
        self._members = {one.strip() for one in settings.members.split(",") if one.strip()}
        self._interactions, self._kit = interactions, kit
        self._session: aiohttp.ClientSession | None = None
        self._listener: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Prove the token, then listen."""
        await self._call("GET", "/me")
        self._listener = asyncio.create_task(self._listen())

    async def stop(self) -> None:
        """Stop listening and let go of the connections."""
        if self._listener is not None:
            self._listener.cancel()
            await asyncio.gather(self._listener, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
        self._session = self._listener = None

    async def same_channel(self, channel: str, channel_id: str) -> bool:
        """Channels have one name only."""
        return channel == channel_id

    async def post(self, channel: str, card: Card, *, reply_to: MessageRef | None = None) -> MessageRef:
        """Post a card. The key goes along, so that `find` knows the message again."""
        body = {
            "channel": channel,
            "key": card.key,
            "thread": reply_to.id if reply_to else None,
            **_drawn(card),
        }
        answer = await self._call("POST", "/messages", body=body, acts=True)
        return MessageRef(NAME, channel, str(answer["id"]))

    async def tell(
        self, person_id: str, channel: str, card: Card, *, reply_to: MessageRef | None = None
    ) -> None:
        """In private."""
        await self._call("POST", "/private", body={"person": person_id, **_drawn(card)}, acts=True)

    async def edit(self, ref: MessageRef, card: Card) -> None:
        """Redraw a message in place."""
        await self._call("PUT", f"/messages/{ref.id}", body=_drawn(card))

    async def find(
        self, channel: str, key: str, since: datetime, *, reply_to: MessageRef | None = None
    ) -> MessageRef | None:
        """The newest message of ours with this key: asked when nobody knows whether a post has landed."""
        query = {"channel": channel, "key": key, "since": since.isoformat()}
        rows = await self._call("GET", "/messages", query=query)
        return MessageRef(NAME, channel, str(rows[-1]["id"])) if rows else None

    def message_url(self, ref: MessageRef) -> str | None:
        """Huddle has no pages for single messages."""
        return None

    async def check(self) -> Sequence[Check]:
        """For the doctor: does the token work?"""
        me = await self._call("GET", "/me")
        return [Check(True, "Huddle token", f"Signed in as {me['name']}.")]

    async def _listen(self) -> None:
        """Take every event once, in order; each is acknowledged by asking for the next."""
        after = int((await self._kit.memory.get("events")) or 0)
        while True:
            try:
                for event in await self._call("GET", "/events", query={"after": str(after)}):
                    if await self._kit.first(f"event/{event['number']}"):
                        await self._take(event)
                    after = event["number"]
                    await self._kit.memory.put("events", after)
            except MutualsError as error:
                await self._kit.lost(f"Huddle can't be heard: {error}")
                await asyncio.sleep(AGAIN_SECONDS)

    async def _take(self, event: dict[str, Any]) -> None:
        """One press, one sent form or one command. The chat decides nothing: it says who it was and what they want."""
        person = event["person"]
        role = Role.MEMBER if person["id"] in self._members else Role.NOBODY
        actor = Actor(NAME, person["id"], person["name"], role)
        if event["type"] == "command":
            answer: EphemeralReply | Form | None = await self._interactions.command(
                actor, event["name"], event["words"], event["channel"]
            )
        else:
            click = Click(event["alert"], Intent(event["do"]), actor, event["value"])
            if event["type"] == "submit":
                answer = await self._interactions.submit(click, event["text"])
            elif click.do in FORMS:
                answer = await self._interactions.open_form(click)
            else:
                answer = await self._interactions.press(click)
        if answer is not None:
            await self._call("POST", "/private", body={"person": actor.id, **_reply(answer)})

    async def _call(
        self,
        method: str,
        path: str,
        *,
        query: dict[str, str] | None = None,
        body: Any = None,
        acts: bool = False,
    ) -> Any:
        """One request; its failures become our errors. `acts`: without an answer it may have landed all the same."""
        if self._session is None:
            self._session = aiohttp.ClientSession(headers={"Authorization": self._token})
        try:
            async with self._session.request(method, self._url + path, params=query, json=body) as answer:
                self._kit.heard(answer.headers)
                if answer.status in (401, 403):
                    raise NotAuthorized("Huddle does not take the token. Set MUTUALS_HUDDLE_TOKEN anew.")
                if answer.status == 404:
                    raise Refused("Huddle has no such channel.", because=RefusalReason.CHANNEL)
                if answer.status == 410:
                    raise Refused("The message in Huddle was deleted.", because=RefusalReason.GONE)
                if answer.status >= 400:
                    wait = float(answer.headers.get("Retry-After", 30))
                    raise TryAgain(
                        "Huddle is busy.", retry_after=wait, ambiguous=acts and answer.status >= 500
                    )
                return await answer.json()
        except (aiohttp.ClientError, TimeoutError) as error:
            raise TryAgain("Huddle does not answer.", ambiguous=acts, wire=error) from error


def _drawn(card: Card) -> dict[str, Any]:
    """A card in the chat's own shape. Strings are plain text there, so a stranger's words can't ping or link."""
    lines = [f"{card.tone.sign} {card.headline}{_text(card.title)}", *map(_text, card.why)]
    lines += [f"“{quote.text}” {quote.url}" for quote in card.quotes]
    lines += [f"{label}: {_text(line)}" for label, line in card.facts]
    lines += [*map(_text, card.body), *(_text(line) for entry in card.sections for line in entry.lines)]
    lines += [*map(_text, card.status), card.small]
    return {
        "lines": [line for line in lines if line], "alert": card.alert_id, "ping": card.ping,
        "buttons": _buttons((*card.buttons, *card.menu)),
    }  # fmt: skip


def _reply(answer: EphemeralReply | Form) -> dict[str, Any]:
    """What only the person sees: a form to fill in, or lines, a list and the form to edit again."""
    if isinstance(answer, Form):
        return {
            "form": {"alert": answer.alert_id, "do": answer.do, "text": answer.text, "limit": answer.limit}
        }
    listed = _drawn(answer.card) if answer.card else {"lines": [], "buttons": []}
    lines = [*map(_text, answer.told()), *listed["lines"]]
    again = _reply(answer.form) if answer.form else {}
    return {"lines": lines, "buttons": _buttons(answer.buttons) + listed["buttons"], **again}


def _buttons(buttons: Sequence[Any]) -> list[dict[str, Any]]:
    return [{"do": one.do, "value": one.value, "label": one.label, "url": one.url} for one in buttons]


def _text(line: Line) -> str:
    """A line as plain text; a chat with markup makes links, bold type and local times of these."""
    words = []
    for span in line:
        match span:
            case Timestamp():
                words.append(f"{span.at:%d %B %Y, %H:%M} UTC")
            case Link():
                words.append(f"{span.text} ({span.url})")
            case Strong() | ChannelName():
                words.append(span.text)
            case _:
                words.append(span)
    return "".join(words)


def missing(settings: HuddleSettings) -> list[str]:
    """The variables without which the chat can't start."""
    wanted = {"URL": settings.url, "TOKEN": settings.token, "CHANNEL": settings.channel}
    return [f"MUTUALS_HUDDLE_{name}" for name, value in wanted.items() if not value]


def channel(settings: HuddleSettings, kind: AlertKind) -> str:
    """One channel for every kind of alert."""
    return settings.channel or ""


integration = ChatIntegration(NAME, HuddleSettings, missing, channel, 1, HuddleChat)
