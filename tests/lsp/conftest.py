"""One server process for each module of tests; each test has a folder of its own in it."""

from __future__ import annotations

import itertools
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from .editor import Editor, make_client

_NUMBERS = itertools.count()


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("workspace")


@pytest_lsp.fixture(
    scope="module",
    config=ClientServerConfig(
        [sys.executable, "-m", "specc", "lsp", "--stdio"], client_factory=make_client
    ),
)
async def client(lsp_client: LanguageClient, workspace: Path) -> AsyncIterator[None]:
    result = await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities("visual-studio-code"),
            workspace_folders=[types.WorkspaceFolder(workspace.as_uri(), "workspace")],
        )
    )
    lsp_client.announced = result.capabilities  # type: ignore[attr-defined]
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def editor(client: LanguageClient, workspace: Path) -> Editor:
    folder = workspace / f"case{next(_NUMBERS)}"
    folder.mkdir()
    return Editor(client, folder)


@pytest.fixture(autouse=True)
def _nothing_failed(capsys: pytest.CaptureFixture[str]) -> Iterator[None]:
    """What fails in the server is answered as if there was nothing; here it fails the test."""
    yield
    assert "specc lsp:" not in capsys.readouterr().err
