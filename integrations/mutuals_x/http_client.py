"""One aiohttp session for everything said to X: base address, headers, time limit, one answer per call.

tweepy has its host built in, knows no time limit, writes the headers it sets (the token) to the
debug log and fails in many ways on answers that are not JSON. So the real work happens in a
middleware below it: it sends the call to the configured address, adds the token only there, and
keeps the raw answer for us.
"""

from base64 import b64encode
from collections.abc import AsyncIterator, Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import quote

import aiohttp
from aiohttp.client_middlewares import ClientHandlerType
from yarl import URL

from mutuals.domain.errors import TryAgain
from mutuals.ports.clock_offset import Heard, unheard
from mutuals.ports.outbound import proxy_for
from mutuals.ports.redaction import SHORTEST, spellings
from mutuals_x import errors
from mutuals_x.api_response import ApiResponse, Purpose, read
from mutuals_x.settings import XSettings

X_HOSTS = frozenset({"api.twitter.com", "api.x.com"})  # the first is tweepy's, the second X's own
REVOKE_PATH = "/2/oauth2/revoke"
TOKEN_PATH = "/2/oauth2/token"  # noqa: S105  # an address, no secret
RENAMED = {  # X has been renaming its parameters and fields, in steps; ours are the documented ones of 2026-08
    "tweet.fields": "post.fields",
    "referenced_tweets": "referenced_posts",
    "note_tweet": "note_post",
    "edit_history_tweet_ids": "edit_history_post_ids",
}
_UNSENT = (  # no byte of the call went out
    aiohttp.ClientConnectorError,
    aiohttp.ClientConnectorCertificateError,
    aiohttp.ClientHttpProxyError,
    aiohttp.ConnectionTimeoutError,
)
CONNECT_SECONDS = 20.0
LONGEST_LINE = 1024 * 1024  # bytes; an event holds one post and its people, a few kilobytes
LARGEST_BODY = 16 * 1024 * 1024  # bytes; a full page of long posts is below 4 MB


@dataclass
class Exchange:
    """One call through the middleware: the token it goes out with, the answer it came back with.

    `secrets` are what else goes out and must not come back in X's words. `open`: a 200 is left unread, since it has no
    end.
    """

    token: str | None
    answer: ApiResponse | None = None
    secrets: tuple[str, ...] = ()
    open: bool = False


_exchange: ContextVar[Exchange | None] = ContextVar("mutuals_x_exchange", default=None)


class Unopened(Exception):
    """X did not open a stream; `answer` is what it said."""

    def __init__(self, answer: ApiResponse) -> None:
        super().__init__(answer.status)
        self.answer = answer


class Unsendable(aiohttp.ClientError):
    """A call to another place than X, which a redirect would be: our headers must not go there."""


class Kept(aiohttp.ClientError):
    """The call was refused and the answer is kept: tweepy need not, and often can't, make sense of it."""


class HttpClient:
    """The session, opened with the first call."""

    def __init__(self, settings: XSettings, heard: Heard = unheard) -> None:
        """`heard` takes the headers of each answer."""
        self._heard = heard
        self._base = URL(settings.api_url)
        self._headers = {name: value.get_secret_value() for name, value in settings.headers.items()}
        self._timeout = aiohttp.ClientTimeout(total=settings.timeout_seconds)
        self._session: aiohttp.ClientSession | None = None
        self.renamed = False  # whether X wants the new names in questions

    @property
    def session(self) -> aiohttp.ClientSession:
        """The one session; call it with a running loop."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                middlewares=(self._send,),
                timeout=self._timeout,
                cookie_jar=aiohttp.DummyCookieJar(),
                proxy=proxy_for(str(self._base)),  # of the address that is really called, not of tweepy's
            )
        return self._session

    async def _send(
        self, request: aiohttp.ClientRequest, handler: ClientHandlerType
    ) -> aiohttp.ClientResponse:
        """The middleware: readdress the call, let it go, keep what came back."""
        if request.url.host not in X_HOSTS:
            raise Unsendable("not an address of X")
        exchange = _exchange.get()
        request.url = self._readdressed(request.url)
        request.headers["Host"] = _host(request.url)
        if exchange is not None and exchange.token is not None:
            request.headers["Authorization"] = f"Bearer {exchange.token}"
        request.headers.update(self._headers)
        response = await handler(request)
        self._heard(response.headers)
        if 300 <= response.status < 400 or (response.content_length or 0) > LARGEST_BODY:
            response.close()
            raise _unwanted(response)
        if exchange is not None and exchange.open and _goes_on(response):
            return response
        raw = await response.read()
        if exchange is not None:
            if exchange.token is not None or response.status >= 400:  # else it may be the tokens we asked for
                raw = _without([exchange.token or "", *exchange.secrets, *self._headers.values()], raw)
            exchange.answer = read(response.status, response.headers, raw)
        if response.status >= 400:
            raise Kept
        return response

    def _readdressed(self, url: URL) -> URL:
        """The same call at the configured address; a path in front is kept."""
        path = self._base.raw_path.rstrip("/") + url.raw_path
        query = f"?{url.raw_query_string}" if url.raw_query_string else ""
        for old, new in RENAMED.items() if self.renamed else ():
            query = query.replace(old, new)
        return URL(f"{self._base.origin()}{path}{query}", encoded=True)

    async def form(
        self,
        fields: Mapping[str, str],
        client: tuple[str, str | None],
        purpose: Purpose,
        path: str = TOKEN_PATH,
    ) -> ApiResponse:
        """POST a form to an endpoint of OAuth as (client id, secret). Raises TryAgain when no answer came."""
        client_id, secret = client
        headers, body = {}, dict(fields)
        if secret is None:
            body["client_id"] = (
                client_id  # a public client names itself, a confidential one signs (RFC 6749, 2.3)
            )
        else:
            pair = f"{quote(client_id, '')}:{quote(secret, '')}"
            headers["Authorization"] = f"Basic {b64encode(pair.encode()).decode()}"
        exchange = Exchange(None, secrets=(*fields.values(), secret or "", headers.get("Authorization", "")))
        token = _exchange.set(exchange)
        try:
            async with self.session.post(f"https://api.x.com{path}", data=body, headers=headers):
                pass
        except (aiohttp.ClientError, TimeoutError) as error:
            if exchange.answer is None:
                raise lost(error, purpose) from None
        finally:
            _exchange.reset(token)
        assert exchange.answer is not None
        return exchange.answer

    async def lines(
        self, path: str, params: Mapping[str, str], token: str, silent_after: float
    ) -> AsyncIterator[bytes]:
        """An answer that does not end, line by line, without what ends the lines: an empty one is a sign of life, and the
        first item says that the answer has begun. Ends when X does, and drops half a line that is left.

        Raises TryAgain when X can't be reached, when nothing comes for `silent_after` seconds, or a line is too long;
        Unopened with what X says instead of opening it.
        """
        exchange = Exchange(token, open=True)
        context = _exchange.set(exchange)
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_SECONDS, sock_read=silent_after)
        try:
            asked = self.session.get(f"https://api.x.com{path}", params=params, timeout=timeout)
            response = await asked
        except (aiohttp.ClientError, TimeoutError) as error:
            if exchange.answer is None:
                raise lost(error, Purpose.READ) from None
            raise Unopened(exchange.answer) from None
        finally:
            _exchange.reset(context)
        if exchange.answer is not None:
            raise Unopened(exchange.answer)
        try:
            yield b""
            async for line in _lines_of(response.content):
                yield line
        except TimeoutError:
            raise TryAgain("X's stream has fallen silent.", retry_after=1.0) from None
        except aiohttp.ClientError:
            return
        finally:
            response.close()

    async def close(self) -> None:
        """Let go of the connections."""
        if self._session is not None:
            await self._session.close()


class open_exchange:  # noqa: N801  # reads as a with-statement
    """Within the block, calls through the session carry this token and leave their answer here."""

    def __init__(self, token: str) -> None:
        self._exchange = Exchange(token)

    def __enter__(self) -> Exchange:
        self._token = _exchange.set(self._exchange)
        return self._exchange

    def __exit__(self, *_: object) -> None:
        _exchange.reset(self._token)


def lost(error: Exception, purpose: Purpose) -> TryAgain:
    """What a broken connection means; only where none was made the call surely never arrived."""
    unsent = isinstance(error, (*_UNSENT, Unsendable))
    return errors.lost(purpose, sent=not unsent, wire=error)


def _goes_on(response: aiohttp.ClientResponse) -> bool:
    """Is it the beginning of a stream, and no page for people?"""
    is_page = "html" in response.headers.get("Content-Type", "").lower()
    return response.status == HTTPStatus.OK and not is_page


async def _lines_of(content: aiohttp.StreamReader) -> AsyncIterator[bytes]:
    rest = b""
    async for chunk in content.iter_any():
        *whole, rest = (rest + chunk).split(b"\n")
        for line in whole:
            yield line.strip()
        if len(rest) > LONGEST_LINE:
            raise TryAgain("X's stream has sent a line without an end.", retry_after=errors.SERVER_WAIT)


def _without(secrets: Iterable[str], raw: bytes) -> bytes:
    """An answer that repeats what we sent (gateways do, for debugging) does not repeat our secrets."""
    for spelling in {
        one.encode() for secret in secrets for one in spellings(secret) if len(secret) >= SHORTEST
    }:
        raw = raw.replace(spelling, b"[secret]")
    return raw


def _unwanted(response: aiohttp.ClientResponse) -> TryAgain:
    if response.status < 300:
        return TryAgain(
            "X sent far more data than asked for.", retry_after=errors.SERVER_WAIT, ambiguous=True
        )
    return TryAgain(
        "X's address sends callers on to another one. Check MUTUALS_X_API_URL.",
        retry_after=errors.SERVER_WAIT,
    )


def _host(url: URL) -> str:
    host = url.host_subcomponent or ""
    return host if url.is_default_port() else f"{host}:{url.port}"
