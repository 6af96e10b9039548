"""The limits of Block Kit: at the limit it passes, one over it is refused."""

from typing import Any

import pytest

from mutuals_sandbox.slack.blocks import HOME, MESSAGE, MODAL, check_blocks, check_view


def plain(n: int) -> dict[str, Any]:
    return {"type": "plain_text", "text": "x" * n}


def section(**more: Any) -> dict[str, Any]:
    return {"type": "section", "text": plain(5), **more}


def actions(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements)}


def button(n: int = 1, **more: Any) -> dict[str, Any]:
    return {"type": "button", "text": plain(n), **more}


def options(n: int) -> list[dict[str, Any]]:
    return [{"text": plain(3), "value": str(i)} for i in range(n)]


def field(**more: Any) -> dict[str, Any]:
    return {"type": "input", "label": plain(3), "element": {"type": "plain_text_input", **more}}


SIZES = {
    "section text": (3000, lambda n: [section(text=plain(n))]),
    "fields": (10, lambda n: [section(fields=[plain(1)] * n)]),
    "field text": (2000, lambda n: [section(fields=[plain(n)])]),
    "header": (150, lambda n: [{"type": "header", "text": plain(n)}]),
    "button text": (75, lambda n: [actions(button(n))]),
    "button value": (2000, lambda n: [actions(button(value="x" * n))]),
    "action_id": (255, lambda n: [actions(button(action_id="x" * n))]),
    "block_id": (255, lambda n: [section(block_id="x" * n)]),
    "actions": (25, lambda n: [actions(*[button(action_id=str(i)) for i in range(n)])]),
    "context": (10, lambda n: [{"type": "context", "elements": [plain(1)] * n}]),
    "overflow": (5, lambda n: [section(accessory={"type": "overflow", "options": options(n)})]),
    "options": (100, lambda n: [actions({"type": "static_select", "options": options(n)})]),
    "option value": (
        150,
        lambda n: [
            section(accessory={"type": "overflow", "options": [{"text": plain(1), "value": "x" * n}]})
        ],
    ),
    "blocks": (50, lambda n: [{"type": "divider"}] * n),
    "markdown": (12_000, lambda n: [{"type": "markdown", "text": "x" * n}]),
    "card buttons": (
        3,
        lambda n: [{"type": "card", "actions": [button(action_id=str(i)) for i in range(n)]}],
    ),
}


@pytest.mark.parametrize("what", SIZES)
def test_a_message_may_reach_each_limit_and_not_pass_it(what: str):
    limit, build = SIZES[what]

    assert check_blocks(build(limit), MESSAGE) == []
    assert check_blocks(build(limit + 1), MESSAGE)


WRONG = {
    "no type": [{"text": plain(1)}],
    "unknown type": [{"type": "sparkles"}],
    "not an object": ["section"],
    "not a list": {"type": "divider"},
    "unknown key": [section(colour="red")],
    "section without words": [{"type": "section"}],
    "header in mrkdwn": [{"type": "header", "text": {"type": "mrkdwn", "text": "x"}}],
    "empty text": [section(text=plain(0))],
    "empty actions": [actions()],
    "a text where a button belongs": [actions(plain(3))],
    "style of another world": [actions(button(style="loud"))],
    "two actions of one id in a block": [actions(button(action_id="a"), button(action_id="a"))],
    "two blocks of one id": [section(block_id="a"), section(block_id="a")],
    "image without a source": [{"type": "image", "alt_text": "x"}],
    "image without words": [{"type": "image", "image_url": "https://example.com/a.png"}],
    "a menu without options": [actions({"type": "static_select"})],
    "a menu with a value twice": [actions({"type": "static_select", "options": options(1) * 2})],
    "a start that is no option": [
        actions({"type": "static_select", "options": options(1), "initial_option": options(2)[1]})
    ],
    "markdown too long in all": [{"type": "markdown", "text": "x" * 7000}] * 2,
    "an alert outside a modal": [{"type": "alert", "text": plain(3)}],
    "nonsense inside": [section(block_id=["a"], text=7, fields={"a": 1}, accessory=None)],
}


@pytest.mark.parametrize("what", WRONG)
def test_wrong_blocks_are_refused(what: str):
    problems = check_blocks(WRONG[what], MESSAGE)

    assert problems
    assert all(line.startswith("[ERROR] ") and "[json-pointer:/blocks" in line for line in problems)


def test_the_same_action_id_may_stand_in_two_blocks():
    assert check_blocks([actions(button(action_id="a")), actions(button(action_id="a"))], MESSAGE) == []


def test_an_alert_belongs_in_a_modal_and_a_table_does_not():
    alert = [{"type": "alert", "text": plain(200), "level": "warning"}]
    table = [{"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]]}]

    assert check_blocks(alert, MODAL) == []
    assert check_blocks(alert, HOME)
    assert check_blocks(table, MODAL)
    assert check_blocks(table, MESSAGE) == []


def modal(**more: Any) -> dict[str, Any]:
    return {"type": "modal", "title": plain(24), "blocks": [{"type": "divider"}], **more}


VIEW_SIZES = {
    "title": (24, lambda n: modal(title=plain(n))),
    "submit": (24, lambda n: modal(submit=plain(n))),
    "close": (24, lambda n: modal(close=plain(n))),
    "private_metadata": (3000, lambda n: modal(private_metadata="x" * n)),
    "callback_id": (255, lambda n: modal(callback_id="x" * n)),
    "blocks": (100, lambda n: modal(blocks=[{"type": "divider"}] * n)),
    "alert": (200, lambda n: modal(blocks=[{"type": "alert", "text": plain(n)}])),
    "first text": (3000, lambda n: modal(submit=plain(1), blocks=[field(initial_value="x" * n)])),
}


@pytest.mark.parametrize("what", VIEW_SIZES)
def test_a_modal_may_reach_each_limit_and_not_pass_it(what: str):
    limit, build = VIEW_SIZES[what]

    assert check_view(build(limit)) == []
    assert check_view(build(limit + 1))


def test_a_modal_with_inputs_needs_submit_and_every_modal_a_title():
    assert check_view(modal(blocks=[field()]))
    assert check_view(modal(blocks=[field()], submit=plain(4))) == []
    assert check_view({"type": "modal", "blocks": [{"type": "divider"}]})
    assert check_view({"type": "popup", "blocks": []})
    assert check_view(["modal"])


def test_a_home_tab_has_no_submit():
    assert check_view({"type": "home", "blocks": [section()]}) == []
    assert check_view({"type": "home", "blocks": [section()], "submit": plain(3)})
