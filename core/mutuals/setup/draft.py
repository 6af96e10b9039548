"""The installation as far as it is set up: settings that may be incomplete, and what the walk remembers beside them."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mutuals.domain.errors import MutualsError, SettingsError
from mutuals.ports.integration import ChatIntegration, NetworkIntegration
from mutuals.ports.settings import variable
from mutuals.ports.setup import SetupGuide
from mutuals.service import integrations, logs
from mutuals.service.all_settings import Settings, known_sections
from mutuals.service.bootstrap import Installation
from mutuals.service.settings import read_sections, secrets_of
from mutuals.setup.settings_file import path_of_settings, write_settings

REMEMBERED = ".mutuals-setup.json"  # beside the settings; holds no secret
Part = NetworkIntegration | ChatIntegration


def offered() -> dict[str, Part]:
    """What is installed and can be connected by setup: chats first, by name."""
    parts: dict[str, Part] = {**integrations.chats(), **integrations.networks()}
    return {name: part for name, part in parts.items() if part.setup is not None}


def guide_of(part: Part) -> SetupGuide:
    """The guide of an integration that has one."""
    assert part.setup is not None
    return part.setup()


@dataclass(slots=True)
class Memory:
    """What the walk remembers from one run to the next. `tested` are channels, "chat/channel", whose test was seen."""

    chosen: list[str] = field(default_factory=list)
    tested: list[str] = field(default_factory=list)
    greeted: list[str] = field(default_factory=list)


class Draft:
    """The settings as they stand, read anew after each answer."""

    def __init__(self, file: Path | None = None) -> None:
        """Raises SettingsError where there is no file to write to."""
        self.file = file or path_of_settings()
        self.memory = self._remembered()
        self._read: tuple[tuple[object, ...], Settings] | None = None

    def settings(self) -> Settings:
        """What is set, half of it or whole; read again when it may have changed. Raises SettingsError for values that
        nobody could use."""
        now = self._state()
        if self._read is None or self._read[0] != now:
            self._read = now, self._settings()
        return self._read[1]

    def _state(self) -> tuple[object, ...]:
        """Differs when the file or the environment does."""
        try:
            found = self.file.stat()
        except OSError:
            return tuple(os.environ.items())
        return (found.st_mtime_ns, found.st_size, found.st_ino, *os.environ.items())

    @staticmethod
    def _settings() -> Settings:
        sections, mistakes = read_sections(known_sections())
        if mistakes:
            raise SettingsError(mistakes)
        logs.hide(*secrets_of(sections.values()))
        core = sections[known_sections()[0]]
        return Settings(core, sections)  # type: ignore[arg-type]  # the first of the known ones is the core's

    def write(self, part: Part, values: Mapping[str, str]) -> None:
        """Write an integration's settings, by field. Raises SettingsError, also where the environment overrules the file."""
        named = {variable(part.settings, name): value for name, value in values.items()}
        overruled = [
            name for name, value in named.items() if os.environ.get(name) and os.environ[name] != value
        ]
        if overruled:
            names = " and ".join(overruled)
            raise SettingsError(
                [
                    (
                        f"{names} is set in the environment, which wins over the file. Take it away there "
                        f"(unset {' '.join(overruled)}), then start mutuals setup again."
                    )
                ]
            )
        write_settings(self.file, {one: value for one, value in named.items() if not os.environ.get(one)})

    def remember(self) -> None:
        """Keep the memory; without it only the choice is asked again."""
        try:
            self._memory_file.write_text(
                json.dumps(
                    {
                        "chosen": self.memory.chosen,
                        "tested": self.memory.tested,
                        "greeted": self.memory.greeted,
                    }
                ),
                encoding="utf-8",
            )
        except OSError:
            return  # a folder that is not ours: the settings themselves could not be written either

    @property
    def _memory_file(self) -> Path:
        return self.file.with_name(REMEMBERED)

    def _remembered(self) -> Memory:
        try:
            found = json.loads(self._memory_file.read_text(encoding="utf-8"))
            return Memory(*(_names(found.get(one)) for one in ("chosen", "tested", "greeted")))
        except (OSError, ValueError, AttributeError):
            return Memory()

    def chosen(self) -> list[str]:
        """What the person chose, or, before that, what is set up in part already; in the order of `offered`."""
        wanted = {*self.memory.chosen, *self.begun()}
        return [name for name in offered() if name in wanted]

    def begun(self) -> list[str]:
        """What is set up already, whole or in part."""
        settings = self.settings()
        return [name for name, part in offered().items() if _begun(settings, part)]

    async def signed_in(self, name: str) -> bool:
        """Was the network's consent given, here or on another day?"""
        settings = self.settings()
        part = integrations.networks()[name]
        if not part.to_do(settings.of(part), False):
            return True
        try:
            store = await Installation.open_store(settings)
        except MutualsError:
            return False  # no database yet: nobody has signed in
        try:
            return await store.get(f"signed_in/{name}") is not None
        finally:
            await store.close()


def _names(value: Any) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []


def _begun(settings: Settings, part: Part) -> bool:
    """Something of it is set: a secret, or an app to sign in with."""
    section = settings.of(part)
    fields = {name for name in type(section).model_fields if name.endswith(("token", "client_id"))}
    return any(getattr(section, name) is not None for name in fields)
