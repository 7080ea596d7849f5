-- Level pairs: which two levels of a series a change is computed from.
--
-- Purpose   The base and the final level of every derived change, and of those that are refused.
-- Inputs    stated_levels. Implied levels make no pairs: that would publish the change that they come from twice.
-- Rules     1. A line is what can be compared: a series of one standing; of what belongs to its period, one shape of
--              period (see periods.sql). A day against a year, of different articles, is comparable for stocks alone.
--           2. Each level is paired with the latest of its line that had ended before it began, and the last with
--              the first. A forecast or target is paired with the latest observed level, never with another plan.
--           3. Pairs are made within each article, and along the series of all articles where no article has both
--              ends: one source measures one thing in one way, and its own change stays its own.
--           4. A level with no predecessor in its line, but one of the same matter, gets a pair that is refused, with
--              the reason: another unit, a total against a yearly value, real against nominal, unlike periods.
-- Result    level_pairs: base and final (rows of stated_levels), why_not (null where they can be compared).

CREATE TABLE lined_levels AS
SELECT *, period_shape(period_start, period_end) AS shape,
    standing IN ('observed', 'capacity') AS can_be_base,
    key_of([source, series, (standing = 'capacity')::VARCHAR,
        CASE WHEN belongs_to_period OR (source = '*' AND nature <> 'stock')
            THEN period_shape(period_start, period_end) END]) AS line,
    key_of([source, matter, (standing = 'capacity')::VARCHAR]) AS wide_line
FROM stated_levels;

CREATE TABLE paired_levels AS
WITH line_days AS (
    SELECT DISTINCT line, period_end AS day FROM lined_levels WHERE can_be_base
), predecessors AS (
    SELECT final.level_key AS final_key, final.line, line_days.day
    FROM lined_levels AS final
    ASOF JOIN line_days ON line_days.line = final.line AND line_days.day < final.period_start
), ends_of_line AS (
    SELECT line, min(period_end) AS day, max(period_end) AS final_day
    FROM lined_levels
    WHERE standing IN ('observed', 'capacity')
    GROUP BY line
), first_to_last AS (
    SELECT final.level_key AS final_key, final.line, ends_of_line.day
    FROM ends_of_line
    JOIN lined_levels AS final ON final.line = ends_of_line.line AND final.period_end = ends_of_line.final_day
    WHERE final.can_be_base AND final.period_start > ends_of_line.day
), chosen AS (
    FROM predecessors UNION FROM first_to_last
)
SELECT chosen.final_key, base.level_key AS base_key
FROM chosen
JOIN lined_levels AS base ON base.line = chosen.line AND base.period_end = chosen.day AND base.can_be_base
JOIN lined_levels AS final ON final.level_key = chosen.final_key
-- A day and a year that end together: the one with the final level's shape.
QUALIFY rank() OVER (PARTITION BY chosen.final_key, chosen.day
    ORDER BY base.shape <> final.shape, base.period_start DESC) = 1;

-- What has a predecessor in its own article, or in the series of all, needs no refusal.
CREATE TABLE unpaired_levels AS
SELECT final.*
FROM lined_levels AS final
ANTI JOIN (SELECT level.* FROM paired_levels JOIN lined_levels AS level ON level.level_key = final_key) AS paired
    ON paired.series = final.series AND paired.period_start = final.period_start
    AND paired.period_end = final.period_end AND paired.modality = final.modality
WHERE final.source = '*' AND final.standing = 'observed' AND NOT final.restating;

CREATE TABLE refused_pairs AS
WITH wide_days AS (
    SELECT DISTINCT wide_line, period_end AS day FROM lined_levels WHERE can_be_base AND source = '*'
), predecessors AS (
    SELECT final.level_key AS final_key, final.wide_line, wide_days.day
    FROM unpaired_levels AS final
    ASOF JOIN wide_days ON wide_days.wide_line = final.wide_line AND wide_days.day < final.period_start
)
SELECT predecessors.final_key, base.level_key AS base_key,
    CASE
        WHEN final.unit <> base.unit THEN 'one end is in ' || base.unit || ', the other in ' || final.unit
        WHEN final.cumulative <> base.cumulative THEN 'one end is cumulative, the other of one period'
        WHEN final.is_real <> base.is_real THEN 'one end is real, the other nominal'
        ELSE 'periods of different length or season' || CASE WHEN final.belongs_to_period THEN ''
            ELSE ', of different articles' END || ': ' || period_label(base.period_start, base.period_end) || ' and '
            || period_label(final.period_start, final.period_end) END AS why_not
FROM predecessors
JOIN lined_levels AS base
    ON base.wide_line = predecessors.wide_line AND base.period_end = predecessors.day AND base.can_be_base
JOIN lined_levels AS final ON final.level_key = predecessors.final_key
QUALIFY row_number() OVER (PARTITION BY predecessors.final_key 
    ORDER BY base.topic <> final.topic, base.unit <> final.unit, base.level_key) = 1;

CREATE TABLE level_pairs AS
WITH pairs AS (
    SELECT base, final, NULL::VARCHAR AS why_not
    FROM paired_levels
    JOIN stated_levels AS base ON base.level_key = base_key
    JOIN stated_levels AS final ON final.level_key = final_key
), of_one_article AS (
    FROM pairs WHERE final.source <> '*'
)
FROM of_one_article
UNION ALL
SELECT pairs.* FROM pairs
ANTI JOIN of_one_article AS own
    ON own.final.series = pairs.final.series AND own.final.modality = pairs.final.modality
    AND own.final.period_start = pairs.final.period_start AND own.final.period_end = pairs.final.period_end
    AND own.base.period_start = pairs.base.period_start AND own.base.period_end = pairs.base.period_end
WHERE pairs.final.source = '*'
UNION ALL
SELECT base, final, why_not
FROM refused_pairs
JOIN stated_levels AS base ON base.level_key = base_key
JOIN stated_levels AS final ON final.level_key = final_key;
