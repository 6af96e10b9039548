"""The shortcuts: *Reply as brand* on a message, and *Find a person* from anywhere."""

import asyncio
from collections.abc import Iterator
from typing import Any

import structlog
from slack_bolt.async_app import AsyncAck

from mutuals.cards.markup import EphemeralReply, Intent
from mutuals.domain.errors import MutualsError, Refused
from mutuals.ports.interactions import Interactions
from mutuals_slack import views
from mutuals_slack.actions import EVERY_ACTION, Press, unpack
from mutuals_slack.actors import ActorResolver
from mutuals_slack.client import Api
from mutuals_slack.forms import SETTLE_SECONDS, Forms, Opening
from mutuals_slack.text import Json, part, plain_object

REPLY = "mutuals_reply"
FIND = "mutuals_find"
FIND_VIEW = "mutuals:find"
NAME = "mutuals:name"
LONGEST_NAME = 300  # networks of many servers put the server behind it
SHORTCUTS = (
    {
        "name": "Reply as brand",
        "type": "message",
        "callback_id": REPLY,
        "description": "Opens the reply form for the person this message is about",
    },
    {
        "name": "Find a person",
        "type": "global",
        "callback_id": FIND,
        "description": "Shows what is known of somebody, and what waits",
    },
)
BROKEN = "Something went wrong on our side, and it was logged. Please try again."
BUSY = "This took longer than Slack waits. Please try it again."

log = structlog.get_logger(__name__)


class Shortcuts:
    """What is offered beside our own messages."""

    def __init__(self, api: Api, door: ActorResolver, interactions: Interactions, forms: Forms) -> None:
        self._api = api
        self._door = door
        self._interactions = interactions
        self._forms = forms

    async def reply(self, body: Json) -> None:
        """*Reply as brand*: the form for the alert that the message shows or links to, or what to do."""
        user, channel = str(part(body, "user").get("id")), str(part(body, "channel").get("id") or "")
        message = part(body, "message")
        actor = await self._door.who(user)
        if not actor.role:
            await self._say(body, EphemeralReply(((actor.why_not,),), ok=False))
            return
        found = await self._interactions.find_alert(
            actor, " ".join(words_of(message)), alert_in(message), self._door.place(channel)
        )
        if isinstance(found, EphemeralReply):
            await self._say(body, found)
            return
        hook = body.get("response_url")
        opening = Opening(
            Press(Intent.REPLY, found),
            user,
            str(body.get("trigger_id")),
            channel,
            "",
            hook if isinstance(hook, str) else None,
        )
        await self._forms.open(opening)

    async def find(self, body: Json) -> None:
        """*Find a person*: a window that asks for the name, or why they may not."""
        actor = await self._door.who(str(part(body, "user").get("id")))
        if not actor.role:
            await self._say(body, EphemeralReply(((actor.why_not,),), ok=False))
            return
        await self._open(body, find_view())

    async def found(self, ack: AsyncAck, body: Json, command: str) -> None:
        """The name was sent: the answer to `/mutuals <command> @name` in the same window."""
        name = name_in(part(body, "view"))
        await ack(response_action="update", view=views.loading_view())
        actor = await self._door.who(str(part(body, "user").get("id")))
        said = EphemeralReply(((actor.why_not,),), ok=False)
        try:
            said = await self._interactions.command(actor, command, name) if actor.role else said
        except MutualsError as error:
            said = EphemeralReply(((str(error),),), ok=False)
        except Exception:
            log.exception("slack.person_not_found")
            said = EphemeralReply(((BROKEN,),), ok=False)
        view_id = part(body, "view").get("id")
        await asyncio.sleep(SETTLE_SECONDS)
        await self._api.call(
            "views.update", {"view_id": view_id, "view": views.told_view("Find a person", said)}
        )

    async def _say(self, body: Json, said: EphemeralReply) -> None:
        await self._open(body, views.told_view("Mutuals", said))

    async def _open(self, body: Json, view: Json) -> None:
        """In a window in front of them; where Slack does not open it any more, in a direct message."""
        try:
            await self._api.call("views.open", {"trigger_id": body.get("trigger_id"), "view": view})
        except MutualsError as error:
            log.info("slack.window_not_opened", why=str(error))
            await self._api.post_ephemeral(str(part(body, "user").get("id")), "", {"text": BUSY})


def find_view() -> Json:
    """The window that asks for a name."""
    field: Json = {
        "type": "plain_text_input",
        "action_id": NAME,
        "focus_on_load": True,
        "max_length": LONGEST_NAME,
        "placeholder": plain_object("@mia", 150),
    }
    return {
        "type": "modal",
        "callback_id": FIND_VIEW,
        "title": plain_object("Find a person", views.MAX_TITLE),
        "submit": plain_object("Find", views.MAX_TITLE),
        "close": plain_object("Cancel", views.MAX_TITLE),
        "blocks": [
            {"type": "input", "block_id": NAME, "label": plain_object("Their @name", 100), "element": field}
        ],
    }


def name_in(view: Json) -> str:
    """What was typed as the name."""
    values = part(part(view, "state"), "values")
    return str(part(part(values, NAME), NAME).get("value") or "").strip()


def alert_in(message: Json) -> str | None:
    """The alert that one of our own messages shows, by its buttons; None for any other message."""
    for one in _objects(message.get("blocks")):
        action_id = one.get("action_id")
        if not isinstance(action_id, str) or not EVERY_ACTION.match(action_id):
            continue
        for value in (one.get("value"), *(each.get("value") for each in _objects(one))):
            try:
                return unpack(value).alert_id
            except Refused:
                continue
    return None


def words_of(message: Json) -> Iterator[str]:
    """The words of a message, with the addresses that its links lead to."""
    yield str(message.get("text") or "")
    for one in _objects([message.get("blocks"), message.get("attachments")]):
        yield from (
            one[key] for key in ("url", "from_url", "title_link", "text") if isinstance(one.get(key), str)
        )


def _objects(value: Any) -> Iterator[Json]:
    """Every object inside of a value, whatever its depth."""
    if isinstance(value, dict):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _objects(one)
