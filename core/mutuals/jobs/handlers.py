"""Which queue a key belongs to, and who does its work. What goes wrong is logged and never raised: the tables say what
to repeat."""

import structlog

from mutuals.domain.errors import MutualsError
from mutuals.domain.ids import DELIVER, parse_job
from mutuals.ports.jobs import Handler

log = structlog.get_logger(__name__)

MAIN = "main"  # the queue that is open on every node


def queue_of(key: str) -> str:
    """The queue of a key: `deliver/<brand>/<chat>` belongs to `<chat>`, everything else to "main".

    A chat's queue is open only where the chat is connected, so that a node without the connection
    does not take what it can't deliver.
    """
    job = parse_job(key)
    return job.rest if job.kind == DELIVER and job.rest else MAIN


class HandlerRegistry:
    """The work by the prefix of its keys, the same for every engine."""

    def __init__(self) -> None:
        self._work: dict[str, Handler] = {}

    def handle(self, prefix: str, work: Handler) -> None:
        """See JobQueue.handle."""
        self._work[prefix] = work

    async def do(self, key: str) -> None:
        """Do the work of this key, once. Raises nothing but a cancellation."""
        work = self._work.get(parse_job(key).kind)
        if work is None:
            log.error("engine.nobody_does_this", key=key)
            return
        try:
            await work(key)
        except MutualsError as error:
            log.warning("engine.work_failed", key=key, why=str(error))
        except Exception:
            log.exception("engine.work_broke", key=key)
