"""The settings of every part that is installed, read at once, for the installation or with a brand's own on top."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from mutuals.domain import routing
from mutuals.domain.errors import SettingsError
from mutuals.domain.ids import in_workspace
from mutuals.domain.model import AlertKind
from mutuals.domain.policy import Policy
from mutuals.domain.routing import OFF, RoutingRule
from mutuals.ports.integration import ChatIntegration, NetworkIntegration
from mutuals.ports.outbound import passwords
from mutuals.ports.settings import Section, variable
from mutuals.service import integrations, logs
from mutuals.service.hand_off_settings import HandOffSettings
from mutuals.service.policy_settings import PolicySettings
from mutuals.service.policy_values import policy_from
from mutuals.service.settings import CoreSettings, load, read_sections, secrets_of
from mutuals.service.settings_check import examined


@dataclass(frozen=True, slots=True)
class Settings:
    """All sections, read at once."""

    core: CoreSettings
    sections: dict[type[Section], Section]
    notices: tuple[str, ...] = ()  # what is odd and does not keep Mutuals from working

    @classmethod
    def read(cls, own: Mapping[str, str] | None = None) -> Self:
        """Read everything, with a brand's own settings on top. Raises SettingsError with every mistake: names that
        nobody reads, values that are not usable, and what is set by half.
        """
        classes = known_sections()
        sections, mistakes = read_sections(classes, own)
        logs.hide(*secrets_of(sections.values()), *passwords())
        doubts = examined(classes, sections, _parts())
        if wrong := list(dict.fromkeys([*mistakes, *doubts.mistakes])):
            raise SettingsError(wrong)
        return cls._of(sections, doubts.notices)

    @classmethod
    def _of(cls, sections: dict[type[Section], Section], notices: tuple[str, ...] = ()) -> Self:
        logs.hide(*secrets_of(sections.values()))
        core = sections[CoreSettings]
        assert isinstance(core, CoreSettings)
        return cls(core, sections, notices)

    def with_own(self, own: Mapping[str, str]) -> Self:
        """These, with a brand's own settings on top; only the sections that they touch are read. Raises SettingsError."""
        touched = [
            one for one in self.sections if any(variable(one, name) in own for name in one.own_fields())
        ]
        return self._of(self.sections | load(touched, own), self.notices) if touched else self

    def policy(self) -> Policy:
        """How the brand wants to be told."""
        section = self.sections.get(PolicySettings)
        found = policy_from(section) if isinstance(section, PolicySettings) else Policy()
        return replace(found, routes=self.routes())

    def hand_off(self) -> HandOffSettings:
        """The way out for cases that are handed off."""
        section = self.sections.get(HandOffSettings)
        return section if isinstance(section, HandOffSettings) else HandOffSettings()

    def of(self, part: NetworkIntegration | ChatIntegration) -> Section:
        """The settings of one integration."""
        return self.sections[part.settings]

    def routes(self) -> tuple[RoutingRule, ...]:
        """Which alerts go to another channel."""
        section = self.sections.get(PolicySettings)
        rules = routing.parse(section.routes) if isinstance(section, PolicySettings) else ()
        spaces = self.workspaces()
        return tuple(replace(rule, channels=_in_workspaces(rule.channels, spaces)) for rule in rules)

    def workspaces(self) -> dict[str, str]:
        """In which workspace each chat is told, of the chats that have several."""
        found = {name: part.workspace(self.of(part)) for name, part in integrations.chats().items()}
        return {name: workspace for name, workspace in found.items() if workspace}

    def mentions(self) -> dict[str, str]:
        """Whom a call for help mentions in each chat; "" for nobody."""
        return {name: part.mention(self.of(part)) for name, part in integrations.chats().items()}

    def channels(self) -> dict[str, dict[AlertKind, str]]:
        """Where the chats' settings send which kind of alert."""
        found = {}
        for name, part in integrations.chats().items():
            channels = {kind: part.channel(self.of(part), kind) for kind in AlertKind}
            found[name] = {kind: channel for kind, channel in channels.items() if channel}
        return found


def _in_workspaces(channels: Mapping[str, str], workspaces: Mapping[str, str]) -> dict[str, str]:
    """The channels of a rule where these settings tell: nobody's rule leads into another workspace."""
    return {
        chat: one if one == OFF else in_workspace(workspaces.get(chat, ""), one)
        for chat, one in channels.items()
    }


def known_sections() -> list[type[Section]]:
    """The settings of every part that is installed."""
    return [CoreSettings, HandOffSettings, PolicySettings, *[part.settings for part in _parts()]]


def _parts() -> list[NetworkIntegration | ChatIntegration]:
    return [*integrations.networks().values(), *integrations.chats().values()]
