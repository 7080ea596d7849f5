-- Changes: how an indicator moved between two periods.
--
-- Purpose   The release's table `changes`: what articles state, and what follows from two levels.
-- Inputs    stated_changes, level_pairs.
-- Rules     1. Rates and shares move in percentage points, all else in per cent and in its unit.
--           2. A pair of levels is a derived change, unless a stated change already speaks of these two levels.
--           3. Observed with observed is a fact, or an estimate if either end is; a plan's change has its modality.
--           4. The yearly rate compounds to the change. Less than a year is not annualised.
--           5. What an analyst would not compare is a row without numbers that says why.
-- Result    change_rows: the table's columns but conflict_id, with `topic`, its key, a number (`movement`), `label`, `nature` and `contested`:
--           whether another row speaks of the same topic, modality, base and later period.

CREATE MACRO text_of(day) AS coalesce(day::VARCHAR, '');

CREATE TABLE movements AS
WITH derived AS (
    SELECT source, topic, series, base_start, base_end, period_start, period_end,
        CASE WHEN modality = 'actual' AND base_modality = 'estimate' THEN base_modality ELSE modality END AS modality,
        coalesce(price_basis, base_price_basis) AS price_basis,
        base_extent, grounded(base_extent, can_be_negative) AS grounded_base, extent,
        inputs_of_both(base_inputs, inputs) AS inputs, why_not, NULL::VARCHAR AS formula
    FROM level_pairs
    JOIN (SELECT topic, can_be_negative FROM topics) AS topics USING (topic)
    ANTI JOIN stated_changes AS spoken_of
        ON spoken_of.base.level = level_pairs.base_level AND spoken_of.final.level = level_pairs.level
    UNION ALL BY NAME
    -- Levels that contradict a stated change, under the very periods of that change.
    SELECT article AS source, topic, final.series AS series, base_start, base_end, period_start, period_end, modality,
        price_basis, base.extent AS base_extent, base.grounded AS grounded_base, final.extent AS extent,
        inputs_of_both(base.inputs, final.inputs) AS inputs, NULL::VARCHAR AS why_not,
        formula_between(name_of(base), name_of(final), final.unit) AS formula
    FROM stated_changes
    WHERE has_levels AND NOT levels_agree
)
SELECT source, topic, unit, base_start, base_end, period_start, period_end, modality, price_basis,
    'derived' AS basis,
    CASE WHEN why_not IS NULL THEN pct_between(grounded_base, extent, unit) END AS pct,
    CASE WHEN why_not IS NULL THEN points_between(base_extent, extent, unit) END AS points,
    CASE WHEN why_not IS NULL THEN difference_between(base_extent, extent, unit) END AS difference,
    formula, inputs, why_not
FROM derived
JOIN (SELECT series, unit FROM series) AS series USING (series)
UNION ALL BY NAME
SELECT article AS source, topic, unit, base_start, base_end, period_start, period_end, modality, price_basis,
    'stated' AS basis, pct, points, difference, formula, inputs,
    CASE WHEN ambiguous THEN 'a rate that moved by per cent: of itself, or points, is not said' END AS why_not
FROM stated_changes;

CREATE TABLE contested_movements AS
WITH things AS (
    SELECT topic, modality, base_start, base_end, period_start, period_end
    FROM movements
    GROUP BY ALL
    HAVING count(*) > 1
)
SELECT movements.rowid AS movement,
    row_number() OVER (
        PARTITION BY source, movements.topic, unit, movements.base_start, movements.base_end, movements.period_start,
            movements.period_end, movements.modality, basis
        ORDER BY inputs) AS variant
FROM movements
JOIN things ON things.topic = movements.topic AND things.modality = movements.modality
    -- Of an undated change all may be open.
    AND things.base_start IS NOT DISTINCT FROM movements.base_start
    AND things.base_end IS NOT DISTINCT FROM movements.base_end
    AND things.period_start IS NOT DISTINCT FROM movements.period_start
    AND things.period_end IS NOT DISTINCT FROM movements.period_end;

CREATE VIEW change_rows AS
WITH described AS (
    SELECT movements.* EXCLUDE (source), movements.rowid AS movement, topics.* EXCLUDE (topic), coalesce(article_id, '*') AS source, variant,
        years_between(base_start, base_end, period_start, period_end, nature = 'stock') AS years
    FROM movements
    JOIN topics ON topics.topic = movements.topic
    LEFT JOIN live_articles ON article = source
    LEFT JOIN contested_movements ON contested_movements.movement = movements.rowid
), annualised AS (
    SELECT *, CASE WHEN years = 1 THEN pct WHEN years > 1 THEN annual_rate(pct, years) END AS annual_pct FROM described
)
SELECT
    'ch_' || left(md5(concat_ws(chr(31), source, topic_key, unit, text_of(base_start), text_of(base_end),
        text_of(period_start), text_of(period_end), modality::VARCHAR, basis,
        -- Only where one thing has several rows does what they rest on tell them apart.
        CASE WHEN variant > 1 THEN array_to_string(inputs, '|') ELSE '' END)), 12) AS change_id,
    place_id, place, subject, indicator, unit, base_start, base_end, period_start, period_end, years,
    published(pct.value) AS pct, published(pct.low) AS pct_low, published(pct.high) AS pct_high,
    published(points.value) AS points, published(points.low) AS points_low, published(points.high) AS points_high,
    published(difference.value) AS difference,
    published(difference.low) AS difference_low, published(difference.high) AS difference_high,
    published(annual_pct.value) AS annual_pct,
    published(annual_pct.low) AS annual_pct_low, published(annual_pct.high) AS annual_pct_high,
    basis,
    CASE WHEN basis = 'derived' AND formula IS NULL
        THEN formula_between(
            level_name(label, base_start, base_end), level_name(label, period_start, period_end), unit)
        ELSE formula END AS formula,
    inputs, articles_of(inputs) AS articles, price_basis::VARCHAR AS price_basis, modality::VARCHAR AS modality,
    why_not IS NULL AS comparable, why_not,
    topic, topic_key, movement, label, nature, variant IS NOT NULL AS contested
FROM annualised;

-- What only led here makes room: where there are millions, it would be put on disk and fetched again.
DROP VIEW level_pairs;
DROP VIEW closest_pairs;
DROP VIEW paired_levels;
DROP TABLE lined_levels;
DROP TABLE article_levels;
DROP TABLE change_claims;
DROP TABLE said_changes;
DROP TABLE anchored_changes;
