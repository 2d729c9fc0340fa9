CREATE TABLE regime_state (
  region text COLLATE "C" PRIMARY KEY,
  quadrant text COLLATE "C" NOT NULL CHECK (quadrant IN ('goldilocks', 'reflation', 'stagflation', 'slowdown', 'undetermined')),
  since date NOT NULL,
  month_end date NOT NULL CHECK (month_end >= since),
  stale boolean NOT NULL
);
COMMENT ON TABLE regime_state IS
  'The quadrant that was last recorded for each region, so that an event regime_changed is written once for each change. No row before the first quadrant, and without prints. Key: region. Clock: none. Written by the regime module, in the transaction of the event.';
COMMENT ON COLUMN regime_state.quadrant IS 'goldilocks, reflation, stagflation or slowdown; undetermined where an axis has no state any more.';
COMMENT ON COLUMN regime_state.since IS 'The last day of the month since whose end the quadrant has held.';
COMMENT ON COLUMN regime_state.month_end IS 'The last day of the month that the region was last looked at for.';
COMMENT ON COLUMN regime_state.stale IS 'Whether the last release of all was more than ten days old at that look.';
ALTER TABLE alert DROP CONSTRAINT alert_kind_check;
ALTER TABLE alert ADD CONSTRAINT alert_kind_check
  CHECK (kind IN ('flip', 'label', 'surprise', 'revision', 'late', 'stale-source', 'job-failed', 'suspect', 'regime'));
COMMENT ON COLUMN alert.subject IS 'What it is about: the id of an instrument, a release, an indicator, a source or a job, or the code of a region.';
