"""Who has which role in a chat, as its admins have set it there: on top of what the file and the environment say.

Roles hold for a whole chat, or for one workspace of it, and so for every brand that is told there. They belong to no brand,
and their entries stand in the installation's ledger.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from mutuals.alerting.kill_switch import OF_ALL
from mutuals.domain.errors import MutualsError, SettingsError
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.domain.model import Actor, Role
from mutuals.domain.setting_values import Origin, SettingName, SettingValue
from mutuals.ports.chat import Chat
from mutuals.ports.integration import ChatIntegration, RoleChecker, RoleGrants
from mutuals.ports.settings import Section, variable
from mutuals.service import integrations
from mutuals.service.all_settings import Settings
from mutuals.service.settings import load
from mutuals.storage.store import SqlStore

FIELDS = ("viewers", "helpers", "trainees", "members", "approvers", "admins")
WHERE = "roles_in_chats"  # which keys there are
READ_EVERY = 3.0  # seconds: so late does another process know
LONGEST = 2000  # characters of what an entry says
LOCKED_OUT = (
    "Then you would not be an admin any more, and perhaps nobody would. Name yourself, or a group that you are in, as an "
    "admin, too. Nothing was changed."
)
NOT_CHECKED = (
    "It could not be checked whether you would still be an admin. Nothing was changed; try again in a minute."
)

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Set:
    """What somebody set in a chat, and when."""

    value: str
    by: str
    at: datetime


class ChatRoles:
    """Reads and changes them. Of what is read, a copy is good for a few seconds."""

    def __init__(self, settings: Settings, store: SqlStore) -> None:
        self._settings, self._store = settings, store
        self._held: dict[str, tuple[float, RoleGrants]] = {}

    async def grants(self, chat: str, workspace: str) -> RoleGrants:
        """Whom each role is given to, there and now. While the database does not answer, what was known last holds."""
        key, now = _key(chat, workspace), time.monotonic()
        held = self._held.get(key)
        if held is not None and now - held[0] < READ_EVERY:
            return held[1]
        part = integrations.chats()[chat]
        try:
            own = {field: one.value for field, one in _sets(await self._store.get(key)).items()}
            found = part.grants(self._with(part, own))
        except MutualsError as error:
            log.warning("roles.not_read", chat=chat, why=str(error))
            found = held[1] if held else part.grants(self._settings.of(part))
        self._held[key] = now, found
        return found

    def _with(self, part: ChatIntegration, own: Mapping[str, str]) -> Section:
        """The chat's settings with these on top. Raises SettingsError."""
        given = {variable(part.settings, field): value for field, value in own.items() if value}
        return load([part.settings], given)[part.settings] if given else self._settings.of(part)

    async def values(
        self, chat: str, workspace: str, names: Sequence[SettingName], below: Mapping[str, SettingValue]
    ) -> dict[SettingName, SettingValue]:
        """What holds, by name; `below` is what holds without the chats, by field."""
        own = _sets(await self._store.get(_key(chat, workspace)))
        found = {}
        for name in names:
            value, mine = below[name.field], own.get(name.field)
            if mine is not None:
                value = replace(value, value=mine.value, origin=Origin.CHAT, by=mine.by, at=mine.at)
            found[name] = value
        return found

    async def change(
        self,
        chat: str,
        workspace: str,
        changes: Mapping[SettingName, str],
        by: Actor,
        at: datetime,
        there: Chat | None,
    ) -> dict[SettingName, str]:
        """Set these, all or none; "" puts one back. Gives what is wrong with each that can't be set."""
        part, key = integrations.chats()[chat], _key(chat, workspace)
        before = _sets(await self._store.get(key))
        typed = {name.field: value for name, value in changes.items()}
        after = {field: one.value for field, one in before.items()} | typed
        wrong = {name: why for name in changes if (why := self._mistake(part, name.field, typed[name.field]))}
        if not wrong and (why := await self._checked(part.grants(self._with(part, after)), by, there)):
            wrong = {next(iter(changes)): why}
        if wrong:
            return wrong
        async with self._store.transaction(OF_ALL) as tx:
            sets = _sets(await tx.key_values.get(key))
            was = {field: sets[field].value if field in sets else "" for field in typed}
            sets |= {field: _Set(value, by.name, at) for field, value in typed.items()}
            doc = {field: [one.value, one.by, one.at.isoformat()] for field, one in sets.items() if one.value}
            await tx.key_values.put(key, doc or None)
            await tx.key_values.put(WHERE, sorted({*(await tx.key_values.get(WHERE) or ()), key}))
            said = " ".join(
                f"{variable(part.settings, field)}: {was[field] or 'not set here'}, now {value or 'not set here'}."
                for field, value in typed.items()
            )
            where = f" in the workspace {workspace}" if workspace else ""
            text = f"Roles{where}. {said}"[:LONGEST]
            await tx.ledger.record(Decision(EntryKind.SETTING, by, "settings", text))
        self._held.pop(key, None)
        log.warning("roles.changed", chat=chat, workspace=workspace, by=by.own_key)
        return {}

    async def listed(self) -> list[tuple[str, str, str, str, str, datetime]]:
        """All that was set in chats: the chat, the workspace ("": of none), the field, its value, who set it and when."""
        found = []
        for key in await self._store.get(WHERE) or ():
            _, chat, workspace = key.split("/", 2)
            for field, one in _sets(await self._store.get(key)).items():
                found.append((chat, workspace, field, one.value, one.by, one.at))
        return found

    async def reset(self, chat: str, workspace: str, by: Actor) -> bool:
        """Everything of a chat is as the settings say again; False where nothing was set."""
        key = _key(chat, workspace)
        async with self._store.transaction(OF_ALL) as tx:
            if not await tx.key_values.get(key):
                return False
            await tx.key_values.put(key, None)
            where = f"{chat}{'/' if workspace else ''}{workspace}"
            text = f"Roles of {where} are as the settings say again."
            await tx.ledger.record(Decision(EntryKind.SETTING, by, "roles reset", text))
        self._held.pop(key, None)
        return True

    def _mistake(self, part: ChatIntegration, field: str, value: str) -> str:
        try:
            self._with(part, {field: value})
        except SettingsError as error:
            said = error.mistakes[0].partition(" is not usable: ")[2] or error.mistakes[0]
            return said[:1].upper() + said[1:]
        return ""

    async def _checked(self, grants: RoleGrants, by: Actor, there: Chat | None) -> str:
        """Why these must not hold: somebody that they name is not there, or nobody would be an admin for sure."""
        if not isinstance(there, RoleChecker):
            return NOT_CHECKED
        try:
            found = await there.check_roles(by.id, grants)
        except MutualsError as error:
            return f"{error} {NOT_CHECKED}"
        if found.unknown:
            names = ", ".join(f"@{name}" for name in found.unknown)
            return f"There is no {names} here. Check the spelling, or write an id."
        return "" if found.role >= Role.ADMIN else LOCKED_OUT


def _key(chat: str, workspace: str) -> str:
    return f"roles_in_chat/{chat}/{workspace}"


def _sets(doc: Mapping[str, Sequence[str]] | None) -> dict[str, _Set]:
    return {
        field: _Set(value, by, datetime.fromisoformat(at))
        for field, (value, by, at) in (doc or {}).items()
        if field in FIELDS
    }
