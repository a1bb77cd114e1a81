"""Requests for each second of the generator's processor: generated suites, Locust by hand, wrk.

    python benchmarks/load.py [ROUNDS] [SECONDS]

nginx serves 1 kB on one core, the generators take turns on another, and nginx counts what came.
Each generator checks the status and one field of the body. What a generator spends on starting is
left out: its processor time is read when the first user starts and when the last one has stopped.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USERS = 50
MANY = 1000

NGINX = """
worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 8192; }}
http {{
  access_log off; keepalive_requests 1000000000; default_type application/json;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{ listen 127.0.0.1:{port}; root {folder}/www; location = /status {{ stub_status; }} }}
}}
"""

SPEC = """
service thing {{
  url "http://127.0.0.1:{port}"
}}

endpoint item GET /item {{
  as      anyone
  returns 200 {{ id: int, text: string }}
}}

flow read {{
  item -> found
  expect found.id == 1
}}

load steady {{
  mix {{ 1 read }}
  users {{ hold {users} for {seconds}s }}
}}

load many {{
  mix {{ 1 read }}
  think 1s
  users {{ hold {many} for {seconds}s }}
}}
"""

BY_HAND = """
from locust import LoadTestShape, constant, task
from locust{module} import {kind}


class ByHand({kind}):
    host = "http://127.0.0.1:{port}"
    wait_time = constant({think})

    @task
    def read(self):
        with self.client.get("/item", name="item", catch_response=True) as response:
            if response.status_code != 200:
                response.failure("status")
            elif response.json()["id"] != 1:
                response.failure("id")
"""

METER = """
import json, os, time, urllib.request
import psutil
from locust import events

seen = {{}}


def count():
    text = urllib.request.urlopen("http://127.0.0.1:{port}/status", timeout=5).read().decode()
    return int(text.split()[9])


def memory():
    return psutil.Process().memory_info().rss


@events.test_start.add_listener
def start(**_):
    seen.update(cpu=time.process_time(), count=count(), memory=memory())


@events.test_stopping.add_listener
def stop(environment, **_):
    seen["held"] = memory()
    seen["users"] = environment.runner.user_count


@events.test_stop.add_listener
def stopped(environment, **_):
    told = dict(
        cpu=time.process_time() - seen["cpu"],
        count=count() - seen["count"] - 1,
        memory=seen["held"] - seen["memory"],
        failures=environment.stats.total.num_failures,
        users=seen["users"],
    )
    print("METER", json.dumps(told), flush=True)
"""


@contextmanager
def nginx(folder: Path, port: int) -> Iterator[None]:
    """nginx on the first core."""
    (folder / "www").mkdir()
    (folder / "www" / "item").write_text(json.dumps({"id": 1, "text": "x" * 990}))
    config = folder / "nginx.conf"
    config.write_text(NGINX.format(folder=folder, port=port))
    with subprocess.Popen(["taskset", "-c", "0", "nginx", "-c", str(config)]) as process:
        try:
            for _ in range(50):
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/item", timeout=1).read()
                    break
                except OSError:
                    time.sleep(0.1)
            yield
        finally:
            process.terminate()


def locust(folder: Path, file: str, *arguments: str) -> dict[str, float]:
    """One run of a locustfile on the second core."""
    command = ["taskset", "-c", "1", sys.executable, "-m", "locust", "--headless", "--only-summary"]
    done = subprocess.run(
        [*command, "-f", f"meter.py,{file}", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.search(r"METER (\{.*\})", done.stdout)
    if not found:
        raise SystemExit(f"{file} failed:\n{done.stdout[-2000:]}\n{done.stderr[-3000:]}")
    told = json.loads(found[1])
    if told["failures"]:
        raise SystemExit(f"{file} had {told['failures']} failures")
    return told


def wrk(port: int, seconds: int) -> dict[str, float]:
    """One run of wrk on the second core."""
    url = f"http://127.0.0.1:{port}/item"
    with subprocess.Popen(
        ["taskset", "-c", "1", "wrk", "-t1", f"-c{USERS}", f"-d{seconds}s", url],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        text = process.stdout.read()
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    found = re.search(r"(\d+) requests in", text)
    assert found is not None, text
    return {"cpu": usage.ru_utime + usage.ru_stime, "count": int(found[1])}


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 8
    if not shutil.which("nginx") or not shutil.which("taskset"):
        raise SystemExit("this needs nginx and taskset")
    port = 18461
    rates: dict[str, list[float]] = {}
    sizes: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "specs").mkdir()
        values = {"port": port, "users": USERS, "seconds": seconds, "many": MANY}
        (folder / "specs" / "thing.bts").write_text(SPEC.format(**values))
        subprocess.run([sys.executable, "-m", "specc", "build", "-q"], cwd=folder, check=True)
        (folder / "meter.py").write_text(METER.format(port=port))
        for kind, module in (("FastHttpUser", ""), ("HttpUser", "")):
            for think, mark in ((0, ""), (1, "_many")):
                text = BY_HAND.format(kind=kind, module=module, port=port, think=think)
                (folder / f"{kind}{mark}.py").write_text(text)
        (folder / "nginx").mkdir()
        os.chmod(folder, 0o755)  # noqa: S103 - nginx's worker reads it
        with nginx(folder / "nginx", port):
            generated = "generated/thing/locustfile.py"
            length = f"{seconds}s"
            by_hand = ("-u", str(USERS), "-r", str(USERS), "-t", length, "-s", "5")
            many = ("-u", str(MANY), "-r", str(MANY), "-t", length, "-s", "5")
            for _ in range(rounds):
                runs = {
                    "generated": locust(folder, generated, "Steady"),
                    "FastHttpUser": locust(folder, "FastHttpUser.py", *by_hand),
                    "HttpUser": locust(folder, "HttpUser.py", *by_hand),
                }
                if shutil.which("wrk"):
                    runs["wrk"] = wrk(port, seconds)
                for each, told in runs.items():
                    rates.setdefault(each, []).append(told["count"] / told["cpu"])
            for each, told in {
                "generated": locust(folder, generated, "Many"),
                "FastHttpUser": locust(folder, "FastHttpUser_many.py", *many),
            }.items():
                sizes.setdefault(each, []).append(told["memory"] / MANY / 1000)
    medians = {each: statistics.median(values) for each, values in rates.items()}
    print(f"{'requests a CPU-second':24} {'median':>10} {'generated is':>14}")
    for each, value in medians.items():
        print(f"{each:24} {value:10,.0f} {medians['generated'] / value:13.2f}x")
    if "wrk" not in medians:
        print("wrk is not installed: it is left out")
    for each, values in sizes.items():
        print(f"{each:24} {statistics.median(values):10.1f} kB for each of {MANY:,} users")


if __name__ == "__main__":
    main()
