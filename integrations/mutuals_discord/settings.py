"""The settings of the Discord integration."""

from typing import Any, ClassVar

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import SettingsConfigDict

from mutuals.domain.model import AlertKind, Role
from mutuals.domain.roles import listed
from mutuals.ports.integration import SettingsConcerns
from mutuals.ports.settings import OFF, Section, variable
from mutuals_discord import pasted_references

DEFAULT_API_URL = "https://discord.com/api/v10"


_ROLES = ("role", "viewers", "helpers", "trainees", "members", "approvers", "admins")
_WITHOUT_TOKEN = ("channel", "fans_channel", "mention", "guild", *_ROLES)


class DiscordSettings(Section):
    """Where Discord is, who we are there, and where alerts go."""

    per_brand: ClassVar[frozenset[str]] = frozenset({"channel", "fans_channel", "mention"})

    model_config = SettingsConfigDict(
        env_prefix="MUTUALS_DISCORD_", env_ignore_empty=True, extra="ignore", hide_input_in_errors=True
    )

    api_url: str = Field(
        default=DEFAULT_API_URL,
        pattern=r"^https?://[^\s/]+(/[^\s]*)?$",
        examples=[DEFAULT_API_URL],
        description="Address of Discord's API with its version. Change it only for a proxy or a simulator.",
    )
    gateway_url: str | None = Field(
        default=None,
        pattern=r"^wss?://[^\s]+$",
        examples=["wss://gateway.discord.gg"],
        description="Address of Discord's gateway (wss://...). Unset: asked from the API.",
    )
    bot_token: SecretStr | None = Field(
        default=None,
        description="The bot's token: Discord developer portal, your application, page Bot, Reset Token.",
    )
    channel: str | None = Field(
        default=None,
        description="The channel or the forum for alerts: its id (right click, Copy Channel ID) or #name.",
    )
    fans_channel: str | None = Field(
        default=None,
        description="Another channel, by id or #name, for fan alerts. Unset: the same channel.",
    )
    role: str | None = Field(
        default=None,
        description="Who may act on alerts: the id or name of a role. The same as MUTUALS_DISCORD_MEMBERS. "
        "If no role is named in any of these settings: everyone who has the permission Manage Messages in the "
        "channel.",
    )
    viewers: str | None = Field(
        default=None,
        description="Roles, by id or name, and people, by id, separated by commas, who may read lists and reasons.",
    )
    helpers: str | None = Field(
        default=None,
        description="Roles of trusted members of your community: their holders read alerts, reasons and lists, and "
        "suggest answers that a member sends, and see nothing else that the team keeps: no cards of people, notes, "
        "figures or settings.",
    )
    trainees: str | None = Field(
        default=None,
        description="Roles whose holders may also claim, snooze, and write drafts that a member sends.",
    )
    members: str | None = Field(
        default=None, description="Roles whose holders may also send, follow, dismiss and judge."
    )
    approvers: str | None = Field(
        default=None,
        description="Roles whose holders may do what members may, and send texts where MUTUALS_APPROVAL asks for it.",
    )
    admins: str | None = Field(
        default=None,
        description="Roles whose holders may also stop and start all acts and put the alert line back. Unset: "
        "whoever has the permission Manage Server.",
    )
    mention: str | None = Field(
        default=None,
        pattern=r"^(\d{1,20}|off)$",
        examples=["1234567890123456789"],
        description="Id of the role or person to mention when a case is overdue. Unset, or `off`: nobody. Whoever has "
        "claimed the case, or is on duty, is mentioned instead.",
    )
    guild: str | None = Field(
        default=None,
        pattern=r"^\d{1,20}$",
        examples=["1234567890123456789"],
        description="Id of the Discord server, needed only when the channel is given by name and the bot "
        "is in several servers.",
    )

    @field_validator("channel", "fans_channel", mode="before")
    @classmethod
    def _channel(cls, value: Any) -> Any:
        return pasted_references.channel(value) if isinstance(value, str) else value

    @field_validator("guild", mode="before")
    @classmethod
    def _server(cls, value: Any) -> Any:
        return pasted_references.server(value) if isinstance(value, str) else value

    @field_validator("mention", *_ROLES, mode="before")
    @classmethod
    def _mentioned(cls, value: Any) -> Any:
        return pasted_references.mentioned(value) if isinstance(value, str) else value

    @field_validator(*_ROLES)
    @classmethod
    def _names_somebody(cls, value: str | None) -> str | None:
        if value is not None and not listed(value):
            raise ValueError("it names no role; write names or ids, separated by commas, or leave it out")
        return value

    @property
    def grants(self) -> dict[Role, tuple[str, ...]]:
        """Which of Discord's roles stand for which of ours; those that nobody named are left out."""
        members = ",".join(one for one in (self.role, self.members) if one)
        named = {
            Role.VIEWER: self.viewers,
            Role.HELPER: self.helpers,
            Role.TRAINEE: self.trainees,
            Role.MEMBER: members,
            Role.APPROVER: self.approvers,
            Role.ADMIN: self.admins,
        }
        return {role: listed(names) for role, names in named.items() if listed(names)}

    def mentioned(self) -> str:
        """Whom a call for help mentions; "" for nobody."""
        return "" if self.mention in (None, OFF) else str(self.mention)

    def channel_for(self, kind: AlertKind) -> str:
        """The channel for alerts of this kind as it was configured, an id or #name; "" for none."""
        chosen = (self.fans_channel if kind is AlertKind.FAN else None) or self.channel or OFF
        return "" if chosen == OFF else chosen


def missing(settings: DiscordSettings) -> list[str]:
    """The variables without which the integration can't start."""
    needed = {"bot_token": settings.bot_token, "channel": settings.channel}
    return [variable(DiscordSettings, name) for name, value in needed.items() if not value]


def doubts(settings: DiscordSettings, _listens: bool) -> SettingsConcerns:
    """What is set by half. A channel may still come from a brand's own settings, so that is asked elsewhere."""
    mistakes, notices = [], []
    needs = [name for name in _WITHOUT_TOKEN if getattr(settings, name) not in (None, OFF)]
    if settings.bot_token is None and needs:
        names = ", ".join(variable(DiscordSettings, name) for name in needs)
        mistakes.append(
            f"Discord is set up by half: {names} is set without MUTUALS_DISCORD_BOT_TOKEN, so nothing is told in "
            "Discord. Set MUTUALS_DISCORD_BOT_TOKEN, or take the others away."
        )
    if settings.grants and not {Role.MEMBER, Role.APPROVER, Role.ADMIN} & settings.grants.keys():
        notices.append(
            "Discord: only viewers, helpers or trainees are named, so nobody but those who may manage the server may send a "
            "reply. Name members: MUTUALS_DISCORD_MEMBERS."
        )
    return SettingsConcerns(tuple(mistakes), tuple(notices))
