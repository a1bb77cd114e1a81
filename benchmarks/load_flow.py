"""The shop's `buy` flow, generated and by hand, and two workers against one.

    python benchmarks/load_flow.py [ROUNDS] [SECONDS]

nginx stands in for the shop, with an id of its own for each order, and counts what comes. Each flow
takes the id out of one answer for the next request, and checks both statuses and a field. Figures
are requests for each second of the generators' processors, all of their processes together. Workers
share one core here, so two of them do twice the work of one where each has a core, if a second of
theirs is worth as much: the ratio is twice that of their figures.
"""

from __future__ import annotations

import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import load
import psutil

SHOP = Path(__file__).parent.parent / "specs"
PORT = 18463
USERS = 50

UUID = "map $request_id $uuid { " + (
    '"~^(?<a>.{8})(?<b>.{4})(?<c>.{4})(?<d>.{4})(?<e>.{12})$" "$a-$b-$c-$d-$e"; }\n'
)
ORDER = (
    '{{"id":"{id}","status":"{status}","total":19.98,"placed_at":"2026-01-01T00:00:00Z",'
    '"lines":[{{"sku":"A1","quantity":2}}]}}'
)
ANSWERS = f"""
  location = /healthz {{ return 200 'ok'; }}
  location = /login {{ return 200 '{{"token":"0123456789abcdef0123"}}'; }}
  location = /orders {{ add_header Location /orders/$uuid always;
    return 201 '{ORDER.format(id="$uuid", status="pending")}'; }}
  location ~ ^/orders/(?<order>[^/]+)/pay$ {{
    return 200 '{ORDER.format(id="$order", status="paid")}'; }}
"""

PROFILES = """

load buying as alice {{
  mix {{ 1 buy }}
  users {{ hold {users} for {seconds}s }}
}}

load buying_longer as alice {{
  mix {{ 1 buy }}
  users {{ hold {users} for {longer}s }}
}}
"""

BY_HAND = """
from locust import task
from locust import FastHttpUser


class ByHand(FastHttpUser):
    host = "http://127.0.0.1:{port}"

    def on_start(self):
        login = {{"email": "a@b.example", "password": "wonderland"}}
        answer = self.client.post("/login", json=login)
        self.headers = {{"Authorization": f"Bearer {{answer.json()['token']}}"}}

    @task
    def buy(self):
        lines = [{{"sku": "A1", "quantity": 2}}]
        with self.client.post(
            "/orders", json={{"lines": lines}}, headers=self.headers, catch_response=True
        ) as created:
            if created.status_code != 201:
                created.failure("status")
                return
            order = created.json()["id"]
        with self.client.post(
            f"/orders/{{order}}/pay",
            json={{"card": "4242424242424242"}},
            headers=self.headers,
            name="pay",
            catch_response=True,
        ) as paid:
            if paid.status_code != 200:
                paid.failure("status")
            elif paid.json()["status"] != "paid":
                paid.failure("not paid")
"""


def seen() -> int:
    """How many requests the server has answered."""
    url = f"http://127.0.0.1:{PORT}/status"
    return int(urllib.request.urlopen(url, timeout=5).read().split()[9])


def rate_of(folder: Path, count: int, seconds: int) -> float:
    """Requests a CPU-second of a run by so many processes, while all of them are under way."""
    command = [sys.executable, "-m", "specc", "load", "specs/shop.bts", "buying_longer", "-q"]
    with subprocess.Popen(
        ["taskset", "-c", "1", *command, "--keep", "-n", str(count)],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            begun = seen()
            while seen() < begun + 1000:
                time.sleep(0.1)
            time.sleep(2)
            used, counted = used_by(process.pid), seen()
            time.sleep(seconds)
            return (seen() - counted) / (used_by(process.pid) - used)
        finally:
            process.send_signal(signal.SIGINT)


def used_by(root: int) -> float:
    """The processor time of a process and all that it has started, in seconds."""
    every = [psutil.Process(root), *psutil.Process(root).children(recursive=True)]
    return sum(sum(each.cpu_times()[:2]) for each in every)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 6
    if not shutil.which("nginx") or not shutil.which("taskset"):
        raise SystemExit("this needs nginx and taskset")
    os.environ |= {"SHOP_URL": f"http://127.0.0.1:{PORT}", "SPECC_KEEP": "1"}
    load.NGINX = load.NGINX.replace("http {{\n", "http {{\n" + _doubled(UUID)).replace(
        "location = /status", _doubled(ANSWERS) + "location = /status"
    )
    rates: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(SHOP, folder / "specs")
        with (folder / "specs" / "shop.bts").open("a") as spec:
            spec.write(PROFILES.format(users=USERS, seconds=seconds, longer=seconds + 20))
        subprocess.run(
            [sys.executable, "-m", "specc", "build", "-q", "specs/shop.bts"], cwd=folder, check=True
        )
        (folder / "meter.py").write_text(load.METER.format(port=PORT))
        (folder / "by_hand.py").write_text(BY_HAND.format(port=PORT))
        (folder / "nginx").mkdir()
        os.chmod(folder, 0o755)  # noqa: S103 - nginx's worker reads it
        with load.nginx(folder / "nginx", PORT):
            by_hand = ("-u", str(USERS), "-r", str(USERS), "-t", f"{seconds}s", "-s", "5")
            for _ in range(rounds):
                for each, told in {
                    "buy, generated": load.locust(folder, "generated/shop/locustfile.py", "Buying"),
                    "buy, FastHttpUser": load.locust(folder, "by_hand.py", *by_hand),
                }.items():
                    rates.setdefault(each, []).append(told["count"] / told["cpu"])
                for count in (1, 2):
                    found = rate_of(folder, count, seconds)
                    rates.setdefault(f"buy, {count} workers", []).append(found)
    medians = {each: statistics.median(values) for each, values in rates.items()}
    for each, value in medians.items():
        print(f"{each:24} {value:10,.0f} requests a CPU-second")
    flow = medians["buy, generated"] / medians["buy, FastHttpUser"]
    two = 2 * medians["buy, 2 workers"] / medians["buy, 1 workers"]
    print(f"the generated flow is {flow:.2f}x; two workers do {two:.2f}x of one")


def _doubled(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


if __name__ == "__main__":
    main()
