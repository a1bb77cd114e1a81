"""The output folder: what stands there, whose it is, and how it is changed.

A file is ours as long as its content has a sum that a build gave it: that of the state, of the
manifest beside it, or of a build that was interrupted. Any other content is someone's work.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Mapping

from specc.driver import fresh
from specc.driver.inputs import DriverError, shown
from specc.driver.manifest import known_files
from specc.driver.state import OutputRecord, digest


class Outputs:
    """The files of an output folder. Names lead from the folder, with `/` between the parts."""

    def __init__(
        self, folder: str, records: dict[str, OutputRecord], pending: Mapping[str, str]
    ) -> None:
        self.folder = folder
        self.records = records
        self._prefix = f"{folder}/"
        self._pending = pending
        self._manifests: dict[str, dict[str, str]] = {}
        self._laid: dict[str, tuple[str, str]] = {}
        self._made: list[str] = []

    def path(self, name: str) -> str:
        """Where a file is."""
        return self._prefix + name

    def shown(self, name: str) -> str:
        """A file as it is named to people."""
        return shown(self.path(name))

    def sum(self, name: str) -> str | None:
        """The sum of what a file holds; None where there is none. Unchanged ones aren't read."""
        path = self.path(name)
        stamp = fresh.stamp(path)
        if stamp == fresh.MISSING and not os.path.lexists(path):
            return None
        record = self.records.get(name)
        if record is not None and tuple(record["stamp"]) == stamp:
            return record["sum"]
        try:
            with open(path, "rb") as file:
                found = digest(file.read())
        except OSError:
            return ""  # something is there, and it is nothing that we wrote
        if record is not None and record["sum"] == found:
            record["stamp"] = stamp
        return found

    def misplaced(self, names: Iterable[str]) -> tuple[list[str], list[str]]:
        """Of files that were written, those that are gone, and those that someone edited."""
        missing: list[str] = []
        edited: list[str] = []
        for name in names:
            changed, size = self.records[name]["stamp"]
            try:
                seen = os.stat(self._prefix + name)
            except OSError:
                pass
            else:
                if seen.st_mtime_ns == changed and seen.st_size == size:
                    continue  # the usual case, ten thousand times: no call that can be spared
            found = self.sum(name)
            if found is None:
                missing.append(name)
            elif found != self.records[name]["sum"]:
                edited.append(name)
        return missing, edited

    def is_ours(self, name: str, suite: str) -> bool:
        """Whether a file that exists holds what a build put there."""
        found = self.sum(name)
        record = self.records.get(name)
        if record is not None and record["sum"] == found:
            return True
        if suite not in self._manifests:
            self._manifests[suite] = known_files(self.folder, suite)
        return found in (self._manifests[suite].get(name), self._pending.get(name))

    def lay_down(self, name: str, pieces: Iterable[bytes], total: str) -> None:
        """Put a file beside its place, for `settle` to move it there. Raises DriverError."""
        path = self.path(name)
        try:
            self._make_folder(os.path.dirname(path))
            self._laid[name] = (laid_down(path, pieces), total)
        except OSError as error:
            place = shown(error.filename) if isinstance(error.filename, str) else self.folder
            raise _unwritable(place, error) from error

    def take_up(self, names: Iterable[str]) -> None:
        """Do without files that were laid down."""
        for name in names:
            fresh.forget(self._laid.pop(name)[0])

    def settle(self) -> None:
        """Move all files to their places that were laid down. Raises DriverError."""
        try:
            for name, (temporary, total) in self._laid.items():
                path = self.path(name)
                os.replace(temporary, path)
                self.records[name] = OutputRecord(stamp=fresh.stamp(path), sum=total)
        except OSError as error:
            raise _unwritable(shown(path), error) from error
        self._laid.clear()

    def clear(self) -> None:
        """Leave nothing behind that was laid down and not settled."""
        self.take_up(list(self._laid))
        for folder in reversed(self._made):
            with contextlib.suppress(OSError):
                os.rmdir(folder)  # those that nothing came into

    def _make_folder(self, folder: str) -> None:
        if not os.path.isdir(folder):
            self._make_folder(os.path.dirname(folder) or ".")
            os.mkdir(folder)
            self._made.append(folder)

    def keep(self, name: str, total: str) -> None:
        """Take note of a file that already holds what was to be written."""
        self.records[name] = OutputRecord(stamp=fresh.stamp(self.path(name)), sum=total)

    def remove(self, names: Iterable[str]) -> None:
        """Remove files, and the folders that nothing is left in. Raises DriverError."""
        folders = set()
        for name in names:
            path = self.path(name)
            try:
                os.unlink(path)
            except FileNotFoundError:
                pass
            except OSError as error:
                raise DriverError(f"cannot remove {shown(path)}: {error.strerror}") from error
            self.records.pop(name, None)
            folders.add(os.path.dirname(path))
        for folder in sorted(folders, key=len, reverse=True):
            self._tidy(folder)

    def _tidy(self, folder: str) -> None:
        if os.path.normpath(folder) == os.path.normpath(self.folder):
            return
        import shutil

        with contextlib.suppress(OSError):
            if set(os.listdir(folder)) <= {"__pycache__"}:
                shutil.rmtree(os.path.join(folder, "__pycache__"), ignore_errors=True)
                os.rmdir(folder)


def _unwritable(place: str, error: OSError) -> DriverError:
    return DriverError(f"cannot write {place}: {error.strerror}", "choose another folder with -o")


def laid_down(path: str, pieces: Iterable[bytes]) -> str:
    """Lays a content down beside the file that it is to replace, with that one's rights."""
    folder, name = os.path.split(path)
    temporary = os.path.join(folder, f".{name}.{os.getpid()}.new")
    try:
        with open(temporary, "wb") as file:
            file.writelines(pieces)
        if os.path.exists(path):
            os.chmod(temporary, os.stat(path).st_mode & 0o777)
    except BaseException:
        fresh.forget(temporary)
        raise
    return temporary
