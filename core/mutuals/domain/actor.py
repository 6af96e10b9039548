"""Somebody of the team, as the chat knows them, and what they may do."""

from dataclasses import dataclass, field
from enum import IntEnum


class Role(IntEnum):
    """What somebody may do: each what the one before may, and more, but for a helper, who sees less than a viewer and
    suggests texts (`mutuals.domain.roles`). How a role is stored says `mutuals.storage.repositories.mappers`."""

    NOBODY = 0
    VIEWER = 1
    HELPER = 2
    TRAINEE = 3
    MEMBER = 4
    APPROVER = 5
    ADMIN = 6


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody of the team who clicked, typed or wrote. Deny by default: a `role` must be granted."""

    chat: str  # "slack" | "discord"
    id: str
    name: str
    role: Role = Role.NOBODY
    why_not: str = "You are not allowed to act on alerts here."  # said to whoever has no role
    person: str = ""  # the own_key of the account by which they are known, where they have linked several
    # The names of the workspace that they are in, where a chat has several: they see and touch only brands told there.
    # It is theirs at the moment of a press, and not kept with what they did.
    workspaces: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def key(self) -> str:
        """The person across restarts and chats, e.g. `slack/U123`."""
        return self.person or self.own_key

    @property
    def own_key(self) -> str:
        """The account in this chat: whom to tell something, and whose role counts."""
        return f"{self.chat}/{self.id}"
