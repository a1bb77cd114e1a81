"""Reading spec files and the data files beside them, each once a build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from specc.driver import fresh
from specc.driver.facts import facts_of
from specc.driver.state import SourceRecord, digest

if TYPE_CHECKING:
    from specc.syntax.parser import Parsed


class Sources:
    """What was read so far. `records`, as the last build left them, are brought up to date."""

    def __init__(self, records: dict[str, SourceRecord]) -> None:
        self.records = records
        self._read: dict[str, bytes | OSError] = {}
        self._parsed: dict[str, Parsed | None] = {}
        self._seen: set[str] = set()
        self.touched: set[str] | None = None
        """The files asked for since it was set; None while nobody wants to know."""

    @property
    def seen(self) -> tuple[str, ...]:
        """All files that were looked at."""
        return tuple(sorted(self._seen))

    def record(self, name: str) -> SourceRecord:
        """The record of a file as it is now. A file whose stamp is unchanged isn't read."""
        known = self.records.get(name)
        if known is not None and name in self._seen:
            return known
        self._seen.add(name)
        stamp = fresh.stamp(name)
        if known is not None and tuple(known["stamp"]) == stamp:
            return known
        data = self._bytes(name)
        total = digest(data) if isinstance(data, bytes) else ""
        if known is not None and known["sum"] == total:
            known["stamp"] = stamp
            return known
        made = SourceRecord(stamp=stamp, sum=total, facts=None)
        self.records[name] = made
        return made

    def spec(self, name: str) -> SourceRecord:
        """The record of a spec, with its facts."""
        record = self.record(name)
        if record["facts"] is None:
            parsed = self.load(name)
            if parsed is not None:
                record["facts"] = facts_of(name, parsed.module)
        return record

    def load(self, name: str) -> Parsed | None:
        """The parsed module of a name; None where there is no such file."""
        self._touch(name)
        if name not in self._parsed:
            self._parsed[name] = self._parse(name)
        return self._parsed[name]

    def read_text(self, name: str) -> str | None:
        """The text of a data file; None where there is none to be had."""
        self._touch(name)
        data = self._bytes(name)
        if isinstance(data, OSError):
            return None
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return None

    def forget(self, name: str) -> None:
        """Let go of a module's tree and text; they are made anew should they be asked for again."""
        self._parsed.pop(name, None)
        self._read.pop(name, None)

    def _touch(self, name: str) -> None:
        if self.touched is not None:
            self.touched.add(name)

    def _bytes(self, name: str) -> bytes | OSError:
        if name not in self._read:
            try:
                with open(name, "rb") as file:
                    self._read[name] = file.read()
            except OSError as error:
                self._read[name] = error
        return self._read[name]

    def _parse(self, name: str) -> Parsed | None:
        data = self._bytes(name)
        if isinstance(data, FileNotFoundError):
            return None
        if isinstance(data, OSError):
            return unreadable(name, data.strerror or "it cannot be read")
        del self._read[name]  # the text is enough
        # Bytes that are no UTF-8 come through, for the parser to say where they are.
        return parsed(name, data.decode("utf-8", "surrogateescape"))


def parsed(name: str, text: str) -> Parsed:
    """A spec's text, parsed."""
    from specc.source import SourceFile
    from specc.syntax.parser import parse

    return parse(SourceFile(name, text))


def unreadable(name: str, why: str) -> Parsed:
    """What stands for a file that cannot be read: an empty module that bears the mistake.

    Those that import it have made none of their own.
    """
    from specc.frontend import not_read
    from specc.source import SourceFile

    return not_read(SourceFile(name, ""), why)
