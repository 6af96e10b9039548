"""What the page asks of the three sandboxed services, and the people a visitor can be."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

Snapshot = dict[str, Any]
Explain = Callable[[str], dict[str, Any] | Awaitable[dict[str, Any]]]
"""Post text in; what the language rules say out: `class`, `score` (0..1), `cues`, and `why` if there is a sentence."""
Extra = Callable[[], Mapping[str, str]]
"""Small facts for the page's top line, label to value, e.g. {"X API cost": "$0.12"}."""


@dataclass(frozen=True)
class Viewer:
    """A member of the team whom the visitor can be in one chat. `note` says what sets them apart."""

    id: str
    name: str
    note: str = ""


@dataclass(frozen=True)
class Customer:
    """An invented customer in whose name the visitor can post on X. `handle` is without the @."""

    id: str
    name: str
    handle: str
    note: str = ""


@dataclass(frozen=True)
class Hint:
    """A slash command offered in Slack's composer (Slack itself tells an app's page nothing of them)."""

    command: str  # with the slash: /mutuals
    text: str
    about: str


@dataclass(frozen=True)
class Cast:
    """Everybody a visitor can be, first of each list first; and the commands to offer in Slack."""

    slack: Sequence[Viewer]
    discord: Sequence[Viewer]
    customers: Sequence[Customer] = ()
    slack_commands: Sequence[Hint] = ()


class Story(Protocol):
    """What goes on by itself; `who` holds it, or lets it go on, for a reason of its own."""

    @property
    def paused(self) -> bool: ...
    def subscribe(self, callback: Callable[..., None]) -> None: ...
    def begin(self) -> None: ...
    def hold(self, who: str) -> None: ...
    def let_go(self, who: str) -> None: ...


class Outcomes(Protocol):
    """What became of a post in the service, by the post's id: `seen`, and then `category`, `soon` and `sentence`."""

    async def of(self, post_id: str) -> Snapshot: ...


class Snapshots(Protocol):
    """Something that calls back, in the event loop's thread, after each change."""

    def subscribe(self, callback: Callable[..., None]) -> Any: ...


class Slack(Snapshots, Protocol):
    """The sandboxed Slack, from a member's side of the screen. `user` is a Slack user id."""

    def snapshot(self, viewer: str) -> Snapshot: ...
    async def press(
        self,
        user: str,
        channel: str,
        ts: str,
        action_id: str,
        *,
        block_id: str | None = None,
        selected_value: Any = None,
    ) -> Any: ...
    async def view_action(
        self,
        user: str,
        action_id: str,
        value: Any = None,
        *,
        block_id: str | None = None,
        enter: bool = False,
    ) -> Any: ...
    async def submit_view(self, user: str, values: dict[str, Any]) -> Any: ...
    async def close_view(self, user: str) -> Any: ...
    async def slash(self, user: str, channel: str, command: str, text: str = "") -> Any: ...
    async def say(self, user: str, channel: str, text: str) -> Any: ...
    def dismiss(self, user: str, channel: str, ts: str) -> None: ...
    async def open_home(self, user: str) -> Any: ...
    async def shortcut(self, user: str, callback_id: str) -> Any: ...
    async def message_shortcut(self, user: str, channel: str, ts: str, callback_id: str) -> Any: ...


class X(Protocol):
    """The sandboxed X, of which the page needs only where its web pages are."""

    @property
    def web_url(self) -> str: ...


class Discord(Snapshots, Protocol):
    """The sandboxed Discord, from a member's side of the screen. `user` is a Discord user id."""

    def snapshot(self, viewer: str) -> Snapshot: ...
    async def press(self, user: str, message_id: str, custom_id: str, values: Any = None) -> Any: ...
    async def submit_modal(self, user: str, values: dict[str, Any]) -> Any: ...
    def close_modal(self, user: str) -> Any: ...
    async def slash(
        self,
        user: str,
        channel: str,
        name: str,
        options: dict[str, Any] | None = None,
        subcommand: str | None = None,
    ) -> Any: ...
    def say(self, user: str, channel: str, content: str) -> Any: ...
    def dismiss(self, user: str, message_id: str) -> None: ...
