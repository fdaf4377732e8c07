"""Runs docs/notebook.ipynb from its top and keeps what it shows: `make docs`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import nbclient
import nbformat

PATH = Path(__file__).with_suffix(".ipynb")


def executed(path: Path = PATH) -> nbformat.NotebookNode:
    """The notebook as it comes out, with this Python as its kernel. Raises nbclient's error where a cell fails."""
    os.environ["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    notebook: nbformat.NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]  # nbformat has no types
    nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(path.parent)}}, record_timing=False).execute()
    return notebook


if __name__ == "__main__":
    nbformat.write(executed(), PATH)  # type: ignore[no-untyped-call]
