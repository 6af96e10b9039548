"""Settings: environment variables or `mutuals.toml`, the same names; every mistake reported at once."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, Literal
from urllib.parse import unquote, urlsplit

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic.fields import FieldInfo

from mutuals.domain.errors import SettingsError
from mutuals.ports.settings import Section, brands_own, variable


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
    token = brands_own.set(own or {})
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
        brands_own.reset(token)
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
    if error["type"] == "string_too_long":
        return f"write at most {context['max_length']} characters"
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

    per_brand: ClassVar[frozenset[str]] = frozenset(
        {"poll_seconds", "daily_dollars", "monthly_dollars", "recheck_percent", "keep_days"}
    )

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
        default=60.0,
        ge=1.0,
        le=21600.0,
        description="Seconds between two looks at a brand's network (1 to 21600).",
    )
    daily_dollars: float = Field(
        default=10.0,
        ge=0.0,
        description="Hard limit of spending on its network per brand and UTC day, in dollars.",
    )
    monthly_dollars: float = Field(
        default=0.0,
        ge=0.0,
        description="Budget of spending on its network per brand and UTC month, in dollars. The chats are told at 80 %; near "
        "its end the least needed stops first, complaints last. 0: only the daily limit holds.",
    )
    recheck_percent: float = Field(
        default=10.0,
        ge=0.0,
        le=1000.0,
        description="How much looking again at quoted posts may cost, to notice deletions, in percent of all else that is "
        "spent on the brand's network (0 to 1000).",
    )
    keep_days: int = Field(
        default=90,
        ge=30,
        le=3650,
        description="Days after which posts and people that nothing needs any more are deleted (30 to 3650); never before "
        "the fans' window is over.",
    )
    http_address: str | None = Field(
        default=None,
        description="HOST:PORT for health and for Slack in HTTP mode, e.g. 127.0.0.1:8080 or [::1]:8080. Unset: "
        "nothing listens.",
    )

    @field_validator("daily_dollars", "monthly_dollars")
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
