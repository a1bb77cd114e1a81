"""Names of files: the editor's URIs, and the names that the compiler shows."""

from __future__ import annotations

import os

from pygls import uris

from specc.driver.inputs import shown


def name_of(uri: str) -> str:
    """The name of a file: POSIX, relative to the workspace's folder, which is where we are.

    A document that is no file (`untitled:`) is called by its URI.
    """
    path = uris.to_fs_path(uri)
    return shown(path) if path else uri


def uri_of(name: str) -> str:
    """The URI of a file that is called so."""
    if ":" in name.split("/", 1)[0] and not os.path.exists(name):
        return name
    return uris.from_fs_path(os.path.abspath(name)) or name
