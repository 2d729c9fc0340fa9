DROP TABLE bias;
DELETE FROM run;
DELETE FROM derived_from WHERE name LIKE 'bias-history %';

CREATE TABLE bias_series (
  number smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  weight_set text COLLATE "C" NOT NULL,
  instrument text COLLATE "C" NOT NULL,
  UNIQUE (weight_set, instrument)
);
COMMENT ON TABLE bias_series IS
  'The number that stands for a weight set and an instrument in table bias_value. Key: number. Clock: none. Written by the bias module; emptied with bias_value when everything is computed anew.';

CREATE TABLE bias_value (
  as_of timestamptz(0) NOT NULL,
  z double precision,
  score double precision,
  confidence double precision NOT NULL,
  coverage double precision,
  freshness double precision,
  quality double precision,
  agreement double precision,
  series smallint NOT NULL,
  PRIMARY KEY (series, as_of)
);
COMMENT ON TABLE bias_value IS
  'The bias of each instrument at each run; read it through view bias. Derived from the facts of the latest record time: it can be dropped and is rebuilt to the same bytes. Key: series, as_of; the key is taken off while everything is computed anew, and built once at the end. No foreign key: checking each of a million rows takes longer than writing them. Clock: as_of is market time. Written by the bias module, which leaves alone what a change cannot have changed.';
COMMENT ON COLUMN bias_value.z IS 'Null without history.';

CREATE VIEW bias AS
  SELECT weight_set, instrument, as_of, z, score, confidence, coverage, freshness, quality, agreement
  FROM bias_value JOIN bias_series ON number = series;
COMMENT ON VIEW bias IS
  'The bias of each instrument at each run, under the names of its weight set and instrument.';
