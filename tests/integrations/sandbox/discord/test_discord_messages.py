"""Messages: layouts, edits, replies, pings, files, threads, history, and what is refused."""

import io
from typing import Any

import aiohttp
import discord
import pytest
from discord import ui

from tests.integrations.sandbox.discord.discord_world import BUTTON, WITH_BUTTON, World, channel_of
from tests.support.present import present

V2 = 1 << 15


def layout(title: str, *, buttons: int = 1) -> ui.LayoutView:
    """A Components V2 card with a section, a link, a picture and buttons."""
    view = ui.LayoutView(timeout=None)
    link: ui.Button[Any] = ui.Button(label="Open", url="https://example.org/post/1")
    row: ui.ActionRow[Any] = ui.ActionRow(
        *(ui.Button(label=f"Do {n}", custom_id=f"do:{n}") for n in range(buttons))
    )
    card = ui.Container(
        ui.Section(ui.TextDisplay(title), accessory=link),
        ui.Separator(),
        ui.Section(ui.TextDisplay("A fan"), accessory=ui.Thumbnail("https://example.org/fan.png")),
        accent_colour=0x112233,
    )
    view.add_item(card)
    view.add_item(row)
    return view


async def test_a_layout_is_posted_and_redrawn_in_place(world: World) -> None:
    async with world.bot() as bot:
        message = await channel_of(bot, world).send(view=layout("New"))
        await message.edit(view=layout("Acknowledged", buttons=2))
        again = await channel_of(bot, world).fetch_message(message.id)

    assert again.flags.components_v2
    assert again.edited_at is not None
    shown = world.messages()
    assert len(shown) == 1
    assert shown[0]["components"][0]["components"][0]["components"][0]["content"] == "Acknowledged"
    assert [b["custom_id"] for b in shown[0]["components"][1]["components"]] == ["do:0", "do:1"]


async def test_every_component_gets_an_id_of_its_own(world: World) -> None:
    text = {"type": 10, "content": "a"}
    message = await world.post({"flags": V2, "components": [text, {**text, "id": 1}, text]})

    assert [component["id"] for component in message["components"]] == [2, 1, 3]


async def test_a_layout_cannot_be_given_content_nor_go_back(world: World) -> None:
    message = await world.post({"flags": V2, "components": [{"type": 10, "content": "a"}]})

    path = f"/channels/{world.channel}/messages/{message['id']}"
    status, body, _ = await world.call("PATCH", path, {"content": "plain"})
    assert (status, body["code"], list(body["errors"])) == (400, 50035, ["content"])
    assert (await world.call("PATCH", path, {"flags": 0, "components": []}))[1]["code"] == 50006


def text(length: int) -> dict[str, Any]:
    return {"type": 10, "content": "x" * length}


def row(*children: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(children)}


def button(**fields: Any) -> dict[str, Any]:
    return {**BUTTON, **fields}


SELECT = {"type": 3, "custom_id": "pick", "options": [{"label": "a", "value": "a"}]}
REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("41 components", {"flags": V2, "components": [text(1)] * 41}, "components"),
    (
        "41 nested components",
        {"flags": V2, "components": [{"type": 17, "components": [text(1)] * 40}]},
        "components",
    ),
    ("4001 characters of text", {"flags": V2, "components": [text(2001), text(2000)]}, "components"),
    ("content beside a layout", {"flags": V2, "content": "a", "components": [text(1)]}, "content"),
    ("embeds beside a layout", {"flags": V2, "embeds": [{"title": "a"}], "components": [text(1)]}, "embeds"),
    ("a layout without its flag", {"components": [text(1)]}, "components.0.type"),
    ("content of 2001", {"content": "x" * 2001}, "content"),
    ("a row of six", {"components": [row(*(button(custom_id=str(n)) for n in range(6)))]}, "components.0"),
    ("six rows", {"components": [row(button(custom_id=str(n))) for n in range(6)]}, "components"),
    ("an empty row", {"components": [row()]}, "components.0.components"),
    ("a select beside a button", {"components": [row(SELECT, button())]}, "components.0.components"),
    ("one custom_id twice", {"components": [row(button(), button())]}, "components.0.components.1.custom_id"),
    (
        "a label of 81",
        {"components": [row(button(label="x" * 81))]},
        "components.0.components.0.label",
    ),
    (
        "a custom_id of 101",
        {"components": [row(button(custom_id="x" * 101))]},
        "components.0.components.0.custom_id",
    ),
    (
        "a link with a script",
        {"components": [row({"type": 2, "style": 5, "label": "a", "url": "javascript:alert(1)"})]},
        "components.0.components.0.url",
    ),
    ("a button without words", {"components": [row(button(label=None))]}, "components.0.components.0.label"),
    (
        "a section without accessory",
        {"flags": V2, "components": [{"type": 9, "components": [text(1)]}]},
        "components.0.accessory",
    ),
    ("too long an embed", {"embeds": [{"description": "x" * 4096}] * 2}, "embeds"),
    (
        "an unknown attachment",
        {"flags": V2, "components": [{"type": 12, "items": [{"media": {"url": "attachment://no.png"}}]}]},
        "components.0.items.0.media.url",
    ),
    (
        "pings both parsed and listed",
        {"content": "a", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
        "allowed_mentions",
    ),
    ("a nonce of 26", {"content": "a", "nonce": "x" * 26}, "nonce"),
    (
        "a reply to nothing",
        {"content": "a", "message_reference": {"message_id": "1"}},
        "message_reference",
    ),
]


@pytest.mark.parametrize(("body", "where"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
async def test_discord_refuses_and_says_where(world: World, body: dict[str, Any], where: str) -> None:
    status, answer, headers = await world.call("POST", f"/channels/{world.channel}/messages", body)

    assert (status, answer["code"], answer["message"]) == (400, 50035, "Invalid Form Body")
    assert headers["Content-Type"] == "application/json"
    tree = answer["errors"]
    for step in where.split("."):
        tree = tree[step]
    assert "_errors" in str(tree)
    assert world.messages() == []


async def test_what_is_just_within_the_limits_is_taken(world: World) -> None:
    await world.post({"content": "x" * 2000})
    await world.post({"flags": V2, "components": [text(2000), text(2000), *[{"type": 14}] * 38]})
    rows = [row(*(button(custom_id=f"{r}:{n}", label="x" * 80) for n in range(5))) for r in range(5)]
    await world.post({"content": "a", "components": rows})
    await world.post({"components": [row(SELECT)]})

    assert len(world.messages()) == 4


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("POST", "/channels/1/messages", 404, 10003),
        ("GET", "/channels/{channel}/messages/1", 404, 10008),
        ("GET", "/channels/abc", 400, 50035),
        ("GET", "/guilds/1", 404, 10004),
        ("GET", "/guilds/{guild}/members/1", 404, 10007),
        ("POST", "/interactions/1/token/callback", 404, 10062),
        ("POST", "/webhooks/{bot}/token", 404, 10015),
        ("GET", "/applications/1/commands", 403, 20012),
        ("DELETE", "/applications/{bot}/commands/1", 404, 10063),
        ("POST", "/channels/{channel}/messages", 400, 50006),
        ("GET", "/nothing", 404, 0),
        ("PUT", "/users/@me", 405, 0),
    ],
)
async def test_what_does_not_exist_is_refused_with_discords_code(
    world: World, method: str, path: str, status: int, code: int
) -> None:
    filled = path.format(channel=world.channel, guild=world.server.guild_id, bot=world.server.bot_id)

    answer = await world.call(method, filled, {} if method == "POST" else None)

    assert (answer[0], answer[1]["code"]) == (status, code)


async def test_broken_json_is_refused(world: World) -> None:
    url = f"{world.server.api_url}/channels/{world.channel}/messages"
    headers = {"Authorization": "Bot sandbox.bot.token", "Content-Type": "application/json"}
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data="{oops", headers=headers) as response,
    ):
        assert (response.status, (await response.json())["code"]) == (400, 50109)


async def test_only_those_are_pinged_whom_the_sender_allowed(world: World) -> None:
    role = world.server.add_role("all hands")
    words = f"<@{world.ana}> <@{world.ben}> <@&{role}> @everyone"
    open_words = await world.post({"content": words})
    one = await world.post({"content": words, "allowed_mentions": {"users": [world.ben]}})
    none = await world.post({"content": words, "allowed_mentions": {"parse": []}})
    in_layout = await world.post({"flags": V2, "components": [{"type": 10, "content": words}]})

    def pinged(message: dict[str, Any]) -> list[str]:
        return [user["username"] for user in message["mentions"]]

    assert [pinged(m) for m in (open_words, one, none, in_layout)] == [
        ["ana", "ben"],
        ["ben"],
        [],
        ["ana", "ben"],
    ]
    # the bot lacks "Mention Everyone", so roles and everyone stay quiet whatever it allows
    assert (open_words["mention_roles"], open_words["mention_everyone"]) == ([], False)


async def test_an_edit_that_leaves_the_words_alone_pings_nobody_anew(world: World) -> None:
    body = {"content": f"<@{world.ana}>", "allowed_mentions": {"parse": []}}
    message = await world.post(body)
    path = f"/channels/{world.channel}/messages/{message['id']}"

    assert (await world.call("PATCH", path, {"embeds": [{"title": "a"}]}))[1]["mentions"] == []
    assert len((await world.call("PATCH", path, {"content": body["content"]}))[1]["mentions"]) == 1


async def test_a_reply_pings_its_author_only_when_allowed(world: World) -> None:
    asked = world.server.say(world.ana, world.channel, "Anybody?")
    async with world.bot() as bot:
        question = channel_of(bot, world).get_partial_message(int(asked))
        loud = await question.reply("Yes")
        quiet = await question.reply("Yes", allowed_mentions=discord.AllowedMentions.none())

    assert [user.name for user in loud.mentions] == ["ana"]
    assert quiet.mentions == []
    assert loud.type is discord.MessageType.reply
    assert loud.reference is not None
    assert loud.reference.message_id == int(asked)


async def test_a_picture_is_uploaded_shown_in_a_gallery_and_can_be_fetched(world: World) -> None:
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.MediaGallery(discord.MediaGalleryItem("attachment://chart.png", description="A chart")))
    async with world.bot() as bot:
        file = discord.File(io.BytesIO(b"not really a picture"), "chart.png", description="Fans a day")
        message = await channel_of(bot, world).send(view=view, file=file)

    assert message.attachments[0].description == "Fans a day"
    url = world.messages()[0]["components"][0]["items"][0]["media"]["url"]
    assert url == message.attachments[0].url
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        assert (await response.read(), response.content_type) == (b"not really a picture", "image/png")


async def test_history_is_paged_newest_first(world: World) -> None:
    ids = [world.server.say(world.ana, world.channel, str(n)) for n in range(7)]

    async def page(query: str) -> list[str]:
        found = await world.call("GET", f"/channels/{world.channel}/messages?{query}")
        return [message["content"] for message in found[1]]

    assert await page("limit=2") == ["6", "5"]
    assert await page(f"before={ids[3]}&limit=2") == ["2", "1"]
    assert await page(f"after={ids[3]}&limit=2") == ["5", "4"]
    assert await page(f"around={ids[3]}&limit=3") == ["4", "3", "2"]
    status, body, _ = await world.call("GET", f"/channels/{world.channel}/messages?limit=101")
    assert (status, list(body["errors"])) == (400, ["limit"])
    async with world.bot() as bot:
        assert [m.content async for m in channel_of(bot, world).history(limit=None, oldest_first=True)] == [
            str(n) for n in range(7)
        ]


async def test_a_thread_hangs_under_its_message_once(world: World) -> None:
    async with world.bot() as bot:
        message = await channel_of(bot, world).send("Alert")
        thread = await message.create_thread(name="Details")
        await thread.send("First")
        with pytest.raises(discord.HTTPException) as refused:
            await message.create_thread(name="Details")

    assert refused.value.code == 160004
    assert [m["content"] for m in world.messages(channel=str(thread.id))] == ["First"]
    assert world.messages()[0]["thread"]["name"] == "Details"


async def test_permissions_decide_where_the_bot_may_speak(world: World) -> None:
    mute = world.server.add_channel("read-only", bot_may_post=False)
    hidden = world.server.add_channel("hidden", bot_may_view=False)

    for channel, code in ((mute, 50013), (hidden, 50001)):
        status, body, _ = await world.call("POST", f"/channels/{channel}/messages", {"content": "a"})
        assert (status, body["code"]) == (403, code)
    async with world.bot() as bot:
        me = present(bot.get_guild(int(world.server.guild_id))).me
        assert not channel_of(bot, world, mute).permissions_for(me).send_messages
        assert channel_of(bot, world).permissions_for(me).send_messages


async def test_anothers_message_can_be_neither_edited_nor_deleted(world: World) -> None:
    said = world.server.say(world.ana, world.channel, "Mine")
    path = f"/channels/{world.channel}/messages/{said}"

    assert (await world.call("PATCH", path, {"content": "x"}))[1]["code"] == 50005
    assert (await world.call("DELETE", path))[1]["code"] == 50013
    assert [m["content"] for m in world.messages()] == ["Mine"]


async def test_a_deleted_message_cannot_be_edited(world: World) -> None:
    async with world.bot() as bot:
        message = await channel_of(bot, world).send("Alert")
        await message.delete()
        with pytest.raises(discord.NotFound) as refused:
            await message.edit(content="Changed")

    assert refused.value.code == 10008
    assert world.messages() == []


async def test_whoever_watches_the_screen_is_told_of_each_change(world: World) -> None:
    seen: list[int] = []
    stop = world.server.subscribe(lambda: seen.append(len(world.messages())))

    message = await world.post(WITH_BUTTON)
    await world.call("PATCH", f"/channels/{world.channel}/messages/{message['id']}", {"content": "b"})
    await world.call("DELETE", f"/channels/{world.channel}/messages/{message['id']}")
    stop()
    await world.post(WITH_BUTTON)

    assert seen == [1, 1, 0]
