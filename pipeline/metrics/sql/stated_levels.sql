-- Stated levels.
--
-- Purpose   What each article says that an indicator was, and what all articles together say.
-- Inputs    level_statements.
-- Rules     1. A unit with several readings ("tons") is read the usual way, unless that contradicts every firm
--              statement of the same level and another of its readings agrees with one of them.
--           2. What agrees is one level (see agreement.sql), once within each article and once among all of them.
-- Result    stated_levels, with source = the article's id, or '*' for all articles together; unit_choices, the
--           figures that were read another way, with the firm ones that decided it.

CREATE TABLE unit_choices AS
WITH ambiguous AS (
    FROM level_statements WHERE len(other_readings) > 0
), firm AS (
    FROM level_statements WHERE coalesce(len(other_readings), 0) = 0
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
SELECT level_statements.* EXCLUDE (extent, other_readings),
    source,
    figure_id AS statement_id,
    [figure_id] AS figure_ids,
    coalesce(reading.extent, extent) AS extent,
    'read in ' || replace(reading.unit, '_', ' ') || 's' AS formula
FROM level_statements
LEFT JOIN unit_choices USING (figure_id),
UNNEST([article_id, '*']) AS sources(source);

CREATE TABLE stated_levels AS
SELECT *, grounded(extent, can_be_negative) AS grounded,
    key_of([source, series, period_start::VARCHAR, period_end::VARCHAR, modality, variant::VARCHAR]) AS level_key
FROM agreed_levels('read_statements');
