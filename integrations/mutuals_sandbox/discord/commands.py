"""The registry of application commands, checked by Discord's public rules."""

import re
from typing import Any

from .components import dicts
from .errors import TOO_MANY_COMMANDS, UNKNOWN_COMMAND, ApiError, Form, Json, Path
from .guild import Guild

SLASH, USER_MENU, MESSAGE_MENU = 1, 2, 3
SUBCOMMAND, SUBCOMMAND_GROUP = 1, 2
MAX_COMMANDS = {SLASH: 100, USER_MENU: 15, MESSAGE_MENU: 15}
MAX_CHARACTERS = 8000
_NAME = re.compile(r"^[-_'\w]{1,32}$")


class Commands:
    """Commands by scope: None is global, otherwise the guild's id."""

    def __init__(self, guild: Guild) -> None:
        self._guild = guild
        self._scopes: dict[str | None, dict[str, Json]] = {}

    def all(self, scope: str | None) -> list[Json]:
        """The commands of one scope."""
        return list(self._scopes.get(scope, {}).values())

    def visible(self) -> list[Json]:
        """What people in the guild are offered: global and guild commands."""
        return self.all(None) + self.all(self._guild.id)

    def get(self, scope: str | None, command_id: str) -> Json:
        """One command; raises 10063."""
        try:
            return self._scopes[scope][command_id]
        except KeyError:
            raise ApiError(*UNKNOWN_COMMAND) from None

    def replace(self, scope: str | None, bodies: Any) -> list[Json]:
        """Put this list in the place of all; a command of the same name keeps its id."""
        form = Form()
        entries = form.items((), bodies, 0, 130)
        form.check()
        for index, body in enumerate(entries):
            _check_command(form, (index,), body)
        form.check()
        keys = [(body.get("type") or SLASH, body["name"]) for body in entries]
        for index, key in enumerate(keys):
            if key in keys[:index]:
                message = "Application command names must be unique"
                form.add((index,), "APPLICATION_COMMANDS_DUPLICATE_NAME", message)
        form.check()
        if any(sum(kind == key[0] for key in keys) > most for kind, most in MAX_COMMANDS.items()):
            raise ApiError(*TOO_MANY_COMMANDS)
        ids = {(old["type"], old["name"]): old["id"] for old in self.all(scope)}
        made = [self._make(scope, body, ids.get(key)) for body, key in zip(entries, keys, strict=True)]
        self._scopes[scope] = {command["id"]: command for command in made}
        self._guild.changed()
        return made

    def upsert(self, scope: str | None, body: Json) -> tuple[Json, bool]:
        """Add one, or overwrite the one of that name; True when it is new."""
        form = Form()
        _check_command(form, (), body)
        form.check()
        key = (body.get("type") or SLASH, body["name"])
        old = next((c for c in self.all(scope) if (c["type"], c["name"]) == key), None)
        if old is None and sum(c["type"] == key[0] for c in self.all(scope)) >= MAX_COMMANDS.get(key[0], 1):
            raise ApiError(*TOO_MANY_COMMANDS)
        command = self._make(scope, body, old["id"] if old else None)
        self._scopes.setdefault(scope, {})[command["id"]] = command
        self._guild.changed()
        return command, old is None

    def edit(self, scope: str | None, command_id: str, body: Json) -> Json:
        """Change some fields of one."""
        changed = {**self.get(scope, command_id), **body}
        form = Form()
        _check_command(form, (), changed)
        form.check()
        self._scopes[scope][command_id] = self._make(scope, changed, command_id)
        self._guild.changed()
        return self._scopes[scope][command_id]

    def remove(self, scope: str | None, command_id: str) -> None:
        """Take one away; raises 10063."""
        self.get(scope, command_id)
        del self._scopes[scope][command_id]
        self._guild.changed()

    def _make(self, scope: str | None, body: Json, command_id: str | None) -> Json:
        command: Json = {
            "id": command_id or self._guild.new_id(),
            "application_id": self._guild.bot.id,
            "version": self._guild.new_id(),
            "type": body.get("type") or SLASH,
            "name": body["name"],
            "name_localizations": body.get("name_localizations"),
            "description": body.get("description") or "",
            "description_localizations": body.get("description_localizations"),
            "options": body.get("options") or [],
            "default_member_permissions": _as_text(body.get("default_member_permissions")),
            "nsfw": bool(body.get("nsfw")),
            "integration_types": body.get("integration_types") or [0],
            "contexts": body.get("contexts"),
        }
        return command if scope is None else command | {"guild_id": scope}


def _as_text(permissions: Any) -> str | None:
    return None if permissions is None else str(permissions)


def _size(entry: Json) -> int:
    own = len(str(entry.get("name") or "")) + len(str(entry.get("description") or ""))
    choices = dicts(entry.get("choices"))
    in_choices = sum(len(str(c.get("name"))) + len(str(c.get("value"))) for c in choices)
    return own + in_choices + sum(_size(option) for option in dicts(entry.get("options")))


def _check_name(form: Form, path: Path, name: Any) -> None:
    if not form.text(path, name, 1, 32, needed=True):
        return
    if not _NAME.match(name) or name != name.lower():
        message = "Command name is invalid"
        form.add(path, "APPLICATION_COMMAND_INVALID_NAME", message)


def _check_command(form: Form, path: Path, body: Any) -> None:
    body = form.record(path, body)
    kind = body.get("type") or SLASH
    permissions = body.get("default_member_permissions")
    if permissions is not None and not str(permissions).isdecimal():
        message = f'Value "{permissions}" is not a set of permissions.'
        form.add((*path, "default_member_permissions"), "NUMBER_TYPE_COERCE", message)
    if not form.choice((*path, "type"), kind, tuple(MAX_COMMANDS)):
        return
    if kind != SLASH:
        form.text((*path, "name"), body.get("name"), 1, 32, needed=True)
        if body.get("description"):
            message = "Context menu commands cannot have a description"
            form.add(
                (*path, "description"), "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED", message
            )
        return
    _check_name(form, (*path, "name"), body.get("name"))
    form.text((*path, "description"), body.get("description"), 1, 100, needed=True)
    _check_options(form, (*path, "options"), body.get("options") or [])
    if _size(body) > MAX_CHARACTERS:
        message = f"Command exceeds maximum size ({MAX_CHARACTERS})"
        form.add(path, "APPLICATION_COMMAND_TOO_LARGE", message)


def _check_options(form: Form, path: Path, options: Any) -> None:
    names: set[str] = set()
    optional_seen = False
    for index, option in enumerate(form.items(path, options, 0, 25)):
        here = (*path, index)
        option = form.record(here, option)
        _check_name(form, (*here, "name"), option.get("name"))
        form.text((*here, "description"), option.get("description"), 1, 100, needed=True)
        if not form.choice((*here, "type"), option.get("type"), tuple(range(1, 12))):
            continue
        if str(option.get("name")) in names:
            message = "Option names must be unique"
            form.add(here, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", message)
        names.add(str(option.get("name")))
        if option["type"] in (SUBCOMMAND, SUBCOMMAND_GROUP):
            _check_options(form, (*here, "options"), option.get("options") or [])
        elif option.get("required") and optional_seen:
            message = "Required options must be placed before non-required options"
            form.add(here, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message)
        optional_seen = optional_seen or not option.get("required")
        _check_choices(form, here, option)


def _check_choices(form: Form, path: Path, option: Json) -> None:
    choices = option.get("choices") or []
    if choices and option.get("autocomplete"):
        message = "Choices and autocomplete are mutually exclusive"
        form.add((*path, "autocomplete"), "APPLICATION_COMMAND_OPTION_AUTOCOMPLETE_CHOICES_INVALID", message)
    for index, choice in enumerate(form.items((*path, "choices"), choices, 0, 25)):
        name = form.record((*path, "choices", index), choice).get("name")
        form.text((*path, "choices", index, "name"), name, 1, 100, needed=True)
