"""A small bar chart that Dagster's pages can show.

Belongs here: drawing counts as an SVG image inside Markdown. Does not: choosing what is counted (see `metadata`), and
the charts of a release's pages (see `pipeline.pages`).
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape

_ROW = 18
_LABELS = 190
_BARS = 260
_COUNTS = 60
# Dagster's pages are light or dark; these two are legible on both.
_INK = "#7d8590"
_FILL = "#4f8fd6"


def bar_chart(bars: Sequence[tuple[str, int]], *, title: str) -> str:
    """The bars from top to bottom as Markdown with one inline image.

    Args:
        bars: label and count, count zero or more, in the order to be shown.
        title: what is counted; it is also the image's alternative text.
    """
    if not bars:
        return f"*{title}: nothing to show*"
    image = base64.b64encode(bar_chart_svg(bars, title=title).encode()).decode()
    return f"![{title}](data:image/svg+xml;base64,{image})"


def bar_chart_svg(bars: Sequence[tuple[str, int]], *, title: str) -> str:
    """The bars from top to bottom as a self-contained SVG document; the longest fills the width."""
    most = max((count for _, count in bars), default=0) or 1
    rows = "".join(_bar(index, label, count, most) for index, (label, count) in enumerate(bars))
    width, height = _LABELS + _BARS + _COUNTS, _ROW * (len(bars) + 1) + 4
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="sans-serif" font-size="12" fill="{_INK}"><title>{escape(title)}</title>'
        f'<text x="0" y="13" font-weight="bold">{escape(title)}</text>{rows}</svg>'
    )


def _bar(index: int, label: str, count: int, most: int) -> str:
    top = _ROW * (index + 1)
    length = round(_BARS * count / most, 1)
    shown = label if len(label) <= 28 else label[:27] + "…"
    return (
        f'<text x="{_LABELS - 8}" y="{top + 13}" text-anchor="end">{escape(shown)}</text>'
        f'<rect x="{_LABELS}" y="{top + 3}" width="{length}" height="{_ROW - 6}" fill="{_FILL}"/>'
        f'<text x="{_LABELS + length + 5}" y="{top + 13}">{count:,}</text>'
    )
