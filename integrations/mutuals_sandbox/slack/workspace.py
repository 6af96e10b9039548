"""What a Slack workspace remembers: people, channels, messages, views. No wire, no rules of methods."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

MAX_TRIGGERS = 5000  # older ones are forgotten: they expired long ago
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


def new_id(prefix: str) -> str:
    """An id as Slack writes them: a letter for the kind, ten more characters."""
    return prefix + "".join(secrets.choice(ALPHABET) for _ in range(10))


@dataclass
class User:
    """A person or a bot; `guest` and `ultra` are multi- and single-channel guests, `stranger` is of another team."""

    id: str
    name: str
    real_name: str
    guest: bool = False
    ultra: bool = False
    bot: bool = False
    deleted: bool = False
    stranger: bool = False
    tz: str = "Europe/Berlin"
    admin: bool = False  # of the workspace


@dataclass
class Message:
    """One message. `viewer` is set when only that person sees it (ephemeral)."""

    ts: str
    user: str
    text: str
    blocks: list[dict[str, Any]]
    bot: bool = True
    attachments: list[dict[str, Any]] = field(default_factory=list)
    metadata: dict[str, Any] | None = None
    thread_ts: str | None = None
    broadcast: bool = False
    edited_ts: str | None = None
    viewer: str | None = None
    subtype: str | None = None
    files: list[dict[str, Any]] = field(default_factory=list)
    unfurl_links: bool | None = None
    unfurl_media: bool | None = None

    @property
    def all_blocks(self) -> list[dict[str, Any]]:
        """Its blocks and those of its attachments."""
        attached = [block for each in self.attachments for block in each.get("blocks") or []]
        return [*self.blocks, *attached]


@dataclass
class Channel:
    """A public channel, or (`partner` set) the direct messages of one person and the app."""

    id: str
    name: str
    created: int
    members: list[str]
    archived: bool = False
    partner: str | None = None
    messages: dict[str, Message] = field(default_factory=dict)
    whispers: dict[str, Message] = field(default_factory=dict)  # ephemeral ones

    def replies(self, ts: str) -> list[Message]:
        """The replies of a thread, oldest first."""
        return [m for m in self.messages.values() if m.thread_ts == ts and m.ts != ts]


@dataclass
class UserGroup:
    """A group that can be mentioned by its handle."""

    id: str
    handle: str
    users: list[str]
    created: int


@dataclass
class View:
    """An open modal or a home tab; `values` is the state people see: block id, action id, value."""

    id: str
    body: dict[str, Any]
    hash: str
    root: str
    previous: str | None = None
    values: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    notification: str | None = None


@dataclass
class Trigger:
    """The right to open one view, for three seconds."""

    user: str
    born: float
    view_id: str | None = None
    used: bool = False


@dataclass
class Hook:
    """A response_url: where its answers go, and what it may replace."""

    channel: str
    user: str
    born: float
    message_ts: str | None = None
    uses: int = 0


class Workspace:
    """One team with one app installed. `changed` is called after each visible change."""

    def __init__(self, clock: Callable[[], float], changed: Callable[[], None]) -> None:
        self.clock = clock
        self.changed = changed
        self.team_id, self.app_id, self.bot_id = new_id("T"), new_id("A"), new_id("B")
        self.team_name, self.domain = "Sandbox team", "sandbox"
        self.messages_tab = True  # may the app write to people directly?
        self.home_tab = True  # has the app a Home tab?
        self.verification_token = secrets.token_hex(12)
        self.users: dict[str, User] = {}
        self.lost_pictures: set[str] = set()  # parts of addresses that Slack can't download from
        self.refused_words: set[str] = set()  # a message with one of them is refused in every form
        self.org_wide = False  # the app is installed for a whole Enterprise Grid
        self.takes_blocks = True  # False: every block is refused, whatever it holds
        self.hidden: set[str] = set()  # people of a shared channel whom Slack does not show to the app
        self.channels: dict[str, Channel] = {}
        self.groups: dict[str, UserGroup] = {}
        self.modals: dict[str, list[View]] = {}
        self.homes: dict[str, View] = {}
        self.triggers: dict[str, Trigger] = {}
        self.hooks: dict[str, Hook] = {}
        self.warnings: dict[tuple[str, str], str] = {}  # (person, message ts): why the last click failed
        self.files: dict[str, dict[str, Any]] = {}
        self._last_micros = 0
        self.bot_user = self.add_user(User(new_id("U"), "mutuals", "Mutuals", bot=True, tz="UTC"))

    def ts(self) -> str:
        """A new timestamp, later than every one before (Slack's are unique in a channel)."""
        self._last_micros = max(self._last_micros + 1, int(self.clock() * 1_000_000))
        return f"{self._last_micros // 1_000_000}.{self._last_micros % 1_000_000:06d}"

    def add_user(self, user: User) -> str:
        """Keep a person; public channels have everyone as a member."""
        self.users[user.id] = user
        if not user.bot:
            for channel in self.channels.values():
                if channel.partner is None:
                    channel.members.append(user.id)
        return user.id

    def add_channel(self, name: str, *, bot_member: bool = True, archived: bool = False) -> Channel:
        """A public channel with all people in it, and the app's bot when `bot_member`."""
        members = [u.id for u in self.users.values() if not u.bot]
        if bot_member:
            members.append(self.bot_user)
        channel = Channel(new_id("C"), name, int(self.clock()), members, archived)
        self.channels[channel.id] = channel
        return channel

    def direct(self, user: str) -> Channel:
        """The direct messages between this person and the app, opened when there are none."""
        for channel in self.channels.values():
            if channel.partner == user:
                return channel
        channel = Channel(new_id("D"), "", int(self.clock()), [user, self.bot_user], partner=user)
        self.channels[channel.id] = channel
        return channel

    def find_channel(self, ref: str) -> Channel | None:
        """A channel by id, or by its name with or without the #."""
        if ref in self.channels:
            return self.channels[ref]
        name = ref.removeprefix("#")
        return next((c for c in self.channels.values() if c.partner is None and c.name == name), None)

    def new_trigger(self, user: str, view_id: str | None = None) -> str:
        """A trigger_id for this person; with `view_id` it comes from inside that modal and may push."""
        trigger = f"{secrets.randbelow(10**13)}.{secrets.randbelow(10**13)}.{secrets.token_hex(16)}"
        self.triggers[trigger] = Trigger(user, self.clock(), view_id)
        if len(self.triggers) > MAX_TRIGGERS:
            del self.triggers[next(iter(self.triggers))]
        return trigger

    def open_view(self, view_id: str) -> tuple[str, View] | None:
        """Whose modal this is and the modal itself, while it is open."""
        for user, stack in self.modals.items():
            for view in stack:
                if view.id == view_id:
                    return user, view
        return None
