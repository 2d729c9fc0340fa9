CREATE TABLE surprise (
  release text COLLATE "C" NOT NULL,
  forecast_class text COLLATE "C" NOT NULL CHECK (forecast_class IN ('surveyed', 'modelled')),
  indicator text COLLATE "C" NOT NULL,
  released_at timestamptz(0) NOT NULL,
  period date,
  actual numeric NOT NULL,
  previous numeric,
  forecast numeric,
  forecast_kind text COLLATE "C",
  forecast_source text COLLATE "C",
  surprise numeric,
  sigma double precision,
  sigma_observations integer,
  z_raw double precision,
  z double precision,
  reason text COLLATE "C",
  marks text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (release, forecast_class)
);
COMMENT ON TABLE surprise IS
  'Surprise and standardised surprise of a release; derived, can be dropped and rebuilt to the same bytes. Units: surprise and sigma the indicator''s, z in sigmas. Key: release, forecast_class. Clock: released_at is market time; as of the latest record time. Written by the surprises module. Replaced from the earliest changed instant on.';
CREATE INDEX surprise_indicator ON surprise (indicator, released_at);

CREATE TABLE rolling_statistic (
  indicator text COLLATE "C" NOT NULL,
  as_of timestamptz(0) NOT NULL,
  days smallint NOT NULL CHECK (days IN (30, 90, 365)),
  count integer NOT NULL,
  mean double precision,
  standard_deviation double precision,
  share_positive double precision,
  weighted_mean double precision,
  PRIMARY KEY (indicator, as_of, days)
);
COMMENT ON TABLE rolling_statistic IS
  'Statistics of an indicator''s clipped z over the days up to as_of; derived. Units: sigmas; share_positive a fraction; weighted_mean is over all z up to as_of, half-life 6 releases. Key: indicator, as_of, days. Clock: market time. Written by the surprises module. Replaced from the earliest changed instant on.';

CREATE TABLE run (
  weight_set text COLLATE "C" NOT NULL,
  as_of timestamptz(0) NOT NULL,
  run_id text COLLATE "C" NOT NULL,
  formula integer NOT NULL,
  catalogue text COLLATE "C" NOT NULL,
  recorded_at timestamptz(6) NOT NULL,
  at_close boolean NOT NULL,
  at_release boolean NOT NULL,
  PRIMARY KEY (weight_set, as_of)
);
COMMENT ON TABLE run IS
  'One computation of all biases of a weight set; derived. run_id is a SHA-256 of its inputs, hexadecimal. Key: weight_set, as_of. Clocks: as_of is market time, recorded_at the record time of the facts that it used. Written by the bias module. Replaced from the earliest changed instant on.';

CREATE TABLE bias (
  instrument text COLLATE "C" NOT NULL,
  weight_set text COLLATE "C" NOT NULL,
  as_of timestamptz(0) NOT NULL,
  z double precision,
  score double precision,
  confidence double precision,
  coverage double precision,
  freshness double precision,
  quality double precision,
  agreement double precision,
  reason text COLLATE "C",
  PRIMARY KEY (instrument, weight_set, as_of)
);
COMMENT ON TABLE bias IS
  'Bias of an instrument at a release instant or daily close; derived, serves history and exports only. Units: z in standard deviations, score -100 to 100, the rest fractions. Key: instrument, weight_set, as_of. Clock: market time; as of the latest record time. Written by the bias module. Replaced from the earliest changed instant on.';
