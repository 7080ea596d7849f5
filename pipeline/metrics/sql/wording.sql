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

-- "5.285 to 5.295 million tonnes", of bounds that are infinite on open sides.
CREATE MACRO bounds_in_words(low, high) AS CASE
    WHEN NOT isfinite(low) AND NOT isfinite(high) THEN 'any value'
    WHEN NOT isfinite(low) THEN 'at most ' || scaled_number(high, scale_of(high)) || scale_in_words(scale_of(high))
    WHEN NOT isfinite(high) THEN 'at least ' || scaled_number(low, scale_of(low)) || scale_in_words(scale_of(low))
    WHEN scaled_number(low, scale_of(high)) = scaled_number(high, scale_of(high))
        THEN scaled_number(high, scale_of(high)) || scale_in_words(scale_of(high))
    WHEN scale_of(low) = scale_of(high)
        THEN scaled_number(low, scale_of(high)) || ' to ' || scaled_number(high, scale_of(high))
            || scale_in_words(scale_of(high))
    ELSE scaled_number(low, scale_of(low)) || scale_in_words(scale_of(low)) || ' to '
        || scaled_number(high, scale_of(high)) || scale_in_words(scale_of(high)) END;
-- Per cents that were computed have more digits than anybody wants.
CREATE MACRO readable(bound, unit) AS CASE WHEN unit IN ('percent', 'percentage_point') THEN round(bound, 2) ELSE bound END;
CREATE MACRO extent_in_words(x, unit) AS
    bounds_in_words(readable(x.low, unit), readable(x.high, unit)) || unit_in_words(unit);
CREATE MACRO movement_in_words(x, unit) AS CASE
    WHEN x.low >= 0 AND isfinite(x.low) THEN 'up by ' || extent_in_words(x, unit)
    WHEN x.high <= 0 AND isfinite(x.high) THEN 'down by ' || extent_in_words(negative(x), unit)
    WHEN NOT isfinite(x.low) AND NOT isfinite(x.high) THEN 'moved by any amount'
    WHEN NOT isfinite(x.high) THEN 'down by at most ' || extent_in_words(span(NULL, -x.low, -x.low), unit)
    WHEN NOT isfinite(x.low) THEN 'up by at most ' || extent_in_words(span(NULL, x.high, x.high), unit)
    ELSE 'anything from down by ' || extent_in_words(span(NULL, -x.low, -x.low), unit)
        || ' to up by ' || extent_in_words(span(NULL, x.high, x.high), unit) END;

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
