"""The sdist and the wheel: built, compared with the tree, and the wheel built once more from the sdist."""

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKED = {"core": "mutuals", "integrations": "mutuals_"}  # folder -> how the names of its packages begin


class Failed(Exception):
    """A step of the check failed; the text says what, and what to do."""


@dataclass(frozen=True, slots=True)
class Distributions:
    """What was built."""

    sdist: Path
    wheel: Path


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    """Run a tool and give what it printed. Raises Failed with its words when it fails."""
    done = subprocess.run(
        [str(one) for one in command], cwd=cwd, capture_output=True, text=True, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    if done.returncode != 0:
        raise Failed(f"{' '.join(map(str, command[:4]))} …:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return done.stdout


def build(target: Path) -> Distributions:
    """Build both into `target`; the wheel comes from the sdist. Raises Failed where it is not the tree's."""
    target.mkdir(parents=True, exist_ok=True)
    for old in (
        *target.glob("mutuals-*.whl"),
        *target.glob("mutuals-*.tar.gz"),
        *target.glob("mutuals-*.json"),
    ):
        old.unlink()
    build_tool = (sys.executable, "-m", "build", "--no-isolation")
    run(*build_tool, "--outdir", target)  # without --wheel it builds the wheel from the sdist
    built = Distributions(next(target.glob("*.tar.gz")), next(target.glob("*.whl")))
    run(*build_tool, "--wheel", "--outdir", target / "from-tree")
    direct = target / "from-tree" / built.wheel.name
    try:
        _compare(
            contents(built.wheel), contents(direct), "the wheel from the sdist", "the wheel from the tree"
        )
    finally:
        direct.unlink()
        direct.parent.rmdir()
    of_ours = {name: one for name, one in contents(built.wheel).items() if ".dist-info/" not in name}
    _compare(of_ours, _tree(), "the wheel", "the tree")
    return built


def contents(wheel: Path) -> dict[str, str]:
    """Every file of a wheel with its hash."""
    with zipfile.ZipFile(wheel) as archive:
        return {
            one.filename: hashlib.sha256(archive.read(one)).hexdigest()
            for one in archive.infolist()
            if not one.is_dir()
        }


def names_in_sdist(sdist: Path) -> set[str]:
    """The files of an sdist, without its own folder."""
    with tarfile.open(sdist) as archive:
        return {one.name.partition("/")[2] for one in archive if one.isfile()}


def _tree() -> dict[str, str]:
    """Every file of the packages as the repository has it, by its name in a wheel, with its hash."""
    found = {}
    for folder, beginning in PACKED.items():
        for name in run("git", "ls-files", "-z", folder).split("\0"):
            inside = name.removeprefix(f"{folder}/")
            if name and inside.startswith(beginning):
                found[inside] = hashlib.sha256((ROOT / name).read_bytes()).hexdigest()
    return found


def _compare(one: dict[str, str], other: dict[str, str], called: str, other_called: str) -> None:
    wrong = [f"only in {called}: {name}" for name in sorted(set(one) - set(other))]
    wrong += [f"only in {other_called}: {name}" for name in sorted(set(other) - set(one))]
    wrong += [f"different: {name}" for name in sorted(set(one) & set(other)) if one[name] != other[name]]
    if wrong:
        raise Failed(
            f"{called} and {other_called} differ. A new file must be known to git, and pyproject.toml must name "
            f"its folder under [tool.hatch.build.targets]:\n" + "\n".join(wrong[:20])
        )
