-- Views of a release.
--
-- Purpose   The first questions that people ask, over the tables of a release.
-- Inputs    changes, places.
-- Result    city_changes: the changes of cities, their facilities and organisations included.

CREATE VIEW city_changes AS
SELECT changes.*
FROM changes
JOIN places USING (place_id)
WHERE places.kind = 'city';
