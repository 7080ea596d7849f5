"""What must follow from the figures of `figures`, worked out from how they were made and not by the metrics' SQL.

Belongs here: comparing a result with the truth. Does not: making figures, running the metrics.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from tests.benchmarks.figures import PARTS, define_truth

_WITHIN = 1e-9
"""How far double precision may take a bound, of its size."""

_ROWS = """
CREATE MACRO holds(low, high, x) AS coalesce(low <= x + {within} * abs(x) + 1e-9, true)
    AND coalesce(high >= x - {within} * abs(x) - 1e-9, true);
CREATE MACRO same(x, y) AS CASE WHEN x IS NULL OR y IS NULL THEN x IS NOT DISTINCT FROM y
    ELSE abs(x - y) <= {within} * greatest(abs(x), abs(y), 1) END;
CREATE MACRO is_false(inputs) AS len(list_filter(inputs, lambda figure_id: starts_with(figure_id, 'f'))) > 0;

CREATE VIEW levels AS
SELECT substr(place_id, 3)::INTEGER AS city, substr(indicator, 9)::INTEGER AS item, year(period_start)::INTEGER AS year,
    low, high, basis, is_false(inputs) AS is_false
FROM '{outputs}/levels.parquet';

CREATE VIEW changes AS
SELECT substr(place_id, 3)::INTEGER AS city, substr(indicator, 9)::INTEGER AS item,
    year(base_start)::INTEGER AS base_year, year(period_start)::INTEGER AS year,
    pct_low, pct_high, difference_low, difference_high, years, annual_pct_low, annual_pct_high, comparable, basis,
    is_false(inputs) AS is_false
FROM '{outputs}/changes.parquet';

CREATE VIEW conflicts AS
SELECT substr(place_id, 3)::INTEGER AS city, substr(indicator, 9)::INTEGER AS item, year(period_start)::INTEGER AS year,
    kind
FROM '{outputs}/conflicts.parquet';
"""

_EXPECTED = """
CREATE TABLE told AS
SELECT city::INTEGER AS city, item::INTEGER AS item, year::INTEGER AS year, true_value, low, high,
    {closer} AS closer,
    {false} AND comparator <> 'more_than' AS contradicted,
    {short_tons} AND comparator <> 'more_than' AND item < 40 AS in_short_tons,
    {copied} AS copied,
    {moved} AND year > 1991 AND abs(round(100 * true_value / truth(city, item, year - 1) - 100, 1)) >= 0.1 AS moved
FROM '{folder}/cells.parquet';

-- What all statements of a cell but a false one allow.
CREATE TABLE expected_levels AS
SELECT city, item, year,
    CASE WHEN closer THEN true_value WHEN in_short_tons THEN greatest(low, true_value * 0.999) ELSE low END AS low,
    CASE WHEN closer THEN true_value WHEN in_short_tons THEN least(high, true_value * 1.001) ELSE high END AS high,
    contradicted
FROM told;

-- Each year with the one before that is told, and the last with the first; false levels make pairs of their own.
CREATE TABLE expected_pairs AS
WITH followed AS (
    SELECT city, item, year, CASE WHEN contradicted THEN 2 ELSE 1 END AS levels,
        lag(year) OVER line AS year_before, lag(levels) OVER line AS levels_before,
        first_value(year) OVER line AS first_year, first_value(levels) OVER line AS levels_first,
        lead(year) OVER line IS NULL AS is_last
    FROM told
    WINDOW line AS (PARTITION BY city, item ORDER BY year)
), along_all AS (
    SELECT city, item, year_before AS base_year, year, levels * levels_before AS pairs
    FROM followed WHERE year_before IS NOT NULL
    UNION ALL
    SELECT city, item, first_year, year, levels * levels_first
    FROM followed WHERE is_last AND first_year < year_before
), looked_back AS (
    SELECT city, item, year, lag(year) OVER article AS year_before, first_value(year) OVER article AS first_year,
        lead(year) OVER article IS NULL AS is_last
    FROM told
    WHERE closer
    WINDOW article AS (PARTITION BY city, item, year // 10 ORDER BY year)
), of_articles AS (
    SELECT city, item, year_before AS base_year, year FROM looked_back WHERE year_before IS NOT NULL
    UNION ALL
    SELECT city, item, first_year, year FROM looked_back WHERE is_last AND first_year < year_before
)
SELECT city, item, base_year, year, pairs FROM along_all ANTI JOIN of_articles USING (city, item, base_year, year)
UNION ALL
SELECT city, item, base_year, year, 1 FROM of_articles;
"""

_CHECKS = {
    "a stated level that is not what its statements allow, or is missing": """
        SELECT * FROM expected_levels AS expected
        FULL JOIN (FROM levels WHERE basis = 'stated' AND NOT is_false) AS found USING (city, item, year)
        WHERE expected.year IS NULL OR found.year IS NULL
            OR NOT same(expected.low, found.low) OR NOT same(expected.high, found.high)""",
    "a false statement without a level of its own, or such a level without one": """
        SELECT * FROM (FROM expected_levels WHERE contradicted)
        FULL JOIN (FROM levels WHERE is_false) AS found USING (city, item, year)
        WHERE contradicted IS NULL OR found.basis IS NULL""",
    "a change that should imply the level before, and does not, or the other way round": """
        SELECT * FROM (SELECT city, item, year - 1 AS year, moved FROM told WHERE moved)
        FULL JOIN (FROM levels WHERE basis = 'implied') AS found USING (city, item, year)
        WHERE moved IS NULL OR found.basis IS NULL""",
    "a level that does not hold the truth": """
        FROM levels WHERE NOT is_false AND NOT holds(low, high, truth(city, item, year))""",
    "a pair of levels without its changes, or changes without their pair": """
        SELECT * FROM expected_pairs
        FULL JOIN (SELECT city, item, base_year, year, count(*) AS found FROM changes WHERE basis = 'derived'
            GROUP BY ALL) USING (city, item, base_year, year)
        WHERE pairs IS DISTINCT FROM found""",
    "a stated change that is missing, or that nobody stated": """
        SELECT * FROM (SELECT city, item, year, moved FROM told WHERE moved)
        FULL JOIN (SELECT city, item, year, basis FROM changes WHERE basis = 'stated' AND base_year = year - 1)
            USING (city, item, year)
        WHERE moved IS NULL OR basis IS NULL""",
    "a change that does not hold the truth": """
        FROM changes
        WHERE NOT is_false AND NOT (
            holds(pct_low, pct_high, 100 * truth(city, item, year) / truth(city, item, base_year) - 100)
            AND holds(difference_low, difference_high, truth(city, item, year) - truth(city, item, base_year))
            AND holds(annual_pct_low, annual_pct_high,
                100 * pow(truth(city, item, year) / truth(city, item, base_year), 1 / (year - base_year)) - 100))""",
    "a change that is refused, or takes other than its years": """
        FROM changes WHERE NOT comparable OR years <> year - base_year""",
    "a contradiction that is not found, or is none": """
        SELECT * FROM (FROM told WHERE contradicted) AS made
        FULL JOIN (FROM conflicts WHERE kind = 'disjoint') AS found USING (city, item, year)
        WHERE made.contradicted IS NULL OR found.kind IS NULL""",
    "short tons that are not found, or were none": """
        SELECT * FROM (FROM told WHERE in_short_tons) AS made
        FULL JOIN (FROM conflicts WHERE kind = 'unit_reading') AS found USING (city, item, year)
        WHERE made.in_short_tons IS NULL OR found.kind IS NULL""",
    "a copy that is not found, or is none": """
        SELECT * FROM (FROM told WHERE copied) AS made
        FULL JOIN (FROM conflicts WHERE kind = 'syndicated') AS found USING (city, item, year)
        WHERE made.copied IS NULL OR found.kind IS NULL""",
}
"""What is wrong -> the rows that are. `false` is what a contradicting article says."""


def differences(folder: Path, outputs: Path) -> dict[str, int]:
    """Compares levels, changes and conflicts with what is known.

    Args:
        folder: where `figures.make` wrote.
        outputs: where `derive_files` wrote.

    Returns:
        What is wrong, with the number of rows; empty where the result equals the truth.
    """
    parts = {name: f"(part >= {least} AND part < {beyond})" for name, (least, beyond) in PARTS.items()}
    given = {"folder": folder, "outputs": outputs, "within": _WITHIN, **parts}
    with duckdb.connect(config={"memory_limit": "4GB", "preserve_insertion_order": False}) as connection:
        define_truth(connection)
        connection.execute(_ROWS.format(**given))
        connection.execute(_EXPECTED.format(**given))
        found = {}
        for wrong, rows in _CHECKS.items():
            [(count,)] = connection.execute(f"SELECT count(*) FROM ({rows})").fetchall()
            if count:
                found[wrong] = int(count)
        return found
