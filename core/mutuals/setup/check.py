"""`mutuals setup --check`: what is configured, and whether setup itself is whole; asks nobody and changes nothing."""

from dataclasses import dataclass

from mutuals.domain.errors import SettingsError
from mutuals.pages.server import OURS, Templates
from mutuals.ports.integration import NetworkIntegration
from mutuals.service.all_settings import Settings
from mutuals.service.settings_check import oddities
from mutuals.setup.draft import Draft, Part, guide_of, offered
from mutuals.setup.page import TEMPLATES

NEEDED = frozenset(
    {"setup.html", "start.html", "step.html", "test.html", "consent.html", "finish.html", "over.html"}
)


@dataclass(frozen=True, slots=True)
class OfflineReport:
    """What there is to say, line by line. `fine`: nothing is wrong; what is not configured is not wrong."""

    lines: tuple[str, ...]
    fine: bool


async def offline_check() -> OfflineReport:
    """Look at the settings and at setup's own parts. No request leaves this machine."""
    missing = sorted(NEEDED - set(Templates(TEMPLATES).names()))
    missing += [one for one in ("pages.css", "pages.js") if not (OURS / "static" / one).is_file()]
    if missing:
        return OfflineReport(
            (f"Setup is not whole: {', '.join(missing)} is missing. Install Mutuals again.",), fine=False
        )
    try:
        settings = Settings.read()
        draft = Draft()
    except SettingsError as error:
        return OfflineReport(tuple(error.mistakes), fine=False)
    lines = [await _line(draft, settings, name, part) for name, part in offered().items()]
    lines += oddities(settings)
    ready = all(line.endswith("is configured.") for line in lines)
    lines.append(
        "What can be checked without asking anybody is fine. " + ("mutuals doctor asks the services." if ready else "To "
        "connect what is missing: mutuals setup")
    )  # fmt: skip
    return OfflineReport(tuple(lines), fine=True)


async def _line(draft: Draft, settings: Settings, name: str, part: Part) -> str:
    title = guide_of(part).title
    if isinstance(part, NetworkIntegration):
        to_do = part.to_do(settings.of(part), await draft.signed_in(name))
        return f"{title} is not configured. {to_do}" if to_do else f"{title} is configured."
    lacks = part.missing(settings.of(part))
    return f"{title} is not configured: {', '.join(lacks)}." if lacks else f"{title} is configured."
