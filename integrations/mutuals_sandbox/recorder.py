"""Writes every body that was sent to a service as a file, for `mutuals demo --record DIR`."""

import json
import re
from pathlib import Path
from typing import Any


class Recorder:
    """Numbers the bodies in order of arrival; without a folder it records nothing.

    Each file holds one body as JSON and nothing else; `index.jsonl` says for each which
    service, method and path it was sent to.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._count = 0
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)

    def write(self, service: str, method: str, path: str, body: Any) -> None:
        """Keep one body. `path` is without host; for Slack it is the method's name (chat.postMessage)."""
        if self._folder is None or body is None:
            return
        self._count += 1
        slug = re.sub(r"[^A-Za-z0-9_.-]+", ".", path).strip(".")[:80]
        name = f"{self._count:06d}-{service}-{method}-{slug}.json"
        (self._folder / name).write_text(json.dumps(body, ensure_ascii=False, indent=1), encoding="utf-8")
        line = {"file": name, "service": service, "method": method, "path": path}
        with (self._folder / "index.jsonl").open("a", encoding="utf-8") as index:
            index.write(json.dumps(line) + "\n")
