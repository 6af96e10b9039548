"""What the settings of one part are made of: variables or lines of `mutuals.toml`, by the same names."""

import json
import os
import re
import tomllib
from collections.abc import Mapping
from contextvars import ContextVar
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from pydantic import field_validator
from pydantic_settings import BaseSettings, EnvSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from mutuals.domain.errors import SettingsError
from mutuals.ports.text_files import NotText, read_text, typographic

FILE_VARIABLE = "MUTUALS_SETTINGS_FILE"
DEFAULT_FILE = "mutuals.toml"


def _settings_file() -> Path | None:
    """The file to read, None when there is none. Raises SettingsError when the one that is named does not exist."""
    named = os.environ.get(FILE_VARIABLE)
    file = Path(DEFAULT_FILE if named is None else named)
    if named and not file.exists():
        raise SettingsError(
            [f"There is no file {file}, which {FILE_VARIABLE} names. Correct the variable, or take it away."]
        )
    return file if named != "" and file.exists() else None


class _TomlSource(EnvSettingsSource):
    """Reads `mutuals.toml`, whose keys are the variables' names."""

    def _load_env_vars(self) -> Mapping[str, str | None]:
        _, values = file_values()
        return {
            name.lower(): value if isinstance(value, str) else json.dumps(value, default=str)
            for name, value in values.items()
        }


def file_values() -> tuple[Path | None, dict[str, Any]]:
    """The file that is read, and what stands in it. Raises SettingsError, in words about the line that is wrong."""
    file = _settings_file()
    if file is None:
        return None, {}
    text = ""
    try:
        text = read_text(file)
        return file, tomllib.loads(text)
    except NotText as error:
        raise SettingsError([f"{file} can't be read: {error}"]) from error
    except (ValueError, RecursionError, OSError) as error:  # no TOML, a number of 5,000 digits
        why = _typographic_line(text, str(error)) or getattr(error, "strerror", None) or error
        raise SettingsError([f"{file} can't be read: {why}. Correct the file, or move it away."]) from error


def _typographic_line(text: str, said: str) -> str:
    """The line at which the reader stopped, if what stopped it is what a word processor wrote."""
    at = re.search(r"at line (\d+)", said)
    lines = text.splitlines()
    if at is None or int(at[1]) > len(lines):
        return ""
    why = typographic(lines[int(at[1]) - 1])
    return f"line {at[1]}: {why}" if why else ""


EVERY = frozenset({"*"})
_QUOTES = frozenset("\"'“”„‟‘’‚‛«»")  # an env file of Docker keeps them, and so do pasted texts
OFF = "off"  # as a channel: not told in this chat; for a brand that should not inherit it
brands_own: ContextVar[Mapping[str, str]] = ContextVar("mutualsbrands_own_settings")


class _BrandSource(EnvSettingsSource):
    """Reads a brand's own settings while `load` reads for that brand."""

    def _load_env_vars(self) -> Mapping[str, str | None]:
        return {name.lower(): value for name, value in brands_own.get({}).items()}


class Section(BaseSettings):
    """The settings of one part. Subclasses set `env_prefix` and give every field a description, and examples to
    those with a pattern: they stand in the sentence about a mistake.

    `per_brand` names the fields that a brand may have for itself (EVERY: all of them).
    """

    per_brand: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def own_fields(cls) -> list[str]:
        """The fields that a brand may have for itself."""
        return [name for name in cls.model_fields if cls.per_brand == EVERY or name in cls.per_brand]

    model_config = SettingsConfigDict(
        env_prefix="MUTUALS_",
        env_ignore_empty=True,
        extra="ignore",
        hide_input_in_errors=True,
        allow_inf_nan=False,
    )

    @field_validator("*", mode="before")
    @classmethod
    def _is_text(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        try:
            value.encode()
        except UnicodeEncodeError:
            raise ValueError("it holds bytes that are no UTF-8 text") from None
        if len(bare := value.strip()) > 1 and bare[0] in _QUOTES and bare[-1] in _QUOTES:
            raise ValueError("it stands in quotation marks; take them away")
        return value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is passed in wins, then the brand's own, then the environment, then the file."""
        return init_settings, _BrandSource(settings_cls), env_settings, _TomlSource(settings_cls)


def variable(section: type[Section], field: str) -> str:
    """The name of a field's environment variable."""
    return f"{section.model_config['env_prefix']}{field}".upper()


SectionT = TypeVar("SectionT", bound=Section)
