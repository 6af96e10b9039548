"""A network's consent while somebody looks at the page: begun when the page is shown, over when the network sends them back."""

import asyncio

import structlog

from mutuals.domain.errors import MutualsError, at_the_end
from mutuals.ports.integration import NetworkIntegration
from mutuals.service.connecting import connect
from mutuals.setup.draft import Draft

log = structlog.get_logger(__name__)

BROKE = "Something went wrong on our side, and the terminal says what. Press Start again."
SHOW_SECONDS = 20.0  # until the address to open is there: it needs the database, and a free port


class Consent:
    """One sign-in at a time. `url` is the network's page, `said` what came of it, `failed` why it did not."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._task: asyncio.Task[None] | None = None
        self._network = ""
        self.url = self.said = self.failed = ""

    @property
    def state(self) -> str:
        """In one word: waiting, failed or done."""
        return "done" if self.said else "failed" if self.failed else "waiting"

    def waits(self, part: NetworkIntegration) -> bool:
        """Is somebody expected to agree on this network's page?"""
        return self._task is not None and not self._task.done() and self._network == part.name

    async def begin(self, part: NetworkIntegration, *, anew: bool = False) -> None:
        """Have an address to open for this network; the one there is, unless it is over or another is wanted."""
        if self.waits(part) and not anew:
            return
        await self.stop()
        self.url = self.said = self.failed = ""
        self._network = part.name
        shown = asyncio.Event()
        self._task = asyncio.create_task(self._sign_in(part, shown))
        waiter = asyncio.create_task(shown.wait())
        await asyncio.wait((self._task, waiter), timeout=SHOW_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        waiter.cancel()

    async def _sign_in(self, part: NetworkIntegration, shown: asyncio.Event) -> None:
        def show(url: str) -> None:
            self.url = url
            shown.set()

        try:
            account = await connect(self._draft.settings(), part, show)
        except MutualsError as error:
            said = at_the_end(error)
            self.failed = said.replace("Run the command", "Press Start").replace(
                "run the command", "press Start"
            )
        except Exception as error:
            log.exception("setup.consent_broke", kind=type(error).__name__)
            self.failed = BROKE
        else:
            self.said = f"{part.title} knows you as @{account.handle} ({account.name})."

    async def stop(self) -> None:
        """Wait for nobody any more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self._task = None
