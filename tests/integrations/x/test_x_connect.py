"""`mutuals connect x`: a person agrees on X's page, and the brand is signed in; or it is said why not."""

import asyncio
import socket
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from pydantic import SecretStr

from mutuals.domain.errors import NotAuthorized, Refused, TryAgain
from mutuals.testing.secrets import MemorySecretVault
from mutuals_x import integration
from mutuals_x.sign_in import sign_in
from tests.support.x_town import CLIENT_SECRET, Town, close_town, open_town

HERE = "http://127.0.0.1:0/callback"


class Visitor:
    """Somebody at a browser: opens the page shown, presses a button, follows X back."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.shown = ""
        self.pages: list[str] = []
        self.tasks: set[asyncio.Task[None]] = set()

    def presses(self, decision: str) -> Callable[[str], None]:
        def show(url: str) -> None:
            self.shown = url
            self.tasks.add(asyncio.create_task(self.press(url, decision)))

        return show

    def goes_to(self, **query: str) -> Callable[[str], None]:
        """Comes back with a query of our own making, whatever X would say."""

        def show(url: str) -> None:
            self.shown = url
            asked = parse_qs(urlsplit(url).query)
            full = {"state": asked["state"][0], **query}
            self.tasks.add(asyncio.create_task(self.open(asked["redirect_uri"][0], full)))

        return show

    async def press(self, url: str, decision: str) -> None:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        form = {**asked, "as": self.town.brand.id, "decision": decision}
        page = url.partition("?")[0]
        async with aiohttp.ClientSession() as browser, browser.post(page, data=form) as answer:
            self.pages.append(await answer.text())

    async def open(self, url: str, query: dict[str, str]) -> None:
        async with aiohttp.ClientSession() as browser, browser.get(url, params=query) as answer:
            self.pages.append(await answer.text())

    async def done(self) -> None:
        await asyncio.gather(*self.tasks)


@pytest.mark.parametrize("secret", [None, CLIENT_SECRET])
async def test_agreeing_signs_the_brand_in_for_good(secret: str | None) -> None:
    town = await open_town(client_secret=secret)
    try:
        settings = town.settings(callback=HERE, client_secret=SecretStr(secret) if secret else None)
        visitor = Visitor(town)

        account = await integration.sign_in(settings, town.kit, visitor.presses("authorize"))
        await visitor.done()

        assert account.handle == "tarnhats"
        assert "close this window" in visitor.pages[0]
        asked = parse_qs(urlsplit(visitor.shown).query)
        assert asked["code_challenge_method"] == ["S256"]
        assert asked["scope"] == ["tweet.read users.read follows.read tweet.write offline.access"]
        town.clock.move(2 * 3600 + 1)
        network = integration.build(settings, town.kit)
        assert (await network.mentions(None)).posts == ()
        await network.close()
    finally:
        await close_town(town)


async def test_an_enterprise_plan_asks_for_the_right_to_follow(town: Town) -> None:
    visitor = Visitor(town)

    await sign_in(town.settings(callback=HERE, enterprise=True), town.kit, visitor.presses("authorize"))
    await visitor.done()

    assert "follows.write" in town.vault.secrets["x.tokens"]["scopes"]


async def test_not_agreeing_changes_nothing(town: Town) -> None:
    visitor = Visitor(town)

    with pytest.raises(NotAuthorized, match="did not agree"):
        await sign_in(town.settings(callback=HERE), town.kit, visitor.presses("cancel"))
    await visitor.done()

    assert "nothing has changed" in visitor.pages[0]
    assert town.vault.secrets == {}


async def test_another_error_of_x_is_told_in_words(town: Town) -> None:
    visitor = Visitor(town)

    with pytest.raises(NotAuthorized, match="app's settings"):
        await sign_in(town.settings(callback=HERE), town.kit, visitor.goes_to(error="<b>server_error"))
    await visitor.done()

    assert "<b>" not in visitor.pages[0]


async def test_a_request_with_a_foreign_state_is_turned_away_and_the_wait_goes_on(town: Town) -> None:
    visitor = Visitor(town)

    with pytest.raises(NotAuthorized, match="in time"):
        await sign_in(
            town.settings(callback=HERE), town.kit, visitor.goes_to(state="stolen", code="c"), patience=0.3
        )
    await visitor.done()

    assert "not the answer" in visitor.pages[0]


async def test_waiting_ends(town: Town) -> None:
    with pytest.raises(NotAuthorized, match="in time"):
        await sign_in(town.settings(callback=HERE), town.kit, lambda _: None, patience=0.05)


async def test_a_code_that_x_does_not_know_signs_nobody_in(town: Town) -> None:
    visitor = Visitor(town)

    with pytest.raises(NotAuthorized, match="did not complete"):
        await sign_in(town.settings(callback=HERE), town.kit, visitor.goes_to(code="invented"))
    await visitor.done()

    assert town.vault.secrets == {}


async def test_a_wrong_secret_is_named(town: Town) -> None:
    confidential = await open_town(client_secret=CLIENT_SECRET)
    visitor = Visitor(confidential)
    try:
        settings = confidential.settings(callback=HERE, client_secret=SecretStr("wrong"))
        with pytest.raises(NotAuthorized, match="MUTUALS_X_CLIENT_SECRET"):
            await sign_in(settings, confidential.kit, visitor.presses("authorize"))
        await visitor.done()
    finally:
        await close_town(confidential)


async def test_a_taken_port_is_named(town: Town) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(Refused, match=rf"Port {port} .* MUTUALS_X_CALLBACK"):
            await sign_in(
                town.settings(callback=f"http://127.0.0.1:{port}/callback"), town.kit, lambda _: None
            )


async def test_without_a_client_id_there_is_nothing_to_sign_in_with(town: Town) -> None:
    with pytest.raises(Refused, match="MUTUALS_X_CLIENT_ID"):
        await sign_in(town.settings(callback=HERE, client_id=None), town.kit, lambda _: None)


async def test_x_being_away_at_the_end_is_said(town: Town) -> None:
    visitor = Visitor(town)

    settings = town.settings(callback=HERE, api_url="http://127.0.0.1:9")

    with pytest.raises(TryAgain):
        await sign_in(settings, town.kit, visitor.presses("authorize"))
    await visitor.done()


async def test_signing_in_beats_the_tokens_of_the_environment(town: Town) -> None:
    stale = {"access_token": SecretStr("old"), "refresh_token": SecretStr("old")}
    visitor = Visitor(town)
    town.vault = MemorySecretVault()

    account = await sign_in(town.settings(callback=HERE, **stale), town.kit, visitor.presses("authorize"))
    await visitor.done()

    assert account.id == town.brand.id
