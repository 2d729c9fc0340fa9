CREATE TABLE run (
  weight_set text COLLATE "C" NOT NULL,
  as_of timestamptz(0) NOT NULL,
  id bytea NOT NULL CHECK (length(id) = 32),
  inputs bytea NOT NULL CHECK (length(inputs) = 32),
  is_close boolean NOT NULL,
  is_release boolean NOT NULL,
  recorded_at timestamptz(6) NOT NULL,
  PRIMARY KEY (weight_set, as_of),
  CHECK (is_close OR is_release)
);
COMMENT ON TABLE run IS
  'One computation of every instrument''s bias, at each release instant and each daily close (22:00 UTC, Monday to Friday) up to the last release. Derived from the facts of the latest record time. Key: weight_set, as_of. Clocks: as_of is market time, recorded_at the record time of the facts it was computed from. Written by the bias module.';
COMMENT ON COLUMN run.id IS 'SHA-256 of everything that decides the result: the same inputs give the same id and the same bytes.';
COMMENT ON COLUMN run.inputs IS 'The hash chain over every input known at as_of.';

CREATE TABLE bias (
  weight_set text COLLATE "C" NOT NULL,
  instrument text COLLATE "C" NOT NULL,
  as_of timestamptz(0) NOT NULL,
  z double precision,
  score double precision,
  confidence double precision NOT NULL,
  coverage double precision,
  freshness double precision,
  quality double precision,
  agreement double precision,
  PRIMARY KEY (weight_set, instrument, as_of)
);
COMMENT ON TABLE bias IS
  'The bias of each instrument at each run. Derived from the facts of the latest record time: it can be dropped and is rebuilt to the same bytes. Key: weight_set, instrument, as_of. Clock: as_of is market time. Written by the bias module, which leaves alone what a change cannot have changed.';
COMMENT ON COLUMN bias.z IS 'Null without history.';
