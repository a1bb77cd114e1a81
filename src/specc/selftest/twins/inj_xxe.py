"""The parser of tasks looks entities up wherever they are."""

from __future__ import annotations

import re
from urllib.request import urlopen

from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, on_desk
from specc.serving.answers import Answer, json_answer

_ENTITY = re.compile(
    r'<!ENTITY (?:% )?(\w+) SYSTEM "(file:///etc/passwd|http://127\.0\.0\.1:[^"]*)">'
)


def _flaw(desk: Desk, asked: Asked) -> Answer:
    if asked.segments == ("v2", "imports"):
        desk.worker(asked)
        text = asked.body.decode()
        brought = {}
        for name, url in _ENTITY.findall(text):
            with urlopen(url, timeout=2) as found:  # the flaw, and these two only
                brought[f"&{name};"] = found.read(2000).decode()
        found_text = re.search(r"<text>(.*)</text>", text)
        said = found_text[1] if found_text else ""
        for entity, content in brought.items():
            said = said.replace(entity, content)
        return json_answer(201, {"text": said})
    return desk(asked)


TWIN = on_desk(_flaw)
