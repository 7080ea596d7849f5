"""Figures whose truth is known: any number of them, made in DuckDB and written as the Parquet files of a release.

A city has sixty indicators; what each was in a year is `TRUTH`. One article a city and year tells of twenty of them,
rounded or hedged, some years left out. Of some cells (a city's indicator in a year) there is more:

    closer       a look back over ten years gives the exact value
    false        another article contradicts it by half
    short tons   another article gives it in tons that were short ones, which it does not say
    copied       another publisher prints the same sentence
    moved        the same article says by how many per cent it moved since the year before

Belongs here: making. Does not: what must follow from the figures (`metrics`).
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from pipeline.tables import TABLES

INDICATORS = 60
YEARS = 30
FIRST_YEAR = 1991
FIGURES_A_CITY = 2015
"""About as many as a city gives."""

SHORT_TON = 0.90718474

PARTS = {"closer": (60, 120), "false": (120, 130), "short_tons": (130, 140), "copied": (140, 150), "moved": (200, 290)}
"""Thousandths of the cells (least, and the first beyond); those below 50 are left out."""

_TRUTH = """
CREATE MACRO size_of(city, item) AS 1000 + hash(city, item) % 9000;
CREATE MACRO slope_of(city, item) AS (hash(item, city) % 9)::INTEGER - 2;
CREATE MACRO truth(city, item, year) AS
    (size_of(city, item) * (100 + slope_of(city, item) * (year - 1990)))::DOUBLE;
"""

_CELLS = """
CREATE TABLE cells AS
WITH drawn AS (
    SELECT city, item, year, truth(city, item, year) AS true_value,
        (hash(city, item, year) % 1000)::INTEGER AS part,
        (hash(year, item, city) % 20)::INTEGER AS wording
    FROM range({cities}) AS c(city), range({years}) AS y(passed), range({items}) AS i(item),
        (SELECT 1) AS one, LATERAL (SELECT {first_year} + passed AS year)
), rounded AS (
    SELECT *, pow(10, floor(log10(true_value)) - 2) AS unit_of_digit FROM drawn
), said AS (
    SELECT *, round(true_value / unit_of_digit) * unit_of_digit AS value FROM rounded WHERE part >= 50
)
SELECT city, item, year, true_value, part, 'c' || city || '-' || year || '-' || item // 20 AS article_id,
    CASE WHEN wording < 2 THEN 'more_than' WHEN wording = 2 THEN 'about' ELSE 'exact' END AS comparator,
    CASE WHEN wording < 2 THEN floor(true_value / unit_of_digit) * unit_of_digit ELSE value END AS value,
    CASE WHEN wording < 2 THEN floor(true_value / unit_of_digit) * unit_of_digit
        WHEN wording = 2 THEN value * 0.95 ELSE value - unit_of_digit / 2 END AS low,
    CASE WHEN wording < 2 THEN NULL WHEN wording = 2 THEN value * 1.05 ELSE value + unit_of_digit / 2 END AS high
FROM said;
"""

_STATEMENTS = """
CREATE VIEW statements AS
SELECT *, 0 AS role, 'level' AS kind, true AS usual FROM cells
UNION ALL BY NAME
SELECT city, item, year, 'b' || city || '-' || year // 10 AS article_id, 'exact' AS comparator,
    true_value AS value, true_value AS low, true_value AS high, 1 AS role, 'level' AS kind, true AS usual
FROM cells WHERE {closer}
UNION ALL BY NAME
SELECT city, item, year, 'f' || city || '-' || year AS article_id, 'exact' AS comparator,
    true_value * 1.5 AS value, true_value * 1.49 AS low, true_value * 1.51 AS high, 2 AS role, 'level' AS kind,
    true AS usual
FROM cells WHERE {false} AND comparator <> 'more_than'
UNION ALL BY NAME
SELECT city, item, year, 't' || city || '-' || year AS article_id, 'exact' AS comparator,
    true_value / {short_ton} AS value, true_value * 0.999 / {short_ton} AS low,
    true_value * 1.001 / {short_ton} AS high,
    3 AS role, 'level' AS kind, false AS usual
FROM cells WHERE {short_tons} AND comparator <> 'more_than' AND item < 40
UNION ALL BY NAME
SELECT city, item, year, 's' || city || '-' || year AS article_id, comparator, value, low, high,
    4 AS role, 'level' AS kind, true AS usual
FROM cells WHERE {copied}
UNION ALL BY NAME
SELECT city, item, year, article_id, 'exact' AS comparator, 5 AS role, 'change' AS kind, true AS usual,
    abs(moved) AS value, abs(moved) - 0.05 AS low, abs(moved) + 0.05 AS high,
    CASE WHEN moved < 0 THEN 'down' ELSE 'up' END AS direction
FROM (SELECT *, round(100 * true_value / truth(city, item, year - 1) - 100, 1) AS moved FROM cells)
WHERE {moved} AND year > {first_year} AND abs(moved) >= 0.1;
"""

_FIGURES = """
CREATE VIEW figures AS
SELECT
    article_id || '/' || printf('%08x', (item * 100 + year % 100) * 10 + CASE role WHEN 4 THEN 0 ELSE role END)
        AS figure_id,
    article_id, 0::BIGINT AS start, 9::BIGINT AS "end", printf('%.9g', value) AS quote,
    CASE role WHEN 1 THEN 'Looking back, m' WHEN 2 THEN 'Its rivals say that m' ELSE 'M' END
        || 'easure ' || item || ' of City ' || city || CASE kind WHEN 'change' THEN ' moved by ' ELSE ' stood at ' END
        || printf('%.9g', value) || ' in ' || year || ', the office of statistics said.' AS sentence,
    'X-' || city AS place_id, 'City ' || city AS place, 'city' AS place_kind,
    'measure_' || item AS indicator, 'measure ' || item AS measured, kind,
    value, low, high, comparator,
    CASE WHEN kind = 'change' THEN 'percent' WHEN item < 40 THEN 'tonne' ELSE 'person' END AS unit,
    value AS written_value, direction,
    CASE WHEN usual THEN [] ELSE [{{'unit': 'short_ton', 'value': value * {short_ton}, 'low': low * {short_ton},
        'high': high * {short_ton}}}] END AS unit_readings,
    CASE WHEN kind = 'level' THEN 'period' END AS aggregation, []::VARCHAR[] AS members,
    make_date(year, 1, 1) AS period_start, make_date(year, 12, 31) AS period_end,
    CASE WHEN kind = 'change' THEN make_date(year - 1, 1, 1) END AS base_start,
    CASE WHEN kind = 'change' THEN make_date(year - 1, 12, 31) END AS base_end,
    'actual' AS modality, []::VARCHAR[] AS rules, 'live' AS status
FROM statements;
"""

_ARTICLES = """
SELECT article_id, 'About ' || article_id AS title,
    'Publisher ' || left(article_id, 1) || hash(article_id) % 50 AS publisher, '2021-01-01' AS published,
    DATE '2021-01-01' AS published_start, DATE '2021-01-01' AS published_end, 'en' AS language, 'full' AS text_kind,
    'live' AS status, repeat('0', 64) AS text_sha256, 100::BIGINT AS characters, figures AS numbers, figures
FROM (SELECT article_id, count(*) AS figures FROM statements GROUP BY article_id)
"""

_PLACES = """
SELECT 'X-' || city AS place_id, 'City ' || city AS name, 'city' AS kind FROM range({cities}) AS c(city)
"""

_INDICATORS = """
SELECT 'measure_' || item AS indicator_id, 'Measure ' || item AS label, 'What it is.' AS definition,
    CASE WHEN item < 40 THEN 'mass' ELSE 'person' END AS quantity_kind,
    CASE WHEN item < 40 THEN 'tonne' ELSE 'person' END AS unit,
    CASE WHEN item < 40 THEN 'flow' ELSE 'stock' END AS nature,
    CASE WHEN item < 40 THEN 'alike' ELSE 'any' END AS comparable_periods,
    false AS signed, false AS growth_is_real, false AS steady
FROM range({items}) AS i(item)
"""


def define_truth(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes the macro truth(city, item, year), the value of an indicator as it was."""
    connection.execute(_TRUTH)


def make(folder: Path, cities: int) -> int:
    """Writes figures, articles, places and indicators as `<folder>/<table>.parquet`, and the cells beside them.

    Args:
        folder: is there.
        cities: how many; each gives about `FIGURES_A_CITY` figures.

    Returns:
        The number of figures.
    """
    parts = {name: f"part >= {least} AND part < {beyond}" for name, (least, beyond) in PARTS.items()}
    given = {
        "cities": cities,
        "items": INDICATORS,
        "years": YEARS,
        "first_year": FIRST_YEAR,
        "short_ton": SHORT_TON,
    } | parts
    with duckdb.connect(folder / "making.duckdb") as connection:
        connection.execute("SET threads = 2; SET memory_limit = '4GB'")
        define_truth(connection)
        for step in (_CELLS, _STATEMENTS, _FIGURES):
            connection.execute(step.format(**given))
        _write(connection, folder, "figures", "FROM figures")
        _write(connection, folder, "articles", _ARTICLES)
        _write(connection, folder, "places", _PLACES.format(**given))
        _write(connection, folder, "indicators", _INDICATORS.format(**given))
        connection.execute(f"COPY cells TO '{folder / 'cells.parquet'}' (FORMAT parquet)")
        [(count,)] = connection.execute(f"SELECT count(*) FROM '{folder / 'figures.parquet'}'").fetchall()
    (folder / "making.duckdb").unlink()
    return int(count)


def _write(connection: duckdb.DuckDBPyConnection, folder: Path, name: str, query: str) -> None:
    """Writes a table with all its columns; those that the query does not give are null, or empty lists."""
    schema = TABLES[name].arrow_schema
    connection.register("shape", schema.empty_table())
    connection.execute(
        f"COPY (FROM shape UNION ALL BY NAME FROM ({query})) TO '{folder / f'{name}.parquet'}' (FORMAT parquet)"
    )
    connection.unregister("shape")
