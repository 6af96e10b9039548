"""The settings in both chats at the worst case: the longest names, values and grounds, in every script."""

from datetime import UTC, datetime

import pytest

from mutuals.cards import settings
from mutuals.cards.fields import MOST_FIELDS
from mutuals.cards.markup import Intent
from mutuals.cards.setting_groups import GROUPS, Group
from mutuals.domain.setting_values import Origin, SettingName, SettingValue
from mutuals_discord import layout
from mutuals_discord.field_modals import FieldsModal
from mutuals_sandbox.discord.bodies import check_message
from mutuals_sandbox.discord.modals import check_modal
from mutuals_sandbox.slack.blocks import MESSAGE, check_blocks, check_view
from mutuals_slack.blocks import answer
from mutuals_slack.field_views import fields_view
from mutuals_slack.views import Where

BRAND = "x" + "9" * 28
NOW = datetime(2026, 5, 3, tzinfo=UTC)
WORST = ("", "A" * 3000, "مرحبا " * 500, "😀" * 1500, "a\u0301" * 1500)
CHATS = ("slack", "discord")


def held(chat: str, value: str) -> dict[SettingName, SettingValue]:
    """Every setting with this value, set by somebody with a name as long as it may be."""
    names = [name for one in GROUPS for name in settings.names(one, chat)]
    return {
        name: SettingValue(name, value, Origin.CHAT, "N" * 100, NOW, value, Origin.FILE, "mutuals.toml")
        for name in names
    }


@pytest.mark.parametrize("value", WORST, ids=["empty", "long", "right to left", "emoji", "marks"])
@pytest.mark.parametrize("one", GROUPS, ids=lambda one: one.id)
def test_every_form_is_taken_by_both_chats(one: Group, value: str):
    errors = {each.field: value for each in one.settings}
    for chat in CHATS:
        form = settings.form(BRAND, one, chat, held(chat, value), UTC, typed=dict(errors), errors=errors)
        assert 1 <= len(form.fields) <= MOST_FIELDS
        assert check_view(fields_view(form, Where(form.target, Intent.SETTINGS, "C1", "1.0"))) == []
        check_modal(FieldsModal(form).to_dict())


@pytest.mark.parametrize("value", WORST, ids=["empty", "long", "right to left", "emoji", "marks"])
def test_every_answer_is_taken_by_both_chats(value: str):
    for chat in CHATS:
        values = held(chat, value)
        said = [settings.listing(BRAND, chat, values, may=True)]
        said += [settings.details(one, chat, values) for one in GROUPS]
        said += [settings.saved(one, chat, held(chat, "before"), values) for one in GROUPS]
        for each in said:
            assert check_blocks(answer(each)["blocks"], MESSAGE) == []
            check_message({"components": layout.answer_view(each).to_components(), "flags": 1 << 15})


def test_every_group_can_be_reached_from_the_list_in_both_chats():
    for chat in CHATS:
        listed = settings.listing(BRAND, chat, held(chat, "value " * 20), may=True)
        shown = str(
            answer(listed)["blocks"] if chat == "slack" else layout.answer_view(listed).to_components()
        )
        assert all(f"-settings.{one.id}-0" in shown for one in GROUPS)
