CREATE TABLE record_time (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  latest timestamptz(6) NOT NULL
);
COMMENT ON TABLE record_time IS
  'The latest record time given out. Key: one row. Clock: record time, UTC, microseconds. Written by the events module under the lock of the event log, so that record times never repeat or step back. Kept for good.';
INSERT INTO record_time (latest) VALUES (timestamptz '1970-01-01T00:00:00Z');

CREATE TABLE event_log (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  type text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  key text COLLATE "C" NOT NULL,
  part smallint NOT NULL CHECK (part BETWEEN 0 AND 15),
  recorded_at timestamptz(6) NOT NULL,
  payload jsonb NOT NULL
);
COMMENT ON TABLE event_log IS
  'What happened, in commit order. Key: seq. Clock: recorded_at is record time. Written in the transaction of the change that an event announces, under one advisory lock. Kept 30 days.';
COMMENT ON COLUMN event_log.part IS 'Partition 0 to 15: a hash of key, which orders the events of one region or instrument.';
CREATE INDEX event_log_part ON event_log (part, seq);
