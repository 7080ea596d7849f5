-- Derivations: what each level, change and conflict is made of.
--
-- Purpose   The release's table `derivations`: the way from a value to the words that it rests on, a step a row.
-- Inputs    levels, changes, conflicts, as they are published.
-- Rules     1. A figure is of one stated level at most. What no stated level has is the statement of a change.
--           2. Where a row rests on all figures of a stated level, it rests on that level; where only on some of them
--              (an article's own, where others narrow the level further), on these figures.
--           3. Of a change, what had ended with its base period is the base. Of an implied level, what is of its own
--              period is the whole, or the share of it; what is of an earlier one the base, of a later one the final.
--           4. The sides of a contradiction are the rows that name it, and any figure of it that none of these rests
--              on; changes that name a contradiction of levels only follow from one. The sides of all other conflicts
--              are its figures.
-- Result    derived_derivations.

CREATE VIEW statements_of_levels AS
SELECT unnest(inputs) AS figure_id, level_id, len(inputs) AS figures_of_level, period_start, period_end, unit
FROM levels
WHERE basis = 'stated';

CREATE MACRO role_in_change(level_id, level_end, base_end) AS CASE
    WHEN level_id IS NULL THEN 'stated'
    WHEN level_end <= base_end THEN 'base'
    ELSE 'final' END;

CREATE MACRO role_in_level(level_id, level_start, level_end, unit, period_start, period_end) AS CASE
    WHEN level_id IS NULL THEN 'change'
    WHEN level_start = period_start AND level_end = period_end THEN CASE unit WHEN 'percent' THEN 'share' ELSE 'whole' END
    WHEN level_end < period_end THEN 'base'
    ELSE 'final' END;

CREATE TABLE steps_by_figure AS
WITH inputs_of_changes AS (
    SELECT change_id AS output_id, base_end, formula, unnest(inputs) AS figure_id FROM changes
), inputs_of_implied_levels AS (
    SELECT level_id AS output_id, period_start, period_end, formula, unnest(inputs) AS figure_id
    FROM levels
    WHERE basis = 'implied'
)
SELECT 'changes' AS output_table, output_id, formula, figure_id, level_id, figures_of_level,
    role_in_change(level_id, period_end, base_end) AS role
FROM inputs_of_changes
LEFT JOIN statements_of_levels USING (figure_id)
UNION ALL
SELECT 'levels', output_id, formula, figure_id, level_id, figures_of_level,
    role_in_level(level_id, said.period_start, said.period_end, said.unit, implied.period_start, implied.period_end)
FROM inputs_of_implied_levels AS implied
LEFT JOIN statements_of_levels AS said USING (figure_id);

-- Most levels are said by one figure; what is said by several is the few that have to be counted.
CREATE VIEW steps_to_levels_or_figures AS
WITH by_level AS (
    SELECT output_table, output_id, formula, role, level_id, list(figure_id ORDER BY figure_id) AS figure_ids,
        count(*) = any_value(figures_of_level) AS is_whole_level
    FROM steps_by_figure
    WHERE figures_of_level > 1
    GROUP BY ALL
)
SELECT output_table, output_id, formula, role,
    CASE WHEN level_id IS NULL THEN 'figures' ELSE 'levels' END AS input_table, coalesce(level_id, figure_id) AS input_id
FROM steps_by_figure
WHERE level_id IS NULL OR figures_of_level = 1
UNION ALL
SELECT output_table, output_id, formula, role, 'levels', level_id
FROM by_level
WHERE is_whole_level
UNION ALL
SELECT output_table, output_id, formula, role, 'figures', unnest(figure_ids)
FROM by_level
WHERE NOT is_whole_level;

CREATE VIEW steps_to_sides AS
WITH contradicting_rows AS (
    SELECT conflict_id, 'levels' AS input_table, level_id AS input_id, inputs FROM levels
    UNION ALL
    SELECT conflict_id, 'changes', change_id, inputs FROM changes
    ANTI JOIN (SELECT conflict_id FROM levels) AS of_levels USING (conflict_id)
), sides AS (
    SELECT contradicting_rows.*
    FROM contradicting_rows
    JOIN conflicts USING (conflict_id)
    WHERE kind = 'disjoint'
), figures_of_sides AS (
    SELECT DISTINCT conflict_id, unnest(inputs) AS figure_id FROM sides
), figures_of_conflicts AS (
    SELECT conflict_id, unnest(figure_ids) AS figure_id FROM conflicts
)
SELECT 'conflicts' AS output_table, conflict_id AS output_id, NULL::VARCHAR AS formula, 'side' AS role,
    input_table, input_id
FROM sides
UNION ALL
SELECT 'conflicts', conflict_id, NULL, 'side', 'figures', figure_id
FROM figures_of_conflicts
ANTI JOIN figures_of_sides USING (conflict_id, figure_id);

CREATE VIEW derived_derivations AS
WITH steps_in_turn AS (
    FROM steps_to_levels_or_figures UNION ALL BY NAME FROM steps_to_sides
)
SELECT *, row_number() OVER (
    PARTITION BY output_id
    ORDER BY list_position(['base', 'final', 'whole', 'share', 'change', 'stated', 'side'], role), input_id) AS position
FROM steps_in_turn
UNION ALL BY NAME
SELECT 'levels' AS output_table, level_id AS output_id, formula, 'stated' AS role, 'figures' AS input_table,
    unnest(inputs) AS input_id, generate_subscripts(inputs, 1) AS position
FROM levels
WHERE basis = 'stated';
