"""Builds the site from docs/ into build/docs-site: `make docs-site`. A link that leads nowhere fails it."""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from stage import ROOT, stage


def main() -> int:
    """Lay the pages out and have Sphinx make the site; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=ROOT / "build", help="the folder that gets docs-site")
    into = parser.parse_args().into.absolute()
    pages, site = into / "docs-pages", into / "docs-site"
    stage(pages)
    shutil.rmtree(site, ignore_errors=True)
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "--fail-on-warning", "--keep-going", "--quiet", "-j", "auto", "--fresh-env",
         "--conf-dir", str(Path(__file__).parent), "-b", "html", str(pages), str(site)],
        check=False,
    )  # fmt: skip
    if done.returncode == 0:
        sys.stdout.write(f"The site is in {site}; open index.html there.\n")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
