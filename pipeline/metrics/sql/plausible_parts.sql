-- Plausible parts.
--
-- Purpose   A part above the whole shows that one of the two was misread, or is not what it is taken for.
-- Inputs    levels, places, indicators, parts_of_wholes (pairs of indicators), not_summed (indicators).
-- Rules     1. What has parts is an amount of a stock or a flow that cannot be below nought: no average, no rate,
--              nothing per person. Only facts and estimates of one period, unit and price basis are compared.
--           2. All places of one kind that lie in a place have together no more than that place: their low sides are
--              added up and held against its high side. A region holds its members; regions may overlap, and are not
--              added to each other.
--           3. An organisation or facility has no more than the place that it is in. Several may overlap: not added.
--           4. An indicator that is part of another has no more than that one.
--           5. Where levels of one thing lie apart, the lowest is the part and the highest the whole.
-- Result    implausible: one row a whole and what is above it.

CREATE TABLE amounts AS
SELECT levels.place_id, min(levels.place) AS place, levels.subject, levels.indicator, levels.unit,
    levels.period_start, levels.period_end,
    levels.aggregation IS NOT DISTINCT FROM 'cumulative' AS cumulative, coalesce(levels.price_basis, '') AS price_basis,
    min(indicators.label) AS label,
    min(coalesce(levels.low, 0)) AS at_least, max(coalesce(levels.high, unlimited())) AS at_most,
    list(levels.level_id ORDER BY levels.level_id) AS ids
FROM levels
JOIN indicators ON indicators.indicator_id = levels.indicator
WHERE levels.modality IN ('actual', 'estimate') AND levels.place_id IS NOT NULL
    AND indicators.nature IN ('stock', 'flow') AND NOT indicators.signed
    AND regexp_matches(levels.unit, '^[^/]+(/year|/day)?$') AND NOT levels.unit IN ('percent', 'percentage_point')
    AND levels.aggregation IS DISTINCT FROM 'average'
    AND levels.indicator NOT IN (SELECT indicator FROM not_summed)
GROUP BY ALL;

CREATE TABLE lies_in AS
SELECT place_id, parent AS whole_id, kind FROM places WHERE parent IS NOT NULL
UNION
SELECT member.place_id, region.whole_id, member.kind
FROM (SELECT place_id AS whole_id, unnest(members) AS place_id FROM places) AS region
JOIN places AS member USING (place_id)
UNION
SELECT place.place_id, place.country, place.kind
FROM places AS place
JOIN places AS parent ON parent.place_id = place.parent
WHERE place.kind IN ('province', 'city') AND parent.kind <> place.kind AND place.country <> place.place_id;

CREATE VIEW places_above_their_whole AS
WITH together AS (
    SELECT whole_id, indicator, unit, period_start, period_end, cumulative, price_basis,
        sum(at_least) AS at_least, count(*) AS places,
        list(place ORDER BY at_least DESC, place) AS names, flatten(list(ids)) AS ids
    FROM amounts
    JOIN lies_in USING (place_id)
    WHERE subject IS NULL
    GROUP BY whole_id, indicator, unit, period_start, period_end, cumulative, price_basis, kind,
        CASE WHEN kind = 'region' THEN place_id END
)
SELECT whole.place, NULL::VARCHAR AS subject, indicator, period_start, period_end,
    list_in_words(together.names, 3, ', ')
        || CASE WHEN places > 1 THEN ' together have ' ELSE ' has ' END
        || bounds_in_words(together.at_least, unlimited()) || unit_in_words(unit) || ' of ' || within_sentence(whole.label)
        || ', all of ' || whole.place || ' ' || bounds_in_words(-unlimited(), whole.at_most) || unit_in_words(unit) AS finding,
    list_distinct(whole.ids || together.ids) AS ids
FROM together
JOIN amounts AS whole USING (indicator, unit, period_start, period_end, cumulative, price_basis)
WHERE whole.place_id = together.whole_id AND whole.subject IS NULL AND together.at_least > whole.at_most;

CREATE VIEW subjects_above_their_place AS
SELECT part.place, part.subject, indicator, period_start, period_end,
    part.subject || ' has ' || bounds_in_words(part.at_least, unlimited()) || unit_in_words(unit) || ' of '
        || within_sentence(part.label) || ', all of ' || part.place || ' ' || bounds_in_words(-unlimited(), whole.at_most)
        || unit_in_words(unit) AS finding,
    part.ids || whole.ids AS ids
FROM amounts AS part
JOIN amounts AS whole USING (place_id, indicator, unit, period_start, period_end, cumulative, price_basis)
WHERE part.subject IS NOT NULL AND whole.subject IS NULL AND part.at_least > whole.at_most;

CREATE VIEW indicators_above_their_whole AS
SELECT part.place, part.subject, part.indicator, part.period_start, part.period_end,
    part.label || ' is ' || bounds_in_words(part.at_least, unlimited()) || unit_in_words(part.unit) || ', '
        || within_sentence(whole.label) || ', which it is part of, ' || bounds_in_words(-unlimited(), whole.at_most)
        || unit_in_words(part.unit) AS finding,
    part.ids || whole.ids AS ids
FROM amounts AS part
JOIN parts_of_wholes AS pair ON pair.part = part.indicator
JOIN amounts AS whole
    ON whole.indicator = pair.whole AND whole.place_id = part.place_id AND whole.unit = part.unit
    AND whole.subject IS NOT DISTINCT FROM part.subject
    AND whole.period_start = part.period_start AND whole.period_end = part.period_end
    AND whole.cumulative = part.cumulative AND whole.price_basis = part.price_basis
WHERE part.at_least > whole.at_most;

CREATE VIEW implausible AS
FROM places_above_their_whole
UNION ALL BY NAME FROM subjects_above_their_place
UNION ALL BY NAME FROM indicators_above_their_whole;
