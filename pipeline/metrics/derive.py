"""Runs the SQL that makes of figures levels, changes and conflicts.

Belongs here: the order of the files. Does not: arithmetic and rules, which are the
SQL files' own; columns of the results, which `pipeline.tables` defines.

What a file may rely on of those before it (each file's head says the rest; nothing else is for others to use):

    topics            topic; topic_key, matter, place_id, place, subject, indicator, label, nature, family, parent,
                      belongs_to_period, can_be_negative, steady, cumulative, is_real. What is true of every figure of
                      a topic stands here alone.
    series            series; series_key, topic, unit
    evidence          figure_id; article, topic, series, kind, is_fall, value, low, high, period_*, base_*, modality,
                      standing, aggregation, price_basis, unit_readings, restates, restating, says_level, says_change
    live_articles     article; article_id, publisher, published
    standing_figures  evidence with article_id, publisher, published and unit. Words are in `figures`.
    level_statements  of these what says a level, with extent and other_readings
    unit_choices      figure_id, firm_figure_id, reading
    level_rows        the columns of `levels` but conflict_id; topic, series, series_key, label, standing, contested
    change_rows       the columns of `changes` but conflict_id; movement (a number), topic, topic_key, label, nature,
                      contested

`topic`, `matter`, `series` and `article` are numbers, to be compared and joined, never published: a row's id is made of
the keys, which are texts and the same in every release. `contested` is false where a row is the only one of its thing:
what looks for contradictions begins with the few rows that are. Rows are many (ten million): no self join that does not
begin there, no list of all rows unnested, no text worked on before the rows are few.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from pipeline.metrics.running import Limits, offline, result, sql, write_result
from pipeline.vocabulary.distinctions import distinctions

STEPS = (
    "intervals",
    "periods",
    "wording",
    "statements",
    "agreement",
    "stated_levels",
    "anchored_changes",
    "shares",
    "levels",
    "level_pairs",
    "stated_changes",
    "changes",
    "disputes",
    "sides",
    "readings",
    "settled",
    "conflicts",
)
"""The files of `sql/`, in the order in which each finds what it needs."""

_RESULTS = ("levels", "changes", "conflicts")


@dataclass(frozen=True, slots=True)
class Derived:
    """The tables that follow from the figures, each in its release form."""

    levels: pa.Table
    changes: pa.Table
    conflicts: pa.Table


def derive(figures: pa.Table, articles: pa.Table, indicators: pa.Table, places: pa.Table) -> Derived:
    """Computes the levels, changes and conflicts that follow from the figures.

    The result depends on the rows alone, not on their order.

    Args:
        figures: the table `figures`, as `pipeline.tables` defines it; so are the others.
        articles: every article of the figures.
        indicators: the vocabulary's indicators.
        places: the vocabulary's places.

    Returns:
        The three tables; intervals are closed, null is an open side.

    Raises:
        pipeline.tables.ShapeError: a result does not fit its table, which is a fault of the SQL.
        duckdb.Error: an input lacks a column that the SQL reads.
    """
    inputs = {"figures": figures, "articles": articles, "indicators": indicators, "places": places}
    with _derived_from(inputs) as connection:
        return Derived(*(result(connection, name, f"derived_{name}") for name in _RESULTS))


def derive_files(inputs: Path, outputs: Path, limits: Limits | None = None) -> None:
    """The same of more figures than memory holds: from Parquet files to Parquet files.

    Args:
        inputs: a folder with `figures.parquet` and the others, such as a release.
        outputs: a folder for `levels.parquet`, `changes.parquet` and `conflicts.parquet`, whose rows are in no order.
        limits: what of the machine may be used.

    Raises:
        duckdb.Error: an input is missing or lacks a column that the SQL reads, or the disk is full.
    """
    files = {name: inputs / f"{name}.parquet" for name in ("figures", "articles", "indicators", "places")}
    with _derived_from(files, limits) as connection:
        for name in _RESULTS:
            write_result(connection, name, f"derived_{name}", outputs / f"{name}.parquet")


@contextmanager
def _derived_from(
    inputs: Mapping[str, pa.Table | Path], limits: Limits | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    told_apart = pa.Table.from_pylist([asdict(distinction) for distinction in distinctions()])
    with offline({**inputs, "distinctions": told_apart}, limits) as connection:
        for step in STEPS:
            connection.execute(sql(step))
        yield connection
