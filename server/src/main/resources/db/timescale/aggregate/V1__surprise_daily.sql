SET LOCAL lock_timeout = '10s';
-- Without data: until the first refresh, every day is read from the rows.
CREATE MATERIALIZED VIEW surprise_daily WITH (timescaledb.continuous, timescaledb.materialized_only = false) AS
  SELECT indicator, time_bucket(INTERVAL '1 day', released_at) AS bucket, sum(z) AS total, count(z) AS releases
  FROM surprise WHERE z IS NOT NULL GROUP BY indicator, time_bucket(INTERVAL '1 day', released_at)
  WITH NO DATA;
COMMENT ON VIEW surprise_daily IS
  'Sum and count of the usable z of an indicator in each day (UTC): a continuous aggregate of table surprise, brought up to date after each change of its rows. Read it through view surprise_day.';

CREATE OR REPLACE VIEW surprise_day AS
  SELECT indicator, (bucket AT TIME ZONE 'UTC')::date AS day, total, releases FROM surprise_daily;

-- Repeats what the server could not do after a change.
SELECT add_continuous_aggregate_policy(
  'surprise_daily', start_offset => NULL, end_offset => NULL, schedule_interval => INTERVAL '1 hour');
