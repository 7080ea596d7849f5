-- Readings: what else may account for a dispute, before it is called a contradiction.
--
-- Purpose   Two figures of one thing can lie apart although both are right: read in another unit, of another extent,
--           one the revision of the other, one report printed twice, one number rounded.
-- Inputs    sides, level_rows, places.
-- Rules     Each reading holds the other sides of a thing against one of them, and accounts for the dispute only if
--           it accounts for all that lie apart from that one. In the order in which they are tried:
--           1. Rounding. Written with fewer digits than the most precise side, a side was cut off instead of rounded
--              (5.2 for 5.28) or rounded twice (5.46, 5.5, 6). Only plain statements without a hedge are so read.
--           2. Unit. In another reading of an ambiguous unit the sides agree; held against the first or the last
--              side, those with a firm unit first.
--           3. Syndication. The same sentence in two articles but for one digit of the number, or two that changed
--              places: one of them was miscopied.
--           4. Scope. (a) Levels in one sentence of one source are said of different parts of the thing. (b) The
--              value is that of the place around, or of one inside. (c) Words of extent stand with one side and not
--              with the other, and a part is the smaller.
--           5. Revision. The newest side replaces all older ones: the same publisher or source says so later, or
--              speaks of a revision; or they were estimates, or printed before the period had ended.
-- Result    accounts: one row a thing that is accounted for: cause, words, and the figure to be preferred.

-- Whether a coarse number is a fine one cut off, or rounded in two steps. Both act on the magnitude.
CREATE MACRO rounds(coarse, fine) AS width(coarse) > 0 AND isfinite(width(coarse)) AND CASE WHEN coarse.low >= 0
    THEN fine.low - coarse.high <= width(coarse) / 2 AND coarse.low - fine.high <= width(coarse) / 20
    ELSE coarse.low - fine.high <= width(coarse) / 2 AND fine.low - coarse.high <= width(coarse) / 20 END;

-- Each other side of a thing with the one that it is held against.
CREATE TABLE held_against_precise AS
WITH ranked AS (
    SELECT *, row_number() OVER (PARTITION BY thing ORDER BY width(extent), row_id) AS place_by_width FROM sides
)
SELECT thing, side, anchor
FROM (SELECT thing, sides AS side FROM ranked AS sides WHERE place_by_width > 1)
JOIN (SELECT thing, sides AS anchor FROM ranked AS sides WHERE place_by_width = 1) USING (thing);

CREATE VIEW rounded AS
SELECT thing, 1 AS trial, 'rounding' AS cause, min(anchor.figure_id) AS preferred,
    'Rounding accounts for it: ' || string_agg(side.said, ' and ' ORDER BY side.row_id)
        || ' is ' || min(anchor.said) || ' with fewer digits, cut off or rounded twice' AS because,
    'it has the most digits' AS why_preferred
FROM held_against_precise
GROUP BY thing
HAVING bool_and(overlap(side.extent, anchor.extent)
    OR (side.basis = 'stated' AND side.unhedged AND rounds(side.extent, anchor.extent)));

CREATE VIEW read_in_other_units AS
WITH ranked AS (
    SELECT *, row_number() OVER (PARTITION BY thing ORDER BY len(readings) > 0, width(extent), row_id) AS rank,
        count(*) OVER (PARTITION BY thing) AS last_rank
    FROM sides
), held AS (
    SELECT anchor.thing, anchor.rank, anchor.figure_id, anchor.said AS anchor_said, len(anchor.readings) = 0 AS is_firm,
        side.said, side.unit, overlap(side.extent, anchor.extent) AS meets,
        list_filter(side.readings, lambda reading: overlap(scaled(side.extent, reading.factor), anchor.extent))[1]
            AS reading,
        side.extent, side.row_id
    FROM ranked AS anchor
    JOIN ranked AS side ON side.thing = anchor.thing AND side.rank <> anchor.rank
    WHERE anchor.rank IN (1, anchor.last_rank)
), tried AS (
    SELECT thing, rank,
        min(CASE WHEN is_firm THEN figure_id END) AS preferred,
        'It is one value in two units: ' || string_agg('read in ' || replace(reading.unit, '_', ' ') || 's, ' || said
            || ' is ' || extent_in_words(scaled(extent, reading.factor), unit), ' and ' ORDER BY row_id)
            FILTER (WHERE NOT meets) || ', which agrees with ' || min(anchor_said) AS because
    FROM held
    GROUP BY thing, rank
    HAVING bool_and(meets OR reading IS NOT NULL)
)
SELECT thing, 2 AS trial, 'unit' AS cause, preferred, because, 'its unit leaves no doubt' AS why_preferred
FROM tried
QUALIFY row_number() OVER (PARTITION BY thing ORDER BY rank) = 1;

CREATE VIEW printed_twice AS
SELECT thing, 3 AS trial, 'syndication' AS cause,
    arg_min(figure_id, {'published': published, 'id': figure_id}) AS preferred,
    'It is one report: the sentence is the same but for a digit, and one was miscopied' AS because,
    'it was printed first' AS why_preferred
FROM sides
GROUP BY thing
HAVING count(*) = 2 AND count(DISTINCT article_id) = 2 AND max(articles) = 1 AND max(sentences) = 1
    AND count(DISTINCT frame) = 1 AND damerau_levenshtein(min(quote), max(quote)) = 1
    -- A few words can be the same by chance.
    AND len(string_split(min(frame), ' ')) > 5;

CREATE VIEW parts_of_a_sentence AS
SELECT thing, 4 AS trial, 'scope' AS cause, NULL::VARCHAR AS preferred,
    'They are not said of the same: all stand in one sentence, of parts that its reading does not tell apart' AS because,
    NULL::VARCHAR AS why_preferred
FROM sides
GROUP BY thing
HAVING bool_and(basis = 'stated' AND said_of = 'level') AND max(sentences) = 1 AND count(DISTINCT words) = 1
    AND max(articles) = 1 AND count(DISTINCT article_id) = 1
    AND count(DISTINCT coalesce(sources[1], '')) = 1;

CREATE VIEW said_of_place_around AS
WITH neighbours AS (
    SELECT place_id, parent AS neighbour FROM places WHERE parent IS NOT NULL
    UNION ALL
    SELECT parent, place_id FROM places WHERE parent IS NOT NULL
), borrowed AS (
    SELECT DISTINCT ON (sides.thing, sides.row_id) sides.thing, sides.row_id, other.place
    FROM sides
    JOIN neighbours USING (place_id)
    JOIN level_rows AS other
        ON other.place_id = neighbours.neighbour AND other.indicator = sides.indicator AND other.unit = sides.unit
        AND other.period_start = sides.period_start AND other.period_end = sides.period_end
    WHERE sides.said_of = 'level' AND sides.subject IS NULL AND other.subject IS NULL
        AND other.basis = 'stated' AND isfinite(width(sides.extent)) AND other.low IS NOT NULL AND other.high IS NOT NULL
        AND overlap(sides.extent, span(other.value, other.low, other.high))
    ORDER BY sides.thing, sides.row_id, other.place, other.level_id
)
SELECT thing, 4 AS trial, 'scope' AS cause,
    arg_min(sides.figure_id, {'width': width(extent), 'id': sides.figure_id}) FILTER (WHERE borrowed.place IS NULL)
        AS preferred,
    'They are not said of the same place: '
        || string_agg(said || ' is what is said of ' || borrowed.place, ' and ' ORDER BY row_id)
        FILTER (WHERE borrowed.place IS NOT NULL) AS because,
    'it is said of no other place' AS why_preferred
FROM sides
LEFT JOIN borrowed USING (thing, row_id)
GROUP BY thing
HAVING count(borrowed.place) > 0 AND count(borrowed.place) < count(*)
    AND max(extent.low) FILTER (WHERE borrowed.place IS NULL)
        <= min(extent.high) FILTER (WHERE borrowed.place IS NULL);

CREATE VIEW of_other_extent AS
WITH alike AS (
    SELECT thing, extents_told, max(extent.low) <= min(extent.high) AS agree,
        list_contains(min(tells), 'part') AS is_part, list_contains(min(tells), 'whole') AS is_whole,
        min(extent.low) AS lowest, max(extent.high) AS highest, min(said_of) AS said_of,
        string_agg(said, ' and ' ORDER BY row_id) AS said
    FROM sides
    GROUP BY thing, extents_told
), tried AS (
    SELECT thing,
        max(highest) FILTER (WHERE is_part) AS part_high, min(lowest) FILTER (WHERE NOT is_part) AS other_low,
        min(lowest) FILTER (WHERE is_whole) AS whole_low, max(highest) FILTER (WHERE NOT is_whole) AS other_high,
        string_agg(said || ' is of “' || array_to_string(extents_told, '”, “') || '”', ' and ' ORDER BY extents_told)
            FILTER (WHERE len(extents_told) > 0) AS because,
        string_agg(said, ' and ') FILTER (WHERE len(extents_told) = 0) AS without_words,
        min(said_of) AS said_of
    FROM alike
    GROUP BY thing
    HAVING count(*) > 1 AND bool_and(agree)
)
SELECT thing, 4 AS trial, 'scope' AS cause, NULL::VARCHAR AS preferred,
    'They seem to measure different extents: ' || because || coalesce('; ' || without_words || ' is not', '') AS because,
    NULL::VARCHAR AS why_preferred
FROM tried
-- How far a part moves says nothing of the whole.
WHERE said_of = 'change'
    OR (coalesce(part_high < other_low, true) AND coalesce(whole_low > other_high, true));

CREATE VIEW revised AS
WITH ranked AS (
    SELECT *, row_number() OVER (PARTITION BY thing ORDER BY published DESC NULLS LAST, row_id) AS age FROM sides
), held AS (
    SELECT thing, older, newest,
        CASE WHEN older.published < newest.published THEN CASE
            WHEN list_contains(newest.tells, 'revision') THEN 'its words tell of a revision'
            WHEN list_contains(older.tells, 'revision') THEN 'the older one was preliminary by its own words'
            WHEN older.modality = 'estimate' AND newest.modality = 'actual' THEN 'the older one was an estimate'
            WHEN older.published_end < older.period_end THEN 'the older one was printed before the period had ended'
            WHEN list_has_any(older.sources, newest.sources) THEN 'both name the same source'
            WHEN list_has_any(older.publishers, newest.publishers) THEN 'both are of one publisher'
            END END AS reason
    FROM (SELECT thing, ranked AS older FROM ranked WHERE age > 1)
    JOIN (SELECT thing, ranked AS newest FROM ranked WHERE age = 1) USING (thing)
)
SELECT thing, 5 AS trial, 'revision' AS cause, min(newest.figure_id) AS preferred,
    'The newest replaces what was said before: ' || string_agg(DISTINCT reason, ', ' ORDER BY reason) AS because,
    'it is the newest' AS why_preferred
FROM held
GROUP BY thing
HAVING bool_and(reason IS NOT NULL OR overlap(older.extent, newest.extent)) AND count(reason) > 0;

CREATE TABLE accounts AS
WITH tried AS (
    FROM rounded
    UNION ALL FROM read_in_other_units
    UNION ALL FROM printed_twice
    UNION ALL FROM parts_of_a_sentence
    UNION ALL FROM said_of_place_around
    UNION ALL FROM of_other_extent
    UNION ALL FROM revised
)
FROM tried
QUALIFY row_number() OVER (PARTITION BY thing ORDER BY trial, because) = 1;
