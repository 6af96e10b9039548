"""The wheel in a clean environment of each Python: installed as a stranger would, and tried far from the repository."""

import json
import os
import re
import signal
import subprocess
import tempfile
import time
import tomllib
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from distributions import ROOT, Failed, run

DEMO_SECONDS = 60  # as the demo plays it by itself; a story in a third of that runs late on two cores
PATIENCE = 400.0  # seconds for one command
_USABLE = "import venv, sys; sys.exit('%d.%d' % sys.version_info[:2] != '{version}')"
# In the clean environment: nothing may be read from the repository, by no process of it.
_GUARD = """
import os, sys
ROOT = {root!r} + os.sep
LOOKED_AT = {{"open", "os.listdir", "os.scandir", "os.chdir", "sqlite3.connect"}}

def _look(event, arguments):
    if event in LOOKED_AT and isinstance(arguments[0], (str, bytes)):
        place = os.path.abspath(os.fsdecode(arguments[0]))
        if place.startswith(ROOT):
            raise PermissionError(f"{{place}} is a file of the repository: an installed Mutuals must not need it")

sys.addaudithook(_look)
"""


@dataclass(frozen=True, slots=True)
class Python:
    """An interpreter of this machine."""

    version: str
    path: str


def promised() -> list[str]:
    """The versions that pyproject.toml names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = (
        re.fullmatch(r"Programming Language :: Python :: (3\.\d+)", one) for one in project["classifiers"]
    )
    return [one[1] for one in found if one]


def at_hand() -> list[Python]:
    """One Python of each promised version, as far as this machine has them; pyenv's own folders are looked through,
    since its shims are there for every version and refuse most."""
    return [Python(version, path) for version in promised() if (path := _installed(version))]


def _installed(version: str) -> str | None:
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    candidates = [
        f"python{version}", *sorted(map(str, pyenv.glob(f"{version}.*/bin/python"))),
        f"/usr/local/bin/python{version}", f"/usr/bin/python{version}", "python3",
    ]  # fmt: skip
    for path in candidates:
        try:
            done = subprocess.run(
                [path, "-c", _USABLE.format(version=version)], capture_output=True, check=False, cwd="/"
            )
        except OSError:
            continue
        if done.returncode == 0:
            return path
    return None


@dataclass(frozen=True, slots=True)
class CleanEnvironment:
    """An environment with nothing but the wheel and what it needs, and a folder of its own to work in."""

    folder: Path

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / "environment" / "bin" / "python"

    @property
    def work(self) -> Path:
        """Where its commands run."""
        return self.folder / "work"

    def variables(self) -> dict[str, str]:
        """What its commands see: nothing of ours, and no home with settings in it."""
        return {"PATH": f"{self.python.parent}:/usr/bin:/bin", "HOME": str(self.work), "LANG": "C.UTF-8"}

    def mutuals(self, *arguments: str, status: int = 0) -> str:
        """Run the command; gives its standard output. Raises Failed when it ends with another status."""
        return self._run("mutuals", *arguments, status=status)

    def code(self, text: str) -> str:
        """Run some Python in it."""
        return self._run("python", "-c", text)

    def _run(self, program: str, *arguments: str, status: int = 0) -> str:
        done = subprocess.run(
            [str(self.python.with_name(program)), *arguments], cwd=self.work, env=self.variables(),
            capture_output=True, text=True, check=False, timeout=PATIENCE, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        if done.returncode != status:
            raise Failed(
                f"{program} {' '.join(arguments)} ended with status {done.returncode} instead of {status}:\n"
                f"{done.stdout[-2000:]}{done.stderr[-3000:]}"
            )
        return done.stdout


@contextmanager
def installed(python: Python, wheel: Path, tools: Path, *, pinned: bool) -> Iterator[CleanEnvironment]:
    """A clean environment with the wheel. `pinned`: with the versions of requirements.lock; else with what pip finds
    today, as whoever types `pip install mutuals` gets it."""
    with tempfile.TemporaryDirectory(prefix="mutuals-release-") as folder:
        clean = CleanEnvironment(Path(folder).resolve())
        clean.work.mkdir()
        run(python.path, "-m", "venv", "--without-pip", clean.folder / "environment", cwd=clean.work)
        if pinned:
            _install_pinned(clean, wheel, tools)
        else:
            _pip(clean, tools, "install", "--quiet", str(wheel))
        _pip(clean, tools, "check")
        packages = Path(clean.code("import sysconfig; print(sysconfig.get_path('purelib'))").strip())
        (packages / "_no_repository.py").write_text(_GUARD.format(root=str(ROOT)), encoding="utf-8")
        (packages / "_no_repository.pth").write_text("import _no_repository\n", encoding="utf-8")
        yield clean


def _install_pinned(clean: CleanEnvironment, wheel: Path, tools: Path) -> None:
    try:
        uv = (tools / "uv", "pip")
        run(*uv, "sync", "--quiet", "--python", clean.python, "--require-hashes", ROOT / "requirements.lock")
        run(*uv, "install", "--quiet", "--python", clean.python, "--no-deps", wheel)
    except Failed:  # pip knows the machine's own certificates and mirrors, and takes longer
        _pip(clean, tools, "install", "--quiet", "--require-hashes", "-r", str(ROOT / "requirements.lock"))
        _pip(clean, tools, "install", "--quiet", "--no-deps", str(wheel))


def _pip(clean: CleanEnvironment, tools: Path, *arguments: str) -> None:
    run(tools / "python", "-m", "pip", "--disable-pip-version-check", "--python", clean.python, *arguments)


def try_out(clean: CleanEnvironment, version: str) -> None:
    """What a newcomer types first, and whatever reads a file of the package. Raises Failed."""
    said = clean.mutuals("--version").strip()
    if said != f"mutuals {version}":
        raise Failed(f"mutuals --version says {said!r} instead of 'mutuals {version}'.")
    if "setup" in clean.mutuals("--help").split():
        clean.mutuals("setup", "--check")
    (clean.work / "posts.csv").write_text(
        "id,text\n1,My order never came and nobody answers\n", encoding="utf-8"
    )
    clean.mutuals("classify", "posts.csv")
    clean.code(_EVERY_MIGRATION)
    clean.mutuals("run", status=2)  # nothing is set: it says what, and is no traceback
    _demo_page(clean)
    story = json.loads(clean.mutuals("demo", "--headless", "--seconds", str(DEMO_SECONDS), "--json"))
    if not story["held"]:
        raise Failed(f"mutuals demo --headless did not hold: {story}")


_EVERY_MIGRATION = """
import mutuals, sys
from mutuals.storage.schema.migrate import upgrade
assert mutuals.__file__.startswith(sys.prefix), mutuals.__file__
upgrade("sqlite:///every_migration.db")
import mutuals_slack.manifest
assert "display_information" in mutuals_slack.manifest.text()
"""


def _demo_page(clean: CleanEnvironment) -> None:
    """The demo's page with every file that it loads."""
    with (clean.folder / "demo.log").open("w+", encoding="utf-8") as log:
        demo = subprocess.Popen(
            [clean.python.with_name("mutuals"), "demo", "--port", "0"], cwd=clean.work, env=clean.variables(),
            stdout=log, stderr=log, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            address = _address(demo, clean.folder / "demo.log")
            todo, seen = [address], set[str]()
            while todo:
                url = todo.pop()
                if url not in seen:
                    seen.add(url)
                    todo += _loaded_by(url)
        finally:
            demo.send_signal(signal.SIGINT)
            demo.wait(timeout=30)
    if len(seen) < 10:
        raise Failed(f"The demo's page loaded only {sorted(seen)}.")


def _address(demo: "subprocess.Popen[bytes]", log: Path) -> str:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and demo.poll() is None:
        found = re.search(r"The demo is at (http://\S+)", log.read_text(encoding="utf-8"))
        if found:
            return found[1]
        time.sleep(0.2)
    raise Failed(f"mutuals demo did not start:\n{log.read_text(encoding='utf-8')[-3000:]}")


def _loaded_by(url: str) -> list[str]:
    """The files that a page, a script or a style sheet asks for. Raises Failed where it can't be had."""
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310  # the demo's own address, on loopback
            text = answer.read().decode("utf-8", "replace")
    except OSError as error:
        raise Failed(f"The demo's page asks for {url}, and that fails: {error}") from error
    kind = url.partition("?")[0].rpartition(".")[2]
    if kind == "js":
        found = re.findall(r"""(?:from|import)\s+["'](\.{1,2}/[^"']+\.js)["']""", text)
    elif kind == "css":
        found = re.findall(r"""url\(["']?([^"')]+)["']?\)|@import\s+["']([^"']+)["']""", text)
        found = [one or other for one, other in found]
    else:
        found = re.findall(r"""<(?:script|link|img)\b[^>]*\b(?:src|href)=["']([^"'#]+)["']""", text)
    return [urljoin(url, one) for one in found if not one.startswith("data:")]
