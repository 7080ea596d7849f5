"""News articles to figures: the three functions that other programs call, and the version.

Belongs here: names that are promised to users. Does not: work. Each name is imported when it is first asked for,
so that `import pipeline` costs nothing and reading a text never loads what only a build needs.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.articles import read_article
    from pipeline.extraction import extract_figures, extract_quantities

__version__ = "0.1.0"

__all__ = ["__version__", "extract_figures", "extract_quantities", "read_article"]

_ROOMS = {
    "extract_figures": "pipeline.extraction",
    "extract_quantities": "pipeline.extraction",
    "read_article": "pipeline.articles",
}


def __getattr__(name: str) -> object:
    """The promised name, from the room that defines it."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_ROOMS[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The promised names too, though they are not loaded yet."""
    return sorted({*globals(), *__all__})
