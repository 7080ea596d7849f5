-- Level pairs: which two levels of a series a change is computed from.
--
-- Purpose   The base and the final level of every derived change, and of those that are refused.
-- Inputs    stated_levels, article_levels, topics, series. Implied levels make no pairs: that would publish the change
--           that they come from twice.
-- Rules     1. A line is what can be compared: a series of one standing; where the vocabulary has it so
--              (indicators.comparable_periods), of one shape of period (see periods.sql).
--           2. Each level is paired with the latest of its line that had ended before it began, and the last with
--              the first. A forecast or target is paired with the latest observed level, never with another plan.
--           3. Pairs are made within each article, and along the series of all articles where no article has both
--              ends: one source measures one thing in one way, and its own change stays its own.
--           4. A level with no predecessor in its line, but one of the same matter, gets a pair that is refused, with
--              the reason: another unit, a total against a yearly value, real against nominal, unlike periods.
-- Result    level_pairs: source (the article's number, 0 for all together), topic, series, and of both ends the period,
--           modality, price basis, extent, inputs and, within an article, number; why_not (null where they can be compared).

-- 0 where any shape goes.
CREATE MACRO shape_of_line(source, comparable_periods, first_day, last_day) AS
    CASE WHEN comparable_periods = 'alike' OR (source = 0 AND comparable_periods = 'alike_between_articles')
        THEN period_shape(first_day, last_day) ELSE 0 END;

-- Each level with the days of its line that it is to be compared with: the latest that had ended before it began, and,
-- for the last of the line, the first. In days since 1970.
CREATE TABLE lined_levels AS
WITH levels AS (
    SELECT 0 AS source, NULL::BIGINT AS level, * FROM stated_levels
    UNION ALL BY NAME
    SELECT article AS source, level, * EXCLUDE (article, level) FROM article_levels
), shaped AS (
    SELECT source, level, levels.topic, series, period_start, period_end, modality, price_basis, restating, extent, inputs,
        shape_of_line(source, comparable_periods, period_start, period_end) AS line_shape,
        standing = 'capacity' AS is_capacity, standing IN ('observed', 'capacity') AS can_be_base,
        standing = 'observed' AS is_observed,
        period_end - DATE '1970-01-01' AS day, period_end - period_start + 1 AS days
    FROM levels
    JOIN topics ON topics.topic = levels.topic
), along_the_line AS (
    SELECT *,
        max(day) FILTER (WHERE can_be_base) OVER (line ORDER BY day
            RANGE BETWEEN UNBOUNDED PRECEDING AND days PRECEDING) AS day_before,
        min(day) FILTER (WHERE can_be_base) OVER line AS first_day,
        max(day) FILTER (WHERE can_be_base) OVER line AS last_day,
        coalesce(lag(day) OVER (line ORDER BY day) = day, false) OR coalesce(lead(day) OVER (line ORDER BY day) = day, false)
            AS has_twin
    FROM shaped
    WINDOW line AS (PARTITION BY series, source, line_shape, is_capacity)
)
SELECT * EXCLUDE (first_day, last_day, days),
    CASE WHEN can_be_base AND day = last_day AND first_day <> day_before THEN first_day END AS day_of_first
FROM along_the_line;

CREATE VIEW paired_levels AS
WITH finals AS (
    SELECT *, rowid AS final_row, day_before AS base_day FROM lined_levels WHERE day_before IS NOT NULL
    UNION ALL
    SELECT *, rowid, day_of_first FROM lined_levels WHERE day_of_first IS NOT NULL
)
SELECT final.source, final.topic, final.series, final_row, base_day,
    base.level AS base_level, base.period_start AS base_start, base.period_end AS base_end,
    base.modality AS base_modality, base.price_basis AS base_price_basis, base.extent AS base_extent,
    base.inputs AS base_inputs, base.has_twin AS base_has_twin,
    final.level, final.period_start, final.period_end, final.modality, final.price_basis, final.extent, final.inputs
FROM finals AS final
JOIN lined_levels AS base
    ON base.series = final.series AND base.day = final.base_day AND base.source = final.source
    AND base.line_shape = final.line_shape AND base.is_capacity = final.is_capacity
WHERE base.can_be_base;

-- Where a day and a year end together, the one with the final level's shape is the base.
CREATE VIEW closest_pairs AS
FROM paired_levels WHERE NOT base_has_twin
UNION ALL
FROM (
    FROM paired_levels
    WHERE base_has_twin
    QUALIFY rank() OVER (PARTITION BY final_row, base_day
        ORDER BY period_shape(base_start, base_end) <> period_shape(period_start, period_end), base_start DESC) = 1
);

CREATE TABLE pairs_of_articles AS FROM closest_pairs WHERE source <> 0;

-- ---------------------------------------------------------------- refusals

CREATE TABLE mixed_matters AS
WITH lines AS (
    SELECT DISTINCT topic, series, line_shape FROM lined_levels WHERE source = 0
)
SELECT matter FROM lines JOIN topics USING (topic) GROUP BY matter HAVING count(*) > 1;

CREATE TABLE refused_pairs AS
WITH of_mixed_matters AS (
    SELECT lined_levels.*, matter, unit, cumulative, is_real, belongs_to_period
    FROM lined_levels
    JOIN topics USING (topic)
    JOIN series USING (series)
    SEMI JOIN mixed_matters USING (matter)
    WHERE source = 0
), unpaired AS (
    SELECT *, row_number() OVER () AS number
    FROM of_mixed_matters AS level
    -- What has a predecessor in its own article, or in the series of all, needs no refusal.
    ANTI JOIN pairs_of_articles USING (series, period_start, period_end, modality)
    WHERE is_observed AND NOT restating AND day_before IS NULL
), matter_days AS (
    SELECT DISTINCT matter, is_capacity, day FROM of_mixed_matters WHERE can_be_base
), predecessors AS (
    SELECT unpaired.*, matter_days.day AS base_day
    FROM unpaired
    ASOF JOIN matter_days ON matter_days.matter = unpaired.matter AND matter_days.is_capacity = unpaired.is_capacity
        AND matter_days.day <= unpaired.day - (unpaired.period_end - unpaired.period_start + 1)
)
SELECT 0 AS source, final.topic, final.series, NULL::BIGINT AS base_level,
    base.period_start AS base_start, base.period_end AS base_end, base.modality AS base_modality,
    base.price_basis AS base_price_basis, base.extent AS base_extent, base.inputs AS base_inputs,
    NULL::BIGINT AS level, final.period_start, final.period_end, final.modality, final.price_basis, final.extent, final.inputs,
    CASE
        WHEN final.unit <> base.unit THEN 'one end is in ' || base.unit || ', the other in ' || final.unit
        WHEN final.cumulative <> base.cumulative THEN 'one end is cumulative, the other of one period'
        WHEN final.is_real <> base.is_real THEN 'one end is real, the other nominal'
        ELSE 'periods of different length or season' || CASE WHEN final.belongs_to_period THEN ''
            ELSE ', of different articles' END || ': ' || period_label(base.period_start, base.period_end) || ' and '
            || period_label(final.period_start, final.period_end) END AS why_not
FROM predecessors AS final
JOIN of_mixed_matters AS base
    ON base.matter = final.matter AND base.is_capacity = final.is_capacity AND base.day = final.base_day AND base.can_be_base
QUALIFY row_number() OVER (PARTITION BY final.number
    ORDER BY base.topic <> final.topic, base.unit <> final.unit, base.inputs) = 1;

-- ---------------------------------------------------------------- all

CREATE VIEW level_pairs AS
SELECT * EXCLUDE (final_row, base_day, base_has_twin), NULL::VARCHAR AS why_not FROM pairs_of_articles
UNION ALL
SELECT * EXCLUDE (final_row, base_day, base_has_twin), NULL
FROM closest_pairs
ANTI JOIN pairs_of_articles AS own
    USING (series, modality, period_start, period_end, base_start, base_end)
WHERE source = 0
UNION ALL
FROM refused_pairs;
