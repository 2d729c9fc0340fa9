-- The rows of a dropped hypertable are gone. Without a note of what they were computed from, they are computed anew.
DELETE FROM derived_from;
