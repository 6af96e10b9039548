"""Who clicked, and which role they have: people of this workspace, by user groups where the settings name some.

What Slack leaves out counts against a person: who is not known to be one of ours may do nothing.
"""

import asyncio
import time
from collections import OrderedDict
from dataclasses import replace
from typing import Any

import structlog

from mutuals.domain.errors import MutualsError, NotAuthorized, RefusalReason, Refused
from mutuals.domain.ids import in_workspace
from mutuals.domain.model import Actor, Role
from mutuals.ports.integration import RoleCheck
from mutuals_slack.client import Api
from mutuals_slack.text import part
from mutuals_slack.user_groups import Grants, UserGroups

CACHE_SECONDS = 300.0  # somebody made a guest is refused five minutes later at the latest
MAX_CACHED = 500
NOBODY = "Slack did not say who you are, so nothing was done. Please try again in a minute."
GROUPS = (
    "Slack did not say which user groups you are in, so nothing was done. Please try again in a minute; if it "
    "happens again, tell whoever runs Mutuals to run: mutuals doctor"
)
NO_RIGHT = "Slack does not let Mutuals look up who you are, so nothing was done. Tell whoever runs Mutuals to run: mutuals doctor"
HOMELESS = (
    "Slack did not say which workspace you belong to, so nothing was done. Ask a colleague who is a member of the "
    "workspace where Mutuals is installed."
)
GUEST = "Guests of this workspace can't act on alerts. Ask a full member to do it."
STRANGER = "Only members of our own workspace can act on alerts. Ask a colleague there to do it."
BOT = "Apps and bots can't act on alerts; a person has to."
GONE = "Your account in this workspace is deactivated, so you can't act on alerts."
ROBOTS = ("is_bot", "is_workflow_bot", "is_connector_bot")
CHIEFS = ("is_admin", "is_owner", "is_primary_owner")

log = structlog.get_logger(__name__)


class ActorResolver:
    """Looks people up and keeps the answer for five minutes. `team_id` is our workspace.

    Where there are `several`, whoever acts is of this one, and known by its id (`prefix`) besides their own; the
    workspace of the settings' token has no prefix.
    """

    def __init__(self, api: Api, groups: UserGroups, *, prefix: str = "", several: bool = False) -> None:
        self.prefix = prefix
        self._several = several
        self._api = api
        self._groups = groups
        self._known: OrderedDict[str, tuple[float, Any]] = OrderedDict()  # the user objects
        self.team_id: str | None = None

    def place(self, channel: str) -> str:
        """A channel of this workspace as the core knows it."""
        return in_workspace(self.prefix, channel) if channel else ""

    async def who(self, user_id: str) -> Actor:
        """The actor behind a user id. Whoever can't be looked up has no role."""
        actor = await self._who(user_id)
        if not self._several:
            return actor
        names = frozenset({self.prefix or "", self.prefix or self.team_id or ""})
        return replace(actor, id=in_workspace(self.prefix, actor.id), workspaces=names)

    async def check(self, user_id: str, grants: Grants) -> RoleCheck:
        """What these grants would mean for somebody, asked of Slack anew. Raises our errors."""
        groups = UserGroups(self._api, grants)
        user, found = await self._user(user_id), await groups.resolve()
        unknown = tuple(name for name, group in found.items() if group is None)
        granted = groups.role(ids_of(user_id, user), await groups.members())
        return RoleCheck(actor_of(user_id, user, self.team_id or "", granted, grants).role, unknown)

    async def _who(self, user_id: str) -> Actor:
        await self._groups.refresh()
        asking = asyncio.create_task(self._groups.members())  # both at once: a click waits for this
        try:
            user = await self._user(user_id)
        except MutualsError as error:
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)
            log.warning("slack.person_unknown", user=user_id, error=str(error))
            return Actor("slack", user_id, user_id, why_not=_unknown(error))
        assert self.team_id is not None, "the look-up has set it"
        grants, ids = self._groups.grants, ids_of(user_id, user)
        try:
            granted = self._groups.role(ids, await asking)
            return actor_of(user_id, user, self.team_id, granted, grants)
        except MutualsError as error:
            log.warning("slack.groups_unknown", user=user_id, error=str(error))
        # What does not hang on the groups still holds, so that somebody can stop everything.
        sure = actor_of(user_id, user, self.team_id, self._groups.named(ids), grants)
        if sure.role > Role.VIEWER:
            return sure
        return replace(sure, role=Role.NOBODY, why_not=sure.why_not or GROUPS)

    async def _user(self, user_id: str) -> Any:
        at, user = self._known.get(user_id, (0.0, None))
        if user is not None and time.monotonic() - at < CACHE_SECONDS:
            return user
        asked = time.monotonic()
        if self.team_id is None:
            self.team_id = str((await self._api.read("auth.test"))["team_id"])
        user = (await self._api.read("users.info", user=user_id))["user"]
        self._known[user_id] = (asked, user)
        self._known.move_to_end(user_id)
        while len(self._known) > MAX_CACHED:
            self._known.popitem(last=False)
        return user


def actor_of(user_id: str, user: Any, team_id: str, granted: Role, grants: Grants) -> Actor:
    """The actor of a user object (docs.slack.dev/reference/objects/user-object).

    `granted` is the role that the settings give them; `grants` what the settings give to anybody.
    """
    why_not = why_refused(user, team_id)
    role = Role.NOBODY if why_not else _role(user, granted, grants)
    return Actor("slack", user_id, _name(user) or user_id, role, why_not or ("" if role else GUEST))


def _role(user: Any, granted: Role, grants: Grants) -> Role:
    """Of a person of our workspace. Guests have only what they are named for."""
    if user.get("is_restricted") or user.get("is_ultra_restricted"):
        return granted
    if Role.ADMIN not in grants and any(user.get(one) for one in CHIEFS):
        return Role.ADMIN
    return max(granted, Role.VIEWER if grants else Role.MEMBER)


def why_refused(user: Any, team_id: str) -> str | None:
    """Why this user has no role whatever the settings say, in a sentence; None for a person of the workspace.

    Slack marks people of other workspaces by their own team_id and, where we share a channel, is_stranger. In an
    Enterprise Grid the list of their workspaces says more than where they come from.
    """
    if not isinstance(user, dict) or not isinstance(user.get("id"), str):
        return NOBODY
    if user.get("deleted") or user.get("is_forgotten"):
        return GONE
    if any(user.get(one) for one in ROBOTS) or user["id"] == "USLACKBOT":
        return BOT
    if user.get("is_stranger"):
        return STRANGER
    homes = _workspaces(user)
    if not homes or not team_id:
        return HOMELESS
    return None if team_id in homes else STRANGER


def _workspaces(user: Any) -> list[Any]:
    """The workspaces of a person: all that a Grid lists, else the one that they come from; none when Slack says none."""
    for listed in (part(user, "enterprise_user").get("teams"), user.get("teams")):
        if isinstance(listed, list) and listed:
            return listed
    home = user.get("team_id") or part(user, "profile").get("team")
    return [home] if home else []


def ids_of(user_id: str, user: Any) -> frozenset[str]:
    """Every id of a person: a Grid knows one by U... and W..., and settings and groups may hold either."""
    found = {user_id}
    if isinstance(user, dict):
        found |= {
            one for one in (user.get("id"), part(user, "enterprise_user").get("id")) if isinstance(one, str)
        }
    return frozenset(one for one in found if one)


def _unknown(error: MutualsError) -> str:
    """Why somebody could not be looked up. Slack does not show everybody of a workspace that shares a channel with us."""
    if isinstance(error, Refused) and error.because is RefusalReason.PERSON:
        return STRANGER
    return NO_RIGHT if isinstance(error, NotAuthorized) else NOBODY


def _name(user: Any) -> str:
    """The name that the team sees beside this person's messages."""
    if not isinstance(user, dict):
        return ""
    profile = part(user, "profile")
    names = (profile.get("display_name"), profile.get("real_name"), user.get("real_name"), user.get("name"))
    return next((str(name) for name in names if name), "")
