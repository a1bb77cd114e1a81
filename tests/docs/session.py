"""A shell in a folder of its own, in which the commands of a page are run in their order.

Where the system lets us, it has a network of its own, with nothing in it but loopback: commands on
fixed ports are in nobody's way, and none of them can leave the machine.
"""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import attrs

BIN = Path(sys.executable).parent
SIGN = "\x1e"
LIMIT = 300
"""Seconds that all commands of a page may take."""

ALONE = ("unshare", "--user", "--map-root-user", "--net")

UP = """
import fcntl, socket, struct
with socket.socket() as any_socket:
    fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh", b"lo", 1))
"""
"""Switches loopback on: SIOCSIFFLAGS with IFF_UP, of `netdevice(7)`."""

LISTENS = """
import sys, time, psutil
job, end = psutil.Process(int(sys.argv[1])), time.monotonic() + 30
while time.monotonic() < end:
    family = [job, *job.children(recursive=True)]
    if any(port.status == "LISTEN" for one in family for port in one.net_connections("tcp")):
        sys.exit(0)
    time.sleep(0.05)
sys.exit("the command behind `&` does not listen")
"""
"""Waits until a command in the background is a server: a reader types more slowly than a test."""


@attrs.frozen
class Unit:
    """Commands that are run as one, and the exit codes of which the last of them is to have one."""

    text: str
    codes: tuple[int, ...] = (0,)


@attrs.frozen
class Outcome:
    """What a unit printed; its exit code, None where the shell never came to its end."""

    output: str
    code: int | None


@cache
def has_network_of_its_own() -> bool:
    """Whether a process may have one here."""
    if sys.platform != "linux" or shutil.which(ALONE[0]) is None:
        return False
    done = subprocess.run([*ALONE, sys.executable, "-c", UP], capture_output=True)
    return done.returncode == 0


def script(units: Sequence[Unit]) -> str:
    """The units as one script, which says before each and behind it where it is."""
    lines = ["exec 2>&1 </dev/null", "trap 'kill $(jobs -p) 2>/dev/null' EXIT"]
    if has_network_of_its_own():
        lines.append(f"\"$PYTHON\" -c '{UP}'")
    for number, unit in enumerate(units):
        lines += [f"printf '{SIGN}begin {number}\\n'", "set -e" if unit.codes == (0,) else "set +e"]
        lines.append(unit.text.rstrip("\n"))
        lines.append("status=$?; set +e")
        if re.search(r"&$", unit.text, re.MULTILINE):
            lines.append(f"\"$PYTHON\" -c '{LISTENS}' $!")
        lines.append(f"printf '{SIGN}end %s\\n' $status")
    return "\n".join(lines) + "\n"


def environment(home: Path) -> dict[str, str]:
    """That of a newcomer: specc is on the path, and nothing of ours is set."""
    kept = {key: os.environ[key] for key in ("LANG", "LC_ALL", "TZ", "TMPDIR") if key in os.environ}
    return kept | {
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "PYTHON": sys.executable,
        "HOME": str(home),
        "SPECC_CACHE_DIR": str(home / "cache"),
        "NO_COLOR": "1",
        "COLUMNS": "120",
    }


def run(
    units: Sequence[Unit], folder: Path, home: Path, more: Mapping[str, str] | None = None
) -> list[Outcome]:
    """Runs the units in a folder, until one of them does not end as it is to."""
    if not units:
        return []
    before = ALONE if has_network_of_its_own() else ()
    shell = subprocess.Popen(
        [*before, "bash", "-c", script(units)],
        cwd=folder,
        env=environment(home) | dict(more or {}),
        stdout=subprocess.PIPE,
        text=True,
        errors="replace",
        start_new_session=True,
    )
    try:
        printed, _ = shell.communicate(timeout=LIMIT)
    except subprocess.TimeoutExpired:
        os.killpg(shell.pid, signal.SIGKILL)
        printed, _ = shell.communicate()
        printed += f"\nafter {LIMIT} s, this was not at its end"
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(shell.pid, signal.SIGTERM)
    return [outcome(part) for part in printed.split(f"{SIGN}begin ")[1:]]


def outcome(printed: str) -> Outcome:
    """What became of a unit, of what was printed from its beginning on."""
    _, _, text = printed.partition("\n")
    text, _, code = text.partition(f"{SIGN}end ")
    return Outcome(text, int(code.split()[0]) if code else None)
