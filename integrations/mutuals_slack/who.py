"""Who clicked, and whether they may act: full members of this workspace, and nobody else."""

import time
from collections import OrderedDict
from typing import Any

import structlog

from mutuals.errors import MutualsError
from mutuals.model import Actor
from mutuals_slack.client import Api

CACHE_SECONDS = 300.0  # somebody made a guest is refused five minutes later at the latest
MAX_CACHED = 500
NOBODY = "Slack did not say who you are, so nothing was done. Please try again in a minute."
GUEST = "Guests of this workspace can't act on alerts. Ask a full member to do it."
STRANGER = "Only members of our own workspace can act on alerts. Ask a colleague there to do it."
BOT = "Apps and bots can't act on alerts; a person has to."
GONE = "Your account in this workspace is deactivated, so you can't act on alerts."

log = structlog.get_logger(__name__)


class Doorkeeper:
    """Looks people up and keeps the answer for five minutes. `team_id` is our workspace."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._known: OrderedDict[str, tuple[float, Actor]] = OrderedDict()
        self.team_id: str | None = None

    async def who(self, user_id: str) -> Actor:
        """The actor behind a user id. Whoever can't be looked up may not act."""
        at, actor = self._known.get(user_id, (0.0, None))
        if actor is not None and time.monotonic() - at < CACHE_SECONDS:
            return actor
        try:
            if self.team_id is None:
                self.team_id = str((await self._api.read("auth.test"))["team_id"])
            user: Any = (await self._api.read("users.info", user=user_id))["user"]
        except MutualsError as error:
            log.warning("slack.person_unknown", user=user_id, error=str(error))
            return Actor("slack", user_id, user_id, may_act=False, why_not=NOBODY)
        actor = actor_of(user_id, user, self.team_id)
        self._known[user_id] = (time.monotonic(), actor)
        self._known.move_to_end(user_id)
        while len(self._known) > MAX_CACHED:
            self._known.popitem(last=False)
        return actor


def actor_of(user_id: str, user: Any, team_id: str) -> Actor:
    """The actor of a user object (docs.slack.dev/reference/objects/user-object)."""
    why_not = why_refused(user, team_id)
    return Actor("slack", user_id, _name(user) or user_id, may_act=why_not is None, why_not=why_not or "")


def why_refused(user: Any, team_id: str) -> str | None:
    """Why this user may not act, in a sentence; None for a full member of the workspace.

    Slack marks people of other workspaces by their own team_id and, where we share a channel, is_stranger.
    """
    if not isinstance(user, dict) or not isinstance(user.get("id"), str):
        return NOBODY
    if user.get("deleted"):
        return GONE
    if user.get("is_bot") or user["id"] == "USLACKBOT":
        return BOT
    home = user.get("team_id") or (user.get("profile") or {}).get("team") or team_id
    teams = {home, *((user.get("enterprise_user") or {}).get("teams") or [])}
    if user.get("is_stranger") or team_id not in teams:
        return STRANGER
    if user.get("is_restricted") or user.get("is_ultra_restricted"):
        return GUEST
    return None


def _name(user: Any) -> str:
    """The name that the team sees beside this person's messages."""
    if not isinstance(user, dict):
        return ""
    profile = user.get("profile") or {}
    names = (profile.get("display_name"), profile.get("real_name"), user.get("real_name"), user.get("name"))
    return next((str(name) for name in names if name), "")
