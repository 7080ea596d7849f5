-- Conflicts: statements of one thing that cannot all hold as they stand.
--
-- Purpose   The release's table `conflicts`, and the rows of `levels` and `changes` that each is about.
-- Inputs    disputed_rows, disputed_figures, level_rows, change_rows.
-- Rules     1. All sides are kept and shown, each with its interval. A figure that every side rests on is no side.
--           2. A figure is preferred where there is a reason: the firm unit, the first publication. Between plain
--              contradictions none is.
--           3. A row of several conflicts names the gravest: disjoint, unit reading, scope, syndicated.
-- Result    derived_conflicts, derived_levels, derived_changes.

CREATE TABLE conflict_sides AS
WITH counted AS (
    SELECT *, count(DISTINCT row_id) OVER (PARTITION BY thing) AS rows_of_thing FROM disputed_rows
), rested_on AS (
    SELECT *, unnest(inputs) AS figure_id FROM counted
), sides_of_rows AS (
    FROM rested_on
    QUALIFY count(*) OVER (PARTITION BY thing, figure_id) < rows_of_thing
        AND row_number() OVER (PARTITION BY thing, figure_id ORDER BY row_id) = 1
)
SELECT kind, thing, figure_id, place_id, place, subject, indicator, unit, period_start, period_end, low, high
FROM sides_of_rows
UNION ALL BY NAME
SELECT * EXCLUDE (explanation, preferred) FROM disputed_figures;

CREATE TABLE conflict_words AS
SELECT kind, thing,
    min(opening) || string_agg(DISTINCT
        extent_in_words(low, high, unit) || ' (' || side || ', ' || array_to_string(articles, ', ') || ')', '; '
        ORDER BY extent_in_words(low, high, unit) || ' (' || side || ', ' || array_to_string(articles, ', ') || ')')
        AS explanation,
    NULL::VARCHAR AS preferred
FROM disputed_rows
GROUP BY kind, thing
UNION ALL
SELECT DISTINCT kind, thing, explanation, preferred FROM disputed_figures;

CREATE TABLE derived_conflicts AS
SELECT 'cf_' || left(key_of([kind, thing]), 12) AS conflict_id, kind, thing,
    min(place_id) AS place_id, min(place) AS place, min(subject) AS subject, min(indicator) AS indicator,
    max(period_start) AS period_start, max(period_end) AS period_end,
    list(figure_id ORDER BY figure_id) AS figure_ids,
    list(low ORDER BY figure_id) AS low, list(high ORDER BY figure_id) AS high,
    min(unit) AS unit, min(explanation) AS explanation, min(preferred) AS preferred
FROM conflict_sides
JOIN conflict_words USING (kind, thing)
GROUP BY kind, thing;

CREATE TABLE conflicts_of_rows AS
WITH gravity AS (
    SELECT * FROM (VALUES ('disjoint', 1), ('unit_reading', 2), ('scope', 3), ('syndicated', 4)) AS listed(kind, gravity)
), rows_by_input AS (
    SELECT level_id AS row_id, unnest(inputs) AS figure_id FROM level_rows
    UNION ALL
    SELECT change_id, unnest(inputs) FROM change_rows
), memberships AS (
    SELECT row_id, kind, thing FROM disputed_rows
    UNION
    SELECT row_id, kind, thing FROM disputed_figures JOIN rows_by_input USING (figure_id)
)
SELECT row_id, arg_min(conflict_id, {'gravity': gravity, 'id': conflict_id}) AS conflict_id
FROM memberships
JOIN derived_conflicts USING (kind, thing)
JOIN gravity USING (kind)
GROUP BY row_id;

CREATE VIEW derived_levels AS
SELECT level_rows.*, conflict_id FROM level_rows LEFT JOIN conflicts_of_rows ON row_id = level_id;

CREATE VIEW derived_changes AS
SELECT change_rows.*, conflict_id FROM change_rows LEFT JOIN conflicts_of_rows ON row_id = change_id;
