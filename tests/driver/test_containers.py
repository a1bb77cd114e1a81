"""Files that run a load profile in containers: what their readers make of them."""

from __future__ import annotations

from pathlib import Path

import kubernetes_validate
import pytest
import yaml

from specc.driver.containers import manifests, write_manifests
from specc.driver.inputs import DriverError

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
