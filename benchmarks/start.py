"""How much memory the service takes, and how soon the first alert is there. `make bench-start`.

The demo's story is played against the sandbox for half a minute, with clicks in both chats and one kill
and restart. The sandbox lives in this process; only the service, a process of its own, is measured.
The last line of the output is one JSON object: rss_mb (peak resident memory, in MB of 1,000,000 bytes)
and first_alert_s (seconds from the start of the process to the first alert in a chat).
"""

import argparse
import asyncio
import json
import sys
import tempfile
from pathlib import Path

import psutil

from mutuals_sandbox.environment import Environment
from mutuals_sandbox.scripted_demo import run_script
from mutuals_sandbox.service_process import ServiceProcess

EVERY_SECONDS = 0.1


class Scales:
    """Watches the service's processes from outside."""

    def __init__(self) -> None:
        self.service = 0.0  # MB, the highest seen of the long-lived process
        self.with_helpers = 0.0  # MB, the highest sum with the short-lived processes it starts

    async def watch(self) -> None:
        """Weigh again and again until cancelled."""
        while True:
            self._weigh()
            await asyncio.sleep(EVERY_SECONDS)

    def _weigh(self) -> None:
        for child in psutil.Process().children():
            try:
                if child.cmdline()[-3:] != ["-m", "mutuals", "run"]:
                    continue
                own = _peak_mb(child)
                helpers = sum(one.memory_info().rss for one in child.children(recursive=True)) / 1e6
                now = child.memory_info().rss / 1e6
            except psutil.Error:  # it has just ended
                continue
            self.service = max(self.service, own)
            self.with_helpers = max(self.with_helpers, own, now + helpers)


def _peak_mb(process: psutil.Process) -> float:
    """The peak as the kernel keeps it (VmHWM); elsewhere what is resident now."""
    try:
        lines = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii").splitlines()
        kilobytes = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
    except (OSError, StopIteration):
        return float(process.memory_info().rss) / 1e6
    return kilobytes * 1024 / 1e6


async def measure(seconds: float) -> tuple[dict[str, object], Scales]:
    """Play the story once. Gives its report and the scales."""
    scales = Scales()
    with tempfile.TemporaryDirectory(prefix="mutuals-bench-") as name:
        folder = Path(name)
        environment = await Environment.start()
        service = ServiceProcess(environment.service_variables(folder), folder / "service.log")
        watching = asyncio.create_task(scales.watch())
        try:
            return await run_script(environment, service, folder, seconds), scales
        finally:
            watching.cancel()
            await service.kill()
            await environment.stop()


def main() -> int:
    """Print what was done and the figures; status 1 when the story did not come out right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=30.0, help="how long the story takes (default 30)")
    seconds = parser.parse_args().seconds
    print(f"Playing the demo's story for {seconds:.0f} s against the sandbox ...", flush=True)
    report, scales = asyncio.run(measure(seconds))
    print(f"Alerts shown: {report['alerts']}")
    print(f"Acts done: {report['acts']}; service killed and started again once")
    print(f"First alert: {report['first_alert_s']} s after the start of the process")
    print(f"Peak memory of the service: {scales.service:.1f} MB")
    print(f"Peak with the short-lived processes it starts: {scales.with_helpers:.1f} MB")
    if not report["held"]:
        print(f"The story did not come out right: {report['why_not']}", file=sys.stderr)
    print(json.dumps({"rss_mb": round(scales.service, 1), "first_alert_s": report["first_alert_s"]}))
    return 0 if report["held"] else 1


if __name__ == "__main__":
    sys.exit(main())
