"""A company's network: a proxy is the only way out, and its own CA signs what comes back. What the doctor then says."""

import json
import os
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from mutuals.ports.outbound import proxy_for
from tests.acceptance.test_commands_of_the_shell import mutuals

PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


@pytest.fixture(autouse=True)
def no_proxy_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


class Far(BaseHTTPRequestHandler):
    """A proxy that wants a login, and a server that knows nothing: both write down whom they are asked for."""

    def do_CONNECT(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        self.send_response(407)
        self.end_headers()

    def do_GET(self) -> None:
        self.send_response(404)
        self.end_headers()

    do_POST = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def listening(context: ssl.SSLContext | None = None) -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Far)
    server.asked = []  # type: ignore[attr-defined]
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client that does not trust us hangs up
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def variables(tmp_path: Path, x: str, slack: str, discord: str) -> dict[str, str]:
    return {
        "MUTUALS_DATABASE_URL": f"sqlite:///{tmp_path / 'm.db'}",
        "MUTUALS_SETTINGS_FILE": "",
        "MUTUALS_X_API_URL": x,
        "MUTUALS_X_ACCESS_TOKEN": "some-token-of-ours",
        "MUTUALS_SLACK_API_URL": f"{slack}/api/",
        "MUTUALS_SLACK_BOT_TOKEN": "xoxb-ours",
        "MUTUALS_SLACK_APP_TOKEN": "xapp-ours",
        "MUTUALS_SLACK_CHANNEL": "C0123ABCD",
        "MUTUALS_DISCORD_API_URL": f"{discord}/api/v10",
        "MUTUALS_DISCORD_BOT_TOKEN": "some-bot-token",
        "MUTUALS_DISCORD_CHANNEL": "#care",
    }


FAR = ("https://x.example.test", "https://slack.example.test", "https://discord.example.test")


def steps(output: str) -> str:
    return "\n".join(
        f"{one['said']} {one['next_step']}" for one in json.loads(output)["checks"] if not one["ok"]
    )


@pytest.mark.smoke
def test_x_slack_and_discord_go_through_the_proxy_and_its_password_is_shown_nowhere(tmp_path: Path):
    with listening() as proxy:
        way = f"http://ana:hunter2@127.0.0.1:{proxy.server_port}"
        done = mutuals("doctor", "--json", **variables(tmp_path, *FAR), https_proxy=way)

    asked = {one.partition(":")[0] for one in proxy.asked}  # type: ignore[attr-defined]
    assert asked == {"x.example.test", "slack.example.test", "discord.example.test"}
    assert steps(done.stdout).count("The proxy wants a user and a password") == 3
    assert "hunter2" not in done.output


@pytest.mark.smoke
def test_the_doctor_tells_a_proxy_that_is_away_from_a_host_that_is(tmp_path: Path):
    said = steps(
        mutuals("doctor", "--json", **variables(tmp_path, *FAR), ALL_PROXY="http://127.0.0.1:1").stdout
    )
    assert said.count("The proxy 127.0.0.1:1, which HTTPS_PROXY or HTTP_PROXY names, can't be reached") == 3

    away = ("https://127.0.0.1:1",) * 3
    said = steps(
        mutuals("doctor", "--json", **variables(tmp_path, *away), HTTPS_PROXY="http://127.0.0.1:9").stdout
    )
    assert said.count("127.0.0.1:1 refuses connections") == 3


@pytest.mark.smoke
def test_a_name_that_is_not_found_is_called_so(tmp_path: Path):
    lost = ("https://nowhere.invalid",) * 3
    said = steps(mutuals("doctor", "--json", **variables(tmp_path, *lost)).stdout)

    assert said.count("The name nowhere.invalid is not found") == 3


@pytest.mark.smoke
def test_a_socks_proxy_is_refused_in_words(tmp_path: Path):
    done = mutuals("run", **variables(tmp_path, *FAR), HTTPS_PROXY="socks5://ana:hunter2@10.0.0.1:1080")

    assert done.exit_code == 2
    assert "HTTPS_PROXY is no proxy that Mutuals can use" in done.stderr
    assert "hunter2" not in done.output


def company(tmp_path: Path) -> tuple[Path, ssl.SSLContext]:
    """The file of a company's CA that no machine knows, and a server's side that it signs for 127.0.0.1."""
    now, key = datetime.now(UTC), ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "A company's own CA")])
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(7).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    ca, both = tmp_path / "ca.pem", tmp_path / "server.pem"
    ca.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    both.write_bytes(private + ca.read_bytes())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(both)
    return ca, context


def test_a_certificate_that_is_not_trusted_is_called_so_and_the_companys_file_mends_it(tmp_path: Path):
    ca, context = company(tmp_path)
    with listening(context) as server:
        here = (f"https://127.0.0.1:{server.server_port}",) * 3
        given = variables(tmp_path, *here)
        untrusted = steps(mutuals("doctor", "--json", **given).stdout)
        clean = {name: value for name, value in os.environ.items() if not name.startswith("MUTUALS_")}
        trusted = subprocess.run(
            [sys.executable, "-m", "mutuals", "doctor", "--json"], capture_output=True, text=True, timeout=90,
            check=False, env=clean | given | {"SSL_CERT_FILE": str(ca)},
        )  # fmt: skip

    sentence = "The certificate of 127.0.0.1 is not trusted by this machine. If your company inspects traffic, set SSL_CERT_FILE"
    assert untrusted.count(sentence) == 3
    assert "certificate" not in steps(trusted.stdout)


@pytest.mark.smoke
@pytest.mark.parametrize(
    ("url", "no", "direct"),
    [
        ("https://api.x.com", "", False),
        ("https://api.x.com", "x.com", True),
        ("https://api.x.com", ".x.com, other", True),
        ("https://box.com", "x.com", False),
        ("https://10.1.2.3:8443", "10.0.0.0/8", True),
        ("https://[fd00::5]", "fd00::/8", True),
        ("https://192.168.0.1", "10.0.0.0/8", False),
        ("wss://gateway.discord.gg", "*", True),
        ("http://[::1]:80", "", True),
        ("http://localhost:80", "", True),
    ],
)
def test_no_proxy_names_hosts_domains_and_networks(
    monkeypatch: pytest.MonkeyPatch, url: str, no: str, direct: bool
):
    monkeypatch.setenv("HTTPS_PROXY", "proxy.example.test:3128")
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.example.test:3128")
    monkeypatch.setenv("no_proxy", no)

    assert proxy_for(url) == (None if direct else "http://proxy.example.test:3128")
