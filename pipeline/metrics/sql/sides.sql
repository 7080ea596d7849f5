-- Sides: what each side of a dispute rests on, and how it is told.
--
-- Purpose   All that another reading of a dispute (see readings.sql) can turn on, and the words of its explanation.
-- Inputs    disputed_rows, figures, articles, distinctions (words of extent and revision, the vocabulary's).
-- Rules     1. A figure that every side rests on is no side.
--           2. A side stands for the most precise of its figures.
--           3. A side's unit can be read otherwise if that of all its figures can: what follows from tons by
--              proportion or sum is scaled by as much as they are.
-- Result    side_figures (one row a side and figure), sides (one row a side).

-- "2,100 t" and "2,300 t" are the same words of two reports. Case and marks are nothing, numbers are one sign.
CREATE MACRO words_of(sentence) AS trim(regexp_replace(lower(sentence), '[^\pL\pN]+', ' ', 'g'));
CREATE MACRO words_without_numbers(sentence, quote) AS
    trim(regexp_replace(regexp_replace(lower(replace(sentence, quote, ' 0 ')), '\d[\d.,]*', '0', 'g'), '[^\pL\pN]+', ' ', 'g'));

-- ---------------------------------------------------------------- figures

CREATE TABLE side_figures AS
WITH rested_on AS (
    SELECT thing, row_id, unnest(inputs) AS figure_id,
        dense_rank() OVER (PARTITION BY thing ORDER BY row_id) AS side
    FROM disputed_rows
), counted AS (
    SELECT *, count(*) OVER (PARTITION BY thing, figure_id) < max(side) OVER (PARTITION BY thing) AS is_own
    FROM rested_on
), told AS (
    SELECT counted.* EXCLUDE (side), figures.article_id, figures.sentence, figures.quote, figures.kind, figures.value,
        figures.unit, figures.comparator, figures.attributed_to, figures.unit_readings,
        coalesce(figures.high - figures.low, unlimited()) AS figure_width,
        coalesce(articles.publisher, articles.article_id) AS publisher,
        articles.published_start AS published, articles.published_end,
        cited(figures.quote, articles.publisher, articles.article_id, articles.published) AS cited,
        ' ' || words_of(figures.sentence) || ' ' AS words
    FROM counted
    JOIN figures USING (figure_id)
    JOIN articles USING (article_id)
)
SELECT *,
    words_without_numbers(sentence, quote) AS frame,
    (SELECT list(distinction ORDER BY distinction.phrase) FROM distinctions AS distinction
     WHERE contains(words, ' ' || distinction.phrase || ' ')) AS distinctions
FROM told;

-- ---------------------------------------------------------------- sides

-- The units that all figures of a side but its per cents can be read in, with the factor from the usual reading.
CREATE TABLE side_readings AS
WITH offered AS (
    SELECT thing, row_id, figure_id, unnest(unit_readings) AS reading, value
    FROM side_figures
    WHERE value <> 0 AND len(unit_readings) > 0
), needed AS (
    SELECT thing, row_id, count(*) FILTER (WHERE NOT moves_in_points(unit)) AS figures_with_unit
    FROM side_figures
    GROUP BY thing, row_id
)
SELECT thing, row_id, reading.unit AS reading_unit, min(reading.value / value) AS factor
FROM offered
JOIN needed USING (thing, row_id)
GROUP BY thing, row_id, reading.unit
HAVING count(*) = min(figures_with_unit);

CREATE TABLE sides AS
WITH own AS (
    FROM side_figures WHERE is_own
), gathered AS (
    SELECT thing, row_id,
        arg_min(figure_id, {'change': kind = 'change', 'width': figure_width, 'id': figure_id}) AS figure_id,
        list(DISTINCT cited ORDER BY cited) AS cited_alone,
        list(DISTINCT publisher) AS publishers,
        list(DISTINCT attributed_to) FILTER (WHERE attributed_to IS NOT NULL) AS sources,
        max(published) AS published,
        max(published_end) AS published_end,
        count(DISTINCT article_id) AS articles,
        min(article_id) AS article_id,
        count(DISTINCT words) AS sentences,
        min(words) AS words,
        min(frame) AS frame,
        min(quote) AS quote,
        bool_and(comparator = 'exact') AS unhedged,
        list_sort(list_distinct(flatten(list(list_transform(
            list_filter(distinctions, lambda told: told.tells <> 'revision'), lambda told: told.phrase)))))
            AS extents_told,
        list_distinct(flatten(list(list_transform(distinctions, lambda told: told.tells)))) AS tells
    FROM own
    GROUP BY thing, row_id
), in_full AS (
    SELECT thing, row_id, list(DISTINCT cited ORDER BY cited) AS cited_in_full
    FROM side_figures
    GROUP BY thing, row_id
), read_otherwise AS (
    SELECT thing, row_id, list({'unit': reading_unit, 'factor': factor} ORDER BY reading_unit) AS readings
    FROM side_readings
    GROUP BY thing, row_id
)
SELECT gathered.* EXCLUDE (cited_alone), coalesce(readings, []) AS readings, disputed.* EXCLUDE (thing, row_id),
    CASE said_of WHEN 'change' THEN movement_in_words(extent, unit) ELSE extent_in_words(extent, unit) END
        || until_in_words AS said,
    CASE basis WHEN 'stated' THEN '' WHEN 'derived' THEN 'from two levels: ' ELSE 'implied: ' END
        || list_in_words(CASE basis WHEN 'stated' THEN cited_alone ELSE cited_in_full END, 4, '; ') AS evidence
FROM gathered
JOIN disputed_rows AS disputed USING (thing, row_id)
JOIN in_full USING (thing, row_id)
LEFT JOIN read_otherwise USING (thing, row_id);
