"""Proves the files of this folder with the real tools, as far as that goes without a cluster or a container engine.

`make deploy-check` runs it: Helm's own library renders the chart, Kubernetes' schemas check what comes out,
Compose reads its files, hadolint the Dockerfile; promtool and systemd-analyze where they are installed.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import helm_python as helm
import kubernetes_validate
import yaml

HERE = Path(__file__).parent
CHART = HERE / "helm" / "mutuals"
INFO = 1  # of Helm's linter: an icon would be nice
RELEASES = ("1.27", "1.31", "1.37")  # of Kubernetes: the oldest that the chart takes, and later ones
CUSTOM = {"ServiceMonitor": "monitoring.coreos.com/v1", "ExternalSecret": "external-secrets.io/v1"}
EVERYTHING: dict[str, Any] = {
    "replicas": 5,
    "image": {"repository": "registry.example.org/mutuals", "tag": "1.2.3"},
    "imagePullSecrets": [{"name": "registry"}],
    "settings": {"ENGINE": "procrastinate", "SLACK_CHANNEL": "#care", "POLL_SECONDS": 30, "SIGNATURE": False},
    "externalSecret": {"enabled": True, "storeName": "vault", "remoteKey": "mutuals"},
    "serviceMonitor": {"enabled": True, "labels": {"release": "prometheus"}},
    "networkPolicy": {
        "enabled": True,
        "from": [{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "monitoring"}}}],
        "database": [{"ipBlock": {"cidr": "10.0.0.5/32"}}],
    },
    "nodeSelector": {"kubernetes.io/arch": "amd64"},
    "tolerations": [{"key": "spot", "operator": "Exists"}],
    "podAnnotations": {"example.org/owner": "care"},
}
GOOD: dict[str, dict[str, Any]] = {
    "as it comes": {},
    "with everything": EVERYTHING,
    "a closed network": {"networkPolicy": {"enabled": True}},
}
BAD: dict[str, dict[str, Any]] = {
    "a secret among the settings": {"settings": {"SLACK_BOT_TOKEN": "xoxb-1"}},
    "a value that does not exist": {"replicaCount": 3},
    "no secret": {"existingSecret": ""},
    "a vault without a name": {"externalSecret": {"enabled": True}},
}


def rendered(values: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The objects that the chart makes of these values."""
    with helm.Chart.load(str(CHART)) as chart:
        chart.validate_schema(values)
        for name, text in chart.render(values, name="care", namespace="prod").items():
            if not name.endswith("NOTES.txt"):
                yield from (one for one in yaml.safe_load_all(text) if one)


def chart() -> str:
    """Render, and hold every object against Kubernetes' own schemas."""
    found = helm.lint(str(CHART))
    wrong = [one for one in found["messages"] if one["severity"] > INFO]
    assert [*wrong, *found["errors"]] == []
    objects = 0
    for values in GOOD.values():
        for one in rendered(values):
            objects += 1
            if one["kind"] in CUSTOM:
                assert one["apiVersion"] == CUSTOM[one["kind"]]
                continue
            for release in RELEASES:
                kubernetes_validate.validate(one, release, strict=True)
            if one["kind"] == "Deployment":
                hardened(one["spec"]["template"]["spec"])
            assert one["kind"] != "Secret", "the chart never holds a secret"
    for what, values in BAD.items():
        try:
            list(rendered(values))
        except helm.HelmError:
            continue
        raise AssertionError(f"the chart takes {what}")
    return f"{objects} objects, Kubernetes {', '.join(RELEASES)}; {len(BAD)} wrong values refused"


def hardened(pod: dict[str, Any]) -> None:
    """What a pod of ours must be, beyond what the schemas know."""
    container = pod["containers"][0]
    probes = {
        name: container[f"{name}Probe"]["httpGet"]["path"] for name in ("startup", "liveness", "readiness")
    }
    assert probes == {"startup": "/health", "liveness": "/health", "readiness": "/ready"}
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert container["securityContext"]["readOnlyRootFilesystem"] is True
    assert container["securityContext"]["capabilities"] == {"drop": ["ALL"]}
    assert list(container["envFrom"][-1]) == ["configMapRef"], "an empty value in the Secret would win"
    assert pod["automountServiceAccountToken"] is False
    assert pod["terminationGracePeriodSeconds"] > 10, "the service takes ten seconds to stop"


def compose() -> str:
    """Let Compose read its files, with the files that they name at hand."""
    seen = {}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "deploy"
        copy.mkdir()
        (copy / "mutuals.env").touch()
        for file in HERE.glob("compose*.yaml"):
            shutil.copy(file, copy)
            said = run(
                tool("docker-compose"),
                "-f",
                str(copy / file.name),
                "--profile",
                "*",
                "config",
                "--format",
                "json",
            )
            seen[file.name] = sorted(json.loads(said)["services"])
    nodes = [one for one in seen["compose.fleet.yaml"] if one.startswith("node")]
    assert len(nodes) == 3, seen
    return "; ".join(f"{name}: {', '.join(services)}" for name, services in sorted(seen.items()))


def dockerfile() -> str:
    """hadolint, with nothing forgiven."""
    run(tool("hadolint"), "--failure-threshold", "info", str(HERE / "Dockerfile"))
    return "hadolint is content"


def rules() -> str:
    """Prometheus' own checker of alert rules and of the dashboard's queries, and its unit tests of the rules."""
    run("promtool", "check", "rules", str(HERE / "prometheus" / "alerts.yaml"))
    run("promtool", "test", "rules", str(HERE / "prometheus" / "alerts_test.yaml"))
    panels = json.loads((HERE / "grafana" / "mutuals.json").read_text())["panels"]
    queries = [target["expr"] for panel in panels for target in panel.get("targets", ())]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "queries.yaml"  # as rules, for promtool reads no dashboard
        rules = [
            {"record": f"query:{number}", "expr": query.replace("$__rate_interval", "5m")}
            for number, query in enumerate(queries)
        ]
        file.write_text(json.dumps({"groups": [{"name": "dashboard", "rules": rules}]}))
        run("promtool", "check", "rules", str(file))
    return f"promtool is content, also with {len(queries)} queries of the dashboard"


def unit() -> str:
    """systemd's own checker, with a program that exists in place of ours."""
    text = (
        (HERE / "mutuals.service")
        .read_text()
        .replace("/opt/mutuals/.venv/bin/mutuals", shutil.which("true") or "")
    )
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "mutuals.service"
        copy.write_text(text)
        run("systemd-analyze", "verify", str(copy))
    return "systemd-analyze is content"


def tool(name: str) -> str:
    """A program of this environment, not one of the machine's."""
    return str(Path(sys.executable).with_name(name))


def run(*command: str) -> str:
    """The output of a command that must end well."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - fixed programs
    if done.returncode:
        raise AssertionError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def main() -> int:
    """Run all; says what each found, and what could not be tried."""
    checks: list[tuple[Callable[[], str], str | None]] = [
        (chart, None), (compose, None), (dockerfile, None), (rules, "promtool"), (unit, "systemd-analyze"),
    ]  # fmt: skip
    failed = 0
    for check, needs in checks:
        if needs and not shutil.which(needs):
            sys.stdout.write(f"not tried  {check.__name__}: {needs} is not installed\n")
            continue
        try:
            sys.stdout.write(f"ok         {check.__name__}: {check()}\n")
        except Exception as error:  # noqa: BLE001 - every check is run, whatever the one before found
            failed += 1
            sys.stdout.write(f"WRONG      {check.__name__}: {type(error).__name__}: {error}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
