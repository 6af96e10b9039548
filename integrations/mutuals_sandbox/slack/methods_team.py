"""auth.*, users.*, bots.*, usergroups.*, apps.*: who is who."""

from typing import Any

from mutuals_sandbox.slack.refusal import Args, Refused
from mutuals_sandbox.slack.render import bot_json, user_json
from mutuals_sandbox.slack.service import Method, Service, page
from mutuals_sandbox.slack.workspace import UserGroup, Workspace


def auth_test(service: Service, _args: Args) -> dict[str, Any]:
    """auth.test."""
    space = service.space
    return {
        "url": f"https://{space.domain}.slack.com/",
        "team": space.team_name,
        "user": space.users[space.bot_user].name,
        "team_id": space.team_id,
        "user_id": space.bot_user,
        "bot_id": space.bot_id,
        "is_enterprise_install": space.org_wide,
    }


def api_test(_service: Service, args: Args) -> dict[str, Any]:
    """api.test: gives the arguments back, and fails when told to."""
    echo = args.recorded()
    if echo.get("error"):
        raise Refused(str(echo["error"]), args=echo)
    return {"args": echo}


def connections_open(service: Service, _args: Args) -> dict[str, Any]:
    """apps.connections.open: the address of a fresh WebSocket."""
    host = service.origin.replace("http://", "ws://")
    ticket = service.sockets.ticket()
    return {"url": f"{host}/link/?ticket={ticket}&app_id={service.space.app_id}"}


def bots_info(service: Service, args: Args) -> dict[str, Any]:
    """bots.info."""
    if args.text("bot") != service.space.bot_id:
        raise Refused("bot_not_found")
    return {"bot": bot_json(service.space)}


def users_info(service: Service, args: Args) -> dict[str, Any]:
    """users.info."""
    user = service.space.users.get(args.text("user") or "")
    if user is None:
        raise Refused("user_not_found")
    if user.id in service.space.hidden:
        raise Refused("user_not_visible")
    return {"user": user_json(service.space, user)}


def users_list(service: Service, args: Args) -> dict[str, Any]:
    """users.list."""
    everyone = [user_json(service.space, u) for u in service.space.users.values() if not u.stranger]
    shown, cursor = page(args, everyone, 200)
    now = int(service.space.clock())
    return {"members": shown, "cache_ts": now, "response_metadata": {"next_cursor": cursor}}


def group_json(space: Workspace, group: UserGroup, args: Args) -> dict[str, Any]:
    """A user group object, with its people or their number when asked."""
    out: dict[str, Any] = {
        "id": group.id,
        "team_id": space.team_id,
        "is_usergroup": True,
        "name": group.handle,
        "handle": group.handle,
        "description": "",
        "is_external": False,
        "date_create": group.created,
        "date_update": group.created,
        "date_delete": 0,
        "auto_type": None,
        "prefs": {"channels": [], "groups": []},
    }
    if args.flag("include_users"):
        out["users"] = group.users
    if args.flag("include_count"):
        out["user_count"] = len(group.users)
    return out


def groups_list(service: Service, args: Args) -> dict[str, Any]:
    """usergroups.list."""
    groups = service.space.groups.values()
    return {"usergroups": [group_json(service.space, group, args) for group in groups]}


def group_users(service: Service, args: Args) -> dict[str, Any]:
    """usergroups.users.list."""
    group = service.space.groups.get(args.need("usergroup"))
    if group is None:
        raise Refused("no_such_subteam")
    return {"users": group.users}


TEAM: dict[str, Method] = {
    "auth.test": auth_test,
    "api.test": api_test,
    "apps.connections.open": connections_open,
    "bots.info": bots_info,
    "users.info": users_info,
    "users.list": users_list,
    "usergroups.list": groups_list,
    "usergroups.users.list": group_users,
}
