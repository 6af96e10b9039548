"""The real service as a process of its own: started, watched, killed and started again."""

import asyncio
import os
import sys
import time
from pathlib import Path

STOP_SECONDS = 12.0  # a graceful stop takes ten at most


class ServiceProcess:
    """`python -m mutuals run` with a given environment; its log goes to a file."""

    def __init__(self, variables: dict[str, str], log: Path) -> None:
        self._variables = variables
        self._log = log
        self._process: asyncio.subprocess.Process | None = None
        self.started_at = 0.0
        self.rss_peak_mb = 0.0
        self._watch: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Start the service; no variable of ours but the given ones reaches it."""
        clean = {key: value for key, value in os.environ.items() if not key.startswith("MUTUALS_")}
        with self._log.open("ab") as log:
            self.started_at = time.monotonic()
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "mutuals",
                "run",
                env={**clean, **self._variables},
                stdout=log,
                stderr=log,
            )
        self._watch = asyncio.create_task(self._measure())

    @property
    def alive(self) -> bool:
        """Is it running?"""
        return self._process is not None and self._process.returncode is None

    async def kill(self) -> None:
        """kill -9: nothing is said, nothing is finished."""
        await self._end(by_force=True)

    async def stop(self) -> None:
        """Ask it to stop, and wait."""
        await self._end(by_force=False)

    async def _end(self, *, by_force: bool) -> None:
        if self._watch is not None:
            self._watch.cancel()
        if self._process is None or self._process.returncode is not None:
            return
        if by_force:
            self._process.kill()
        else:
            self._process.terminate()
        try:
            await asyncio.wait_for(self._process.wait(), STOP_SECONDS)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()

    def log_tail(self, lines: int = 12) -> str:
        """The end of its log, for when something went wrong."""
        if not self._log.exists():
            return ""
        return "\n".join(self._log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])

    async def _measure(self) -> None:
        while self._process is not None and self._process.returncode is None:
            self.rss_peak_mb = max(self.rss_peak_mb, _rss_mb(self._process.pid))
            await asyncio.sleep(0.5)


def _rss_mb(pid: int) -> float:
    """Resident memory of a process in MB; 0 where the system has no /proc."""
    try:
        fields = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()
    except OSError:
        return 0.0
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
