"""Parley: figures in news about prisoner exchanges and peace talks, extracted, compared and shown."""

from pathlib import Path

__version__ = "0.1.0"

# In a checkout, seeds/, sql/ and dashboards/ stand beside the package; in a wheel they stand inside it.
_root = Path(__file__).resolve().parent.parent
if (_root / "dashboards").is_dir() and not (Path(__file__).parent / "dashboards").is_dir():
    __path__.append(str(_root))
