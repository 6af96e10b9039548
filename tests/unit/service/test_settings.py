"""Settings: where they are read from, and what is said about a mistake."""

from pathlib import Path

import pytest

from mutuals.domain.errors import SettingsError
from mutuals.ports.settings import variable
from mutuals.service import logs
from mutuals.service.bootstrap import Settings, known_sections
from mutuals.service.settings import CoreSettings, default_database_url, load

ODD = ("{", "# #", "-1", "nan", '{"a": 1}', "MUTUALS nonsense:x", "ftp://USER:x@HOST")
LIBRARY = ("should", "Input", "String", "Value error", "pattern", "pydantic")


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for section in known_sections():
        for field in section.model_fields:
            monkeypatch.delenv(variable(section, field), raising=False)
    monkeypatch.delenv("MUTUALS_SETTINGS_FILE", raising=False)


def mistakes() -> list[str]:
    with pytest.raises(SettingsError) as caught:
        Settings.read()
    return caught.value.mistakes


def core() -> CoreSettings:
    found = load([CoreSettings])[CoreSettings]
    assert isinstance(found, CoreSettings)
    return found


def test_a_settings_file_that_is_named_and_missing_is_told_once_with_its_variable(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setenv("MUTUALS_SETTINGS_FILE", "/etc/mutuals/mutuls.toml")

    [said] = mistakes()

    assert "/etc/mutuals/mutuls.toml" in said
    assert "MUTUALS_SETTINGS_FILE" in said


def test_without_a_name_the_file_of_the_folder_is_read_and_an_empty_name_means_no_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    nowhere = core().poll_seconds
    (tmp_path / "mutuals.toml").write_text("MUTUALS_POLL_SECONDS = 77\n")
    read = core().poll_seconds
    monkeypatch.setenv("MUTUALS_SETTINGS_FILE", "")

    assert (nowhere, read, core().poll_seconds) == (60, 77, 60)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("HTTP_ADDRESS", "8080", "write it like 127.0.0.1:8080 (HOST:PORT)."),
        ("POLL_SECONDS", "soon", "write a number from 1 to 21600."),
        ("DAILY_DOLLARS", "-1", "write a number, 0 or more."),
        ("ENGINE", "celery", "write inprocess or procrastinate."),
        ("X_OWNED_APP", "perhaps", "write true or false."),
        ("SLACK_MENTION", "@ana", "write it like U0123ABCD or S0123ABCD or here."),
        ("DIGEST_AT", "nine", "write it as 09:00, or off."),
    ],
)
def test_a_mistake_says_what_to_write(monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str):
    monkeypatch.setenv(f"MUTUALS_{name}", value)

    assert mistakes() == [f"MUTUALS_{name} is not usable: {said}"]


@pytest.mark.parametrize("odd", ODD)
def test_no_mistake_is_told_in_the_words_of_a_library(monkeypatch: pytest.MonkeyPatch, odd: str):
    for section in known_sections():
        for field in section.model_fields:
            monkeypatch.setenv(variable(section, field), odd)

    for said in mistakes():
        assert not any(word in said for word in LIBRARY), said
        assert not said.endswith("like ."), said


def test_the_example_of_an_address_is_shown_and_a_real_password_is_not():
    shown = "postgresql://USER:PASSWORD@HOST/NAME"

    assert logs.blank(shown) == shown
    assert "hunter2" not in logs.blank("postgresql://mutuals:hunter2@db/mutuals")


LINE = 'MUTUALS_POLL_SECONDS = "90"\n'


def test_a_file_with_a_byte_order_mark_is_read():
    Path("mutuals.toml").write_bytes(b"\xef\xbb\xbf" + LINE.encode())

    assert core().poll_seconds == 90


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (LINE.encode("utf-16"), "UTF-16"),
        (LINE.encode("utf-16-le"), "UTF-16"),
        (
            (LINE + 'MUTUALS_SLACK_CHANNEL = "#caf\u00e9"\n').encode("latin-1"),
            "line 2 is not written in UTF-8",
        ),
        ((LINE + "MUTUALS_SLACK_CHANNEL = \u201c#care\u201d\n").encode(), "line 2: it holds \u201c"),
        ((LINE + 'MUTUALS_SLACK_CHANNEL\u00a0= "#care"\n').encode(), "a no-break space"),
    ],
)
def test_a_file_as_an_editor_may_save_it_is_refused_with_what_to_do(raw: bytes, said: str):
    Path("mutuals.toml").write_bytes(raw)

    [mistake] = mistakes()

    assert "mutuals.toml can't be read" in mistake
    assert said in mistake


def test_a_user_without_a_home_directory_is_told_what_to_set(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr("os.getuid", lambda: 4_000_000_001)  # a container's user that stands in no list

    with pytest.raises(SettingsError, match=r"no home directory.*MUTUALS_DATABASE_URL"):
        default_database_url()
