"""A suite in a folder of its own, where it leaves no trace in the project."""

from __future__ import annotations

import os

from specc.driver.compiling import compiled
from specc.driver.inputs import folders_up
from specc.driver.sources import Sources
from specc.driver.stages import Planned


def write_suite(planned: Planned, folder: str) -> None:
    """Compile a suite into a folder."""
    made = compiled(planned.root, planned.name, Sources({}), folders_up(folder))
    for name, pieces in made.files or ():
        place = os.path.join(folder, *name.split("/"))
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, "wb") as file:
            file.writelines(pieces)
