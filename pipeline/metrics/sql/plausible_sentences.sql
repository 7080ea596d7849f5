-- Plausible sentences.
--
-- Purpose   "Fell by a fifth from 300 to 200 tonnes": a sentence that contradicts itself was misread, or misprinted.
-- Inputs    figures, articles, indicators.
-- Rules     1. A change is held against the two levels of its own sentence that it leads from and to: of the same
--              place, subject and indicator (or words for it, where the vocabulary has none), the one with the end of
--              its period, the other with the end of its base.
--           2. Per cent against what the levels differ by in per cent, of anything but rates and shares; points against
--              the difference of rates and shares; a difference against that of levels in its own unit.
--           3. Growth that is real unless said otherwise says nothing of nominal levels: it is not held against them.
--           4. It contradicts them if no values that the words allow can all be true.
-- Result    implausible: one row a change and its levels.

CREATE MACRO signed_extent(direction, value, low, high) AS
    CASE WHEN direction = 'down' THEN negative(span(value, low, high)) ELSE span(value, low, high) END;

CREATE VIEW said AS
SELECT figures.figure_id, figures.article_id, figures.sentence, figures.quote, figures.kind, figures.direction,
    figures.value, figures.low, figures.high, figures.unit, figures.modality,
    figures.place, figures.subject, figures.indicator, figures.period_start, figures.period_end, figures.base_end,
    coalesce(figures.place_id, figures.place, '') AS place_key, coalesce(figures.subject, '') AS subject_key,
    coalesce(figures.indicator, figures.measured) AS matter, coalesce(figures.compared_with, '') AS compared_with,
    coalesce(indicators.growth_is_real, false) AS growth_is_real
FROM figures
JOIN articles USING (article_id)
LEFT JOIN indicators ON indicators.indicator_id = figures.indicator
WHERE figures.status <> 'retracted' AND articles.status <> 'retracted' AND figures.period_end IS NOT NULL
    AND figures.restates IS NULL;

-- Tables, so that the arithmetic is planned once and not for each of its uses.
CREATE TABLE levels_told AS
SELECT *, span(value, low, high) AS extent FROM said WHERE kind IN ('level', 'count', 'rate', 'share');

CREATE TABLE changes_told AS
SELECT *, signed_extent(direction, value, low, high) AS extent FROM said WHERE kind = 'change' AND base_end IS NOT NULL;

CREATE TABLE movements_told AS
SELECT moved.*, base.figure_id AS base_id, base.quote AS base_quote, base.extent AS base_extent,
    final.figure_id AS final_id, final.quote AS final_quote, final.extent AS final_extent, final.unit AS level_unit
FROM changes_told AS moved
JOIN levels_told AS final USING (article_id, sentence, matter, place_key, subject_key, compared_with, period_end)
JOIN levels_told AS base
    ON base.article_id = moved.article_id AND base.sentence = moved.sentence AND base.matter = moved.matter
    AND base.place_key = moved.place_key AND base.subject_key = moved.subject_key
    AND base.compared_with = moved.compared_with AND base.period_end = moved.base_end AND base.unit = final.unit;

CREATE TABLE held_against_levels AS
SELECT *, CASE
    WHEN unit = 'percent' AND level_unit <> 'percent' AND NOT growth_is_real
        THEN percent_change(base_extent, final_extent)
    WHEN (unit = 'percentage_point' AND level_unit = 'percent') OR (unit = level_unit AND unit <> 'percent')
        THEN minus(final_extent, base_extent) END AS between_levels
FROM movements_told;

CREATE VIEW implausible AS
SELECT place, subject, indicator, period_start, period_end,
    'From “' || base_quote || '” to “' || final_quote || '” is ' || movement_in_words(between_levels, unit) || ', not “'
        || quote || '” ' || direction || ': ' || sentence AS finding,
    [figure_id, base_id, final_id] AS ids
FROM held_against_levels
WHERE disjoint(between_levels, extent);
