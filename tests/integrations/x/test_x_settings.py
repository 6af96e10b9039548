"""Mistakes in the settings are said in words, without repeating what may be secret."""

from typing import Any

import pytest
from pydantic import SecretStr

from mutuals.domain.errors import SettingsError
from mutuals.service.settings import load
from mutuals_x import integration
from mutuals_x.settings import XSettings


def test_every_setting_is_described() -> None:
    assert all(field.description for field in XSettings.model_fields.values())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MUTUALS_X_API_URL", "api.x.com"),
        ("MUTUALS_X_API_URL", "https://api.x.com?key=secret-1"),
        ("MUTUALS_X_WEB_URL", "ftp://x.com"),
        ("MUTUALS_X_HEADERS", '{"X-Key": "secret-1"'),
        ("MUTUALS_X_HEADERS", '["secret-1"]'),
        ("MUTUALS_X_HEADERS", '{"X-Key": 1}'),
        ("MUTUALS_X_HEADERS", '{"X-Key": "secret-1\\r\\nHost: evil"}'),
        ("MUTUALS_X_CALLBACK", "https://example.com/callback"),
        ("MUTUALS_X_CALLBACK", "http://127.0.0.1/callback"),
        ("MUTUALS_X_TIMEOUT_SECONDS", "0"),
        ("MUTUALS_X_OWNED_APP", "perhaps"),
    ],
)
def test_a_mistake_names_its_variable_and_keeps_its_value(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError) as caught:
        load([XSettings])

    assert name in str(caught.value)
    assert "secret-1" not in str(caught.value)


def test_headers_are_read_from_json(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUTUALS_X_HEADERS", '{"X-Key": "secret-1"}')

    settings = XSettings()

    assert settings.headers["X-Key"].get_secret_value() == "secret-1"
    assert "secret-1" not in repr(settings)


@pytest.mark.parametrize(
    ("values", "signed_in", "said"),
    [
        ({}, False, "Set MUTUALS_X_CLIENT_ID, then run: mutuals connect x"),
        ({"client_id": "c"}, False, "Run: mutuals connect x"),
        ({"client_id": "c"}, True, ""),
        ({}, True, "Set MUTUALS_X_CLIENT_ID: without it the sign-in can't be renewed."),
        ({"access_token": SecretStr("a")}, False, ""),
        (
            {"refresh_token": SecretStr("r")},
            False,
            "Set MUTUALS_X_CLIENT_ID: without it the sign-in can't be renewed.",
        ),
    ],
)
def test_what_must_be_done_to_begin_is_said_in_its_order(
    values: dict[str, Any], signed_in: bool, said: str
) -> None:
    assert integration.to_do(XSettings(**values), signed_in) == said


def test_the_vendor_is_not_loaded_before_it_is_needed() -> None:
    import subprocess
    import sys

    code = "import mutuals_x, sys; sys.exit('tweepy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
