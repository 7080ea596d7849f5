-- Interval arithmetic.
--
-- Purpose   Every value of a release is a point with the closed interval that is certain of it. These macros carry
--           both through arithmetic, so that no bound is lost and none is invented.
-- Inputs    Intervals made by span(value, low, high), where a null bound is an open side. Within an interval an open
--           side is infinite; published(bound) makes it null again. A null interval is no knowledge at all, and makes
--           the result null.
-- Rules     1. The true result lies inside. Each argument occurs once in what is computed, so that between closed
--              inputs no narrower interval holds it.
--           2. An open side stays open in all that follows from it, also where arithmetic alone would close it in
--              the limit (a base open above makes a fall of at most 100 per cent): a bound says what was said.
--           3. A per cent change needs a base above zero and a final level that is not below; else it is null.
--              What cannot be negative is so also where its low side is open: see grounded().
--           4. Bounds are in double precision, right to about one part in 10^12.

CREATE MACRO unlimited() AS 'infinity'::DOUBLE;

CREATE MACRO span(value, low, high) AS {
    'value': value::DOUBLE, 'low': coalesce(low, -unlimited())::DOUBLE, 'high': coalesce(high, unlimited())::DOUBLE};

-- A point or bound as it stands in a table. Minus nought is nought.
CREATE MACRO published(bound) AS CASE WHEN isfinite(bound) THEN bound + 0.0::DOUBLE END;

CREATE MACRO width(x) AS x.high - x.low;

-- ---------------------------------------------------------------- comparison

CREATE MACRO disjoint(x, y) AS x.high < y.low OR y.high < x.low;
CREATE MACRO overlap(x, y) AS NOT disjoint(x, y);

-- What both allow; null where they are disjoint. Its point is that of the narrower, moved inside if need be.
CREATE MACRO point_within(value, low, high) AS CASE WHEN value IS NOT NULL THEN least(greatest(value, low), high) END;
CREATE MACRO intersection(x, y) AS CASE WHEN overlap(x, y) THEN span(
    point_within(CASE WHEN width(y) < width(x) THEN y.value ELSE x.value END,
                 greatest(x.low, y.low), least(x.high, y.high)),
    greatest(x.low, y.low), least(x.high, y.high)) END;

-- The intersection of a group's intervals, of which some may be null, as an aggregate. The point is the narrowest's;
-- `id` decides among equals.
CREATE MACRO common_span(x, id) AS CASE WHEN count(x) > 0 THEN span(
    point_within(arg_min(x.value, {'width': width(x), 'id': id}) FILTER (WHERE x IS NOT NULL), max(x.low), min(x.high)),
    max(x.low), min(x.high)) END;

-- ---------------------------------------------------------------- the four operations

CREATE MACRO negative(x) AS CASE WHEN x IS NOT NULL THEN span(-x.value, -x.high, -x.low) END;
CREATE MACRO plus(x, y) AS CASE WHEN x IS NOT NULL AND y IS NOT NULL
    THEN span(x.value + y.value, x.low + y.low, x.high + y.high) END;
CREATE MACRO minus(x, y) AS CASE WHEN x IS NOT NULL AND y IS NOT NULL
    THEN span(x.value - y.value, x.low - y.high, x.high - y.low) END;

-- Nought times anything is nought, also times an open side.
CREATE MACRO product_end(a, b) AS coalesce(nullif(a * b, 'nan'::DOUBLE), 0);
CREATE MACRO products_of_ends(x, y) AS [product_end(x.low, y.low), product_end(x.low, y.high),
    product_end(x.high, y.low), product_end(x.high, y.high)];
CREATE MACRO times(x, y) AS CASE WHEN x IS NOT NULL AND y IS NOT NULL THEN span(x.value * y.value,
    list_min(products_of_ends(x, y)), list_max(products_of_ends(x, y))) END;
-- By a number above zero.
CREATE MACRO scaled(x, factor) AS CASE WHEN x IS NOT NULL THEN span(x.value * factor, x.low * factor, x.high * factor) END;

-- The ends of x over y, for a y that is not below zero. Nought shared out is nought.
CREATE MACRO can_be_shared_by(y) AS y.low >= 0 AND y.high > 0;
CREATE MACRO ratio_point(x, y) AS CASE WHEN y > 0 THEN x / y END;
CREATE MACRO ratio_low(x_low, y_low, y_high) AS CASE WHEN x_low = 0 THEN 0
    WHEN x_low < 0 THEN x_low / (y_low + 0.0::DOUBLE)
    WHEN y_high < unlimited() THEN x_low / y_high END;
CREATE MACRO ratio_high(x_high, y_low, y_high) AS CASE WHEN x_high = 0 THEN 0
    WHEN x_high > 0 THEN x_high / (y_low + 0.0::DOUBLE)
    WHEN y_high < unlimited() THEN x_high / y_high END;

-- x over y, for a y that is not below zero (null for any other, and for nought).
CREATE MACRO ratio(x, y) AS CASE WHEN x IS NOT NULL AND can_be_shared_by(y) THEN span(
    ratio_point(x.value, y.value), ratio_low(x.low, y.low, y.high), ratio_high(x.high, y.low, y.high)) END;

-- x over y for any y: of either sign, and without bounds where y may be nought.
CREATE MACRO quotient(x, y) AS CASE
    WHEN y.low >= 0 THEN ratio(x, y)
    WHEN y.high <= 0 THEN ratio(negative(x), negative(y))
    WHEN x IS NOT NULL AND y IS NOT NULL THEN span(CASE WHEN y.value <> 0 THEN x.value / y.value END, NULL, NULL) END;

-- What cannot be below zero is not, whatever was left open ("less than a million tonnes").
CREATE MACRO grounded(x, can_be_negative) AS CASE WHEN x IS NOT NULL
    THEN span(x.value, CASE WHEN x.low = -unlimited() AND NOT can_be_negative THEN 0 ELSE x.low END, x.high) END;

-- ---------------------------------------------------------------- changes

-- Per cent change from base to final: 100 × final / base - 100. Each end is worked out by itself: there are many.
CREATE MACRO percent_change(base, final) AS CASE WHEN final.high >= 0 AND can_be_shared_by(base) THEN span(
    100 * ratio_point(final.value, base.value) - 100,
    100 * ratio_low(final.low, base.low, base.high) - 100,
    100 * ratio_high(final.high, base.low, base.high) - 100) END;

-- The factor that a per cent change multiplies a level by. It is never below zero: all is lost at -100.
CREATE MACRO growth_factor(pct) AS CASE WHEN pct IS NOT NULL THEN
    span(1 + pct.value / 100, greatest(0, 1 + pct.low / 100), 1 + pct.high / 100) END;

CREATE MACRO base_from_percent(final, pct) AS ratio(final, growth_factor(pct));
CREATE MACRO final_from_percent(base, pct) AS times(base, growth_factor(pct));
CREATE MACRO base_from_difference(final, difference) AS minus(final, difference);
CREATE MACRO final_from_difference(base, difference) AS plus(base, difference);
CREATE MACRO base_from_both(difference, pct) AS CASE WHEN pct.low > 0 OR pct.high < 0
    THEN quotient(scaled(difference, 100), pct) END;

-- The part of the final level that a per cent change makes up, pct / (100 + pct), and back. Both only rise.
CREATE MACRO part_of_final(pct) AS CASE WHEN pct IS NOT NULL THEN span(
    CASE WHEN pct.value > -100 THEN pct.value / (100 + pct.value) END,
    CASE WHEN pct.low > -100 THEN pct.low / (100 + pct.low) END,
    CASE WHEN pct.high > -100 AND pct.high < unlimited() THEN pct.high / (100 + pct.high) END) END;
CREATE MACRO percent_of_part(part) AS CASE WHEN part IS NOT NULL THEN span(
    CASE WHEN part.value < 1 THEN 100 * part.value / (1 - part.value) END,
    CASE WHEN part.low < 1 AND part.low > -unlimited() THEN 100 * part.low / (1 - part.low) END,
    CASE WHEN part.high < 1 THEN 100 * part.high / (1 - part.high) END) END;

CREATE MACRO difference_from_final(final, pct) AS times(final, part_of_final(pct));
CREATE MACRO difference_from_base(base, pct) AS times(base, scaled(pct, 0.01::DOUBLE));
CREATE MACRO percent_from_final(final, difference) AS percent_of_part(ratio(difference, final));
CREATE MACRO percent_from_base(base, difference) AS ratio(scaled(difference, 100), base);

-- The yearly per cent change that compounds to pct over so many years. What lost more than all has none.
CREATE MACRO yearly(pct, years) AS CASE WHEN pct >= -100 THEN 100 * (pow(1 + pct / 100, 1 / years) - 1) END;
CREATE MACRO annual_rate(pct, years) AS CASE WHEN pct IS NOT NULL AND years > 0 THEN
    span(yearly(pct.value, years), yearly(pct.low, years), yearly(pct.high, years)) END;
