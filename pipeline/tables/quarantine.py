"""The table `quarantine`: the files that could not be used."""

from __future__ import annotations

from pipeline.articles.reasons import REASONS
from pipeline.tables.columns import choice, text, whole
from pipeline.tables.model import define

QUARANTINE = define(
    "quarantine",
    "Quarantine",
    "One row for each raw file that could not be used, with the cause and the remedy.",
    {
        "file": text("Path of the file, relative to the raw folder.", source="articles: rejection"),
        "reason": choice(REASONS, "Code of the reason.", source="articles: rejection"),
        "detail": text("Line, cause and remedy, in words.", source="articles: rejection"),
        "line": whole(
            "Line of the file; null where the whole file is meant.",
            source="articles: rejection",
            least=1,
            nullable=True,
        ),
    },
    key=("file", "reason", "detail"),
)
