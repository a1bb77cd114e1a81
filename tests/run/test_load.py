"""`specc load` and plain `locust -f`, against servers that do well, badly, and go away."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from specc.demo import running
from tests.run.loading import SPEC, Ended, Project, project, wait_for_figures
from tests.runtime.load.running import SHELF, answered, quick, there


@pytest.mark.slow
@pytest.mark.parametrize("profile", ["short", "paced"])
def test_a_healthy_server(tmp_path: Path, profile: str) -> None:
    with quick() as (url, _):
        ended = project(tmp_path, url).load(profile)
        seen = len(answered(url))
    told = Project(tmp_path, url).told(profile)
    # A machine with other things to do may make the run invalid: that is said, and no error.
    assert told["outcome"] in ("held", "invalid"), ended.out
    assert ended.code == (0 if told["outcome"] == "held" else 1)
    assert all(each["outcome"] == "held" for each in told["thresholds"])
    assert sum(each["requests"] for each in told["endpoints"].values()) == seen
    if profile == "paced":
        assert seen == 100
        assert told["arrivals"]["begun"] == 100
    assert "specs/s.bts:" in ended.out
    assert "Traceback" not in ended.out


@pytest.mark.slow
def test_a_wrong_expectation_is_broken_in_every_request(tmp_path: Path) -> None:
    with quick() as (url, _):
        ended = project(tmp_path, url, wanted=2).load("paced")
    told = Project(tmp_path, url).told("paced")
    assert ended.code == 1
    assert told["outcome"] == "broken"
    show = told["endpoints"]["show"]
    assert show["failed"] == show["requests"] == 100
    assert "BROKEN  errors < 1%: 100.00%" in ended.out


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_ends_with_a_verdict(tmp_path: Path, workers: str) -> None:
    with quick() as (url, _):
        made = project(tmp_path, url)
        with subprocess.Popen(
            made.command("load", "specs/s.bts", "long", "--report", "rep", "-n", workers),
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process:
            wait_for_figures(process)
            process.send_signal(signal.SIGINT)
            out, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "interrupted" in out
    assert "Traceback" not in out
    assert made.told("long")["endpoints"]["show"]["requests"] > 10


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_server_that_is_killed_ends_the_run_with_a_report(tmp_path: Path, workers: str) -> None:
    with quick() as (url, server):
        made = project(tmp_path, url)
        spec = tmp_path / "specs" / "s.bts"
        spec.write_text(
            spec.read_text().replace(
                "  require { errors < 50% }", "  abort when errors > 1%\n  require { errors < 50% }"
            )
        )
        with subprocess.Popen(
            made.command("load", "specs/s.bts", "long", "--report", "rep", "-n", workers),
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process:
            wait_for_figures(process)
            server.kill()
            out, _ = process.communicate(timeout=50)
    assert process.returncode == 1
    assert "`abort when errors > 1%` came true (specs/s.bts:" in out
    assert "nothing listens" in out
    assert made.told("long")["endpoints"]["show"]["requests"] > 10


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    with quick() as (url, server):
        server.kill()
        server.wait()
        ended = project(tmp_path, url).load("short")
    assert ended.code == 3
    assert "is not available" in ended.out
    assert "Traceback" not in ended.out


def test_a_host_that_nobody_allows_is_not_put_under_load(tmp_path: Path) -> None:
    made = project(tmp_path, "https://staging.shop.example")
    ended = made.load("short")
    assert ended.code == 2
    assert "refused to put load on staging.shop.example" in ended.out
    assert 'allow hosts "staging.shop.example"' in ended.out
    # The plan may be looked at once the host is allowed.
    spec = tmp_path / "specs" / "s.bts"
    text = spec.read_text()
    spec.write_text(
        text.replace("load short {", 'load short {\n  allow hosts "staging.shop.example"')
    )
    assert made.load("short", "--dry-run").code == 0
    assert made.load("paced", "--dry-run").code == 2


def test_a_profile_that_there_is_not(tmp_path: Path) -> None:
    ended = project(tmp_path, "http://127.0.0.1:9").load("shrt")
    assert ended.code == 2
    assert "did you mean short?" in ended.out


def test_a_dry_run_sends_nothing(tmp_path: Path) -> None:
    ended = project(tmp_path, "http://127.0.0.1:9").load("paced", "--dry-run")
    assert ended.code == 0
    assert "100% look" in ended.out
    assert "engine: specc" in ended.out
    assert "50 for 2 s (a second)" in ended.out
    assert not (tmp_path / "rep").exists()


@pytest.mark.slow
@pytest.mark.parametrize("profile", ["short", "paced"])
def test_workers_share_the_load_and_their_figures_are_merged(tmp_path: Path, profile: str) -> None:
    with quick() as (url, _):
        ended = project(tmp_path, url).load(profile, "--workers", "2")
        seen = len(answered(url))
    told = Project(tmp_path, url).told(profile)
    assert told["outcome"] in ("held", "invalid"), ended.out
    assert told["endpoints"]["show"]["requests"] == seen
    assert sum(each["requests"] for each in told["seconds"]) == seen
    if profile == "paced":
        assert seen == 100


@pytest.mark.slow
@pytest.mark.parametrize("model", ["users { hold 3 for 60s }", "rate { hold 100/s for 60s }"])
def test_the_share_of_a_worker_that_is_killed_is_taken_over(tmp_path: Path, model: str) -> None:
    with quick() as (url, _):
        made = project(tmp_path, url)
        spec = tmp_path / "specs" / "s.bts"
        think = "" if model.startswith("rate") else "  think 20ms"
        text = spec.read_text().partition("load long {")
        now = f"\n  mix {{ 1 look }}\n  {model.replace('60s', '14s')}\n{think}\n}}\n"
        spec.write_text(text[0] + text[1] + now)
        with subprocess.Popen(
            made.command("load", "specs/s.bts", "long", "--report", "rep", "--workers", "2"),
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process:
            wait_for_figures(process)
            workers = [
                child
                for child in psutil.Process(process.pid).children(recursive=True)
                if "--worker" in child.cmdline()
            ]
            workers[0].kill()
            out, _ = process.communicate(timeout=60)
    assert "1 of 2 workers were lost" in out, out
    assert "Traceback" not in out
    told = made.told("long")
    if model.startswith("rate"):
        # The last seconds are those of a whole run again.
        assert sum(each["requests"] for each in told["seconds"][-4:-2]) > 160, out
    else:
        assert told["endpoints"]["show"]["requests"] > 10


@pytest.mark.slow
def test_a_master_of_workers_that_come_from_elsewhere(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    with quick() as (url, _):
        made = project(tmp_path, url)
        assert made.specc("build").code == 0
        join = [sys.executable, "-m", "specc.runtime.load", "generated/s/locustfile.py", "paced"]
        join += ["--port", port, "--worker", "127.0.0.1"]
        workers = [subprocess.Popen(join, cwd=tmp_path, stderr=subprocess.PIPE) for _ in range(2)]
        try:
            ended = made.load("paced", "--master", "--expect-workers", "2", "--port", port)
            for worker in workers:
                worker.communicate(timeout=30)
        finally:
            for worker in workers:
                worker.kill()
        seen = len(answered(url))
    assert f"waiting for 2 workers at 127.0.0.1:{port}" in ended.out
    assert seen == 100
    assert made.told("paced")["endpoints"]["show"]["requests"] == seen


MAKING = """
service s {{
  url "{url}"
  timeout 5s
}}

contract Thing {{
  readonly id: int
}}

endpoint make POST /things {{
  as      anyone
  returns 201 Thing
  creates Thing
}}

endpoint remove DELETE /things/{{id: Thing.id}} {{
  as      anyone
  returns 200
  returns 404
  deletes Thing
}}

load making {{
  mix {{ 1 make }}
  rate {{ hold 50/s for {seconds}s }}
}}
"""


@pytest.mark.slow
@pytest.mark.parametrize(("workers", "kept"), [("1", 0), ("2", 0), ("2", 100)])
def test_what_is_created_is_deleted(tmp_path: Path, workers: str, kept: int) -> None:
    with quick(program=SHELF) as (url, _):
        made = project(tmp_path, url)
        (tmp_path / "specs" / "s.bts").write_text(MAKING.format(url=url, seconds=2))
        ended = made.load("making", "--workers", workers, *(["--keep"] if kept else []))
        assert len(there(url)) == kept, ended.out
    told = made.told("making")
    assert told["created"]["noted"] == 100, ended.out
    assert told["created"]["remaining"] == kept


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_cleans_up(tmp_path: Path, workers: str) -> None:
    with quick(program=SHELF) as (url, _):
        made = project(tmp_path, url)
        (tmp_path / "specs" / "s.bts").write_text(MAKING.format(url=url, seconds=60))
        with subprocess.Popen(
            made.command("load", "specs/s.bts", "making", "--report", "rep", "-n", workers),
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process:
            wait_for_figures(process)
            process.send_signal(signal.SIGINT)
            out, _ = process.communicate(timeout=60)
        assert there(url) == [], out
    assert process.returncode == 1
    assert made.told("making")["created"]["deleted"] > 10


SMOKE = SPEC.replace("load short {{", "load short tagged smoke {{")


@pytest.mark.slow
@pytest.mark.parametrize(("wanted", "outcome"), [(1, "held"), (2, "broken")])
def test_a_run_includes_profiles_that_are_tagged_smoke(
    tmp_path: Path, wanted: int, outcome: str
) -> None:
    with quick() as (url, _):
        made = project(tmp_path, url)
        (tmp_path / "specs" / "s.bts").write_text(SMOKE.format(url=url, wanted=wanted))
        ended = made.specc("run", "--report", "run.json", "--only", "short", "--only", "long")
    told = json.loads((tmp_path / "run.json").read_text())
    found = {each["obligation"]: each for each in told["suites"][0]["obligations"]}
    # A machine with other things to do makes the run invalid, which is an error.
    assert found["short.errors"]["outcome"] in (outcome, "error"), ended.out
    assert ended.code == (0 if found["short.errors"]["outcome"] == "held" else 1)
    assert found["long.errors"]["outcome"] == "not_run"
    if found["short.errors"]["outcome"] == "broken":
        assert "errors < 1%: 7" in found["short.errors"]["message"]


@pytest.mark.slow
def test_a_run_includes_all_profiles_if_told_to(tmp_path: Path) -> None:
    with quick() as (url, _):
        made = project(tmp_path, url)
        ended = made.specc("run", "--load", "--report", "run.json", "--only", "paced")
    told = json.loads((tmp_path / "run.json").read_text())
    outcomes = {each["obligation"]: each["outcome"] for each in told["suites"][0]["obligations"]}
    assert set(outcomes) == {"paced.p99.look", "paced.errors"}
    assert set(outcomes.values()) <= {"held", "error"}, ended.out


GOLDEN = Path(__file__).parent.parent / "golden" / "load"


@pytest.mark.slow
@pytest.mark.parametrize("profile", ["everything", "table_fed", "by_locust"])
def test_all_that_a_flow_can_hold(
    tmp_path: Path, profile: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "specs").mkdir()
    for name, file in (
        ("s.bts", "load.bts"),
        ("accounts.csv", "accounts.csv"),
        ("gifts.csv", "gifts.csv"),
    ):
        (tmp_path / "specs" / name).write_text((GOLDEN / file).read_text())
    with running() as url:
        monkeypatch.setenv("SHOP_URL", url)
        made = Project(tmp_path, url)
        ended = made.load(profile)
    told = made.told(profile)
    outcomes = {each["id"]: each["outcome"] for each in told["thresholds"]}
    assert told["outcome"] in ("held", "invalid"), ended.out
    assert "broken" not in outcomes.values()
    assert outcomes[f"{profile}.errors"] == "held"
    assert not any(each["failed"] for each in told["endpoints"].values()), ended.out
    assert told["created"]["noted"] > 3
    assert told["created"]["remaining"] == 0, ended.out
    assert told["engine"] == ("stock" if profile == "by_locust" else "specc")
    if profile != "table_fed":
        assert told["flows"]["look_around"]["requests"] > 3
        assert "GET /orders/{made.order.id}" in told["endpoints"]
        assert told["endpoints"]["list_orders"]["requests"] > 3
    if profile == "table_fed":
        assert told["arrivals"]["begun"] > 50
        assert any("metrics" in note for note in told["notes"])
        assert any("server memory (bytes)" in each.get("gauges", {}) for each in told["seconds"])
        assert outcomes["table_fed.regression.p95"] == "not run"


def locust(folder: Path, *arguments: str) -> Ended:
    environment = dict(os.environ, PYTHONPATH=str(folder))
    done = subprocess.run(
        [sys.executable, "-m", "locust", "--headless", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    return Ended(done.returncode, done.stdout + done.stderr, done.stdout)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Short", "Paced"])
def test_plain_locust(tmp_path: Path, name: str) -> None:
    with quick() as (url, _):
        assert project(tmp_path, url).specc("build").code == 0
        file = "generated/s/locustfile.py"
        ended = locust(tmp_path, "-f", file, "--json", name)
        seen = len(answered(url))
    assert ended.code == 0, ended.out
    stats = json.loads(ended.figures)
    assert sum(entry["num_requests"] for entry in stats) == seen
    assert sum(entry["num_failures"] for entry in stats) == 0


@pytest.mark.slow
def test_listeners_of_locusts_request_event_hear_each_request(tmp_path: Path) -> None:
    with quick() as (url, _):
        assert project(tmp_path, url, wanted=2).specc("build").code == 0
        (tmp_path / "heard.py").write_text(
            "from locust import events\n"
            "heard = []\n"
            "@events.request.add_listener\n"
            "def hear(request_type, name, response_time, exception, **_):\n"
            "    heard.append((request_type, name, response_time > 0))\n"
            "@events.quitting.add_listener\n"
            "def tell(**_):\n"
            "    print('HEARD', len(heard), set(heard))\n"
        )
        ended = locust(tmp_path, "-f", "heard.py,generated/s/locustfile.py", "Paced")
        seen = len(answered(url))
    assert seen == 100
    assert "HEARD 100 {('GET', 'show', True)}" in ended.out
