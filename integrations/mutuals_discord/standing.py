"""Who has which role now: as the settings say, or as it was set in Discord; and who has acted lately, to try a change on."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from typing import Any

import discord

from mutuals.domain.errors import TryAgain
from mutuals.domain.model import Actor
from mutuals.ports.integration import ChatKit, RoleCheck
from mutuals_discord import actors, commands
from mutuals_discord.channels import ChannelDirectory

MOST = 200  # people whose standing in the server is at hand


class Standing:
    """Of one chat: it outlives its connections."""

    def __init__(self, grants: actors.Grants, kit: ChatKit) -> None:
        self.grants = grants
        self._kit = kit
        self._acting: OrderedDict[str, actors.Membership] = OrderedDict()
        self._showing: asyncio.Task[None] | None = None
        self.show: Callable[[], Coroutine[Any, Any, None]] | None = (
            None  # shows the commands to others than before
        )

    async def refresh(self) -> None:
        """Know of roles that somebody has set in the meantime."""
        grants = await self._kit.roles("")
        if grants is None or grants == self.grants:
            return
        shown_to_others, self.grants = bool(grants) != bool(self.grants), grants
        if shown_to_others and self.show is not None:
            self._showing = asyncio.create_task(self.show())

    async def who(self, interaction: discord.Interaction[Any], directory: ChannelDirectory) -> Actor:
        """The person who acts, by what holds now."""
        await self.refresh()
        actor = actors.actor(interaction, self.grants, directory)
        membership = actors.membership_of(interaction, directory)
        if membership is not None:
            self._acting[actor.id] = membership
            self._acting.move_to_end(actor.id)
            while len(self._acting) > MOST:
                self._acting.popitem(last=False)
        return actor

    async def check(self, person_id: str, grants: actors.Grants, directory: ChannelDirectory) -> RoleCheck:
        """What these grants would mean for somebody who has just acted: Discord lets nobody look up how others stand.
        Raises TryAgain where they have not."""
        one = self._acting.get(person_id)
        if one is None:
            raise TryAgain("Discord has not said how you stand in the server.")
        return RoleCheck(actors.role_of(one, grants, directory)[0], await actors.unknown(one.guild, grants))

    async def show_commands(
        self, tree: discord.app_commands.CommandTree[Any], directory: ChannelDirectory
    ) -> None:
        """To those who may have them now: with roles, to everybody, and who has none is told so."""
        await self.refresh()
        for guild in sorted(directory.guilds):
            await commands.register(tree, self.grants, guild, self._kit.memory)
