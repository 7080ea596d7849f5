-- Levels: what an indicator was, in a place, in a period.
--
-- Purpose   The release's table `levels`: stated ones of all articles together, and those that changes imply.
-- Inputs    stated_levels, anchored_changes, share_statements.
-- Rules     1. A change and one of its ends imply the other, where the article does not state it:
--                per cent     base = final ÷ (1 + change),  final = base × (1 + change)
--                difference   base = final − change,        final = base + change     (points too)
--              A per cent and a difference of one change imply its base: 100 × difference ÷ per cent.
--              A share and its whole imply the part: whole × share ÷ 100 (see shares.sql).
--           2. Real growth implies no nominal level (its anchors would be of another topic), growth rates none.
--           3. An implied level has the standing of its change. It is never merged with a stated one: `basis` tells
--              which is which, and where they lie apart it is a conflict.
-- Result    level_rows: the table's columns but conflict_id, with `topic`, `series`, its key, `label`, `standing` and
--           `contested`: whether another row speaks of the same series, period and standing.

-- Materialized, so that the arithmetic is not planned once more for each column and filter that uses it.
CREATE TABLE implied_statements AS
WITH from_anchors AS MATERIALIZED (
    SELECT *, 'base' AS implied_end, base_start AS implied_start, base_end AS implied_last, final AS anchor,
        CASE measure WHEN 'percent' THEN base_from_percent(final.extent, extent)
            ELSE base_from_difference(final.extent, extent) END AS implied,
        CASE measure WHEN 'percent' THEN ' ÷ (1 + its change since ' ELSE ' − (its change since ' END AS operation
    FROM anchored_changes
    WHERE final IS NOT NULL AND base IS NULL AND base_end IS NOT NULL
    UNION ALL
    SELECT *, 'final' AS implied_end, period_start AS implied_start, period_end AS implied_last, base AS anchor,
        CASE measure WHEN 'percent' THEN final_from_percent(base.extent, extent)
            ELSE final_from_difference(base.extent, extent) END AS implied,
        CASE measure WHEN 'percent' THEN ' × (1 + its change to ' ELSE ' + (its change to ' END AS operation
    FROM anchored_changes
    WHERE base IS NOT NULL AND final IS NULL AND period_end IS NOT NULL
), from_both AS MATERIALIZED (
    SELECT moved.*, parted.figure_id AS percent_id, base_from_both(moved.extent, parted.extent) AS implied
    FROM anchored_changes AS moved
    JOIN anchored_changes AS parted
        USING (article, topic, base_start, base_end, period_start, period_end, modality)
    WHERE moved.measure = 'difference' AND parted.measure = 'percent' AND NOT parted.ambiguous
        AND moved.base IS NULL AND moved.final IS NULL AND parted.base IS NULL AND parted.final IS NULL
)
SELECT 0 AS source, figure_id AS statement_id, anchor.series AS series, topic,
    implied_start AS period_start, implied_last AS period_end,
    CASE WHEN standing = 'observed' AND anchor.modality = 'estimate' THEN anchor.modality ELSE modality END AS modality,
    standing, NULL::aggregation AS aggregation, anchor.price_basis AS price_basis, false AS restating, implied AS extent,
    list_append(anchor.inputs, figure_id) AS figure_ids,
    label || ' ' || period_label(anchor.period_start, anchor.period_end) || operation
        || CASE implied_end WHEN 'base' THEN period_label(base_start, base_end)
            ELSE period_label(period_start, period_end) END || ')' AS formula
FROM from_anchors
WHERE isfinite(implied.low) OR isfinite(implied.high)
UNION ALL
SELECT 0, figure_id, series, topic, base_start, base_end, modality,
    standing, NULL, price_basis, false, implied, [figure_id, percent_id],
    '100 × difference ÷ per cent, of the change of ' || label || ' from ' || period_label(base_start, base_end)
        || ' to ' || period_label(period_start, period_end)
FROM from_both
WHERE base_end IS NOT NULL AND (isfinite(implied.low) OR isfinite(implied.high));

INSERT INTO implied_statements BY NAME FROM share_statements;

CREATE TABLE implied_levels AS FROM agreed_levels('implied_statements');

CREATE VIEW all_levels AS
SELECT *, 'stated' AS basis FROM stated_levels
UNION ALL BY NAME
SELECT *, 'implied' AS basis FROM implied_levels;

CREATE TABLE contested_cells AS
SELECT series, period_start, period_end, standing, true AS contested
FROM all_levels
GROUP BY ALL
HAVING count(*) > 1;

CREATE VIEW level_rows AS
SELECT
    'lv_' || left(md5(concat_ws(chr(31), series_key, period_start, period_end, modality::VARCHAR, basis,
        -- Only where one thing has several levels does what they rest on tell them apart.
        CASE WHEN variant > 1 THEN array_to_string(inputs, '|') ELSE '' END)), 12) AS level_id,
    place_id, place, subject, indicator, unit, period_start, period_end,
    published(extent.value) AS value, published(extent.low) AS low, published(extent.high) AS high,
    basis, formula, inputs, articles_of(inputs) AS articles,
    price_basis::VARCHAR AS price_basis, aggregation::VARCHAR AS aggregation, modality::VARCHAR AS modality,
    topic, series, series_key, standing::VARCHAR AS standing, label, coalesce(contested, false) AS contested
FROM all_levels
JOIN series USING (series, topic)
JOIN topics USING (topic)
LEFT JOIN contested_cells USING (series, period_start, period_end, standing);
