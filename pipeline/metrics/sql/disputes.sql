-- Disputes: levels and changes of one thing that cannot all be true as they stand, one row a side.
--
-- Purpose   What is to be accounted for (see readings.sql) before it is called a contradiction.
-- Inputs    level_rows, change_rows, topics.
-- Rules     1. Levels of one series, period and standing, or changes of one topic, modality and periods, whose
--              intervals are disjoint are in dispute; changes in the first of per cent, points and difference that
--              they are disjoint in. An estimate can dispute a fact, a plan cannot.
--           2. What is steady, such as the population of a place, does not jump: two changes of it from one base that
--              end within a year of each other are in dispute if that year would have to move it ten times as fast as
--              those before.
--           3. A change that is derived from a level in dispute echoes that dispute, and makes none of its own.
--           4. No row is held against another: of each thing the highest low side and the lowest high side say
--              which rows lie apart from some other, in time proportional to the rows.
-- Result    echoes: movement (a change's number) and thing, of 3. disputed_rows: thing (key of what is disputed), row_id of the level or
--           change, its extent and inputs, words for the thing, the reason why both cannot be true if it is not plain.

CREATE TABLE disputed_levels AS
WITH things AS (
    SELECT series, period_start, period_end, standing,
        max(coalesce(low, -unlimited())) AS highest_low, min(coalesce(high, unlimited())) AS lowest_high
    FROM level_rows
    WHERE contested
    GROUP BY series, period_start, period_end, standing
    HAVING highest_low > lowest_high
)
SELECT key_of([series_key, period_start::VARCHAR, period_end::VARCHAR, standing]) AS thing,
    level_id AS row_id, place_id, place, subject, indicator, unit, period_start, period_end,
    span(value, low, high) AS extent, basis, modality, inputs, 'level' AS said_of, topic AS series_topic,
    whose(label, subject, place) || ' in ' || period_label(period_start, period_end) AS topic_in_words,
    '' AS until_in_words, NULL::VARCHAR AS reason
FROM level_rows
JOIN things USING (series, period_start, period_end, standing)
WHERE contested AND (low > lowest_high OR high < highest_low);

-- Changes that were derived from a level in dispute: they only echo it.
CREATE TABLE echoes AS
WITH at_either_end AS (
    SELECT movement, thing, change.inputs AS inputs, level.inputs AS inputs_of_level
    FROM change_rows AS change
    JOIN disputed_levels AS level ON level.series_topic = change.topic AND level.period_end = change.base_end
    WHERE change.comparable AND change.basis = 'derived' AND level.basis = 'stated'
    UNION ALL
    SELECT movement, thing, change.inputs, level.inputs
    FROM change_rows AS change
    JOIN disputed_levels AS level ON level.series_topic = change.topic AND level.period_end = change.period_end
    WHERE change.comparable AND change.basis = 'derived' AND level.basis = 'stated'
)
SELECT DISTINCT movement, thing FROM at_either_end WHERE list_has_any(inputs, inputs_of_level);

CREATE VIEW changes_to_hold AS
FROM change_rows ANTI JOIN echoes USING (movement) WHERE comparable;

-- Each change in each measure that it is given in.
CREATE VIEW measured_changes AS
SELECT *, 1 AS measure, 'percent' AS measure_unit, pct AS point, pct_low AS lowest, pct_high AS highest
FROM changes_to_hold WHERE pct_low IS NOT NULL OR pct_high IS NOT NULL
UNION ALL
SELECT *, 2, 'percentage_point', points, points_low, points_high
FROM changes_to_hold WHERE points_low IS NOT NULL OR points_high IS NOT NULL
UNION ALL
SELECT *, 3, unit, difference, difference_low, difference_high
FROM changes_to_hold WHERE difference_low IS NOT NULL OR difference_high IS NOT NULL;

CREATE TABLE disputed_changes AS
WITH things AS (
    SELECT topic, modality, base_start, base_end, period_start, period_end, measure, measure_unit,
        max(coalesce(lowest, -unlimited())) AS highest_low, min(coalesce(highest, unlimited())) AS lowest_high
    FROM measured_changes
    WHERE contested
    GROUP BY topic, modality, base_start, base_end, period_start, period_end, measure, measure_unit
    HAVING highest_low > lowest_high
), contradictions AS (
    SELECT change, key_of([change.topic_key, things.modality, things.base_start::VARCHAR, things.base_end::VARCHAR,
            things.period_start::VARCHAR, things.period_end::VARCHAR]) AS thing, NULL::VARCHAR AS reason
    FROM things
    JOIN measured_changes AS change
        ON change.topic = things.topic AND change.modality = things.modality AND change.measure = things.measure
        AND change.measure_unit = things.measure_unit
        AND change.base_start IS NOT DISTINCT FROM things.base_start
        AND change.base_end IS NOT DISTINCT FROM things.base_end
        AND change.period_start IS NOT DISTINCT FROM things.period_start
        AND change.period_end IS NOT DISTINCT FROM things.period_end
    WHERE contested AND (lowest > lowest_high OR highest < highest_low)
), of_steady_things AS (
    SELECT changes.*
    FROM measured_changes AS changes
    JOIN topics USING (topic)
    WHERE topics.steady AND changes.subject IS NULL AND years > 1 AND lowest IS NOT NULL AND highest IS NOT NULL
), jumps AS (
    SELECT sooner, later,
        key_of([sooner.topic_key, sooner.modality, sooner.base_end::VARCHAR, sooner.period_end::VARCHAR,
                later.period_end::VARCHAR]) AS thing,
        later.label || ' does not jump: between ' || period_label(sooner.period_start, sooner.period_end) || ' and '
            || period_label(later.period_start, later.period_end)
            || ' it would have moved more than ten times as fast as in all the years since '
            || period_label(sooner.base_start, sooner.base_end) AS reason
    FROM of_steady_things AS sooner
    JOIN of_steady_things AS later USING (topic, modality, base_start, base_end, measure, measure_unit)
    WHERE later.years > sooner.years AND later.years <= sooner.years + 1
        AND least(abs(later.lowest - sooner.highest), abs(later.highest - sooner.lowest))
            / (later.years - sooner.years)
            > 10 * greatest(abs(sooner.lowest), abs(sooner.highest)) / sooner.years
        AND (later.lowest > sooner.highest OR later.highest < sooner.lowest)
), of_both AS (
    SELECT change, thing, reason, '' AS until_in_words FROM contradictions
    UNION ALL
    SELECT change, thing, reason, ' by ' || period_label(change.period_start, change.period_end)
    FROM (SELECT unnest([sooner, later]) AS change, thing, reason FROM jumps)
)
SELECT DISTINCT thing, change.change_id AS row_id,
    change.place_id AS place_id, change.place AS place, change.subject AS subject, change.indicator AS indicator,
    change.measure_unit AS unit, change.period_start AS period_start, change.period_end AS period_end,
    span(change.point, change.lowest, change.highest) AS extent,
    change.basis AS basis, change.modality AS modality, change.inputs AS inputs, 'change' AS said_of,
    'the change of ' || whose(change.label, change.subject, change.place)
        || CASE WHEN reason IS NULL THEN ' from ' || period_label(change.base_start, change.base_end)
                || ' to ' || period_label(change.period_start, change.period_end)
            ELSE ' since ' || period_label(change.base_start, change.base_end) END AS topic_in_words,
    until_in_words, reason
FROM of_both
QUALIFY dense_rank() OVER (PARTITION BY thing ORDER BY change.measure, change.measure_unit) = 1;

CREATE TABLE disputed_rows AS
SELECT * EXCLUDE (series_topic) FROM disputed_levels UNION ALL BY NAME FROM disputed_changes;
