-- Conflicts: statements of one thing that do not agree as they stand.
--
-- Purpose   The release's table `conflicts`, and the rows of `levels` and `changes` that each is about.
-- Inputs    sides, side_figures, accounts, settled_figures, echoes, level_rows, change_rows.
-- Rules     1. All sides are kept and shown, each with its interval.
--           2. What nothing accounts for is a contradiction: `cause` is null, and the explanation names what was tried.
--           3. A figure is preferred where there is a reason, and the explanation tells it. In a contradiction, what
--              is stated is preferred to what is implied; among equals nothing is.
--           4. A row of several conflicts names the gravest: a contradiction, then disjoint, unit reading, scope,
--              syndicated.
-- Result    derived_conflicts, derived_levels, derived_changes.

CREATE MACRO kind_of(cause) AS CASE cause WHEN 'unit' THEN 'unit_reading' WHEN 'scope' THEN 'scope'
    WHEN 'syndication' THEN 'syndicated' ELSE 'disjoint' END;

-- "Coal output of Ashford in 2015: 99 to 101 tonnes ("100 t", The Post, 2016); ... It is one value in two units: ..."
CREATE MACRO explained(topic_in_words, sides_in_words, because, preferred, preferred_in_words, why_preferred) AS
    upper(left(topic_in_words, 1)) || substr(topic_in_words, 2) || ': ' || list_in_words(sides_in_words, 6, '; ')
    || '. ' || because || '.'
    || CASE WHEN preferred IS NULL THEN '' ELSE ' Preferred is ' || preferred_in_words || ', since ' || why_preferred || '.' END;

CREATE TABLE judged_things AS
WITH things AS (
    SELECT thing, min(topic_in_words) AS topic_in_words, min(reason) AS reason,
        list(said || ' (' || evidence || ')' ORDER BY extent.low, extent.high, row_id) AS sides_in_words,
        CASE WHEN count(*) FILTER (WHERE basis = 'stated') = 1 AND count(*) FILTER (WHERE basis = 'implied') > 0
            THEN min(figure_id) FILTER (WHERE basis = 'stated') END AS only_stated
    FROM sides
    GROUP BY thing
), judged AS (
    SELECT thing, topic_in_words, sides_in_words, cause,
        CASE WHEN cause IS NULL THEN only_stated ELSE preferred END AS preferred,
        CASE WHEN cause IS NULL THEN 'it is stated, all else is implied by changes' ELSE why_preferred END
            AS why_preferred,
        coalesce(because, CASE WHEN len(sides_in_words) = 2 THEN 'Both' ELSE 'All' END || ' cannot be true'
            || coalesce(', since ' || reason, '') || '. Neither rounding nor another '
            || 'reading of the unit, a report printed twice, another extent or a revision accounts for it') AS because
    FROM things
    LEFT JOIN accounts USING (thing)
)
SELECT judged.*, explained(topic_in_words, sides_in_words, because, preferred, preferred_side.said || ' (' || preferred_side.evidence || ')', why_preferred)
    AS explanation
FROM judged
LEFT JOIN (SELECT DISTINCT ON (thing, figure_id) thing, figure_id, said, evidence FROM sides ORDER BY thing, figure_id, row_id)
    AS preferred_side ON preferred_side.thing = judged.thing AND preferred_side.figure_id = judged.preferred;

-- One row a figure of a conflict, with the interval of the side that it stands for.
CREATE TABLE conflict_figures AS
SELECT thing, side_figures.figure_id, place_id, place, subject, indicator, sides.unit, period_start, period_end, extent
FROM side_figures
JOIN sides USING (thing, row_id)
WHERE is_own
QUALIFY row_number() OVER (PARTITION BY thing, side_figures.figure_id ORDER BY row_id) = 1
UNION ALL BY NAME
SELECT thing, figure_id, place_id, place, subject, indicator, unit, period_start, period_end, extent
FROM settled_figures;

CREATE TABLE conflict_words AS
SELECT thing, cause, preferred, explanation FROM judged_things
UNION ALL
SELECT thing, min(cause), min(preferred),
    explained(min(topic_in_words), list(said || ' (' || evidence || ')' ORDER BY is_last, figure_id), min(because), min(preferred),
        min(said || ' (' || evidence || ')') FILTER (WHERE figure_id = preferred), min(why_preferred))
FROM settled_figures
GROUP BY thing;

CREATE TABLE derived_conflicts AS
SELECT 'cf_' || left(key_of([kind_of(min(cause)), thing]), 12) AS conflict_id, thing,
    min(place_id) AS place_id, min(place) AS place, min(subject) AS subject, min(indicator) AS indicator,
    max(period_start) AS period_start, max(period_end) AS period_end,
    list(figure_id ORDER BY figure_id) AS figure_ids,
    list(published(extent.low) ORDER BY figure_id) AS low, list(published(extent.high) ORDER BY figure_id) AS high,
    kind_of(min(cause)) AS kind, min(cause) AS cause, min(unit) AS unit,
    min(explanation) AS explanation, min(preferred) AS preferred
FROM conflict_figures
JOIN conflict_words USING (thing)
GROUP BY thing;

CREATE TABLE conflicts_of_rows AS
WITH gravity AS (
    SELECT * FROM (VALUES ('disjoint', 1), ('unit_reading', 2), ('scope', 3), ('syndicated', 4)) AS listed(kind, gravity)
), settled_topics AS (
    SELECT topic, list(DISTINCT figure_id) AS settled
    FROM settled_figures
    JOIN evidence USING (figure_id)
    GROUP BY topic
), levels_of_settled AS (
    SELECT level_id, unnest(list_intersect(inputs, settled)) AS figure_id FROM level_rows JOIN settled_topics USING (topic)
), changes_of_settled AS (
    SELECT movement, unnest(list_intersect(inputs, settled)) AS figure_id FROM change_rows JOIN settled_topics USING (topic)
), changes_of_things AS (
    -- By their numbers: an identifier is made only for those that are concerned.
    SELECT movement, thing FROM echoes
    UNION
    SELECT movement, thing FROM changes_of_settled JOIN settled_figures USING (figure_id)
), memberships AS (
    SELECT row_id, thing FROM disputed_rows
    UNION
    SELECT change_id, thing FROM changes_of_things JOIN change_rows USING (movement)
    UNION
    SELECT level_id, thing FROM levels_of_settled JOIN settled_figures USING (figure_id)
)
SELECT row_id,
    arg_min(conflict_id, {'accounted_for': cause IS NOT NULL, 'gravity': gravity, 'id': conflict_id}) AS conflict_id
FROM memberships
JOIN derived_conflicts USING (thing)
JOIN gravity USING (kind)
GROUP BY row_id;

CREATE VIEW derived_levels AS
SELECT level_rows.*, conflict_id FROM level_rows LEFT JOIN conflicts_of_rows ON row_id = level_id;

CREATE VIEW derived_changes AS
SELECT change_rows.*, conflict_id FROM change_rows LEFT JOIN conflicts_of_rows ON row_id = change_id;
