-- City profile: what the dataset knows of each city, in a row.
--
-- Purpose   The view `city_profile`: where to look first, and how far to trust it.
-- Inputs    figures, levels, changes, conflicts, places.
-- Rules     1. Cities with their organisations and facilities. What was retracted does not count.
--           2. From when to when: the years of facts and estimates, the bases of changes included.
--           3. The largest decline is that of the greatest fall in per cent as it was said or follows, among
--              comparable changes that are facts or estimates; where only a bound is known, the fall that is certain.
--              A change that is part of a contradiction which nothing accounts for is no headline.
-- Result    city_profile.

CREATE VIEW city_profile AS
WITH evidence AS (
    SELECT place_id, count(*) AS figures, count(DISTINCT article_id) AS sources,
        coalesce(list_sort(list(DISTINCT indicator) FILTER (WHERE indicator IS NOT NULL)), []) AS indicators,
        min(year(least(base_start, period_start))) FILTER (WHERE figures.modality IN ('actual', 'estimate')) AS first_year,
        max(year(period_end)) FILTER (WHERE figures.modality IN ('actual', 'estimate')) AS last_year
    FROM figures
    JOIN articles USING (article_id)
    WHERE figures.status <> 'retracted' AND articles.status <> 'retracted'
    GROUP BY place_id
), levels_of_place AS (
    SELECT place_id, count(*) AS levels FROM levels GROUP BY place_id
), changes_of_place AS (
    SELECT place_id, count(*) AS changes FROM changes GROUP BY place_id
), conflicts_of_place AS (
    SELECT place_id, count(*) AS conflicts FROM conflicts GROUP BY place_id
), declines AS (
    SELECT changes.*
    FROM changes
    LEFT JOIN conflicts USING (conflict_id)
    WHERE comparable AND modality IN ('actual', 'estimate') AND coalesce(pct, pct_high) < 0
        AND (conflict_id IS NULL OR conflicts.cause IS NOT NULL)
    QUALIFY row_number() OVER (PARTITION BY changes.place_id ORDER BY coalesce(pct, pct_high), change_id) = 1
)
SELECT places.name AS place, province.name AS lies_in, evidence.indicators, evidence.first_year, evidence.last_year,
    evidence.sources, evidence.figures,
    coalesce(levels, 0) AS levels, coalesce(changes, 0) AS changes, coalesce(conflicts, 0) AS conflicts,
    declines.indicator AS decline_indicator, declines.subject AS decline_subject,
    year(declines.base_end) AS decline_from, year(declines.period_end) AS decline_to,
    declines.pct AS decline_pct, declines.pct_low AS decline_pct_low, declines.pct_high AS decline_pct_high,
    declines.change_id AS decline_change_id, places.place_id
FROM evidence
JOIN places USING (place_id)
LEFT JOIN places AS province ON province.place_id = places.parent
LEFT JOIN levels_of_place ON levels_of_place.place_id = places.place_id
LEFT JOIN changes_of_place ON changes_of_place.place_id = places.place_id
LEFT JOIN conflicts_of_place ON conflicts_of_place.place_id = places.place_id
LEFT JOIN declines ON declines.place_id = places.place_id
WHERE places.kind = 'city'
ORDER BY place, place_id;
