"""Modals from the press that opens them to the submission, with the real slack_bolt."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from mutuals_sandbox.slack import SlackServer
from tests.integrations.sandbox.slack.conftest import Bolt
from tests.support.waiting import until


def text(words: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": words}


def button(action_id: str) -> dict[str, Any]:
    return {"type": "button", "action_id": action_id, "text": text(action_id)}


def modal(*blocks: dict[str, Any], title: str = "Reply", **more: Any) -> dict[str, Any]:
    view = {"type": "modal", "callback_id": "reply", "title": text(title), "blocks": list(blocks)}
    return {**view, "submit": text("Send"), "close": text("Cancel"), "private_metadata": "alert:1", **more}


def typed(trigger: str | None = None, **more: Any) -> dict[str, Any]:
    element: dict[str, Any] = {"type": "plain_text_input", "action_id": "words", "multiline": True, **more}
    block: dict[str, Any] = {
        "type": "input",
        "block_id": "draft",
        "label": text("Your reply"),
        "element": element,
    }
    if trigger:
        block["dispatch_action"] = True
        element["dispatch_action_config"] = {"trigger_actions_on": [trigger]}
    return block


Opener = Callable[[], Awaitable[dict[str, Any]]]


class Script:
    """An app whose modal and whose answer to a submission the test chooses."""

    def __init__(self) -> None:
        self.view = modal(typed())
        self.ack: dict[str, Any] = {}
        self.submitted: list[dict[str, Any]] = []
        self.actions: list[dict[str, Any]] = []
        self.closed: list[dict[str, Any]] = []


@pytest.fixture
async def script(bolt: Bolt) -> Script:
    script = Script()

    @bolt.app.action("open")
    async def opened(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=script.view)

    @bolt.app.action("words")
    @bolt.app.action("more")
    async def action(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        script.actions.append(body)

    @bolt.app.view("reply")
    async def submitted(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack(**script.ack)
        script.submitted.append(body)

    @bolt.app.view_closed("reply")
    async def closed(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        script.closed.append(body)

    await bolt.connect()
    return script


@pytest.fixture
def opener(slack: SlackServer, web: AsyncWebClient, ana: str, channel: str) -> Opener:
    """Press the button that opens the modal."""

    async def open_it() -> dict[str, Any]:
        blocks = [{"type": "actions", "elements": [button("open")]}]
        ts = (await web.chat_postMessage(channel=channel, text="x", blocks=blocks))["ts"]
        before = slack.snapshot(ana)["view"] or {"id": None}
        assert (await slack.press(ana, channel, ts, "open")).acked
        await until(lambda: (slack.snapshot(ana)["view"] or before)["id"] != before["id"])
        opened: dict[str, Any] = slack.snapshot(ana)["view"]
        return opened

    return open_it


async def test_a_modal_is_opened_filled_in_submitted_and_closed(
    slack: SlackServer, ana: str, script: Script, opener: Opener
):
    view = await opener()
    assert view["title"]["text"] == "Reply"
    assert slack.snapshot(slack.add_user("ben"))["view"] is None

    answer = await slack.submit_view(ana, {"draft": {"words": "So sorry!"}})

    assert answer.acked
    assert answer.outcome == "closed"
    assert slack.snapshot(ana)["view"] is None
    sent = script.submitted[0]["view"]
    assert sent["state"]["values"]["draft"]["words"]["value"] == "So sorry!"
    assert sent["private_metadata"] == "alert:1"
    assert sent["id"] == view["id"]


async def test_errors_keep_the_modal_open_with_what_was_typed(
    slack: SlackServer, ana: str, script: Script, opener: Opener
):
    await opener()
    script.ack = {"response_action": "errors", "errors": {"draft": "This is longer than 280."}}
    answer = await slack.submit_view(ana, {"draft": {"words": "long"}})

    assert answer.errors == {"draft": "This is longer than 280."}
    view = slack.snapshot(ana)["view"]
    assert view["errors"] == answer.errors
    assert view["state"]["values"]["draft"]["words"]["value"] == "long"
    script.ack = {}
    assert (await slack.submit_view(ana, {"draft": {"words": "short"}})).outcome == "closed"


async def test_errors_for_blocks_that_are_no_inputs_are_refused(
    slack: SlackServer, ana: str, script: Script, opener: Opener
):
    await opener()
    script.ack = {"response_action": "errors", "errors": {"nothing": "x"}}
    answer = await slack.submit_view(ana, {"draft": {"words": "hi"}})

    assert answer.error == "invalid_response_errors"
    assert slack.snapshot(ana)["view"]["notification"]


async def test_the_client_itself_complains_about_an_empty_or_long_input(
    slack: SlackServer, ana: str, script: Script, opener: Opener
):
    script.view = modal(typed(max_length=5))
    await opener()
    empty = await slack.submit_view(ana)
    long = await slack.submit_view(ana, {"draft": {"words": "123456"}})

    assert list(empty.errors) == list(long.errors) == ["draft"]
    assert script.submitted == []


async def test_an_update_answer_changes_the_modal_and_views_update_does_too(
    slack: SlackServer, web: AsyncWebClient, ana: str, script: Script, opener: Opener
):
    view = await opener()
    sending = {k: v for k, v in modal({"type": "section", "text": text("Sending")}).items() if k != "submit"}
    script.ack = {"response_action": "update", "view": sending}
    answer = await slack.submit_view(ana, {"draft": {"words": "hi"}})
    between = slack.snapshot(ana)["view"]
    await web.views_update(view_id=view["id"], view={**sending, "title": text("Sent")}, hash=between["hash"])

    assert answer.outcome == "updated"
    assert between["id"] == view["id"]
    assert between["hash"] != view["hash"]
    assert slack.snapshot(ana)["view"]["title"]["text"] == "Sent"
    with pytest.raises(SlackApiError, match="hash_conflict"):
        await web.views_update(view_id=view["id"], view=sending, hash=view["hash"])
    await slack.close_view(ana)
    with pytest.raises(SlackApiError, match="not_found"):
        await web.views_update(view_id=view["id"], view=sending)


async def test_typing_reaches_the_app_only_when_the_block_asks_for_it(
    slack: SlackServer, web: AsyncWebClient, ana: str, script: Script, opener: Opener
):
    script.view = modal(typed())
    await opener()
    kept = await slack.view_action(ana, "words", "a")
    script.view = modal(typed("on_enter_pressed"))
    await opener()
    quiet = await slack.view_action(ana, "words", "ab")
    entered = await slack.view_action(ana, "words", "abc", enter=True)
    script.view = modal(typed("on_character_entered"))
    await opener()
    live = await slack.view_action(ana, "words", "abcd")

    assert (kept.outcome, quiet.outcome) == ("kept", "kept")
    assert entered.acked
    assert live.acked
    await until(lambda: len(script.actions) == 2)
    assert [body["actions"][0]["value"] for body in script.actions] == ["abc", "abcd"]
    last = script.actions[-1]["view"]
    assert last["state"]["values"]["draft"]["words"]["value"] == "abcd"
    await web.views_update(view_id=last["id"], hash=last["hash"], view=modal(typed(), title="4 of 280"))
    assert slack.snapshot(ana)["view"]["state"]["values"]["draft"]["words"]["value"] == "abcd"


async def test_the_third_modal_is_the_last_that_can_be_pushed(
    slack: SlackServer, web: AsyncWebClient, ana: str, script: Script, opener: Opener
):
    script.view = modal({"type": "actions", "elements": [button("more")]})
    await opener()

    async def push(n: int) -> None:
        await slack.view_action(ana, "more")
        await until(lambda: len(script.actions) == n)
        await web.views_push(trigger_id=script.actions[-1]["trigger_id"], view=script.view)

    await push(1)
    await push(2)
    with pytest.raises(SlackApiError, match="push_limit_reached"):
        await push(3)
    top = slack.snapshot(ana)["view"]
    assert top["previous_view_id"] != top["root_view_id"]
    await slack.close_view(ana)
    assert slack.snapshot(ana)["view"]["id"] == top["previous_view_id"]
    await slack.close_view(ana, whole_stack=True)
    assert slack.snapshot(ana)["view"] is None


async def test_an_answer_can_push_and_clear(slack: SlackServer, ana: str, script: Script, opener: Opener):
    await opener()
    script.ack = {"response_action": "push", "view": modal(typed(), title="Sure?")}
    assert (await slack.submit_view(ana, {"draft": {"words": "hi"}})).outcome == "pushed"
    assert slack.snapshot(ana)["view"]["title"]["text"] == "Sure?"
    script.ack = {"response_action": "clear"}
    assert (await slack.submit_view(ana, {"draft": {"words": "hi"}})).outcome == "cleared"
    assert slack.snapshot(ana)["view"] is None


async def test_the_app_hears_of_a_closed_modal_only_if_it_asked(
    slack: SlackServer, ana: str, script: Script, opener: Opener
):
    await opener()
    assert (await slack.close_view(ana)).error is None
    script.view = modal(typed(), notify_on_close=True)
    view = await opener()
    assert (await slack.close_view(ana)).acked

    await until(lambda: script.closed)
    assert [body["view"]["id"] for body in script.closed] == [view["id"]]


async def test_a_view_that_is_wrong_or_too_large_is_refused(
    slack: SlackServer, web: AsyncWebClient, ana: str, script: Script, opener: Opener
):
    view = await opener()

    async def code(body: dict[str, Any]) -> tuple[str, str]:
        with pytest.raises(SlackApiError) as caught:
            await web.views_update(view_id=view["id"], view=body)
        answer = caught.value.response
        return answer["error"], str(answer.get("response_metadata", {}).get("messages"))

    no_submit = {k: v for k, v in modal(typed()).items() if k != "submit"}
    assert (await code(no_submit))[0] == "invalid_arguments"
    error, messages = await code(modal(typed(), title="x" * 25))
    assert error == "invalid_arguments"
    assert "/view/title/text" in messages
    assert (await code(modal(typed(), private_metadata="x" * 250_000)))[0] == "view_too_large"


async def test_a_submission_that_nobody_takes_leaves_the_modal_open_with_a_notice(
    slack: SlackServer, bolt: Bolt, ana: str, script: Script, opener: Opener
):
    await opener()
    slack.drop_sockets()
    await until(lambda: slack.connections == 0)
    answer = await slack.submit_view(ana, {"draft": {"words": "keep me"}})

    assert answer.error == "dispatch_failed"
    view = slack.snapshot(ana)["view"]
    assert view["notification"].startswith("We had some trouble")
    assert view["state"]["values"]["draft"]["words"]["value"] == "keep me"


async def test_an_external_menu_asks_the_app_for_its_options(
    slack: SlackServer, bolt: Bolt, ana: str, script: Script, opener: Opener
):
    @bolt.app.options("who")
    async def options(ack: AsyncAck, payload: dict[str, Any]) -> None:
        await ack(options=[{"text": text(payload["value"].title()), "value": "1"}])

    menu = {"type": "external_select", "action_id": "who", "min_query_length": 1}
    script.view = modal({"type": "input", "block_id": "b", "label": text("Who"), "element": menu})
    await opener()
    answer = await slack.suggest(ana, "who", "ben")

    assert answer.payload is not None
    assert answer.payload["options"][0]["text"]["text"] == "Ben"
    await slack.submit_view(ana, {"b": {"who": "1"}})
    chosen = script.submitted[0]["view"]["state"]["values"]["b"]["who"]
    assert chosen["selected_option"]["value"] == "1"
