"""The record as a folder of pages that need nothing else: no server, no network, fit for a screen, a telephone and paper."""

from __future__ import annotations

from metrics.site.building import Built, build
from metrics.site.serving import serve

__all__ = ["Built", "build", "serve"]
