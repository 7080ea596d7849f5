-- Changes: how an indicator moved between two periods.
--
-- Purpose   The release's table `changes`: what articles state, and what follows from two levels.
-- Inputs    stated_changes, level_pairs.
-- Rules     1. Rates and shares move in percentage points, all else in per cent and in its unit.
--           2. A pair of levels is a derived change, unless a stated change already speaks of these two levels.
--           3. Observed with observed is a fact, or an estimate if either end is; a plan's change has its modality.
--           4. The yearly rate compounds to the change. Less than a year is not annualised.
--           5. What an analyst would not compare is a row without numbers that says why.
-- Result    change_rows: the table's columns but conflict_id, with `topic`, its key, `label`, `nature` and `contested`:
--           whether another row speaks of the same topic, modality, base and later period.

CREATE TABLE change_rows AS
WITH derived AS (
    SELECT final.source, final.topic, final.place_id, final.place, final.subject, final.indicator,
        final.label, final.nature,
        final.unit, base.period_start AS base_start, base.period_end AS base_end,
        final.period_start, final.period_end,
        CASE WHEN final.standing = 'observed' AND 'estimate' IN (base.modality, final.modality) THEN 'estimate'
            ELSE final.modality END AS modality,
        coalesce(final.price_basis, base.price_basis) AS price_basis,
        base, final, why_not
    FROM level_pairs
    ANTI JOIN stated_changes AS spoken_of
        ON spoken_of.base.level_key = level_pairs.base.level_key AND spoken_of.final.level_key = level_pairs.final.level_key
    UNION ALL BY NAME
    -- Levels that contradict a stated change, under the very periods of that change.
    SELECT article_id AS source, topic, place_id, place, subject, indicator, label, nature, final.unit AS unit,
        base_start, base_end, period_start, period_end, modality, price_basis, base, final, NULL::VARCHAR AS why_not
    FROM stated_changes
    WHERE has_levels AND NOT levels_agree
), movements AS (
    SELECT * EXCLUDE (base, final, why_not), why_not,
        CASE WHEN why_not IS NULL THEN pct_between(base, final) END AS pct,
        CASE WHEN why_not IS NULL THEN points_between(base, final) END AS points,
        CASE WHEN why_not IS NULL THEN difference_between(base, final) END AS difference,
        'derived' AS basis,
        formula_between(base, final) AS formula,
        list_sort(list_distinct(base.inputs || final.inputs)) AS inputs
    FROM derived
    UNION ALL BY NAME
    SELECT article_id AS source, topic, place_id, place, subject, indicator, label, nature, unit,
        base_start, base_end, period_start, period_end, modality, price_basis,
        CASE WHEN ambiguous THEN 'a rate that moved by per cent: of itself, or points, is not said' END AS why_not,
        pct, points, difference, 'stated' AS basis, formula, inputs
    FROM stated_changes
), dated AS (
    SELECT *,
        years_between(base_start, base_end, period_start, period_end, nature = 'stock') AS years
    FROM movements
), measured AS (
    SELECT *,
        CASE WHEN years = 1 THEN pct WHEN years > 1 THEN annual_rate(pct, years) END AS annual_pct,
        row_number() OVER (
            PARTITION BY source, topic, unit, base_start, base_end, period_start, period_end, modality, basis
            ORDER BY inputs) AS variant
    FROM dated
)
SELECT
    'ch_' || left(key_of([source, topic, unit, base_start::VARCHAR, base_end::VARCHAR,
        period_start::VARCHAR, period_end::VARCHAR, modality, basis,
        -- Only where one thing has several rows does what they rest on tell them apart.
        CASE WHEN variant > 1 THEN array_to_string(inputs, '|') END]), 12) AS change_id,
    place_id, place, subject, indicator, unit, base_start, base_end, period_start, period_end, years,
    published(pct.value) AS pct, published(pct.low) AS pct_low, published(pct.high) AS pct_high,
    published(points.value) AS points, published(points.low) AS points_low, published(points.high) AS points_high,
    published(difference.value) AS difference,
    published(difference.low) AS difference_low, published(difference.high) AS difference_high,
    published(annual_pct.value) AS annual_pct,
    published(annual_pct.low) AS annual_pct_low, published(annual_pct.high) AS annual_pct_high,
    basis, formula, inputs, articles_of(inputs) AS articles, price_basis, modality,
    why_not IS NULL AS comparable, why_not,
    topic, topic AS topic_key, label, nature,
    count(*) OVER (PARTITION BY topic, modality, base_start, base_end, period_start, period_end) > 1 AS contested
FROM measured;
