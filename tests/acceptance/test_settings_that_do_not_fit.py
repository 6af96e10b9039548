"""What somebody is told whose settings are mistyped, set by half, or readable by strangers."""

import json
import socket
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.test_commands_of_the_shell import mutuals

pytestmark = pytest.mark.smoke

ADDRESS = "MUTUALS_HTTP_ADDRESS"


@pytest.fixture
def variables(tmp_path: Path) -> dict[str, str]:
    """Discord, and an X that is far away: enough to start, if nothing else is wrong."""
    return {
        "MUTUALS_DATABASE_URL": f"sqlite:///{tmp_path / 'm.db'}",
        "MUTUALS_SETTINGS_FILE": "",
        "MUTUALS_X_API_URL": "http://127.0.0.1:1",
        "MUTUALS_X_ACCESS_TOKEN": "some-token-of-ours",
        "MUTUALS_DISCORD_API_URL": "http://127.0.0.1:1/api/v10",
        "MUTUALS_DISCORD_GATEWAY_URL": "ws://127.0.0.1:1",
        "MUTUALS_DISCORD_BOT_TOKEN": "some-bot-token",
        "MUTUALS_DISCORD_CHANNEL": "#care",
    }


def both(variables: dict[str, str]) -> str:
    """What `run` and the doctor say of unusable settings: the same sentences, status 2, and JSON when asked for."""
    seen, machine = mutuals("doctor", **variables), mutuals("doctor", "--json", **variables)
    assert (seen.exit_code, machine.exit_code) == (2, 2), seen.output
    run = mutuals("run", **variables)
    found = json.loads(machine.stdout)
    assert (run.exit_code, found["ok"]) == (2, False)
    assert run.stderr == seen.stderr == "".join(f"{one['said']}\n" for one in found["checks"])
    return run.stderr


def doctor(variables: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(mutuals("doctor", "--json", **variables).stdout)
    return {f"{one['title']}: {one['said']}": one["ok"] for one in found["checks"]}


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("MUTUALS_SLACK_CHANEL", "MUTUALS_SLACK_CHANNEL"),
        ("MUTUALS_SLACK_MEMBER", "MUTUALS_SLACK_MEMBERS"),
        ("MUTUALS_SLACK_CHANNEL_ID", "MUTUALS_SLACK_CHANNEL"),
        ("MUTUALS_DISCORD_TOKEN", "MUTUALS_DISCORD_BOT_TOKEN"),
        ("MUTUALS_DATABASE", "MUTUALS_DATABASE_URL"),
        ("MUTUALS_TIMEZONE", "MUTUALS_TIME_ZONE"),
        ("MUTUALS_SLACK_TOKEN_BOT", "MUTUALS_SLACK_BOT_TOKEN"),
        ("MUTUAL_SLACK_CHANNEL", "MUTUALS_SLACK_CHANNEL"),
        ("MUTUALS__POLL_SECONDS", "MUTUALS_POLL_SECONDS"),
    ],
)
def test_a_name_in_the_environment_that_resembles_a_setting_is_refused_with_the_setting(
    variables: dict[str, str], name: str, meant: str
):
    assert both(variables | {name: "1"}) == f"There is no setting {name}. Did you mean {meant}?\n"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MUTUALS_SERVICE_HOST", "10.0.0.7"),
        ("MUTUALS_SERVICE_PORT_HTTP", "8080"),
        ("MUTUALS_PORT", "tcp://10.0.0.7:8080"),
        ("MUTUALS_PORT_8080_TCP_ADDR", "10.0.0.7"),
        ("MUTUALS_SLACK_SERVICE_HOST", "10.0.0.8"),
        ("MUTUALS_HTTP_PORT", "tcp://10.0.0.8:80"),
        ("MUTUALS_TEST_RECORD", "folder"),
        ("mutuals_poll_seconds", "60"),
    ],
)
def test_what_an_orchestrator_or_a_test_sets_is_left_alone(variables: dict[str, str], name: str, value: str):
    assert not any("setting" in said.lower() for said in doctor(variables | {name: value}))


def test_another_name_of_ours_in_the_environment_is_told_and_stops_nothing(variables: dict[str, str]):
    found = doctor(variables | {"MUTUALS_DEPLOYED_BY": "somebody"})

    assert found["Settings: There is no setting MUTUALS_DEPLOYED_BY, so it does nothing."] is False
    assert "Database: Opens, and has the present shape." in found


def test_the_file_is_read_strictly_and_every_mistake_is_told_at_once(
    variables: dict[str, str], tmp_path: Path
):
    file = tmp_path / "mutuals.toml"
    file.write_text(
        'MUTUALS_SLACK_CHANEL = "#care"\nCOLOUR = 1\nMUTUALS_DAILY_DOLLARS = inf\nMUTUALS_SETTINGS_FILE = "x"\n'
        'MUTUALS_X_CLIENT_SECRET = "s"\n[slack]\nbot_token = "xoxb-hidden"\nchanel = "#care"\n'
        '[MUTUALS_NEVER_FOLLOW]\nrival = "a competitor"\nMUTUALS_FAMILY = "acmehelp"\n'
    )

    said = both(variables | {"MUTUALS_SETTINGS_FILE": str(file), "MUTUALS_DISCORD_ROLES": "Care"})

    assert f"{file}: there is no setting MUTUALS_SLACK_CHANEL. Did you mean MUTUALS_SLACK_CHANNEL?" in said
    assert f"{file}: there is no setting COLOUR.\n" in said
    assert "MUTUALS_DAILY_DOLLARS is not usable: write a number, 0 or more." in said
    assert "MUTUALS_SETTINGS_FILE works only in the environment" in said
    assert "no tables like [slack]" in said
    assert "MUTUALS_SLACK_BOT_TOKEN, MUTUALS_SLACK_CHANNEL." in said
    assert "MUTUALS_FAMILY stands inside the table [MUTUALS_NEVER_FOLLOW]" in said
    assert "MUTUALS_X_CLIENT_SECRET is set without MUTUALS_X_CLIENT_ID" in said
    assert "There is no setting MUTUALS_DISCORD_ROLES. Did you mean MUTUALS_DISCORD_ROLE?" in said
    assert "xoxb-hidden" not in said


@pytest.mark.parametrize("number", ["inf", "-inf", "nan", "1e400", "1e300", "-1", "1e9"])
def test_a_number_that_is_none_or_far_too_large_is_refused(variables: dict[str, str], number: str):
    names = ("DAILY_DOLLARS", "POLL_SECONDS", "X_TIMEOUT_SECONDS", "ALERT_LINE", "BUNDLE_FROM")

    said = both(variables | {f"MUTUALS_{name}": number for name in names})

    assert [f"MUTUALS_{name} is not usable: write " in said for name in names] == [True] * 5


SLACK = {"MUTUALS_SLACK_BOT_TOKEN": "xoxb-1", "MUTUALS_SLACK_CHANNEL": "#care"}
REDIRECT = "MUTUALS_SLACK_REDIRECT_URL"
INSTALLS = {
    "MUTUALS_SLACK_CLIENT_ID": "1.2",
    "MUTUALS_SLACK_CLIENT_SECRET": "s",
    "MUTUALS_SLACK_APP_TOKEN": "xapp-1",
    REDIRECT: "https://mutuals.example/slack/oauth_redirect",
}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (SLACK | {"MUTUALS_SLACK_SIGNING_SECRET": "s"}, "MUTUALS_HTTP_ADDRESS is not set, so nothing listens"),
        (INSTALLS, "MUTUALS_SLACK_CLIENT_ID is set, so workspaces install the app on a page of Mutuals"),
        (INSTALLS | {"MUTUALS_SLACK_CLIENT_SECRET": ""}, "is set without MUTUALS_SLACK_CLIENT_SECRET"),
        (INSTALLS | {"MUTUALS_SLACK_CLIENT_ID": ""}, "is set without MUTUALS_SLACK_CLIENT_ID"),
        (INSTALLS | {"MUTUALS_SLACK_APP_TOKEN": ""}, "is set without MUTUALS_SLACK_APP_TOKEN"),
        (
            INSTALLS | {REDIRECT: "http://mutuals.example/slack/oauth_redirect"},
            "Slack sends nobody to an address without encryption",
        ),
        (SLACK, "with MUTUALS_SLACK_BOT_TOKEN alone, no click comes back"),
        ({"MUTUALS_SLACK_CHANNEL": "#care"}, "MUTUALS_SLACK_CHANNEL is set without MUTUALS_SLACK_BOT_TOKEN"),
        ({"MUTUALS_SLACK_BOT_TOKEN": "xoxb-1", "MUTUALS_SLACK_APP_TOKEN": "xapp-1"}, "set MUTUALS_SLACK_CHANNEL"),
        ({"MUTUALS_DISCORD_CHANNEL": ""}, "Discord is set up by half: set MUTUALS_DISCORD_CHANNEL"),
        ({"MUTUALS_DISCORD_BOT_TOKEN": "", "MUTUALS_DISCORD_ROLE": "Care"}, "without MUTUALS_DISCORD_BOT_TOKEN"),
        ({"MUTUALS_DISCORD_MEMBERS": " , "}, "MUTUALS_DISCORD_MEMBERS is not usable: it names no role"),
        ({"MUTUALS_X_CLIENT_SECRET": "s"}, "MUTUALS_X_CLIENT_SECRET is set without MUTUALS_X_CLIENT_ID"),
        ({"MUTUALS_X_REFRESH_TOKEN": "r"}, "MUTUALS_X_REFRESH_TOKEN is set without MUTUALS_X_CLIENT_ID"),
        ({"MUTUALS_X_WEBHOOK_SECRET": "w"}, "MUTUALS_X_WEBHOOK_SECRET is set without MUTUALS_HTTP_ADDRESS"),
        ({"MUTUALS_SLACK_CHANNEL": '"#care"'}, "it stands in quotation marks; take them away"),
        ({"MUTUALS_X_HEADERS": "{“X-Key”: “v”}"}, "it holds “, which word processors write"),
        ({"MUTUALS_FAMILY": "acmehelp; acme_de"}, "is no handle"),
        ({ADDRESS: "::1:8093"}, "write an IPv6 address in brackets, like [::1]:8080"),
    ],
)  # fmt: skip
def test_what_is_set_by_half_is_refused(variables: dict[str, str], given: dict[str, str], said: str):
    assert said in both(variables | given)


def test_the_doctor_speaks_json_when_nothing_can_be_read(variables: dict[str, str], tmp_path: Path):
    file = tmp_path / "mutuals.toml"
    file.write_text("MUTUALS_POLL_SECONDS = \n")

    assert "can't be read" in both(variables | {"MUTUALS_SETTINGS_FILE": str(file)})
    away = mutuals("doctor", "--json", **variables | {
        "MUTUALS_DATABASE_URL": "postgresql://mutuals:hunter2@127.0.0.1:1/mutuals",
        "MUTUALS_SECRET_KEY": "sixteen letters or more",
    })  # fmt: skip
    assert (away.exit_code, json.loads(away.stdout)["ok"]) == (1, False)
    assert "hunter2" not in away.output


def test_a_file_with_a_token_that_others_may_read_is_told(variables: dict[str, str], tmp_path: Path):
    file = tmp_path / "mutuals.toml"
    file.write_text('MUTUALS_X_CLIENT_ID = "id"\nMUTUALS_X_CLIENT_SECRET = "hidden"\n')
    file.chmod(0o644)
    open_to_all = doctor(variables | {"MUTUALS_SETTINGS_FILE": str(file)})
    file.chmod(0o600)
    closed = doctor(variables | {"MUTUALS_SETTINGS_FILE": str(file)})

    said = f"Settings: Other users of this machine can read {file}, which holds MUTUALS_X_CLIENT_SECRET. "
    assert [ok for one, ok in open_to_all.items() if one.startswith(said)] == [False]
    assert not any("Other users" in one for one in closed)


@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")])
def test_a_port_that_is_taken_is_told_by_the_doctor(
    variables: dict[str, str], monkeypatch: pytest.MonkeyPatch, family: socket.AddressFamily, host: str
):
    monkeypatch.setattr("mutuals.service.doctor.HEALTH_SECONDS", 0.3)  # whoever is there will not answer
    with socket.socket(family) as taken:
        taken.bind((host, 0))
        taken.listen()
        taken.settimeout(5)
        port = taken.getsockname()[1]
        address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        told = doctor(variables | {ADDRESS: address})

    free = doctor(variables | {ADDRESS: address})
    assert [ok for one, ok in told.items() if f"{ADDRESS}={address}: another program" in one] == [False]
    assert free[f"HTTP address: {address} is free for Mutuals to listen on."] is True
