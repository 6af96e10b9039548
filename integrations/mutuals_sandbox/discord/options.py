"""Turns what a person typed into a slash command into the options Discord sends to the bot."""

from typing import Any

from .errors import Json
from .guild import Guild
from .objects import channel_json, member_json, role_json, user_json

SUBCOMMAND, SUBCOMMAND_GROUP = 1, 2
STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER = 3, 4, 5, 6, 7, 8, 9, 10


class TypedWrongError(ValueError):
    """The client does not send the command; the text is what it shows to the person."""


def descend(command: Json, subcommand: str | None) -> tuple[list[Json], list[Json]]:
    """The chain of groups and subcommands named in `subcommand` ("group name"), and the options below it."""
    chain: list[Json] = []
    options: list[Json] = command["options"]
    for word in (subcommand or "").split():
        found = next((o for o in options if o["name"] == word and o["type"] <= SUBCOMMAND_GROUP), None)
        if found is None:
            raise TypedWrongError(f"/{command['name']} has no subcommand {word}")
        chain.append(found)
        options = found.get("options") or []
    if any(option["type"] <= SUBCOMMAND_GROUP for option in options):
        raise TypedWrongError(f"/{command['name']} needs a subcommand")
    return chain, options


def nest(chain: list[Json], options: list[Json]) -> list[Json]:
    """Wrap the options in their subcommand and group, as the bot receives them."""
    for part in reversed(chain):
        options = [{"type": part["type"], "name": part["name"], "options": options}]
    return options


def typed(guild: Guild, declared: list[Json], given: Json) -> list[Json]:
    """The given options with the types of the declared ones. Raises TypedWrongError."""
    known = {option["name"]: option for option in declared}
    for name in given:
        if name not in known:
            raise TypedWrongError(f"there is no option {name}")
    for option in declared:
        if option.get("required") and given.get(option["name"]) is None:
            raise TypedWrongError(f"{option['name']}: This option is required")
    return [
        {
            "name": name,
            "type": known[name]["type"],
            "value": _checked(known[name], _convert(guild, known[name], value)),
        }
        for name, value in given.items()
        if value is not None
    ]


def resolved(guild: Guild, kinds_and_ids: list[tuple[int, str]]) -> Json:
    """The objects behind ids, by option type (select menus use the same objects)."""
    found: Json = {}
    for kind, key in kinds_and_ids:
        if kind in (USER, MENTIONABLE) and key in guild.members:
            member = guild.members[key]
            found.setdefault("users", {})[key] = user_json(member)
            partial = {k: v for k, v in member_json(member).items() if k not in ("user", "deaf", "mute")}
            partial["permissions"] = str(guild.base_permissions(member))
            found.setdefault("members", {})[key] = partial
        elif kind in (ROLE, MENTIONABLE) and key in guild.roles:
            found.setdefault("roles", {})[key] = role_json(guild.roles[key])
        elif kind == CHANNEL and key in guild.channels:
            channel = channel_json(guild, guild.channels[key])
            found.setdefault("channels", {})[key] = channel | {"permissions": "0"}
    return found


def _convert(guild: Guild, option: Json, value: Any) -> Any:
    kind, name = option["type"], option["name"]
    try:
        if kind == INTEGER:
            return int(value)
        if kind == NUMBER:
            return float(value)
    except (TypeError, ValueError):
        raise TypedWrongError(f"{name}: Please enter a number") from None
    if kind == BOOLEAN:
        return value if isinstance(value, bool) else str(value).lower() == "true"
    text = str(value)
    if kind in (USER, CHANNEL, ROLE, MENTIONABLE) and not resolved(guild, [(kind, text)]):
        raise TypedWrongError(f"{name}: no such choice on this server")
    return text


def _checked(option: Json, value: Any) -> Any:
    name = option["name"]
    choices = [choice["value"] for choice in option.get("choices") or []]
    if choices and value not in choices:
        raise TypedWrongError(f"{name}: choose one of the options offered")
    size = len(value) if option["type"] == STRING else value
    low = option.get("min_length" if option["type"] == STRING else "min_value")
    high = option.get("max_length" if option["type"] == STRING else "max_value")
    if (low is not None and size < low) or (high is not None and size > high):
        raise TypedWrongError(f"{name}: out of the allowed range")
    return value
