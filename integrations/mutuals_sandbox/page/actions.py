"""What the page's buttons send, turned into calls of the sandboxed services."""

import dataclasses
from collections.abc import Awaitable, Callable
from typing import Any

from mutuals_sandbox.page.customers import VisitorError
from mutuals_sandbox.page.ports import Cast, Discord, Slack
from mutuals_sandbox.slack.people import CHANGED

Body = dict[str, Any]
Do = Callable[[Body], Awaitable[Any]]


def text(body: Body, key: str) -> str:
    """A string of the body. Raises VisitorError when it is missing or something else."""
    value = body.get(key)
    if not isinstance(value, str):
        raise VisitorError(f"The page sent no {key}. Reload the page and try again.")
    return value


def optional(body: Body, key: str) -> str | None:
    """A string of the body, or None."""
    return text(body, key) if body.get(key) is not None else None


def mapping(body: Body, key: str) -> dict[str, Any]:
    """An object of the body, empty when missing. Raises VisitorError when it is something else."""
    value = body.get(key) or {}
    if not isinstance(value, dict):
        raise VisitorError(f"The page sent a malformed {key}. Reload the page and try again.")
    return value


def as_json(answer: Any) -> dict[str, Any]:
    """An answer of a service as JSON; None means that all went well."""
    if dataclasses.is_dataclass(answer) and not isinstance(answer, type):
        return dataclasses.asdict(answer)
    return answer if isinstance(answer, dict) else {"error": None}


def _user(people: set[str]) -> Callable[[Body], str]:
    def check(body: Body) -> str:
        user = text(body, "user")
        if user not in people:
            raise VisitorError("That person is not part of this demo. Choose one above the chat.")
        return user

    return check


def slack_actions(slack: Slack, cast: Cast) -> dict[str, Do]:
    """The path after /slack/ -> what it does."""
    user = _user({one.id for one in cast.slack})

    async def press(body: Body) -> Any:
        answer = None
        # The message may have been redrawn while the visitor pressed: menus get another block with each version.
        for block_id in dict.fromkeys((optional(body, "block_id"), None)):
            answer = await slack.press(
                user(body), text(body, "channel"), text(body, "ts"), text(body, "action_id"),
                block_id=block_id, selected_value=body.get("selected_value"),
            )  # fmt: skip
            if not (answer.error or "").startswith(CHANGED):
                return answer
        return {"error": CHANGED}

    async def view_action(body: Body) -> Any:
        return await slack.view_action(
            user(body),
            text(body, "action_id"),
            body.get("value"),
            block_id=optional(body, "block_id"),
            enter=body.get("enter") is True,
        )

    async def submit(body: Body) -> Any:
        return await slack.submit_view(user(body), mapping(body, "values"))

    async def close(body: Body) -> Any:
        return await slack.close_view(user(body))

    async def slash(body: Body) -> Any:
        return await slack.slash(user(body), text(body, "channel"), text(body, "command"), text(body, "text"))

    async def dismiss(body: Body) -> Any:
        return slack.dismiss(user(body), text(body, "channel"), text(body, "ts"))

    async def say(body: Body) -> Any:
        await slack.say(user(body), text(body, "channel"), text(body, "text"))

    async def home(body: Body) -> Any:
        return await slack.open_home(user(body))

    async def shortcut(body: Body) -> Any:
        return await slack.shortcut(user(body), text(body, "callback_id"))

    async def message_shortcut(body: Body) -> Any:
        return await slack.message_shortcut(
            user(body), text(body, "channel"), text(body, "ts"), text(body, "callback_id")
        )

    named = (press, submit, close, slash, dismiss, say, home, shortcut)
    return {"view-action": view_action, "message-shortcut": message_shortcut} | {
        one.__name__: one for one in named
    }


def discord_actions(discord: Discord, cast: Cast) -> dict[str, Do]:
    """The path after /discord/ -> what it does."""
    user = _user({one.id for one in cast.discord})

    async def press(body: Body) -> Any:
        values = body.get("values")
        return await discord.press(user(body), text(body, "message"), text(body, "custom_id"), values)

    async def submit(body: Body) -> Any:
        return await discord.submit_modal(user(body), mapping(body, "values"))

    async def close(body: Body) -> Any:
        return discord.close_modal(user(body))

    async def slash(body: Body) -> Any:
        return await discord.slash(
            user(body),
            text(body, "channel"),
            text(body, "name"),
            mapping(body, "options"),
            optional(body, "subcommand"),
        )

    async def dismiss(body: Body) -> Any:
        return discord.dismiss(user(body), text(body, "message"))

    async def say(body: Body) -> Any:
        discord.say(user(body), text(body, "channel"), text(body, "text"))

    return {one.__name__: one for one in (press, submit, close, slash, dismiss, say)}
