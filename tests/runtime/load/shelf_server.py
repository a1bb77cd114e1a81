"""A server of things that can be made, renamed and deleted. It prints its port.

`POST /things` makes one, `PUT /things/ID` gives it a new id, `DELETE /things/ID` deletes it, and
`GET /things` tells the ids of all that are there. Things whose id ends in 7 stay with `--sticky`.
"""

from __future__ import annotations

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

things: dict[str, None] = {}
made = 0


class Shelf(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.answer(200, list(things))

    def do_POST(self) -> None:
        global made
        made += 1
        things[str(made)] = None
        self.answer(201, {"id": made})

    def do_PUT(self) -> None:
        things.pop(self.key, None)
        things[f"new-{self.key}"] = None
        self.answer(200, {"id": f"new-{self.key}"})

    def do_DELETE(self) -> None:
        if self.key.endswith("7") and "--sticky" in sys.argv:
            self.answer(409, {})
        elif self.key not in things:
            self.answer(404, {})
        else:
            del things[self.key]
            self.answer(200, {})

    @property
    def key(self) -> str:
        return self.path.rpartition("/")[2]

    def answer(self, status: int, value: object) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


if __name__ == "__main__":
    with ThreadingHTTPServer(("127.0.0.1", 0), Shelf) as server:
        print(server.server_port, flush=True)  # noqa: T201
        server.serve_forever()
