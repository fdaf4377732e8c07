"""The site on this machine alone, made again when the database changes. Nothing that a reader asks for is written anywhere."""

from __future__ import annotations

import sys
import tempfile
import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from metrics.model import Mistake
from metrics.reviews import beside
from metrics.site.building import MARKER, build

HOST = "127.0.0.1"
LOOK = 1.0  # seconds between looks at the database file


def serve(db: Path, port: int, full_text: bool, started: Callable[[str], object]) -> None:
    """Serves the site of a database until it is interrupted; `started` is told the address. Raises Mistake."""
    with tempfile.TemporaryDirectory(prefix="parley-") as folder:
        site = Path(folder) / "site"
        try:
            server = ThreadingHTTPServer((HOST, port), partial(_Handler, directory=str(site)))
        except OSError as error:
            raise Mistake(f"port {port} cannot be had: {error.strerror}; choose another with --port") from None
        with server:
            seen = changed(db)
            build(db, site, full_text=full_text)
            ended = threading.Event()
            watcher = threading.Thread(target=_watch, args=(db, site, full_text, seen, ended), daemon=True)
            watcher.start()
            started(f"http://{HOST}:{server.server_port}/")
            try:
                server.serve_forever()
            except KeyboardInterrupt:
                pass
            finally:
                ended.set()
                watcher.join()


def changed(db: Path) -> tuple[tuple[int, int], ...]:
    """What tells one state of the database and of its reviews from the next."""
    stats = [path.stat() for path in (db, beside(db)) if path.exists()]
    return tuple((stat.st_mtime_ns, stat.st_size) for stat in stats)


def _watch(db: Path, site: Path, full_text: bool, seen: tuple[tuple[int, int], ...], ended: threading.Event) -> None:
    said = ""
    while not ended.wait(LOOK):
        now = changed(db)
        if now == seen:
            continue
        try:
            build(db, site, full_text=full_text)
            seen, said = now, ""
        except Mistake as mistake:  # a load may be under way: the pages that there are stay, until the next look
            if str(mistake) != said:
                said = str(mistake)
                print(f"parley: {said}", file=sys.stderr)


class _Handler(SimpleHTTPRequestHandler):
    """Files of the site, never taken from a cache; no listings of folders, and no line for each request."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def list_directory(self, path: Any) -> None:
        self.send_error(404)

    def send_head(self) -> Any:
        if self.headers.get("Host", "").partition(":")[0] not in (HOST, "localhost") or MARKER in self.path:
            self.send_error(404)  # a page elsewhere that points its own name at this machine gets nothing
            return None
        return super().send_head()

    def log_message(self, *_: object) -> None:
        pass
