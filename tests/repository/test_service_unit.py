"""What an operator relies on in the files of deploy/: an hour of outage, a hang and a build leave nobody in the dark."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_unit_outlives_an_hour_of_outage_is_watched_and_leaves_no_core():
    unit = (ROOT / "deploy/mutuals.service").read_text()
    settings = dict(re.findall(r"^(\w+)=(.*)$", unit, re.MULTILINE))

    assert settings["StartLimitIntervalSec"] == "0"
    assert settings["Restart"] == "always"
    assert settings["RestartPreventExitStatus"] == "2"
    assert settings["Type"] == "notify"
    assert settings["TimeoutStartSec"] == "infinity"
    assert int(settings["WatchdogSec"]) >= 60
    assert int(settings["LimitNOFILE"]) >= 8192
    assert settings["LimitCORE"] == "0"


def test_every_base_image_is_pinned_by_its_digest():
    bases = re.findall(r"^FROM (\S+)", (ROOT / "deploy/Dockerfile").read_text(), re.MULTILINE)

    assert len(bases) == 2
    assert len(set(bases)) == 1
    assert all(re.search(r"@sha256:[0-9a-f]{64}$", one) for one in bases)


def test_the_builder_gets_only_what_the_image_is_made_of():
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "deploy/Dockerfile").read_text(), re.MULTILINE)

    assert "*" in lines
    for name in " ".join(copied).split():
        assert f"!{name}" in lines, name
