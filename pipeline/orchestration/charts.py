"""A small bar chart that Dagster's pages can show.

Belongs here: drawing counts in characters, as Markdown. Does not: choosing what is counted (see `metadata`), and the
charts of a release's pages (see `pipeline.pages`).
"""

from __future__ import annotations

from collections.abc import Sequence

LABEL = 28
"""Most characters of a label."""

BAR = 24
"""Characters of the longest bar."""

_EIGHTHS = " ▏▎▍▌▋▊▉"


def bar_chart(bars: Sequence[tuple[str, int]]) -> str:
    """The bars from top to bottom as a block of Markdown; the longest fills the width.

    Args:
        bars: label and count, count zero or more, in the order to be shown.
    """
    if not bars:
        return "*nothing to show*"
    labels = [_label(label) for label, _ in bars]
    width = max(map(len, labels))
    most = max(count for _, count in bars) or 1
    lines = [f"{label:<{width}} {_bar(count, most)} {count:,}" for label, (_, count) in zip(labels, bars, strict=True)]
    return "\n".join(["```", *lines, "```"])


def _label(label: str) -> str:
    words = " ".join(label.replace("`", "'").split())
    return words if len(words) <= LABEL else words[: LABEL - 1] + "…"


def _bar(count: int, most: int) -> str:
    whole, eighth = divmod(round(8 * BAR * count / most), 8)
    return "█" * whole + _EIGHTHS[eighth].strip()
