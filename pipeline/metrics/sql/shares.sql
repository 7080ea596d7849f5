-- Shares: levels that follow from a share and its whole.
--
-- Purpose   "A tenth of the country's coal, of which 3.7 billion tonnes were mined" is a level of the place.
-- Inputs    evidence, topics, series, places.
-- Rules     1. The whole is the same indicator of the country, province or city that the share's family names; it stands
--              in the same article, of the same period and standing.
--           2. part = whole × share ÷ 100. Where the article states the part itself, nothing is implied.
--           3. Levels of totals and of real values have no parts: they are told apart by more than their place.
-- Result    share_statements, in the form of implied_statements (see levels.sql); topics and series have those of the
--           parts too.

CREATE TABLE shares_of_wholes AS
WITH surroundings AS (
    SELECT place.place_id, place.country,
        CASE WHEN around.kind = 'province' THEN around.place_id
            WHEN beyond.kind = 'province' THEN beyond.place_id END AS province
    FROM places AS place
    LEFT JOIN places AS around ON around.place_id = place.parent
    LEFT JOIN places AS beyond ON beyond.place_id = around.parent
), shares AS (
    SELECT topics.*,
        CASE family WHEN 'share_of_national' THEN country WHEN 'share_of_provincial' THEN province
            WHEN 'share_of_city' THEN place_id END AS whole_place_id
    FROM topics
    LEFT JOIN surroundings USING (place_id)
    WHERE family IN ('share_of_national', 'share_of_provincial', 'share_of_city') AND compared_with IS NULL
)
SELECT shares.topic AS share_topic, shares.label AS share_label, whole.topic AS whole_topic, whole.label AS whole_label,
    whole.place AS whole_place, whole.* EXCLUDE (topic, topic_key, matter, place_key, place_id, place, subject),
    shares.place_key, shares.place_id, shares.place, shares.subject,
    key_of([shares.place_key, shares.subject, shares.parent, NULL]) AS matter_key
FROM shares
JOIN topics AS whole ON whole.place_id = shares.whole_place_id AND whole.indicator = shares.parent
WHERE whole.subject IS NULL AND whole.compared_with IS NULL AND NOT whole.is_real AND NOT whole.cumulative
    -- What is all of it is no part of it.
    AND (shares.subject IS NOT NULL OR shares.place_id <> shares.whole_place_id);

CREATE TABLE parts AS
WITH implied AS (
    SELECT share.figure_id, whole.figure_id AS whole_id, article, shares_of_wholes.*,
        key_of([matter_key, 'false', 'false']) AS topic_key, unit,
        share.period_start, share.period_end, share.standing, whole.price_basis,
        CASE WHEN whole.modality = 'estimate' THEN whole.modality ELSE share.modality END AS modality,
        times(span(whole.value, whole.low, whole.high),
            scaled(span(share.value, share.low, share.high), 0.01::DOUBLE)) AS extent
    FROM evidence AS share
    JOIN shares_of_wholes ON share_topic = share.topic
    JOIN evidence AS whole USING (article, period_start, period_end, standing)
    JOIN series ON series.series = whole.series
    WHERE whole.topic = whole_topic AND share.says_level AND whole.says_level AND NOT whole.restating
)
SELECT *, key_of([topic_key, unit]) AS series_key FROM implied WHERE isfinite(extent.low) OR isfinite(extent.high);

-- Nobody may have spoken of the part by itself.
INSERT INTO topics BY NAME
SELECT (SELECT max(topic) FROM topics) + row_number() OVER (ORDER BY topic_key) AS topic, topic_key,
    coalesce(known.matter, (SELECT max(matter) FROM topics) + dense_rank() OVER (ORDER BY matter_key)) AS matter,
    new_topics.* EXCLUDE (topic_key, matter_key)
FROM (
    SELECT DISTINCT topic_key, matter_key, place_key, place_id, place, subject, indicator, compared_with, label,
        indicator_unit, nature, family, parent, comparable_periods, belongs_to_period, can_be_negative, steady,
        cumulative, is_real
    FROM parts
    ANTI JOIN topics USING (topic_key)
) AS new_topics
LEFT JOIN (
    SELECT DISTINCT key_of([place_key, subject, indicator, compared_with]) AS matter_key, matter FROM topics
) AS known USING (matter_key);

INSERT INTO series BY NAME
SELECT (SELECT max(series) FROM series) + row_number() OVER (ORDER BY series_key) AS series, series_key, topic, unit
FROM (SELECT DISTINCT topic_key, series_key, unit FROM parts ANTI JOIN series USING (series_key))
JOIN (SELECT topic, topic_key FROM topics) USING (topic_key);

CREATE TABLE share_statements AS
SELECT 0 AS source, figure_id || ' ' || whole_id AS statement_id, series, topic, period_start, period_end, modality, standing,
    NULL::aggregation AS aggregation, price_basis, false AS restating, extent,
    list_sort([figure_id, whole_id]) AS figure_ids,
    whole_label || ' of ' || whole_place || ' ' || period_label(period_start, period_end) || ' × ' || share_label || ' ÷ 100'
        AS formula
FROM parts
JOIN (SELECT series, series_key, topic FROM series) AS series USING (series_key)
ANTI JOIN (SELECT article, topic, period_start, period_end FROM evidence WHERE says_level) AS stated
    USING (article, topic, period_start, period_end);
