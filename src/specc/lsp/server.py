"""The server: features tied to the protocol, each guarded. What fails is logged, never sent."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import os
import sys
from collections.abc import Callable
from typing import Any

from lsprotocol import types
from pygls import uris
from pygls.exceptions import JsonRpcException, JsonRpcMethodNotFound
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol

from specc import __version__
from specc.lsp.feature import Feature, RefusedError
from specc.lsp.registry import COMMANDS, FEATURES
from specc.lsp.session import Session
from specc.syntax.parser import machine

log = logging.getLogger(__name__)

REFUSED = types.LSPErrorCodes.RequestFailed.value

WATCHED = "**/*.{bts,csv}"
"""What a check reads from the disk."""


class _Protocol(LanguageServerProtocol):
    """Pygls' protocol, but that it forgets notifications once they are dealt with.

    Pygls keeps a future of each, under an id that nothing asks for: with every key typed, one more.
    """

    def _handle_notification(self, method_name: str, params: Any) -> None:
        super()._handle_notification(method_name, params)
        for number in [key for key, future in self._request_futures.items() if future.done()]:
            del self._request_futures[number]


class SpecServer(LanguageServer):
    """Pygls' server, but that what goes wrong here is told to the log, not to whoever edits."""

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Log what went wrong. What was refused, or is not known here, was answered as that."""
        if isinstance(error, JsonRpcMethodNotFound) or getattr(error, "code", None) == REFUSED:
            return
        log.error("%s: %s", getattr(source, "__name__", source), error)


def make_server() -> SpecServer:
    """A server with all features, ready to be started."""
    server = SpecServer("specc", __version__, protocol_cls=_Protocol)
    session = Session(server)
    server.feature(types.INITIALIZE)(_guarded(Feature(types.INITIALIZE, _initialized), session))
    server.feature(types.INITIALIZED)(_guarded(Feature(types.INITIALIZED, _ready), session))
    for feature in FEATURES:
        server.feature(feature.method, feature.options)(_guarded(feature, session))
    for command in COMMANDS:
        server.command(command.method)(_guarded(command, session))
    return server


def serve() -> None:
    """Serve one editor on standard input and output, until it goes."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="specc lsp: %(message)s")
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    server = make_server()
    machine()  # so that the first request does not wait for the tables
    gc.freeze()
    # What is printed by mistake must not get between the messages, and who called us still needs
    # a standard output when the server has closed its own.
    with open(os.dup(sys.stdout.fileno()), "wb") as output, contextlib.redirect_stdout(sys.stderr):
        server.start_io(sys.stdin.buffer, output)


def _guarded(feature: Feature, session: Session) -> Callable[[Any], Any]:
    def answer(params: Any) -> Any:
        try:
            return feature.answer(session, params)
        except RefusedError as why:
            raise JsonRpcException(str(why), REFUSED) from None
        except Exception:
            log.exception("%s failed, and is answered as if there was nothing", feature.method)
            return feature.empty

    return answer


def _initialized(session: Session, params: types.InitializeParams) -> None:
    session.modules.encoding = types.PositionEncodingKind(
        session.server.workspace.position_encoding
    )
    folders = [folder.uri for folder in params.workspace_folders or ()]
    uri = next(iter(folders), params.root_uri)
    path = uris.to_fs_path(uri) if uri else params.root_path
    if path:
        with contextlib.suppress(OSError):
            os.chdir(path)  # names are shown as `specc check` shows them there


def _ready(session: Session, params: types.InitializedParams) -> None:
    session.look_for_specs()
    if _can_watch(session.server.client_capabilities):
        asyncio.get_running_loop().create_task(_watch(session.server))


def _can_watch(capabilities: types.ClientCapabilities) -> bool:
    workspace = capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    return bool(watching and watching.dynamic_registration)


async def _watch(server: SpecServer | LanguageServer) -> None:
    options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(WATCHED)])
    wanted = types.Registration("specs", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    with contextlib.suppress(Exception):  # an editor that refuses looks when it saves
        await server.client_register_capability_async(types.RegistrationParams([wanted]))
