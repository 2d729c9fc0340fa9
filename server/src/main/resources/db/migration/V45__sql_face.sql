-- What a release says beside its surprise, for readers by SQL. All rows are computed anew.
DELETE FROM surprise;
DELETE FROM rolling_statistic;
DELETE FROM derived_from WHERE name = 'surprises';
ALTER TABLE surprise
  ADD COLUMN previous numeric,
  ADD COLUMN captured numeric,
  ADD COLUMN captured_kind text COLLATE "C",
  ADD COLUMN captured_low numeric,
  ADD COLUMN captured_high numeric,
  ADD COLUMN captured_count integer,
  ADD COLUMN period date,
  ADD COLUMN period_declared boolean,
  ADD COLUMN date_only boolean NOT NULL,
  ADD COLUMN source text COLLATE "C" NOT NULL;
COMMENT ON COLUMN surprise.previous IS 'The figure before, as this release states it, in the indicator''s unit.';
COMMENT ON COLUMN surprise.captured IS
  'The best forecast that was captured before the release, in the indicator''s unit. It differs from forecast where the rate in force stands for one.';
COMMENT ON COLUMN surprise.captured_kind IS 'Kind of the captured forecast.';
COMMENT ON COLUMN surprise.captured_low IS 'The lowest of the forecasts behind it, in the indicator''s unit.';
COMMENT ON COLUMN surprise.captured_high IS 'The highest of the forecasts behind it, in the indicator''s unit.';
COMMENT ON COLUMN surprise.captured_count IS 'How many forecasts are behind it.';
COMMENT ON COLUMN surprise.period IS 'First day of the reference period; null where unknown.';
COMMENT ON COLUMN surprise.period_declared IS 'Whether the source states the period, else it is inferred; null without one.';
COMMENT ON COLUMN surprise.date_only IS 'Whether the source states a date without a time.';
COMMENT ON COLUMN surprise.source IS 'Source of the actual.';

-- The entries of each version of the catalogue, as rows.
CREATE TABLE catalogue_indicator (
  catalogue text COLLATE "C" NOT NULL,
  indicator text COLLATE "C" NOT NULL,
  name text NOT NULL,
  short_name text NOT NULL,
  region text COLLATE "C" NOT NULL,
  category text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  transform text COLLATE "C" NOT NULL,
  adjustment text COLLATE "C" NOT NULL,
  frequency text COLLATE "C" NOT NULL,
  stage text COLLATE "C" NOT NULL,
  polarity smallint NOT NULL,
  importance smallint NOT NULL,
  valid_from date,
  valid_to date,
  successor text COLLATE "C",
  PRIMARY KEY (catalogue, indicator)
);
COMMENT ON TABLE catalogue_indicator IS
  'The indicators of each version of the catalogue, for readers by SQL; answers never read them. Key: catalogue (its hash), indicator. Clock: none. Written by the catalogue module in the transaction that records a version; append-only, kept for good.';
COMMENT ON COLUMN catalogue_indicator.catalogue IS 'Hash of the catalogue, as in catalogue_version.';

CREATE TABLE catalogue_instrument (
  catalogue text COLLATE "C" NOT NULL,
  instrument text COLLATE "C" NOT NULL,
  position smallint NOT NULL,
  name text NOT NULL,
  asset_class text COLLATE "C" NOT NULL,
  direction_class text COLLATE "C" NOT NULL,
  PRIMARY KEY (catalogue, instrument)
);
COMMENT ON TABLE catalogue_instrument IS
  'The instruments of each version of the catalogue, for readers by SQL; answers never read them. Key: catalogue (its hash), instrument. Clock: none. Written by the catalogue module in the transaction that records a version; append-only, kept for good.';
COMMENT ON COLUMN catalogue_instrument.catalogue IS 'Hash of the catalogue, as in catalogue_version.';
COMMENT ON COLUMN catalogue_instrument.position IS 'Place in the catalogue, from 1.';

CREATE TABLE catalogue_index (
  catalogue text COLLATE "C" NOT NULL,
  index text COLLATE "C" NOT NULL,
  position smallint NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (catalogue, index)
);
COMMENT ON TABLE catalogue_index IS
  'The surprise indices of each version of the catalogue, for readers by SQL; answers never read them. Key: catalogue (its hash), index. Clock: none. Written by the catalogue module in the transaction that records a version; append-only, kept for good.';
COMMENT ON COLUMN catalogue_index.catalogue IS 'Hash of the catalogue, as in catalogue_version.';
COMMENT ON COLUMN catalogue_index.position IS 'Place in the catalogue, from 1.';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON catalogue_indicator
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON catalogue_instrument
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON catalogue_index
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE VIEW catalogue_in_force AS
  SELECT hash FROM catalogue_version ORDER BY recorded_at DESC LIMIT 1;
COMMENT ON VIEW catalogue_in_force IS 'The catalogue in force: the latest version.';
COMMENT ON COLUMN catalogue_in_force.hash IS 'SHA-256 of the content.';

CREATE TABLE index_value (
  index text COLLATE "C" NOT NULL,
  as_of timestamptz(0) NOT NULL,
  z double precision,
  coverage double precision NOT NULL,
  reason text COLLATE "C",
  PRIMARY KEY (index, as_of)
);
COMMENT ON TABLE index_value IS
  'Each surprise index of the catalogue at each daily close (22:00 UTC, Monday to Friday) from the first release to the last. Derived from the facts of the latest record time: it can be dropped and is rebuilt to the same bytes. Key: index, as_of. Clock: as_of is market time. Written by the indices module. Kept until it is computed anew.';
COMMENT ON COLUMN index_value.z IS 'Null without history.';
COMMENT ON COLUMN index_value.reason IS 'Why the value means little: no-history, no-live-signal, thin-coverage; null where nothing limits it.';

CREATE VIEW labelled_bias AS
  SELECT s.weight_set, s.instrument, i.name, i.asset_class, b.as_of, r.is_close, r.is_release, b.z, b.score,
         CASE WHEN b.reason IS NOT NULL OR b.score IS NULL THEN NULL
              WHEN b.score >= 87 THEN 'strongly-bullish'
              WHEN b.score >= 40 THEN 'bullish'
              WHEN b.score > -40 THEN 'neutral'
              WHEN b.score > -87 THEN 'bearish'
              ELSE 'strongly-bearish' END AS label,
         b.health, b.coverage, b.freshness, b.quality, b.agreement, b.breadth, b.new_share, b.reason,
         encode(r.id, 'hex') AS run_id
  FROM bias_series AS s
       JOIN bias_value AS b ON b.series = s.number
       JOIN run AS r ON r.weight_set = s.weight_set AND r.as_of = b.as_of
       LEFT JOIN catalogue_instrument AS i
         ON i.instrument = s.instrument AND i.catalogue = (SELECT hash FROM catalogue_in_force);
COMMENT ON VIEW labelled_bias IS
  'View bias with names and labels, the borders of which are those of the engine.';

-- On a database where the user of the server may not create schemas, its administrator can have created this one.
DO $$
BEGIN
  IF to_regnamespace('read') IS NULL THEN
    CREATE SCHEMA read;
  END IF;
END
$$;
COMMENT ON SCHEMA read IS
  'What people and programs read by SQL. Each view shows the latest knowledge of the store: a correction, an undo or an edit of the catalogue changes earlier rows too. Instants are UTC.';

CREATE VIEW read.bias_close WITH (security_barrier = true) AS
  SELECT instrument, name, asset_class, as_of, score, label, z, health, coverage, freshness, quality, agreement,
         breadth, new_share, reason, run_id
  FROM labelled_bias WHERE weight_set = 'default' AND is_close;
COMMENT ON VIEW read.bias_close IS
  'The bias of each instrument at each daily close (22:00 UTC, Monday to Friday) from the first release to the last, by weight set default. Each row uses only releases up to as_of, in the figures that the store has for them now. Key: instrument, as_of. A close after the last release comes with the next release.';

CREATE VIEW read.bias_release WITH (security_barrier = true) AS
  SELECT instrument, name, asset_class, as_of, score, label, z, health, coverage, freshness, quality, agreement,
         breadth, new_share, reason, run_id
  FROM labelled_bias WHERE weight_set = 'default' AND is_release;
COMMENT ON VIEW read.bias_release IS
  'The bias of each instrument at each release instant of any indicator, by weight set default; the release itself counts. Each row uses only releases up to as_of, in the figures that the store has for them now. Key: instrument, as_of.';

CREATE VIEW read.releases WITH (security_barrier = true) AS
  SELECT s.indicator, i.name, i.short_name, i.region, i.category, s.released_at, s.actual, s.captured AS forecast,
         s.captured_kind AS forecast_kind, s.previous, s.captured_low AS forecast_low,
         s.captured_high AS forecast_high, s.captured_count AS forecast_count, i.unit, i.importance, s.period,
         s.period_declared, s.date_only, s.source,
         array_to_string(ARRAY(
           SELECT mark FROM unnest(s.marks) WITH ORDINALITY AS marked (mark, place)
           WHERE mark NOT IN ('provisional', 'clipped', 'no-forecast', 'suspect', 'confirmed', 'doubtful', 'cancelled',
                              'withdrawn')
           ORDER BY place), ' ') AS marks,
         s.release AS release_id
  FROM surprise AS s
       LEFT JOIN catalogue_indicator AS i
         ON i.indicator = s.indicator AND i.catalogue = (SELECT hash FROM catalogue_in_force);
COMMENT ON VIEW read.releases IS
  'The published releases of the indicators of the catalogue: one row each, by the source that stands for it. Key: release_id.';

CREATE VIEW read.surprises WITH (security_barrier = true) AS
  SELECT s.indicator, i.name, i.short_name, i.region, i.category, s.released_at, s.actual, s.forecast,
         s.forecast_kind, s.previous, s.surprise, s.sigma, s.z_raw, s.z, s.sigma_observations, s.reason, i.unit,
         i.importance, s.period, s.period_declared, s.date_only, s.source,
         array_to_string(s.marks, ' ') AS marks, s.release AS release_id
  FROM surprise AS s
       LEFT JOIN catalogue_indicator AS i
         ON i.indicator = s.indicator AND i.catalogue = (SELECT hash FROM catalogue_in_force);
COMMENT ON VIEW read.surprises IS
  'What each release of view releases said against its forecast. Key: release_id.';

CREATE VIEW read.indicators WITH (security_barrier = true) AS
  SELECT indicator, name, short_name, region, category, unit, transform, adjustment, frequency, stage, polarity,
         importance, valid_from, valid_to, successor
  FROM catalogue_indicator WHERE catalogue = (SELECT hash FROM catalogue_in_force);
COMMENT ON VIEW read.indicators IS 'The indicators of the catalogue in force. Key: indicator.';

CREATE VIEW read.instruments WITH (security_barrier = true) AS
  SELECT instrument, position, name, asset_class, direction_class
  FROM catalogue_instrument WHERE catalogue = (SELECT hash FROM catalogue_in_force);
COMMENT ON VIEW read.instruments IS 'The instruments of the catalogue in force. Key: instrument.';

CREATE VIEW read.indices WITH (security_barrier = true) AS
  SELECT v.index, i.name, v.as_of, v.z, v.coverage, v.reason
  FROM index_value AS v
       LEFT JOIN catalogue_index AS i
         ON i.index = v.index AND i.catalogue = (SELECT hash FROM catalogue_in_force);
COMMENT ON VIEW read.indices IS
  'Each surprise index at each daily close (22:00 UTC, Monday to Friday) from the first release to the last. Key: index, as_of.';

-- Columns of one name mean the same in each view.
DO $$
DECLARE
  described record;
  relation record;
BEGIN
  FOR described IN
    SELECT * FROM (VALUES
      ('instrument', 'Id of the instrument.'),
      ('index', 'Id of the surprise index.'),
      ('indicator', 'Id of the indicator.'),
      ('name', 'Name in the catalogue in force; null where it no longer has the id.'),
      ('short_name', 'Name of the indicator, 18 characters at most.'),
      ('region', 'Region of the indicator, such as US.'),
      ('category', 'Category of the indicator, such as inflation.'),
      ('asset_class', 'equity-index, fx, commodity, government-bond or crypto.'),
      ('direction_class', 'The class by which the weight sets decide how it reacts to a category.'),
      ('position', 'Place in the catalogue, from 1.'),
      ('as_of', 'Market time, UTC: everything released up to this instant counts.'),
      ('released_at', 'Market time, UTC: when the market knew it.'),
      ('score', 'Unit: points, -100 to 100; positive is bullish, negative bearish. Null without history.'),
      ('label', 'strongly-bearish (score -87 or less), bearish (-40 or less), neutral, bullish (40 or more) or strongly-bullish (87 or more); null where there is a reason.'),
      ('health', 'Data health: coverage · freshness · quality. Unit: share, 0 to 1.'),
      ('coverage', 'Part of the weights that has a live release. Unit: share, 0 to 1.'),
      ('freshness', 'How recent the releases are. Unit: share, 0 to 1; null without live ones.'),
      ('quality', 'How good forecasts and scales are. Unit: share, 0 to 1; null without live ones.'),
      ('agreement', 'How far the reasons point one way. Unit: share, 0 to 1; null without reasons.'),
      ('breadth', 'The number of reasons of equal size that would be as concentrated. Unit: count, from 1; null without reasons.'),
      ('new_share', 'Part of the reasons that is younger than 48 hours. Unit: share, 0 to 1; null without reasons.'),
      ('run_id', 'SHA-256 of everything that the bias was computed from, as hexadecimal digits.'),
      ('actual', 'The first print. Unit: that of column unit.'),
      ('previous', 'The figure before, as this release states it. Unit: that of column unit. Null where it states none.'),
      ('surprise', 'actual minus forecast. Unit: that of column unit; positive where the figure is higher.'),
      ('sigma', 'The scale known before the release. Unit: that of column unit, above 0; null without one.'),
      ('sigma_observations', 'How many earlier surprises are behind sigma. Unit: count, from 0.'),
      ('z_raw', 'polarity · surprise / sigma. Unit: standard deviations; positive is stronger, hotter or tighter.'),
      ('unit', 'Unit of actual, forecast, previous, surprise and sigma, such as percent.'),
      ('importance', '1 to 3; 3 is the highest.'),
      ('period', 'First day of the reference period; null where unknown.'),
      ('period_declared', 'Whether the source states the period, else it is inferred; null without one.'),
      ('date_only', 'Whether the source states a date without a time; released_at then follows from the catalogue.'),
      ('source', 'Id of the source of actual.'),
      ('release_id', 'Id of the release: indicator@local date, with .2 and so on for more of one date.'),
      ('forecast_low', 'The lowest of the forecasts behind forecast. Unit: that of column unit. Null where unknown.'),
      ('forecast_high', 'The highest of the forecasts behind forecast. Unit: that of column unit. Null where unknown.'),
      ('forecast_count', 'How many forecasts are behind forecast. Unit: count, from 1; null where unknown.'),
      ('transform', 'How the figure is made of its series, such as mom.'),
      ('adjustment', 'Seasonal adjustment.'),
      ('frequency', 'weekly, monthly, quarterly or irregular.'),
      ('stage', 'Stage of the publication, such as first or final.'),
      ('polarity', '1 where a higher figure is stronger, hotter or tighter, -1 where a lower one is.'),
      ('valid_from', 'First day in the release zone on which the indicator is in force; null where it always was.'),
      ('valid_to', 'Last day in the release zone on which it is in force; null where it has no end.'),
      ('successor', 'The indicator that follows it; null without one.')
    ) AS meaning (name, text)
  LOOP
    FOR relation IN
      SELECT c.oid::regclass AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'read'::regnamespace AND c.relkind = 'v' AND a.attname = described.name
    LOOP
      EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', relation.name, described.name, described.text);
    END LOOP;
  END LOOP;
END
$$;

-- And these mean what is true of their own view.
COMMENT ON COLUMN read.bias_close.z IS 'Sum of the contributions. Unit: standard deviations; positive is bullish. Null without history.';
COMMENT ON COLUMN read.bias_release.z IS 'Sum of the contributions. Unit: standard deviations; positive is bullish. Null without history.';
COMMENT ON COLUMN read.bias_close.reason IS 'Why there is no label: no-weights, no-history, no-live-signal, thin-coverage; null where there is one.';
COMMENT ON COLUMN read.bias_release.reason IS 'Why there is no label: no-weights, no-history, no-live-signal, thin-coverage; null where there is one.';
COMMENT ON COLUMN read.surprises.z IS 'z_raw clipped at 4 and -4. Unit: standard deviations; positive is stronger, hotter or tighter. Null where it is not usable.';
COMMENT ON COLUMN read.surprises.reason IS 'Why there is no usable z: nothing-expected, insufficient-history, suspect, doubtful, cancelled, withdrawn; null where there is one.';
COMMENT ON COLUMN read.surprises.forecast IS 'The forecast that the surprise is measured against; the rate in force for a decision without one. Unit: that of column unit. Null where nothing was expected.';
COMMENT ON COLUMN read.surprises.forecast_kind IS 'survey, vendor, nowcast, model, manual, or naive: the rate in force.';
COMMENT ON COLUMN read.surprises.marks IS 'Caveats of the release and of its surprise, with a space between them; empty without any.';
COMMENT ON COLUMN read.releases.forecast IS 'The best forecast that was captured before the release. Unit: that of column unit. Null without one.';
COMMENT ON COLUMN read.releases.forecast_kind IS 'survey, vendor, nowcast, model or manual.';
COMMENT ON COLUMN read.releases.marks IS 'Caveats of the release, with a space between them; empty without any.';
COMMENT ON COLUMN read.indices.z IS 'The index. Unit: standard deviations; positive is stronger, hotter or tighter than expected. Null without history.';
COMMENT ON COLUMN read.indices.reason IS 'Why the value means little: no-history, no-live-signal, thin-coverage; null where nothing limits it.';
