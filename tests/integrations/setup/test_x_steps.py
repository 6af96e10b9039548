"""X's steps, over a socket: the costs before anything, the app, the consent."""

import asyncio
import re
from html import unescape

import aiohttp
import pytest

from tests.integrations.setup.newcomer import GONE, Newcomer
from tests.support.waiting import until

pytestmark = pytest.mark.long

APP, CONSENT = "step/x/app", "step/x/consent"
CLIENT = "sandbox-client"


@pytest.fixture
async def at_app(newcomer: Newcomer) -> Newcomer:
    await newcomer.choose("x", "discord")
    return newcomer


@pytest.fixture
async def at_consent(at_app: Newcomer) -> Newcomer:
    await at_app.send(APP, client_id=CLIENT, owned_app="true")
    return at_app


async def agree(newcomer: Newcomer, decision: str = "authorize") -> str:
    """Open X's page as a browser would, as the brand, and press one of its buttons; what X's answer leads to says."""
    page = await newcomer.open(CONSENT)
    found = re.search(r'class="button" href="([^"]+)"', page.html)
    assert found, page.says
    async with aiohttp.ClientSession() as session:
        async with session.get(unescape(found[1])) as response:
            shown = await response.text()
        form = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', shown))
        form |= {"as": newcomer.environment.cast.brand, "decision": decision}
        url = newcomer.environment.x.web_url + "/i/oauth2/authorize"
        async with session.post(
            url, data={name: unescape(value) for name, value in form.items()}
        ) as response:
            return await response.text()


async def test_before_anything_is_asked_the_page_says_what_x_costs_and_that_it_gives_free_credits(
    at_app: Newcomer,
):
    start, app = (await at_app.open("start")).says, (await at_app.open(APP)).says

    for said in (start, app):
        assert "7 to 11 dollars a month" in said
        assert "free credits" in said
    assert app.index("free credits") < app.index("Open X's developer console")


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        ("", "Paste the Client ID here"),
        ("1234567890", "the app's number"),
        ("AAAAAAAAAAAAAAAAAAAAAMLheAAAAAAA0%2BuSeid", "a Bearer Token"),
        ("123456789-AbCdEfGhIjKlMnOpQrStUvWx", "an Access Token of OAuth 1.0a"),
        ("xvz1evFS4wEEPTGEFPHBog123", "the API Key"),
        ("short", "That is not whole"),
        ("VGhpc0lzTm90T3VyQ2xpZW50OjE6Y2k", "X does not know this Client ID"),
    ],
)
async def test_what_is_no_client_id_is_named_with_where_it_stands(at_app: Newcomer, pasted: str, said: str):
    page = await at_app.send(APP, client_id=pasted, owned_app="true")

    assert said in page.mistakes
    assert "MUTUALS_X_CLIENT_ID" not in at_app.settings


async def test_a_client_id_with_spaces_is_taken_and_what_was_chosen_is_written(at_app: Newcomer):
    page = await at_app.send(APP, client_id=f"  '{CLIENT}'\n", owned_app="true")

    assert (page.path, page.mistakes) == (CONSENT, "")
    assert at_app.settings == {"MUTUALS_X_CLIENT_ID": CLIENT, "MUTUALS_X_OWNED_APP": "true"}


async def test_a_typed_id_stands_in_the_form_again_and_a_secret_does_not(at_app: Newcomer):
    page = await at_app.send(APP, client_id="12345", client_secret="a-secret-of-ours")

    assert 'value="12345"' in page.html
    assert "a-secret-of-ours" not in page.html


async def test_a_wrong_secret_of_a_confidential_app_is_said(at_app: Newcomer):
    at_app.environment.x._state.client_secret = "right-secret"
    wrong = await at_app.send(APP, client_id=CLIENT, client_secret="wrong-secret", owned_app="")
    none = await at_app.send(APP, client_id=CLIENT, owned_app="")
    right = await at_app.send(APP, client_id=CLIENT, client_secret="right-secret", owned_app="")

    assert "by this ID and secret" in wrong.mistakes
    assert "wants this app's Client Secret" in none.mistakes
    assert right.mistakes == ""


async def test_without_a_network_it_says_what_could_not_be_reached(
    at_app: Newcomer, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("MUTUALS_X_API_URL", GONE)

    page = await at_app.send(APP, client_id=CLIENT)

    assert "127.0.0.1:9" in page.mistakes
    assert "try again here" in page.mistakes


async def test_the_brand_agrees_and_setup_goes_on_by_itself(at_consent: Newcomer):
    assert "You are signed in" in await agree(at_consent)

    await until(lambda: at_consent.page._consents["x"].said)
    assert '"done"' in (await at_consent.open(f"{CONSENT}/state")).html
    page = await at_consent.open()

    assert f"@{at_consent.environment.world.users[at_consent.environment.cast.brand].handle}" in page.says
    assert "step/x/" not in page.path


async def test_whoever_does_not_agree_reads_that_nothing_has_changed_and_can_start_again(
    at_consent: Newcomer,
):
    await agree(at_consent, "deny")
    await until(lambda: at_consent.page._consents["x"].failed)
    page = await at_consent.open(CONSENT)
    again = await at_consent.open(f"{CONSENT}?anew")

    assert "You did not agree" in page.mistakes
    assert "Press Start again" in page.mistakes
    assert again.mistakes == ""
    assert "Sign in with X" in again.says


async def test_a_taken_port_is_said(at_consent: Newcomer, monkeypatch: pytest.MonkeyPatch):
    server = await asyncio.start_server(lambda *_given: None, "127.0.0.1", 0)
    monkeypatch.setenv(
        "MUTUALS_X_CALLBACK", f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/callback"
    )

    page = await at_consent.open(f"{CONSENT}?anew")
    server.close()

    assert "is taken by another program" in page.mistakes


async def test_who_is_signed_in_already_can_sign_in_anew(at_consent: Newcomer):
    await agree(at_consent)
    await until(lambda: at_consent.page._consents["x"].said)
    await at_consent.leave()
    await at_consent.start()
    done = await at_consent.open(CONSENT)
    again = await at_consent.open(f"{CONSENT}?anew")

    assert "The brand is signed in" in done.says
    assert "Sign in with X" in again.says
    assert "You are signed in" in await agree(at_consent)
