-- Statements: what the figures say of levels and of changes.
--
-- Purpose   The two kinds of evidence that all else is computed from, one row a figure.
-- Inputs    figures, articles, indicators, places.
-- Rules     1. Only figures that stand: neither they nor their article are retracted, they have an indicator, and a
--              place or a subject that they are about.
--           2. A figure that restates another in a second currency is no evidence: the writer's rate of exchange is
--              not the city's. In a second physical unit (barrels a day; tonnes) it is a measurement of its own.
--           3. A matter is a place, a subject, an indicator and whom it is compared with; a topic is a matter that is
--              cumulative or not, real or not; a series is a topic in one unit. A place without an id goes by its
--              name, a group by its members.
--           4. What the vocabulary says is so (indicators.growth_is_real) grows in real terms unless said otherwise,
--              whether as a change or as a rate; levels are nominal.
--           5. Facts and estimates form one series, "observed"; forecasts, targets and capacities each their own.
-- Result    topics, series: what describes them, once. evidence: one row a figure, with numbers for its article, topic
--           and series; standing_figures, level_statements, change_statements: views of it.

-- One key out of what identifies a thing; of 128 bits, so that two things never share it.
CREATE MACRO key_of(parts) AS md5(array_to_string(list_transform(parts, lambda part: coalesce(part, '')), chr(31)));

-- A figure's id is its article's, a stroke, and a name without one.
CREATE MACRO article_of(figure_id) AS left(figure_id, -1 - length(split_part(figure_id, '/', -1)));
CREATE MACRO articles_of(figure_ids) AS CASE WHEN len(figure_ids) = 1 THEN [article_of(figure_ids[1])]
    ELSE list_sort(list_distinct(list_transform(figure_ids, lambda figure_id: article_of(figure_id)))) END;

-- All of two sorted lists that share nothing.
CREATE MACRO inputs_of_both(x, y) AS CASE WHEN x[-1] < y[1] THEN x || y WHEN y[-1] < x[1] THEN y || x
    ELSE list_sort(x || y) END;

CREATE MACRO is_money(unit) AS regexp_matches(unit, '^[A-Z]{3}(/|$)');

-- Rates, shares and gaps between them.
CREATE MACRO moves_in_points(unit) AS unit IN ('percent', 'percentage_point');

CREATE MACRO says_a_level(kind) AS kind IN ('level', 'count', 'rate', 'share', 'duration');

-- Few words say how a figure is meant: a byte each, where there are millions.
CREATE TYPE kind AS ENUM (SELECT DISTINCT kind FROM figures ORDER BY kind);
CREATE TYPE modality AS ENUM (SELECT DISTINCT modality FROM figures ORDER BY modality);
CREATE TYPE standing AS ENUM (SELECT 'observed' UNION (SELECT modality FROM figures) ORDER BY 1);
CREATE TYPE aggregation AS ENUM (SELECT DISTINCT aggregation FROM figures WHERE aggregation IS NOT NULL ORDER BY 1);
CREATE TYPE price_basis AS ENUM (
    SELECT 'real' UNION (SELECT price_basis FROM figures WHERE price_basis IS NOT NULL) ORDER BY 1);

-- ---------------------------------------------------------------- what stands

CREATE TABLE live_articles AS
SELECT article_id, row_number() OVER (ORDER BY article_id)::INTEGER AS article, publisher, published_start AS published
FROM articles
WHERE status <> 'retracted';

CREATE VIEW sound_figures AS
SELECT figures.* EXCLUDE (article_id), article,
    coalesce(place_id, place, array_to_string(list_sort(members), ', ')) AS place_key,
    coalesce(aggregation = 'cumulative', false) AS said_cumulative,
    price_basis = 'real' AS said_real,
    kind = 'change' AND unit = 'percent' AS is_relative_change,
    coalesce(says_a_level(kind) AND ends_with(unit, '/year') AND is_year(period_start, period_end), false)
        AS is_rate_of_its_year
FROM figures
JOIN live_articles USING (article_id)
WHERE status <> 'retracted' AND indicator IS NOT NULL
    AND (place_id IS NOT NULL OR place IS NOT NULL OR subject IS NOT NULL);

CREATE TABLE restating_figures AS
SELECT figure_id, unit, restates FROM sound_figures WHERE restates IS NOT NULL;

CREATE TABLE restatements AS
SELECT restating.figure_id,
    is_money(restating.unit) AND is_money(restated.unit) AND restating.unit <> restated.unit AS in_another_currency
FROM restating_figures AS restating
JOIN sound_figures AS restated ON restated.figure_id = restating.restates;

-- ---------------------------------------------------------------- what it is about

-- The combinations of what describes a figure are few: what follows from them is worked out once for each.
CREATE TABLE descriptions AS
WITH combinations AS (
    SELECT place_key, indicator, unit, subject, compared_with, said_real, said_cumulative, is_relative_change,
        is_rate_of_its_year, min(place_id) AS place_id, min(place) AS place
    FROM sound_figures
    GROUP BY ALL
), looked_up AS (
    SELECT combinations.* EXCLUDE (place),
        coalesce(places.name, combinations.place) AS place,
        within_sentence(coalesce(indicators.label, replace(indicator, '_', ' '))) AS label,
        -- Which currency is for the figure to say.
        CASE WHEN NOT starts_with(indicators.unit, 'currency') THEN indicators.unit END AS indicator_unit,
        -- What is not in the vocabulary is handled with the stricter rules, those of flows.
        coalesce(nature, 'flow') AS nature,
        coalesce(family, '') AS family,
        coalesce(comparable_periods, 'alike') AS comparable_periods,
        coalesce(signed, false) AS can_be_negative,
        coalesce(steady, false) AS steady,
        indicators.parent,
        coalesce(growth_is_real AND (indicators.family = 'growth' OR is_relative_change), false) AS is_real_growth
    FROM combinations
    LEFT JOIN indicators ON indicator_id = indicator
    LEFT JOIN places USING (place_id)
), told_apart AS (
    SELECT *,
        said_cumulative OR family = 'cumulative' AS cumulative,
        coalesce(said_real, is_real_growth) AS is_real,
        -- "32 million tonnes a year", said of one year, is the output of that year.
        CASE WHEN is_rate_of_its_year AND nature = 'flow' THEN regexp_replace(unit, '/year$', '') ELSE unit END
            AS series_unit,
        key_of([place_key, subject, indicator, compared_with]) AS matter_key
    FROM looked_up
), keyed AS (
    SELECT *, key_of([matter_key, cumulative::VARCHAR, is_real::VARCHAR]) AS topic_key FROM told_apart
)
SELECT *, key_of([topic_key, series_unit]) AS series_key,
    dense_rank() OVER (ORDER BY matter_key)::INTEGER AS matter,
    dense_rank() OVER (ORDER BY topic_key)::INTEGER AS topic,
    dense_rank() OVER (ORDER BY topic_key, series_unit)::INTEGER AS series
FROM keyed;

CREATE TABLE topics AS
SELECT topic, topic_key, matter, min(place_key) AS place_key, min(place_id) AS place_id, min(place) AS place,
    min(subject) AS subject, min(indicator) AS indicator, min(compared_with) AS compared_with, min(label) AS label,
    min(indicator_unit) AS indicator_unit, min(nature) AS nature, min(family) AS family, min(parent) AS parent,
    min(comparable_periods) AS comparable_periods, min(comparable_periods) = 'alike' AS belongs_to_period,
    bool_or(can_be_negative) AS can_be_negative, bool_or(steady) AS steady,
    bool_or(cumulative) AS cumulative, bool_or(is_real) AS is_real
FROM descriptions
GROUP BY topic, topic_key, matter;

CREATE TABLE series AS
SELECT DISTINCT series, series_key, topic, series_unit AS unit FROM descriptions;

-- ---------------------------------------------------------------- the evidence

CREATE TABLE evidence AS
SELECT figure.figure_id, article, topic, series, kind::kind AS kind, direction = 'down' AS is_fall, value, low, high,
    period_start, period_end, base_start, base_end, modality::modality AS modality,
    CASE WHEN modality IN ('actual', 'estimate') THEN 'observed' ELSE modality END::standing AS standing,
    aggregation::aggregation AS aggregation,
    CASE WHEN descriptions.is_real THEN 'real' ELSE price_basis END::price_basis AS price_basis,
    kind = 'change' AS says_change,
    says_a_level(kind) AND period_start IS NOT NULL AND period_end IS NOT NULL AS says_level,
    CASE WHEN len(unit_readings) > 0 THEN unit_readings END AS unit_readings,
    restates,
    restatements.figure_id IS NOT NULL AS restating
FROM sound_figures AS figure
JOIN descriptions ON descriptions.indicator = figure.indicator AND descriptions.unit = figure.unit
    AND descriptions.place_key IS NOT DISTINCT FROM figure.place_key
    AND descriptions.subject IS NOT DISTINCT FROM figure.subject
    AND descriptions.compared_with IS NOT DISTINCT FROM figure.compared_with
    AND descriptions.said_real IS NOT DISTINCT FROM figure.said_real
    AND descriptions.said_cumulative = figure.said_cumulative
    AND descriptions.is_relative_change = figure.is_relative_change
    AND descriptions.is_rate_of_its_year = figure.is_rate_of_its_year
LEFT JOIN restatements ON restatements.figure_id = figure.figure_id
WHERE NOT coalesce(in_another_currency, false);

CREATE VIEW standing_figures AS
SELECT evidence.*, series.unit, live_articles.* EXCLUDE (article)
FROM evidence
JOIN live_articles USING (article)
JOIN (SELECT series, unit FROM series) AS series USING (series);

CREATE VIEW level_statements AS
SELECT * EXCLUDE (kind, is_fall, base_start, base_end, unit_readings),
    span(value, low, high) AS extent,
    list_transform(unit_readings,
        lambda other: {'unit': other.unit, 'extent': span(other.value, other.low, other.high)}) AS other_readings
FROM standing_figures
WHERE says_level;

CREATE VIEW change_statements AS
WITH changes_said AS (
    SELECT evidence.* EXCLUDE (kind, aggregation, unit_readings, period_start), series.unit,
        label, nature, indicator_unit, belongs_to_period,
        later_start(period_start, period_end, base_start, base_end) AS period_start,
        CASE unit WHEN 'percent' THEN 'percent' WHEN 'percentage_point' THEN 'points' ELSE 'difference' END AS measure
    FROM evidence
    JOIN series USING (series)
    JOIN topics ON topics.topic = evidence.topic
    WHERE says_change
)
SELECT * EXCLUDE (value, low, high, is_fall),
    -- "The rate fell 10 per cent" leaves open whether points or a tenth of the rate are meant.
    measure = 'percent' AND nature = 'ratio' AND indicator_unit IS NOT DISTINCT FROM 'percent' AS ambiguous,
    CASE WHEN is_fall THEN negative(span(value, low, high)) ELSE span(value, low, high) END AS extent
FROM changes_said;
