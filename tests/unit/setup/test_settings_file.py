"""What setup writes into `mutuals.toml`, and what it leaves alone."""

import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain.errors import SettingsError
from mutuals.setup.settings_file import path_of_settings, write_settings

NAME = "MUTUALS_SLACK_BOT_TOKEN"
NAMES = st.text("ABCXYZ_", min_size=1, max_size=12).map(lambda one: f"MUTUALS_{one}")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mutuals.toml"


def read(file: Path) -> dict[str, object]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def test_a_new_file_can_be_read_by_its_owner_only(file: Path):
    write_settings(file, {NAME: "xoxb-1"})

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert read(file) == {NAME: "xoxb-1"}


def test_a_file_that_others_could_read_is_closed_to_them(file: Path):
    file.write_text("MUTUALS_LANGUAGE = 1\n")
    file.chmod(0o644)

    write_settings(file, {NAME: "xoxb-1"})

    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_comments_order_tables_and_other_settings_stay(file: Path):
    before = '# ours\nMUTUALS_POLL_SECONDS = 30 # quick\n\nmutuals_slack_bot_token = "old"\n\n[MUTUALS_X_HEADERS]\nA = "b"\n'
    file.write_text(before)

    write_settings(file, {NAME: "new", "MUTUALS_SLACK_CHANNEL": "C1"})

    assert file.read_text().startswith(
        '# ours\nMUTUALS_POLL_SECONDS = 30 # quick\n\nmutuals_slack_bot_token = "new"\n'
    )
    assert read(file) == {
        "MUTUALS_POLL_SECONDS": 30,
        "mutuals_slack_bot_token": "new",
        "MUTUALS_SLACK_CHANNEL": "C1",
        "MUTUALS_X_HEADERS": {"A": "b"},
    }


def test_an_empty_value_takes_a_setting_out(file: Path):
    file.write_text(f'{NAME} = "old"\nMUTUALS_POLL_SECONDS = 30\n')

    write_settings(file, {NAME: "", "MUTUALS_SLACK_CHANNEL": ""})

    assert read(file) == {"MUTUALS_POLL_SECONDS": 30}


@given(st.dictionaries(NAMES, st.text(min_size=1, max_size=40)))
def test_whatever_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, values: dict[str, str]):
    file = tmp_path_factory.mktemp("settings") / "mutuals.toml"

    write_settings(file, values)

    assert read(file) == values


@pytest.mark.parametrize("text", ["A = “b”", "[", 'A = "1"\nA = "2"'])
def test_a_file_that_is_no_toml_is_left_as_it_is_and_said(file: Path, text: str):
    file.write_text(text)

    with pytest.raises(SettingsError, match=r"can't be read.*nothing was written"):
        write_settings(file, {NAME: "xoxb-1"})

    assert file.read_text() == text


def test_a_folder_that_is_not_there_is_said_and_nothing_lies_about(tmp_path: Path):
    with pytest.raises(SettingsError, match="can't be written"):
        write_settings(tmp_path / "nowhere" / "mutuals.toml", {NAME: "xoxb-1"})

    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link(tmp_path: Path, file: Path):
    real = tmp_path / "real.toml"
    real.write_text("")
    file.symlink_to(real)

    write_settings(file, {NAME: "xoxb-1"})

    assert file.is_symlink()
    assert read(real) == {NAME: "xoxb-1"}


def test_a_file_that_is_turned_off_can_not_be_set_up(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MUTUALS_SETTINGS_FILE", "")

    with pytest.raises(SettingsError, match="is empty, so no file is read"):
        path_of_settings()
