"""Forms of several fields as Slack modals: opened at once, filled in, sent; what is wrong stands under its field."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import structlog

from mutuals.cards.fields import FieldsForm
from mutuals.cards.markup import EphemeralReply
from mutuals.domain.errors import MutualsError
from mutuals.ports.interactions import Click, Interactions
from mutuals_slack import field_views, views
from mutuals_slack.actors import ActorResolver
from mutuals_slack.client import Api
from mutuals_slack.forms import FOREIGN, SETTLE_SECONDS, TOO_SLOW, Opening
from mutuals_slack.text import Json
from mutuals_slack.views import Where

SAVED_SECONDS = 2.0  # of Slack's three: then the window says that it goes on

log = structlog.get_logger(__name__)
Ack = Callable[..., Awaitable[object]]


class FieldForms:
    """Opens such forms and takes them back. All they need to know stands in the modal itself."""

    def __init__(self, api: Api, door: ActorResolver, interactions: Interactions) -> None:
        self._api = api
        self._door = door
        self._interactions = interactions

    async def open(self, opening: Opening) -> EphemeralReply | None:
        """Open the modal and fill it in. Gives what is to be said where it did not open."""
        try:
            body = {"trigger_id": opening.trigger, "view": views.loading_view()}
            view_id = str(
                (await self._api.call("views.push" if opening.inside else "views.open", body))["view"]["id"]
            )
        except MutualsError as error:
            log.warning("slack.form_not_opened", error=str(error))
            return EphemeralReply(((TOO_SLOW,),), ok=False)
        press = opening.press
        where = Where(press.alert_id, press.do, opening.place, opening.message)
        actor = await self._door.who(opening.user)
        said: FieldsForm | EphemeralReply = EphemeralReply(((actor.why_not,),), ok=False)
        if actor.role:
            said = await self._interactions.open_fields(Click(press.alert_id, press.do, actor, press.value))
        await self._api.call("views.update", {"view_id": view_id, "view": _view(said, where)})
        return None

    async def submitted(self, ack: Ack, body: Json) -> None:
        """Acknowledge with the outcome, or with what is wrong under each field; later, when it takes longer."""
        where, view_id = views.where_of(body["view"]), str(body["view"]["id"])
        if where is None:
            said = EphemeralReply(((FOREIGN,),), ok=False)
            await ack(response_action="update", view=views.told_view("Mutuals", said))
            return
        working = asyncio.create_task(self._send(body, where))
        done, _late = await asyncio.wait({working}, timeout=SAVED_SECONDS)
        if not done:
            await ack(response_action="update", view=views.loading_view())
            said_late = await working
            await asyncio.sleep(SETTLE_SECONDS)
            await self._api.call("views.update", {"view_id": view_id, "view": _view(said_late, where)})
            return
        answer = working.result()
        errors = field_views.errors(answer) if isinstance(answer, FieldsForm) else {}
        if errors:
            await ack(response_action="errors", errors=errors)
        else:
            await ack(response_action="update", view=_view(answer, where))

    async def _send(self, body: Json, where: Where) -> FieldsForm | EphemeralReply:
        actor = await self._door.who(str(body["user"]["id"]))
        if not actor.role:
            return EphemeralReply(((actor.why_not,),), ok=False)
        typed = field_views.typed(body["view"])
        chosen = field_views.chosen(body["view"])
        people = {field: await self._door.who(user) for field, user in chosen.items()}
        with suppress(MutualsError):
            click = Click(where.alert_id, where.do, actor)
            return await self._interactions.submit_fields(click, typed, people)
        return EphemeralReply(
            (("It could not be stored, so nothing was changed. Try again in a moment.",),), ok=False
        )


def _view(said: FieldsForm | EphemeralReply, where: Where) -> Json:
    if isinstance(said, FieldsForm):
        return field_views.fields_view(said, where)
    return views.told_view("Mutuals" if said.ok else "Not saved", said, where)
