"""Builds the site from docs/ into build/docs-site: `make docs-site`. A link that leads nowhere fails it."""

import shutil
import subprocess
import sys
from pathlib import Path

from stage import ROOT, stage

PAGES, SITE = ROOT / "build" / "docs-pages", ROOT / "build" / "docs-site"


def main() -> int:
    """Lay the pages out and have Sphinx make the site; the exit status."""
    stage(PAGES)
    shutil.rmtree(SITE, ignore_errors=True)
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "--fail-on-warning", "--keep-going", "--quiet", "-j", "auto", "--fresh-env",
         "--conf-dir", str(Path(__file__).parent), "-b", "html", str(PAGES), str(SITE)],
        check=False,
    )  # fmt: skip
    if done.returncode == 0:
        sys.stdout.write(f"The site is in {SITE.relative_to(ROOT)}; open index.html there.\n")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
