"""A brand's settings as the chats see and change them: what holds, where it comes from, and who changed it."""

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from pydantic import SecretStr
from pydantic_settings import BaseSettings

from mutuals.cards.markup import calm
from mutuals.domain.errors import MutualsError, Refused, SettingsError
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.domain.model import Actor, Brand
from mutuals.domain.setting_values import Origin, SettingName, SettingValue
from mutuals.ports.chat import Chat
from mutuals.ports.settings import Section, file_values, variable
from mutuals.service import brand_admin, integrations, logs
from mutuals.service.bootstrap import Installation, Settings, known_sections
from mutuals.service.chat_roles import FIELDS as ROLE_FIELDS
from mutuals.service.policy_settings import PolicySettings

IN_CHAT = "in_chat"  # among a brand's own settings: variable -> who set it in a chat, when, and to what
LONGEST = 2000  # characters of what an entry says


@dataclass(frozen=True, slots=True)
class _Set:
    """Who set a variable in a chat, and when; it counts as long as the value is still theirs."""

    value: str
    by: str
    at: datetime


class StoredBrandSettings:
    """Implements `mutuals.ports.brand_settings.BrandSettings` over the store. `changed` is called with the id of a
    brand whose settings are others now."""

    def __init__(
        self,
        installation: Installation,
        changed: Callable[[str], None] = lambda _: None,
        chats: Callable[[], Mapping[str, Chat]] = dict,
    ) -> None:
        """`chats` gives those that run: they say what a change of roles would mean."""
        self._installation = installation
        self._changed = changed
        self._chats = chats

    async def values(self, brand_id: str, names: Sequence[SettingName]) -> Mapping[SettingName, SettingValue]:
        """See BrandSettings.values."""
        brand = await self._brand(brand_id)
        known = {one: found for one in names if (found := _field(one)) is not None}
        values = {name: _value(self._installation.settings, brand, name, *known[name]) for name in known}
        for chat in dict.fromkeys(one.chat for one in names if _is_role(one)):
            values |= await self._roles(
                brand, chat, [one for one in names if _is_role(one) and one.chat == chat]
            )
        return values

    async def _roles(
        self, brand: Brand, chat: str, names: Sequence[SettingName]
    ) -> Mapping[SettingName, SettingValue]:
        """Of the chat, or of the workspace of it in which the brand is told."""
        part, settings = integrations.chats()[chat], self._installation.settings
        below = {name.field: _of_all(settings, name, part.settings) for name in names}
        workspace = self._installation.workspaces_of(brand).get(chat, "")
        return await self._installation.roles.values(chat, workspace, names, below)

    async def change(
        self, brand_id: str, changes: Mapping[SettingName, str], by: Actor
    ) -> Mapping[SettingName, str]:
        """See BrandSettings.change."""
        brand = await self._brand(brand_id)
        typed = {name: calm(value).strip() for name, value in changes.items()}
        if roles := {name: value for name, value in typed.items() if _is_role(name)}:
            return await self._change_roles(brand, roles, by)
        own = {variable(*found): typed[name] for name in typed if (found := _field(name)) is not None}
        wrong = {name: why for name in typed if (why := self._mistake(name, typed[name]))}
        if wrong:
            return wrong
        if together := self._together({**brand.settings, **own}):
            return dict.fromkeys(list(typed)[:1], together)
        at = self._installation.clock.now()
        await self._installation.store.change_brand(brand_id, lambda now: _changed(now, own, by, at))
        self._changed(brand_id)
        return {}

    async def _change_roles(
        self, brand: Brand, roles: Mapping[SettingName, str], by: Actor
    ) -> Mapping[SettingName, str]:
        """Those of the chat in which somebody types: what they may do in another one says nothing here."""
        if any(name.chat != by.chat for name in roles):
            return dict.fromkeys(roles, "Roles of a chat are set in that chat.")
        workspace = self._installation.workspaces_of(brand).get(by.chat, "")
        at, there = self._installation.clock.now(), self._chats().get(by.chat)
        return await self._installation.roles.change(by.chat, workspace, roles, by, at, there)

    def _mistake(self, name: SettingName, value: str) -> str:
        """What is wrong with one value by itself; "": nothing."""
        found = _field(name)
        if found is None:
            return "There is no such setting here."
        if not value:
            return ""
        try:
            self._installation.settings.with_own({variable(*found): value})
        except SettingsError as error:
            said = error.mistakes[0].partition(" is not usable: ")[2] or error.mistakes[0]
            return said[:1].upper() + said[1:]
        return ""

    def _together(self, own: Mapping[str, str]) -> str:
        """What is wrong with all of them at once."""
        try:
            self._installation.settings.with_own({name: value for name, value in own.items() if value})
        except SettingsError as error:
            return error.mistakes[0]
        return ""

    async def _brand(self, brand_id: str) -> Brand:
        brand = await self._installation.store.brand(brand_id)
        if brand is None:
            raise Refused("Mutuals does not watch this brand any more.")
        return brand


def _field(name: SettingName) -> tuple[type[Section], str] | None:
    """The section and the field that a name stands for; None where there is none that a brand can have."""
    part = integrations.chats().get(name.chat)
    section: type[Section] | None = PolicySettings if not name.chat else part.settings if part else None
    return (section, name.field) if section is not None and name.field in section.own_fields() else None


def _is_role(name: SettingName) -> bool:
    """Does it say who has a role in a chat whose roles can be set there?"""
    part = integrations.chats().get(name.chat)
    return name.field in ROLE_FIELDS and part is not None and name.field in part.settings.model_fields


def _of_all(settings: Settings, name: SettingName, section: type[Section]) -> SettingValue:
    """What holds for all brands."""
    value, origin, place = _below(settings, section, name.field)
    return SettingValue(name, value, origin, below=value, below_origin=origin, place=place)


def _changed(brand: Brand, own: Mapping[str, str], by: Actor, at: datetime) -> tuple[Brand, Decision]:
    """The brand with these on top; what stays the same keeps whoever set it."""
    news = {name: value for name, value in own.items() if brand.settings.get(name, "") != value}
    settings = {name: value for name, value in {**brand.settings, **news}.items() if value}
    marks = {name: one for name, one in _marks(brand).items() if name not in news}
    marks |= {name: _Set(value, by.name, at) for name, value in news.items() if value}
    said = " ".join(
        f"{name}: {brand.settings.get(name) or 'not set here'}, now {value or 'not set here'}."
        for name, value in news.items()
    )
    doc = {name: [one.value, one.by, one.at.isoformat()] for name, one in marks.items()}
    changed = replace(brand, settings={**settings, IN_CHAT: json.dumps(doc, ensure_ascii=False)})
    text = logs.blank(said or "Nothing was changed.")[:LONGEST]
    return changed, Decision(EntryKind.SETTING, by, "settings", text)


def _marks(brand: Brand) -> dict[str, _Set]:
    """Who set what in a chat, as far as it is still theirs: a command may have come after."""
    try:
        doc = json.loads(brand.settings.get(IN_CHAT, "{}"))
        marks = {name: _Set(value, by, datetime.fromisoformat(at)) for name, (value, by, at) in doc.items()}
    except (ValueError, TypeError, AttributeError):
        return {}
    return {name: one for name, one in marks.items() if brand.settings.get(name) == one.value}


def set_in_chat(brand: Brand) -> list[tuple[str, str, str, datetime]]:
    """What was set for a brand in the chats: the variable, its value, who set it and when."""
    return [(name, one.value, one.by, one.at) for name, one in sorted(_marks(brand).items())]


def _value(
    settings: Settings, brand: Brand, name: SettingName, section: type[Section], field: str
) -> SettingValue:
    named = variable(section, field)
    below, origin, place = _below(settings, section, field)
    own = brand.settings.get(named)
    if not own:
        return SettingValue(name, below, origin, below=below, below_origin=origin, place=place)
    mark = _marks(brand).get(named)
    held = SettingValue(name, own, Origin.COMMAND, below=below, below_origin=origin, place=place)
    return held if mark is None else replace(held, origin=Origin.CHAT, by=mark.by, at=mark.at)


def _below(settings: Settings, section: type[Section], field: str) -> tuple[str, Origin, str]:
    """What holds for all brands: the value, where it comes from, and the file's or the variable's name."""
    named = variable(section, field)
    value = text_of(getattr(settings.sections.get(section, section()), field))
    if os.environ.get(named):
        return value, Origin.ENVIRONMENT, named
    try:
        file, values = file_values()
    except MutualsError:
        file, values = None, {}
    if file is not None and named in {one.upper() for one in values}:
        return value, Origin.FILE, file.name
    return value, Origin.DEFAULT, ""


def text_of(value: Any) -> str:
    """A value as it would be typed; "" for none. Secrets are never shown."""
    if value is None or isinstance(value, SecretStr | BaseSettings):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return json.dumps(dict(value), ensure_ascii=False) if isinstance(value, Mapping) else str(value)


async def listed(installation: Installation, handle: str) -> list[dict[str, str]]:
    """Every setting that a brand may have for itself, secrets aside, with its value and where it comes from. Raises
    Refused when there is no such brand."""
    brand = await brand_admin.find(installation, handle)
    rows = []
    for name, secret in brand_admin.own_variables().items():
        section, field = _of_variable(name)
        if secret:
            continue
        found = _value(installation.settings, brand, SettingName(field), section, field)
        place = f" ({found.place})" if found.origin in (Origin.FILE, Origin.ENVIRONMENT) else ""
        since = f" by {found.by} on {found.at:%Y-%m-%d}, wins over the file" if found.at else ""
        rows.append({"name": name, "value": found.value, "from": f"{found.origin}{place}{since}"})
    return rows


def _of_variable(name: str) -> tuple[type[Section], str]:
    return next(
        (section, field)
        for section in known_sections()
        for field in section.own_fields()
        if variable(section, field) == name
    )
