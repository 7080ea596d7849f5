"""A web server on the loopback address that serves a folder, answers requests for ranges, and remembers what it sent.

Belongs here: as much of HTTP as readers of Parquet files use. Does not: anything of the project.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

RANGE = re.compile(r"bytes=(\d+)-(\d*)")


@dataclass(frozen=True, slots=True)
class Sent:
    """One answer to a GET."""

    path: str
    ranged: bool
    length: int


@dataclass(slots=True)
class Served:
    """A running server."""

    address: str
    sent: list[Sent] = field(default_factory=list)


@contextmanager
def serve(folder: Path) -> Iterator[Served]:
    """Serves the files of a folder and of those below it until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_HEAD(self) -> None:
            self._answer(with_content=False)

        def do_GET(self) -> None:
            self._answer(with_content=True)

        def _answer(self, *, with_content: bool) -> None:
            path = (folder / self.path.lstrip("/")).resolve()
            if not (path.is_relative_to(folder.resolve()) and path.is_file()):
                self.send_error(HTTPStatus.NOT_FOUND)
                return
            content = path.read_bytes()
            size = len(content)
            asked = RANGE.fullmatch(self.headers.get("Range", ""))
            if asked:
                first, last = int(asked[1]), min(int(asked[2] or size - 1), size - 1)
                content = content[first : last + 1]
                self.send_response(HTTPStatus.PARTIAL_CONTENT)
                self.send_header("Content-Range", f"bytes {first}-{last}/{size}")
            else:
                self.send_response(HTTPStatus.OK)
            self.send_header("Accept-Ranges", "bytes")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if with_content:
                served.sent.append(Sent(self.path, asked is not None, len(content)))
                self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: a test's output is its result."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        served = Served(f"http://127.0.0.1:{server.server_address[1]}")
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield served
        finally:
            server.shutdown()
