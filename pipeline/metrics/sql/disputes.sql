-- Disputes: rows and figures that do not agree, one row a side.
--
-- Purpose   What is compared before it is called a contradiction.
-- Inputs    level_rows, change_rows, unit_choices, standing_figures.
-- Rules     1. Levels of one series, period and modality, or changes of one topic, modality and periods, whose
--              intervals are disjoint contradict each other; changes in the first of per cent, points and difference
--              that they are disjoint in.
--           2. The population of a place does not jump: two changes of it from one base that end within a year of
--              each other contradict each other if that year would have to move it ten times as fast as those before.
--           3. A figure that agrees with a firm one only in another reading of its unit is a unit reading.
--           4. Two publishers with the same sentence are one source: syndicated.
-- Result    disputed_rows: kind, thing (key of what is disputed), row_id of the level or change, its interval, inputs
--           and articles; disputed_figures: the same of figures, for 3 and 4.

CREATE MACRO is_population(indicator) AS regexp_matches(indicator, '(^|_)population$')
    AND NOT starts_with(indicator, 'share_of');

-- "4.37 million"
CREATE MACRO amount(x) AS CASE
    WHEN abs(x) >= 1e12 THEN printf('%.6g', x / 1e12) || ' trillion'
    WHEN abs(x) >= 1e9 THEN printf('%.6g', x / 1e9) || ' billion'
    WHEN abs(x) >= 1e6 THEN printf('%.6g', x / 1e6) || ' million'
    ELSE printf('%.6g', x) END;
CREATE MACRO extent_in_words(low, high, unit) AS CASE
    WHEN low IS NULL AND high IS NULL THEN 'any value'
    WHEN low IS NULL THEN 'at most ' || amount(high)
    WHEN high IS NULL THEN 'at least ' || amount(low)
    WHEN amount(low) = amount(high) THEN amount(low)
    ELSE amount(low) || ' to ' || amount(high) END || CASE unit WHEN '1' THEN '' ELSE ' ' || unit END;

CREATE VIEW disputed_levels AS
SELECT DISTINCT 'disjoint' AS kind,
    key_of([one.series, one.period_start::VARCHAR, one.period_end::VARCHAR, one.modality]) AS thing,
    one.level_id AS row_id, one.place_id, one.place, one.subject, one.indicator, one.unit,
    one.period_start, one.period_end, one.low, one.high, one.inputs, one.articles,
    one.basis || ' level' AS side,
    'What is said of ' || one.label || ' in ' || period_label(one.period_start, one.period_end)
        || ' cannot all be true: ' AS opening
FROM level_rows AS one
JOIN level_rows AS other USING (series, period_start, period_end, modality)
WHERE one.level_id <> other.level_id AND disjoint(span(NULL, one.low, one.high), span(NULL, other.low, other.high));

-- Each change in each measure that it is given in.
CREATE VIEW measured_changes AS
SELECT *, 1 AS measure, 'percent' AS measure_unit, span(pct, pct_low, pct_high) AS extent
FROM change_rows WHERE comparable AND (pct_low IS NOT NULL OR pct_high IS NOT NULL)
UNION ALL
SELECT *, 2, 'percentage_point', span(points, points_low, points_high)
FROM change_rows WHERE comparable AND (points_low IS NOT NULL OR points_high IS NOT NULL)
UNION ALL
SELECT *, 3, unit, span(difference, difference_low, difference_high)
FROM change_rows WHERE comparable AND (difference_low IS NOT NULL OR difference_high IS NOT NULL);

CREATE VIEW disputed_changes AS
WITH contradictions AS (
    SELECT one, key_of([one.topic, one.modality, one.base_start::VARCHAR, one.base_end::VARCHAR,
            one.period_start::VARCHAR, one.period_end::VARCHAR]) AS thing,
        'What is said of the change of ' || one.label || ' from ' || period_label(one.base_start, one.base_end)
            || ' to ' || period_label(one.period_start, one.period_end) || ' cannot all be true: ' AS opening
    FROM measured_changes AS one
    JOIN measured_changes AS other
        USING (topic, modality, base_start, base_end, period_start, period_end, measure, measure_unit)
    WHERE one.change_id <> other.change_id AND disjoint(one.extent, other.extent)
), jumps AS (
    SELECT sooner, later,
        key_of([sooner.topic, sooner.modality, sooner.base_end::VARCHAR, sooner.period_end::VARCHAR,
                later.period_end::VARCHAR]) AS thing,
        'A population does not jump: by ' || period_label(later.period_start, later.period_end) || ' ' || later.label
            || ' would have moved ten times as fast as in all the years from '
            || period_label(sooner.base_start, sooner.base_end) || ' to '
            || period_label(sooner.period_start, sooner.period_end) || ': ' AS opening
    FROM measured_changes AS sooner
    JOIN measured_changes AS later USING (topic, modality, base_start, base_end, measure, measure_unit)
    WHERE is_population(sooner.indicator) AND sooner.subject IS NULL AND sooner.years > 1
        AND later.years > sooner.years AND later.years <= sooner.years + 1
        AND least(abs(later.extent.low - sooner.extent.high), abs(later.extent.high - sooner.extent.low))
            / (later.years - sooner.years)
            > 10 * greatest(abs(sooner.extent.low), abs(sooner.extent.high)) / sooner.years
        AND isfinite(width(sooner.extent)) AND isfinite(width(later.extent)) AND disjoint(sooner.extent, later.extent)
), sides AS (
    SELECT one AS change, thing, opening FROM contradictions
    UNION ALL
    SELECT unnest([sooner, later]), thing, opening FROM jumps
)
SELECT DISTINCT 'disjoint' AS kind, thing, change.change_id AS row_id,
    change.place_id AS place_id, change.place AS place, change.subject AS subject, change.indicator AS indicator,
    change.measure_unit AS unit, change.period_start AS period_start, change.period_end AS period_end,
    published(change.extent.low) AS low, published(change.extent.high) AS high,
    change.inputs AS inputs, change.articles AS articles, change.basis || ' change' AS side, opening
FROM sides
QUALIFY dense_rank() OVER (PARTITION BY thing ORDER BY change.measure, change.measure_unit) = 1;

CREATE TABLE disputed_rows AS
FROM disputed_levels UNION ALL BY NAME FROM disputed_changes;

-- The firm figure, and the ambiguous one as its unit is usually read. Where one restates the other, the article itself
-- says that they are one.
CREATE VIEW read_otherwise AS
WITH choices AS (
    SELECT choice.figure_id, choice.firm_figure_id,
        'What is said of ' || said.label || ' in ' || period_label(said.period_start, said.period_end)
            || ' is one value in two units: '
            || amount(said.extent.value) || ' ' || said.unit || ' contradicts '
            || amount(firm.extent.value) || ' ' || firm.unit
            || ', but read in ' || replace(choice.reading.unit, '_', ' ') || 's it is '
            || extent_in_words(published(reading.extent.low), published(reading.extent.high), said.unit)
            || ', which agrees' AS explanation
    FROM unit_choices AS choice
    JOIN level_statements AS said USING (figure_id)
    JOIN level_statements AS firm ON firm.figure_id = choice.firm_figure_id
    WHERE said.restates IS DISTINCT FROM firm.figure_id AND firm.restates IS DISTINCT FROM said.figure_id
)
SELECT 'unit_reading' AS kind, key_of([choices.figure_id]) AS thing, said.figure_id,
    place_id, place, subject, indicator, unit, period_start, period_end,
    published(extent.low) AS low, published(extent.high) AS high, explanation, firm_figure_id AS preferred
FROM choices
JOIN level_statements AS said ON said.figure_id IN (choices.figure_id, choices.firm_figure_id);

CREATE VIEW said_again AS
WITH sentences AS (
    SELECT *, trim(regexp_replace(lower(sentence), '[^a-z0-9]+', ' ', 'g')) AS words
    FROM standing_figures
    WHERE kind IN ('level', 'count', 'rate', 'share', 'duration', 'change')
), again AS (
    SELECT *, key_of([topic, quote, words]) AS thing,
        count(DISTINCT publisher) OVER same_words AS publishers,
        first_value(figure_id) OVER (same_words ORDER BY published, figure_id) AS preferred
    FROM sentences
    WINDOW same_words AS (PARTITION BY topic, quote, words)
)
SELECT 'syndicated' AS kind, thing, figure_id, place_id, place, subject, indicator, unit, period_start, period_end,
    low, high, preferred,
    'The same sentence stands with ' || publishers || ' publishers: one source, not ' || publishers AS explanation
FROM again
WHERE publishers > 1;

CREATE TABLE disputed_figures AS
FROM read_otherwise UNION ALL BY NAME FROM said_again;
