"""Secrets that can be recognised, a far side that echoes what it was sent, and the search for what got out."""

import base64
import html
import json
import re
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO
from urllib.parse import quote, quote_plus

from aiohttp import web

from mutuals_sandbox.faults import Faults, Handler, Refusal


def _in_base64(secret: bytes, table: bytes) -> Iterable[str]:
    """The part of a Base64 text that shows the secret, wherever in the plain text it begins."""
    for before in range(3):
        whole = base64.b64encode(b"\0" * before + secret, table)
        last = len(whole) - (4 if (len(secret) + before) % 3 else 0)
        yield whole[4 if before else 0 : last].decode()


def spellings(secret: str) -> set[str]:
    """A secret as it is, and in every encoding in which it may get out."""
    plain = {
        secret, quote(secret, ""), quote(secret), quote_plus(secret), repr(secret)[1:-1], html.escape(secret),
        secret.encode().hex(),
    }  # fmt: skip
    for _ in range(2):  # a JSON text, and one within another
        plain |= {json.dumps(one, ensure_ascii=ascii_)[1:-1] for one in plain for ascii_ in (True, False)}
    for table in (b"+/", b"-_"):
        plain |= set(_in_base64(secret.encode(), table)) | set(_in_base64(quote(secret, "").encode(), table))
    return plain


@dataclass
class Search:
    """Everything that was written, by where; and which secret stands where."""

    secrets: dict[str, str]
    places: dict[str, bytes] = field(default_factory=dict)

    def add(self, place: str, written: str | bytes) -> None:
        """Something that was written somewhere."""
        raw = written.encode(errors="surrogatepass") if isinstance(written, str) else written
        self.places[place] = self.places.get(place, b"") + raw

    def add_folder(self, when: str, folder: Path, *, but: set[str]) -> None:
        """Every file of the service's folder, except those named."""
        for file in folder.rglob("*"):
            if file.is_file() and file.name not in but:
                self.add(f"{when}: {file.name}", file.read_bytes())

    def found(self) -> list[str]:
        """What got out and where, with what stands around it. The secret itself is not repeated."""
        out = []
        for name, secret in self.secrets.items():
            for spelling in spellings(secret):
                for place, raw in self.places.items():
                    at = raw.find(spelling.encode())
                    if at >= 0:
                        before = raw[max(0, at - 200) : at].decode(errors="replace")
                        out.append(f"{name} in {place}, after: {before!r}")
        return sorted(set(out))


class Echo(Faults):
    """The faults of a server, and one more: it answers with all that it was sent, in every field it has."""

    def __init__(self) -> None:
        super().__init__()
        self._echoes: list[tuple[re.Pattern[str], int, bool]] = []
        self.echoed: list[str] = []

    def echo(self, match: str, status: int, *, as_json: bool = True) -> None:
        """The next request whose "METHOD /path" matches is answered so."""
        self._echoes.append((re.compile(match), status, as_json))

    def middleware(
        self, rate_limited: Refusal, error: Refusal
    ) -> Callable[[web.Request, Handler], Awaitable[web.StreamResponse]]:
        """The middleware of `Faults` behind the echo."""
        planned = super().middleware(rate_limited, error)

        @web.middleware
        async def echoing(request: web.Request, handler: Handler) -> web.StreamResponse:
            line = f"{request.method} {request.path}"
            one = next((each for each in self._echoes if each[0].search(line)), None)
            if one is None or request.headers.get("Upgrade"):
                return await planned(request, handler)
            self._echoes.remove(one)
            self.echoed.append(line)
            tokens = " ".join(request.headers.getall("Authorization", []))  # first: long answers are cut
            said = f"{tokens} {await request.text()} {dict(request.headers)} {request.rel_url}"
            if not one[2]:
                return web.Response(text=f"<html>{said}</html>", status=one[1], content_type="text/html")
            bare = tokens.removeprefix("Bearer ").removeprefix("Bot ") or said
            problem = {"detail": bare, "title": said, "type": "about:blank", "message": bare, "reason": said}
            body = {"ok": False, "error": bare, "error_description": said, "code": 50035, "errors": [problem]}
            return web.json_response(body | problem, status=one[1])

        return echoing


def echoing(faults: Faults) -> Echo:
    """The faults of a far side that echoes."""
    assert isinstance(faults, Echo)
    return faults


@dataclass(frozen=True)
class Streams:
    """What stands in the place of standard output and standard error."""

    out: TextIO
    err: TextIO

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Take whatever is written within the block."""
        with redirect_stdout(self.out), redirect_stderr(self.err):
            yield

    def add_to(self, found: Search) -> None:
        """Search in both."""
        for name, stream in (("standard output", self.out), ("standard error", self.err)):
            stream.flush()
            found.add(name, Path(stream.name).read_bytes())
