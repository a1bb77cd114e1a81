"""The CI systems that a pipeline can be written for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from specc.emit.ci import azure, github, gitlab, jenkins
from specc.emit.ci.project import Steps


@attrs.frozen
class Vendor:
    """A CI system: where it looks for its file, and what makes it."""

    file_name: Callable[[str], str]
    workflow: Callable[[Steps], str]


VENDORS: Mapping[str, Vendor] = {
    "github": Vendor(github.file_name, github.workflow),
    "gitlab": Vendor(gitlab.file_name, gitlab.workflow),
    "jenkins": Vendor(jenkins.file_name, jenkins.workflow),
    "azure": Vendor(azure.file_name, azure.workflow),
}
