-- The record time of a run depended on when it was written, so that a rebuild did not give the same rows.
ALTER TABLE run DROP COLUMN recorded_at;
COMMENT ON TABLE run IS
  'One computation of every instrument''s bias, at each release instant and each daily close (22:00 UTC, Monday to Friday) from the first release to the last. Derived from the facts of the latest record time: it can be dropped and is rebuilt to the same bytes. Key: weight_set, as_of. Clock: as_of is market time. Written by the bias module. Kept until it is computed anew.';

-- A number from a sequence would depend on transactions that were rolled back.
ALTER TABLE bias_series ALTER COLUMN number DROP IDENTITY;
COMMENT ON TABLE bias_series IS
  'The number that stands for a weight set and an instrument in table bias_value. Key: number. Clock: none. Written by the bias module, numbered in the order of first use. Kept for good.';

COMMENT ON TABLE bias_value IS
  'The bias of each instrument at each run; read it through view bias. Derived from the facts of the latest record time: it can be dropped and is rebuilt to the same bytes. Key: series, as_of. No foreign key: checking each of a million rows takes longer than writing them. Clock: as_of is market time. Written by the bias module, which leaves alone what a change cannot have changed. Kept until it is computed anew.';

COMMENT ON TABLE derived_from IS
  'The formula version, catalogue and weight set that derived rows were computed with. If they are no longer in force, a process whose own catalogue files are in force computes those rows anew. Key: name of the rows. Clock: recorded_at is the record time of the facts that the rows were computed from. Written by the module that writes the rows, in the same transaction. Kept for good.';

COMMENT ON TABLE catalogue_version IS
  'The catalogues that were in force: each from its record time until the next one, the first one before that too. A catalogue that comes back is a version again. Key: recorded_at. Clock: record time. Written by the releases module when a process starts with other catalogue files than before, or when its files are edited; append-only, kept for good.';

-- Daily closes between the last release of one import and the first of the next were missing: all is computed anew.
DELETE FROM derived_from;
