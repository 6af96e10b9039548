"""Slack as a channel for alerts: posting, redrawing, looking, listening."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import structlog
from aiohttp import web

from mutuals.cards.markup import Card
from mutuals.domain.errors import MutualsError, RefusalReason, Refused
from mutuals.domain.model import AlertKind, MessageRef
from mutuals.ports.diagnostics import Check
from mutuals.ports.integration import ChatKit, RoleCheck, RoleGrants
from mutuals.ports.interactions import Interactions
from mutuals_slack import oauth
from mutuals_slack.blocks import message
from mutuals_slack.connection import SlackConnection
from mutuals_slack.doctor import examine
from mutuals_slack.settings import SlackSettings
from mutuals_slack.workspaces import Workspaces

log = structlog.get_logger(__name__)


class SlackChat:
    """A Chat for one Slack workspace, or for all that have installed the app."""

    name = "slack"

    def __init__(self, settings: SlackSettings, interactions: Interactions, kit: ChatKit) -> None:
        self._settings = settings
        self._kit = kit
        self.workspaces = Workspaces(settings, interactions, kit)
        self._connection = SlackConnection(settings, self.workspaces, kit)

    async def start(self) -> None:
        """Connect and listen. Raises NotAuthorized for bad tokens and TryAgain when Slack can't be reached.

        A channel that is missing is logged and looked for again with the next post.
        """
        await self.workspaces.start()
        for place in dict.fromkeys(filter(None, map(self._settings.channel_for, AlertKind))):
            try:
                workspace, channel = await self.workspaces.of_place(place)
            except MutualsError as error:
                log.error("slack.channel_missing", channel=place, error=str(error))  # noqa: TRY400
            else:
                await workspace.look_up(channel)
        await self._connection.start()
        log.info("slack.started", over_http=self._settings.over_http)

    async def stop(self) -> None:
        """Stop listening and let go of connections."""
        await self._connection.stop()
        await self.workspaces.stop()

    def mount(self, app: web.Application) -> None:
        """Take Slack's requests at /slack/events, in HTTP mode only, and show the pages for installing the app."""
        if self._settings.over_http:
            self._connection.mount(app)
        installed = self.workspaces.installed
        if installed is None:
            oauth.mount_closed(app)
            return
        oauth.OAuthRoutes(
            self._settings, installed.installations, self.workspaces.joined, self._kit.clock
        ).mount(app)

    async def listening(self) -> bool:
        """Whether a click would reach us now."""
        return await self._connection.listening()

    async def same_channel(self, place: str, channel_id: str) -> bool:
        """Is a configured channel the one with this id?"""
        if channel_id == place:
            return True
        try:
            workspace, channel = await self.workspaces.of_place(place)
            other, other_id = await self.workspaces.of_place(channel_id)
        except MutualsError:
            return False
        if workspace is not other:
            return False
        return channel == other_id or other_id == await workspace.directory.known(channel)

    async def post(self, place: str, card: Card, *, reply_to: MessageRef | None = None) -> MessageRef:
        """Post a card. Slack has no idempotence of its own: after an ambiguous TryAgain, `find` first."""
        workspace, named = await self.workspaces.of_place(place)
        channel = await workspace.directory.resolve(named)
        body = {"channel": channel, **message(card, self._settings.mentioned())}
        body |= {"unfurl_links": False, "unfurl_media": False}
        if reply_to is not None:
            # A thread is seen only by those who follow it: an escalation is for the whole channel, a history is not.
            body |= {"thread_ts": reply_to.id, "reply_broadcast": not card.in_thread}
        try:
            answer = await workspace.api.show("chat.postMessage", body, posting=True)
        except Refused as error:
            if error.because is RefusalReason.CHANNEL:
                workspace.directory.forget(named)
            raise
        workspace.listener.home.changed()
        return MessageRef("slack", workspace.door.place(str(answer["channel"])), str(answer["ts"]))

    async def tell(
        self, person_id: str, place: str, card: Card, *, reply_to: MessageRef | None = None
    ) -> None:
        """In a direct message, which waits for whoever is away; what only one person sees in a channel is lost then.
        Where the app may write nobody directly (installed with an older manifest), in the channel, for them alone."""
        body = message(card)
        workspace, person = await self.workspaces.of_place(person_id)
        try:
            direct = {"channel": person, **body, "unfurl_links": False, "unfurl_media": False}
            await workspace.api.show("chat.postMessage", direct, posting=True)
        except Refused as error:
            log.info("slack.no_direct_message", why=str(error))
            near, named = await self.workspaces.of_place(place)
            if near is not workspace:
                raise
            channel = await workspace.directory.resolve(named)
            await workspace.api.show("chat.postEphemeral", {"channel": channel, "user": person, **body})

    async def edit(self, ref: MessageRef, card: Card) -> None:
        """Redraw a message in place; notifies nobody."""
        workspace, channel = await self.workspaces.of_place(ref.channel)
        body = {"channel": channel, "ts": ref.id, **message(card, self._settings.mentioned())}
        await workspace.api.show("chat.update", body)
        workspace.listener.home.changed()

    async def find(
        self, place: str, key: str, since: datetime, *, reply_to: MessageRef | None = None
    ) -> MessageRef | None:
        """Our message for this key, by its metadata, in the thread or in the channel."""
        workspace, named = await self.workspaces.of_place(place)
        channel = await workspace.directory.resolve(named)
        found = await workspace.directory.find(channel, key, since, reply_to.id if reply_to else None)
        return found and replace(found, channel=workspace.door.place(found.channel))

    def message_url(self, ref: MessageRef) -> str | None:
        """The page as chat.getPermalink gives it for a message that is no answer, without a call for each."""
        workspace, channel = self.workspaces.known(ref.channel)
        if workspace is None or not workspace.home:
            return None
        return f"{workspace.home}/archives/{channel}/p{ref.id.replace('.', '')}"

    async def check_roles(self, person_id: str, grants: RoleGrants) -> RoleCheck:
        """See RoleChecker.check_roles."""
        workspace, person = await self.workspaces.of_place(person_id)
        return await workspace.door.check(person, grants)

    async def check(self) -> Sequence[Check]:
        """Prove token, scopes, channels and the way back of a click, in each workspace."""
        try:
            return await examine(
                self._settings,
                self.workspaces,
                more=await self._kit.channels(),
                listening=self._connection.listening,
            )
        finally:
            if not self._connection.started:
                await self._connection.stop()
                await self.workspaces.stop()
