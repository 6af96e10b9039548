"""Alerts of the shape Mutuals posts, and a small app behind their buttons."""

from dataclasses import dataclass, field
from typing import Any

import discord
from discord import app_commands, ui
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient


@dataclass(frozen=True)
class Facts:
    """What an alert tells."""

    person: str
    handle: str
    text: str
    post_id: str
    web: str
    at: int


@dataclass
class Pressed:
    """What the team app was told, in order."""

    slack: list[dict[str, Any]] = field(default_factory=list)
    discord: list[dict[str, Any]] = field(default_factory=list)


def escaped(text: str) -> str:
    """A stranger's text for Slack."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _button(label: str, action: str, style: str | None = None) -> dict[str, Any]:
    button = {
        "type": "button",
        "text": {"type": "plain_text", "text": label},
        "action_id": action,
        "value": "alert-1",
    }
    return button | ({"style": style} if style else {})


def _option(label: str, value: str) -> dict[str, Any]:
    return {"text": {"type": "plain_text", "text": label}, "value": value}


def _section(text: str, *, verbatim: bool = True) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": verbatim}}


def complaint_blocks(facts: Facts) -> list[dict[str, Any]]:
    """A complaint in Slack."""
    profile, post = f"{facts.web}/{facts.handle}", f"{facts.web}/{facts.handle}/status/{facts.post_id}"
    due = facts.at + 7200
    quoted = "\n".join(f"&gt;{line}" for line in escaped(facts.text).split("\n"))
    who = f"*<{profile}|{escaped(facts.person)}>* (@{facts.handle}) wrote <!date^{facts.at}^{{ago}}|some time ago>"
    why = f"*Why now:* “late”, “nobody answers” · due <!date^{due}^{{time}}|soon> · <{post}|see it on X>"
    more = [
        _option("Claim", "claim"),
        _option("Snooze 1 hour", "snooze:1h"),
        _option("Snooze until tomorrow", "snooze:1d"),
        _option("Dismiss…", "dismiss"),
    ]
    return [
        {"type": "header", "text": {"type": "plain_text", "text": "🔴 A complaint waits for an answer", "emoji": True}},
        _section(f"{who}:\n{quoted}"),
        {"type": "context", "elements": [{"type": "mrkdwn", "text": why}]},
        {
            "type": "actions",
            "block_id": "acts",
            "elements": [
                _button("Reply", "reply", "primary"), _button("Acknowledge", "acknowledge"), _button("Follow", "follow"),
                {"type": "overflow", "action_id": "more", "options": more},
            ],
        },
    ]  # fmt: skip


def fan_blocks(facts: Facts) -> list[dict[str, Any]]:
    """A fan in Slack."""
    fields = ["*Interactions*\n14 on 9 days", f"*Last*\n<!date^{facts.at}^{{ago}}|today>"]
    note = "Follows you since March. Follow opens X, then Mutuals checks that it happened."
    follow = _button("Follow", "follow", "primary") | {
        "url": f"{facts.web}/intent/follow?screen_name={facts.handle}"
    }
    return [
        {
            "type": "header",
            "text": {"type": "plain_text", "text": ":yellow_heart: A loyal fan you don't follow back"},
        },
        _section(f"*<{facts.web}/{facts.handle}|{facts.person}>* (@{facts.handle})\n>{facts.text}")
        | {
            "accessory": {
                "type": "image",
                "image_url": "https://example.invalid/mila.png",
                "alt_text": facts.person,
            }
        },
        {"type": "section", "fields": [{"type": "mrkdwn", "text": text} for text in fields]},
        {"type": "context", "elements": [{"type": "mrkdwn", "text": note}]},
        {"type": "actions", "elements": [follow, _button("Dismiss", "dismiss", "danger")]},
    ]


def reply_view(count: int | None = None) -> dict[str, Any]:
    """The modal of Reply; with a live counter."""
    signers = [_option("The team", "team"), _option("My name", "me")]
    hint = f"{280 - count} characters left" if count is not None else "280 characters left"
    return {
        "type": "modal",
        "callback_id": "reply",
        "title": {"type": "plain_text", "text": "Reply to João"},
        "submit": {"type": "plain_text", "text": "Send to X"},
        "close": {"type": "plain_text", "text": "Cancel"},
        "blocks": [
            _section(">my frame is two weeks late and nobody answers the phone"),
            {
                "type": "input", "block_id": "text", "dispatch_action": True,
                "label": {"type": "plain_text", "text": "Your reply"},
                "element": {
                    "type": "plain_text_input", "action_id": "typed", "multiline": True,
                    "dispatch_action_config": {"trigger_actions_on": ["on_character_entered"]},
                },
            },
            {"type": "context", "block_id": "left", "elements": [{"type": "mrkdwn", "text": hint}]},
            {
                "type": "input", "block_id": "tone", "optional": True,
                "label": {"type": "plain_text", "text": "Sign as"},
                "element": {"type": "static_select", "action_id": "who", "options": signers},
            },
        ],
    }  # fmt: skip


def listen_slack(app: AsyncApp, told: Pressed) -> None:
    """Acknowledge everything, note it, and do a little."""

    @app.action("reply")
    async def reply(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        told.slack.append(body)
        await client.views_open(trigger_id=body["trigger_id"], view=reply_view())

    @app.action("typed")
    async def typed(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        text = body["actions"][0]["value"] or ""
        await client.views_update(view_id=body["view"]["id"], view=reply_view(len(text)))

    @app.view("reply")
    async def sent(ack: AsyncAck, body: dict[str, Any]) -> None:
        text = body["view"]["state"]["values"]["text"]["typed"]["value"]
        if "secret" in text:
            await ack(response_action="errors", errors={"text": "Leave that word out."})
            return
        await ack()
        told.slack.append(body)

    @app.action("acknowledge")
    async def acknowledge(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        told.slack.append(body)
        message = body["message"]
        done = {
            "type": "context",
            "elements": [{"type": "mrkdwn", "text": f"✅ Acknowledged by <@{body['user']['id']}>"}],
        }
        await client.chat_update(
            channel=body["channel"]["id"],
            ts=message["ts"],
            text="Acknowledged",
            blocks=[*message["blocks"][:-1], done],
        )

    @app.action("follow")
    @app.action("dismiss")
    @app.action("more")
    async def noted(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        told.slack.append(body)
        await client.chat_postEphemeral(
            channel=body["channel"]["id"], user=body["user"]["id"], text="Noted, only for you."
        )

    @app.command("/mutuals")
    async def command(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack(f"You asked for *{body['text']}*: 2 complaints wait.")
        told.slack.append(body)


class ReplyModal(ui.Modal, title="Reply to João"):
    """The modal of Reply in Discord."""

    text: ui.Label[Any] = ui.Label(
        text="Your reply",
        description="At most 280 characters",
        component=ui.TextInput(style=discord.TextStyle.paragraph, max_length=280, custom_id="text"),
    )

    def __init__(self, told: Pressed) -> None:
        super().__init__(custom_id="reply-modal")
        self.told = told

    async def on_submit(self, interaction: discord.Interaction) -> None:
        assert isinstance(self.text.component, ui.TextInput)
        self.told.discord.append({"reply": self.text.component.value})
        await interaction.response.send_message("Sent to X.", ephemeral=True)


def complaint_view(facts: Facts) -> ui.LayoutView:
    """A complaint in Discord."""
    view = ui.LayoutView(timeout=None)
    quoted = "\n".join(f"> {discord.utils.escape_markdown(line)}" for line in facts.text.split("\n"))
    name = discord.utils.escape_markdown(facts.person)
    status = f"{facts.web}/{facts.handle}/status/{facts.post_id}"
    box: ui.Container[Any] = ui.Container(accent_colour=discord.Colour(0xE5484D))
    box.add_item(ui.TextDisplay("### 🔴 A complaint waits for an answer"))
    box.add_item(
        ui.TextDisplay(
            f"**[{name}]({facts.web}/{facts.handle})** (@{facts.handle}) wrote <t:{facts.at}:R>:\n{quoted}"
        )
    )
    box.add_item(ui.TextDisplay(f"-# Why now: “late”, “nobody answers” · due <t:{facts.at + 7200}:R>"))
    box.add_item(ui.Separator())
    row: ui.ActionRow[Any] = ui.ActionRow()
    row.add_item(ui.Button(label="Reply", style=discord.ButtonStyle.primary, custom_id="demo:reply"))
    row.add_item(ui.Button(label="Acknowledge", custom_id="demo:ack"))
    row.add_item(ui.Button(label="Follow", custom_id="demo:follow"))
    row.add_item(ui.Button(label="View on X", url=status))
    box.add_item(row)
    options = [
        discord.SelectOption(label=label, value=value)
        for label, value in (("Claim", "claim"), ("Snooze 1 hour", "1h"), ("Dismiss", "dismiss"))
    ]
    box.add_item(ui.ActionRow(ui.Select(placeholder="More…", options=options, custom_id="demo:more")))
    view.add_item(box)
    return view


def fan_view(facts: Facts) -> ui.LayoutView:
    """A fan in Discord."""
    view = ui.LayoutView(timeout=None)
    box: ui.Container[Any] = ui.Container(accent_colour=discord.Colour(0xF5B301))
    box.add_item(ui.Section(
        ui.TextDisplay("### 💛 A loyal fan you don't follow back"),
        ui.TextDisplay(f"**[{facts.person}]({facts.web}/{facts.handle})** (@{facts.handle})\n> {facts.text}"),
        accessory=ui.Thumbnail("https://example.invalid/mila.png", description=facts.person),
    ))  # fmt: skip
    box.add_item(ui.TextDisplay("-# 14 interactions on 9 days, follows you since March"))
    row: ui.ActionRow[Any] = ui.ActionRow()
    row.add_item(ui.Button(label="Follow on X", url=f"{facts.web}/intent/follow?screen_name={facts.handle}"))
    row.add_item(ui.Button(label="Dismiss", style=discord.ButtonStyle.danger, custom_id="demo:dismiss"))
    box.add_item(row)
    view.add_item(box)
    return view


class Bot(discord.Client):
    """Answers the demo buttons and one command."""

    def __init__(self, told: Pressed) -> None:
        super().__init__(intents=discord.Intents(guilds=True), guild_ready_timeout=0.05)
        self.told = told
        self.tree = app_commands.CommandTree(self)
        group = app_commands.Group(name="mutuals", description="What waits for an answer")

        @group.command(name="queue", description="What waits for an answer")
        async def queue(interaction: discord.Interaction, limit: int = 5) -> None:
            self.told.discord.append({"queue": limit})
            await interaction.response.send_message(
                f"Showing **{limit}**: 2 complaints wait.", ephemeral=True
            )

        self.tree.add_command(group)

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        if interaction.type is not discord.InteractionType.component:
            return
        chosen: dict[str, Any] = {**(interaction.data or {})}
        self.told.discord.append(chosen)
        if chosen.get("custom_id") == "demo:reply":
            await interaction.response.send_modal(ReplyModal(self.told))
        else:
            await interaction.response.send_message("Noted, only for you.", ephemeral=True)
