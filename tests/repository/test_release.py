"""`make release-check` notices what would break at a stranger: a file left out, a link to nothing, a look into the tree."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.repository.repository import ROOT

sys.path.append(str(ROOT / "release"))

import clean_environments
import distributions
import readme_links


def test_a_file_that_is_missing_in_the_wheel_is_named(tmp_path: Path):
    for name, files in (("whole", ["mutuals/a.py", "mutuals/page.html"]), ("lacks", ["mutuals/a.py"])):
        with zipfile.ZipFile(tmp_path / f"{name}.whl", "w") as wheel:
            for file in files:
                wheel.writestr(file, "text")
    whole, lacks = (distributions.contents(tmp_path / f"{name}.whl") for name in ("whole", "lacks"))

    with pytest.raises(distributions.Failed, match=r"only in the tree: mutuals/page\.html"):
        distributions._compare(lacks, whole, "the wheel", "the tree")
    distributions._compare(whole, whole, "the wheel", "the tree")


@pytest.mark.parametrize(
    ("pointer", "leads"),
    [
        ("docs/images/demo.png", True),
        ("docs/README.md", True),
        ("#connect-your-own-accounts", True),
        ("docs/for-operators.md#several-brands", True),
        ("https://example.org/", True),
        ("docs/images/gone.png", False),
        ("#no-such-heading", False),
        ("docs/for-operators.md#no-such-heading", False),
        ("../outside.md", False),
        ("javascript:alert(1)", False),
    ],
)
def test_the_readme_may_point_only_to_what_is_there(pointer: str, leads: bool):
    assert readme_links._leads_somewhere(ROOT / "README.md", pointer) is leads


def test_an_installed_mutuals_that_reads_a_file_of_the_repository_is_caught(tmp_path: Path):
    (tmp_path / "guard.py").write_text(clean_environments._GUARD.format(root=str(ROOT)))
    look = f"import guard; open({str(ROOT / 'README.md')!r})"
    elsewhere = f"import guard; open({str(tmp_path / 'guard.py')!r})"
    ends = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        for code in (look, elsewhere)
    ]

    assert [one.returncode for one in ends] == [1, 0]
    assert "is a file of the repository" in ends[0].stderr


def test_the_promised_pythons_are_those_that_ci_runs():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

    assert f"promised='{' '.join(clean_environments.promised())}'" in script
    assert "release-check" in script


def test_the_version_in_the_changelog_must_be_the_one_that_is_released(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    import check

    monkeypatch.setattr(check, "ROOT", tmp_path)
    (tmp_path / "CHANGELOG.md").write_text(
        "# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-11-30\n\n## [1.1.0]\n"
    )

    check.changelog_has("1.2.0")
    with pytest.raises(distributions.Failed, match=r"is 1\.2\.0, and pyproject\.toml says 1\.3\.0"):
        check.changelog_has("1.3.0")
