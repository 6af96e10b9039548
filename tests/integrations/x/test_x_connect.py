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
from tests.support.x_environment import CLIENT_SECRET, XEnvironment, close_environment, open_environment

HERE = "http://127.0.0.1:0/callback"


class Visitor:
    """Somebody at a browser: opens the page shown, presses a button, follows X back."""

    def __init__(self, environment: XEnvironment) -> None:
        self.environment = environment
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
        form = {**asked, "as": self.environment.brand.id, "decision": decision}
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
    environment = await open_environment(client_secret=secret)
    try:
        settings = environment.settings(callback=HERE, client_secret=SecretStr(secret) if secret else None)
        visitor = Visitor(environment)

        account = await integration.sign_in(settings, environment.kit, visitor.presses("authorize"))
        await visitor.done()

        assert account.handle == "tarnhats"
        assert "close this window" in visitor.pages[0]
        asked = parse_qs(urlsplit(visitor.shown).query)
        assert asked["code_challenge_method"] == ["S256"]
        assert asked["scope"] == ["tweet.read users.read follows.read tweet.write offline.access"]
        environment.clock.move(2 * 3600 + 1)
        network = integration.build(settings, environment.kit)
        assert (await network.mentions(None)).posts == ()
        await network.close()
    finally:
        await close_environment(environment)


async def test_an_enterprise_plan_asks_for_the_right_to_follow(environment: XEnvironment) -> None:
    visitor = Visitor(environment)

    await sign_in(
        environment.settings(callback=HERE, enterprise=True), environment.kit, visitor.presses("authorize")
    )
    await visitor.done()

    assert "follows.write" in environment.vault.secrets["x.tokens"]["scopes"]


async def test_not_agreeing_changes_nothing(environment: XEnvironment) -> None:
    visitor = Visitor(environment)

    with pytest.raises(NotAuthorized, match="did not agree"):
        await sign_in(environment.settings(callback=HERE), environment.kit, visitor.presses("cancel"))
    await visitor.done()

    assert "nothing has changed" in visitor.pages[0]
    assert environment.vault.secrets == {}


async def test_another_error_of_x_is_told_in_words(environment: XEnvironment) -> None:
    visitor = Visitor(environment)

    with pytest.raises(NotAuthorized, match="app's settings"):
        await sign_in(
            environment.settings(callback=HERE), environment.kit, visitor.goes_to(error="<b>server_error")
        )
    await visitor.done()

    assert "<b>" not in visitor.pages[0]


async def test_a_request_with_a_foreign_state_is_turned_away_and_the_wait_goes_on(
    environment: XEnvironment,
) -> None:
    visitor = Visitor(environment)

    with pytest.raises(NotAuthorized, match="in time"):
        await sign_in(
            environment.settings(callback=HERE),
            environment.kit,
            visitor.goes_to(state="stolen", code="c"),
            patience=0.3,
        )
    await visitor.done()

    assert "not the answer" in visitor.pages[0]


def cut_off(shown: list[str]) -> Callable[[str], None]:
    """Shows the page, and then the process ends."""

    def show(url: str) -> None:
        shown.append(url)
        raise asyncio.CancelledError

    return show


async def test_who_had_the_page_open_when_mutuals_was_restarted_can_still_agree(
    environment: XEnvironment,
) -> None:
    settings, shown = environment.settings(callback=HERE), list[str]()
    with pytest.raises(asyncio.CancelledError):
        await sign_in(settings, environment.kit, cut_off(shown))
    visitor = Visitor(environment)

    account = await sign_in(settings, environment.kit, visitor.presses("authorize"))
    await visitor.done()

    asked = [parse_qs(urlsplit(url).query) for url in (shown[0], visitor.shown)]
    assert account.handle == "tarnhats"
    assert asked[0]["state"] == asked[1]["state"]
    assert asked[0]["code_challenge"] == asked[1]["code_challenge"]
    assert await environment.kit.vault.read("x.sign_in") is None


async def test_what_was_kept_of_a_sign_in_is_of_no_use_when_its_time_is_over(
    environment: XEnvironment,
) -> None:
    settings, shown = environment.settings(callback=HERE), list[str]()
    for _ in range(2):
        with pytest.raises(asyncio.CancelledError):
            await sign_in(settings, environment.kit, cut_off(shown))
        environment.clock.move(601)

    first, second = (parse_qs(urlsplit(url).query)["state"] for url in shown)
    assert first != second


async def test_waiting_ends(environment: XEnvironment) -> None:
    with pytest.raises(NotAuthorized, match="in time"):
        await sign_in(environment.settings(callback=HERE), environment.kit, lambda _: None, patience=0.05)


async def test_a_code_that_x_does_not_know_signs_nobody_in(environment: XEnvironment) -> None:
    visitor = Visitor(environment)

    with pytest.raises(NotAuthorized, match="did not complete"):
        await sign_in(environment.settings(callback=HERE), environment.kit, visitor.goes_to(code="invented"))
    await visitor.done()

    assert environment.vault.secrets == {}


async def test_a_wrong_secret_is_named(environment: XEnvironment) -> None:
    confidential = await open_environment(client_secret=CLIENT_SECRET)
    visitor = Visitor(confidential)
    try:
        settings = confidential.settings(callback=HERE, client_secret=SecretStr("wrong"))
        with pytest.raises(NotAuthorized, match="MUTUALS_X_CLIENT_SECRET"):
            await sign_in(settings, confidential.kit, visitor.presses("authorize"))
        await visitor.done()
    finally:
        await close_environment(confidential)


async def test_a_taken_port_is_named(environment: XEnvironment) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(Refused, match=rf"Port {port} .* MUTUALS_X_CALLBACK"):
            await sign_in(
                environment.settings(callback=f"http://127.0.0.1:{port}/callback"),
                environment.kit,
                lambda _: None,
            )


async def test_without_a_client_id_there_is_nothing_to_sign_in_with(environment: XEnvironment) -> None:
    with pytest.raises(Refused, match="MUTUALS_X_CLIENT_ID"):
        await sign_in(environment.settings(callback=HERE, client_id=None), environment.kit, lambda _: None)


async def test_x_being_away_at_the_end_is_said(environment: XEnvironment) -> None:
    visitor = Visitor(environment)

    settings = environment.settings(callback=HERE, api_url="http://127.0.0.1:9")

    with pytest.raises(TryAgain):
        await sign_in(settings, environment.kit, visitor.presses("authorize"))
    await visitor.done()


async def test_signing_in_beats_the_tokens_of_the_environment(environment: XEnvironment) -> None:
    stale = {"access_token": SecretStr("old"), "refresh_token": SecretStr("old")}
    visitor = Visitor(environment)
    environment.vault = MemorySecretVault()

    account = await sign_in(
        environment.settings(callback=HERE, **stale), environment.kit, visitor.presses("authorize")
    )
    await visitor.done()

    assert account.id == environment.brand.id
