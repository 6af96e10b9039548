"""Answers to interactions over REST; the token in the address is the only key."""

from aiohttp import web

from .interactions import Interaction, Interactions, callback_json
from .limits import reply
from .rest import FILES, body, snowflake

WEBHOOK = "/webhooks/{application_id}/{token}"
MESSAGE = WEBHOOK + "/messages/{message_id}"


class InteractionEndpoints:
    """The callback, follow-ups, and the messages they made."""

    def __init__(self, interactions: Interactions) -> None:
        self._interactions = interactions

    def routes(self) -> list[web.RouteDef]:
        """The routes, without the prefix."""
        return [
            web.post("/interactions/{interaction_id}/{token}/callback", self.callback),
            web.post(WEBHOOK, self.follow_up),
            web.get(MESSAGE, self.get),
            web.patch(MESSAGE, self.edit),
            web.delete(MESSAGE, self.delete),
        ]

    def _found(self, request: web.Request) -> Interaction:
        application_id = snowflake(request, "application_id")
        return self._interactions.by_token(application_id, request.match_info["token"])

    async def callback(self, request: web.Request) -> web.Response:
        interaction_id, token = snowflake(request, "interaction_id"), request.match_info["token"]
        found = self._interactions.answer(interaction_id, token, body(request), request[FILES])
        if request.query.get("with_response", "").lower() in ("1", "true"):
            return reply(callback_json(found))
        return reply(None)

    async def follow_up(self, request: web.Request) -> web.Response:
        message = self._interactions.follow_up(self._found(request), body(request), request[FILES])
        return reply(message.data)

    async def get(self, request: web.Request) -> web.Response:
        found = self._found(request)
        return reply(self._interactions.message(found, request.match_info["message_id"]).data)

    async def edit(self, request: web.Request) -> web.Response:
        message = self._interactions.message(self._found(request), request.match_info["message_id"])
        self._interactions.edit(message, body(request), request[FILES])
        return reply(message.data)

    async def delete(self, request: web.Request) -> web.Response:
        message = self._interactions.message(self._found(request), request.match_info["message_id"])
        self._interactions.remove(message)
        return reply(None)
