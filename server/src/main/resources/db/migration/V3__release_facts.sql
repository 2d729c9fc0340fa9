CREATE SEQUENCE fact AS bigint;
COMMENT ON SEQUENCE fact IS 'Numbers every fact, whatever its table. Later facts have higher numbers.';

CREATE TABLE release (
  id text COLLATE "C" PRIMARY KEY,
  indicator text COLLATE "C" NOT NULL,
  fact bigint NOT NULL,
  batch bigint NOT NULL
);
COMMENT ON TABLE release IS
  'One publication event of an indicator, named indicator@local-release-date[.n] at first sight and never renamed or reused. A release with no print and no schedule in force does not exist for a reader, and takes this id again when it is brought again. Key: id. Clock: the batch''s record time. Written by the releases module; append-only, kept for good.';

CREATE TABLE schedule (
  fact bigint PRIMARY KEY,
  release text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL,
  captured_at timestamptz(6),
  scheduled_at timestamptz(0) NOT NULL,
  period date,
  period_origin text COLLATE "C" CHECK (period_origin IN ('declared', 'inferred')),
  local_date date,
  date_only boolean NOT NULL,
  event_id text COLLATE "C",
  batch bigint NOT NULL
);
COMMENT ON TABLE schedule IS
  'When a release was to come, as a source said at captured_at. Key: fact; by nature release, source, captured_at: the later fact holds. Clocks: scheduled_at is market time in whole seconds, captured_at when the source said so (null in imported histories), record time the batch''s. Written by the releases module; append-only, kept for good.';

CREATE TABLE forecast (
  fact bigint PRIMARY KEY,
  release text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('survey', 'vendor', 'nowcast', 'model', 'naive', 'manual')),
  captured_at timestamptz(6),
  value numeric,
  batch bigint NOT NULL
);
COMMENT ON TABLE forecast IS
  'What was expected before a release, in the indicator''s unit. Key: fact; by nature release, source, kind, captured_at: the later fact holds. Clocks: captured_at is when it was known (null in imported histories, which count as just before the release), record time the batch''s. Written by the releases module; append-only, kept for good.';
COMMENT ON COLUMN forecast.value IS 'Null where the source withdrew the forecast.';

CREATE TABLE print (
  fact bigint PRIMARY KEY,
  release text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL,
  known_at timestamptz(0) NOT NULL,
  actual numeric NOT NULL,
  previous numeric,
  period date,
  period_origin text COLLATE "C" CHECK (period_origin IN ('declared', 'inferred')),
  local_date date,
  event_id text COLLATE "C",
  marks text[] NOT NULL DEFAULT '{}',
  row_hash bytea,
  batch bigint NOT NULL,
  CHECK ((period IS NULL) = (period_origin IS NULL))
);
COMMENT ON TABLE print IS
  'The value that a release announced, as a source gives it, in the indicator''s unit. Key: fact; by nature release, source: the later fact holds and is a correction if its actual differs. Clocks: known_at is market time in whole seconds, record time the batch''s. Written by the releases module; append-only, kept for good.';
COMMENT ON COLUMN print.previous IS 'The earlier value as the source shows it beside this one: the prior period''s, or the prior stage''s. Where it differs from what was known, it is that value''s revision, known from known_at.';
COMMENT ON COLUMN print.period IS 'First day of the reference period; null where unknown.';
COMMENT ON COLUMN print.local_date IS 'The release date in the release zone, where the instant comes from the catalogue.';
COMMENT ON COLUMN print.event_id IS 'The source''s own number of the event, where it has one.';
COMMENT ON COLUMN print.row_hash IS 'Hash of the mapped row, by which a repeated import knows it again.';
