"""What is wrong with settings as a whole: names that nobody reads, and what is set by half or readable by strangers."""

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from mutuals.domain.errors import SettingsError
from mutuals.ports.integration import ChatIntegration, NetworkIntegration, SettingsConcerns
from mutuals.ports.outbound import unusable_proxies
from mutuals.ports.settings import Section, file_values, variable
from mutuals.service.settings import CoreSettings
from mutuals.service.unknown_settings import in_environment, in_file
from mutuals.storage.database_url import parse

Part = NetworkIntegration | ChatIntegration
OTHERS_MAY_READ = stat.S_IRGRP | stat.S_IROTH
_SECRET = ("TOKEN", "SECRET", "KEY", "PASSWORD", "HEADERS")  # in the name of what strangers must not read


def examined(
    classes: Sequence[type[Section]],
    sections: Mapping[type[Section], Section],
    parts: Sequence[Part],
    environment: Mapping[str, str] | None = None,
) -> SettingsConcerns:
    """All that is wrong beyond single values. Sections that could not be read are passed over."""
    known = {variable(section, name) for section in classes for name in section.model_fields}
    names = in_environment(known, environment)
    mistakes = [*_of_file(known), *names.mistakes, *dict.fromkeys(unusable_proxies())]
    notices = [*names.notices]
    core = sections.get(CoreSettings)
    listens = True  # of a service whose own settings can't be read nothing more is said
    if isinstance(core, CoreSettings):
        listens = core.http_address is not None
        mistakes += _of_database(core)
        if core.daily_dollars == 0:
            networks = " or ".join(one.title for one in parts if isinstance(one, NetworkIntegration))
            notices.append(f"MUTUALS_DAILY_DOLLARS is 0, so nothing is ever read on {networks}.")
    for part in parts:
        if part.settings in sections:
            found = part.doubts(sections[part.settings], listens)
            mistakes += found.mistakes
            notices += found.notices
    return SettingsConcerns(tuple(mistakes), tuple(notices))


def _of_file(known: set[str]) -> list[str]:
    try:
        file, values = file_values()
    except SettingsError as error:
        return error.mistakes
    return in_file(str(file), values, known)


def _of_database(core: CoreSettings) -> list[str]:
    try:
        parse(core.database_url)
    except SettingsError as error:
        return error.mistakes
    return []


def oddities(settings: Any) -> list[str]:
    """What is told at each start and by the doctor, and keeps nothing from working."""
    return [*settings.notices, *_open_file(), *_certificates()]


def _open_file() -> Iterator[str]:
    """A file with secrets that other users of this machine may read."""
    try:
        file, values = file_values()
        mode = file.stat().st_mode if file is not None else 0
    except (SettingsError, OSError):
        return
    secret = sorted(name for name in values if any(word in name.upper() for word in _SECRET))
    if file is not None and secret and mode & OTHERS_MAY_READ and os.name == "posix":
        yield (
            f"Other users of this machine can read {file}, which holds {', '.join(secret)}. "
            f"Write: chmod 600 {file}"
        )


def _certificates() -> Iterator[str]:
    """OpenSSL passes over a CA file that is not there, and then trusts nobody."""
    named = os.environ.get("SSL_CERT_FILE")
    if named and not Path(named).is_file():
        yield f"SSL_CERT_FILE names {named}, and there is no such file, so no certificate is trusted. Correct it."
    elif not named and not os.environ.get("SSL_CERT_DIR"):
        other = next((one for one in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE") if os.environ.get(one)), None)
        if other:
            yield f"{other} does nothing in Mutuals. If you need your company's CA, name its file in SSL_CERT_FILE."
