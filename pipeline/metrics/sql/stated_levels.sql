-- Stated levels.
--
-- Purpose   What all articles together say that an indicator was, and what each article says.
-- Inputs    level_statements, evidence.
-- Rules     1. A unit with several readings ("tons") is read the usual way, unless that contradicts every firm
--              statement of the same level and another of its readings agrees with one of them.
--           2. What agrees is one level (see agreement.sql), once among all articles and once within each. Most are
--              said once: there is nothing to agree upon.
--           3. What an article says of a level matters by itself only where it says more of the same topic.
-- Result    unit_choices, the figures that were read another way, with the firm ones that decided it; stated_levels,
--           of all articles together, and article_levels, with `article` and a number, `level`.

CREATE TABLE shared_cells AS
SELECT series, period_start, period_end, modality
FROM evidence
WHERE says_level
GROUP BY ALL
HAVING count(*) > 1;

CREATE TABLE unit_choices AS
WITH shared AS (
    FROM level_statements SEMI JOIN shared_cells USING (series, period_start, period_end, modality)
), ambiguous AS (
    FROM shared WHERE len(other_readings) > 0
), firm AS (
    FROM shared WHERE coalesce(len(other_readings), 0) = 0
), meetings AS (
    SELECT ambiguous.figure_id, firm.figure_id AS firm_figure_id, firm.extent AS firm_extent,
        overlap(ambiguous.extent, firm.extent) AS meets_as_read,
        list_filter(ambiguous.other_readings, lambda other: overlap(other.extent, firm.extent))[1] AS reading
    FROM ambiguous
    JOIN firm USING (series, period_start, period_end, modality)
)
SELECT figure_id,
    arg_min(reading, {'width': width(firm_extent), 'id': firm_figure_id}) AS reading,
    arg_min(firm_figure_id, {'width': width(firm_extent), 'id': firm_figure_id}) AS firm_figure_id
FROM meetings
GROUP BY figure_id
HAVING NOT bool_or(meets_as_read) AND count(reading) > 0;

CREATE VIEW read_statements AS
SELECT figure_id AS statement_id, article, topic, series, period_start, period_end, modality, standing, aggregation,
    price_basis, restating,
    [figure_id] AS figure_ids,
    coalesce(reading.extent, span(value, low, high)) AS extent,
    'read in ' || replace(reading.unit, '_', ' ') || 's' AS formula
FROM evidence
LEFT JOIN unit_choices USING (figure_id)
WHERE says_level;

CREATE VIEW shared_statements AS
SELECT *, 0 AS source
FROM read_statements
SEMI JOIN shared_cells USING (series, period_start, period_end, modality);

CREATE TABLE stated_levels AS
SELECT series, topic, period_start, period_end, modality, standing, aggregation, price_basis, restating, extent,
    formula, inputs, variant::INTEGER AS variant
FROM agreed_levels('shared_statements')
UNION ALL
SELECT series, topic, period_start, period_end, modality, standing, aggregation, price_basis, restating, extent,
    formula, figure_ids, 1
FROM read_statements
ANTI JOIN shared_cells USING (series, period_start, period_end, modality);

CREATE TABLE companions AS
SELECT article, topic
FROM evidence
WHERE says_level OR says_change
GROUP BY ALL
HAVING count(*) > 1;

CREATE VIEW accompanied_statements AS
SELECT *, article AS source
FROM read_statements
SEMI JOIN companions USING (article, topic);

CREATE TABLE article_levels AS
SELECT source AS article, row_number() OVER () AS level, * EXCLUDE (source) FROM agreed_levels('accompanied_statements');
