"""Lanes: which nodes may do the work of a key. Pure."""

from mutuals.domain.ids import DELIVER, parse_job

MAIN = "main"  # open on every node


def queue_of(key: str) -> str:
    """The queue of a key: `deliver/<brand>/<chat>` belongs to `<chat>`, everything else to "main".

    A chat's queue is open only where the chat is connected, so that a node without the connection
    does not take what it can't deliver.
    """
    job = parse_job(key)
    return job.rest if job.kind == DELIVER and job.rest else MAIN
