-- Plausible jumps.
--
-- Purpose   A series that moves by a factor of ten from one level to the next shows a scale word misread ("billion" for
--           "million"), or two things under one name.
-- Inputs    levels, indicators.
-- Rules     1. A series is a place, a subject, an indicator and a unit, in facts and estimates of one price basis,
--              cumulative or not, for periods of one length. Where levels of one period lie apart, they are taken
--              together: what is certain of all of them.
--           2. Amounts, prices and index numbers jump; rates, shares and what can be below nought may do so any time.
--           3. A jump is certain if it is beyond ten at the near sides of both intervals, and counts as one only
--              within ten years. Counts below a hundred are too small to tell.
-- Result    implausible: one row a jump.

CREATE TABLE series_points AS
SELECT levels.place_id, levels.place, levels.subject, levels.indicator, levels.unit,
    levels.aggregation IS NOT DISTINCT FROM 'cumulative' AS cumulative, coalesce(levels.price_basis, '') AS price_basis,
    months_in(levels.period_start, levels.period_end) AS months,
    levels.period_start, levels.period_end,
    min(coalesce(levels.low, 0)) AS low, max(coalesce(levels.high, unlimited())) AS high,
    list(levels.level_id ORDER BY levels.level_id) AS ids
FROM levels
JOIN indicators ON indicators.indicator_id = levels.indicator
WHERE levels.modality IN ('actual', 'estimate') AND indicators.nature <> 'ratio' AND NOT indicators.signed
    AND indicators.family IS DISTINCT FROM 'rank' AND levels.unit NOT IN ('percent', 'percentage_point')
    AND levels.aggregation IS DISTINCT FROM 'average'
GROUP BY ALL;

CREATE VIEW implausible AS
WITH followed AS (
    SELECT *, lag(low) OVER series AS low_before, lag(high) OVER series AS high_before, lag(ids) OVER series AS ids_before,
        lag(period_start) OVER series AS start_before, lag(period_end) OVER series AS end_before
    FROM series_points
    WINDOW series AS (
        PARTITION BY place_id, place, subject, indicator, unit, cumulative, price_basis, months
        ORDER BY period_end)
)
SELECT place, subject, indicator, period_start, period_end,
    'From ' || bounds_in_words(low_before, high_before) || unit_in_words(unit) || ' in '
        || period_label(start_before, end_before) || ' to ' || bounds_in_words(low, high) || unit_in_words(unit) || ' in '
        || period_label(period_start, period_end) || ': ' || CASE WHEN low > high_before
            THEN 'at least ' || printf('%.3g', low / high_before) || ' times as much'
            ELSE 'at most ' || printf('%.3g', 100 * high / low_before) || ' per cent of it' END AS finding,
    ids_before || ids AS ids
FROM followed
WHERE (low > 10 * high_before OR low_before > 10 * high) AND low_before IS NOT NULL
    AND date_diff('month', end_before, period_end) <= 120
    AND (unit <> '1' OR greatest(low, low_before) >= 100);
