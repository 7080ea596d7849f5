-- Agreement: several statements of one level.
--
-- Purpose   Statements of one thing that can all be true are one level, the intersection of what each allows.
-- Inputs    A table of statements with: source, statement_id, series, topic, period, modality, standing, extent,
--           figure_ids, formula, aggregation, price_basis, restating.
-- Rules     1. One thing: the same source (one article, or all of them), series, period and modality.
--           2. Statements whose intervals hang together and share a common part are one level. Those that lie apart
--              are levels of their own, as are those that hang together without a common part.
--           3. The point is that of the narrowest statement, moved inside if need be.
-- Result    The table macro agreed_levels(statements); `variant` counts the levels of one thing, from 1.

CREATE MACRO agreed_levels(statements) AS TABLE (
    WITH reached AS (
        SELECT *, max(extent.high) OVER (
            PARTITION BY source, series, period_start, period_end, modality
            ORDER BY extent.low, extent.high, statement_id
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reach
        FROM query_table(statements)
    ), clustered AS (
        SELECT *, count(*) FILTER (WHERE extent.low > reach) OVER (
            PARTITION BY source, series, period_start, period_end, modality
            ORDER BY extent.low, extent.high, statement_id) AS cluster
        FROM reached
    ), judged AS (
        SELECT *, max(extent.low) OVER cluster_of <= min(extent.high) OVER cluster_of AS agreed
        FROM clustered
        WINDOW cluster_of AS (PARTITION BY source, series, period_start, period_end, modality, cluster)
    ), agreements AS (
        SELECT source, series, period_start, period_end, modality,
            min(topic) AS topic,
            min(aggregation) AS aggregation, min(price_basis) AS price_basis, min(standing) AS standing,
            bool_and(restating) AS restating,
            common_span(extent, statement_id) AS extent,
            string_agg(DISTINCT formula, '; ' ORDER BY formula) AS formula,
            list_sort(list_distinct(flatten(list(figure_ids)))) AS inputs
        FROM judged
        GROUP BY source, series, period_start, period_end, modality, cluster, CASE WHEN NOT agreed THEN statement_id END
    )
    SELECT * EXCLUDE (formula),
        CASE WHEN len(inputs) > 1 AND formula IS NULL
            THEN 'what all ' || len(inputs) || ' statements allow' ELSE formula END AS formula,
        row_number() OVER (PARTITION BY source, series, period_start, period_end, modality ORDER BY inputs) AS variant
    FROM agreements
);
