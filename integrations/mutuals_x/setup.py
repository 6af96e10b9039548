"""X's steps of `mutuals setup`: the app that the brand signs in with, then the consent."""

import base64
import binascii
import re
from collections.abc import Sequence

from mutuals.domain.errors import NotAuthorized, TryAgain
from mutuals.ports.setup import (
    Answers,
    Choice,
    ConsoleLink,
    Proved,
    Question,
    SetupGuide,
    SetupStep,
    WrongAnswers,
    unreached,
)
from mutuals_x import setup_pictures as pictures
from mutuals_x.api_response import ApiResponse, Purpose
from mutuals_x.errors import said
from mutuals_x.http_client import HttpClient
from mutuals_x.settings import TITLE, XSettings

CONSOLE = "https://console.x.com"
# From docs/costs.md and X's documentation of August 2026; the credits from a page of X of November 2026.
COSTS = (
    (
        "X charges for reading and replying, in advance, from credits that you buy. At the time of writing a mention read costs "
        "$0.001 where the brand's own account made the app, and $0.005 elsewhere; a person looked up or a reply costs $0.010."
    ),
    (
        "A small brand spends some 7 to 11 dollars a month, one with 300 mentions a day some 44 to 87. The first look may read "
        "up to 800 mentions: $0.80, or $4.00 elsewhere."
    ),
    (
        "X gives new accounts free credits: about $20 with the first card and purchase, and as much again as the first automatic "
        "purchase, up to $50. Together that is some months of a small brand."
    ),
    (
        "Mutuals looks every minute. That is the cheaper way where the brand's own account made the app: 100 posts a day cost "
        "$3 a month by looking and $15 when X tells Mutuals by itself within a second (MUTUALS_X_PUSH, with the app's bearer "
        "token). Elsewhere both cost $15."
    ),
    (
        "Mutuals stops by itself at 10 dollars a day (MUTUALS_DAILY_DOLLARS), and you can set a limit in X's console as well. "
        "Cities and public bodies need X's Enterprise plan."
    ),
)


def guide() -> SetupGuide:
    """X's part of setup."""
    return SetupGuide(TITLE, "The brand's account on X is watched.", _steps, COSTS)


def _steps(settings: XSettings, signed_in: bool) -> Sequence[SetupStep]:
    return (_app_step(settings, signed_in), _consent_step(settings, signed_in))


def _app_step(settings: XSettings, signed_in: bool) -> SetupStep:
    return SetupStep(
        key="app",
        title="Make an app and copy its Client ID",
        done=signed_in or settings.client_id is not None,
        tells=("Sign in there as the brand: then the app belongs to it, and X charges less.",),
        link=ConsoleLink("Open X's developer console", CONSOLE),
        does=(
            "Make an app. Say honestly what it is for: your team reads posts addressed to the brand and answers by hand.",
            "Open Credits and buy some; the free ones come with the first purchase. Set a spending limit there.",
            "In the app press Set up at User authentication settings.",
            "Choose Read and write, and Native App. Paste the callback address below, and your website's.",
            "Press Save changes, and copy the Client ID.",
        ),
        copies=(("Callback URI", settings.callback),),
        picture=pictures.APP,
        asks=(
            Question(
                "client_id",
                "Client ID",
                "The one of OAuth 2.0. It is checked as soon as you paste it. It is no secret.",
            ),
            Question(
                "client_secret",
                "Client Secret",
                "Only if you chose Web App instead of Native App.",
                secret=True,
                optional=True,
            ),
            Question("owned_app", "Who made the app?", optional=True, choices=lambda: _owners(settings)),
        ),
        prove=lambda answers: _prove_app(settings, answers),
    )


def _consent_step(settings: XSettings, signed_in: bool) -> SetupStep:
    return SetupStep(
        key="consent",
        title="Let Mutuals read and reply as the brand",
        done=signed_in,
        tells=(
            (
                "X asks whether you agree to five rights: read posts, read profiles, read who follows whom, send replies, and "
                "stay signed in. Mutuals never sees the password. What X gives is kept encrypted on this machine."
            ),
            "Nothing is sent, followed or liked by itself, ever: only when one of you presses a button, once, for one person.",
        ),
        does=(
            "Open X's page by the button below, signed in on X as the brand.",
            "Press Authorize app there, then come back here.",
        ),
        picture=pictures.CONSENT,
    )


async def _owners(settings: XSettings) -> Sequence[Choice]:
    ours = settings.owned_app or settings.client_id is None
    return (
        Choice("true", "The brand's own account (X charges less)", best=ours),
        Choice("", "Another account", best=not ours),
    )


async def _prove_app(settings: XSettings, answers: Answers) -> Proved:
    client_id, secret = answers["client_id"], answers.get("client_secret", "")
    if wrong := _wrong_kind(client_id):
        raise WrongAnswers({"client_id": wrong})
    if secret and secret == client_id:
        raise WrongAnswers(
            {"client_secret": "This is the Client ID once more. Leave the field empty for a Native App."}
        )
    answer = await _exchange_nothing(settings, client_id, secret or None)
    if answer.status == 429 or answer.status >= 500:
        raise TryAgain("X has trouble at the moment. Wait a minute, then try again here.")
    words = said(answer)
    if "client" in words or "authorization header" in words:
        raise WrongAnswers(_refused(words, bool(secret)))
    return Proved(
        {"client_id": client_id, "client_secret": secret, "owned_app": answers.get("owned_app", "")},
        "X knows the app.",
    )


def _wrong_kind(client_id: str) -> str:
    """What was pasted instead of a Client ID; "" when it may be one."""
    where = (
        "The Client ID stands in the app under OAuth 2.0, once its User authentication settings are saved."
    )
    if client_id.isdecimal():
        return f"That is the app's number. {where}"
    if client_id.startswith(("AAAAAAAA", "AAAAAAA")) or len(client_id) > 90:
        return f"That is a Bearer Token. {where}"
    if re.fullmatch(r"\d{4,}-\w{20,}", client_id):
        return f"That is an Access Token of OAuth 1.0a. {where}"
    if client_id.startswith(("http", "xox", "xapp")):
        return f"That is something else. {where}"
    if len(client_id) in (25, 50) and client_id.isalnum() and not _names_a_client(client_id):
        return f"That is the API Key or its secret. {where}"
    return "" if re.fullmatch(r"[\w.:=+/-]{8,}", client_id) else f"That is not whole. {where}"


def _names_a_client(client_id: str) -> bool:
    """X's Client IDs are base64 of a text that ends in :ci."""
    try:
        return base64.b64decode(client_id + "=" * (-len(client_id) % 4)).endswith(b":ci")
    except (ValueError, binascii.Error):
        return False


async def _exchange_nothing(settings: XSettings, client_id: str, secret: str | None) -> ApiResponse:
    """Ask for tokens with a code that nobody gave: X looks at the app first, and says whether it knows it. It is free."""
    fields = {
        "grant_type": "authorization_code",
        "code": "mutuals-asks-only-for-the-app",
        "redirect_uri": settings.callback,
        "code_verifier": "mutuals-asks-only-for-the-app-and-for-nothing-else",
    }
    wire = HttpClient(settings)
    try:
        return await wire.form(fields, (client_id, secret), Purpose.READ)
    except TryAgain as error:
        raise unreached(error, settings.api_url) from error
    except NotAuthorized:
        raise WrongAnswers({"client_id": _refused("", bool(secret))["client_id"]}) from None
    finally:
        await wire.close()


def _refused(words: str, has_secret: bool) -> dict[str, str]:
    if has_secret:
        return {
            "client_secret": "X does not know the app by this ID and secret. Copy both again; for a Native App leave the secret "
            "empty."
        }
    if "authorization header" in words:
        return {
            "client_id": "X wants this app's Client Secret as well, or does not know the ID. Choose Native App in the User "
            "authentication settings, or paste the secret below; and copy the Client ID again."
        }
    return {
        "client_id": "X does not know this Client ID. Copy it again, whole, from the part OAuth 2.0 of your app; look whether "
        "the User authentication settings are saved, with the type Native App."
    }
