-- Plausible exchange rates.
--
-- Purpose   "15.26 billion yuan (US$2.3 billion)" tells a rate of exchange. One that no market paid shows that a number,
--           a scale word or a currency was misread or misprinted.
-- Inputs    figures, articles, exchange_rates (yearly averages, to three digits).
-- Rules     1. The rate that a restatement implies is an interval, from the precision of both numbers; a hedged number
--              counts as the number that is written.
--           2. It must meet the averages of the years from the figure's own to that of its article, one year earlier
--              included, a tenth wider on either side: nobody says at which day's rate a writer converts.
--           3. Two restatements of one article, pair of currencies and year must meet each other, a tenth wider.
--           4. A currency or year that the table lacks is held against the article alone.
-- Result    implausible: one row a restatement, or two that disagree.

CREATE MACRO band() AS 1.1;

CREATE TABLE restatements AS
WITH paired AS (
    SELECT restated.figure_id, written.figure_id AS written_id, restated.article_id,
        restated.place, restated.subject, restated.indicator, restated.period_start, restated.period_end,
        split_part(written.unit, '/', 1) AS currency, split_part(restated.unit, '/', 1) AS other_currency,
        '“' || restated.quote || '” for “' || written.quote || '”' AS quotes,
        coalesce(written.low, written.value) / coalesce(restated.high, restated.value) AS low,
        coalesce(written.high, written.value) / coalesce(restated.low, restated.value) AS high,
        coalesce(year(restated.period_end), year(written.period_end), year(articles.published_start)) AS year_said,
        coalesce(year(articles.published_start), year(restated.period_end)) AS year_written
    FROM figures AS restated
    JOIN figures AS written ON written.figure_id = restated.restates
    JOIN articles ON articles.article_id = restated.article_id
    WHERE regexp_matches(restated.unit, '^[A-Z]{3}(/|$)') AND regexp_matches(written.unit, '^[A-Z]{3}(/|$)')
        AND left(restated.unit, 3) <> left(written.unit, 3) AND substr(restated.unit, 4) = substr(written.unit, 4)
        AND least(restated.value, restated.low, written.value, written.low) > 0
        AND restated.status <> 'retracted' AND articles.status <> 'retracted'
)
-- One way round for each pair of currencies, whichever the writer restates: how much of the first buys one second.
SELECT * EXCLUDE (currency, other_currency, low, high),
    least(currency, other_currency) AS priced, greatest(currency, other_currency) AS bought,
    CASE WHEN currency < other_currency THEN low ELSE 1 / high END AS low,
    CASE WHEN currency < other_currency THEN high ELSE 1 / low END AS high
FROM paired;

CREATE MACRO three_digits(x) AS round(x, 2 - floor(log10(x))::INTEGER);
CREATE MACRO rate_in_words(low, high, priced, bought) AS
    bounds_in_words(three_digits(low), three_digits(high)) || ' ' || priced || ' for one ' || bought;

CREATE VIEW off_the_market AS
WITH market AS (
    SELECT figure_id, min(priced_rate.per_dollar / bought_rate.per_dollar) AS low,
        max(priced_rate.per_dollar / bought_rate.per_dollar) AS high,
        min(priced_rate.year) AS first_year, max(priced_rate.year) AS last_year
    FROM restatements
    JOIN exchange_rates AS priced_rate ON priced_rate.code = restatements.priced
        AND priced_rate.year BETWEEN least(year_said, year_written) - 1 AND greatest(year_said, year_written)
    JOIN exchange_rates AS bought_rate ON bought_rate.code = restatements.bought AND bought_rate.year = priced_rate.year
    GROUP BY figure_id
)
SELECT place, subject, indicator, period_start, period_end,
    quotes || ' is ' || rate_in_words(told.low, told.high, priced, bought) || '; from ' || first_year || ' to '
        || last_year || ' it was ' || rate_in_words(market.low, market.high, priced, bought) AS finding,
    [figure_id, written_id] AS ids
FROM restatements AS told
JOIN market USING (figure_id)
WHERE told.low > market.high * band() OR told.high < market.low / band();

CREATE VIEW off_each_other AS
WITH extremes AS (
    SELECT article_id, priced, bought, year_said, max(low) AS highest, min(high) AS lowest,
        arg_max(restatements, {'rate': low, 'id': figure_id}) AS dearest,
        arg_min(restatements, {'rate': high, 'id': figure_id}) AS cheapest
    FROM restatements
    GROUP BY article_id, priced, bought, year_said
    HAVING highest > lowest * band()
)
SELECT dearest.place AS place, dearest.subject AS subject, dearest.indicator AS indicator,
    dearest.period_start AS period_start, dearest.period_end AS period_end,
    'In one article, ' || dearest.quotes || ' is ' || rate_in_words(dearest.low, dearest.high, priced, bought) || ', but '
        || cheapest.quotes || ' is ' || rate_in_words(cheapest.low, cheapest.high, priced, bought) AS finding,
    [dearest.figure_id, dearest.written_id, cheapest.figure_id, cheapest.written_id] AS ids
FROM extremes;

CREATE VIEW implausible AS
FROM off_the_market UNION ALL BY NAME FROM off_each_other;
