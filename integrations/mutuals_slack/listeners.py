"""The ear: what people press, choose, type and command in Slack, brought to the Interactions."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any

import structlog
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from mutuals.cards.fields import FIELD_FORMS
from mutuals.cards.form_words import TEXT_FORMS
from mutuals.cards.markup import Card, EphemeralReply, Intent
from mutuals.domain.errors import MutualsError, Refused
from mutuals.domain.model import Actor
from mutuals.ports.interactions import Click, ClickedMessage, Interactions
from mutuals_slack import field_views, payloads, views
from mutuals_slack.actions import EVERY_ACTION, Press, unpack
from mutuals_slack.actors import ActorResolver
from mutuals_slack.blocks import answer, message
from mutuals_slack.client import Api
from mutuals_slack.fields import FieldForms
from mutuals_slack.forms import Forms, Opening
from mutuals_slack.home import HomeTabs
from mutuals_slack.manifest import CHANNEL_EVENTS, COMMAND, HOME_OPENED
from mutuals_slack.shortcuts import FIND, FIND_VIEW, REPLY, Shortcuts
from mutuals_slack.text import Json, part
from mutuals_slack.views import Where

FINDS = "person"  # the command that answers *Find a person*
TAKEN_SECONDS = 2.0  # of Slack's three: a form is acknowledged when its text is stored, or then at the latest
MODAL_SECONDS = 2.3  # of the three for which a press may open a window
CLOSE_SECONDS = 1.0  # how long clicks under way may finish at the end
NOT_HERE = (
    "Mutuals is not connected to this workspace, so there is nothing to show. Somebody has to install the app here again; "
    "whoever runs Mutuals knows the address."
)
BROKEN = "Something went wrong on our side, and it was logged. Nothing you typed is lost; please try again."

log = structlog.get_logger(__name__)


class InteractionListener:
    """Acknowledges first, asks who it is next, and calls the Interactions only for people who may act."""

    def __init__(
        self,
        api: Api,
        door: ActorResolver,
        interactions: Interactions,
        first: Callable[[str], Awaitable[bool]],
        opened: Callable[[], Awaitable[None]],
        mention: str | None = None,
    ) -> None:
        self._first = first
        self._mention = mention
        self._opened = opened
        self._api = api
        self._door = door
        self._interactions = interactions
        self._forms = Forms(api, door, interactions)
        self._fields = FieldForms(api, door, interactions)
        self._shortcuts = Shortcuts(api, door, interactions, self._forms)
        self.home = HomeTabs(api, door, interactions)
        self._under_way: set[asyncio.Task[None]] = set()

    async def stop(self) -> None:
        """Let what was acknowledged come to its end, for a moment: the whole service has ten seconds to stop."""
        if self._under_way:
            _done, late = await asyncio.wait(self._under_way, timeout=CLOSE_SECONDS)
            for task in late:
                task.cancel()
        await self._forms.stop()

    async def on_action(self, ack: AsyncAck, body: Json) -> None:
        """Something was pressed, chosen or typed."""
        heard_at = time.monotonic()
        await ack()
        actions = body.get("actions")
        for action in filter(payloads.is_object, actions if isinstance(actions, list) else []):
            if action.get("action_id") in views.FIELDS:
                self._start(self._forms.changed(body, action), body)
            else:
                self._start(self._pressed(body, action, heard_at), body)

    async def on_submit(self, ack: AsyncAck, body: Json) -> None:
        """A form with a text was sent."""
        complaint = self._forms.complaint(body["view"])
        if complaint:
            await ack(response_action="errors", errors=complaint)
            return
        acknowledged = asyncio.Event()

        async def taken(stored: bool = True) -> bool:
            if not acknowledged.is_set():
                acknowledged.set()
                await ack(response_action="update", view=self._forms.sending(body["view"], stored=stored))
            return True

        async def stays(errors: dict[str, str]) -> bool:
            if acknowledged.is_set():
                return False
            acknowledged.set()
            await ack(response_action="errors", errors=errors)
            return True

        self._start(self._forms.submitted(body, taken, stays), body)
        with suppress(TimeoutError):
            await asyncio.wait_for(acknowledged.wait(), TAKEN_SECONDS)
        await taken(stored=False)

    async def on_fields(self, ack: AsyncAck, body: Json) -> None:
        """A form of several fields was sent."""
        await self._guarded(self._fields.submitted(ack, body), body)

    async def on_close(self, ack: AsyncAck, body: Json) -> None:
        """A form was closed."""
        await ack()
        self._start(self._forms.closed(body), body)

    async def on_command(self, ack: AsyncAck, body: Json) -> None:
        """The command was typed."""
        await ack()
        self._start(self._commanded(body), body)

    async def on_reply_shortcut(self, ack: AsyncAck, body: Json) -> None:
        """*Reply as brand* was chosen."""
        await ack()
        self._start(self._shortcuts.reply(body), body)

    async def on_find_shortcut(self, ack: AsyncAck, body: Json) -> None:
        """*Find a person* was chosen."""
        await ack()
        self._start(self._shortcuts.find(body), body)

    async def on_found(self, ack: AsyncAck, body: Json) -> None:
        """The window of *Find a person* was sent."""
        await self._shortcuts.found(ack, body, FINDS)

    async def on_home(self, ack: AsyncAck, body: Json) -> None:
        """Somebody looks at their Home tab."""
        await ack()
        event = part(body, "event")
        if event.get("tab") == "home":
            self._start(self.home.opened(str(event.get("user"))), body)

    async def on_channel_change(self, ack: AsyncAck, body: Json) -> None:
        """A channel that was closed to us may be open."""
        await ack()
        event = part(body, "event")
        if event.get("type") == "member_joined_channel" and event.get("user") not in payloads.ourselves(body):
            return
        log.info("slack.place_changed", what=event.get("type"))
        self._start(self._follow_channels(), body)

    async def _follow_channels(self) -> None:
        await self._opened()

    def _start(self, work: Coroutine[Any, Any, None], body: Json) -> None:
        task = asyncio.create_task(self._guarded(work, body))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _guarded(self, work: Coroutine[Any, Any, None], body: Json) -> None:
        """Once, whichever process gets it; and a bug must not leave a person without a word."""
        try:
            if payloads.acts(body) and not await self._first(payloads.fingerprint(body)):
                log.info("slack.replay_ignored", kind=body.get("type"))
                return
            await work
        except MutualsError as error:  # e.g. the form was closed while we were about to redraw it
            log.warning("slack.interaction_not_finished", kind=body.get("type"), why=str(error))
            await self._whisper(body, EphemeralReply(((str(error),),), ok=False))
        except Exception:
            log.exception("slack.interaction_failed", kind=body.get("type"))
            await self._whisper(body, EphemeralReply(((BROKEN,),), ok=False))
        finally:
            work.close()

    async def _pressed(self, body: Json, action: Json, heard_at: float) -> None:
        packed = part(action, "selected_option").get("value") or action.get("value")
        if packed is None and action.get("type") == "button":
            return  # a link in a private answer: it opens a page, and that is all
        try:
            press = unpack(packed)
        except Refused as error:
            await self._whisper(body, EphemeralReply(((str(error),),), ok=False))
            return
        if press.do is Intent.VIEW:
            return
        if press.do in TEXT_FORMS:
            await self._forms.open(self._opening(body, press))
            return
        if press.do in FIELD_FORMS:
            if (why := await self._fields.open(self._opening(body, press))) is not None:
                await self._whisper(body, why)
            return
        actor = await self._door.who(payloads.user(body))
        if not actor.role:
            await self._refuse(body, actor)
            return
        click = Click(press.alert_id, press.do, actor, press.value)
        said = await self._interactions.press(click, self._clicked(body))
        self.home.changed()
        if said is not None and not await self._in_modal(body, said, press.alert_id, heard_at):
            await self._whisper(body, said, press.alert_id)

    def _clicked(self, body: Json) -> ClickedMessage | None:
        """The message that was pressed and all see, redrawn through the press's response_url, outside of the limits of
        its channel; None where it was a private answer or a window."""
        url, (_, stamp) = body.get("response_url"), payloads.where(body)
        if not url or not stamp or part(body, "container").get("is_ephemeral") or part(body, "view"):
            return None

        async def redraw(card: Card) -> bool:
            return await self._api.respond(url, {**message(card, self._mention), "replace_original": True})

        return ClickedMessage(stamp, redraw)

    async def _in_modal(self, body: Json, said: EphemeralReply, alert_id: str, heard_at: float) -> bool:
        """Answer in a window in front of whoever pressed: what only they see in a channel stands at its end, far from
        the alert. In place of the window that they pressed in; False where it is too late, or for a list in a channel."""
        late = time.monotonic() - heard_at > MODAL_SECONDS
        surface = part(body, "view")
        if late or (said.card is not None and not surface) or not body.get("trigger_id"):
            return False
        view = views.told_view("Mutuals", said, Where(alert_id, Intent.VIEW, *payloads.where(body)))
        given = (
            {"view_id": surface.get("id")}
            if surface and not payloads.at_home(body)
            else {"trigger_id": body["trigger_id"]}
        )
        try:
            await self._api.call(
                "views.update" if "view_id" in given else "views.open", {**given, "view": view}
            )
        except MutualsError as error:
            log.info("slack.answer_not_in_a_window", why=str(error))
            return False
        return True

    def _opening(self, body: Json, press: Press) -> Opening:
        place, message = payloads.where(body)
        return Opening(
            press, payloads.user(body), str(body.get("trigger_id")), place, message, body.get("response_url"),
            inside=bool(part(body, "view")) and not payloads.at_home(body),
        )  # fmt: skip

    async def _commanded(self, body: Json) -> None:
        actor = await self._door.who(payloads.user(body))
        if not actor.role:
            await self._refuse(body, actor)
            return
        typed, *rest = [*str(body.get("text") or "").split(maxsplit=1), ""]
        name = typed.lower() or "help"
        await self._whisper(
            body,
            await self._interactions.command(
                actor, name, " ".join(rest).strip(), self._door.place(payloads.where(body)[0])
            ),
        )

    async def _refuse(self, body: Json, actor: Actor) -> None:
        log.info("slack.person_refused", user=actor.id)
        await self._whisper(body, EphemeralReply(((actor.why_not,),), ok=False))

    async def _whisper(self, body: Json, said: EphemeralReply, alert_id: str | None = None) -> None:
        place, _message = payloads.where(body)
        heard = await self._api.post_ephemeral(
            payloads.user(body),
            place,
            answer(said, alert_id),
            response_url=body.get("response_url"),
            thread=payloads.thread(body),
        )
        if not heard:
            log.warning("slack.answer_not_delivered", user=payloads.user(body))


Choose = Callable[[Json, str | None], Awaitable[InteractionListener | None]]
_Heard = Callable[[InteractionListener, AsyncAck, Json], Awaitable[None]]


def register(app: AsyncApp, choose: Choose) -> None:
    """Tell Bolt what we listen to. `choose` finds who hears it, by the body and its workspace's id; None: nobody."""

    def to(heard: _Heard) -> Callable[..., Awaitable[None]]:
        async def listener(ack: AsyncAck, body: Json, context: AsyncBoltContext) -> None:
            chosen = await choose(body, context.team_id)
            if chosen is not None:
                await heard(chosen, ack, body)
            else:
                await ack(text=NOT_HERE if body.get("command") else "")

        return listener

    own = InteractionListener
    app.block_action(EVERY_ACTION)(to(own.on_action))
    app.view_submission(views.CALLBACK)(to(own.on_submit))
    app.view_submission(field_views.CALLBACK)(to(own.on_fields))
    app.view_closed(views.CALLBACK)(to(own.on_close))
    app.command(COMMAND)(to(own.on_command))
    app.shortcut(REPLY)(to(own.on_reply_shortcut))
    app.shortcut(FIND)(to(own.on_find_shortcut))
    app.view_submission(FIND_VIEW)(to(own.on_found))
    app.event(HOME_OPENED)(to(own.on_home))
    for event in CHANNEL_EVENTS:
        app.event(event)(to(own.on_channel_change))
