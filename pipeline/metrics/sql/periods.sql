-- Periods.
--
-- Purpose   What kind of period two dates span, which periods can be compared, and how long a change took.
-- Inputs    First and last day of a period, inclusive.
-- Rules     1. A flow (output of a year, sales of a half-year) belongs to all of its period: only periods of one
--              length that begin in the same month are comparable, half-year with half-year, October with October.
--           2. A stock, a ratio or an index can be looked at on any day: periods need only follow each other, and a
--              day within the year (of a census, the year's end) measures the year.

CREATE MACRO is_day(first_day, last_day) AS first_day = last_day;

CREATE MACRO is_whole_months(first_day, final_day) AS day(first_day) = 1 AND final_day = last_day(final_day);

CREATE MACRO months_in(first_day, final_day) AS date_diff('month', first_day, final_day) + 1;

CREATE MACRO is_year(first_day, last_day) AS
    is_whole_months(first_day, last_day) AND month(first_day) = 1 AND months_in(first_day, last_day) = 12;

CREATE MACRO period_label(first_day, last_day) AS CASE
    WHEN last_day IS NULL THEN 'undated'
    WHEN is_year(first_day, last_day) THEN year(last_day)::VARCHAR
    WHEN is_day(first_day, last_day) THEN strftime(last_day, '%Y-%m-%d')
    WHEN is_whole_months(first_day, last_day) AND months_in(first_day, last_day) = 1 THEN strftime(last_day, '%Y-%m')
    WHEN is_whole_months(first_day, last_day) THEN strftime(first_day, '%Y-%m') || ' to ' || strftime(last_day, '%Y-%m')
    ELSE strftime(first_day, '%Y-%m-%d') || ' to ' || strftime(last_day, '%Y-%m-%d') END;

-- Of two periods with one shape, either can stand for the other in another year. A number: 1 for a day; months and the
-- first of them ("half-years from July": 607); of odd lengths the days, below nought.
CREATE MACRO period_shape(first_day, last_day) AS CASE
    WHEN is_whole_months(first_day, last_day) THEN 100 * months_in(first_day, last_day) + month(first_day)
    WHEN is_day(first_day, last_day) THEN 1
    ELSE -1 - date_diff('day', first_day, last_day) END;

-- The later period of a change. Where a figure's period is the whole span since its base ("between 2010 and 2018"),
-- it is the last stretch of that span which is as long as the base.
CREATE MACRO spans_from_base(first_day, last_day, base_first, base_last) AS
    base_last IS NOT NULL AND first_day <= base_last AND last_day > base_last;
CREATE MACRO later_start(first_day, final_day, base_first, base_last) AS CASE
    WHEN NOT coalesce(spans_from_base(first_day, final_day, base_first, base_last), false) THEN first_day
    WHEN is_whole_months(base_first, base_last) AND final_day = last_day(final_day)
        THEN (date_trunc('month', final_day) - to_months((months_in(base_first, base_last) - 1)::INTEGER))::DATE
    ELSE final_day END;

-- Whether a level of one period is the level of another, as an end of a change.
CREATE MACRO measures_period(level_first, level_last, first_day, last_day, belongs_to_period) AS
    (level_first = first_day AND level_last = last_day)
    OR (NOT belongs_to_period AND is_day(level_first, level_last)
        AND level_first BETWEEN first_day AND last_day AND months_in(first_day, last_day) <= 12);

-- Years from one period to another: of calendar years where both end on one day of the year or where a stock is
-- given for a year, else from middle to middle.
CREATE MACRO middle(first_day, last_day) AS epoch(first_day) / 2 + epoch(last_day) / 2;
CREATE MACRO years_between(base_first, base_last, first_day, last_day, is_stock) AS CASE
    WHEN strftime(base_last, '%m-%d') = strftime(last_day, '%m-%d')
        OR (is_stock AND (is_year(base_first, base_last) OR is_year(first_day, last_day)))
    THEN (year(last_day) - year(base_last))::DOUBLE
    ELSE round((middle(first_day, last_day) - middle(base_first, base_last)) / (86400 * 365.2425), 2) END;
