"""A setting's value with its grounds: where it comes from, and who set it. Pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Origin(StrEnum):
    """Where the value of a setting comes from. Each wins over those below it."""

    CHAT = "chat"
    COMMAND = "command"  # `mutuals brand set`
    ENVIRONMENT = "environment"
    FILE = "file"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class SettingName:
    """A setting by the name of its field; `chat` names the chat whose own setting it is ("": of none)."""

    field: str
    chat: str = ""


@dataclass(frozen=True, slots=True)
class SettingValue:
    """What holds now, as it would be typed ("": nothing), and why; `below` is what holds once it is put back."""

    name: SettingName
    value: str
    origin: Origin
    by: str = ""  # who set it in a chat, and when
    at: datetime | None = None
    below: str = ""
    below_origin: Origin = Origin.DEFAULT
    place: str = ""  # the name of the file or the variable that `below` comes from

    @property
    def own(self) -> bool:
        """Is it set for this brand, so that it can be put back?"""
        return self.origin in (Origin.CHAT, Origin.COMMAND)
