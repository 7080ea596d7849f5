"""The tables of a release: what each column is, typed frames of rows, and the checks that a release must pass.

The pandera schemas, one module a table, are the only place where a column is defined. All else follows from them:

    TABLES                     Mapping[str, Table] in the release's order
    BUILT                      those of them that are made from the inputs; not `history`
    Table                      .name .title .description .key .order .columns .foreign_keys .arrow_schema .schema
    Column                     .name .type (words) .arrow_type .description .unit .source .nullable .references
                               .allowed (closed vocabulary) .constraints (min_value, max_value, pattern) .field
    conform(name, arrow)       Arrow table of any origin (DuckDB ...) -> the release's columns, types, metadata, order
    to_arrow(name, frame)      the same from a frame;  from_arrow(name, arrow) -> frame with ArrowDtype columns
    frame_of(name, mappings)   frame of rows given as mappings
    ShapeError                 raised by these four: a column is missing or unknown, a value does not fit

    rows.articles_frame(articles, numbers=(), figures=()), rows.figures_frame, rows.numbers_frame,
    rows.quarantine_frame, rows.places_frame(places, used=()), rows.indicators_frame,
    rows.units_frame(units, currencies=())            values of the other rooms -> frames

    check.check_table(name, frame) -> list[Fault]     one table against its schema; empty: it is sound
    check.CHECKS               Mapping[str, CrossCheck]: .name .title .description .table .needs .severity
                               .run(Material) -> list[Fault]; needs are names of tables, check.TEXTS, check.SPANS
    check.Material(frames, texts={}, spans={})        what checks across tables look at
    check.check_all(material) -> list[Fault]          everything at once
    check.Fault                .table .column .check .message .count .examples .severity; str() tells it whole
    dictionary.rows() -> list[Entry]                  the data dictionary

Belongs here: the meaning, the form and the soundness of tables. Does not: computing values, writing files.
"""

from __future__ import annotations

from pipeline.tables.arrow import ShapeError, conform, frame_of, from_arrow, to_arrow
from pipeline.tables.catalogue import BUILT, TABLES
from pipeline.tables.model import Column, ForeignKey, Table

__all__ = [
    "BUILT",
    "TABLES",
    "Column",
    "ForeignKey",
    "ShapeError",
    "Table",
    "conform",
    "frame_of",
    "from_arrow",
    "to_arrow",
]
