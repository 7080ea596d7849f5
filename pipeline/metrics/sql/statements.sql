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
--           4. Growth of GDP and value added is real unless said otherwise, whether it is a change or a rate; levels
--              are nominal.
--           5. Facts and estimates form one series, "observed"; forecasts, targets and capacities each their own.
-- Result    topics: one row a topic, with what describes it. standing_figures: one row a figure. level_statements,
--           change_statements: one row a figure.

-- One key out of what identifies a thing; of 128 bits, so that two things never share it.
CREATE MACRO key_of(parts) AS md5(array_to_string(list_transform(parts, lambda part: coalesce(part, '')), chr(31)));
CREATE MACRO series_of(topic, unit) AS key_of([topic, unit]);

-- A figure's id begins with its article's.
CREATE MACRO articles_of(figure_ids) AS
    list_sort(list_distinct(list_transform(figure_ids, lambda figure_id: regexp_extract(figure_id, '^(.*)/', 1))));

CREATE MACRO is_money(unit) AS regexp_matches(unit, '^[A-Z]{3}(/|$)');

-- Rates, shares and gaps between them.
CREATE MACRO moves_in_points(unit) AS unit IN ('percent', 'percentage_point');

-- "Coal output" is "coal output" inside a sentence, "GDP" stays.
CREATE MACRO within_sentence(label) AS CASE WHEN regexp_matches(label, '^[A-Z][A-Z0-9]') THEN label
    ELSE lower(left(label, 1)) || substr(label, 2) END;

CREATE TABLE standing_figures AS
WITH sound AS (
    SELECT figures.* EXCLUDE (place),
        coalesce(places.name, figures.place) AS place,
        coalesce(figures.place_id, figures.place, array_to_string(list_sort(figures.members), ', ')) AS place_key,
        within_sentence(coalesce(indicators.label, replace(figures.indicator, '_', ' '))) AS label,
        -- Which currency is for the figure to say.
        CASE WHEN NOT starts_with(indicators.unit, 'currency') THEN indicators.unit END AS indicator_unit,
        -- What is not in the vocabulary is handled with the stricter rules, those of flows.
        coalesce(indicators.nature, 'flow') AS nature,
        coalesce(indicators.family, '') AS family,
        coalesce(indicators.comparable_periods, 'alike') AS comparable_periods,
        coalesce(indicators.signed, false) AS can_be_negative,
        coalesce(indicators.steady, false) AS steady,
        coalesce(indicators.growth_is_real AND (indicators.family = 'growth'
            OR (figures.kind = 'change' AND figures.unit = 'percent')), false) AS is_real_growth,
        articles.publisher,
        articles.published_start AS published
    FROM figures
    JOIN articles USING (article_id)
    LEFT JOIN indicators ON indicators.indicator_id = figures.indicator
    LEFT JOIN places ON places.place_id = figures.place_id
    WHERE figures.status <> 'retracted' AND articles.status <> 'retracted'
        AND figures.indicator IS NOT NULL
        AND (figures.place_id IS NOT NULL OR figures.place IS NOT NULL OR figures.subject IS NOT NULL)
), described AS (
    SELECT sound.*,
        restated.figure_id IS NOT NULL AS restating,
        sound.aggregation IS NOT DISTINCT FROM 'cumulative' OR sound.family = 'cumulative' AS cumulative,
        coalesce(sound.price_basis = 'real', sound.is_real_growth) AS is_real,
        sound.comparable_periods = 'alike' AS belongs_to_period,
        CASE WHEN sound.modality IN ('actual', 'estimate') THEN 'observed' ELSE sound.modality END AS standing
    FROM sound
    LEFT JOIN sound AS restated ON restated.figure_id = sound.restates
    WHERE NOT coalesce(is_money(sound.unit) AND is_money(restated.unit) AND sound.unit <> restated.unit, false)
)
SELECT * REPLACE (CASE WHEN is_real THEN 'real' ELSE price_basis END AS price_basis),
    key_of([place_key, subject, indicator, compared_with]) AS matter,
    key_of([matter, cumulative::VARCHAR, is_real::VARCHAR]) AS topic
FROM described;

CREATE TABLE topics AS
SELECT topic, topic AS topic_key, matter, min(place_id) AS place_id, min(place) AS place, min(subject) AS subject,
    min(indicator) AS indicator, min(label) AS label, min(nature) AS nature, min(family) AS family,
    bool_or(belongs_to_period) AS belongs_to_period, bool_or(can_be_negative) AS can_be_negative, bool_or(steady) AS steady,
    bool_or(cumulative) AS cumulative, bool_or(is_real) AS is_real
FROM standing_figures
GROUP BY topic, matter;

CREATE TABLE level_statements AS
WITH levels_said AS (
    -- "32 million tonnes a year", said of one year, is the output of that year.
    SELECT * REPLACE (CASE WHEN nature = 'flow' AND is_year(period_start, period_end)
        THEN regexp_replace(unit, '/year$', '') ELSE unit END AS unit)
    FROM standing_figures
    WHERE kind IN ('level', 'count', 'rate', 'share', 'duration') AND period_start IS NOT NULL AND period_end IS NOT NULL
)
SELECT figure_id, article_id, place_id, place, subject, indicator, label,
    matter, topic, series_of(topic, unit) AS series, unit, nature, belongs_to_period, can_be_negative, cumulative, is_real, period_start, period_end,
    aggregation, price_basis, modality, standing, restates, restating,
    span(value, low, high) AS extent,
    list_transform(unit_readings,
        lambda other: {'unit': other.unit, 'extent': span(other.value, other.low, other.high)}) AS other_readings
FROM levels_said;

CREATE TABLE change_statements AS
WITH changes_said AS (
    SELECT *,
        CASE unit WHEN 'percent' THEN 'percent' WHEN 'percentage_point' THEN 'points' ELSE 'difference' END AS measure
    FROM standing_figures
    WHERE kind = 'change'
)
SELECT figure_id, article_id, place_id, place, subject, indicator, label, matter, topic, unit, indicator_unit,
    nature, belongs_to_period, can_be_negative, is_real, base_start, base_end,
    later_start(period_start, period_end, base_start, base_end) AS period_start, period_end,
    price_basis, modality, standing, measure,
    -- "The rate fell 10 per cent" leaves open whether points or a tenth of the rate are meant.
    measure = 'percent' AND nature = 'ratio' AND indicator_unit IS NOT DISTINCT FROM 'percent' AS ambiguous,
    CASE WHEN direction = 'down' THEN negative(span(value, low, high)) ELSE span(value, low, high) END AS extent
FROM changes_said;
