"""The listener: what people press, fill in and type in Discord, handed to the Interactions, and its answers given privately.

Discord wants a first answer within three seconds, so everything is acknowledged before the Interactions works; a form
must itself be that first answer, and `Interactions.form` is quick.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

import discord
import structlog
from discord import app_commands

from mutuals.cards.fields import FIELD_FORMS
from mutuals.cards.form_words import TEXT_FORMS
from mutuals.cards.markup import PASSES, EphemeralReply, Form, Intent
from mutuals.domain.errors import MutualsError
from mutuals.domain.model import Actor
from mutuals.ports.clock_offset import Heard, tracing, unheard
from mutuals.ports.interactions import Click, ClickedMessage, Interactions, OnStored
from mutuals_discord import actions, layout, modals
from mutuals_discord.answers import BROKEN, Answers, Draw, Interaction, place_of, sentence
from mutuals_discord.channels import ChannelDirectory
from mutuals_discord.dynamic_items import AlertButton, AlertSelect
from mutuals_discord.standing import Standing

log = structlog.get_logger("mutuals.discord")

MOST_PRESSES = 200  # kept before those are looked for that Discord takes no answer to any more
START_SECONDS = 1.5  # of the three: who presses while the channels are looked for waits so long
FORM_SECONDS = 2.3  # of Discord's three: the rest is the way there and back
DEFER_SECONDS = 5.0  # no answer to an acknowledgement by then: the person has long seen a failure
TAKEN_SECONDS = 2.0  # after this a form that was sent is acknowledged even if its text is not stored yet
LONGEST_RATE_LIMIT = 30.0  # seconds discord.py waits by itself; the smallest value it takes
HEARTBEAT_SECONDS = 60.0  # without a sign of life the line is given up; discord.py's own default
GUILD_STREAM_SECONDS = 0.5  # pause after the last GUILD_CREATE that counts as "that was all"

DAMAGED = (
    "This button is not one that Mutuals knows. Type /mutuals queue to see what is open, with fresh buttons."
)
STARTING = "Mutuals has just been started and does not know its channels yet. Press again in a few seconds."
SLOW = "Mutuals took too long to open the form. Press the button again."


class InteractionListener(Answers):
    """The gateway connection and everything that is heard on it. `places` are the channels that alerts go to."""

    def __init__(
        self,
        interactions: Interactions,
        standing: Standing,
        opened: Callable[[], Awaitable[None]],
        draw: Draw,
        proxy: str | None = None,
        heard: Heard = unheard,
    ) -> None:
        super().__init__(
            opened=opened,
            proxy=proxy,  # for the API, the gateway and the answers to clicks
            http_trace=tracing(heard),
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_ratelimit_timeout=LONGEST_RATE_LIMIT,
            heartbeat_timeout=HEARTBEAT_SECONDS,
            guild_ready_timeout=GUILD_STREAM_SECONDS,
        )
        self.tree = app_commands.CommandTree(self)
        self.directory = ChannelDirectory({}, {})
        self._interactions = interactions
        self._standing = standing
        self._draw = draw
        self._busy = 0
        self._forget_at = MOST_PRESSES
        self._pressed: dict[tuple[str, str], Interaction] = {}  # the last of each person under each alert
        self.add_dynamic_items(AlertButton, AlertSelect)

    async def settle_down(self, seconds: float) -> None:
        """Wait until nobody's click is being worked on, at most so long."""
        for _ in range(int(seconds / 0.05)):
            if not self._busy:
                return
            await asyncio.sleep(0.05)

    # --- what people do

    async def pressed(self, interaction: Interaction, custom_id: str) -> None:
        """A button or an entry of the menu: answered whatever it says."""
        key = actions.decode(custom_id)
        with self._working():
            if key is None or key.do is None or key.verb == actions.FORM:
                await self._say(interaction, sentence(DAMAGED))
                return
            actor = await self._allowed(interaction)
            if actor is None:
                return
            if key.do in FIELD_FORMS:
                await self._open_fields(interaction, Click(key.alert_id, key.do, actor, key.value))
                return
            if key.do in TEXT_FORMS and key.value.startswith(PASSES):
                kept = Click(key.alert_id, key.do, actor, key.value)
                await self._work(interaction, lambda: self._interactions.send_kept(kept))
                return
            again = key.value == actions.AGAIN
            click = Click(key.alert_id, key.do, actor, "" if again else key.value)
            if key.do in TEXT_FORMS:
                await self._open(interaction, click, pick=key.do is Intent.ACKNOWLEDGE and not key.value)
            else:
                self._remember(interaction, click.alert_id)
                await self._press(interaction, click)

    def last_press(self, user_id: str, alert_id: str) -> Interaction | None:
        """Their last press under this alert, if Discord still takes answers to it."""
        found = self._pressed.get((user_id, alert_id))
        return None if found is None or found.is_expired() else found

    def _remember(self, interaction: Interaction, alert_id: str) -> None:
        if len(self._pressed) >= self._forget_at:
            self._pressed = {key: one for key, one in self._pressed.items() if not one.is_expired()}
            self._forget_at = 2 * len(self._pressed) + MOST_PRESSES
        self._pressed[str(interaction.user.id), alert_id] = interaction

    async def picked(self, interaction: Interaction, alert_id: str, template: str) -> None:
        """A holding reply was chosen: its form, filled in with that text."""
        with self._working():
            actor = await self._allowed(interaction)
            if actor is not None:
                click = Click(alert_id, Intent.ACKNOWLEDGE, actor)
                await self._open(interaction, click, template=template)

    async def commanded(self, interaction: Interaction, name: str, words: str = "") -> None:
        """A slash command of ours."""
        with self._working():
            actor = await self._allowed(interaction)
            if actor is not None:
                await self._work(
                    interaction,
                    lambda: self._interactions.command(
                        actor, name, words, place_of(interaction, self.directory)
                    ),
                )

    async def suggested(self, interaction: Interaction, typed: str) -> list[str]:
        """The names that somebody may mean who types into a command; none for whoever may do nothing here."""
        actor = await self._standing.who(interaction, self.directory)
        if not actor.role:
            return []
        try:
            async with asyncio.timeout(FORM_SECONDS):
                return await self._interactions.suggest(actor, typed, place_of(interaction, self.directory))
        except (MutualsError, TimeoutError) as error:
            log.info("discord.no_suggestions", why=type(error).__name__)
            return []

    async def shows_person(self, interaction: Interaction, alert_id: str | None, name: str | None) -> None:
        """Apps > Show person, on a message: of the alert that it shows, or of whom it links to."""
        if alert_id is None:
            await self.commanded(interaction, "person", f"@{name}" if name else "")
            return
        with self._working():
            actor = await self._allowed(interaction)
            if actor is not None:
                click = Click(alert_id, Intent.PERSON, actor)
                await self._work(interaction, lambda: self._interactions.press(click))

    async def replies(self, interaction: Interaction, alert_id: str | None, words: str) -> None:
        """Apps > Reply as brand: the form for the alert that a message shows or links to, or what to do."""
        with self._working():
            actor = await self._allowed(interaction)
            if actor is None:
                return
            channel = place_of(interaction, self.directory)
            try:
                found = await self._interactions.find_alert(actor, words, alert_id, channel)
            except MutualsError as error:
                found = sentence(str(error))
            if isinstance(found, EphemeralReply):
                await self._say(interaction, found)
            else:
                await self._open(interaction, Click(found, Intent.REPLY, actor))

    async def on_interaction(self, interaction: Interaction) -> None:
        """A form was sent. Its custom_id says everything, so it works across a restart."""
        data: Any = interaction.data or {}
        key = actions.decode(str(data.get("custom_id", "")))
        if interaction.type is not discord.InteractionType.modal_submit or key is None:
            return
        with self._working():
            if key.verb != actions.FORM or key.do is None or key.do not in (*TEXT_FORMS, *FIELD_FORMS):
                await self._say(interaction, sentence(DAMAGED))
                return
            actor = await self._allowed(interaction)
            if actor is None:
                return
            if key.do in FIELD_FORMS:
                await self._sent_fields(interaction, Click(key.alert_id, key.do, actor), data)
                return
            self._remember(interaction, key.alert_id)
            click, words = Click(key.alert_id, key.do, actor), modals.submitted(data)
            if chosen := modals.picked(data):
                await self._read_first(interaction, click, chosen, words)
            else:
                await self._submitted(interaction, click, words)

    # --- how it is answered

    async def _allowed(self, interaction: Interaction) -> Actor | None:
        """The person, or None after telling them privately why not."""
        if not await self._knows_channels():
            await self._say(interaction, sentence(STARTING))
            return None
        actor = await self._standing.who(interaction, self.directory)
        if actor.role:
            return actor
        log.info("discord.act_denied", user=actor.id)
        await self._say(interaction, sentence(actor.why_not))
        return None

    async def _knows_channels(self) -> bool:
        """Right after the start nobody can be told whether they may act: waits a moment for that."""
        for _ in range(int(START_SECONDS / 0.05)):
            if self.directory.guilds:
                return True
            await asyncio.sleep(0.05)
        return bool(self.directory.guilds)

    async def _open(
        self, interaction: Interaction, click: Click, *, pick: bool = False, template: str | None = None
    ) -> None:
        """The first answer is the form itself, or the choice of holding replies, or why not."""
        form = await self._form(click, template)
        if isinstance(form, EphemeralReply):
            await self._say(interaction, form)
        elif pick and form.templates:
            await self._told(interaction.response.send_message(view=layout.picker_view(form), ephemeral=True))
        else:
            used, _ = self._interactions.measure(click.alert_id, form.text, click.do)
            await self._told(interaction.response.send_modal(modals.FormModal(form, used)))

    async def _read_first(self, interaction: Interaction, click: Click, chosen: str, words: str) -> None:
        """A text was chosen inside the form: it is kept and shown, for a modal can't be answered by a modal."""
        form = await self._form(click, chosen, words)
        if isinstance(form, EphemeralReply):
            await self._say(interaction, form)
            return
        try:
            await self._interactions.keep_draft(click, form.text)
        except MutualsError as error:
            await self._say(interaction, EphemeralReply(((str(error),),), ok=False, unkept=form.text))
            return
        view = layout.read_first_view(form)
        await self._told(interaction.response.send_message(view=view, ephemeral=True))

    async def _form(self, click: Click, template: str | None, typed: str = "") -> Form | EphemeralReply:
        try:
            async with asyncio.timeout(FORM_SECONDS):
                return await self._interactions.open_form(click, template, typed)
        except TimeoutError:
            return sentence(SLOW)
        except MutualsError as error:
            return sentence(str(error))
        except Exception:
            log.exception("discord.form_failed", do=click.do.value, alert=click.alert_id)
            return sentence(BROKEN)

    async def _submitted(self, interaction: Interaction, click: Click, words: str) -> None:
        """Acknowledge once the text is stored (no acknowledged text dies with the process), or when time runs
        out. If Discord does not take that, nothing is sent: the person saw a failure, and the text is kept."""
        defer = asyncio.Lock()
        outcome: list[bool] = []

        async def taken() -> bool:
            async with defer:
                if not outcome:
                    deferred = _in_time(interaction.response.defer(ephemeral=True, thinking=True))
                    outcome.append(await self._told(deferred, by_anybody=True))
            return outcome[0]

        sending = asyncio.create_task(self._answered(lambda: self._send(click, words, taken)))
        await asyncio.wait({sending}, timeout=TAKEN_SECONDS)
        await taken()
        answer = await sending
        if answer is not None:
            await self._told(
                interaction.edit_original_response(view=layout.answer_view(answer, click.alert_id))
            )

    async def _send(self, click: Click, words: str, taken: OnStored) -> EphemeralReply:
        """Send what was filled in; what did not go is kept and can be edited again."""
        used, limit = self._interactions.measure(click.alert_id, words, click.do)
        if not words.strip():
            problem = "Your text is empty. Nothing was sent."
        elif used > limit:
            problem = f"Your text counts {used} characters and {limit} are allowed. Nothing was sent."
        else:
            try:
                return await self._interactions.submit(click, words, taken)
            except Exception:
                log.exception("discord.desk_failed", do=click.do.value, alert=click.alert_id)
                problem = BROKEN
        try:
            await self._interactions.keep_draft(click, words)
        except MutualsError as error:
            return EphemeralReply(lines=((problem,), (str(error),)), ok=False, unkept=words)
        again = Form(click.alert_id, click.do, "", None, words, limit)
        return EphemeralReply(lines=((problem,), ("Your text is kept.",)), ok=False, form=again)

    async def _press(self, interaction: Interaction, click: Click) -> None:
        """A press on a message that all see redraws it by its own answer, outside of the channel's limits; what only one
        person has to know comes beside it."""
        message = interaction.message
        if message is None or message.flags.ephemeral:
            await self._work(interaction, lambda: self._interactions.press(click), click.alert_id)
            return
        if not await self._told(interaction.response.defer()):
            return  # the person saw a failure and presses again, or another process answers already
        clicked = ClickedMessage(str(message.id), lambda card: self._redraw(interaction, card))
        answer = await self._answered(lambda: self._interactions.press(click, clicked))
        if answer is not None:
            await self._told(
                interaction.followup.send(view=layout.answer_view(answer, click.alert_id), ephemeral=True)
            )

    @contextmanager
    def _working(self) -> Iterator[None]:
        self._busy += 1
        try:
            yield
        finally:
            self._busy -= 1


async def _in_time(acknowledging: Awaitable[Any]) -> None:
    async with asyncio.timeout(DEFER_SECONDS):
        await acknowledging
