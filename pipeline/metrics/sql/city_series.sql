-- City series: what is known of each city, year by year.
--
-- Purpose   The view `city_series`: one number a city, indicator and year, to be read down or drawn as a line.
-- Inputs    levels, figures, places, indicators.
-- Rules     1. Cities with their organisations and facilities (`subject`). Facts and estimates; no plans, no capacities.
--           2. A flow, and a growth rate, is that of twelve months, and stands in the year in which these end. A stock,
--              ratio or index is that of its year, else of the latest day, month or quarter of it that is known.
--           3. Totals over years, and gaps to another place, are no series of a city.
--           4. A stated level goes before an implied one, a fact before an estimate, a narrow one before a wide one.
--              Another level of the same period has a row of its own only if it contradicts the first.
-- Result    city_series.

CREATE VIEW city_series AS
WITH observed AS (
    SELECT levels.*,
        indicators.comparable_periods = 'alike' AS belongs_to_period,
        levels.price_basis IS NOT DISTINCT FROM 'real' AS is_real,
        levels.period_end - levels.period_start BETWEEN 364 AND 365 AS is_of_a_year
    FROM levels
    JOIN places USING (place_id)
    JOIN indicators ON indicators.indicator_id = levels.indicator
    -- All figures of a level are compared with the same.
    JOIN figures ON figures.figure_id = levels.inputs[1]
    WHERE places.kind = 'city' AND levels.modality IN ('actual', 'estimate') AND figures.compared_with IS NULL
        AND levels.aggregation IS DISTINCT FROM 'cumulative' AND coalesce(indicators.family, '') <> 'cumulative'
), dated AS (
    SELECT *, year(period_end) AS year
    FROM observed
    WHERE is_of_a_year OR (NOT belongs_to_period AND period_end - period_start < 364)
), ranked AS (
    SELECT *,
        row_number() OVER best_first AS choice,
        first_value({'start': period_start, 'end': period_end, 'low': low, 'high': high}) OVER best_first AS best
    FROM dated
    WINDOW best_first AS (
        PARTITION BY place_id, subject, indicator, unit, is_real, year
        ORDER BY is_of_a_year DESC, period_end DESC, period_start, basis = 'implied', modality = 'estimate',
            high - low NULLS LAST, level_id)
)
SELECT place, subject, indicator, unit, year, value, low, high, basis, articles AS sources,
    place_id, price_basis, modality, period_start, period_end, level_id, conflict_id
FROM ranked
WHERE choice = 1
    OR (period_start = best.start AND period_end = best.end
        AND (coalesce(low > best.high, false) OR coalesce(high < best.low, false)))
ORDER BY place, indicator, subject, year, level_id;
