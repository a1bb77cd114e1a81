"""What git knows of the project that we are in: which files were changed, and what they were."""

from __future__ import annotations

import hashlib
import os
import subprocess

from specc.driver.inputs import DriverError

_SECONDS = 60


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
    commit = _commit(since)
    top = os.fsdecode(_git("rev-parse", "--show-toplevel").rstrip(b"\n"))
    names = _git("diff", "--name-only", "--no-renames", "-z", commit, "--")
    new = _git("-C", top, "ls-files", "--others", "--exclude-standard", "-z")
    here = os.path.realpath(".")
    found_names = [os.fsdecode(name) for name in (names + new).split(b"\0") if name]
    paths = [os.path.relpath(os.path.join(top, name), here) for name in found_names]
    return tuple(dict.fromkeys(path.replace(os.sep, "/") for path in paths))


def text_at(name: str, since: str) -> bytes | None:
    """A file as it was; None where there was none. Raises as `changed_files` does."""
    commit = _commit(since)
    place = name if name.startswith("../") else f"./{name}"
    try:
        return _git("show", f"{commit}:{place}")
    except DriverError:
        return None


def _commit(since: str) -> str:
    found = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{since}^{{commit}}")
    return found.decode().strip()


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
