CREATE TABLE bias_due (
  weight_set text COLLATE "C" NOT NULL,
  as_of timestamptz(0) NOT NULL,
  until timestamptz(0) NOT NULL,
  instruments text[] COLLATE "C" NOT NULL,
  PRIMARY KEY (weight_set, as_of)
);
COMMENT ON TABLE bias_due IS
  'The biases of the past that are still to be computed after a change that made many of them new: those of the instruments at the runs of the span that table bias_value does not have. The spans of a weight set do not overlap. Several processes claim rows, compute, and delete the rows in the same transaction. Key: weight_set, as_of. Clock: as_of and until are market time. Written by the bias module. Kept until the biases are computed.';
COMMENT ON COLUMN bias_due.as_of IS 'The first instant of the span.';
COMMENT ON COLUMN bias_due.until IS 'The end of the span, which is not in it.';
COMMENT ON COLUMN bias_due.instruments IS 'Ids of the instruments that may lack a bias.';

CREATE VIEW read.bias_gaps WITH (security_barrier = true) AS
  SELECT instrument, as_of AS missing_from, until AS missing_until
  FROM bias_due CROSS JOIN unnest(instruments) AS due (instrument) WHERE weight_set = 'default';
COMMENT ON VIEW read.bias_gaps IS
  'The spans of the past in which bias_close and bias_release may lack rows of an instrument, while several servers compute them after a large change; empty otherwise. Key: instrument, missing_from.';
COMMENT ON COLUMN read.bias_gaps.instrument IS 'Id of the instrument.';
COMMENT ON COLUMN read.bias_gaps.missing_from IS 'The first instant of the span, UTC.';
COMMENT ON COLUMN read.bias_gaps.missing_until IS 'The end of the span, UTC, which is not in it.';
