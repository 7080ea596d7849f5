-- Settled: figures that count as one statement, though they are two.
--
-- Purpose   What was settled before levels were compared, so that a reader sees that it was.
-- Inputs    unit_choices, level_statements, evidence, live_articles, topics, series, figures, articles.
-- Rules     1. A figure that agrees with a firm one only in another reading of its unit has been read so. Where one
--              restates the other, the article itself says that they are one: nothing was to be settled.
--           2. The same sentence with two publishers is one source, not two.
-- Result    settled_figures: one row a figure, with thing, cause, figure_id, its interval, because, preferred.

CREATE VIEW read_otherwise AS
WITH choices AS (
    SELECT choice.figure_id, choice.firm_figure_id, said.unit,
        topics.place_id, topics.place, topics.subject, topics.indicator, said.period_start, said.period_end,
        whose(topics.label, topics.subject, topics.place) || ' in ' || period_label(said.period_start, said.period_end)
            AS topic_in_words,
        'It is one value in two units: read in ' || replace(choice.reading.unit, '_', ' ') || 's, the latter is '
            || extent_in_words(choice.reading.extent, said.unit) || ', which agrees' AS because
    FROM unit_choices AS choice
    JOIN level_statements AS said USING (figure_id)
    JOIN topics ON topics.topic = said.topic
    JOIN level_statements AS firm ON firm.figure_id = choice.firm_figure_id
    WHERE said.restates IS DISTINCT FROM firm.figure_id AND firm.restates IS DISTINCT FROM said.figure_id
)
SELECT key_of([choices.figure_id]) AS thing, 'unit' AS cause, side.figure_id,
    choices.* EXCLUDE (figure_id, firm_figure_id, because), side.extent, choices.because,
    side.figure_id = choices.figure_id AS is_last,
    firm_figure_id AS preferred, 'its unit leaves no doubt' AS why_preferred
FROM choices, UNNEST([choices.figure_id, choices.firm_figure_id]) AS pair(side_id)
JOIN level_statements AS side ON side.figure_id = pair.side_id;

-- Sentences are compared only where two articles have a number of one series alike.
CREATE TABLE alike_figures AS
WITH alike AS (
    SELECT series, value FROM evidence GROUP BY series, value HAVING min(article) < max(article)
)
SELECT figure_id, topic, series, value, low, high, period_start, period_end, publisher, published
FROM evidence
SEMI JOIN alike USING (series, value)
JOIN live_articles USING (article)
WHERE says_a_level(kind) OR kind = 'change';

CREATE TABLE told_alike AS
SELECT alike_figures.*, quote, words_of(sentence) AS words
FROM alike_figures
JOIN figures USING (figure_id);

CREATE VIEW said_again AS
WITH again AS (
    SELECT *, min(publisher) OVER same_words < max(publisher) OVER same_words AS is_of_several,
        first_value(figure_id) OVER (same_words ORDER BY published, figure_id) AS preferred
    FROM told_alike
    WINDOW same_words AS (PARTITION BY topic, quote, words)
)
SELECT key_of([topic_key, quote, words]) AS thing, 'syndication' AS cause, figure_id,
    topics.place_id, topics.place, topics.subject, topics.indicator, series.unit, period_start, period_end,
    span(value, low, high) AS extent, figure_id <> preferred AS is_last,
    whose(topics.label, topics.subject, topics.place) || ' in ' || period_label(period_start, period_end)
        AS topic_in_words,
    'The sentence is the same: it is one source' AS because,
    preferred, 'it was printed first' AS why_preferred
FROM again
JOIN topics USING (topic)
JOIN (SELECT series, unit FROM series) AS series USING (series)
WHERE is_of_several;

CREATE TABLE settled_figures AS
WITH settled AS (
    FROM read_otherwise UNION ALL BY NAME FROM said_again
)
SELECT settled.*, extent_in_words(extent, unit) AS said,
    cited(quote, articles.publisher, articles.article_id, articles.published) AS evidence
FROM settled
JOIN (SELECT figure_id, article_id, quote FROM figures) USING (figure_id)
JOIN articles USING (article_id);
