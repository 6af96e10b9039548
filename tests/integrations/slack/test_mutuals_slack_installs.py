"""Several workspaces install the app: in a browser, with a database, on both kinds of it."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import aiohttp
import pytest
from slack_sdk.oauth.installation_store.sqlalchemy import AsyncSQLAlchemyInstallationStore
from slack_sdk.oauth.state_store.sqlalchemy import AsyncSQLAlchemyOAuthStateStore
from sqlalchemy import MetaData, text

from mutuals.cards.markup import Card, Tone
from mutuals.domain.errors import NotAuthorized, RefusalReason, Refused
from mutuals.storage.schema import tables
from mutuals.storage.secrets.rotation import rotate, standing
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from mutuals_slack import oauth_states
from mutuals_slack.chat import SlackChat
from tests.support.databases import clock, sqlite_url
from tests.support.present import present
from tests.support.slack_installs import KEY, SECRET, Installs, box, open_installs
from tests.support.waiting import until

__all__ = ["clock"]
Stage = tuple[Installs, SlackChat]


@pytest.fixture(params=["sqlite", "postgresql"])
async def store(request: pytest.FixtureRequest, tmp_path: Path, clock: FixedClock) -> AsyncIterator[SqlStore]:
    url = sqlite_url(tmp_path) if request.param == "sqlite" else request.getfixturevalue("postgres").url()
    opened = await SqlStore.open(url, clock=clock)
    yield opened
    await opened.close()


@pytest.fixture
async def stage(store: SqlStore) -> AsyncIterator[Stage]:
    async with open_installs(store) as opened:
        yield opened


def card(key: str, headline: str = "A complaint", version: int = 1) -> Card:
    return Card(key, version, Tone.CARE, headline, headline)


def commands(stage: Installs) -> list[Any]:
    return [one for one in stage.interactions.calls if one.method == "command"]


async def both(stage: Installs) -> None:
    await stage.install(stage.acme, stage.ana)
    await stage.install(stage.beta, stage.ben)


async def everything_stored(store: SqlStore) -> str:
    """Every row of every table that holds something about workspaces, and of the secrets."""
    found = []
    async with store.engine.connect() as connection:
        for table in (*tables.OF_CHATS, tables.secret):
            found += [str(tuple(row)) for row in await connection.execute(table.select())]
    return "\n".join(found)


async def test_somebody_adds_mutuals_to_their_workspace_and_is_told_what_comes_next(stage: Stage):
    installs, _ = stage

    status, page = await installs.install(installs.beta, installs.ben)

    assert status == 200
    assert "Mutuals is in Beta &amp; &lt;Co&gt;" in page
    assert f"MUTUALS_SLACK_WORKSPACE={installs.beta.team_id}" in page
    assert "/invite @Mutuals" in page
    assert installs.opened == 1


async def test_no_token_stands_in_the_database_in_the_clear(stage: Stage, store: SqlStore):
    installs, _ = stage
    installs.server.installs.app.token_seconds = 43200

    await both(installs)

    stored = await everything_stored(store)
    assert installs.token_of(installs.acme) not in stored
    assert "xoxb" not in stored
    assert "xoxe" not in stored
    assert "Acme" in stored


async def test_each_alert_goes_into_its_workspace_with_the_token_of_that(stage: Stage):
    installs, chat = stage
    await both(installs)

    here = await chat.post(f"{installs.acme.team_id}/#care", card(key="a", headline="For Acme"))
    there = await chat.post(f"{installs.beta.team_id}/#care", card(key="b", headline="For Beta"))
    await chat.edit(there, card(key="b", headline="Changed for Beta", version=2))

    assert here.channel == f"{installs.acme.team_id}/{installs.care}"
    assert "For Acme" in str(installs.posted(installs.acme, installs.ana, installs.care))
    assert "Changed for Beta" in str(installs.posted(installs.beta, installs.ben, installs.desk))
    assert "Beta" not in str(installs.posted(installs.acme, installs.ana, installs.care))
    assert await chat.same_channel(f"{installs.acme.team_id}/#care", here.channel)
    assert not await chat.same_channel(f"{installs.beta.team_id}/#care", here.channel)
    assert (await until(lambda: chat.message_url(here))).startswith("https://acme.slack.com/archives/C")


async def test_a_message_is_found_again_in_its_own_workspace_only(stage: Stage, clock: FixedClock):
    installs, chat = stage
    await both(installs)
    place = f"{installs.acme.team_id}/#care"
    ref = await chat.post(place, card(key="mine"))
    since = clock.now().replace(year=2020)

    assert await chat.find(place, "mine", since) == ref
    assert await chat.find(f"{installs.beta.team_id}/#care", "mine", since) is None


async def test_who_types_a_command_is_known_by_their_workspace(stage: Stage):
    installs, _ = stage
    await both(installs)

    await installs.beta.slash(installs.ben, installs.desk, "/mutuals", "queue")

    [call] = await until(lambda: commands(installs))
    actor, channel = call.actor, call.channel
    assert actor.own_key == f"slack/{installs.beta.team_id}/{installs.ben}"
    assert actor.workspaces == {installs.beta.team_id}
    assert channel == f"{installs.beta.team_id}/{installs.desk}"


async def test_a_workspace_without_the_app_is_told_so_and_nobody_acts(stage: Stage):
    installs, _ = stage
    await installs.install(installs.acme, installs.ana)

    told = await installs.beta.slash(installs.ben, installs.desk, "/mutuals", "queue")

    assert "not connected to this workspace" in str(told.payload)
    assert not commands(installs)


@pytest.mark.parametrize(
    ("change", "status", "says"),
    [
        ({"error": "access_denied"}, 200, "Mutuals was not added"),
        ({"state": "00000000-0000-4000-8000-000000000000"}, 400, "This way back is not valid"),
        ({"code": "invented"}, 400, "Slack did not confirm it"),
        ({"code": ""}, 400, "Slack did not confirm it"),
    ],
)
async def test_what_goes_wrong_on_the_way_back_is_said_in_plain_words(
    stage: Stage, store: SqlStore, change: dict[str, str], status: int, says: str
):
    installs, _ = stage
    query = dict(parse_qsl(urlsplit(await installs.begin()).query))
    back = urlsplit(installs.server.installs.allow(query, installs.acme.service, installs.ana))
    given = {name: value for name, value in (dict(parse_qsl(back.query)) | change).items() if value}

    landed, page = await installs.land(f"{installs.address}/slack/oauth_redirect", params=given)

    assert (landed, says in page) == (status, True), page
    assert "xoxb" not in await everything_stored(store)


async def test_a_way_back_counts_once_and_only_in_the_browser_where_it_began(stage: Stage):
    installs, _ = stage
    query = dict(parse_qsl(urlsplit(await installs.begin()).query))
    back = installs.server.installs.allow(query, installs.acme.service, installs.ana)

    async with aiohttp.ClientSession() as other, other.get(back) as page:
        assert page.status == 400
    assert (await installs.land(back))[0] == 200
    again = installs.server.installs.allow(query, installs.beta.service, installs.ben)
    assert (await installs.land(again))[0] == 400


async def test_two_returns_with_one_state_at_once_count_once(stage: Stage):
    installs, _ = stage
    query = dict(parse_qsl(urlsplit(await installs.begin()).query))
    backs = [installs.server.installs.allow(query, installs.acme.service, installs.ana) for _ in range(4)]
    cookie = {"Cookie": f"slack-app-oauth-state={query['state']}"}

    landed = await asyncio.gather(*(installs.land(one, headers=cookie) for one in backs))

    assert sorted(status for status, _ in landed) == [200, 400, 400, 400]


async def test_a_return_after_more_than_ten_minutes_is_told_so(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    installs, _ = stage
    query = dict(parse_qsl(urlsplit(await installs.begin()).query))
    back = installs.server.installs.allow(query, installs.acme.service, installs.ana)
    late = datetime.now(UTC).replace(tzinfo=None) + timedelta(seconds=601)
    monkeypatch.setattr(oauth_states.OAuthStates, "_now", lambda _self: late)

    status, page = await installs.land(back)

    assert status == 400
    assert "more than ten minutes" in page


async def test_a_wrong_client_secret_is_named_and_is_not_the_visitors_fault(store: SqlStore):
    async with open_installs(store, client_secret="wrong") as (installs, _):
        status, page = await installs.install(installs.acme, installs.ana)

    assert status == 500
    assert "MUTUALS_SLACK_CLIENT_SECRET" in page


async def test_an_install_for_a_whole_organization_is_refused_and_given_back(stage: Stage, store: SqlStore):
    installs, _ = stage

    status, page = await installs.install(installs.acme, installs.ana, org_wide=True)

    assert status == 400
    assert "one workspace at a time" in page
    assert installs.server.tokens.live(installs.acme.service) == []
    assert "xoxb" not in await everything_stored(store)


async def test_slack_out_of_reach_is_said_and_nothing_is_kept(stage: Stage):
    installs, _ = stage
    query = dict(parse_qsl(urlsplit(await installs.begin()).query))
    back = installs.server.installs.allow(query, installs.acme.service, installs.ana)
    await installs.server.stop()

    status, page = await installs.land(back)

    assert status == 503
    assert "did not work just now" in page


async def test_a_workspace_that_takes_the_app_out_is_forgotten_and_its_alerts_wait(
    stage: Stage, store: SqlStore
):
    installs, chat = stage
    await both(installs)

    await installs.beta.uninstall()

    [(workspace, sentence)] = await until(lambda: installs.closed)
    assert workspace == installs.beta.team_id
    assert "Nothing is lost: alerts wait" in sentence
    assert f"{installs.address}/slack/install" in sentence
    assert installs.beta.team_id not in await everything_stored(store)
    with pytest.raises(Refused) as refused:
        await chat.post(f"{installs.beta.team_id}/#care", card(key="b"))
    assert refused.value.because is RefusalReason.CHANNEL
    await chat.post(f"{installs.acme.team_id}/#care", card(key="a"))


async def test_after_a_new_install_its_alerts_arrive_again(stage: Stage):
    installs, chat = stage
    await both(installs)
    await installs.beta.uninstall()
    await until(lambda: installs.closed)
    before = installs.opened

    await installs.install(installs.beta, installs.ben)
    await chat.post(f"{installs.beta.team_id}/#care", card(key="b", headline="Here again"))

    assert installs.opened == before + 1
    assert "Here again" in str(installs.posted(installs.beta, installs.ben, installs.desk))


async def test_a_token_that_is_found_revoked_at_a_call_is_forgotten_and_told_once(
    stage: Stage, store: SqlStore
):
    installs, chat = stage
    await both(installs)
    installs.server.revoke(installs.token_of(installs.beta))

    for _ in range(2):
        with pytest.raises((NotAuthorized, Refused)):
            await chat.post(f"{installs.beta.team_id}/#care", card(key="b"))

    assert [workspace for workspace, _ in installs.closed] == [installs.beta.team_id]
    assert installs.beta.team_id not in await everything_stored(store)


async def test_a_late_word_about_an_earlier_install_does_not_end_the_present_one(stage: Stage):
    installs, chat = stage
    await both(installs)

    await installs.beta.send_event({"type": "app_uninstalled"})

    await chat.post(f"{installs.beta.team_id}/#care", card(key="b"))
    assert installs.closed == []


async def test_tokens_are_renewed_two_hours_before_their_end_by_one_process(stage: Stage, store: SqlStore):
    installs, chat = stage
    installs.server.installs.app.token_seconds = 7100  # less than two hours: due at once
    await installs.install(installs.acme, installs.ana)
    first = installs.token_of(installs.acme)
    installs.server.installs.app.token_seconds = 43200
    other = installs.chat()

    await asyncio.gather(chat.workspaces.renew_due(), other.workspaces.renew_due())

    fresh = [one for one in installs.server.tokens.live(installs.acme.service) if one != first]
    assert len(fresh) == 1
    installs.server.revoke(first)
    await chat.post(f"{installs.acme.team_id}/#care", card(key="a"))
    await other.post(f"{installs.acme.team_id}/#care", card(key="b"))
    assert installs.closed == []
    await other.stop()


async def test_an_expired_token_is_renewed_at_the_call_that_meets_it(stage: Stage):
    installs, chat = stage
    installs.server.installs.app.token_seconds = 43200
    await installs.install(installs.acme, installs.ana)
    place = f"{installs.acme.team_id}/#care"
    await chat.post(place, card(key="a"))
    old = installs.token_of(installs.acme)
    installs.server.tokens.of(old).expires_at = 0.0

    await chat.post(place, card(key="b", headline="After the night"))

    assert "After the night" in str(installs.posted(installs.acme, installs.ana, installs.care))


async def test_a_restart_knows_every_workspace_again(stage: Stage):
    installs, _ = stage
    await both(installs)
    other = installs.chat()

    await other.start()
    ref = await other.post(f"{installs.beta.team_id}/#care", card(key="b"))

    assert ref.channel.startswith(f"{installs.beta.team_id}/")
    await other.stop()


async def test_the_key_is_changed_while_workspaces_are_connected(stage: Stage, store: SqlStore):
    installs, _ = stage
    await both(installs)
    new = "another key that is long enough"

    done = await rotate(store, box(new, KEY))

    assert done.resealed == 2
    assert (await standing(store, box(new))).latest == 2
    installs.box = box(new)
    other = installs.chat()
    await other.post(f"{installs.acme.team_id}/#care", card(key="a"))
    await other.stop()


async def test_a_token_moved_to_another_workspace_does_not_open(stage: Stage, store: SqlStore):
    installs, _ = stage
    await both(installs)
    client = installs.server.installs.app.client_id
    mine, theirs = (f"chat/slack/{client}/{one.team_id}" for one in (installs.acme, installs.beta))
    sealed = present(await store.read_secret(theirs))
    await store.write_secret(mine, lambda: sealed)

    other = installs.chat()
    with pytest.raises(Refused):
        await other.post(f"{installs.acme.team_id}/#care", card(key="a"))
    await other.stop()


async def test_the_doctor_lists_each_workspace_with_its_permissions_and_channels(stage: Stage):
    installs, chat = stage
    await both(installs)
    places = [f"{installs.acme.team_id}/#care", f"{installs.beta.team_id}/#missing", "T0NOBODY/#care"]

    async def channels() -> list[str]:
        return places

    chat._kit = replace(chat._kit, channels=channels)
    checks = await chat.check()

    by_title = {one.title: one for one in checks}
    assert "Acme" in by_title["Slack workspaces"].said
    assert by_title["Acme: Slack permissions"].ok
    assert by_title["Acme: Slack channel #care"].ok
    assert not by_title["Beta & <Co>: Slack channel #missing"].ok
    lost = next(one for one in checks if "T0NOBODY" in one.said)
    assert not lost.ok
    assert "/slack/install" in lost.next_step


async def test_who_runs_mutuals_lists_and_removes_workspaces(stage: Stage, store: SqlStore):
    installs, chat = stage
    await both(installs)
    known = present(chat.workspaces.installed)
    assert [(one.name, one.by) for one in await known.listed()] == sorted(
        [("Acme", installs.ana), ("Beta & <Co>", installs.ben)],
        key=lambda one: installs.acme.team_id if one[0] == "Acme" else installs.beta.team_id,
    )

    removed = present(await known.remove(installs.beta.team_id))

    assert removed.name == "Beta & <Co>"
    assert installs.server.tokens.live(installs.beta.service) == []
    assert installs.beta.team_id not in await everything_stored(store)
    assert await known.remove(installs.beta.team_id) is None


async def test_the_token_of_the_settings_goes_on_beside_installed_workspaces(store: SqlStore):
    async with open_installs(store, bot_token="xoxb-test", channel="#home") as (installs, chat):
        home, leo = installs.server.add_channel("home"), installs.server.add_user("leo")
        await installs.install(installs.beta, installs.ben)

        ref = await chat.post("#home", card(key="h"))
        same = await chat.post(f"{installs.server.team_id}/#home", card(key="h2"))
        await installs.server.slash(leo, home, "/mutuals", "queue")

        [call] = await until(lambda: commands(installs))
        assert (ref.channel, same.channel, call.channel) == (home, home, home)
        assert call.actor.own_key == f"slack/{leo}"
        assert call.actor.workspaces == {"", installs.server.team_id}


def test_our_tables_have_the_columns_that_slack_sdk_asks_for():
    theirs = MetaData()
    for build, ours in (
        (AsyncSQLAlchemyInstallationStore.build_installations_table, tables.OF_CHATS[0]),
        (AsyncSQLAlchemyInstallationStore.build_bots_table, tables.OF_CHATS[1]),
        (AsyncSQLAlchemyOAuthStateStore.build_oauth_states_table, tables.OF_CHATS[2]),
    ):
        made: Any = build(theirs, ours.name)
        shape = {one.name: one.nullable for one in made.columns}
        assert {one.name: one.nullable for one in ours.columns} == shape


async def test_states_that_nobody_came_back_with_are_swept_out(stage: Stage, store: SqlStore):
    installs, _ = stage
    async with store.engine.begin() as connection:
        await connection.execute(
            text(
                "INSERT INTO chat_oauth_state (id, state, expire_at) VALUES (1, 'old', '2020-01-01 00:00:00.000000')"
            )
        )

    await installs.begin()

    assert "'old'" not in await everything_stored(store)


async def test_over_http_each_workspace_is_heard_by_the_same_signing_secret(store: SqlStore):
    async with open_installs(store, app_token=None, signing_secret=SECRET) as (installs, chat):
        await both(installs)
        installs.server.deliver_to(f"{installs.address}/slack/events")

        await installs.beta.slash(installs.ben, installs.desk, "/mutuals", "queue")
        await installs.acme.slash(installs.ana, installs.care, "/mutuals", "queue")
        await until(lambda: len(commands(installs)) == 2)
        await installs.beta.uninstall()

        assert {one.actor.workspaces for one in commands(installs)} == {
            frozenset({installs.acme.team_id}),
            frozenset({installs.beta.team_id}),
        }
        await until(lambda: installs.closed)
        await chat.post(f"{installs.acme.team_id}/#care", card(key="a"))


async def test_the_pages_send_no_request_elsewhere_and_show_in_no_frame(stage: Stage):
    installs, _ = stage
    async with installs.browser.get(f"{installs.address}/slack/install") as page:
        policy, shown = page.headers["Content-Security-Policy"], await page.text()

    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "<script" not in shown
    assert 'src="' not in shown
