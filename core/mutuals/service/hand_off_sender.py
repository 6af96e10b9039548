"""Forwards cases: by mail over SMTP, or to a webhook, signed."""

import asyncio
import hashlib
import hmac
import json
import smtplib
import ssl
from email.message import EmailMessage
from email.utils import format_datetime
from urllib.parse import unquote, urlsplit

import aiohttp

from mutuals.domain.errors import MutualsError, NotAuthorized, Refused, TryAgain
from mutuals.domain.hand_offs import Way
from mutuals.ports.clock import Clock
from mutuals.ports.hand_off import Forwarded
from mutuals.ports.outbound import is_loopback, proxy_for, shown, why
from mutuals.service.hand_off_settings import HandOffSettings

PATIENCE = 15.0  # seconds for each step of a mail, and for a webhook; the lease lasts longer
SIGNATURE, ID = "Mutuals-Signature", "Mutuals-Id"
_PORTS = {"smtp": 587, "smtps": 465}
_TOO_MANY, _SERVER = 429, 500


class OutwardSender:
    """Implements `mutuals.ports.hand_off.HandOffSender`."""

    def __init__(self, settings: HandOffSettings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock

    async def send(self, way: Way, message: Forwarded) -> None:
        """See HandOffSender.send."""
        if not message.to:
            raise Refused(
                "The place that it was to go to is not set any more. Ask an admin to set it, then try again."
            )
        if way is Way.MAIL:
            await self._mail(message)
        else:
            await self._post(message)

    async def _mail(self, message: Forwarded) -> None:
        url, sender = self._settings.smtp_url, self._settings.mail_from
        if url is None or sender is None:
            raise Refused(
                "No mail server is set. Whoever runs Mutuals sets MUTUALS_SMTP_URL and MUTUALS_MAIL_FROM; until then "
                "hand off another way."
            )
        mail = EmailMessage()
        mail["From"], mail["To"] = sender, message.to
        mail["Subject"] = " ".join(message.subject.split())[:200]
        mail["Date"] = format_datetime(self._clock.now())
        mail["Message-ID"] = f"<{message.id}@{sender.rpartition('@')[2]}>"  # the same at every attempt
        mail["Auto-Submitted"] = "auto-generated"  # no out-of-office replies (RFC 3834)
        mail.set_content(message.text)
        # smtplib waits in its thread; a cancelled attempt may still arrive, as one whose process died may.
        await asyncio.to_thread(deliver, url.get_secret_value(), mail)

    async def _post(self, message: Forwarded) -> None:
        secret = self._settings.handoff_secret
        if secret is None:
            raise Refused("The webhook has no secret. Whoever runs Mutuals sets MUTUALS_HANDOFF_SECRET.")
        body = json.dumps(message.doc, ensure_ascii=False).encode()
        at = int(self._clock.now().timestamp())
        headers = {
            "Content-Type": "application/json",
            SIGNATURE: f"t={at},v1={signature(secret.get_secret_value(), at, body)}",
            ID: message.id,
        }
        host = urlsplit(message.to).hostname or ""
        try:
            timeout = aiohttp.ClientTimeout(total=PATIENCE)
            async with (
                aiohttp.ClientSession(timeout=timeout) as session,
                session.post(
                    message.to, data=body, headers=headers, proxy=proxy_for(message.to), allow_redirects=False
                ) as answer,
            ):
                status, wait = answer.status, answer.headers.get("Retry-After", "")  # the body is never read
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            found = why(error)
            said = found.step([host]) if found else "It gave no answer."
            raise TryAgain(f"{host} was not reached. {said}", ambiguous=True) from error
        _judge(host, status, wait)


def signature(secret: str, at: int, body: bytes) -> str:
    """HMAC-SHA256 of `<at>.<body>`, in hex: the time stands in it, so that nobody can send an old one again later."""
    return hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()


def _judge(host: str, status: int, wait: str) -> None:
    if 200 <= status < 300:
        return
    said = f"{host} answered {status}."
    if status == _TOO_MANY or status >= _SERVER:
        raise TryAgain(said, retry_after=min(float(wait), 3600.0) if wait.isdecimal() else 30.0)
    if status in (401, 403):
        raise NotAuthorized(f"{said} Check that both sides have the same secret.")
    raise Refused(f"{said} It does not take this. Check the address of the webhook.")


def deliver(url: str, mail: EmailMessage) -> None:
    """Hand a mail to the server of this address; works in a thread. Raises what `HandOffSender.send` does."""
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    try:
        with _connected(parts.scheme, host, port) as server:
            if parts.scheme == "smtp" and (not is_loopback(host) or server.has_extn("starttls")):
                server.starttls(context=ssl.create_default_context())
            if parts.username:
                server.login(unquote(parts.username), unquote(parts.password or ""))
            server.send_message(mail)
    except (smtplib.SMTPException, OSError) as error:
        raise _meaning(error, shown(host, port), str(mail["To"])) from error


def _connected(scheme: str, host: str, port: int) -> smtplib.SMTP:
    if scheme == "smtps":
        return smtplib.SMTP_SSL(host, port, timeout=PATIENCE, context=ssl.create_default_context())
    server = smtplib.SMTP(host, port, timeout=PATIENCE)
    server.ehlo()
    return server


def _meaning(error: Exception, place: str, to: str) -> MutualsError:
    """What went wrong, by what to do next. What a server says may hold anything, and is not repeated."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return NotAuthorized(
            f"The mail server {place} refused the user or the password. Check MUTUALS_SMTP_URL."
        )
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return Refused(
            f"The mail server {place} offers no encryption (STARTTLS) or no login. Check MUTUALS_SMTP_URL."
        )
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _ in error.recipients.values()]
        if any(400 <= code < 500 for code in codes):
            return TryAgain(f"The mail server {place} does not take mail for {to} at the moment.")
        return Refused(f"The mail server {place} does not know {to}. Ask an admin to correct the address.")
    if isinstance(error, smtplib.SMTPSenderRefused):
        return Refused(f"The mail server {place} does not take mail from us. Check MUTUALS_MAIL_FROM.")
    if isinstance(error, smtplib.SMTPResponseException) and error.smtp_code >= _SERVER:
        return Refused(f"The mail server {place} refused the mail (code {error.smtp_code}).")
    found = why(error)
    said = found.step([place]) if found else "It gave no answer."
    return TryAgain(f"The mail server {place} was not reached. {said}", ambiguous=True)
