"""The port to a brand's settings as the team sees and changes them in the chats."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from mutuals.domain.model import Actor
from mutuals.domain.setting_values import SettingName, SettingValue


class BrandSettings(Protocol):
    """Reads and changes what holds for one brand, for all processes and from the next moment on."""

    async def values(self, brand_id: str, names: Sequence[SettingName]) -> Mapping[SettingName, SettingValue]:
        """What holds now; settings that nobody knows (of a chat that is not installed) are left out."""
        ...

    async def change(
        self, brand_id: str, changes: Mapping[SettingName, str], by: Actor
    ) -> Mapping[SettingName, str]:
        """Set these, all or none; an empty value puts one back. An entry of the ledger says what was changed.

        Gives for each value that is not usable a sentence that says what is; then nothing has changed.
        """
        ...


class NoBrandSettings:
    """Nothing can be seen or changed, e.g. in a backtest."""

    async def values(self, brand_id: str, names: Sequence[SettingName]) -> Mapping[SettingName, SettingValue]:
        """See BrandSettings.values."""
        return {}

    async def change(
        self, brand_id: str, changes: Mapping[SettingName, str], by: Actor
    ) -> Mapping[SettingName, str]:
        """See BrandSettings.change."""
        return dict.fromkeys(changes, "Settings can't be changed here.")
