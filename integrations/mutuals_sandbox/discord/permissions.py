"""Discord's permission arithmetic: owner, Administrator, the everyone role, roles, then overwrites.

The order is that of Discord's public page "Permissions": everyone's overwrite, then all role overwrites
together, then the member's own.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from .errors import MISSING_ACCESS, MISSING_PERMISSIONS, ApiError

ADMINISTRATOR = 1 << 3
MANAGE_CHANNELS = 1 << 4
MANAGE_GUILD = 1 << 5
VIEW_CHANNEL = 1 << 10
SEND_MESSAGES = 1 << 11
MANAGE_MESSAGES = 1 << 13
EMBED_LINKS = 1 << 14
ATTACH_FILES = 1 << 15
READ_MESSAGE_HISTORY = 1 << 16
MENTION_EVERYONE = 1 << 17
USE_APPLICATION_COMMANDS = 1 << 31
CREATE_PUBLIC_THREADS = 1 << 35
SEND_MESSAGES_IN_THREADS = 1 << 38
ALL = (1 << 53) - 1

# What a new server grants to everyone, as far as it matters here.
EVERYONE_DEFAULT = (
    VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | READ_MESSAGE_HISTORY
    | USE_APPLICATION_COMMANDS
    | CREATE_PUBLIC_THREADS
    | SEND_MESSAGES_IN_THREADS
)


@dataclass(frozen=True)
class Overwrite:
    """What one channel allows and denies to a role (kind 0) or a member (kind 1)."""

    target_id: str
    kind: int
    allow: int = 0
    deny: int = 0


def resolve(
    base: int, overwrites: Iterable[Overwrite], *, everyone_id: str, role_ids: Iterable[str], member_id: str
) -> int:
    """Permissions in a channel, from guild-wide ones (without Administrator) and the channel's overwrites."""
    by_target = {overwrite.target_id: overwrite for overwrite in overwrites}
    permissions = base
    if everyone := by_target.get(everyone_id):
        permissions = permissions & ~everyone.deny | everyone.allow
    roles = [by_target[role_id] for role_id in role_ids if role_id in by_target]
    for overwrite in roles:
        permissions &= ~overwrite.deny
    for overwrite in roles:
        permissions |= overwrite.allow
    if own := by_target.get(member_id):
        permissions = permissions & ~own.deny | own.allow
    return permissions if permissions & VIEW_CHANNEL else 0


def require(permissions: int, *needed: int) -> None:
    """Raise 50001 when the channel is not visible, 50013 when another permission is missing."""
    if not permissions & VIEW_CHANNEL:
        raise ApiError(*MISSING_ACCESS)
    if any(not permissions & bit for bit in needed):
        raise ApiError(*MISSING_PERMISSIONS)
