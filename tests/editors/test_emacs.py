"""The mode for Emacs, in Emacs itself where it is installed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .places import EDITORS

SPEC = """\
contract Order open {
  readonly body: string | null # said
}
flow   f { expect len(order.items) == 1 }
"""

SCRIPT = """\
(setq byte-compile-error-on-warn t)
(unless (byte-compile-file "{folder}/bts-mode.el") (kill-emacs 3))
(add-to-list 'load-path "{folder}")
(require 'bts-mode)
(find-file "{spec}")
(unless (eq major-mode 'bts-mode) (kill-emacs 4))
(font-lock-ensure)
(require 'json)
(let ((faces (mapcar (lambda (word)
                       (goto-char (point-min))
                       (search-forward word)
                       (cons word (format "%s" (get-text-property (match-beginning 0) 'face))))
                     '("contract" "Order" "readonly" "body" "string" "null" "said" "len"))))
  (bts-format-buffer)
  (princ (json-encode (list faces (buffer-string)))))
"""


@pytest.mark.skipif(shutil.which("emacs") is None, reason="there is no Emacs here")
def test_words_have_their_faces_and_the_buffer_is_formatted(tmp_path: Path) -> None:
    shutil.copy(EDITORS / "emacs/bts-mode.el", tmp_path)
    spec, script = tmp_path / "a.bts", tmp_path / "a.el"
    spec.write_text(SPEC)
    script.write_text(SCRIPT.format(folder=tmp_path, spec=spec))
    done = subprocess.run(
        ["emacs", "-Q", "--batch", "-l", str(script)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "HOME": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr
    faces, text = json.loads(done.stdout)
    assert {
        word: face.removeprefix("font-lock-").removesuffix("-face") for word, face in faces.items()
    } == {
        "contract": "keyword",
        "Order": "function-name",
        "readonly": "keyword",
        "body": "variable-name",
        "string": "type",
        "null": "constant",
        "said": "comment",
        "len": "builtin",
    }
    assert "string | null    # said" in text
    assert "flow f { expect len(order.items) == 1 }" in text
