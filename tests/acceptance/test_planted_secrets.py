"""Secrets are planted, everything that can go wrong goes wrong, and all that was written is searched for them."""

import asyncio
import json
import logging
import os
import secrets
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.errors import MutualsError
from mutuals.service import integrations, logs
from mutuals_sandbox.faults import FaultKind
from mutuals_x.settings import XSettings
from mutuals_x.sign_in import sign_in
from tests.acceptance.house import COMPLAINT, QUESTION, House, Open, services
from tests.acceptance.planted import Echo, Search, Streams, echoing, spellings
from tests.acceptance.test_commands_of_the_shell import mutuals

ODD = '"/+ &é'  # looks different in every encoding
KEY_FILES = {"mutuals.db.key", "mutuals.db.key.next"}
READS = (r"/mentions", r"GET /2/users/\d+/tweets", r"GET /2/users$")
REPLY, FOLLOW = r"POST /2/tweets$", r"POST /2/users/\d+/following"


def planted(name: str) -> str:
    """A secret that nothing else looks like."""
    return f"planted-{name}-{secrets.token_hex(12)}"


@pytest.fixture
def sown(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The secrets of the settings, in force in the house that is opened next."""
    sown = {
        "Slack's bot token": f"xoxb-{planted('bot')}",
        "Slack's app token": f"xapp-{planted('app')}",
        "Slack's signing secret": planted("signing"),
        "Discord's token": planted("discord"),
        "X's client secret": planted("client") + ODD,
        "a header for X": planted("header"),
        "the key at rest": planted("key") + ODD,
    }
    monkeypatch.setattr(services, "BOT", sown["Slack's bot token"])
    monkeypatch.setattr(services, "APP", sown["Slack's app token"])
    monkeypatch.setattr(services, "DISCORD_TOKEN", sown["Discord's token"])
    monkeypatch.setattr(services, "Faults", Echo)
    return sown


@pytest.fixture
def talkative(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Streams]:
    """Every library says all that it can say; the far side, which is not ours, is silent."""
    folder = tmp_path_factory.mktemp("streams")
    quiet = [logging.getLogger(name) for name in ("aiohttp.access", "aiohttp.server", "mutuals_sandbox")]
    levels = [one.level for one in quiet]
    for one in quiet:
        one.setLevel(logging.CRITICAL + 1)
    with (folder / "out").open("w") as out, (folder / "err").open("w") as err:
        streams = Streams(out, err)
        with streams.taken():
            logs.configure("DEBUG")
        logging.getLogger().setLevel(logging.DEBUG)
        yield streams
        logging.getLogger().handlers[:] = []
    for one, level in zip(quiet, levels, strict=True):
        one.setLevel(level)


@pytest.fixture
async def house(open_house: Open, sown: dict[str, str], talkative: Streams) -> House:
    """A house with planted secrets, in which Mutuals runs and also listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    opened = await open_house(
        HTTP_ADDRESS=f"127.0.0.1:{port}",
        SLACK_SIGNING_SECRET=sown["Slack's signing secret"],
        X_CLIENT_SECRET=sown["X's client secret"],
        X_HEADERS=json.dumps({"X-Gateway-Key": sown["a header for X"]}),
        SECRET_KEY=sown["the key at rest"],
    )
    opened.x._state.client_secret = sown["X's client secret"]
    opened.address = f"http://127.0.0.1:{port}"
    return opened


def search(house: House, sown: dict[str, str]) -> Search:
    """A search that also knows every secret that was made on the way."""
    made = dict(sown)
    tokens = house.x._tokens
    for kind, known in (
        ("access", tokens._access),
        ("refresh", tokens._refresh),
        ("partner", tokens._partner),
    ):
        made |= {f"{kind} token {number} of X": one for number, one in enumerate(known)}
    made |= {"the first access token": house.access, "the first refresh token": house.refresh}
    made |= {f"response_url {n}": key for n, key in enumerate(house.slack.space.hooks)}
    made |= {
        f"interaction {n}": one.token for n, one in enumerate(house.discord._interactions._by_id.values())
    }
    return Search(made)


async def lives(house: House) -> None:
    """An ordinary day: alerts, a reply, a holding reply, a follow, commands, and somebody who may not."""
    house.write("mia", COMPLAINT)
    house.write("tom", QUESTION)
    house.make_loyal("fay")
    await house.look()
    mia, fay = await house.open_alert("mia"), await house.open_alert("fay")
    await house.press(house.guest, mia, Intent.CLAIM)
    await house.reply(house.ana, mia, "So sorry, a new one is on its way.")
    echoing(house.x_faults).echo(FOLLOW, 400)
    await house.press(house.ben, fay, Intent.FOLLOW)
    for who in (house.ana, house.ben):
        await house.command(who, "status")


async def fails(house: House) -> None:
    """Every service refuses, breaks, and repeats what it was sent."""
    for status in (400, 401, 500, 200):
        for call in READS:
            echoing(house.x_faults).echo(call, status, as_json=status != 500)
        echoing(house.slack_faults).echo(r"chat\.(postMessage|update)", 200 if status < 429 else status)
        echoing(house.discord_faults).echo(r"/messages", max(400, status))
        handle = f"unlucky{status}"
        house.write(handle, f"{COMPLAINT} {status}")
        for _ in range(4):  # one call fails, then the next
            await house.look()
            await house.later(minutes=20)
        alert = await house.open_alert(handle)
        echoing(house.x_faults).echo(REPLY, status)
        chats = await house.shown(alert)  # where it was refused, it is tried again only much later
        for who in [one for one in (house.ben, house.ana) if one.chat in chats][:1]:
            await house.reply(who, alert, f"We look into it {status}.")
    tom = await house.open_alert("tom")
    echoing(house.slack_faults).echo("views.open", 200)
    await house.press(house.ana, tom, Intent.REPLY)
    echoing(house.discord_faults).echo("/callback", 400)
    await house.press(house.ben, tom, Intent.REPLY)
    house.x_faults.plan(FaultKind.LOST_REPLY, "/mentions")
    await house.look()


async def renews(house: House) -> None:
    """The sign-in is renewed, after X has refused it with an echo, and then is void."""
    for status in (400, 500, 200):
        echoing(house.x_faults).echo("oauth2/token", status, as_json=status != 500)
    for _ in range(6):
        await house.later(hours=3)
        await house.look()
    keeper = (
        await house.service._installation.network_kit(
            "x", house.service._installation.limiter("x")
        ).vault.read("x.tokens")
    ) or {}
    assert keeper.get("access_token") not in {None, house.access}, "the sign-in was never renewed"
    echoing(house.x_faults).echo("oauth2/token", 401)
    await house.later(hours=3)
    await house.look()


async def signs_in(house: House, found: Search) -> None:
    """`mutuals connect x`: once X echoes the code and the verifier, once it agrees."""
    kit = house.service._installation.network_kit("x", house.service._installation.limiter("x"))
    settings = house.service._installation.section(integrations.networks()["x"])
    assert isinstance(settings, XSettings)
    settings = settings.model_copy(update={"callback": "http://127.0.0.1:0/callback"})
    browsing: list[asyncio.Task[None]] = []

    async def agree(url: str) -> None:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        found.secrets[f"the state {len(browsing)}"] = asked["state"]
        form = {**asked, "as": house.brand.id, "decision": "authorize"}
        async with aiohttp.ClientSession() as browser:
            async with browser.post(url.partition("?")[0], data=form, allow_redirects=False) as answer:
                back = answer.headers["Location"]
            found.secrets[f"the code {len(browsing)}"] = parse_qs(urlsplit(back).query)["code"][0]
            async with browser.get(back) as page:
                found.add("the page of the sign-in", await page.text())

    for status in (400, 500, None):
        if status:
            echoing(house.x_faults).echo("oauth2/token", status)
        try:
            await sign_in(settings, kit, lambda url: browsing.append(asyncio.create_task(agree(url))))
        except MutualsError as error:
            found.add("what the sign-in said", str(error))
            logging.getLogger("mutuals").exception("the sign-in failed")
    await asyncio.gather(*browsing)


async def over_http(house: House, found: Search) -> None:
    """What our own address answers, to forgers too."""
    forged = {"X-Slack-Request-Timestamp": "1", "X-Slack-Signature": "v0=0"}
    async with aiohttp.ClientSession() as client:
        for method, path in (
            ("GET", "/health"),
            ("GET", "/ready"),
            ("POST", "/slack/events"),
            ("GET", "/no"),
        ):
            async with client.request(method, f"{house.address}{path}", headers=forged, data="{") as answer:
                found.add(f"our answer to {path}", f"{await answer.text()} {dict(answer.headers)}")


async def is_examined(found: Search) -> None:
    """Every command that reads the settings, with good ones and with refused ones."""
    variables = {key: value for key, value in os.environ.items() if key.startswith("MUTUALS_")}
    wrong = {
        f"MUTUALS_{name}": planted("wrong")
        for name in ("DISCORD_BOT_TOKEN", "X_ACCESS_TOKEN", "X_CLIENT_SECRET")
    } | {
        "MUTUALS_SLACK_BOT_TOKEN": f"xoxb-{planted('wrong')}",
        "MUTUALS_SLACK_APP_TOKEN": f"xapp-{planted('wrong')}",
    }
    database = {"MUTUALS_DATABASE_URL": f"postgresql://mutuals:{planted('password')}@127.0.0.1:1/none"}
    found.secrets |= {f"the wrong {name}": value for name, value in wrong.items()}
    found.secrets["the password"] = database["MUTUALS_DATABASE_URL"].split(":")[2].partition("@")[0]
    unusable = {"MUTUALS_POLL_SECONDS": "soon", "MUTUALS_X_HEADERS": "{" + wrong["MUTUALS_X_ACCESS_TOKEN"]}
    short = {"MUTUALS_SECRET_KEY": planted("shrt")[:12]}
    tries = [("doctor", change) for change in ({}, wrong, database, unusable, short)]
    tries += [
        ("doctor --json", wrong),
        ("ledger verify --json", {}),
        ("secrets rotate", {}),
        ("run", database),
    ]
    for words, change in tries:
        done = await asyncio.to_thread(mutuals, *words.split(), **variables | change)
        found.add(f"{words} with {sorted(change)}", done.stdout + done.stderr)
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            found.add(f"the error of {words}", repr(done.exception))


async def test_no_planted_secret_gets_out_by_any_way(
    house: House, sown: dict[str, str], talkative: Streams
) -> None:
    found = search(house, sown)
    with talkative.taken():
        await lives(house)
        await fails(house)
        await renews(house)
        found.add_folder("while it runs", house.folder, but=KEY_FILES)
        await signs_in(house, found)
        await over_http(house, found)
        found.secrets |= search(house, sown).secrets
        found.add("the chats", house.everything_shown())
        await house.stop()
        await is_examined(found)
    found.add_folder("at the end", house.folder, but=KEY_FILES)
    talkative.add_to(found)

    assert len(found.secrets) > 30
    assert b"brand.watched" in found.places["standard error"]
    assert len(echoing(house.x_faults).echoed) > 12, echoing(house.x_faults).echoed
    assert len(echoing(house.slack_faults).echoed) == 5, echoing(house.slack_faults).echoed
    assert len(echoing(house.discord_faults).echoed) == 5, echoing(house.discord_faults).echoed
    got_out = found.found()
    assert not got_out, "\n".join(got_out)


_CRASHES = """
import os
from mutuals.service import app
from mutuals.cli import main as cli

async def boom(settings):
    service = await app.Service.build(settings)
    known = [one.get_secret_value() for section in settings.sections.values()
             for one in vars(section).values() if hasattr(one, "get_secret_value")]
    try:
        raise KeyError(settings.core.database_url, settings, vars(settings.core))
    except KeyError as error:
        raise RuntimeError("all that is known", known, os.environ["MUTUALS_X_HEADERS"]) from error

cli.service.serve = boom
cli.main()
"""


async def test_a_crash_with_every_secret_in_its_words_shows_none_of_them(
    house: House, sown: dict[str, str]
) -> None:
    await house.stop()
    variables = {key: value for key, value in os.environ.items() if key.startswith("MUTUALS_")}
    sown |= {"the first access token": house.access, "the first refresh token": house.refresh}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _CRASHES.replace("cli.main()", "import sys; sys.argv = ['mutuals', 'run']; cli.main()"),
        env=os.environ | variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    out, err = await process.communicate()
    found = Search(sown)
    found.add("standard output", out)
    found.add("standard error", err)

    assert process.returncode == 1
    assert b"RuntimeError" in err
    assert b"all that is known" in err
    got_out = found.found()
    assert not got_out, "\n".join(got_out)


@pytest.mark.smoke
def test_the_search_finds_a_secret_in_every_encoding_and_every_file(
    tmp_path: Path, talkative: Streams
) -> None:
    secret = planted("seen") + ODD
    ways = sorted(spellings(secret))
    for number, way in enumerate(ways):
        (tmp_path / f"{number}.db-wal").write_text(f"before{way}after", encoding="utf-8")
    (tmp_path / "mutuals.db.key").write_text(secret)
    with talkative.taken():
        logging.getLogger("some.library").debug("it said %s", secret)
        print(secret)

    found = Search({"it": secret})
    found.add_folder("now", tmp_path, but=KEY_FILES)
    talkative.add_to(found)
    told = found.found()

    for number in range(len(ways)):
        assert any(f"{number}.db-wal" in one for one in told), ways[number]
    assert any(" in standard output," in one for one in told)
    assert any(" in standard error," in one for one in told)
    assert not any("mutuals.db.key" in one for one in told)
    assert len(ways) > 10
