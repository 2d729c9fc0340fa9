-- Health in place of confidence, what a bias is made of, and why it has no label: all is computed anew.
DELETE FROM bias_value;
DELETE FROM run;
DELETE FROM derived_from WHERE name LIKE 'bias-history %';

DROP VIEW bias;
ALTER TABLE bias_value RENAME COLUMN confidence TO health;
ALTER TABLE bias_value ALTER COLUMN coverage SET NOT NULL;
ALTER TABLE bias_value ADD COLUMN breadth double precision;
ALTER TABLE bias_value ADD COLUMN new_share double precision;
ALTER TABLE bias_value ADD COLUMN reason text COLLATE "C";
COMMENT ON COLUMN bias_value.reason IS 'Why there is no label: no-weights, no-history, no-live-signal, thin-coverage; null if there is one.';

CREATE VIEW bias AS
  SELECT weight_set, instrument, as_of, z, score, health, coverage, freshness, quality, agreement, breadth, new_share,
         reason
  FROM bias_value JOIN bias_series ON number = series;
COMMENT ON VIEW bias IS
  'The bias of each instrument at each run, under the names of its weight set and instrument.';
