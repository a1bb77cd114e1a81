"""Whether an open profile tells the truth: rate achieved against offered, and a frozen server.

    python benchmarks/load_truth.py [ROUNDS] [SECONDS]

The rate is half of what the server bears from this generator, found by a search for saturation.
The frozen server says nothing for 1 s in 10; its own clock and the schedule tell what is true.
What else the machine does can only add to what is measured: the best round is shown too.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SERVER = Path(__file__).parent.parent / "tests" / "runtime" / "load" / "quick_server.py"

SPEC = """
service quick {{
  url "{url}"
  timeout 10s
}}

endpoint look GET /x {{
  as      anyone
  returns 200 {{ id: int, status: string }}
}}

flow see {{
  look -> found
  expect found.id == 1
}}

load knee {{
  mix {{ 1 see }}
  rate {{ ramp 500/s -> 12000/s over 20s }}
  find saturation until p95 > 20ms or errors > 1%
}}

load half {{
  mix {{ 1 see }}
  rate {{ hold {rate}/s for {seconds}s }}
}}
"""


@contextmanager
def server(*options: str) -> Iterator[str]:
    """The quick server, and its url."""
    with subprocess.Popen(
        [sys.executable, str(SERVER), *options], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.kill()


def moments(url: str) -> list[float]:
    """When the server has answered, by the system's monotonic clock, since this was asked last."""
    with urllib.request.urlopen(f"{url}/log", timeout=10) as answer:  # noqa: S310 - our own server
        return sorted(json.load(answer))


def run(folder: Path, url: str, profile: str, rate: int, seconds: int) -> dict:
    """What the report of a run says."""
    (folder / "specs").mkdir(exist_ok=True)
    text = SPEC.format(url=url, rate=rate, seconds=seconds)
    (folder / "specs" / "quick.bts").write_text(text)
    command = [sys.executable, "-m", "specc", "load", "specs/quick.bts", profile]
    subprocess.run(
        [*command, "--report", "told", "-q"], cwd=folder, capture_output=True, check=False
    )
    return json.loads((folder / "told" / f"{profile}.json").read_text())


def achieved(folder: Path, seconds: int) -> float:
    """How far the rate of answers is from that of arrivals, in percent, without the ends."""
    with server() as url:
        knee = run(folder, url, "knee", 100, 1)["saturation"]["knee"]
        rate = max(int(knee / 2), 100)
        moments(url)
        run(folder, url, "half", rate, seconds)
        found = moments(url)
    assert len(found) == rate * seconds, f"{len(found)} of {rate * seconds} were answered"
    inner = [each for each in found if found[0] + 1 <= each < found[0] + seconds - 1]
    print(f"  {rate:,} offered a second", flush=True)
    return 100 * abs(len(inner) / (seconds - 2) / rate - 1)


def frozen(folder: Path) -> float:
    """How far p95 and p99 are from the truth, in percent; the worse of them."""
    rate, seconds = 200, 20
    with server("--freeze", "10", "1") as url:
        told = run(folder, url, "half", rate, seconds)
        found = moments(url)
    # When the run began is not told: the quickest answers came at once.
    offsets = [moment - (index + 0.5) / rate for index, moment in enumerate(found)]
    began = min(offsets) - 0.0001
    truth = sorted(moment - began - (index + 0.5) / rate for index, moment in enumerate(found))
    wrong = []
    for percent in (95, 99):
        right = truth[round(percent / 100 * len(truth)) - 1]
        wrong.append(100 * abs(told["all"][f"p{percent}"] / right - 1))
    return max(wrong)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 12
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rates = [achieved(folder, seconds) for _ in range(rounds)]
        times = [frozen(folder) for _ in range(rounds)]
    for what, off in (("achieved rate", rates), ("p95 and p99 of a frozen server", times)):
        print(f"{what:32} off by {statistics.median(off):.2f} % (best {min(off):.2f} %)")


if __name__ == "__main__":
    main()
