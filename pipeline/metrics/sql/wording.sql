-- Wording: amounts, intervals and sources in words.
--
-- Purpose   What the files of this room write into explanations and findings, said alike in all of them.
-- Inputs    Bounds, which are infinite on open sides; units; labels and names.

CREATE MACRO scale_of(x) AS CASE WHEN abs(x) >= 1e12 THEN 1e12 WHEN abs(x) >= 1e9 THEN 1e9
    WHEN abs(x) >= 1e6 THEN 1e6 ELSE 1 END;
CREATE MACRO scale_in_words(scale) AS CASE scale WHEN 1e12 THEN ' trillion' WHEN 1e9 THEN ' billion'
    WHEN 1e6 THEN ' million' ELSE '' END;
CREATE MACRO scaled_number(x, scale) AS printf('%.6g', x / scale);
CREATE MACRO unit_in_words(unit) AS CASE unit WHEN '1' THEN '' WHEN 'person' THEN ' people' WHEN 'percent' THEN ' per cent'
    WHEN 'percentage_point' THEN ' percentage points'
    ELSE ' ' || regexp_replace(unit, '^(tonne|barrel|hectare|year|month|day|hour)\b', '\1s') END;

-- A macro's argument is planned once for each of its uses; a lambda's is one column, whatever it follows from.
CREATE MACRO amount_in_words(x) AS list_transform([x],
    lambda amount: scaled_number(amount, scale_of(amount)) || scale_in_words(scale_of(amount)))[1];

-- "5.285 to 5.295 million", of bounds that are infinite on open sides.
CREATE MACRO bounds_in_words(lowest, highest) AS list_transform([{'low': lowest, 'high': highest}], lambda x: CASE
    WHEN NOT isfinite(x.low) AND NOT isfinite(x.high) THEN 'any value'
    WHEN NOT isfinite(x.low) THEN 'at most ' || amount_in_words(x.high)
    WHEN NOT isfinite(x.high) THEN 'at least ' || amount_in_words(x.low)
    WHEN amount_in_words(x.low) = amount_in_words(x.high) THEN amount_in_words(x.high)
    WHEN scale_of(x.low) = scale_of(x.high)
        THEN scaled_number(x.low, scale_of(x.high)) || ' to ' || amount_in_words(x.high)
    ELSE amount_in_words(x.low) || ' to ' || amount_in_words(x.high) END)[1];

-- Per cents that were computed have more digits than anybody wants.
CREATE MACRO readable(bound, unit) AS CASE WHEN unit IN ('percent', 'percentage_point') THEN round(bound, 2) ELSE bound END;
CREATE MACRO extent_in_words(x, unit) AS
    bounds_in_words(readable(x.low, unit), readable(x.high, unit)) || unit_in_words(unit);

-- "down by 1.05 to 1.15 million people"
CREATE MACRO movement_in_words(moved, unit) AS list_transform(
    [{'low': readable(moved.low, unit), 'high': readable(moved.high, unit)}], lambda x: CASE
    WHEN NOT isfinite(x.low) AND NOT isfinite(x.high) THEN 'a movement of any number of'
    WHEN x.low >= 0 THEN 'up by ' || bounds_in_words(x.low, x.high)
    WHEN x.high <= 0 THEN 'down by ' || bounds_in_words(-x.high, -x.low)
    WHEN NOT isfinite(x.high) THEN 'down by at most ' || amount_in_words(-x.low)
    WHEN NOT isfinite(x.low) THEN 'up by at most ' || amount_in_words(x.high)
    ELSE 'anything from down by ' || amount_in_words(-x.low) || ' to up by ' || amount_in_words(x.high) END)[1]
    || unit_in_words(unit);

-- "“5.29 million tonnes”, The Post, 2019-05-07"
CREATE MACRO cited(quote, publisher, article_id, published) AS '“' || quote || '”, '
    || coalesce(publisher, article_id) || ', ' || coalesce(published, 'undated');

-- The first of a list, and how many more there are.
CREATE MACRO list_in_words(words, most, mark) AS array_to_string(words[:most], mark)
    || CASE WHEN len(words) > most THEN ' and ' || (len(words) - most) || ' more' ELSE '' END;

-- “Crude oil output of Daqing Oilfield (Daqing)”
CREATE MACRO whose(label, subject, place) AS label || coalesce(' of ' || subject, '')
    || coalesce(CASE WHEN subject IS NULL THEN ' of ' || place ELSE ' (' || place || ')' END, '');

-- "Coal output" is "coal output" inside a sentence, "GDP" stays.
CREATE MACRO within_sentence(label) AS CASE WHEN regexp_matches(label, '^[A-Z][A-Z0-9]') THEN label
    ELSE lower(left(label, 1)) || substr(label, 2) END;
