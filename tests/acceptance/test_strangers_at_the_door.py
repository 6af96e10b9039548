"""Whoever reaches our HTTP address: slow, broken and many requests cost neither the log nor the service."""

import asyncio
import logging
import socket

import aiohttp
import pytest

from mutuals.service import http_limits
from tests.acceptance.house import Open

HALF = b"POST /health HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\nzebra-bytes"
JUNK = b"GET / HTTP/1.1\r\nzebra-bytes \x00\x01: x\r\n\r\n"


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def sent(port: int, what: bytes, *, cut: bool = False) -> bytes:
    """Send it and read until the other side closes; or hang up at once."""
    async with asyncio.timeout(20):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(what)
        await writer.drain()
        try:
            return b"" if cut else await reader.read()
        except ConnectionError:
            return b"reset"
        finally:
            writer.close()


@pytest.mark.parametrize("path", [b"/slack/events", b"/health", b"/ready"])
async def test_a_half_sent_request_is_cut_off_in_time(
    open_house: Open, port: int, monkeypatch: pytest.MonkeyPatch, path: bytes
):
    monkeypatch.setattr(http_limits, "READ_SECONDS", 0.3)
    monkeypatch.setattr("mutuals.service.web.READ_SECONDS", 0.3)
    await open_house(HTTP_ADDRESS=f"127.0.0.1:{port}")

    await sent(port, HALF.replace(b"/health", path).replace(b"POST", b"GET"))
    await sent(port, b"GET /health HTTP/1.1\r\nHost: ")  # returns: it was closed
    await sent(port, b"")


@pytest.mark.smoke
async def test_three_hundred_broken_requests_are_one_line_in_the_log_without_their_bytes(
    open_house: Open,
    port: int,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
):
    monkeypatch.setattr(http_limits, "READ_SECONDS", 0.3)
    await open_house(HTTP_ADDRESS=f"127.0.0.1:{port}")
    caplog.set_level(logging.DEBUG)
    caplog.clear()
    capfd.readouterr()

    for _ in range(10):
        await asyncio.gather(
            *(sent(port, JUNK) for _ in range(10)),
            *(sent(port, HALF, cut=True) for _ in range(10)),
            *(sent(port, HALF.replace(b"POST", b"GET"), cut=True) for _ in range(10)),
        )
    out, err = capfd.readouterr()
    written = caplog.text + out + err

    assert "zebra" not in written
    assert "Traceback" not in written
    assert written.count("http.refused") <= 2  # caught by the log, and printed
    assert len(written) < 100_000


async def test_too_many_at_once_are_refused_in_words_and_those_who_are_in_are_served(
    open_house: Open, port: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(http_limits, "MOST_CONNECTIONS", 3)
    await open_house(HTTP_ADDRESS=f"127.0.0.1:{port}")
    held = [await asyncio.open_connection("127.0.0.1", port) for _ in range(3)]
    try:
        refused = await sent(port, b"")
        held[0][1].write(b"GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
        served = await asyncio.wait_for(held[0][0].readline(), 10)
    finally:
        for _, writer in held:
            writer.close()

    assert b"503" in refused
    assert b"Too many connections" in refused
    assert b"200" in served
    async with aiohttp.ClientSession() as browser:
        for _ in range(100):
            async with browser.get(f"http://127.0.0.1:{port}/health") as answer:
                if answer.status == 200:
                    break
            await asyncio.sleep(0.05)
        assert answer.status == 200
