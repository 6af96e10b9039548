"""What is of no single alert: a person's own page, the way from a message to an alert, the switch of all."""

from mutuals.actions import commands, home, pasted_links, permissions, responses
from mutuals.actions.role_changes import RolesSeen
from mutuals.alerting import kill_switch
from mutuals.cards import hidden_words
from mutuals.cards import home as home_page
from mutuals.cards.markup import Card, EphemeralReply, Intent
from mutuals.context import BrandContext, Context
from mutuals.domain.errors import MutualsError
from mutuals.domain.model import Actor
from mutuals.ports.interactions import Click

OTHERS = (
    "This holds for every brand of this Mutuals, and some are told in workspaces that you are not in, so it can't be done "
    "from here. Nothing was changed. Whoever runs Mutuals can do it: mutuals stop, mutuals start, or for one brand alone "
    "mutuals brand pause @brand"
)
SUGGESTED = 25  # names for somebody who types one
SEARCHED = 3  # brands whose names are offered in a channel of none: with every letter each costs a look into its people


class Pages:
    """A part of the interactions (`mutuals.ports.interactions.Interactions`)."""

    def __init__(self, ctx: Context, roles: RolesSeen) -> None:
        self._ctx = ctx
        self._roles = roles

    async def home(self, actor: Actor) -> tuple[Card, ...]:
        """See Interactions.home."""
        if not actor.role:
            return home_page.refused(actor.why_not)
        brands = await self.brands(actor, "")
        if not brands:
            return home_page.nothing_watched(await self.no_brand())
        cards = await home.page(self._ctx, brands, actor)
        return tuple(
            hidden_words.card(one, hidden_words.of_policies(one.policy for one in brands)) for one in cards
        )

    async def suggest(self, actor: Actor, typed: str, channel: str) -> list[str]:
        """See Interactions.suggest."""
        if permissions.of_command(actor, "show") is not None:
            return []
        begun = typed.strip().lstrip("@").casefold()
        names: dict[str, None] = {}
        told = await self.brands(actor, channel) if channel else []
        for watched in told or await home.brands_of(self._ctx, actor, SEARCHED):
            if len(names) >= SUGGESTED:
                break
            async with self._ctx.store.reading(watched.brand.id) as tx:
                names |= dict.fromkeys(await tx.people.suggested(begun, SUGGESTED))
        return list(names)[:SUGGESTED]

    async def find_alert(
        self, actor: Actor, text: str, alert_id: str | None, channel: str
    ) -> str | EphemeralReply:
        """See Interactions.find_alert."""
        refused = permissions.of_button(actor, Intent.REPLY)
        if refused is not None:
            return refused
        brands = await self.brands(actor, channel) or await self.brands(actor, "")
        return await pasted_links.alert_of(self._ctx, brands, text, alert_id)

    async def stop(self, click: Click) -> EphemeralReply:
        """Yes was pressed under the question whether to stop everything."""
        refused = permissions.of_button(click.actor, click.do)
        refused = refused or await self.told_elsewhere(click.actor)
        if refused is not None:
            return refused
        await self._roles.note(click.actor, kill_switch.OF_ALL)
        try:
            return await commands.stop(self._ctx, click.actor)
        except MutualsError as error:
            return responses.reply_lines(str(error), ok=False)

    async def brands(self, actor: Actor, channel: str) -> list[BrandContext]:
        """Those that are told in the channel; without a channel, all of the chat. None that is told in another workspace."""
        if not channel:
            return await home.brands_of(self._ctx, actor)
        return [one for one in await self._ctx.brands.told_in(actor.chat, channel) if one.is_open_to(actor)]

    async def told_elsewhere(self, actor: Actor) -> EphemeralReply | None:
        """Why somebody may do nothing to all brands at once: some are told in a workspace that they are not in."""
        if not actor.workspaces:
            return None
        for brand in await self._ctx.store.brands():
            watched = await self._ctx.brands.find(brand.id)
            if watched is None or not watched.is_open_to(actor):
                return responses.reply_lines(OTHERS, ok=False)
        return None

    async def no_brand(self) -> str:
        """Why no brand is told where somebody asks."""
        if not await self._ctx.store.brands():
            how = " or ".join(f"mutuals connect {network}" for network in self._ctx.networks)
            return f"No brand is watched yet. Whoever runs Mutuals connects one with: {how}"
        return "No brand's alerts come to this channel. Type the command in the channel of a brand's alerts."
