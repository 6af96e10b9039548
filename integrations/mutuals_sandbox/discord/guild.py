"""The one server (guild) that this Discord knows: people, roles, channels and messages, in memory."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from . import permissions as p
from .errors import UNKNOWN_CHANNEL, UNKNOWN_MESSAGE, ApiError, Json

DISCORD_EPOCH_MS = 1_420_070_400_000  # 2015-01-01, where Discord's ids start
TEXT_CHANNEL, PUBLIC_THREAD, FORUM = 0, 11, 15
EPHEMERAL, LOADING = 1 << 6, 1 << 7

GUILDS, GUILD_MESSAGES = 1 << 0, 1 << 9  # gateway intents that an event needs
Emit = Callable[[str, Json, int, str | None], None]


@dataclass
class Role:
    """A role; `position` grows with importance, everyone's is 0."""

    id: str
    name: str
    permissions: int
    position: int


@dataclass
class Member:
    """A person, or the bot."""

    id: str
    name: str
    role_ids: list[str]
    joined_at: str
    bot: bool = False


@dataclass
class Message:
    """A message as Discord would send it, and who alone may see it when it is ephemeral."""

    data: Json
    ephemeral_for: str | None = None
    dismissed: bool = False

    @property
    def deferred(self) -> bool:
        """It still says "thinking"."""
        return bool(self.data["flags"] & LOADING)


@dataclass
class Channel:
    """A text channel, or a thread when it has a parent."""

    id: str
    name: str
    position: int = 0
    parent_id: str | None = None
    owner_id: str | None = None
    overwrites: list[p.Overwrite] = field(default_factory=list)
    messages: dict[str, Message] = field(default_factory=dict)
    created_at: str = ""
    archived: bool = False  # of a thread
    locked: bool = False  # of a thread: only who manages threads opens it
    kind: int = TEXT_CHANNEL  # or a forum
    tags: list[Json] = field(default_factory=list)  # of a forum
    applied: list[str] = field(default_factory=list)  # the tags of a post


class Guild:
    """The state behind every endpoint. `emit` tells the gateway, `changed` tells those who watch a screen."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.lost_pictures: set[str] = set()  # addresses that are refused
        self.refused_words: set[str] = set()  # a message with one of them is refused in every form
        self.takes_buttons = True  # False: a message with rows of buttons is refused
        self.bot_is_in = True  # False: nobody has invited it yet
        self.application: Json = {}  # what its owner has set in the developer portal, over what is usual
        self.clock = clock
        self._last_id = 0
        self.emit: Emit = lambda event, data, intent, channel_id: None
        self.watchers: list[Callable[[], None]] = []
        self.id = self.new_id()
        self.name = "Sandbox server"
        self.everyone = Role(self.id, "@everyone", p.EVERYONE_DEFAULT, 0)
        self.roles: dict[str, Role] = {self.id: self.everyone}
        self.members: dict[str, Member] = {}
        self.channels: dict[str, Channel] = {}
        self.bot = self.add_member("Mutuals", bot=True)
        self._founder = self.add_member("owner")
        self.owner_id = self._founder.id

    def new_id(self) -> str:
        """A snowflake: the clock's milliseconds and a counter, always larger than the one before."""
        now = int(self.clock() * 1000) - DISCORD_EPOCH_MS
        self._last_id = max(self._last_id + 1, now << 22)
        return str(self._last_id)

    def now(self) -> str:
        """The clock as Discord writes it."""
        return datetime.fromtimestamp(self.clock(), UTC).isoformat()

    def changed(self) -> None:
        """Something on the screen is different."""
        for watcher in list(self.watchers):
            watcher()

    def add_member(self, name: str, role_ids: tuple[str, ...] = (), *, bot: bool = False) -> Member:
        """Let somebody in."""
        member = Member(self.new_id(), name, list(role_ids), self.now(), bot)
        self.members[member.id] = member
        return member

    def hand_over(self, member: Member) -> None:
        """Make a member the owner; the founder, who only stood in, leaves."""
        self.owner_id = member.id
        self.members.pop(self._founder.id, None)

    def add_role(self, name: str, permissions: int) -> Role:
        """Make a role above the others."""
        role = Role(self.new_id(), name, permissions, len(self.roles))
        self.roles[role.id] = role
        return role

    def add_channel(self, name: str, overwrites: list[p.Overwrite], kind: int = TEXT_CHANNEL) -> Channel:
        """Open a text channel, or a forum."""
        channel = Channel(self.new_id(), name, len(self.channels), overwrites=overwrites, kind=kind)
        self.channels[channel.id] = channel
        return channel

    def channel(self, channel_id: str) -> Channel:
        """A channel or thread; raises 10003."""
        if channel_id not in self.channels:
            raise ApiError(*UNKNOWN_CHANNEL)
        return self.channels[channel_id]

    def message(self, channel: Channel, message_id: str) -> Message:
        """A message everyone in the channel can see; raises 10008."""
        found = channel.messages.get(message_id)
        if found is None or found.ephemeral_for is not None:
            raise ApiError(*UNKNOWN_MESSAGE)
        return found

    def find_message(self, message_id: str) -> tuple[Channel, Message] | None:
        """A message, ephemeral or not, wherever it is."""
        for channel in self.channels.values():
            if message_id in channel.messages:
                return channel, channel.messages[message_id]
        return None

    def base_permissions(self, member: Member) -> int:
        """What a member may do server-wide; Administrator and the owner may do everything."""
        permissions = self.everyone.permissions
        for role_id in member.role_ids:
            permissions |= self.roles[role_id].permissions
        if member.id == self.owner_id or permissions & p.ADMINISTRATOR:
            return p.ALL
        return permissions

    def permissions(self, member: Member, channel: Channel) -> int:
        """What a member may do in a channel; a thread follows its parent."""
        base = self.base_permissions(member)
        if base == p.ALL:
            return base
        parent = self.channels.get(channel.parent_id or "", channel)
        return p.resolve(
            base, parent.overwrites, everyone_id=self.id, role_ids=member.role_ids, member_id=member.id
        )

    def keep(self, channel: Channel, message: Message) -> None:
        """Add a message to a channel and tell everyone."""
        channel.messages[message.data["id"]] = message
        self._told("MESSAGE_CREATE", message)

    def touch(self, message: Message) -> None:
        """Tell everyone that a message was edited."""
        self._told("MESSAGE_UPDATE", message)

    def remove(self, channel: Channel, message: Message) -> None:
        """Delete a message."""
        channel.messages.pop(message.data["id"], None)
        if message.ephemeral_for is None:
            gone = {"id": message.data["id"], "channel_id": channel.id, "guild_id": self.id}
            self.emit("MESSAGE_DELETE", gone, GUILD_MESSAGES, channel.id)
        self.changed()

    def _told(self, event: str, message: Message) -> None:
        if message.ephemeral_for is None:
            data = {**message.data, "guild_id": self.id}
            self.emit(event, data, GUILD_MESSAGES, message.data["channel_id"])
        self.changed()
