"""Every quantity that an English text states: `find(text)` gives the figures, with value, bound, unit and what is counted."""

from metrics.figures.find import find

__all__ = ["find"]
