"""The settings of the X integration, from `MUTUALS_X_...` variables."""

import json
from typing import Annotated, Any, ClassVar, Literal
from urllib.parse import SplitResult, urlsplit

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import NoDecode, SettingsConfigDict

from mutuals.ports.integration import SettingsConcerns
from mutuals.ports.settings import Section, variable
from mutuals.ports.text_files import typographic

TITLE = "X"  # what people call the network
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class XSettings(Section):
    """How to reach X and as whom."""

    per_brand: ClassVar[frozenset[str]] = frozenset(
        {
            "client_id",
            "client_secret",
            "headers",
            "owned_app",
            "enterprise",
            "push",
            "bearer_token",
            "push_follows",
            "push_reposts",
        }
    )

    model_config = SettingsConfigDict(
        env_prefix="MUTUALS_X_", env_ignore_empty=True, extra="ignore", hide_input_in_errors=True
    )

    api_url: str = Field(
        default="https://api.x.com", description="Where X's API is. Change it for a gateway."
    )
    web_url: str = Field(
        default="https://x.com", description="Where X's pages are, for links and signing in."
    )
    client_id: str | None = Field(
        default=None, description="The OAuth 2.0 client id of your app in X's developer console."
    )
    client_secret: SecretStr | None = Field(
        default=None, description="The OAuth 2.0 client secret; leave it out for a public client."
    )
    access_token: SecretStr | None = Field(
        default=None,
        description="An OAuth 2.0 user access token of the brand. Not needed after `mutuals connect x`.",
    )
    refresh_token: SecretStr | None = Field(
        default=None, description="The refresh token that belongs to the access token."
    )
    headers: Annotated[dict[str, SecretStr], NoDecode] = Field(
        default_factory=dict,
        description='Extra headers for every call, as JSON, for gateways: {"X-Gateway-Key": "..."}.',
    )
    push: Literal["auto", "off", "stream", "webhook"] = Field(
        default="auto",
        description="How X tells Mutuals of posts by itself: `stream` (a line that Mutuals keeps open, no public address "
        "needed), `webhook` (X calls MUTUALS_HTTP_ADDRESS) or `off` (Mutuals polls). `auto`: webhook if "
        "MUTUALS_X_WEBHOOK_SECRET is set, else stream if MUTUALS_X_BEARER_TOKEN is set and polling is not cheaper "
        "(MUTUALS_X_OWNED_APP), else off.",
    )
    bearer_token: SecretStr | None = Field(
        default=None,
        description="The bearer token of your app in X's developer console, with which Mutuals opens X's stream of events "
        "and checks what it is subscribed to. Only for push.",
    )
    push_follows: bool = Field(
        default=False,
        description="true: X also tells who follows and unfollows the brand ($0.010 each when this was written), so that "
        "nobody need be looked up for it. Needs push.",
    )
    push_reposts: bool = Field(
        default=False,
        description="true: X also tells of each repost of the brand's posts ($0.005 each when this was written). Needs push.",
    )
    webhook_secret: SecretStr | None = Field(
        default=None,
        description="Turns on X's webhook at /x/webhook on MUTUALS_HTTP_ADDRESS: the consumer secret (API key secret) "
        "of your app in X's developer console, with which X signs.",
    )
    webhook_url: str | None = Field(
        default=None,
        description="The public address of that webhook, like https://mutuals.example/x/webhook. With it and "
        "MUTUALS_X_BEARER_TOKEN Mutuals registers the webhook by itself.",
    )
    timeout_seconds: float = Field(
        default=20.0, ge=0.1, le=300.0, description="The longest that one call to X may take, in seconds."
    )
    callback: str = Field(
        default="http://127.0.0.1:8721/callback",
        description="Where X sends the browser back after signing in; must be among your app's callback URLs.",
    )
    owned_app: bool = Field(
        default=False,
        description="true: the brand's account owns the developer app, so mentions and own posts are counted "
        "at X's owned-read price. Default: the list price.",
    )
    mode: Literal["all", "complaints"] = Field(
        default="all",
        description="`all`: every mention is read. `complaints`: only what a search for complaints' words finds, at about a "
        "third of the price; fans, praise and complaints in other words are not seen.",
    )
    enterprise: bool = Field(
        default=False,
        description="true: your X plan is Enterprise; signing in then also asks for the right to follow.",
    )

    @property
    def push_mode(self) -> Literal["off", "stream", "webhook"]:
        """How X tells us, once `auto` is decided: events have no owned price, so there polling is cheaper."""
        if self.push != "auto":
            return self.push
        if self.webhook_secret is not None:
            return "webhook"
        return "stream" if self.bearer_token is not None and not self.owned_app else "off"

    @field_validator("headers", mode="before")
    @classmethod
    def _parse_headers(cls, value: Any) -> Any:
        """JSON text to a dict. Raises ValueError in words of ours: the text may hold secrets."""
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except (ValueError, RecursionError):
                if why := typographic(value):
                    raise ValueError(why) from None
                value = None
        if not isinstance(value, dict) or not all(_is_header(*item) for item in value.items()):
            raise ValueError('it must be a JSON object of header names and texts, like {"X-Key": "..."}')
        return value

    @field_validator("api_url", "web_url")
    @classmethod
    def _check_url(cls, value: str) -> str:
        parts = _split(value)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise ValueError("it must be an address like https://api.x.com")
        return value.rstrip("/")

    @field_validator("webhook_url")
    @classmethod
    def _check_webhook_url(cls, value: str | None) -> str | None:
        parts = _split(value or "")
        if value is not None and (parts.scheme not in ("http", "https") or not parts.path.strip("/")):
            raise ValueError("it must be an address with a path, like https://mutuals.example/x/webhook")
        return value

    @field_validator("callback")
    @classmethod
    def _check_callback(cls, value: str) -> str:
        parts = _split(value)
        if parts.scheme != "http" or parts.hostname not in LOOPBACK or _port(parts) is None or not parts.path:
            raise ValueError(
                "it must be on this machine, with a port and a path, like http://127.0.0.1:8721/callback"
            )
        return value


def _is_header(name: object, value: object) -> bool:
    text = value.get_secret_value() if isinstance(value, SecretStr) else value
    return (
        isinstance(name, str)
        and isinstance(text, str)
        and name.isascii()
        and name.replace("-", "").replace("_", "").isalnum()
        and not set(text) & {"\r", "\n", "\0"}
    )


def to_do(settings: XSettings, signed_in: bool) -> str:
    """What must be done before X can be watched, "" when nothing; `signed_in`: tokens are in the vault."""
    if settings.access_token:
        return ""  # renewing needs the client; a bare access token does not
    if signed_in or settings.refresh_token:
        lacks = "Set MUTUALS_X_CLIENT_ID: without it the sign-in can't be renewed."
        return lacks if settings.client_id is None else ""
    first = "Set MUTUALS_X_CLIENT_ID, then run" if settings.client_id is None else "Run"
    return f"{first}: mutuals connect x"


def doubts(settings: XSettings, listens: bool) -> SettingsConcerns:
    """What is set by half."""
    mistakes = []
    if settings.client_id is None:
        for name, lost in (
            ("client_secret", "has no app to belong to"),
            ("refresh_token", "can't be renewed"),
        ):
            if getattr(settings, name) is not None:
                mistakes.append(
                    f"{variable(XSettings, name)} is set without MUTUALS_X_CLIENT_ID, so it {lost}. "
                    "Set MUTUALS_X_CLIENT_ID, or take it away."
                )
    if settings.push_mode == "webhook" and settings.webhook_secret is None:
        mistakes.append(
            "MUTUALS_X_PUSH is webhook without MUTUALS_X_WEBHOOK_SECRET, so nobody could tell X's calls from a stranger's. "
            "Set it to the consumer secret (API key secret) of your app in X's developer console."
        )
    if settings.push_mode == "webhook" and settings.webhook_secret is not None and not listens:
        mistakes.append(
            "MUTUALS_X_WEBHOOK_SECRET is set without MUTUALS_HTTP_ADDRESS, so nothing would listen for what X sends. "
            "Set MUTUALS_HTTP_ADDRESS, e.g. to 127.0.0.1:8080, or take the secret away."
        )
    if settings.push_mode == "stream" and settings.bearer_token is None:
        mistakes.append(
            "MUTUALS_X_PUSH is stream without MUTUALS_X_BEARER_TOKEN, with which alone X's stream can be opened. "
            "Set it to the bearer token of your app in X's developer console, or set MUTUALS_X_PUSH to off."
        )
    return SettingsConcerns(tuple(mistakes), tuple(_notices(settings)))


def _notices(settings: XSettings) -> list[str]:
    """What works, and is not what somebody would choose who knew its price."""
    mode, notices = settings.push_mode, []
    if mode == "webhook" and settings.bearer_token is None:
        notices.append(
            "X's webhook is on without MUTUALS_X_BEARER_TOKEN, so Mutuals can't check that X delivers. It polls as well, and "
            "each post is paid twice. Set the bearer token of your app in X's developer console."
        )
    if mode == "off" and (settings.push_follows or settings.push_reposts):
        notices.append(
            "MUTUALS_X_PUSH_FOLLOWS and MUTUALS_X_PUSH_REPOSTS do nothing while MUTUALS_X_PUSH is off."
        )
    return notices


def _split(address: str) -> SplitResult:
    """The parts of an address; those of nothing when it is none, such as http://[::1 or a port of letters."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _port(parts: SplitResult) -> int | None:
    try:
        return parts.port
    except ValueError:
        return None
