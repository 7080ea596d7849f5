-- City changes: how cities moved.
--
-- Purpose   The view `city_changes`.
-- Inputs    changes, places.
-- Rules     The changes of cities, their organisations and facilities included.
-- Result    city_changes.

CREATE VIEW city_changes AS
SELECT changes.*
FROM changes
JOIN places USING (place_id)
WHERE places.kind = 'city';
