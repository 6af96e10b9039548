"""Settings: environment variables or `mutuals.toml`, the same names; every mistake reported at once."""

import json
import os
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from contextvars import ContextVar
from pathlib import Path
from typing import Any, ClassVar, Literal, TypeVar
from urllib.parse import unquote, urlsplit

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, EnvSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from mutuals.domain.errors import SettingsError
from mutuals.saved import NotText, read_text, typographic
from mutuals.settings_names import FILE_VARIABLE

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
_brands_own: ContextVar[Mapping[str, str]] = ContextVar("mutuals_brands_own_settings")


class _BrandSource(EnvSettingsSource):
    """Reads a brand's own settings while `load` reads for that brand."""

    def _load_env_vars(self) -> Mapping[str, str | None]:
        return {name.lower(): value for name, value in _brands_own.get({}).items()}


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


def load(
    sections: Sequence[type[Section]], own: Mapping[str, str] | None = None
) -> dict[type[Section], Section]:
    """Read all sections, with a brand's `own` settings by variable name on top.

    Raises SettingsError with one sentence for every mistake in any of them.
    """
    loaded, mistakes = read_sections(sections, own)
    if mistakes:
        raise SettingsError(mistakes)
    return loaded


def read_sections(
    sections: Sequence[type[Section]], own: Mapping[str, str] | None = None
) -> tuple[dict[type[Section], Section], list[str]]:
    """The sections that could be read, and one sentence for every mistake in the others."""
    token = _brands_own.set(own or {})
    loaded: dict[type[Section], Section] = {}
    mistakes: list[str] = []
    try:
        for section in sections:
            try:
                loaded[section] = section()
            except ValidationError as error:
                mistakes += [_sentence(section, dict(one)) for one in error.errors(include_input=False)]
            except SettingsError as error:
                mistakes += error.mistakes
    finally:
        _brands_own.reset(token)
    return loaded, list(dict.fromkeys(mistakes))


def secrets_of(sections: Iterable[Section]) -> list[str]:
    """Every secret in these settings, passwords in addresses included."""
    found: list[str] = []
    for value in (value for section in sections for value in section.model_dump().values()):
        inside = value.values() if isinstance(value, dict) else [value]
        for one in inside:
            if isinstance(one, SecretStr):
                whole = one.get_secret_value()
                found += [whole, *(part.strip() for part in whole.split(","))]
            elif isinstance(one, str) and "://" in one and (password := _password(one)):
                found += [password, unquote(password)]
    return found


def _password(url: str) -> str | None:
    try:
        return urlsplit(url).password
    except ValueError:
        return None


def _sentence(section: type[Section], error: Mapping[str, Any]) -> str:
    field = str(error["loc"][0])
    said = _what_to_write(section.model_fields[field], error)
    return f"{variable(section, field)} is not usable: {said}."


def _what_to_write(field: FieldInfo, error: Mapping[str, Any]) -> str:
    """Our words for the library's."""
    context = error.get("ctx", {})
    if error["type"] == "value_error":
        return str(context["error"])  # of one of our own validators
    if "expected" in context:
        return f"write {context['expected'].replace(chr(39), '')}"
    if field.annotation is bool:
        return "write true or false"
    if field.annotation in (int, float):
        return _number(field)
    return f"write it like {' or '.join(map(str, field.examples or []))}"


def _number(field: FieldInfo) -> str:
    limits = {end: getattr(one, end) for one in field.metadata for end in ("ge", "le") if hasattr(one, end)}
    kind = "a whole number" if field.annotation is int else "a number"
    if "le" in limits and "ge" in limits:
        return f"write {kind} from {limits['ge']:g} to {limits['le']:g}"
    return f"write {kind}, {limits['ge']:g} or more"


def default_database_url() -> str:
    """SQLite in the user's data directory. Raises SettingsError where the machine knows no such directory."""
    try:
        folder = user_data_path("mutuals")
    except RuntimeError:  # what newer releases of the library raise
        folder = Path()
    if not folder.is_absolute():  # HOME is not set, and the user stands in no list of users
        said = (
            "This user has no home directory (HOME is not set), so there is no place for the database. "
            "Set MUTUALS_DATABASE_URL, e.g. to sqlite:////var/lib/mutuals/mutuals.db, or set HOME."
        )
        raise SettingsError([said])
    return f"sqlite:///{folder / 'mutuals.db'}"


def host_and_port(address: str) -> tuple[str, int]:
    """The two parts of HOST:PORT; an IPv6 address stands in brackets. Raises ValueError with what to write."""
    try:
        parts = urlsplit(f"//{address}")
        host, port = parts.hostname, parts.port
    except ValueError as error:
        if "range" in str(error):
            raise ValueError("a port is at most 65535") from None
        host = port = None
    if not host or port is None or parts.netloc != address or "@" in address or re.search(r"\s", address):
        many = address.count(":") > 1
        raise ValueError(
            "write an IPv6 address in brackets, like [::1]:8080"
            if many
            else "write it like 127.0.0.1:8080 (HOST:PORT)"
        )
    return host, port


MOST_DOLLARS = 1_000_000  # a day; what is counted in millionths must fit into the database


class CoreSettings(Section):
    """What the service itself needs."""

    per_brand: ClassVar[frozenset[str]] = frozenset({"poll_seconds", "daily_dollars"})

    database_url: str = Field(
        default_factory=default_database_url,
        description="Where everything is kept: sqlite:///PATH or postgresql://USER:PASSWORD@HOST/NAME. "
        "Default: a SQLite file in your data directory.",
    )
    ledger_anchor_file: str | None = Field(
        default=None,
        description="A file for the ledger's anchor, which shows when the ledger was cut or written anew; best on another "
        "disk than the database, one file for each node. Default: beside the SQLite database; none with PostgreSQL.",
    )
    engine: Literal["inprocess", "procrastinate"] = Field(
        default="inprocess",
        description="Who runs the work: `inprocess` (one process), or `procrastinate` (any number of nodes "
        "that share one PostgreSQL).",
    )
    engine_connections: int = Field(
        default=4,
        ge=2,
        le=50,
        description="With `procrastinate`: at most so many connections of the engine to PostgreSQL from each node, "
        "and one more that listens (2 to 50).",
    )
    secret_key: SecretStr | None = Field(
        default=None,
        description="Encrypts the tokens at rest: at least 16 characters, e.g. of `openssl rand -base64 32`. Several "
        "keys are separated by commas: the first one seals, all of them open. Must be set with PostgreSQL. Default: a "
        "key file beside the SQLite database, readable only by you.",
    )
    poll_seconds: float = Field(
        default=60.0, ge=1.0, le=21600.0, description="Seconds between two looks at X (1 to 21600)."
    )
    daily_dollars: float = Field(
        default=10.0, ge=0.0, description="Hard limit of X spending per brand and UTC day, in dollars."
    )
    http_address: str | None = Field(
        default=None,
        description="HOST:PORT for health and for Slack in HTTP mode, e.g. 127.0.0.1:8080 or [::1]:8080. Unset: "
        "nothing listens.",
    )

    @field_validator("daily_dollars")
    @classmethod
    def _check_dollars(cls, value: float) -> float:
        if value > MOST_DOLLARS:
            raise ValueError(f"write at most {MOST_DOLLARS}: a larger limit is none")
        return value

    @field_validator("http_address")
    @classmethod
    def _check_address(cls, value: str | None) -> str | None:
        if value is not None:
            host_and_port(value)
        return value

    @field_validator("engine")
    @classmethod
    def _check_engine(cls, value: str, info: ValidationInfo) -> str:
        if value == "procrastinate" and not str(info.data.get("database_url", "postgres")).startswith(
            "postgres"
        ):
            raise ValueError(
                "procrastinate needs PostgreSQL, and MUTUALS_DATABASE_URL names SQLite. Set it to "
                "postgresql://USER:PASSWORD@HOST/NAME, or take MUTUALS_ENGINE=inprocess"
            )
        return value
