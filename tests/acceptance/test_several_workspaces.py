"""Two Slack workspaces and one Mutuals: each sees and touches only the brands that are told in it."""

import asyncio
import json
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import aiohttp
import pytest
from typer.testing import CliRunner, Result
from yarl import URL

from mutuals.cards.markup import Intent
from mutuals.cli import main
from mutuals.domain.model import Actor, Alert, AlertKind, Brand, PeriodicTask, Role
from mutuals.domain.setting_values import SettingName
from mutuals.service import doctor
from mutuals.service.bootstrap import Settings
from mutuals_sandbox.slack.server import Team
from mutuals_slack.actions import Press, pack
from tests.acceptance.alerts import complaint
from tests.acceptance.house import House, Open, parts
from tests.acceptance.test_degraded import address
from tests.acceptance.test_many_brands import add_teaworks, complain_about_tea
from tests.support.present import present
from tests.support.waiting import until

__all__ = ["address"]


class Beta:
    """The second workspace: its channel, an admin, and what they do."""

    brand: Brand

    def __init__(self, house: House, address: str) -> None:
        self.house, self.address = house, address
        self.team: Team = house.slack.add_workspace("Beta")
        self.admin = self.team.add_user("bea", admin=True)
        self.channel = self.team.add_channel("tea")

    async def alert(self) -> Alert:
        """The one alert of the second brand."""
        async with self.house.ctx.store.reading(self.brand.id) as tx:
            [(alert, _)] = await tx.alerts.open(AlertKind.CARE)
        return alert

    async def press(self, do: Intent, alert: Alert, value: str = "") -> None:
        """Press a genuine button under the alert."""
        message = next(one for one in self.messages() if not one["ephemeral"])
        packed = pack(Press(do, alert.id, value))
        button = next(one for one in parts(message["blocks"]) if one.get("value") == packed)
        await self.team.press(self.admin, self.channel, message["ts"], button["action_id"])
        await self.house.quiet()

    async def install(self) -> str:
        """Add Mutuals in a browser; gives the page that is shown at the end."""
        address = self.address
        jar = aiohttp.CookieJar(unsafe=True, treat_as_secure_origin=[URL(address)])
        async with aiohttp.ClientSession(cookie_jar=jar) as browser:
            async with browser.get(f"{address}/slack/install") as page:
                shown = await page.text()
            asked = shown.split('class="go" href="')[1].split('"')[0].replace("&amp;", "&")
            query = dict(parse_qsl(urlsplit(asked).query))
            back = self.house.slack.installs.allow(query, self.team.service, self.admin)
            async with browser.get(back) as page:
                return await page.text()

    def messages(self) -> list[dict[str, Any]]:
        """What stands in the channel, private answers to the admin included."""
        shown = self.team.snapshot(self.admin)["channels"]
        return list(next(one for one in shown if one["id"] == self.channel)["messages"])

    def text(self) -> str:
        return json.dumps([self.messages(), self.team.snapshot(self.admin)["view"]], ensure_ascii=False)

    async def command(self, words: str) -> str:
        """Type /mutuals ..., and read the private answer."""
        before = len(self.messages())
        await self.team.slash(self.admin, self.channel, "/mutuals", words)
        await until(lambda: len(self.messages()) > before)
        await self.house.quiet()
        return json.dumps(self.messages()[before:], ensure_ascii=False)

    async def press_forged(self, do: Intent, alert: Alert, value: str = "") -> str:
        """Press a button of one of our messages here whose value was changed to name another brand's alert."""
        message = next(one for one in self.messages() if not one["ephemeral"])
        button = next(
            one for one in parts(message["blocks"]) if one.get("type") == "button" and one.get("value")
        )
        stored = self.team.space.channels[self.channel].messages[message["ts"]]
        genuine = json.dumps(button["value"])
        stored.blocks = json.loads(
            json.dumps(stored.blocks).replace(genuine, json.dumps(pack(Press(do, alert.id, value))))
        )
        before = self.text()
        await self.team.press(self.admin, self.channel, message["ts"], button["action_id"])
        await until(lambda: self.text() != before)
        await self.house.quiet()
        return self.text()


@pytest.fixture
async def beta(open_house: Open, address: str) -> Beta:
    """A house whose Slack lets workspaces install the app, with a second workspace that has done so, and its brand."""
    redirect = f"http://{address}/slack/oauth_redirect"
    house = await open_house(
        HTTP_ADDRESS=address,
        SLACK_CLIENT_ID="1111.2222",
        SLACK_CLIENT_SECRET="client-secret",
        SLACK_REDIRECT_URL=redirect,
    )
    house.slack.installs.app.redirect_urls.add(redirect)
    house.slack.subscribed.update({"app_uninstalled", "tokens_revoked", "app_home_opened"})
    made = Beta(house, f"http://{address}")
    assert "Mutuals is in Beta" in await made.install()
    made.brand = await add_teaworks(
        house, MUTUALS_SLACK_WORKSPACE=made.team.team_id, MUTUALS_SLACK_CHANNEL="#tea"
    )
    return made


async def look(beta: Beta) -> None:
    """Look at what both brands have got."""
    async with beta.house.ctx.store.transaction(beta.brand.id) as tx:
        await tx.tasks.plan(PeriodicTask.POLL, beta.house.clock.now())
    await beta.house.service._engine.submit(f"{PeriodicTask.POLL}/{beta.brand.id}")
    await beta.house.look()


async def tea_alert(beta: Beta) -> None:
    """An alert of the second brand stands in its workspace."""
    complain_about_tea(beta.house)
    await look(beta)
    await until(lambda: "crushed" in beta.text())


async def test_each_brand_is_told_in_its_own_workspace_and_in_no_other(beta: Beta):
    await complaint(beta.house, "leo")
    await tea_alert(beta)

    assert "kettle" not in beta.text()
    assert "crushed" not in json.dumps(beta.house.slack_messages())
    assert "crushed" not in json.dumps(beta.house.slack_messages(channel=beta.house.slack_fans))


async def test_people_of_a_workspace_use_every_button_and_command_of_their_own_brand(beta: Beta):
    await tea_alert(beta)

    said = await beta.command("queue")

    assert "crushed" in said or "@mia" in said
    alert = await beta.alert()
    await beta.press(Intent.CLAIM, alert)
    assert present(await beta.alert()).claimed_key == f"slack/{beta.team.team_id}/{beta.admin}"


async def test_a_command_in_one_workspace_says_nothing_of_brands_of_another(beta: Beta):
    first = await complaint(beta.house, "leo")
    await tea_alert(beta)

    for words in ("queue", "today", "status", "stats", "settings", "fans", "person @leo", "link list"):
        said = await beta.command(words)
        assert "@leo" not in said.replace("person @leo", "") or words.startswith("person"), words
        assert "kettleco" not in said, words
        assert "kettle" not in said, words
    assert "@mia" not in await beta.house.command(beta.house.dana, "queue")
    assert first


@pytest.mark.smoke
async def test_a_press_that_names_another_workspaces_alert_is_refused_and_changes_nothing(beta: Beta):
    first = await complaint(beta.house, "leo")
    await tea_alert(beta)

    for do in (Intent.CLAIM, Intent.DISMISS, Intent.WHY, Intent.REPLY, Intent.PERSON):
        shown = await beta.press_forged(do, first)
        assert "kettle" not in shown, do
        assert "kettleco" not in shown, do

    assert await beta.house.alert("leo") == first


async def test_nobody_stops_the_brands_of_another_workspace(beta: Beta):
    said = await beta.command("stop because I can")

    assert "it can't be done from here" in said
    assert "it can't be done from here" in await beta.house.command(beta.house.dana, "stop")
    assert await beta.house.ctx.store.get("stopped") is None


async def test_a_home_tab_shows_the_brands_of_its_own_workspace_only(beta: Beta):
    await complaint(beta.house, "leo")
    await tea_alert(beta)

    await beta.team.open_home(beta.admin)
    await until(lambda: beta.team.snapshot(beta.admin)["home"])

    home = json.dumps(beta.team.snapshot(beta.admin)["home"])
    assert "teaworks" in home
    assert "kettleco" not in home


async def test_a_workspace_that_leaves_is_told_elsewhere_and_nothing_is_lost(beta: Beta):
    await tea_alert(beta)

    await beta.team.uninstall()
    fans = beta.house.discord_fans
    await until(lambda: "Slack takes no alerts" in json.dumps(beta.house.discord_messages(channel=fans)))
    beta.house.write("noa", "@teaworks my teapot leaks and nobody answers, unacceptable")
    await look(beta)
    assert "teapot" not in beta.text()
    checks = {one.title: one for one in await doctor.examine(Settings.read())}
    assert any(beta.team.team_id in one.said and not one.ok for one in checks.values())

    await beta.install()
    await beta.house.quiet()
    await until(lambda: "teapot" in beta.text())


async def test_the_doctor_speaks_of_each_workspace(beta: Beta):
    checks = {one.title: one for one in await doctor.examine(Settings.read())}

    assert "Beta" in checks["Slack workspaces"].said
    assert checks["Beta: Slack channel #tea"].ok
    assert checks["Slack bot token"].ok


async def test_who_runs_mutuals_lists_and_removes_workspaces_in_the_shell(beta: Beta):
    def run(*words: str) -> Result:
        return CliRunner().invoke(main.app, list(words))

    listed = await asyncio.to_thread(run, "workspace", "list", "--json")
    [one] = json.loads(listed.stdout)["workspaces"]
    assert (one["id"], one["name"], one["brands"]) == (beta.team.team_id, "Beta", ["teaworks"])
    assert "xoxb" not in listed.output
    plain = await asyncio.to_thread(run, "workspace", "list")
    assert f"{beta.team.team_id}  Beta" in plain.stdout

    removed = await asyncio.to_thread(run, "workspace", "remove", beta.team.team_id)
    again = await asyncio.to_thread(run, "workspace", "remove", beta.team.team_id)

    assert (removed.exit_code, again.exit_code) == (0, 1)
    assert beta.house.slack.tokens.live(beta.team.service) == []
    assert "No workspace" in again.output


async def test_who_runs_mutuals_stops_every_brand_in_the_shell(beta: Beta):
    def run(*words: str) -> Result:
        return CliRunner().invoke(main.app, list(words))

    stopped = await asyncio.to_thread(run, "stop", "a", "wrong", "text")
    await beta.house.look()
    said = await beta.command("status")
    started = await asyncio.to_thread(run, "start")

    assert "Stopped: nothing goes out for any brand" in stopped.output
    assert "stopped all acts" in said
    assert "a wrong text" in said
    assert "Acts go out again" in started.output
    assert "Nothing was stopped" in (await asyncio.to_thread(run, "start")).output


async def test_roles_that_one_workspace_sets_hold_in_that_one_only(beta: Beta):
    house = beta.house
    grants = house.service._installation.roles
    name = SettingName("members", "slack")
    admins = SettingName("admins", "slack")
    by = Actor("slack", f"{beta.team.team_id}/{beta.admin}", "Bea", Role.ADMIN)

    wrong = await house.ctx.settings.change(beta.brand.id, {name: beta.admin, admins: beta.admin}, by)

    assert wrong == {}
    assert await grants.grants("slack", beta.team.team_id) == {
        Role.MEMBER: (beta.admin,),
        Role.ADMIN: (beta.admin,),
    }
    assert await grants.grants("slack", "") == {}
