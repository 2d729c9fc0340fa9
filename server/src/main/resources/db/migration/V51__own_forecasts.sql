-- The marks of a computed forecast are of the surprise, not of the release.
CREATE OR REPLACE VIEW read.releases WITH (security_barrier = true) AS
  SELECT s.indicator, i.name, i.short_name, i.region, i.category, s.released_at, s.actual, s.captured AS forecast,
         s.captured_kind AS forecast_kind, s.previous, s.captured_low AS forecast_low,
         s.captured_high AS forecast_high, s.captured_count AS forecast_count, i.unit, i.importance, s.period,
         s.period_declared, s.date_only, s.source,
         array_to_string(ARRAY(
           SELECT mark FROM unnest(s.marks) WITH ORDINALITY AS marked (mark, place)
           WHERE mark NOT IN ('provisional', 'clipped', 'no-forecast', 'naive-forecast', 'model-forecast', 'suspect',
                              'confirmed', 'doubtful', 'cancelled', 'withdrawn')
           ORDER BY place), ' ') AS marks,
         s.release AS release_id
  FROM surprise AS s
       LEFT JOIN catalogue_indicator AS i
         ON i.indicator = s.indicator AND i.catalogue = (SELECT hash FROM catalogue_in_force);
COMMENT ON COLUMN read.surprises.forecast IS 'The forecast that the surprise is measured against. Without a captured one: the rate in force for a policy decision, else one from the indicator''s own earlier figures. Unit: that of column unit. Null where nothing was expected.';
COMMENT ON COLUMN read.surprises.forecast_kind IS 'survey, vendor, nowcast, model, manual, or naive: the rate in force or the last figure.';
