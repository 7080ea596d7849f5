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
    coalesce(indicators.growth_is_real, false) AS growth_is_real, coalesce(indicators.nature, 'flow') AS nature
FROM figures
JOIN articles USING (article_id)
LEFT JOIN indicators ON indicators.indicator_id = figures.indicator
WHERE figures.status <> 'retracted' AND articles.status <> 'retracted' AND figures.period_end IS NOT NULL
    AND figures.restates IS NULL;

CREATE VIEW implausible AS
WITH levels_told AS (
    SELECT *, span(value, low, high) AS extent FROM said WHERE kind IN ('level', 'count', 'rate', 'share')
), changes_told AS (
    SELECT *, signed_extent(direction, value, low, high) AS extent
    FROM said
    WHERE kind = 'change' AND base_end IS NOT NULL
), told AS (
    SELECT moved, base, final, CASE
        WHEN moved.unit = 'percent' AND final.unit <> 'percent' AND NOT moved.growth_is_real
            THEN percent_change(base.extent, final.extent)
        WHEN moved.unit = 'percentage_point' AND final.unit = 'percent' THEN minus(final.extent, base.extent)
        WHEN moved.unit = final.unit AND moved.unit <> 'percent' THEN minus(final.extent, base.extent) END AS between_levels
    FROM changes_told AS moved
    JOIN levels_told AS final
        ON final.article_id = moved.article_id AND final.sentence = moved.sentence AND final.matter = moved.matter
        AND final.place_key = moved.place_key AND final.subject_key = moved.subject_key
        AND final.compared_with = moved.compared_with AND final.period_end = moved.period_end
    JOIN levels_told AS base
        ON base.article_id = moved.article_id AND base.sentence = moved.sentence AND base.matter = moved.matter
        AND base.place_key = moved.place_key AND base.subject_key = moved.subject_key
        AND base.compared_with = moved.compared_with AND base.period_end = moved.base_end AND base.unit = final.unit
)
SELECT moved.place AS place, moved.subject AS subject, moved.indicator AS indicator,
    moved.period_start AS period_start, moved.period_end AS period_end,
    'From “' || base.quote || '” to “' || final.quote || '” is '
        || movement_in_words(between_levels, moved.unit) || ', not “' || moved.quote || '” '
        || moved.direction || ': ' || moved.sentence AS finding,
    [moved.figure_id, base.figure_id, final.figure_id] AS ids
FROM told
WHERE disjoint(between_levels, moved.extent);
