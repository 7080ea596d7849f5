"""The table `history`: in which releases each figure stood, and why it does no longer."""

from __future__ import annotations

from pipeline.tables.columns import text
from pipeline.tables.model import define
from pipeline.tables.rules import both_or_neither

_VERSION = r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)"

HISTORY = define(
    "history",
    "History of the figures",
    "One row for each figure of this release or of any before it. One whose article was retracted no longer stands, "
    "though `figures` keeps its row.",
    {
        "figure_id": text(
            "Identifier of the figure, never given to another.",
            source="release: every release up to this one",
        ),
        "article_id": text(
            "Identifier of its article, which `articles` may hold no longer.",
            source="release: every release up to this one",
        ),
        "first_release": text(
            "First release that has it.", source="release: every release up to this one", pattern=_VERSION
        ),
        "last_release": text(
            "Last release in which it stood; null while it stands.",
            source="release: every release up to this one",
            pattern=_VERSION,
            nullable=True,
        ),
        "withdrawn_because": text(
            "Why it no longer stands: the causes of its withdrawal, as `CHANGES.md` has them; null while it stands.",
            source="release: causes of changes",
            nullable=True,
        ),
    },
    key=("figure_id",),
    rules=(both_or_neither("last_release", "withdrawn_because"),),
)
