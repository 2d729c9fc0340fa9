CREATE TABLE derived_from (
  name text COLLATE "C" PRIMARY KEY,
  inputs text NOT NULL,
  recorded_at timestamptz(6) NOT NULL
);
COMMENT ON TABLE derived_from IS
  'The formula version, catalogue and weight set that derived rows were computed with; where they are no longer in force, those rows are computed anew. Key: name of the rows. Clock: recorded_at is the record time of the facts up to which they are complete. Written by whoever writes the rows.';

CREATE TABLE surprise (
  release text COLLATE "C" PRIMARY KEY,
  indicator text COLLATE "C" NOT NULL,
  released_at timestamptz(0) NOT NULL,
  actual numeric NOT NULL,
  forecast numeric,
  forecast_kind text COLLATE "C",
  forecast_class text COLLATE "C" CHECK (forecast_class IN ('surveyed', 'modelled')),
  surprise numeric,
  sigma double precision,
  sigma_observations integer NOT NULL,
  z_raw double precision,
  z double precision,
  reason text COLLATE "C",
  marks text[] NOT NULL DEFAULT '{}'
);
CREATE INDEX surprise_indicator ON surprise (indicator, released_at);
COMMENT ON TABLE surprise IS
  'What each release said against its best forecast, in the indicator''s unit. Derived from the facts of the latest record time: it can be dropped and is rebuilt to the same bytes. Key: release. Clock: released_at is market time. Written by the surprises module.';
COMMENT ON COLUMN surprise.sigma IS 'The scale known before the release; null without one.';
COMMENT ON COLUMN surprise.reason IS 'Why there is no z; null where there is one.';

CREATE TABLE rolling_statistic (
  indicator text COLLATE "C" NOT NULL,
  as_of timestamptz(0) NOT NULL,
  days smallint NOT NULL,
  count integer NOT NULL,
  mean double precision,
  standard_deviation double precision,
  share_positive double precision,
  weighted_mean double precision,
  PRIMARY KEY (indicator, as_of, days)
);
COMMENT ON TABLE rolling_statistic IS
  'What an indicator''s clipped z did in the days up to each of its release instants. Derived from the facts of the latest record time. Key: indicator, as_of, days. Clock: as_of is market time. Written by the surprises module.';
COMMENT ON COLUMN rolling_statistic.weighted_mean IS 'Exponentially weighted over all z up to as_of, half-life 6 releases.';
