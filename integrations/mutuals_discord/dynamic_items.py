"""The two dynamic items: every button and select of ours, told to the client by its custom_id alone.

Registered once at start, they answer buttons of any age: nothing about a message is kept in memory.
"""

import re
from typing import Any

import discord
from discord import ui

from mutuals_discord import actions


class AlertButton(ui.DynamicItem[ui.Button[Any]], template=actions.BUTTON_TEMPLATE):
    """A button under an alert or a private answer."""

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> "AlertButton":
        """Wrap the button that was pressed; the custom_id is judged later, so that a damaged one gets an answer."""
        assert isinstance(item, ui.Button)
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press to the client."""
        await interaction.client.pressed(interaction, self.custom_id)


class AlertSelect(ui.DynamicItem[ui.Select[Any]], template=actions.SELECT_TEMPLATE):
    """The "More…" menu or the choice of a holding reply."""

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> "AlertSelect":
        """Wrap the select that was used."""
        assert isinstance(item, ui.Select)
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the choice to the client: a menu's option is itself a custom_id, a pick is a value."""
        chosen = self.item.values[0] if self.item.values else ""
        key = actions.decode(self.custom_id)
        if key and key.verb == actions.PICK:
            await interaction.client.picked(interaction, key.alert_id, chosen)
        else:
            await interaction.client.pressed(interaction, chosen)
