"""What Slack needs to know: two tokens, a channel, and who is mentioned."""

from typing import Any, ClassVar
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import SettingsConfigDict

from mutuals.domain.ids import in_workspace
from mutuals.domain.model import AlertKind, Role
from mutuals.domain.roles import listed
from mutuals.ports.integration import SettingsConcerns
from mutuals.ports.settings import OFF, Section, variable
from mutuals_slack import pasted_references

DEFAULT_API_URL = "https://slack.com/api/"
WHO = r"^\s*@?[\w.-]+\s*(,\s*@?[\w.-]+\s*)*,?\s*$"  # ids and handles, separated by commas
WHO_LIKE = ["S0123ABCD, U0123ABCD", "@care-team"]


_WITHOUT_TOKEN = (
    "app_token", "signing_secret", "channel", "fans_channel", "mention",
    "viewers", "helpers", "trainees", "members", "approvers", "admins",
)  # fmt: skip


_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_OF_INSTALLS = ("client_id", "client_secret", "redirect_url")


class SlackSettings(Section):
    """Settings of the Slack integration; all are environment variables `MUTUALS_SLACK_...`."""

    per_brand: ClassVar[frozenset[str]] = frozenset({"channel", "fans_channel", "mention", "workspace"})

    model_config = SettingsConfigDict(env_prefix="MUTUALS_SLACK_")

    api_url: str = Field(
        default=DEFAULT_API_URL,
        pattern=r"^https?://[^\s]+$",
        examples=[DEFAULT_API_URL],
        description="Where Slack's Web API is. Change it only for a proxy or a test server.",
    )
    bot_token: SecretStr | None = Field(
        default=None,
        description="The bot token of your Slack app (xoxb-...), from OAuth & Permissions.",
    )
    app_token: SecretStr | None = Field(
        default=None,
        description="The app-level token (xapp-...) with connections:write, for Socket Mode: clicks then "
        "come back without a public address.",
    )
    signing_secret: SecretStr | None = Field(
        default=None,
        description="The signing secret, for HTTP mode: used when there is no app token, with "
        "MUTUALS_HTTP_ADDRESS reachable for Slack at /slack/events.",
    )
    client_id: str | None = Field(
        default=None,
        pattern=r"^[0-9]+\.[0-9]+$",
        examples=["1234567890.1234567890123"],
        description="The client id of your Slack app, for several workspaces: each installs the app on the page "
        "/slack/install of MUTUALS_HTTP_ADDRESS. Unset: one workspace, by MUTUALS_SLACK_BOT_TOKEN. See "
        "docs/slack-workspaces.md.",
    )
    client_secret: SecretStr | None = Field(
        default=None,
        description="The client secret of your Slack app, which belongs to MUTUALS_SLACK_CLIENT_ID.",
    )
    redirect_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^\s/?#]+(/[^\s?#]*)?/slack/oauth_redirect$",
        examples=["https://mutuals.example/slack/oauth_redirect"],
        description="Where Slack sends people back to after they have allowed the app: your public https address, "
        "ending in /slack/oauth_redirect, letter by letter as under Redirect URLs in the app's settings. It belongs to "
        "MUTUALS_SLACK_CLIENT_ID.",
    )
    workspace: str | None = Field(
        default=None,
        pattern=r"^T[A-Z0-9]{2,}$",
        examples=["T0123ABCD"],
        description="The id of the workspace that the channels are in, with MUTUALS_SLACK_CLIENT_ID: mutuals workspace "
        "list tells it. Unset: the workspace of MUTUALS_SLACK_BOT_TOKEN.",
    )
    channel: str | None = Field(
        default=None,
        pattern=r"^(#[^\s/<>]+|[^\s#/<>]+)$",
        examples=["C0123ABCD", "#care"],
        description="The channel for alerts: its id (C0123ABCD) or its name (#care).",
    )
    fans_channel: str | None = Field(
        default=None,
        pattern=r"^(#[^\s/<>]+|[^\s#/<>]+)$",
        examples=["C0123ABCD", "#care"],
        description="Another channel for fan alerts. Unset: they go to MUTUALS_SLACK_CHANNEL, too.",
    )
    mention: str | None = Field(
        default=None,
        pattern=r"^([UWS][A-Z0-9]{2,}|here|off)$",
        examples=["U0123ABCD", "S0123ABCD", "here"],
        description="Who is mentioned when a case is overdue: a member's id (U...), a user group's id "
        "(S...) or `here`. Unset, or `off`: nobody. Whoever has claimed the case, or is on duty, is mentioned instead.",
    )

    viewers: str | None = Field(
        default=None,
        pattern=WHO,
        examples=WHO_LIKE,
        description="Who may read lists and reasons: user groups (id S... or @handle) and people (member id "
        "U...), separated by commas. If none of these six settings is set, full members of the workspace are "
        "members, its admins and owners are admins, and guests may do nothing; if any is set, full members who "
        "are named nowhere are viewers.",
    )
    helpers: str | None = Field(
        default=None,
        pattern=WHO,
        examples=WHO_LIKE,
        description="Who may read alerts, reasons and lists, and suggest answers that a member sends, and sees nothing "
        "else that the team keeps: no cards of people, notes, figures or settings.",
    )
    trainees: str | None = Field(
        default=None,
        pattern=WHO,
        examples=WHO_LIKE,
        description="Who may also claim, snooze, and write drafts that a member sends.",
    )
    members: str | None = Field(
        default=None,
        pattern=WHO,
        examples=WHO_LIKE,
        description="Who may also send, follow, dismiss and judge.",
    )
    approvers: str | None = Field(
        default=None,
        pattern=WHO,
        examples=WHO_LIKE,
        description="Who may do what members may, and sends texts where MUTUALS_APPROVAL asks for it.",
    )
    admins: str | None = Field(
        default=None,
        pattern=WHO,
        examples=WHO_LIKE,
        description="Who may also stop and start all acts and put the alert line back. Unset: admins and owners "
        "of the workspace.",
    )

    @field_validator("channel", "fans_channel", mode="before")
    @classmethod
    def _channel(cls, value: Any) -> Any:
        return pasted_references.channel(value) if isinstance(value, str) else value

    @field_validator("mention", mode="before")
    @classmethod
    def _mention(cls, value: Any) -> Any:
        return pasted_references.somebody(value) if isinstance(value, str) else value

    @field_validator("viewers", "helpers", "trainees", "members", "approvers", "admins", mode="before")
    @classmethod
    def _people(cls, value: Any) -> Any:
        return pasted_references.people(value) if isinstance(value, str) else value

    @property
    def grants(self) -> dict[Role, tuple[str, ...]]:
        """Who stands for which of our roles; those that nobody named are left out."""
        named = {
            Role.VIEWER: self.viewers,
            Role.HELPER: self.helpers,
            Role.TRAINEE: self.trainees,
            Role.MEMBER: self.members,
            Role.APPROVER: self.approvers,
            Role.ADMIN: self.admins,
        }
        return {role: listed(names) for role, names in named.items() if listed(names)}

    @property
    def installs(self) -> bool:
        """Whether workspaces may install the app by themselves."""
        return self.client_id is not None

    @property
    def over_http(self) -> bool:
        """Whether clicks come as signed HTTP requests instead of over a socket."""
        return self.app_token is None and self.signing_secret is not None

    def mentioned(self) -> str:
        """Whom a call for help mentions; "" for nobody."""
        return "" if self.mention in (None, OFF) else str(self.mention)

    def channel_for(self, kind: AlertKind) -> str:
        """The channel for alerts of this kind as it was configured, an id or a name; "" for none."""
        chosen = (self.fans_channel if kind is AlertKind.FAN else None) or self.channel or OFF
        return "" if chosen == OFF else in_workspace(self.workspace or "", chosen)


def missing(settings: SlackSettings) -> list[str]:
    """The variables without which Slack can't start. Where workspaces install the app by themselves, it starts with none:
    the page for that must be there first."""
    needed = _OF_INSTALLS if settings.installs else ("bot_token", "channel")
    names = [name for name in needed if getattr(settings, name) is None]
    if settings.app_token is None and settings.signing_secret is None:
        names.append("app_token")
    return [variable(SlackSettings, name) for name in names]


def doubts(settings: SlackSettings, listens: bool) -> SettingsConcerns:
    """What is set by half. A channel may still come from a brand's own settings, so that is asked elsewhere."""
    mistakes, notices = [], []
    if settings.over_http and not listens:
        mistakes.append(
            "MUTUALS_SLACK_SIGNING_SECRET is set without MUTUALS_SLACK_APP_TOKEN, so Slack sends clicks to your own "
            "address, and MUTUALS_HTTP_ADDRESS is not set, so nothing listens there. Set MUTUALS_SLACK_APP_TOKEN "
            "(Socket Mode, no address needed), or MUTUALS_HTTP_ADDRESS, e.g. to 127.0.0.1:8080."
        )
    mistakes += _of_installs(settings, listens)
    if settings.bot_token is None and not settings.installs:
        needs = [name for name in _WITHOUT_TOKEN if getattr(settings, name) not in (None, OFF)]
        if needs:
            names = ", ".join(variable(SlackSettings, name) for name in needs)
            mistakes.append(
                f"Slack is set up by half: {names} is set without MUTUALS_SLACK_BOT_TOKEN, so nothing is told in "
                "Slack. Set MUTUALS_SLACK_BOT_TOKEN (xoxb-...), or take the others away."
            )
    elif settings.app_token is None and settings.signing_secret is None and not settings.installs:
        mistakes.append(
            "Slack is set up by half: with MUTUALS_SLACK_BOT_TOKEN alone, no click comes back. Set "
            "MUTUALS_SLACK_APP_TOKEN (xapp-...) for Socket Mode, or MUTUALS_SLACK_SIGNING_SECRET for HTTP mode."
        )
    if settings.grants and not {Role.MEMBER, Role.APPROVER, Role.ADMIN} & settings.grants.keys():
        notices.append(
            "Slack: only viewers, helpers or trainees are named, so nobody but the workspace's admins and owners may send a "
            "reply. Name members: MUTUALS_SLACK_MEMBERS."
        )
    return SettingsConcerns(tuple(mistakes), tuple(notices))


def _of_installs(settings: SlackSettings, listens: bool) -> list[str]:
    """What keeps workspaces from installing the app, where that is meant."""
    given = [variable(SlackSettings, name) for name in _OF_INSTALLS if getattr(settings, name) is not None]
    if not given:
        return []
    if lacking := missing(settings) if settings.installs else [variable(SlackSettings, "client_id")]:
        return [
            (
                f"Installing in several Slack workspaces is set up by half: {', '.join(given)} is set without "
                f"{', '.join(lacking)}. Set that, too (docs/slack-workspaces.md says where it stands), or take the others away."
            )
        ]
    mistakes = []
    if not listens:
        mistakes.append(
            "MUTUALS_SLACK_CLIENT_ID is set, so workspaces install the app on a page of Mutuals, and MUTUALS_HTTP_ADDRESS "
            "is not set, so there is no page. Set MUTUALS_HTTP_ADDRESS, e.g. to 127.0.0.1:8080, with your web server in "
            "front of it."
        )
    parts = urlsplit(settings.redirect_url or "")
    if parts.scheme == "http" and parts.hostname not in _LOOPBACK:
        mistakes.append(
            "MUTUALS_SLACK_REDIRECT_URL begins with http://, and Slack sends nobody to an address without encryption. "
            "Use https:// and a web server with a certificate in front of MUTUALS_HTTP_ADDRESS."
        )
    return mistakes
