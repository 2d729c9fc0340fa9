CREATE SEQUENCE statement_number AS bigint;
COMMENT ON SEQUENCE statement_number IS 'Numbers every statement. Later statements have higher numbers.';

CREATE TABLE statement (
  number bigint PRIMARY KEY,
  source text COLLATE "C" NOT NULL,
  indicator text COLLATE "C" NOT NULL,
  title text NOT NULL,
  file text NOT NULL,
  line bigint NOT NULL,
  instant timestamptz(0) NOT NULL,
  local_date date,
  date_only boolean NOT NULL,
  shifted boolean NOT NULL,
  period date,
  actual numeric,
  previous numeric,
  forecasts text COLLATE "C",
  schedule_captured_at timestamptz(6),
  event_id text COLLATE "C",
  spill_instant timestamptz(0),
  spill_date date,
  batch bigint NOT NULL REFERENCES batch (id)
);
COMMENT ON TABLE statement IS
  'A row that a source gave, in the unit of its indicator: what the tables release, print, schedule and forecast are derived from. It counts while a batch that made or repeated it is in force. Key: number. Clocks: instant is market time in whole seconds, record time that of its batches. Written by the releases module; append-only, kept for good.';
COMMENT ON COLUMN statement.indicator IS 'As the row was mapped; after that indicator''s end, its successor''s.';
COMMENT ON COLUMN statement.file IS 'Where the row first stood, with its line.';
COMMENT ON COLUMN statement.local_date IS 'The release date in the release zone, where the catalogue''s release time decides the instant.';
COMMENT ON COLUMN statement.shifted IS 'Whether the source''s clock time was shifted by whole hours to the catalogue''s.';
COMMENT ON COLUMN statement.forecasts IS 'Forecasts, separated by commas, each as kind, value and, where the source says it, capture instant, separated by blanks.';
COMMENT ON COLUMN statement.spill_instant IS 'One year later, for a row of early January that may carry the year before its own; spill_date is its local_date.';
CREATE INDEX statement_indicator ON statement (indicator, source);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON statement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE batch DISABLE TRIGGER append_only;
ALTER TABLE batch ADD COLUMN statements int8multirange NOT NULL DEFAULT '{}';
ALTER TABLE batch ADD COLUMN started_at timestamptz(6);
COMMENT ON COLUMN batch.statements IS 'Numbers of the statements that this batch made or repeated.';
COMMENT ON COLUMN batch.started_at IS 'When its rows were read: a row of a later instant announces a release to come.';

ALTER TABLE print ADD COLUMN statements bigint[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN print.statements IS 'The statements that gave this print, the one in force last.';
ALTER TABLE schedule ADD COLUMN captured_by bigint REFERENCES batch (id), ADD COLUMN statement bigint;
COMMENT ON COLUMN schedule.captured_by IS 'The batch whose record time is the capture, for a release that was to come when it was read.';
COMMENT ON COLUMN schedule.statement IS 'The statement that gave this schedule.';
ALTER TABLE forecast ADD COLUMN captured_by bigint REFERENCES batch (id), ADD COLUMN statement bigint;
COMMENT ON COLUMN forecast.captured_by IS 'The batch whose record time is the capture, for a release that was to come when it was read.';
COMMENT ON COLUMN forecast.statement IS 'The statement that gave this forecast.';

-- What earlier versions stored becomes statements: a print or a schedule with the forecasts that came with it, under its
-- own number. A forecast that came alone repeats the print or the schedule that it belongs to.
CREATE TEMPORARY TABLE carried ON COMMIT DROP AS
  SELECT fact, release, source, known_at AS instant, local_date, 'date-only' = ANY (marks) AS date_only,
         period, period_origin, actual, previous, NULL::timestamptz AS captured_at, event_id, batch
  FROM print WHERE NOT EXISTS (SELECT FROM moved_fact WHERE moved_fact.fact = print.fact)
  UNION ALL
  SELECT fact, release, source, scheduled_at, local_date, date_only, period, period_origin, NULL, NULL, captured_at,
         event_id, batch
  FROM schedule WHERE NOT EXISTS (SELECT FROM moved_fact WHERE moved_fact.fact = schedule.fact);
CREATE INDEX ON carried (release, source, fact);

INSERT INTO carried
SELECT alone.fact, alone.release, alone.source, place.instant, place.local_date, place.date_only, place.period,
       place.period_origin, place.actual, place.previous, place.captured_at, place.event_id, alone.batch
FROM (SELECT min(fact) AS fact, release, source, batch FROM forecast
      WHERE NOT EXISTS (SELECT FROM carried WHERE carried.release = forecast.release
                          AND carried.source = forecast.source AND carried.batch = forecast.batch)
      GROUP BY release, source, batch) AS alone,
     LATERAL (SELECT * FROM carried AS earlier WHERE earlier.release = alone.release
                AND earlier.source = alone.source AND earlier.fact < alone.fact
              ORDER BY earlier.fact DESC LIMIT 1) AS place;

INSERT INTO statement (number, source, indicator, title, file, line, instant, local_date, date_only, shifted, period,
                       actual, previous, forecasts, schedule_captured_at, event_id, batch)
SELECT fact, source, split_part(release, '@', 1), '', '', 0, instant, local_date, date_only, false,
       CASE WHEN period_origin = 'declared' THEN period END, actual, previous,
       (SELECT string_agg(concat_ws(' ', told.kind, told.value, to_char(told.captured_at AT TIME ZONE 'UTC',
                                    'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')), ',' ORDER BY told.fact)
        FROM (SELECT DISTINCT ON (kind, captured_at) * FROM forecast
              WHERE forecast.release = carried.release AND forecast.source = carried.source
                AND forecast.batch <= carried.batch AND forecast.value IS NOT NULL
              ORDER BY kind, captured_at, fact DESC) AS told),
       captured_at, event_id, batch
FROM carried;
SELECT setval('statement_number', greatest((SELECT max(number) FROM statement), 1));

UPDATE batch SET statements = with_moved(brought + confirmed), started_at = recorded_at,
                 counts = counts || '{"repaired": 0}'
WHERE kind IN ('calendar', 'sample');
ALTER TABLE batch ENABLE TRIGGER append_only;

ALTER TABLE print DISABLE TRIGGER append_only;
UPDATE print SET statements = ARRAY[coalesce((SELECT origin FROM moved_fact WHERE moved_fact.fact = print.fact), fact)];
ALTER TABLE print ENABLE TRIGGER append_only;
ALTER TABLE schedule DISABLE TRIGGER append_only;
UPDATE schedule
SET statement = coalesce((SELECT origin FROM moved_fact WHERE moved_fact.fact = schedule.fact), fact);
ALTER TABLE schedule ENABLE TRIGGER append_only;
ALTER TABLE forecast DISABLE TRIGGER append_only;
UPDATE forecast
SET statement = (SELECT min(carried.fact) FROM carried WHERE carried.release = forecast.release
                   AND carried.source = forecast.source AND carried.batch = forecast.batch);
ALTER TABLE forecast ENABLE TRIGGER append_only;

DROP FUNCTION with_moved;
DROP TABLE moved_fact;
ALTER TABLE batch DROP COLUMN brought, DROP COLUMN confirmed;

DELETE FROM row_digest;
ALTER TABLE row_digest RENAME COLUMN facts TO statements;
COMMENT ON TABLE row_digest IS
  'The rows of an indicator that an import last took in, as one hash, and the statements that they are: the same rows again are known to say nothing new. A row is dropped as soon as anything of its indicator changes, so the table can be emptied at any time and costs only time. Key: source, indicator. Clock: none. Written by the releases module.';

COMMENT ON TABLE batch IS
  'One intake: a command or request, one transaction. Key: id. Clock: recorded_at is record time, taken as the last act before commit, and all facts of the batch take it. Written by the releases module. Kept for good.';
COMMENT ON TABLE retraction IS
  'Facts that no longer follow from the statements in force, from the record time of this batch on: an undo, a correction, a better source or an edited catalogue. Key: batch. Clock: the batch''s. Written by the releases module. Kept for good.';
COMMENT ON TABLE release IS
  'One publication event of an indicator, named indicator@local-release-date[.n] when it is first seen. A release with no print and no schedule in force does not exist for a reader, and its number is free for another of its date. Key: id. Clock: the batch''s record time. Written by the releases module; append-only, kept for good.';

CREATE TABLE derivation (version integer NOT NULL);
COMMENT ON TABLE derivation IS
  'The version of the rules by which facts were derived from statements: a program with later rules derives them again. One row. Clock: none. Written by the releases module.';
INSERT INTO derivation VALUES (0);
