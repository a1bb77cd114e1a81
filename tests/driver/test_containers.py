"""Files that run a load profile in containers: what their readers make of them."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path

import kubernetes_validate
import pytest
import yaml

from specc.driver.containers import manifests, write_manifests
from specc.driver.inputs import DriverError
from tests.run.loading import project
from tests.runtime.load.running import answered, quick

FILES = manifests("generated/my_shop/locustfile.py", "my_shop", "Check_out", 3, "deploy/load")


def test_kubernetes_takes_what_is_written() -> None:
    documents = list(yaml.safe_load_all(FILES["kubernetes.yaml"]))
    version = kubernetes_validate.latest_version()
    for each in documents:
        kubernetes_validate.validate(each, version, strict=True)
    service, master, worker = documents
    assert (
        service["metadata"]["name"] == master["metadata"]["name"] == "load-my-shop-check-out-master"
    )
    labels = master["spec"]["template"]["metadata"]["labels"]
    assert service["spec"]["selector"].items() <= labels.items()
    assert worker["spec"]["parallelism"] == 3
    (container,) = worker["spec"]["template"]["spec"]["containers"]
    assert container["args"][-2:] == ["--worker", service["metadata"]["name"]]


def test_compose_has_a_master_and_its_workers() -> None:
    services = yaml.safe_load(FILES["compose.yaml"])["services"]
    assert services["worker"]["deploy"]["replicas"] == 3
    assert services["worker"]["command"][-2:] == ["--worker", "master"]
    assert (
        services["master"]["build"]
        == services["worker"]["build"]
        == {
            "context": "../..",
            "dockerfile": "deploy/load/Dockerfile",
        }
    )
    command = services["master"]["command"]
    assert command[:2] == ["generated/my_shop/locustfile.py", "Check_out"]
    assert command[command.index("--expect-workers") + 1] == "3"


def test_what_lies_elsewhere_is_not_in_a_container(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path / "project")
    with pytest.raises(DriverError, match="outside of this folder"):
        write_manifests(str(tmp_path / "generated"), "s", "p", 1, "deploy")
    with pytest.raises(DriverError, match="outside of this folder"):
        write_manifests("generated", "s", "p", 1, "../deploy")
    written = write_manifests("generated", "s", "p", 1, "deploy")
    assert all(Path(place).is_file() for place in written)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["compose", "kubernetes"])
def test_the_commands_of_containers_run_the_profile(tmp_path: Path, kind: str) -> None:
    """Each container's command as a process of this machine: a master, and all of its workers."""
    with quick() as (url, _):
        made = project(tmp_path, url)
        assert made.load("paced", "--manifests", "deploy", "--workers", "2").code == 0
        port = free_port()
        master, worker, count, name = commands(tmp_path / "deploy" / f"{kind}.yaml", kind)
        here = {name: "127.0.0.1", "5557": port, "0.0.0.0": "127.0.0.1"}
        entry = [sys.executable, *entry_point(tmp_path / "deploy" / "Dockerfile")]
        processes = [
            subprocess.Popen(
                [*entry, *(here.get(word, word) for word in command)],
                cwd=tmp_path,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            for command in [worker] * count + [master]
        ]
        try:
            told = [process.communicate(timeout=100)[0] for process in reversed(processes)]
        finally:
            for process in processes:
                process.kill()
        assert len(answered(url)) == 100, told
    assert "requests" in told[0]
    assert processes[-1].returncode in (0, 1)
    report = json.loads((tmp_path / "load-report" / "paced.json").read_text())
    assert report["endpoints"]["show"]["requests"] == 100
    assert report["outcome"] in ("held", "invalid"), told[0]


def commands(place: Path, kind: str) -> tuple[list[str], list[str], int, str]:
    """What master and workers are started with, how many workers, and the master's name."""
    if kind == "compose":
        services = yaml.safe_load(place.read_text())["services"]
        master, worker = services["master"]["command"], services["worker"]["command"]
        return master, worker, services["worker"]["deploy"]["replicas"], "master"
    service, *jobs = yaml.safe_load_all(place.read_text())
    specs = [job["spec"]["template"]["spec"]["containers"][0] for job in jobs]
    master, worker = (each["args"] for each in specs)
    return master, worker, jobs[1]["spec"]["parallelism"], service["metadata"]["name"]


def entry_point(place: Path) -> list[str]:
    """What the image starts, without the interpreter."""
    (line,) = [line for line in place.read_text().splitlines() if line.startswith("ENTRYPOINT")]
    python, *rest = json.loads(line.removeprefix("ENTRYPOINT"))
    assert python == "python"
    return rest


def free_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return str(free.getsockname()[1])
