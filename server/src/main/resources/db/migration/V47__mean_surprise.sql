-- On TimescaleDB with continuous aggregates, this view reads one in place of the table: db/timescale/aggregate.
CREATE VIEW surprise_day AS
  SELECT indicator, (released_at AT TIME ZONE 'UTC')::date AS day, sum(z) AS total, count(z) AS releases
  FROM surprise WHERE z IS NOT NULL GROUP BY indicator, (released_at AT TIME ZONE 'UTC')::date;
COMMENT ON VIEW surprise_day IS
  'Sum and count of the usable z of an indicator on each day (UTC) that has any.';
COMMENT ON COLUMN surprise_day.total IS 'Sum of z. Unit: standard deviations.';
COMMENT ON COLUMN surprise_day.releases IS 'How many z are in the sum. Unit: count, from 1.';

CREATE VIEW read.mean_surprise_30d WITH (security_barrier = true) AS
  SELECT d.indicator, i.name, i.short_name, i.region, i.category, d.day, d.releases, d.mean
  FROM (SELECT indicator, day, (sum(releases) OVER days)::bigint AS releases,
               sum(total) OVER days / (sum(releases) OVER days)::double precision AS mean
        FROM surprise_day
        WINDOW days AS (PARTITION BY indicator ORDER BY day RANGE BETWEEN INTERVAL '29 days' PRECEDING AND CURRENT ROW)
       ) AS d
       LEFT JOIN catalogue_indicator AS i
         ON i.indicator = d.indicator AND i.catalogue = (SELECT hash FROM catalogue_in_force);
COMMENT ON VIEW read.mean_surprise_30d IS
  'The mean of the z of view surprises over 30 days, for each indicator and each day (UTC) with a usable z. Key: indicator, day.';
COMMENT ON COLUMN read.mean_surprise_30d.indicator IS 'Id of the indicator.';
COMMENT ON COLUMN read.mean_surprise_30d.name IS 'Name in the catalogue in force; null where it no longer has the id.';
COMMENT ON COLUMN read.mean_surprise_30d.short_name IS 'Name of the indicator, 18 characters at most.';
COMMENT ON COLUMN read.mean_surprise_30d.region IS 'Region of the indicator, such as US.';
COMMENT ON COLUMN read.mean_surprise_30d.category IS 'Category of the indicator, such as inflation.';
COMMENT ON COLUMN read.mean_surprise_30d.day IS 'The last of the 30 days, from 00:00 UTC on; all of its releases count.';
COMMENT ON COLUMN read.mean_surprise_30d.releases IS 'How many usable z are in the mean. Unit: count, from 1.';
COMMENT ON COLUMN read.mean_surprise_30d.mean IS 'Mean of z. Unit: standard deviations; positive is stronger, hotter or tighter than expected.';
