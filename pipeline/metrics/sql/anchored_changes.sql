-- Anchored changes: stated changes with the levels that they start from and end in.
--
-- Purpose   "Fell by more than half to 7.5 billion" is a change and its final level; "from 9 to 5 million, a
--           drop of 44 per cent" has both. The anchors give the difference or the per cent that is not stated, and
--           the level that is not.
-- Inputs    change_statements, article_levels of the same article.
-- Rules     1. An anchor is of the change's topic and has its period (see periods.sql). Real growth has no nominal
--              anchors: they are of another topic.
--           2. Per cent changes anchor in any unit but that of rates, points in rates, a difference in its own unit,
--              whose "per ..." may be left out ("up 40 yuan", of a price in CNY/tonne).
--           3. The final level has the change's standing; the base is observed, or has it too.
--           4. Of several units, the one that anchors both ends, then the final one, and the first that was written.
-- Result    anchors: the article's own levels, described. anchored_changes: change_statements with `base` and `final`,
--           rows of anchors, null where the article does not give them, and `anchor_unit`.

CREATE MACRO unit_anchors(measure, change_unit, level_unit) AS CASE measure
    WHEN 'percent' THEN NOT moves_in_points(level_unit)
    WHEN 'points' THEN moves_in_points(level_unit)
    ELSE split_part(level_unit, '/', 1) = split_part(change_unit, '/', 1) END;

-- Only articles that say a change: most levels stand without one.
CREATE TABLE anchors AS
SELECT level, article, topic, series, unit, label, period_start, period_end, modality, standing, price_basis, restating,
    variant, inputs, extent, grounded(extent, can_be_negative) AS grounded
FROM article_levels
SEMI JOIN change_statements USING (article, topic)
JOIN series USING (series, topic)
JOIN topics USING (topic);

CREATE TABLE anchored_changes AS
WITH ends AS (
    SELECT figure_id, article, topic, measure, unit, belongs_to_period,
        'final' AS role, period_start, period_end, standing, [standing] AS standings
    FROM change_statements
    WHERE NOT ambiguous
    UNION ALL
    SELECT figure_id, article, topic, measure, unit, belongs_to_period,
        'base' AS role, base_start, base_end, 'observed' AS standing, ['observed', standing] AS standings
    FROM change_statements
    WHERE NOT ambiguous
), candidates AS (
    SELECT ends.figure_id, ends.role, level.level, level.unit, level.restating,
        -- The closest first: the very period, the very standing, the latest day, the first variant.
        {'other_period': level.period_start <> ends.period_start,
         'other_standing': level.standing <> ends.standing,
         'days_back': -epoch(level.period_end),
         'variant': level.variant,
         'inputs': level.inputs} AS distance
    FROM ends
    JOIN anchors AS level USING (article, topic)
    WHERE unit_anchors(ends.measure, ends.unit, level.unit)
        AND list_contains(ends.standings, level.standing)
        AND measures_period(level.period_start, level.period_end, ends.period_start, ends.period_end,
                            ends.belongs_to_period)
), closest AS (
    SELECT figure_id, unit AS anchor_unit, bool_and(restating) AS restating,
        arg_min(level, distance) FILTER (WHERE role = 'base') AS base_level,
        arg_min(level, distance) FILTER (WHERE role = 'final') AS final_level
    FROM candidates
    GROUP BY figure_id, unit
), chosen AS (
    FROM closest
    QUALIFY row_number() OVER (PARTITION BY figure_id ORDER BY
        base_level IS NULL OR final_level IS NULL, final_level IS NULL, restating, anchor_unit) = 1
)
SELECT change_statements.*, chosen.anchor_unit,
    CASE WHEN base_level IS NOT NULL THEN base END AS base,
    CASE WHEN final_level IS NOT NULL THEN final END AS final
FROM change_statements
LEFT JOIN chosen USING (figure_id)
LEFT JOIN anchors AS base ON base.level = chosen.base_level
LEFT JOIN anchors AS final ON final.level = chosen.final_level;
