"""Which engine runs: the settings say it, and what is not chosen costs no memory."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mutuals.domain.errors import SettingsError
from mutuals.jobs.factory import job_queue_from
from mutuals.jobs.in_process import InProcessJobQueue
from mutuals.jobs.procrastinate_queue import ProcrastinateJobQueue
from mutuals.service.settings import CoreSettings, load


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setenv("MUTUALS_SETTINGS_FILE", "")
    monkeypatch.setenv("MUTUALS_DATABASE_URL", f"sqlite:///{tmp_path / 'x.db'}")
    return monkeypatch


def chosen() -> object:
    settings: Any = load([CoreSettings])[CoreSettings]
    return job_queue_from(settings)


def test_one_process_is_the_default():
    assert isinstance(chosen(), InProcessJobQueue)


def test_procrastinate_is_taken_with_postgresql(settings: pytest.MonkeyPatch):
    settings.setenv("MUTUALS_ENGINE", "procrastinate")
    settings.setenv("MUTUALS_DATABASE_URL", "postgresql://user:word@db.example/mutuals")

    assert isinstance(chosen(), ProcrastinateJobQueue)


def test_procrastinate_with_sqlite_is_refused_in_a_sentence(settings: pytest.MonkeyPatch):
    settings.setenv("MUTUALS_ENGINE", "procrastinate")

    with pytest.raises(
        SettingsError, match=r"MUTUALS_ENGINE is not usable: .*procrastinate needs PostgreSQL"
    ):
        chosen()


@pytest.mark.long
def test_procrastinate_is_not_even_loaded_unless_it_is_chosen():
    look = (
        "import sys, mutuals.service.app; from mutuals.jobs.factory import job_queue_from; "
        "print([one for one in ('procrastinate', 'psycopg_pool') if one in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
