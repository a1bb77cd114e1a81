"""The last line of defence: no command ends in a traceback."""

from __future__ import annotations

import os
import sys

from specc.cli import exits
from specc.cli.terminal import complain, say
from specc.driver.inputs import DriverError

TYPE_CHECKING = False  # lean modules do without `typing`, half the cost of a start
if TYPE_CHECKING:
    from collections.abc import Callable


def guarded(action: Callable[[], int | None]) -> int:
    """The exit code of an action, whatever happens in it."""
    try:
        try:
            code = action() or exits.HOLDS
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else exits.HOLDS
        sys.stdout.flush()  # a pipe that was closed is noticed here, not at exit
        return code
    except DriverError as error:
        complain(str(error), error.help)
        return exits.WRONG
    except KeyboardInterrupt:
        say("interrupted", sys.stderr)
        return exits.BROKEN
    except BrokenPipeError:
        # Who reads us has gone, say `head`. Python must not try to flush into the pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return exits.HOLDS
    except Exception as error:
        _report(error)
        return exits.DEFECT


def _report(error: Exception) -> None:
    import traceback

    from specc import __version__

    story = "".join(traceback.format_exception(error))
    help_ = "please report it to the maintainers of specc"
    if os.environ.get("SPECC_DEBUG"):
        say(story, sys.stderr)
    else:
        place = _kept(f"specc {__version__}, Python {sys.version}\n{sys.argv!r}\n\n{story}")
        help_ += f", with {place}" if place else "; SPECC_DEBUG=1 shows what to send"
    complain(f"this is a defect of specc, not of your spec: {type(error).__name__}: {error}", help_)


def _kept(story: str) -> str:
    import tempfile

    try:
        handle, place = tempfile.mkstemp(prefix="specc-defect-", suffix=".txt")
        with open(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(story)
    except OSError:
        return ""
    return place
