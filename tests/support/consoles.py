"""Stand-ins for the consoles of X, Slack and Discord: the pages on which a newcomer makes an app and copies its tokens.

They are drawn from the vendors' documentation, screen by screen, with as many presses as the real ones ask for at the time
of writing. Nobody has compared them with the real ones. A browser is led here by its own name resolution, over TLS.
"""

import datetime
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOSTS = ("discord.com", "api.slack.com", "console.x.com")
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><link rel="icon" href="data:,">
<h1>{title}</h1>{wrong}<form method="post">{body}<p><button>{button}</button></p></form>
<script>for (const one of document.querySelectorAll("[data-copy]")) one.onclick = () =>
navigator.clipboard.writeText(one.dataset.copy).then(() => {{ one.textContent = "Copied"; }});</script></html>"""


@dataclass(frozen=True)
class Screen:
    """One page: fields by label, entries to tick, and the button that leads on. `shows` is a value with a button Copy."""

    title: str
    button: str = ""
    types: tuple[str, ...] = ()
    ticks: tuple[str, ...] = ()
    shows: Callable[[], str] | None = None
    then: Callable[[], None] = lambda: None  # what pressing the button does


@dataclass
class Consoles:
    """The server. `screens` are the pages by host and path, in the order in which they come."""

    screens: dict[tuple[str, str], list[Screen]]
    typed: dict[str, str] = field(default_factory=dict)  # what was typed, by label
    asked: dict[str, dict[str, str]] = field(default_factory=dict)  # the query of each address, by path
    port: int = 0
    _at: dict[tuple[str, str], int] = field(default_factory=dict)
    _runner: web.AppRunner | None = None

    async def start(self, folder: Path) -> None:
        """Listen on loopback with a throwaway certificate."""
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0, ssl_context=_certificate(folder)).start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def flags(self) -> list[str]:
        """What makes Chromium come here."""
        rules = ",".join(f"MAP {host} 127.0.0.1:{self.port}" for host in HOSTS)
        return [f"--host-resolver-rules={rules}", "--ignore-certificate-errors"]

    async def _serve(self, request: web.Request) -> web.Response:
        place = (request.host, request.path)
        if place not in self.screens:
            return web.Response(status=404, text=f"{place} is no page of these consoles.")
        if request.query:
            self.asked[request.path] = dict(request.query)
        wrong = ""
        if request.method == "POST":
            wrong = await self._press(place, request)
            if not wrong:
                return web.Response(status=303, headers={"Location": request.path})
        screen = self.screens[place][self._at.get(place, 0)]
        return web.Response(text=_drawn(screen, wrong), content_type="text/html")

    async def _press(self, place: tuple[str, str], request: web.Request) -> str:
        """Go on when everything is filled in; else what is missing."""
        screen = self.screens[place][self._at.get(place, 0)]
        form = {name: str(value) for name, value in (await request.post()).items()}
        missing = [one for one in (*screen.types, *screen.ticks) if not form.get(one)]
        if missing:
            return f"Missing: {', '.join(missing)}"
        self.typed |= form
        screen.then()
        self._at[place] = min(self._at.get(place, 0) + 1, len(self.screens[place]) - 1)
        return ""


def _drawn(screen: Screen, wrong: str) -> str:
    rows = [
        f'<p><label>{escape(one)} <input name="{escape(one)}" autocomplete="off"></label></p>'
        for one in screen.types
    ]
    rows += [
        f'<p><label><input type="checkbox" name="{escape(one)}"> {escape(one)}</label></p>'
        for one in screen.ticks
    ]
    if screen.shows is not None:
        value = escape(screen.shows())
        rows.append(f'<p><code>{value}</code> <button type="button" data-copy="{value}">Copy</button></p>')
    button = f"<p><b>{escape(wrong)}</b></p>" if wrong else ""
    return PAGE.format(
        title=escape(screen.title), wrong=button, body="".join(rows), button=escape(screen.button or "Close")
    )


def _certificate(folder: Path) -> ssl.SSLContext:
    """For all hosts, signed by itself, for a day."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "consoles of the tests")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(one) for one in HOSTS]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / "consoles.pem"
    unlocked = serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, unlocked)
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context
