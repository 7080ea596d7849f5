-- Common questions: the macros of a release's DuckDB file.
--
-- Purpose   What people ask first, in a line: how did a city change, what is known of it, where do the words stand.
-- Inputs    The tables and views of the release; the file must be in USE, since a macro looks there for what it names.
-- Rules     1. A place is asked for by its name or its identifier, an indicator by its identifier.
--           2. What comes in is given a name of its own before any view is joined: DuckDB 2.0 takes the parameters for
--              columns of whatever is read first, and refuses a view with columns of their names.
--           3. One definition for each number of arguments, no default ones: DuckDB 1.2 wants these by name.
-- Result    city_change, city_series (which shares its name with the view), evidence.

CREATE MACRO city_change
(place) AS TABLE (
    WITH asked AS (SELECT place AS of_place)
    SELECT city_changes.*
    FROM asked
    JOIN city_changes ON of_place IN (city_changes.place, city_changes.place_id)
    ORDER BY city_changes.indicator, subject, base_start, period_end, change_id),
(place, indicator) AS TABLE
    WITH asked AS (SELECT place AS of_place, indicator AS of_indicator)
    SELECT city_changes.*
    FROM asked
    JOIN city_changes ON of_place IN (city_changes.place, city_changes.place_id) AND of_indicator = city_changes.indicator
    ORDER BY subject, base_start, period_end, change_id;
COMMENT ON MACRO TABLE city_change IS
    'How a city changed: the rows of city_changes, of one indicator where it is given. city_change(''Jixi'', ''population'')';

CREATE MACRO city_series
(place) AS TABLE (
    WITH asked AS (SELECT place AS of_place)
    SELECT city_series.*
    FROM asked
    JOIN city_series ON of_place IN (city_series.place, city_series.place_id)
    ORDER BY city_series.indicator, subject, year, level_id),
(place, indicator) AS TABLE
    WITH asked AS (SELECT place AS of_place, indicator AS of_indicator)
    SELECT city_series.*
    FROM asked
    JOIN city_series ON of_place IN (city_series.place, city_series.place_id) AND of_indicator = city_series.indicator
    ORDER BY subject, year, level_id;
COMMENT ON MACRO TABLE city_series IS
    'What is known of a city, year by year: the rows of the view city_series, of one indicator where it is given. city_series(''Jixi'', ''population'')';

CREATE MACRO evidence(id) AS TABLE
    WITH RECURSIVE way AS (
        SELECT id AS step_id, 0 AS depth
        UNION
        SELECT derivations.input_id, way.depth + 1
        FROM way
        JOIN derivations ON derivations.output_id = way.step_id
    ), reached AS (
        -- A figure may be reached in more than one way.
        SELECT step_id, min(depth) AS depth
        FROM way
        GROUP BY step_id
    )
    SELECT reached.depth, figures.figure_id, figures.place, figures.indicator, figures.period_start, figures.period_end,
        figures.value, figures.low, figures.high, figures.unit, figures.quote, figures.sentence,
        articles.title, articles.publisher, articles.author, articles.published, articles.url,
        figures.article_id, figures."start", figures."end"
    FROM reached
    JOIN figures ON figures.figure_id = reached.step_id
    JOIN articles ON articles.article_id = figures.article_id
    ORDER BY depth, articles.published, figures.article_id, figures."start";
COMMENT ON MACRO TABLE evidence IS
    'The words that a figure, level, change or conflict rests on, with their articles; depth counts the steps down to them. evidence(''ch_0123456789ab'')';
