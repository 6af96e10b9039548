"""What the doctor says about roles in Slack: which groups and people of the settings exist, and what they grant."""

from mutuals.domain.errors import MutualsError, TryAgain, at_the_end
from mutuals.domain.model import Role
from mutuals.ports.diagnostics import Check, step_to_reach
from mutuals_slack.client import Api
from mutuals_slack.user_groups import PERSON, UserGroups

TITLE = "Who may act in Slack"
SETTING = {role: f"MUTUALS_SLACK_{role.name}S" for role in Role}
STEP = (
    "Create the user group in Slack (People, User groups), or correct the setting. A plan without user groups: "
    "name people by their member id (U...)."
)
CHIEFS = "Admins: admins and owners of the workspace."


async def who_may(api: Api, groups: UserGroups) -> Check:
    """One check for all six settings; what can't be found is named with its setting."""
    await groups.refresh()
    if not groups.grants:
        return Check(True, TITLE, f"Members: every full member of the workspace, no guests. {CHIEFS}")
    try:
        ids = await groups.resolve()
    except MutualsError as error:
        step = (
            "Paste deploy/slack-manifest.json under App Manifest and install the app again (usergroups:read)."
        )
        if isinstance(error, TryAgain):
            step = step_to_reach(error, api.web.base_url)
        return Check(
            False, TITLE, f"The user groups can't be read, so nobody can act. {at_the_end(error)}", step
        )
    said, lost = [], []
    for role, names in groups.grants.items():
        found = {name: await _found(api, name, ids.get(name)) for name in names}
        lost += [f"There is no {name} ({SETTING[role]})." for name, what in found.items() if what is None]
        there = ", ".join(what for what in found.values() if what)
        said += [f"{role.name.capitalize()}s: {there}."] if there else []
    said += [] if Role.ADMIN in groups.grants else [CHIEFS]
    if lost:
        return Check(False, TITLE, f"{' '.join(lost)} Nobody gets that role by it. {' '.join(said)}", STEP)
    return Check(True, TITLE, f"{' '.join(said)} Viewers: every other full member.")


async def _found(api: Api, name: str, group: str | None) -> str | None:
    """A person by name, a group with how many are in it; None when Slack knows neither."""
    try:
        if PERSON.match(name):
            user = (await api.read("users.info", user=name))["user"]
            return str(user.get("real_name") or user.get("name") or name)
        if group is None:
            return None
        count = len((await api.read("usergroups.users.list", usergroup=group)).get("users") or ())
    except MutualsError:
        return None
    return f"@{name} ({count} {'person' if count == 1 else 'people'})"
