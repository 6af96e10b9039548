"""Forms and menus: opened, filled in and sent, to a real discord.py bot."""

from typing import Any

import discord
from discord import ui

from tests.integrations.sandbox.discord.discord_world import Bot, World, post


class Draft(ui.Modal, title="Reply"):
    """A form with a prefilled text and a choice."""

    answer: ui.Label[Any] = ui.Label(
        text="Answer",
        component=ui.TextInput(
            custom_id="text", style=discord.TextStyle.long, default="Hello", min_length=2, max_length=20
        ),
    )
    tone: ui.Label[Any] = ui.Label(
        text="Tone",
        component=ui.Select(
            custom_id="tone",
            options=[discord.SelectOption(label="Warm", value="warm"), discord.SelectOption(label="Brief")],
        ),
    )

    def __init__(self) -> None:
        super().__init__(custom_id="draft")
        self.sent: list[tuple[str, list[str]]] = []

    async def on_submit(self, interaction: discord.Interaction) -> None:
        answer, tone = self.answer.component, self.tone.component
        assert isinstance(answer, ui.TextInput)
        assert isinstance(tone, ui.Select)
        self.sent.append((answer.value, tone.values))
        await interaction.response.send_message("Sent", ephemeral=True)


async def test_a_form_opens_prefilled_and_comes_back_filled_in(world: World) -> None:
    draft = Draft()

    async def setup(bot: Bot) -> None:
        @bot.tree.command(description="Answer a case")
        async def answer(interaction: discord.Interaction) -> None:
            await interaction.response.send_modal(draft)

        await bot.tree.sync()

    async with world.bot(setup):
        opened = await world.server.slash(world.ana, world.channel, "answer")
        modal = world.server.snapshot(world.ana)["modal"]
        nobody_elses = world.server.snapshot(world.ben)["modal"]
        short = await world.server.submit_modal(world.ana, {"text": "x", "tone": "warm"})
        without = await world.server.submit_modal(world.ana, {"text": "Good day"})
        sent = await world.server.submit_modal(world.ana, {"tone": ["Brief"]})

    assert opened.kind == 9
    assert nobody_elses is None
    assert (modal["title"], modal["components"][0]["component"]["value"]) == ("Reply", "Hello")
    assert short.error == "Answer: Must be at least 2 characters"
    assert without.error == "Tone: This field is required"
    assert (sent.acknowledged, sent.kind) == (True, 4)
    assert draft.sent == [("Hello", ["Brief"])]
    assert world.server.snapshot(world.ana)["modal"] is None


async def test_a_select_menu_hands_over_what_was_chosen(world: World) -> None:
    chosen: list[list[str]] = []

    class Pick(ui.View):
        @ui.select(custom_id="snooze", options=[discord.SelectOption(label=x) for x in ("1h", "1d")])
        async def pick(self, interaction: discord.Interaction, select: ui.Select[Any]) -> None:
            chosen.append(select.values)
            await interaction.response.defer()

    async with world.bot() as bot:
        message = await post(bot, world, content="Snooze?", view=Pick(timeout=None))
        nothing = await world.server.press(world.ana, str(message.id), "snooze", ["1w"])
        answer = await world.server.press(world.ana, str(message.id), "snooze", ["1d"])

    assert nothing.error == "There is no such option"
    assert answer.kind == 6
    assert chosen == [["1d"]]


async def test_people_can_be_chosen_in_a_message_and_boxes_ticked_in_a_form(
    world: World,
) -> None:
    heard: list[Any] = []

    class Rules(ui.Modal, title="Rules"):
        sure: ui.Label[Any] = ui.Label(text="Sure", component=ui.Checkbox(custom_id="sure"))
        days: ui.Label[Any] = ui.Label(
            text="Days",
            component=ui.CheckboxGroup(
                custom_id="days",
                options=[discord.CheckboxGroupOption(label=x, value=x) for x in ("Mo", "Tu")],
            ),
        )
        who: ui.Label[Any] = ui.Label(text="Who", component=ui.UserSelect(custom_id="who", required=False))

        async def on_submit(self, interaction: discord.Interaction) -> None:
            sure, days, who = self.sure.component, self.days.component, self.who.component
            assert isinstance(sure, ui.Checkbox)
            assert isinstance(days, ui.CheckboxGroup)
            assert isinstance(who, ui.UserSelect)
            heard.append((sure.value, days.values, [user.name for user in who.values]))
            await interaction.response.defer()

    class Assign(ui.View):
        @ui.select(cls=ui.UserSelect, custom_id="to")
        async def to(self, interaction: discord.Interaction, select: ui.UserSelect[Any]) -> None:
            heard.append([user.name for user in select.values])
            await interaction.response.send_modal(Rules(custom_id="rules"))

    async with world.bot() as bot:
        message = await post(bot, world, content="Who?", view=Assign(timeout=None))
        stranger = await world.server.press(world.ana, str(message.id), "to", ["123"])
        opened = await world.server.press(world.ana, str(message.id), "to", [world.ben])
        values = {"sure": True, "days": ["Tu"], "who": [world.ana]}
        sent = await world.server.submit_modal(world.ana, values)

    assert stranger.error == "There is no such option"
    assert (opened.kind, sent.kind) == (9, 6)
    assert heard == [["ben"], (True, ["Tu"], ["ana"])]
