"""Whoever takes over cases, on loopback: a mail server that speaks SMTP, and a webhook. They keep what they get."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web


@dataclass
class MailServer:
    """Takes mail as `codes` say: the answers to RCPT, one after the other; then 250."""

    url: str = ""
    mails: list[str] = field(default_factory=list)
    codes: list[int] = field(default_factory=list)
    silent: bool = False  # takes the mail and hangs up without a word

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 here\r\n")
        while line := (await reader.readline()).decode().strip():
            word = line.split()[0].upper()
            if word == "DATA":
                writer.write(b"354 go on\r\n")
                self.mails.append((await reader.readuntil(b"\r\n.\r\n")).decode())
                if self.silent:
                    break
                writer.write(b"250 taken\r\n")
            elif word == "RCPT":
                writer.write(f"{self.codes.pop(0) if self.codes else 250} so\r\n".encode())
            elif word == "QUIT":
                writer.write(b"221 bye\r\n")
                break
            else:
                writer.write(b"250 ok\r\n")
        writer.close()


@asynccontextmanager
async def mail_server() -> AsyncIterator[MailServer]:
    """While it is open, its `url` is one for MUTUALS_SMTP_URL."""
    made = MailServer()
    server = await asyncio.start_server(made.talk, "127.0.0.1", 0)
    made.url = f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server:
        yield made


@dataclass
class Webhook:
    """Answers with `statuses`, one after the other; then 200."""

    url: str = ""
    got: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.Response:
        self.got.append((dict(request.headers), await request.read()))
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200, text="never read")


@asynccontextmanager
async def webhook() -> AsyncIterator[Webhook]:
    """While it is open, its `url` is one for MUTUALS_HANDOFF_WEBHOOK."""
    made = Webhook()
    app = web.Application()
    app.router.add_post("/cases", made.take)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/cases"
    try:
        yield made
    finally:
        await runner.cleanup()
