-- Stated changes: what an article says of one change, in one row.
--
-- Purpose   "11 million people, roughly 10 per cent" is one change said twice; "from 9 to 5 million, a drop of 44 per
--           cent" three times. Each way of saying it narrows the interval.
-- Inputs    anchored_changes.
-- Rules     1. One change: one article, topic, modality, base period and later period. Another article's statement
--              of it is another row: each source can be traced, corrected and taken back alone.
--           2. A per cent with one end of the change gives the difference, a difference with one end the per cent.
--           3. Statements that can all hold are one row with the intersection, else each is a row.
--           4. Where the article gives both levels, the change between them joins the row if it agrees with it. If
--              not, it is a derived row of its own, and the two are a conflict.
--           5. A side that the words leave open stays open, whatever the direction suggests.
-- Result    stated_changes, with `base` and `final`, the levels whose change each row speaks of, and `levels_agree`.

CREATE MACRO level_name(label, first_day, last_day) AS label || ' ' || period_label(first_day, last_day);
CREATE MACRO name_of(level) AS level_name(level.label, level.period_start, level.period_end);

-- The change between two levels, in the measures that their unit moves in.
CREATE MACRO pct_between(grounded_base, final, unit) AS CASE WHEN NOT moves_in_points(unit)
    THEN percent_change(grounded_base, final) END;
CREATE MACRO points_between(base, final, unit) AS CASE WHEN moves_in_points(unit) THEN minus(final, base) END;
CREATE MACRO difference_between(base, final, unit) AS CASE WHEN NOT moves_in_points(unit) THEN minus(final, base) END;
CREATE MACRO formula_between(base_name, final_name, unit) AS CASE WHEN moves_in_points(unit)
    THEN final_name || ' − ' || base_name
    ELSE '100 × (' || final_name || ' ÷ ' || base_name || ' − 1)' END;

-- What both know; where one knows nothing, what the other does.
CREATE MACRO joined(x, y) AS CASE WHEN x IS NULL THEN y WHEN y IS NULL THEN x ELSE intersection(x, y) END;

CREATE TABLE change_claims AS
SELECT *,
    CASE WHEN ambiguous THEN NULL WHEN measure = 'percent' THEN extent
        WHEN measure = 'difference' AND final IS NOT NULL
            THEN percent_from_final(final.grounded, extent)
        WHEN measure = 'difference' THEN percent_from_base(base.grounded, extent) END AS pct,
    CASE WHEN measure = 'points' THEN extent END AS points,
    CASE WHEN measure = 'difference' THEN extent
        WHEN measure = 'percent' AND final IS NOT NULL THEN difference_from_final(final.extent, extent)
        WHEN measure = 'percent' THEN difference_from_base(base.extent, extent) END AS difference,
    CASE
        WHEN measure = 'percent' AND final IS NOT NULL
            THEN 'difference: ' || name_of(final) || ' × per cent ÷ (100 + per cent)'
        WHEN measure = 'percent' AND base IS NOT NULL THEN 'difference: ' || name_of(base) || ' × per cent ÷ 100'
        WHEN measure = 'difference' AND final IS NOT NULL
            THEN 'per cent: 100 × difference ÷ (' || name_of(final) || ' − difference)'
        WHEN measure = 'difference' AND base IS NOT NULL THEN 'per cent: 100 × difference ÷ ' || name_of(base)
        END AS formula,
    list_append(CASE WHEN measure = 'points' THEN [] WHEN final IS NOT NULL THEN final.inputs
        WHEN base IS NOT NULL THEN base.inputs ELSE [] END, figure_id) AS inputs,
    coalesce(anchor_unit, CASE WHEN measure = 'difference' THEN unit END) AS level_unit
FROM anchored_changes;

CREATE TABLE said_changes AS
WITH judged AS (
    SELECT *,
        coalesce(max(pct.low) OVER one_change <= min(pct.high) OVER one_change, true)
        AND coalesce(max(points.low) OVER one_change <= min(points.high) OVER one_change, true)
        AND coalesce(max(difference.low) OVER one_change <= min(difference.high) OVER one_change, true)
        AND NOT bool_or(ambiguous) OVER one_change
        AND NOT (count(pct) OVER one_change > 0 AND count(points) OVER one_change > 0)
        AND coalesce(min(level_unit) OVER one_change = max(level_unit) OVER one_change, true) AS agreed
    FROM change_claims
    WINDOW one_change AS (
        PARTITION BY article, topic, modality, base_start, base_end, period_start, period_end)
)
SELECT article, topic, modality, base_start, base_end, period_start, period_end,
    min(price_basis) AS price_basis, bool_or(ambiguous) AS ambiguous,
    coalesce(min(level_unit), min(indicator_unit), min(unit)) AS unit,
    common_span(pct, figure_id) AS pct,
    common_span(points, figure_id) AS points,
    common_span(difference, figure_id) AS difference,
    string_agg(DISTINCT formula, '; ' ORDER BY formula) AS formula,
    list_sort(list_distinct(flatten(list(inputs)))) AS inputs,
    arg_min(base, figure_id) FILTER (WHERE base IS NOT NULL AND final IS NOT NULL) AS base,
    arg_min(final, figure_id) FILTER (WHERE base IS NOT NULL AND final IS NOT NULL) AS final
FROM judged
GROUP BY article, topic, modality, base_start, base_end, period_start, period_end,
    CASE WHEN NOT agreed THEN figure_id END;

CREATE TABLE stated_changes AS
WITH compared AS (
    SELECT *,
        pct_between(base.grounded, final.extent, final.unit) AS pct_of_levels,
        points_between(base.extent, final.extent, final.unit) AS points_of_levels,
        difference_between(base.extent, final.extent, final.unit) AS difference_of_levels,
        base IS NOT NULL AND final IS NOT NULL AS has_levels
    FROM said_changes
), judged AS (
    SELECT *,
        has_levels AND coalesce(overlap(pct, pct_of_levels), true) AND coalesce(overlap(points, points_of_levels), true)
            AND coalesce(overlap(difference, difference_of_levels), true) AS levels_agree
    FROM compared
)
SELECT * EXCLUDE (pct, points, difference, formula, inputs),
    CASE WHEN levels_agree THEN joined(pct, pct_of_levels) ELSE pct END AS pct,
    CASE WHEN levels_agree THEN joined(points, points_of_levels) ELSE points END AS points,
    CASE WHEN levels_agree THEN joined(difference, difference_of_levels) ELSE difference END AS difference,
    CASE WHEN levels_agree
        THEN 'what the statement and ' || formula_between(name_of(base), name_of(final), final.unit) || ' both allow'
        ELSE formula END AS formula,
    CASE WHEN levels_agree THEN list_sort(list_distinct(inputs || base.inputs || final.inputs)) ELSE inputs END AS inputs
FROM judged;
