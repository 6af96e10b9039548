"""The way out: which proxy leads to an address, and why an address was not reached. One rule for X, Slack and Discord.

The libraries differ: aiohttp takes HTTPS_PROXY only when told to, slack_sdk takes it and knows no NO_PROXY, discord.py
takes neither. So each is told what the standard library reads from the environment, with networks (10.0.0.0/8) in
NO_PROXY as requests and curl have them.
"""

import socket
import ssl
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address, ip_network
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies_environment

import aiohttp

SECURE = frozenset({"https", "wss"})
EXPIRED, OTHER_HOST = (
    {9, 10},
    {62, 64},
)  # OpenSSL's X509_V_ERR codes: not yet valid, expired; host or address differs


def proxy_for(url: str) -> str | None:
    """The proxy for calls to this address, from HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, in capital or small
    letters; None to call it directly. It may hold a password: never show it.
    """
    parts, found = urlsplit(url), proxies()
    host = parts.hostname or ""
    proxy = found.get("https" if parts.scheme in SECURE else "http") or found.get("all")
    return None if not proxy or _direct(host, found) else with_scheme(proxy)


def proxies() -> Mapping[str, str]:
    """What the environment says, by scheme; "no" is whom to call directly."""
    return getproxies_environment()


def with_scheme(proxy: str) -> str:
    """A proxy written as HOST:PORT is one over HTTP."""
    return proxy if "://" in proxy else f"http://{proxy}"


def passwords() -> list[str]:
    """The passwords of the proxies, as they stand there and decoded."""
    found = []
    for proxy in proxies().values():
        with suppress(ValueError):
            if password := urlsplit(with_scheme(proxy)).password:
                found += [password, unquote(password)]
    return found


def unusable_proxies() -> Iterator[str]:
    """A sentence for each proxy in use that is none, without what stands in it."""
    found = proxies()
    for scheme in ("https", "http"):
        name = scheme if found.get(scheme) else "all"
        if not found.get(name):
            continue
        try:
            parts = urlsplit(with_scheme(found[name]))
            fine = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port is not None
        except ValueError:
            fine = False
        if not fine:
            yield (
                f"{name.upper()}_PROXY is no proxy that Mutuals can use. Write it like http://proxy.example.com:3128 "
                "(SOCKS is not supported), or take it away."
            )


def is_loopback(host: str) -> bool:
    """Is this name or address the machine itself?"""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    with suppress(ValueError):
        return ip_address(host).is_loopback
    return False


def _direct(host: str, found: Mapping[str, str]) -> bool:
    entries = found.get("no", "").lower().replace(",", " ").split()
    return is_loopback(host) or any(_covers(entry, host.lower()) for entry in entries)


def _covers(entry: str, host: str) -> bool:
    """Does this part of NO_PROXY mean the host? `*`, a host, a domain with all below it, an address or a network."""
    if entry == "*":
        return True
    with suppress(ValueError):
        return ip_address(host) in ip_network(entry.strip("[]"), strict=False)
    domain = entry.removeprefix("*").lstrip(".")
    if domain.count(":") == 1:
        domain = domain.partition(":")[0]  # with a port
    return bool(domain) and (host == domain or host.endswith(f".{domain}"))


class Obstacle(StrEnum):
    """Why an address was not reached, as far as the next step differs."""

    CERTIFICATE = "certificate"
    EXPIRED = "expired"
    OTHER_HOST = "other_host"
    NO_TLS = "no_tls"
    NAME = "name"
    REFUSED = "refused"
    TIMED_OUT = "timed_out"
    PROXY = "proxy"
    PROXY_LOGIN = "proxy_login"
    PROXY_REFUSES = "proxy_refuses"


@dataclass(frozen=True, slots=True)
class Unreached:
    """What stood in the way, and where ("": not known)."""

    obstacle: Obstacle
    place: str = ""

    def step(self, places: Sequence[str]) -> str:
        """What to do next; `places` are all HOST:PORT that are needed, the first one for an error that names none."""
        place = self.place or places[0]
        return _STEPS[self.obstacle].format(
            place=place, host=place.rpartition(":")[0], places=" and ".join(places)
        )


_CA = "If your company inspects traffic, set SSL_CERT_FILE to its CA file."
_STEPS = {
    Obstacle.CERTIFICATE: "The certificate of {host} is not trusted by this machine. " + _CA,
    Obstacle.EXPIRED: "The certificate of {host} is not valid at this time. Look at this machine's clock first.",
    Obstacle.OTHER_HOST: "Whoever answers at {place} shows the certificate of another host. Check the address, and "
    "whether something on the way takes its place. " + _CA,
    Obstacle.NO_TLS: "{place} does not answer as a secure server. Check the address (https or http) and the proxy.",
    Obstacle.NAME: "The name {host} is not found. Check its spelling and this machine's DNS.",
    Obstacle.REFUSED: "{place} refuses connections: nothing listens there, or a firewall forbids it. "
    "Let this machine reach {places}, then run the doctor again.",
    Obstacle.TIMED_OUT: "{place} does not answer in time, most likely behind a firewall. Let this machine reach {places}, "
    "or name your proxy in HTTPS_PROXY, then run the doctor again.",
    Obstacle.PROXY: "The proxy {place}, which HTTPS_PROXY or HTTP_PROXY names, can't be reached. Correct the variable, or "
    "name hosts that need no proxy in NO_PROXY.",
    Obstacle.PROXY_LOGIN: "The proxy wants a user and a password. Write them into HTTPS_PROXY: "
    "http://USER:PASSWORD@HOST:PORT, with special characters as in addresses (%40 for @).",
    Obstacle.PROXY_REFUSES: "The proxy does not let this machine through to {place}. Ask whoever runs it to allow it.",
}


def why(error: BaseException | None) -> Unreached | None:
    """What an error of the network means, looking through what it was raised from; None when that can't be told."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if (found := _one(error)) is not None:
            return found
        error = error.__cause__ or error.__context__
    return None


def _one(error: BaseException) -> Unreached | None:
    place = _place(error)
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return Unreached(Obstacle.PROXY_LOGIN if error.status == 407 else Obstacle.PROXY_REFUSES)
    if isinstance(error, aiohttp.ClientProxyConnectionError):
        return Unreached(Obstacle.PROXY, place)
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return Unreached(_certificate(error.certificate_error), place)
    if isinstance(error, ssl.SSLCertVerificationError):
        return Unreached(_certificate(error), place)
    if isinstance(error, (aiohttp.ClientSSLError, ssl.SSLError)):
        return Unreached(Obstacle.NO_TLS, place)
    if isinstance(error, (aiohttp.ClientConnectorDNSError, socket.gaierror)):
        return Unreached(Obstacle.NAME, place)
    if isinstance(error, TimeoutError):
        return Unreached(Obstacle.TIMED_OUT, place)
    inner = error.os_error if isinstance(error, aiohttp.ClientConnectorError) else error
    if isinstance(inner, ConnectionRefusedError) or "Connect call failed" in str(
        getattr(inner, "strerror", "")
    ):
        return Unreached(Obstacle.REFUSED, place)
    return None


def _certificate(error: BaseException) -> Obstacle:
    code = getattr(error, "verify_code", 0)
    if code in EXPIRED:
        return Obstacle.EXPIRED
    return Obstacle.OTHER_HOST if code in OTHER_HOST else Obstacle.CERTIFICATE


def _place(error: BaseException) -> str:
    """HOST:PORT of an aiohttp error; an IPv6 address in brackets."""
    if isinstance(error, (aiohttp.ClientConnectorError, aiohttp.ClientConnectorCertificateError)):
        return shown(error.host, error.port)
    return ""


def shown(host: str, port: int | None) -> str:
    """HOST:PORT for people; an IPv6 address in brackets."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
