"""The page of setup: each step a form, everything it does a call of the walk."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler

from mutuals.domain.errors import MutualsError
from mutuals.pages.server import PageServer, Templates, html
from mutuals.ports.integration import NetworkIntegration
from mutuals.ports.setup import SetupStep, WrongAnswers
from mutuals.service import integrations
from mutuals.setup import practice_network, texts
from mutuals.setup.consent import Consent
from mutuals.setup.draft import Draft, guide_of, offered
from mutuals.setup.finish import Outcome, Summary
from mutuals.setup.look import look
from mutuals.setup.practice import Practice
from mutuals.setup.walk import FINISH, START, TEST, Stop, answer, complete, next_stop, sentences, stops

TEMPLATES = Path(__file__).parent / "templates"
TEST_POST = "/test-post"
LAST_PAGE_SECONDS = 1.0  # for the last page to reach the browser before nobody answers any more


class SetupPage:
    """The server of the page, and what came of it: `outcome`, once `over` is set."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._templates = Templates(TEMPLATES)
        self.server = PageServer(self._routes(), [web.get(TEST_POST, self._test_post)])
        self._practice = Practice(draft, lambda: f"{self.server.origin}{TEST_POST}")
        self._consents: dict[str, Consent] = {}  # by network
        self._said = ""  # what was proved last, for the next page
        self.over = asyncio.Event()
        self.outcome = Outcome.LEFT

    def _routes(self) -> list[web.RouteDef]:
        routes = [
            web.get("/", self._onward),
            web.get("/start", self._start),
            web.post("/start", self._choose),
            web.get("/step/{part}/{step}", self._step),
            web.post("/step/{part}/{step}", self._answer),
            web.get("/step/{part}/{step}/state", self._step_state),
            web.get("/test", self._test),
            web.post("/test", self._test_again),
            web.get("/test/state", self._test_state),
            web.get("/finish", self._finish),
            web.post("/finish", self._end),
        ]
        return [web.RouteDef(one.method, one.path, self._careful(one.handler), one.kwargs) for one in routes]

    def _careful(self, handler: Any) -> Handler:
        """The settings may be changed by hand meanwhile, and the database be out of reach: that is said on a page."""

        async def careful(request: web.Request) -> web.StreamResponse:
            try:
                answered: web.StreamResponse = await handler(request)
            except MutualsError as error:
                return html(
                    self._templates.render("broken.html", base=self._base, mistakes=sentences(error)),
                    status=500,
                )
            return answered

        return careful

    def leave(self) -> None:
        """Stop here, whatever was pressed a moment ago: nothing is started after a Ctrl-C."""
        self.outcome = Outcome.LEFT
        self.over.set()

    async def close(self) -> None:
        """End what runs beside the page, then the page."""
        for consent in self._consents.values():
            await consent.stop()
        await self._practice.stop()
        await self.server.stop()

    # --- moving on

    async def _onward(self, request: web.Request) -> web.Response:
        return self._to(next_stop(await stops(self._draft)))

    def _to(self, stop: Stop) -> web.Response:
        path = f"step/{stop.key}" if stop.step is not None else stop.key
        return web.Response(status=303, headers={"Location": f"{self._base}{path}"})

    @property
    def _base(self) -> str:
        return f"/{self.server.key}/"

    async def _page(self, name: str, key: str, *, status: int = 200, **values: Any) -> web.Response:
        walk = await stops(self._draft)
        at = next((one for one in walk if one.key == key), walk[0])
        common = {
            "base": self._base,
            "walk": walk,
            "at": at,
            "number": walk.index(at) + 1,
            "said": self._said,
            "texts": texts,
            "errors": [],
            "by_field": {},
        }
        self._said = ""
        return html(self._templates.render(name, **(common | values)), status=status)

    # --- the first stop

    async def _start(self, request: web.Request) -> web.Response:
        return await self._start_page([], self._draft.chosen())

    async def _start_page(self, errors: list[str], chosen: list[str]) -> web.Response:
        parts = {name: guide_of(part) for name, part in offered().items()}
        networks = {name: one for name, one in parts.items() if name in integrations.networks()}
        chats = {name: one for name, one in parts.items() if name in integrations.chats()}
        marked = set(chosen) | (set(networks) if len(networks) == 1 else set())
        status = 422 if errors else 200
        return await self._page(
            "start.html", START, status=status, networks=networks, chats=chats, marked=marked, errors=errors,
            begun=self._draft.begun(),
        )  # fmt: skip

    async def _choose(self, request: web.Request) -> web.Response:
        form = await request.post()
        wanted = {*(str(one) for one in form.getall("part", [])), *self._draft.begun()}
        chosen = [name for name in offered() if name in wanted]
        if not complete(chosen):
            return await self._start_page([texts.CHOOSE_BOTH], chosen)
        self._draft.memory.chosen = chosen
        self._draft.remember()
        return self._to(next_stop(await stops(self._draft), START))

    # --- a step of an integration

    async def _stop_of(self, request: web.Request) -> Stop:
        key = f"{request.match_info['part']}/{request.match_info['step']}"
        found = next((one for one in await stops(self._draft) if one.key == key), None)
        if found is None or found.step is None:
            raise web.HTTPNotFound(reason="There is no such step. Open the address of the terminal again.")
        return found

    async def _step(self, request: web.Request) -> web.Response:
        stop = await self._stop_of(request)
        if stop.step is not None and stop.step.prove is None:
            return await self._consent_page(stop, anew="anew" in request.query)
        return await self._step_page(stop)

    async def _step_page(
        self, stop: Stop, *, errors: list[str] | None = None, by_field: Mapping[str, str] | None = None,
        given: Mapping[str, str] | None = None,
    ) -> web.Response:  # fmt: skip
        assert stop.step is not None
        shown = await look(stop.step)
        wrong = bool(errors or by_field)
        return await self._page(
            "step.html",
            stop.key,
            status=422 if wrong else 200,
            stop=stop,
            step=stop.step,
            shown=shown,
            fills=any(one.choices and not one.optional for one in stop.step.asks),
            link=stop.step.link or shown.link,
            costs=guide_of(stop.part).costs if stop.part and _is_first(stop) else (),
            errors=[*(errors or []), *shown.errors],
            by_field=by_field or {},
            given=_repeatable(stop.step, given or {}),
        )

    async def _answer(self, request: web.Request) -> web.Response:
        stop = await self._stop_of(request)
        assert stop.step is not None
        if stop.step.prove is None:
            return self._to(next_stop(await stops(self._draft), stop.key))
        form = {name: str(value) for name, value in (await request.post()).items()}
        try:
            proved = await answer(self._draft, stop, form)
        except WrongAnswers as error:
            return await self._step_page(stop, by_field=error.by_field, given=form)
        except MutualsError as error:
            return await self._step_page(stop, errors=sentences(error), given=form)
        self._said = proved.said
        return self._to(next_stop(await stops(self._draft), stop.key))

    async def _step_state(self, request: web.Request) -> web.Response:
        stop = await self._stop_of(request)
        assert stop.step is not None
        if stop.step.prove is None:
            return web.json_response(self._consent_state(stop))
        return web.json_response({"state": (await look(stop.step)).state})

    def _consent_state(self, stop: Stop) -> dict[str, str]:
        consent = self._consents.get(stop.key.partition("/")[0])
        if consent is None:
            return {"state": ""}
        if consent.said:
            self._said = consent.said
        return {"state": consent.state, **({"go": self._base} if consent.said else {})}

    async def _consent_page(self, stop: Stop, *, anew: bool) -> web.Response:
        assert isinstance(stop.part, NetworkIntegration)
        consent = self._consents.setdefault(stop.part.name, Consent(self._draft))
        if anew:  # and then the page without that word, which may be looked at again
            await consent.begin(stop.part, anew=True)
            return self._to(stop)
        if not (consent.said or consent.failed or stop.done):
            await consent.begin(stop.part)
        done = bool(consent.said) or (stop.done and not consent.waits(stop.part) and not consent.failed)
        return await self._page(
            "consent.html", stop.key, stop=stop, step=stop.step, part=stop.part, state=consent.state, url=consent.url,
            done=done, result=consent.said, errors=[consent.failed] if consent.failed else [],
        )  # fmt: skip

    # --- the test alert

    async def _test(self, request: web.Request) -> web.Response:
        await self._practice.start()
        return await self._page("test.html", TEST, tests=self._tests(), failed=self._practice.failed)

    async def _test_again(self, request: web.Request) -> web.Response:
        form = await request.post()
        if "again" in form:
            await self._practice.stop()
            return web.Response(status=303, headers={"Location": f"{self._base}test"})
        return self._to(next_stop(await stops(self._draft), TEST))

    def _tests(self) -> list[str]:
        titles = {name: guide_of(part).title for name, part in offered().items()}
        return [texts.of_test(titles[name], one) for name, one in self._practice.chats.items()]

    async def _test_state(self, request: web.Request) -> web.Response:
        lines = [*self._tests(), *([self._practice.failed] if self._practice.failed else [])]
        return web.json_response({"state": "", "lines": lines})  # the page stays, its lines change

    async def _test_post(self, request: web.Request) -> web.Response:
        return html(self._templates.render("test_post.html", text=practice_network.TEXT, base=None))

    # --- the end

    async def _finish(self, request: web.Request) -> web.Response:
        return await self._page("finish.html", FINISH, summary=await Summary.of(self._draft))

    async def _end(self, request: web.Request) -> web.Response:
        form = await request.post()
        summary = await Summary.of(self._draft)
        if "run" in form and not summary.ready:
            return await self._page(
                "finish.html", FINISH, summary=summary, errors=[texts.NOT_READY], status=422
            )
        self.outcome = Outcome.RUN if "run" in form else Outcome.LATER
        asyncio.get_running_loop().call_later(LAST_PAGE_SECONDS, self.over.set)
        return await self._page("over.html", FINISH, runs=self.outcome is Outcome.RUN, file=self._draft.file)


def _repeatable(step: SetupStep, given: Mapping[str, str]) -> dict[str, str]:
    """What was typed, for the form to show again: never a secret."""
    return {one.name: given[one.name] for one in step.asks if one.name in given and not one.secret}


def _is_first(stop: Stop) -> bool:
    assert stop.part is not None
    assert stop.step is not None
    return stop.step.key in ("app", "token")
