"""What git knows of the project that we are in: which lines of which files are new since when."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess

import attrs

from specc.driver.inputs import DriverError

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_SECONDS = 60


@attrs.frozen
class Change:
    """A change of a file: the lines that it stands at now, and the lines that it took away."""

    first: int
    last: int
    removed: tuple[str, ...]


def revision() -> str:
    """The commit that is checked out, and what was changed since; "" where git knows of none.

    Files that git does not track are not looked at: most were made by runs.
    """
    try:
        commit = _git("rev-parse", "HEAD").decode().strip()
        changed = _git("diff", "--no-ext-diff", "--no-color", "HEAD")
    except DriverError:
        return ""
    return f"{commit}+{hashlib.sha256(changed).hexdigest()[:8]}" if changed else commit


def changed_files(since: str) -> tuple[str, ...]:
    """The files below the folder that we are in which are not as they were, or new.

    Raises DriverError where git knows no such revision, or there is no git.
    """
    found = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{since}^{{commit}}")
    commit = found.decode().strip()
    top = os.fsdecode(_git("rev-parse", "--show-toplevel").rstrip(b"\n"))
    names = _git("diff", "--name-only", "--no-renames", "-z", commit, "--")
    new = _git("-C", top, "ls-files", "--others", "--exclude-standard", "-z")
    here = os.path.realpath(".")
    found_names = [os.fsdecode(name) for name in (names + new).split(b"\0") if name]
    paths = [os.path.relpath(os.path.join(top, name), here) for name in found_names]
    return tuple(dict.fromkeys(path.replace(os.sep, "/") for path in paths))


def changes_of(name: str, since: str) -> tuple[Change, ...] | None:
    """How a file differs; None where it is new or gone, so that all of it does."""
    commit = _git("rev-parse", "--verify", "--end-of-options", f"{since}^{{commit}}").decode()
    text = _git(
        *("diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-renames"),
        *(commit.strip(), "--", f":(literal){name}"),
    )
    head, _, rest = text.partition(b"\n@@")
    if not rest or b"\nnew file mode" in head or b"\ndeleted file mode" in head:
        return None
    found: list[Change] = []
    removed: list[str] = []
    place = (0, 0)
    for line in [*(b"@@" + rest).split(b"\n"), b"@@ -0 +0 @@"]:
        hunk = _HUNK.match(line)
        if hunk:
            if place != (0, 0):
                found.append(Change(*place, tuple(removed)))
            start, count = int(hunk[2]), int(hunk[3] or 1)
            # Where nothing was put in, git names the line before the gap.
            place = (start, start + count - 1) if count else (max(start, 1), start + 1)
            removed = []
        elif line.startswith(b"-"):
            removed.append(line[1:].decode("utf-8", "replace"))
    return tuple(found)


def _git(*arguments: str) -> bytes:
    try:
        command = ["git", *arguments]
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    except FileNotFoundError:
        raise DriverError("there is no git to tell what was changed", "install git") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise DriverError(f"git cannot tell what was changed: {error}") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[0] if said else "there is no such revision"
        raise DriverError(
            f"git cannot tell what was changed: {reason}",
            "name a commit, branch or tag that is here; in CI, fetch it first",
        )
    return done.stdout
