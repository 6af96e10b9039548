"""The whole service on the shipped network, chat and store in memory: nothing goes over a wire, the rest is real. Once more
on SQLite."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from mutuals.alerting.rate_limiter import RateLimiter
from mutuals.alerting.reconciler import DeliveryReconciler
from mutuals.cards.markup import Form, Intent
from mutuals.domain import ids
from mutuals.domain.errors import TryAgain
from mutuals.domain.model import Account, Alert, AlertState, Role
from mutuals.service import app, event_line, integrations
from mutuals.service.bootstrap import Installation, Settings
from mutuals.testing import chat as memory_chat
from mutuals.testing import network as memory_network
from mutuals.testing.chat import MemoryChat
from mutuals.testing.clock import FixedClock
from mutuals.testing.messages import MemoryMessage
from mutuals.testing.network import MemoryNetwork
from mutuals.testing.store import MemoryStore
from tests.support.waiting import until

pytestmark = pytest.mark.smoke

BRAND = Account("did:web:kettle-co.example", "kettleco", "Kettle Co")
POLL_SECONDS = 10
COMPLAINT = "@kettleco my kettle arrived broken, this is unacceptable"
REPLY = "So sorry, Mia! A new kettle leaves today."


@dataclass
class Whole:
    """A network, a chat and a service on both, which can be stopped and started."""

    clock: FixedClock
    network: MemoryNetwork
    chat: MemoryChat
    service: app.Service | None = None
    running: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self.service = await app.Service.build(Settings.read(), self.clock)
        self.stopping = asyncio.Event()
        self.running = asyncio.create_task(self.service.run(self.stopping))
        await until(lambda: self.chat.listens)

    async def stop(self) -> None:
        if self.running is not None:
            self.stopping.set()
            await self.running
        self.running = None

    def complain(self) -> str:
        """Mia, whose account is old, complains; the next look is due."""
        mia = self.network.add_person(
            "mia", person_id="u-2", created_at=self.clock.now() - timedelta(days=400)
        )
        post = self.network.write(mia.id, COMPLAINT)
        self.clock.move(POLL_SECONDS + 1)
        return post.id

    async def shown(self) -> MemoryMessage:
        """The alert, once it is shown."""
        return (await until(self.chat.messages))[0]

    def replies(self) -> list[tuple[str | None, str]]:
        """What the brand has answered."""
        return [
            (one.in_reply_to, one.text) for one in self.network.posts.values() if one.author_id == BRAND.id
        ]

    async def alert(self) -> Alert:
        """The only alert, as it is stored."""
        assert self.service is not None
        brand_id = ids.brand_id(self.network.name, BRAND.id)
        async with self.service.ctx.store.transaction(brand_id) as tx:
            [alert] = await tx.alerts.newest()
        return alert


@pytest.fixture(params=["memory", "sqlite"])
async def whole(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Whole]:
    """Started, with nothing else configured."""
    clock = FixedClock()
    # A chat that would show twice what is posted twice, as Slack.
    network, chat = MemoryNetwork(clock, BRAND), MemoryChat(clock, posts_once=False)
    monkeypatch.setitem(integrations.networks(), network.name, memory_network.integration(network))
    monkeypatch.setitem(integrations.chats(), chat.name, memory_chat.integration(chat))
    settings = {"DATABASE_URL": f"sqlite:///{tmp_path / 'mutuals.db'}", "SETTINGS_FILE": "",
                "POLL_SECONDS": str(POLL_SECONDS), "REPLY_DELAY_SECONDS": "0"}  # fmt: skip
    for name, value in settings.items():
        monkeypatch.setenv(f"MUTUALS_{name}", value)
    monkeypatch.setattr(app, "SWEEP_SECONDS", 0.05)
    unhurried = partial(DeliveryReconciler, pace=RateLimiter(per_second=500, burst=500))
    monkeypatch.setattr(app, "DeliveryReconciler", unhurried)
    if request.param == "memory":
        store = MemoryStore(clock)

        async def opened(*_given: object) -> MemoryStore:
            return store

        monkeypatch.setattr(Installation, "_store", staticmethod(opened))
    made = Whole(clock, network, chat)
    await made.start()
    yield made
    await made.stop()


async def test_a_mention_becomes_an_alert_whose_reply_goes_out_and_resolves_it(whole: Whole):
    ana, gil = whole.chat.add_person("Ana"), whole.chat.add_person("Gil", Role.NOBODY)
    post_id = whole.complain()
    shown = await whole.shown()
    assert "my kettle arrived broken" in shown.text

    refused = await whole.chat.press(gil, shown, Intent.REPLY)
    assert not isinstance(refused, Form)
    assert "not allowed" in whole.chat.private(gil)[0].text
    form = await whole.chat.press(ana, shown, Intent.REPLY)
    assert isinstance(form, Form)
    assert await whole.chat.type(ana, REPLY) == (len(REPLY), memory_network.LIMIT)
    await whole.chat.submit(ana, REPLY)

    assert whole.replies() == [(post_id, REPLY)]
    await until(lambda: "Replied" in shown.text)
    assert "Ana" in shown.text
    alert = await whole.alert()
    assert (alert.state, alert.closed_by) == (AlertState.SETTLED, "answered")
    with pytest.raises(LookupError):
        await whole.chat.press(ana, shown, Intent.REPLY)


async def test_a_network_that_tells_by_itself_is_not_waited_for_and_a_cut_line_loses_nothing(
    whole: Whole, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(event_line, "PAUSES", (0.01, 0.05))
    await whole.stop()
    stream = whole.network.tells()
    await whole.start()
    await until(lambda: stream.opened)
    mia = whole.network.add_person("mia", created_at=whole.clock.now() - timedelta(days=400))
    whole.network.write(mia.id, COMPLAINT)
    assert "arrived broken" in (await whole.shown()).text  # the clock stands still: no poll was due

    stream.cut()
    otto = whole.network.add_person("otto", created_at=whole.clock.now() - timedelta(days=400))
    whole.network.write(otto.id, "@kettleco my lid is broken, this is unacceptable")
    for _ in range(6):
        whole.clock.move(POLL_SECONDS + 1)
        await asyncio.sleep(0.1)
    await until(lambda: len(whole.chat.messages()) == 2)


async def test_a_message_that_was_shown_although_its_answer_was_lost_is_found_and_its_buttons_work_after_a_restart(
    whole: Whole,
):
    ana = whole.chat.add_person("Ana")
    whole.chat.fail("post", TryAgain("No answer came.", retry_after=1, ambiguous=True), afterwards=True)
    whole.complain()
    shown = await whole.shown()
    await whole.stop()
    await whole.start()
    whole.clock.move(60)
    await whole.chat.press(ana, shown, Intent.CLAIM)

    await until(lambda: "Ana" in shown.text)
    assert whole.chat.messages() == [shown]
    assert (await whole.alert()).claimed_by == "Ana"
