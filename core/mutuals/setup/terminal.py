"""Setup without a browser: the same steps, asked one by one in the terminal."""

import asyncio
import getpass
import sys
from collections.abc import Mapping, Sequence

from rich.console import Console

from mutuals.domain.errors import MutualsError
from mutuals.ports.integration import NetworkIntegration
from mutuals.ports.setup import Choice, Question
from mutuals.service import integrations, logs
from mutuals.service.connecting import connect
from mutuals.setup import texts
from mutuals.setup.draft import Draft, guide_of, offered
from mutuals.setup.finish import Outcome, Summary
from mutuals.setup.look import Shown, look
from mutuals.setup.practice import Practice
from mutuals.setup.walk import FINISH, START, TEST, Stop, answer, complete, next_stop, sentences, stops

SKIP, QUIT = "skip", "quit"
WATCH_SECONDS = 30.0  # for the test alert to come
LOOK_SECONDS = 0.2
NO_PAGE = "http://127.0.0.1/the-post-of-the-test-is-invented"  # behind the links of the test: there is no page to show


class Left(Exception):
    """The person wants to stop here."""


class Skipped(Exception):
    """The person wants to leave this step for another time."""


class TerminalSetup:
    """One walk. Questions are asked on the main thread, so that Ctrl-C works at each of them."""

    def __init__(self, draft: Draft, console: Console) -> None:
        self._draft = draft
        self._console = console
        self._practice = Practice(draft, lambda: NO_PAGE)
        self._skipped: set[str] = set()

    def run(self) -> Outcome:
        """Ask everything that is open."""
        with asyncio.Runner() as runner:
            try:
                return self._walk(runner)
            except (Left, EOFError, KeyboardInterrupt):
                return Outcome.LEFT
            finally:
                runner.run(self._practice.stop())

    def _walk(self, runner: asyncio.Runner) -> Outcome:
        self._say(
            f"Write {SKIP} to leave a step for another time, {QUIT} to stop. Everything done so far is kept."
        )
        while True:
            walk = runner.run(stops(self._draft))
            open_stops = [one for one in walk if one.key not in self._skipped or one.key == FINISH]
            stop = next_stop(open_stops)
            try:
                self._title(stop, walk)
                if stop.key == FINISH:
                    return self._finish(runner)
                self._do(stop, runner)
            except Skipped:
                self._skipped.add(stop.key)

    def _do(self, stop: Stop, runner: asyncio.Runner) -> None:
        if stop.key == START:
            self._choose()
        elif stop.key == TEST:
            self._test(runner)
        elif stop.step is not None and stop.step.prove is None:
            self._consent(stop, runner)
        else:
            self._step(stop, runner)

    # --- the stops

    def _choose(self) -> None:
        self._say("What it does:", *[f"- {one}" for one in texts.DOES], "What it never does:")
        self._say(*[f"- {one}" for one in texts.NEVER])
        parts = offered()
        for name, part in parts.items():
            self._say(f"  {name}: {guide_of(part).gives}", *[f"    {one}" for one in guide_of(part).costs])
        only = [name for name in parts if name in integrations.networks()]
        usual = f"{only[0]} and one of the chats" if len(only) == 1 else "a network and a chat"
        words = (
            self._ask(f"Which ones? Names with spaces between them, {usual}")
            .replace(",", " ")
            .casefold()
            .split()
        )
        chosen = [name for name in parts if name in words or guide_of(parts[name]).title.casefold() in words]
        if len(only) == 1 and not complete(chosen):
            chosen = [name for name in parts if name in {*chosen, *only}]
        if not complete(chosen):
            self._bad(texts.CHOOSE_BOTH)
            return
        self._draft.memory.chosen = chosen
        self._draft.remember()

    def _step(self, stop: Stop, runner: asyncio.Runner) -> None:
        step = stop.step
        assert step is not None
        shown = runner.run(look(step))
        self._say(*step.tells)
        if link := step.link or shown.link:
            self._say(f"{link.label}:", link.url)
        self._say(*[f"{number}. {one}" for number, one in enumerate(step.does, 1)])
        self._say(*[f"{label}: {text}" for label, text in step.copies])
        while not self._answered(stop, shown, runner):
            shown = runner.run(look(step))

    def _answered(self, stop: Stop, shown: Shown, runner: asyncio.Runner) -> bool:
        """Ask, and prove; False when it must be asked again."""
        assert stop.step is not None
        if shown.waits or shown.errors:
            self._bad(*[shown.waits] if shown.waits else shown.errors)
            self._ask("Press Enter to look again")
            return False
        given = {one.name: self._question(one, shown) for one in stop.step.asks}
        try:
            self._good(runner.run(answer(self._draft, stop, given)).said)
        except MutualsError as error:
            self._bad(*sentences(error))
            return False
        return True

    def _question(self, question: Question, shown: Shown) -> str:
        if question.choices is not None:
            return self._pick(question, shown.choices.get(question.name, []))
        hint = question.hint.replace(" It is checked as soon as you paste it.", "")
        optional = ", or Enter for none" if question.optional else ""
        return self._ask(
            f"{question.label}{optional}. {hint}".rstrip(". "),
            secret=question.secret,
            empty=question.optional,
        )

    def _pick(self, question: Question, choices: Sequence[Choice]) -> str:
        self._say(f"{question.label}:")
        for number, one in enumerate(choices, 1):
            self._say(f"  {number}. {one.label}{f' ({one.group})' if one.group else ''}")
        best = next((number for number, one in enumerate(choices, 1) if one.best), 1)
        while True:
            typed = self._ask(f"Number, or Enter for {best}", empty=True) or str(best)
            if typed.isdecimal() and 1 <= int(typed) <= len(choices):
                return choices[int(typed) - 1].value
            self._bad(f"Write a number from 1 to {len(choices)}.")

    def _consent(self, stop: Stop, runner: asyncio.Runner) -> None:
        part, step = stop.part, stop.step
        assert isinstance(part, NetworkIntegration)
        assert step is not None
        self._say(*step.tells)

        def show(url: str) -> None:
            self._say(
                f"Open this page in a browser on this machine, signed in on {part.title} as the brand, and agree:",
                url,
            )
            self._say("Waiting. Ctrl-C stops it.")

        try:
            account = runner.run(connect(self._draft.settings(), part, show))
        except MutualsError as error:
            self._bad(*sentences(error))
            self._ask("Press Enter to try again")
        else:
            self._good(f"{part.title} knows you as @{account.handle} ({account.name}).")

    def _test(self, runner: asyncio.Runner) -> None:
        self._say(texts.TEST)
        runner.run(self._watch_test())
        lines = self._test_lines()
        good = not self._practice.failed and all(one.there for one in self._practice.chats.values())
        (self._good if good else self._bad)(*lines)
        self._ask("Press Enter to go on" if good else "Press Enter to test again")
        if not good:
            runner.run(self._practice.stop())

    async def _watch_test(self) -> None:
        await self._practice.start()
        ends = asyncio.get_running_loop().time() + WATCH_SECONDS
        while asyncio.get_running_loop().time() < ends and not self._practice.failed:
            if all(one.there or one.failed for one in self._practice.chats.values()):
                return
            await asyncio.sleep(LOOK_SECONDS)

    def _test_lines(self) -> list[str]:
        titles: Mapping[str, str] = {name: guide_of(part).title for name, part in offered().items()}
        lines = [texts.of_test(titles[name], one) for name, one in self._practice.chats.items()]
        return [*lines, *([self._practice.failed] if self._practice.failed else [])]

    def _finish(self, runner: asyncio.Runner) -> Outcome:
        summary = runner.run(Summary.of(self._draft))
        if not summary.ready:
            self._bad(
                "Not everything is connected.",
                *[f"Open: {one.of}: {one.title}" for one in summary.open_stops],
            )
            self._bad(*summary.mistakes)
            return Outcome.LEFT
        self._good(
            f"Connected: {', '.join(summary.connected)}. Written to {summary.file}, which only you can read."
        )
        return (
            Outcome.RUN
            if self._ask("Start watching now? yes or no").casefold() in ("y", "yes")
            else Outcome.LATER
        )

    # --- talking

    def _ask(self, what: str, *, secret: bool = False, empty: bool | None = None) -> str:
        """One line. Without `empty` an empty one is taken only where Enter is what is asked for."""
        while True:
            typed = self._line(f"{what}: ", secret=secret).strip()
            if typed.casefold() == QUIT:
                raise Left
            if typed.casefold() == SKIP:
                raise Skipped
            if typed or empty or (empty is None and "Enter" in what):
                return typed

    def _line(self, what: str, *, secret: bool) -> str:
        if secret and sys.stdin.isatty():
            return getpass.getpass(what)
        self._console.print(what, end="", markup=False)
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line

    def _title(self, stop: Stop, walk: Sequence[Stop]) -> None:
        of = f"{stop.of}: " if stop.of else ""
        number = next(number for number, one in enumerate(walk, 1) if one.key == stop.key)
        self._console.print(f"\n{number} of {len(walk)}. {of}{stop.title}", style="bold", markup=False)

    def _say(self, *lines: str) -> None:
        for line in lines:
            self._console.print(logs.blank(line), markup=False)

    def _good(self, *lines: str) -> None:
        for line in lines:
            self._console.print(logs.blank(line), style="green", markup=False)

    def _bad(self, *lines: str) -> None:
        for line in lines:
            self._console.print(logs.blank(line), style="red", markup=False)
