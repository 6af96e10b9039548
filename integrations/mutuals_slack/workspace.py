"""One workspace of Slack: its API, its channels, its people, and who hears what they do."""

from functools import partial

import structlog

from mutuals.domain.errors import MutualsError
from mutuals.ports.integration import ChatKit
from mutuals.ports.interactions import Interactions
from mutuals_slack.actors import ActorResolver
from mutuals_slack.channels import ChannelDirectory
from mutuals_slack.client import Api
from mutuals_slack.installed import InstalledToken
from mutuals_slack.listeners import InteractionListener
from mutuals_slack.settings import SlackSettings
from mutuals_slack.user_groups import UserGroups

WHOLE_ORGANIZATION = (
    "The app is installed for the whole organization (Enterprise Grid). Mutuals works in one workspace: with this token "
    "nobody could press its buttons, and channels and groups are not found."
)
ONE_WORKSPACE = (
    "At api.slack.com/apps create the app from deploy/slack-manifest.json in the workspace of the alerts' channel (without "
    "org-wide deployment; an admin of the organization may have to approve it), install it there, and set its bot token "
    "in MUTUALS_SLACK_BOT_TOKEN and its app-level token in MUTUALS_SLACK_APP_TOKEN."
)

log = structlog.get_logger(__name__)


class SlackWorkspace:
    """The one of the settings' token, or (`team` with its `token`) one that has installed the app."""

    def __init__(
        self,
        settings: SlackSettings,
        interactions: Interactions,
        kit: ChatKit,
        team: str = "",
        token: InstalledToken | None = None,
    ) -> None:
        self.prefix = team
        self.token = token
        self.api = Api(settings, kit.heard, token)
        self.directory = ChannelDirectory(self.api)
        self.groups = UserGroups(self.api, settings.grants, partial(kit.roles, team))
        self.door = ActorResolver(self.api, self.groups, prefix=team, several=settings.installs)
        if team:
            self.door.team_id = team
        self.listener = InteractionListener(
            self.api, self.door, interactions, kit.first, kit.opened, settings.mentioned()
        )
        self.home = ""  # the workspace's address, which auth.test tells

    @property
    def team_id(self) -> str:
        """The workspace's id; "" while Slack has not told that of the settings' token."""
        return self.door.team_id or ""

    async def identify(self) -> None:
        """Ask Slack who we are there. Raises our errors."""
        me = await self.api.read("auth.test")
        if me.get("is_enterprise_install"):
            log.error("slack.installed_for_organization", what=WHOLE_ORGANIZATION, do=ONE_WORKSPACE)
        self.door.team_id, self.directory.bot_user = str(me["team_id"]), str(me["user_id"])
        self.home = str(me.get("url") or "").rstrip("/")

    async def look_up(self, channel: str) -> None:
        """Find a channel of the settings; one that is missing is logged and looked for again with the next post."""
        try:
            await self.directory.resolve(channel)
        except MutualsError as error:
            log.error("slack.channel_missing", channel=channel, error=str(error))  # noqa: TRY400

    async def close(self) -> None:
        """Finish what was pressed, and let the connections go."""
        await self.listener.stop()
        await self.api.close()
