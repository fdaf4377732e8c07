"""Which charts there are: a file each in dashboards/ that names the view it draws. The files are read and not run, which costs nothing."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from metrics.folders import folder


@dataclass(frozen=True, slots=True)
class Chart:
    """A file of dashboards/ with `VIEW` and `draw(rows, dark)`."""

    name: str
    view: str
    says: str  # the first sentence of its docstring


@cache
def charts() -> Mapping[str, Chart]:
    """The charts by name."""
    found = {}
    for path in sorted(folder("dashboards").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        view = next((node.value for node in tree.body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "VIEW"), None)
        if isinstance(view, ast.Constant) and isinstance(view.value, str):
            says = " ".join((ast.get_docstring(tree) or "").split("\n\n")[0].split()).partition(" Draws the view")[0]
            found[path.stem] = Chart(path.stem, view.value, says)
    return MappingProxyType(found)
