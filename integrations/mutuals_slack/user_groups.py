"""Slack's user groups as roles: who is in which, asked of Slack and kept for five minutes.

usergroups.list tells which handle is which group, usergroups.users.list who is in one (scope usergroups:read,
20 calls a minute each): two calls one after the other at most, whoever clicks, and none while the answer is young.
"""

import asyncio
import re
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import structlog

from mutuals.domain import roles
from mutuals.domain.errors import Refused
from mutuals.domain.model import Role
from mutuals_slack.client import Api

CACHE_SECONDS = 300.0  # somebody who leaves a group loses its role five minutes later at the latest
PERSON = re.compile(r"^[UW][A-Z0-9]{2,}$")
GROUP = re.compile(r"^S[A-Z0-9]{2,}$")

log = structlog.get_logger(__name__)
Grants = Mapping[Role, Sequence[str]]


class UserGroups:
    """The people and groups who have a role. Without groups among them, nothing is asked.

    `now` gives who has one at this moment, where that can be set in Slack itself.
    """

    def __init__(
        self, api: Api, grants: Grants, now: Callable[[], Awaitable[Grants | None]] | None = None
    ) -> None:
        self._api = api
        self._now = now
        self.grants = grants
        self._held: dict[str, frozenset[str]] = {}
        self._at: float | None = None
        self._asking = asyncio.Lock()

    async def refresh(self) -> None:
        """Know of changes that somebody made in the meantime."""
        grants = await self._now() if self._now is not None else None
        if grants is not None and grants != self.grants:
            self.grants, self._at = grants, None

    @property
    def names(self) -> list[str]:
        """The groups of the settings, ids or handles."""
        return list(dict.fromkeys(n for names in self.grants.values() for n in names if not PERSON.match(n)))

    def named(self, ids: frozenset[str]) -> Role:
        """The highest role for which the settings name this very person, by any of their ids."""
        return roles.highest(role for role, names in self.grants.items() if ids.intersection(names))

    def role(self, ids: frozenset[str], members: Mapping[str, frozenset[str]]) -> Role:
        """The highest role that the settings give to this person, named or as one of a group's `members`."""
        return roles.highest(
            role
            for role, names in self.grants.items()
            if ids.intersection(names) or any(ids & members.get(name, frozenset()) for name in names)
        )

    async def members(self) -> dict[str, frozenset[str]]:
        """Who is in each group of the settings. Raises our errors when Slack can't say."""
        if not self.names:
            return {}
        async with self._asking:  # of several clicks at once one asks
            if self._at is None or time.monotonic() - self._at >= CACHE_SECONDS:
                asked = time.monotonic()
                self._held, self._at = await self._read(), asked
            return self._held

    async def _read(self) -> dict[str, frozenset[str]]:
        found = await self.resolve()
        there = {name: group for name, group in found.items() if group is not None}
        asked = [self._api.read("usergroups.users.list", usergroup=group) for group in there.values()]
        answers = await asyncio.gather(*asked, return_exceptions=True)
        held = {}
        for name, answer in zip(there, answers, strict=True):
            if isinstance(answer, Refused):  # a group that is gone grants nothing; the others still do
                log.warning("slack.group_unknown", group=name, error=str(answer))
            elif isinstance(answer, BaseException):
                raise answer
            else:
                held[name] = frozenset(str(one) for one in answer.get("users") or ())
        return held

    async def resolve(self) -> dict[str, str | None]:
        """The id of each group of the settings; None for a handle that Slack does not know. Raises our errors."""
        known: dict[str, str] = {}
        if any(not GROUP.match(name) for name in self.names):
            listed: Any = (await self._api.read("usergroups.list")).get("usergroups") or []
            known = {str(one.get("handle", "")).casefold(): str(one["id"]) for one in listed}
        found = {name: name if GROUP.match(name) else known.get(name.casefold()) for name in self.names}
        for name in (name for name, group in found.items() if group is None):
            log.warning("slack.group_unknown", group=name)
        return found
