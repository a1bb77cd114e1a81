"""The JUnit files of several suites as one."""

from __future__ import annotations

import os
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable

from specc.driver.inputs import DriverError, shown


def merge(parts: Iterable[str], place: str) -> None:
    """Write the test suites of all files that exist into one. Raises DriverError."""
    merged = ElementTree.Element("testsuites", name="specc")
    for part in parts:
        if os.path.exists(part):
            # What pytest wrote a moment ago, into a folder that only we can write to.
            merged.extend(ElementTree.parse(part).getroot().iter("testsuite"))  # noqa: S314
    try:
        os.makedirs(os.path.dirname(os.path.abspath(place)), exist_ok=True)
        ElementTree.ElementTree(merged).write(place, encoding="utf-8", xml_declaration=True)
    except OSError as error:
        raise DriverError(f"cannot write {shown(place)}: {error.strerror}") from error
