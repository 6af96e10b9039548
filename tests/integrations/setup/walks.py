"""What a person does in each part of the first hour, hand by hand."""

import time

from tests.integrations.setup.first_hour import PATIENCE, Backstage, Hand

CONSOLE = "a.button[target=_blank]"


def start(hand: Hand, *chats: str) -> None:
    """The command, and the first page."""
    hand.count("here")  # make connect
    for one in chats:
        hand.press(f"#part-{one}")
    hand.press("main form button")


def discord(hand: Hand) -> None:
    """The bot, the invitation, the channel."""
    hand.step = "Discord"
    hand.wait_for("Make a bot")
    hand.go_there(CONSOLE)
    hand.type("[name=Name]", "Mutuals")
    hand.press("[name=Terms]")
    for label in ("Create", "Bot", "Reset Token", "Yes, do it!", "Copy"):
        hand.press_button(label)
    hand.come_back()
    hand.paste("#bot_token")
    hand.wait_for("Invite the bot")
    hand.go_there(CONSOLE)
    hand.press("[type=checkbox]")
    for label in ("Continue", "Authorize"):
        hand.press_button(label)
    hand.come_back()
    hand.see("#channel")  # the list fills by itself
    hand.press("main form button[type=submit]")


def slack(hand: Hand, stage: Backstage) -> None:
    """The app, both tokens, the channel."""
    hand.step = "Slack"
    hand.wait_for("Make the app")
    hand.go_there(CONSOLE)
    hand.press("[type=checkbox]")
    for label in ("Next", "Create", "Install App", "Install to Sandbox team", "Allow", "Copy"):
        hand.press_button(label)
    hand.come_back()
    hand.paste("#bot_token")
    hand.wait_for("Let clicks come back")
    hand.go_there(CONSOLE)
    hand.press_button("Generate Token and Scopes")
    hand.type("[name='Token Name']", "mutuals")
    hand.press_button("Add Scope")
    hand.press("[type=checkbox]")
    for label in ("Generate", "Copy"):
        hand.press_button(label)
    hand.come_back()
    hand.paste("#app_token")
    hand.wait_for("Choose the channel")
    hand.press("[data-copy]")
    for _ in ("open the channel", "paste", "send"):
        hand.count("there")
    stage.run(stage.environment.slack.invite_app(stage.environment.slack_channel))
    hand.see("#channel")
    hand.press("main form button[type=submit]")


def test_alert(hand: Hand) -> None:
    """The alert comes by itself."""
    hand.step = "Test alert"
    hand.wait_for("A test alert")
    ends = time.monotonic() + PATIENCE
    while "test alert is there" not in hand.see("ul[data-live]").text:
        assert time.monotonic() < ends, hand.see("main").text
        time.sleep(0.1)
    hand.press("button[name=on]")


def x(hand: Hand) -> None:
    """The app, then the consent."""
    hand.step = "X"
    hand.wait_for("Make an app")
    hand.press("[data-copy]")
    hand.go_there(CONSOLE)
    hand.press_button("Create App")
    hand.type("[name='App name']", "Mutuals")
    hand.type("[name='Use case']", "Our team reads posts addressed to us and answers by hand.")
    for label in ("Create", "Set up"):
        hand.press_button(label)
    hand.paste("[name='Callback URI']")
    hand.type("[name='Website URL']", "https://puddlewick.example")
    for label in ("Read and write", "Native App"):
        hand.press(f"[name='{label}']")
    for label in ("Save changes", "Copy"):
        hand.press_button(label)
    hand.come_back()
    hand.paste("#client_id")
    hand.wait_for("Let Mutuals read")
    hand.go_there(CONSOLE)
    hand.press("[value=authorize]")
    hand.come_back()


def begin(hand: Hand) -> None:
    """The last press."""
    hand.step = "Start"
    hand.wait_for("Start (")
    hand.press("button[name=run]")
    hand.wait_for("Start (")
