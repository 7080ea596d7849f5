-- City rankings: where each city stands among its peers, as far as intervals allow to say.
--
-- Purpose   The view `city_rankings`: "at least third of five", never an order that the evidence does not give.
-- Inputs    city_series.
-- Rules     1. Peers are all cities with one indicator, unit and year, real or not; the first has the most.
--           2. A city is surely above another if its interval lies wholly above the other's. Where its levels
--              contradict each other, its interval spans them all.
--           3. The best rank that a city can have comes after all that are surely above it, the worst before all that
--              are surely below. A city of which this tells nothing has no row.
-- Result    city_rankings.

CREATE VIEW city_rankings AS
WITH standings AS (
    SELECT place_id, place, indicator, unit, year, price_basis IS NOT DISTINCT FROM 'real' AS is_real,
        min(coalesce(low, '-infinity'::DOUBLE)) AS low, max(coalesce(high, 'infinity'::DOUBLE)) AS high
    FROM city_series
    WHERE subject IS NULL
    GROUP BY place_id, place, indicator, unit, year, is_real
), sides AS (
    SELECT *, unnest([low, high]) AS side, unnest([true, false]) AS is_low FROM standings
), counted AS (
    -- A running count along all sides takes the place of comparing each city with each other one.
    SELECT *,
        count(*) FILTER (WHERE is_low) OVER (
            PARTITION BY indicator, unit, year, is_real ORDER BY side DESC, is_low
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS lows_above,
        count(*) FILTER (WHERE NOT is_low) OVER (
            PARTITION BY indicator, unit, year, is_real ORDER BY side, is_low DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS highs_below
    FROM sides
), compared AS (
    SELECT * EXCLUDE (side, is_low, lows_above, highs_below),
        max(lows_above) FILTER (WHERE NOT is_low) AS surely_above,
        max(highs_below) FILTER (WHERE is_low) AS surely_below
    FROM counted
    GROUP BY ALL
), ranked AS (
    SELECT *, count(*) OVER (PARTITION BY indicator, unit, year, is_real) AS peers,
        1 + surely_above AS rank_low, peers - surely_below AS rank_high
    FROM compared
), worded AS (
    SELECT *, list_transform([rank_low, rank_high], lambda rank: CASE
        WHEN rank <= 10 THEN ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth',
            'tenth'][rank]
        WHEN rank % 100 IN (11, 12, 13) THEN rank || 'th'
        ELSE rank || CASE rank % 10 WHEN 1 THEN 'st' WHEN 2 THEN 'nd' WHEN 3 THEN 'rd' ELSE 'th' END END) AS ordinals
    FROM ranked
    WHERE rank_low > 1 OR rank_high < peers
)
SELECT place, indicator, unit, year, rank_low, rank_high, peers,
    CASE WHEN rank_low = rank_high THEN ordinals[1]
        WHEN rank_low = 1 THEN 'at least ' || ordinals[2]
        WHEN rank_high = peers THEN 'at most ' || ordinals[1]
        ELSE ordinals[1] || ' to ' || ordinals[2] END || ' of ' || peers AS words,
    CASE WHEN isfinite(low) THEN low END AS low, CASE WHEN isfinite(high) THEN high END AS high,
    is_real, place_id
FROM worded
ORDER BY indicator, unit, is_real, year, rank_low, rank_high, place, place_id;
