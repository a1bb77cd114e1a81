"""Which spec files a command is about. Lean: a build that has nothing to do loads this too."""

from __future__ import annotations

import os

TYPE_CHECKING = False  # lean modules do without `typing`, half the cost of a start
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SUFFIX = ".bts"
SPECS = "specs"
GENERATED = "generated"


class DriverError(Exception):
    """Something about the files or the command line stands in the way; `help` is the way out."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.help = help


def shown(path: str) -> str:
    """A path as people see it and as generated files name it: POSIX, relative to where we are."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # on Windows, another drive
        relative = os.path.abspath(path)
    return relative.replace(os.sep, "/")


def folders_up(output: str) -> int | str:
    """How many folders lie between a suite in the output folder and the place where we are.

    From an output folder elsewhere no number leads here, but a relative path does.
    """
    inside = shown(output)
    if inside.startswith(("..", "/")) or ":" in inside:
        return os.path.relpath(".", os.path.join(output, "suite")).replace(os.sep, "/")
    return 1 if inside == "." else inside.count("/") + 2


def find_specs(paths: Sequence[str], skip: str = "") -> list[str]:
    """The spec files that `paths` stand for, sorted, by the names that they are shown under.

    A folder stands for all the spec files in it, but for those in hidden folders and in `skip`.
    Raises DriverError for a path that does not exist, is no spec, or holds none.
    """
    found: set[str] = set()
    for path in paths:
        if os.path.isdir(path):
            inside = set(_walk(path, os.path.abspath(skip) if skip else ""))
            if not inside:
                raise DriverError(
                    f"there is no {SUFFIX} file in {shown(path)}",
                    "`specc init` writes a first one",
                )
            found |= inside
        elif not os.path.lexists(path):
            raise DriverError(
                f"{shown(path)} does not exist", "name a .bts file or a folder that holds some"
            )
        elif not path.endswith(SUFFIX):
            raise DriverError(f"{shown(path)} is no {SUFFIX} file")
        else:
            found.add(shown(path))
    return sorted(found)


def _walk(folder: str, skip: str) -> Iterable[str]:
    top = shown(folder)
    waiting = [(folder, "" if top == "." else top + "/")]
    # Links to folders are followed, each target once: a link may lead in a circle.
    entered: set[str] = set()
    while waiting:
        path, prefix = waiting.pop()
        try:
            with os.scandir(path) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            raise DriverError(f"cannot read the folder {shown(path)}: {error.strerror}") from error
        for entry in listed:
            name = entry.name
            if name.endswith(SUFFIX) and not entry.is_dir():
                yield prefix + name
            elif not name.startswith(".") and entry.is_dir():
                if skip and os.path.abspath(entry.path) == skip:
                    continue
                if entry.is_symlink():
                    target = os.path.realpath(entry.path) + os.sep
                    if target.startswith(os.path.realpath(folder) + os.sep):
                        continue  # we come by it anyway
                    inside = os.path.realpath(path) + os.sep
                    if target in entered or inside.startswith(target):
                        continue
                    entered.add(target)
                waiting.append((entry.path, f"{prefix}{name}/"))


def base_folder(paths: Sequence[str]) -> str:
    """The folder that suites are named from: the outermost `specs`, else what the paths share.

    A suite thus has one name, whether its file is built alone or with all the others.
    """
    folders = [path if os.path.isdir(path) else os.path.dirname(path) or "." for path in paths]
    common = shown(os.path.commonpath([os.path.abspath(folder) for folder in folders]))
    parts = common.split("/")
    if SPECS in parts:
        return "/".join(parts[: parts.index(SPECS) + 1])
    return common
