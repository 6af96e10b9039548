"""What an operator reads at /metrics, /health and /ready, of the real service."""

import json
import re
import socket

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from mutuals.service import web
from mutuals.storage.store import SqlStore
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.house import COMPLAINT, House, Open
from tests.support.waiting import until


@pytest.fixture
def address() -> str:
    """One that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{one.getsockname()[1]}"


async def get(address: str, path: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as browser, browser.get(f"http://{address}{path}") as answer:
        return answer.status, await answer.text()


class Scrape:
    """One answer of /metrics."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.samples = [one for family in text_string_to_metric_families(text) for one in family.samples]

    def value(self, name: str, **labels: str) -> float:
        """The sum of the samples of this name whose labels include these."""
        found = [one.value for one in self.samples
                 if one.name == f"mutuals_{name}" and labels.items() <= one.labels.items()]  # fmt: skip
        assert found, f"no mutuals_{name} {labels}"
        return sum(found)


async def scrape(house: House, address: str) -> Scrape:
    house.clock.move(11)  # past the time for which the database's numbers are kept
    status, text = await get(address, "/metrics")
    assert status == 200
    return Scrape(text)


@pytest.mark.smoke
async def test_an_operator_sees_looks_alerts_messages_clicks_acts_and_money(open_house: Open, address: str):
    house = await open_house(HTTP_ADDRESS=address)
    post = house.write("mia", COMPLAINT)
    house.clock.move(40)
    await house.look()
    await house.reply(house.ana, await house.open_alert("mia"), "So sorry, a new one is coming!")
    seen = await scrape(house, address)

    assert seen.value("calls_total", service="x", call="mentions", outcome="ok") == 2
    assert 11 <= seen.value("oldest_look_seconds") < 60
    assert seen.value("alerts_opened_total", kind="care") == 1
    assert seen.value("alerts_settled_total", kind="care", reason="answered") == 1
    for chat in ("slack", "discord"):
        assert seen.value("deliveries_total", chat=chat, outcome="posted") == 1
        assert seen.value("deliveries_total", chat=chat, outcome="redrawn") >= 1
        assert seen.value("post_to_alert_seconds_count", chat=chat, post="complaint") == 1
        assert seen.value("post_to_alert_seconds_sum", chat=chat) == pytest.approx(40, abs=5)
        assert seen.value("chat_listening", chat=chat) == 1
    assert seen.value("clicks_total", chat="slack", do="reply", outcome="ok") == 2  # the form, and its text
    assert seen.value("acts_total", kind="reply", path="api", outcome="done") == 1
    assert seen.value("spent_dollars_today") > 0
    assert seen.value("daily_limit_dollars") == 100
    assert seen.value("engine_jobs_total", kind="poll", outcome="ok") >= 2
    assert seen.value("brands", state="watched") == 1
    assert seen.value("transaction_seconds_count") > 5
    assert "process_resident_memory_bytes" in seen.text
    for private in (
        post.id,
        "mia",
        house.brand.id,
        "kettleco",
        "Ana",
        house.ana.id,
        house.slack_care,
        "sorry",
    ):
        assert private not in seen.text


async def test_what_waits_and_who_asks_us_to_slow_down_can_be_seen(open_house: Open, address: str):
    house = await open_house(HTTP_ADDRESS=address)
    house.slack_faults.plan(FaultKind.RATE_LIMITED, "chat.postMessage", seconds=300)
    house.write("mia", COMPLAINT)
    await house.look()
    house.clock.move(100)
    seen = await scrape(house, address)

    assert seen.value("rate_limited_total", service="slack") == 1
    assert seen.value("backoff_seconds_total", service="slack") >= 300
    assert seen.value("deliveries_waiting", chat="slack") == 1
    assert seen.value("oldest_delivery_seconds", chat="slack") == pytest.approx(111, abs=5)
    assert seen.value("alerts_open", kind="care") == 1
    assert seen.value("deliveries_total", chat="slack", outcome="failed") == 1


@pytest.mark.smoke
async def test_readiness_speaks_of_the_database_and_the_stop_and_health_of_the_loop(
    open_house: Open, address: str, monkeypatch: pytest.MonkeyPatch
):
    house = await open_house(HTTP_ADDRESS=address)
    await until(lambda: house.service._web._swept)
    assert (await get(address, "/health"))[0] == (await get(address, "/ready"))[0] == 200

    monkeypatch.setattr(web, "STUCK_SECONDS", -1.0)
    status, body = await get(address, "/health")
    assert (status, json.loads(body)["status"]) == (503, "stuck")

    house.service._web.stopping()
    status, body = await get(address, "/ready")
    assert (status, json.loads(body)["takes_work"], json.loads(body)["database"]) == (503, False, True)


async def test_without_a_database_a_node_is_not_ready_and_its_metrics_say_so(open_house: Open, address: str):
    house = await open_house(HTTP_ADDRESS=address)
    await house.store.close()
    file = house.folder / "mutuals.db"
    file.rename(house.folder / "gone.db")
    file.mkdir()  # nothing can be opened there
    try:
        status, body = await get(address, "/ready")
        seen = await scrape(house, address)
    finally:
        file.rmdir()
        (house.folder / "gone.db").rename(file)

    assert (status, json.loads(body)["database"]) == (503, False)
    assert seen.value("database_up") == 0
    assert not re.search(r"^mutuals_deliveries_waiting", seen.text, re.MULTILINE)


async def test_without_an_address_nothing_is_counted(house: House):
    assert isinstance(house.ctx.store, SqlStore)


async def test_an_operator_sees_a_look_that_a_clock_ahead_has_noted_and_how_far_the_clock_is_off(
    open_house: Open, address: str
):
    house = await open_house(HTTP_ADDRESS=address)
    await house.look()
    house.clock.move(-3600)
    seen = await scrape(house, address)
    right = seen.value("clock_ahead_seconds")
    house.services_ahead(minutes=10)
    await house.restart()
    await house.look()
    after = await scrape(house, address)

    assert seen.value("newest_look_seconds") == pytest.approx(-3589, abs=5)
    assert abs(right) < 60
    assert after.value("newest_look_seconds") < 60
    assert after.value("clock_ahead_seconds") == pytest.approx(-600, abs=30)
