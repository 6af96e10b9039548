"""People press, choose, type and fill in; a real discord.py bot answers, in time or not."""

import asyncio
from typing import Any

import discord
import pytest
from discord import app_commands, ui

from tests.integrations.sandbox.discord.discord_world import WITH_BUTTON, Bot, World, post
from tests.support.waiting import until


class Press(ui.DynamicItem[ui.Button[Any]], template=r"case:(?P<number>\d+)"):
    """A button that knows its case, so that it works after a restart."""

    def __init__(self, number: int) -> None:
        super().__init__(ui.Button(label="Acknowledge", custom_id=f"case:{number}"))
        self.number = number

    @classmethod
    async def from_custom_id(cls, interaction: Any, item: Any, match: Any) -> "Press":
        return cls(int(match["number"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        text = f"Case {self.number} acknowledged by {interaction.user.name}"
        layout = ui.LayoutView(timeout=None)
        layout.add_item(ui.TextDisplay(text))
        await interaction.response.edit_message(view=layout)


def alert(number: int) -> ui.LayoutView:
    """A Components V2 alert with one dynamic button."""
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(ui.TextDisplay(f"Case {number}"), ui.ActionRow(Press(number))))
    return view


async def test_a_button_posted_before_a_restart_still_works_after_it(world: World) -> None:
    async with world.bot() as first:
        message = await post(first, world, view=alert(7))

    async def setup(bot: Bot) -> None:
        bot.add_dynamic_items(Press)

    async with world.bot(setup):
        answer = await world.server.press(world.ana, str(message.id), "case:7")

    assert (answer.acknowledged, answer.kind, answer.error) == (True, 7, None)
    shown = world.messages()[0]
    assert shown["components"] == [{"type": 10, "id": 1, "content": "Case 7 acknowledged by ana"}]
    assert shown["edited_timestamp"] is not None


@pytest.mark.long
async def test_a_bot_that_keeps_silent_is_a_failed_interaction_and_too_late_after_three_seconds(
    world: World,
) -> None:
    late: list[discord.Interaction] = []

    async with world.bot() as bot:
        bot.event(_named("on_interaction", late.append))
        message = await world.post(WITH_BUTTON)
        answer = await world.server.press(world.ana, message["id"], "go")
        with pytest.raises(discord.NotFound) as refused:
            await late[0].response.send_message("sorry")

    assert (answer.acknowledged, answer.kind) == (False, None)
    assert answer.error == "This interaction failed"
    assert answer.seconds > 2.9
    assert refused.value.code == 10062


async def test_of_two_sessions_with_one_token_both_hear_and_the_second_answer_is_refused(
    world: World,
) -> None:
    codes: list[int] = []

    async def reply(interaction: discord.Interaction) -> None:
        try:
            await interaction.response.defer()
        except discord.HTTPException as error:
            codes.append(error.code)
        else:
            codes.append(0)

    async with world.bot() as first, world.bot() as second:
        for bot in (first, second):
            bot.event(_named("on_interaction", reply))
        assert world.server.sessions == 2
        message = await world.post(WITH_BUTTON)
        answer = await world.server.press(world.ana, message["id"], "go")
        await until(lambda: len(codes) == 2)

    assert answer.kind == 6
    assert sorted(codes) == [0, 40060]


async def test_an_ephemeral_answer_is_seen_by_its_person_only_until_dismissed(world: World) -> None:
    async def setup(bot: Bot) -> None:
        @bot.tree.command(description="Think first")
        async def think(interaction: discord.Interaction) -> None:
            await interaction.response.defer(ephemeral=True, thinking=True)
            thought.set()
            await go_on.wait()
            await interaction.followup.send("Thought", ephemeral=True)
            await interaction.followup.send("And more", ephemeral=True)
            await interaction.edit_original_response(content="Thought again")
            done.set()

        await bot.tree.sync()

    thought, go_on, done = asyncio.Event(), asyncio.Event(), asyncio.Event()
    async with world.bot(setup):
        answer = await world.server.slash(world.ana, world.channel, "think")
        await thought.wait()
        waiting = world.messages(world.ana)
        go_on.set()
        await asyncio.wait_for(done.wait(), 20)

    assert answer.kind == 5
    assert [(m["deferred"], m["ephemeral"]) for m in waiting] == [(True, True)]
    assert [m["content"] for m in world.messages(world.ana)] == ["Thought again", "And more"]
    assert world.messages(world.ben) == []
    status, body, _ = await world.call("GET", f"/channels/{world.channel}/messages/{waiting[0]['id']}")
    assert (status, body["code"]) == (404, 10008)
    world.server.dismiss(world.ana, waiting[0]["id"])
    assert [m["content"] for m in world.messages(world.ana)] == ["And more"]


async def test_options_arrive_with_their_types_and_wrong_ones_are_not_sent(world: World) -> None:
    heard: list[Any] = []

    async def setup(bot: Bot) -> None:
        group = app_commands.Group(name="mute", description="Keep quiet about")

        @group.command(description="Somebody")
        async def person(
            interaction: discord.Interaction,
            who: discord.Member,
            days: app_commands.Range[int, 1, 30],
            loud: bool = False,
        ) -> None:
            heard.append((who.name, days, loud))
            await interaction.response.send_message("ok", ephemeral=True)

        bot.tree.add_command(group)
        await bot.tree.sync(guild=None)

    async with world.bot(setup):
        server, where = world.server, (world.ana, world.channel, "mute")
        good = await server.slash(*where, {"who": world.ben, "days": "3", "loud": True}, "person")
        missing = await server.slash(*where, {"who": world.ben}, "person")
        out_of_range = await server.slash(*where, {"who": world.ben, "days": 31}, "person")
        bare = await server.slash(*where)
        unknown = await server.slash(world.ana, world.channel, "nothing")

    assert good.acknowledged
    assert heard == [("ben", 3, True)]
    assert missing.error == "days: This option is required"
    assert out_of_range.error == "days: out of the allowed range"
    assert bare.error == "/mute needs a subcommand"
    assert unknown.error == "There is no command /nothing"


async def test_a_command_for_managers_is_refused_to_others_and_allowed_to_the_owner(world: World) -> None:
    role = world.server.add_role("lead", permissions=discord.Permissions(manage_guild=True).value)
    lead = world.server.add_member("lena", role_ids=[role])

    async def setup(bot: Bot) -> None:
        @bot.tree.command(description="Change settings")
        @app_commands.default_permissions(manage_guild=True)
        async def settings(interaction: discord.Interaction) -> None:
            await interaction.response.send_message("ok", ephemeral=True)

        await bot.tree.sync()

    async with world.bot(setup):
        who = (world.ana, lead, world.owner)
        answers = [await world.server.slash(user, world.channel, "settings") for user in who]

    assert [answer.acknowledged for answer in answers] == [False, True, True]
    assert answers[0].error == "You do not have permission to use this command"


async def test_suggestions_come_from_the_bot(world: World) -> None:
    async def setup(bot: Bot) -> None:
        @bot.tree.command(description="Open a brand")
        async def brand(interaction: discord.Interaction, name: str) -> None:
            await interaction.response.send_message(name)

        @brand.autocomplete("name")
        async def suggest(interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
            return [app_commands.Choice(name=f"{current} tea", value="tea")]

        await bot.tree.sync()

    async with world.bot(setup):
        offered = await world.server.autocomplete(world.ana, world.channel, "brand", "name", "green")

    assert offered == [{"name": "green tea", "value": "tea"}]


async def test_a_disabled_or_missing_button_cannot_be_pressed(world: World) -> None:
    view = ui.View(timeout=None)
    view.add_item(ui.Button(label="Gone", custom_id="gone", disabled=True))
    async with world.bot() as bot:
        message = await post(bot, world, content="Old", view=view)
        disabled = await world.server.press(world.ana, str(message.id), "gone")
        missing = await world.server.press(world.ana, str(message.id), "other")
        world.server.delete_message(world.owner, str(message.id))
        deleted = await world.server.press(world.ana, str(message.id), "gone")

    assert disabled.error == "That button is disabled"
    assert missing.error == "There is no such button on that message"
    assert deleted.error == "You cannot see that message"


@pytest.mark.parametrize(
    "answer",
    [
        {"type": 1},
        {"type": 8, "data": {"choices": []}},
        {"type": "4"},
        {"type": 4, "data": ["a"]},
        {"type": 4, "data": {"content": "a", "flags": "64"}},
        {"type": 7, "data": {"content": "x" * 2001}},
        {"type": 9, "data": {"title": "t" * 46, "custom_id": "m", "components": []}},
    ],
)
async def test_a_wrong_answer_is_refused_and_a_right_one_still_taken(
    world: World, answer: dict[str, Any]
) -> None:
    pressed: list[discord.Interaction] = []

    async with world.bot() as bot:
        bot.event(_named("on_interaction", pressed.append))
        message = await world.post(WITH_BUTTON)
        press = asyncio.create_task(world.server.press(world.ana, message["id"], "go"))
        await until(lambda: pressed)
        path = f"/interactions/{pressed[0].id}/{pressed[0].token}/callback"
        status, body, _ = await world.call("POST", path, answer, token=None)
        waiting = not press.done()
        right = await world.call("POST", path + "?with_response=true", {"type": 6}, token=None)

    assert (status, body["code"], waiting) == (400, 50035, True)
    assert right[1]["interaction"] == {
        "id": str(pressed[0].id),
        "type": 3,
        "response_message_id": message["id"],
        "response_message_loading": False,
        "response_message_ephemeral": False,
    }
    assert (await press).kind == 6


async def test_a_follow_up_after_a_quarter_of_an_hour_is_refused(world: World) -> None:
    held: list[discord.Interaction] = []

    async def defer(interaction: discord.Interaction) -> None:
        await interaction.response.defer()
        held.append(interaction)

    async with world.bot() as bot:
        bot.event(_named("on_interaction", defer))
        message = await world.post(WITH_BUTTON)
        await world.server.press(world.ana, message["id"], "go")
        await until(lambda: held)
        world.clock.ahead = 15 * 60
        with pytest.raises(discord.HTTPException) as refused:
            await held[0].followup.send("late")

    assert (refused.value.status, refused.value.code) == (401, 50027)


def _named(name: str, call: Any) -> Any:
    """An event handler for discord.py, which goes by the function's name."""

    async def handler(interaction: discord.Interaction) -> None:
        result = call(interaction)
        if result is not None:
            await result

    handler.__name__ = name
    return handler
