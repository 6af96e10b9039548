"""Ends a process that has got stuck, so that whoever started it starts it again, and tells systemd how we are.

Docker restarts what has ended, never what is merely unhealthy; systemd and Kubernetes can ask, but only where somebody
has set that up. So the process looks after itself: its work is on the event loop, and this is a thread beside it.
"""

import faulthandler
import os
import socket
import sys
import threading
from collections.abc import Callable

import structlog

CHECK_SECONDS = 10.0
CHECKS = 18  # without a sign of life, three minutes: the sweep gives one every two seconds
STATUS = 70  # EX_SOFTWARE of sysexits.h: started again by systemd, compose and Kubernetes alike

log = structlog.get_logger(__name__)


class Watchdog:
    """A thread that counts its own looks: a process that was frozen whole, with its clock running on, is not stuck."""

    def __init__(
        self, *, every: float = CHECK_SECONDS, checks: int = CHECKS, end: Callable[[int], object] = os._exit
    ) -> None:
        self._every, self._checks, self._end = every, checks, end
        self._signs = 0
        self._stop = threading.Event()

    def start(self) -> None:
        """Begin to look; the process may end without stopping it."""
        threading.Thread(target=self._look, name="watchdog", daemon=True).start()

    def alive(self) -> None:
        """A sign of life."""
        self._signs += 1

    def stop(self) -> None:
        """Look no more: the end of a service takes its own time."""
        self._stop.set()

    def _look(self) -> None:
        seen, missed = self._signs, 0
        while not self._stop.wait(self._every):
            missed = missed + 1 if seen == self._signs else 0
            seen = self._signs
            if missed >= self._checks:
                log.critical(
                    "service.stuck", seconds=missed * self._every, why="The event loop does not go on."
                )
                faulthandler.dump_traceback(file=sys.__stderr__ or sys.stderr)
                self._end(STATUS)
                return


class ServiceManager:
    """systemd's notify protocol (sd_notify(3)); without systemd nothing is sent."""

    def __init__(self, address: str | None = None) -> None:
        """`address` is that of $NOTIFY_SOCKET."""
        given = os.environ.get("NOTIFY_SOCKET") if address is None else address
        self._address = "\0" + given[1:] if given and given.startswith("@") else given

    def ready(self) -> None:
        """The service works: what was ordered after it may start."""
        self._send("READY=1")

    def alive(self) -> None:
        """For WatchdogSec=."""
        self._send("WATCHDOG=1")

    def stopping(self) -> None:
        """It ends by itself from here."""
        self._send("STOPPING=1")

    def _send(self, state: str) -> None:
        if not self._address:
            return
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as manager:
                manager.setblocking(False)
                manager.sendto(state.encode(), self._address)
        except OSError as error:
            log.debug("service_manager.not_told", state=state, why=str(error))
