"""Takes docs/images/report.png: the page of a real run, against a shop with a defect.

python tools/report_picture.py

It needs Chromium. A run says when it was and how long it took, so no two pictures are the same: a
new one is taken by hand, when the page looks different.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "images" / "report.png"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FAULT = "create-rounds-total"
SIZE = "1000,860"
LARGEST = 200_000
"""Bytes: a page that shows it should stay light."""

SPECC = [sys.executable, "-m", "specc"]


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    """Returns once something listens there. Raises TimeoutError after ten seconds."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"nothing listens on port {port}")


def runs(folder: Path, faults: list[str], times: int) -> None:
    """Runs the shop's spec against a shop with these faults, so many times."""
    port = free_port()
    options = [word for fault in faults for word in ("--fault", fault)]
    shop = subprocess.Popen([*SPECC, "demo", "--port", str(port), *options])
    try:
        wait_for(port)
        for _ in range(times):
            subprocess.run(
                [*SPECC, "run", "specs/shop.bts", "--html", "report.html", "--quiet"],
                cwd=folder,
                env=os.environ | {"SHOP_URL": f"http://127.0.0.1:{port}"},
                check=False,
                stdout=subprocess.DEVNULL,
            )
    finally:
        shop.terminate()
        shop.wait()


def main() -> int:
    """Take the picture."""
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        print(f"none of these is there: {', '.join(BROWSERS)}")
        return 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "specs", folder / "specs")
        runs(folder, [], 3)
        runs(folder, [FAULT], 1)
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        command += [f"--window-size={SIZE}", f"--screenshot={folder / 'report.png'}"]
        subprocess.run(
            [*command, (folder / "report.html").as_uri()], check=True, capture_output=True
        )
        taken = (folder / "report.png").read_bytes()
    if len(taken) > LARGEST:
        print(f"{len(taken):,} bytes are too many: {LARGEST:,} at most")
        return 1
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_bytes(taken)
    return 0


if __name__ == "__main__":
    sys.exit(main())
