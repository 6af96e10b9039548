"""Slack as a channel for alerts: posting, redrawing, looking, listening."""

from collections.abc import Sequence
from datetime import datetime

import structlog
from aiohttp import web

from mutuals.cards.markup import Card
from mutuals.domain.errors import MutualsError, RefusalReason, Refused
from mutuals.domain.model import AlertKind, MessageRef
from mutuals.ports.diagnostics import Check
from mutuals.ports.integration import ChatKit
from mutuals.ports.interactions import Interactions
from mutuals_slack.actors import ActorResolver
from mutuals_slack.blocks import message
from mutuals_slack.channels import ChannelDirectory
from mutuals_slack.client import Api
from mutuals_slack.connection import SlackConnection
from mutuals_slack.doctor import ONE_WORKSPACE, WHOLE_ORGANIZATION, examine
from mutuals_slack.settings import SlackSettings
from mutuals_slack.user_groups import UserGroups

log = structlog.get_logger(__name__)


class SlackChat:
    """An Chat for one Slack workspace."""

    name = "slack"

    def __init__(self, settings: SlackSettings, interactions: Interactions, kit: ChatKit) -> None:
        self._settings = settings
        self._kit = kit
        self._api = Api(settings, kit.heard)
        self._directory = ChannelDirectory(self._api)
        self._groups = UserGroups(self._api, settings.grants)
        self._door = ActorResolver(self._api, self._groups)
        self._home = ""  # the address of the workspace, which auth.test tells
        self._connection = SlackConnection(settings, self._api, self._door, interactions, kit)

    async def start(self) -> None:
        """Connect and listen. Raises NotAuthorized for bad tokens and TryAgain when Slack can't be reached.

        A channel that is missing is logged and looked for again with the next post.
        """
        me = await self._api.read("auth.test")
        if me.get("is_enterprise_install"):
            log.error("slack.installed_for_organization", what=WHOLE_ORGANIZATION, do=ONE_WORKSPACE)
        self._door.team_id, self._directory.bot_user = str(me["team_id"]), str(me["user_id"])
        self._home = str(me.get("url") or "").rstrip("/")
        for place in dict.fromkeys(filter(None, map(self._settings.channel_for, AlertKind))):
            try:
                await self._directory.resolve(place)
            except MutualsError as error:
                log.error("slack.channel_missing", channel=place, error=str(error))  # noqa: TRY400
        await self._connection.start()
        log.info("slack.started", over_http=self._settings.over_http)

    async def stop(self) -> None:
        """Stop listening and let go of connections."""
        await self._connection.stop()
        await self._api.close()

    def mount(self, app: web.Application) -> None:
        """Take Slack's requests at /slack/events, in HTTP mode only."""
        if self._settings.over_http:
            self._connection.mount(app)

    async def listening(self) -> bool:
        """Whether a click would reach us now."""
        return await self._connection.listening()

    async def same_channel(self, place: str, channel_id: str) -> bool:
        """Is a configured channel the one with this id?"""
        return channel_id == place or channel_id == await self._directory.known(place)

    async def post(self, place: str, card: Card, *, reply_to: MessageRef | None = None) -> MessageRef:
        """Post a card. Slack has no idempotence of its own: after an ambiguous TryAgain, `find` first."""
        channel = await self._directory.resolve(place)
        body = {"channel": channel, **message(card, self._settings.mentioned())}
        body |= {"unfurl_links": False, "unfurl_media": False}
        if reply_to is not None:
            # A thread is seen only by those who follow it: an escalation is for the whole channel, a history is not.
            body |= {"thread_ts": reply_to.id, "reply_broadcast": not card.in_thread}
        try:
            answer = await self._api.show("chat.postMessage", body, posting=True)
        except Refused as error:
            if error.because is RefusalReason.CHANNEL:
                self._directory.forget(place)
            raise
        self._connection.listeners.home.changed()
        return MessageRef("slack", str(answer["channel"]), str(answer["ts"]))

    async def tell(
        self, person_id: str, place: str, card: Card, *, reply_to: MessageRef | None = None
    ) -> None:
        """In a direct message, which waits for whoever is away; what only one person sees in a channel is lost then.
        Where the app may write nobody directly (installed with an older manifest), in the channel, for them alone."""
        body = message(card)
        try:
            direct = {"channel": person_id, **body, "unfurl_links": False, "unfurl_media": False}
            await self._api.show("chat.postMessage", direct, posting=True)
        except Refused as error:
            log.info("slack.no_direct_message", why=str(error))
            channel = await self._directory.resolve(place)
            await self._api.show("chat.postEphemeral", {"channel": channel, "user": person_id, **body})

    async def edit(self, ref: MessageRef, card: Card) -> None:
        """Redraw a message in place; notifies nobody."""
        body = {"channel": ref.channel, "ts": ref.id, **message(card, self._settings.mentioned())}
        await self._api.show("chat.update", body)
        self._connection.listeners.home.changed()

    async def find(
        self, place: str, key: str, since: datetime, *, reply_to: MessageRef | None = None
    ) -> MessageRef | None:
        """Our message for this key, by its metadata, in the thread or in the channel."""
        channel = await self._directory.resolve(place)
        return await self._directory.find(channel, key, since, reply_to.id if reply_to else None)

    def message_url(self, ref: MessageRef) -> str | None:
        """The page as chat.getPermalink gives it for a message that is no answer, without a call for each."""
        return f"{self._home}/archives/{ref.channel}/p{ref.id.replace('.', '')}" if self._home else None

    async def check(self) -> Sequence[Check]:
        """Prove token, scopes, channels and the way back of a click."""
        try:
            return await examine(
                self._settings,
                self._api,
                self._directory,
                self._groups,
                more=await self._kit.channels(),
                listening=self._connection.listening,
            )
        finally:
            if not self._connection.started:
                await self._api.close()
