"""How cases are forwarded to others: the mail server, and the secret of the webhook. Where they go is each brand's policy."""

from datetime import timedelta
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, field_validator

from mutuals.domain.hand_offs import HandOffPolicy
from mutuals.ports.outbound import is_loopback
from mutuals.ports.settings import Section

_DEFAULT = HandOffPolicy()


class HandOffSettings(Section):
    """The way out for cases that are handed off."""

    smtp_url: SecretStr | None = Field(
        default=None,
        description="The mail server for cases that are handed off: smtp://USER:PASSWORD@HOST:587 (with STARTTLS) or "
        "smtps://USER:PASSWORD@HOST:465. Special characters as in addresses (%40 for @).",
    )
    mail_from: str | None = Field(
        default=None, description="The address that such mails come from, e.g. mutuals@example.com."
    )
    handoff_secret: SecretStr | None = Field(
        default=None,
        description="Signs what goes to the webhook of MUTUALS_HANDOFF_WEBHOOK: at least 16 characters, e.g. of "
        "`openssl rand -base64 32`. Whoever receives it needs the same.",
    )

    @field_validator("smtp_url")
    @classmethod
    def _check_url(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            try:
                parts = urlsplit(value.get_secret_value())
                fine = parts.scheme in ("smtp", "smtps") and bool(parts.hostname) and parts.port != 0
            except ValueError:
                fine = False
            if not fine:
                raise ValueError("write it like smtp://USER:PASSWORD@mail.example.com:587")
        return value

    @field_validator("handoff_secret")
    @classmethod
    def _check_secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value()) < 16:
            raise ValueError("write at least 16 characters")
        return value

    @field_validator("mail_from")
    @classmethod
    def _check_from(cls, value: str | None) -> str | None:
        return None if value is None else mail_address(value)


def mail_address(text: str) -> str:
    """The address, if it can be one. Raises ValueError with what to write."""
    name, at, host = text.strip().rpartition("@")
    odd = any(one.isspace() or one in ',;<>"' or not one.isprintable() for one in text.strip())
    if not at or not name or "." not in host.strip(".") or odd or len(text) > 254:
        raise ValueError("write one address, like care@example.com")
    return text.strip()


def _mail(text: str) -> str:
    return mail_address(text) if text else ""


def _webhook(text: str) -> str:
    parts = urlsplit(text)
    local = parts.scheme == "http" and is_loopback(parts.hostname or "")
    if text and not (parts.hostname and (parts.scheme == "https" or local)):
        raise ValueError("write it like https://desk.example.com/mutuals")
    return text


def _ticket(text: str) -> str:
    parts = urlsplit(text)
    if text and not (parts.hostname and parts.scheme == "https"):
        raise ValueError("write it like https://desk.example.com/new?subject={case}")
    return text


def _public_line(text: str) -> str:
    if text and "{case}" not in text:
        raise ValueError("write {case} where the number of the case is to stand")
    return text


class HandOffPlaces(Section):
    """Where a brand's cases may go: part of how it wants to be told."""

    handoff_mail: Annotated[str, AfterValidator(_mail)] = Field(
        default="",
        description="The mail address that cases are handed off to, e.g. service@example.com. Needs MUTUALS_SMTP_URL.",
    )
    handoff_webhook: Annotated[str, AfterValidator(_webhook)] = Field(
        default="",
        description="The address of a webhook that cases are handed off to, as signed JSON. Needs MUTUALS_HANDOFF_SECRET. It "
        "can't be set in a chat.",
    )
    handoff_link: Annotated[str, AfterValidator(_ticket)] = Field(
        default="",
        description="The page on which a person opens a ticket, with {case}, {person} and {post} to be filled in, e.g. "
        "https://desk.example.com/new?subject={case}.",
    )
    handoff_hours: int = Field(
        default=int(_DEFAULT.due / timedelta(hours=1)),
        ge=1,
        le=720,
        description="Hours (of business hours, if set) within which a case that was handed off should be resolved (1 to 720).",
    )
    handoff_words: bool = Field(
        default=_DEFAULT.words,
        description="Hand their words over with the case. What was mailed stays there when they delete their post.",
    )
    handoff_line: Annotated[str, AfterValidator(_public_line)] = Field(
        default="",
        description="What is offered to be said in public after a case was handed off, with {case} for its number, e.g. "
        "Our service team has this now. Write to service@example.com and name {case}. Unset: a line in their language.",
    )
