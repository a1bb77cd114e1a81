"""The coverage of specs: what they say, held against what their runs have seen."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from specc.coverage.measure import SUBJECTS, EndpointCoverage, measured
from specc.driver.inputs import GENERATED
from specc.driver.notes import Note
from specc.driver.running.witnessed import recall
from specc.driver.stages import plans


@attrs.frozen
class SuiteCoverage:
    """The coverage of one suite. `endpoints` is None where no run is known."""

    suite: str
    spec: str
    endpoints: tuple[EndpointCoverage, ...] | None


@attrs.frozen
class Coverage:
    """The coverage of all suites that have no errors."""

    suites: tuple[SuiteCoverage, ...]
    failed: tuple[str, ...]
    notes: tuple[Note, ...]

    def data(self) -> list[dict[str, object]]:
        """The coverage as data that JSON can hold."""
        return [
            {
                "suite": suite.suite,
                "spec": suite.spec,
                "endpoints": None
                if suite.endpoints is None
                else [
                    {
                        "endpoint": each.endpoint,
                        **{
                            subject: [
                                {
                                    "what": point.text,
                                    "spec": point.place,
                                    "seen": point.seen,
                                }
                                for point in each.of(subject)
                            ]
                            for subject in SUBJECTS
                        },
                    }
                    for each in suite.endpoints
                ],
            }
            for suite in self.suites
        ]


def coverage(paths: Sequence[str], output: str = GENERATED) -> Coverage:
    """What runs have seen of the specs in `paths`. Raises DriverError where there are none."""
    made = plans(paths, output)
    known = recall(output)
    return Coverage(
        tuple(
            SuiteCoverage(
                each.name,
                each.root,
                measured(each.suite, each.plan.obligations, known[each.name])
                if each.name in known
                else None,
            )
            for each in made.suites
        ),
        made.failed,
        made.notes,
    )
