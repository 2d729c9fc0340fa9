ALTER TABLE batch DROP CONSTRAINT batch_kind_check;
ALTER TABLE batch ADD CONSTRAINT batch_kind_check
  CHECK (kind IN ('calendar', 'sample', 'undo', 'catalogue', 'statement', 'source'));
COMMENT ON COLUMN batch.kind IS 'calendar: files by a profile; sample: the shipped sample; undo: retracts an earlier batch; catalogue: release instants moved by an edited catalogue; statement: what a person stated about a release; source: fetched from a source.';

CREATE TABLE source_state (
  source text COLLATE "C" PRIMARY KEY,
  understood_at timestamptz,
  failures integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
  resting_until timestamptz,
  limit_full_at timestamptz,
  fault text COLLATE "C",
  fault_text text,
  faulted_at timestamptz
);
COMMENT ON TABLE source_state IS
  'How fetching from a source goes. Key: source. Clock: that of the machine. Written by the sources module, which replaces the row at each run; it can be emptied at any time, and the sources are then asked at once.';
COMMENT ON COLUMN source_state.understood_at IS 'When an answer was last understood, or found unchanged.';
COMMENT ON COLUMN source_state.failures IS 'Failures in a row.';
COMMENT ON COLUMN source_state.resting_until IS 'Before which the source is not asked; null where it may be.';
COMMENT ON COLUMN source_state.limit_full_at IS 'When all requests that the limit of the source allows at once are allowed again.';
COMMENT ON COLUMN source_state.fault IS 'Code of the last fault, as docs/reference/problems.md lists them; null where there was none yet.';

CREATE TABLE source_request (
  source text COLLATE "C" NOT NULL,
  request text COLLATE "C" NOT NULL,
  fetched_at timestamptz NOT NULL,
  hash text COLLATE "C" NOT NULL,
  etag text,
  last_modified text,
  context text COLLATE "C" NOT NULL,
  PRIMARY KEY (source, request)
);
COMMENT ON TABLE source_request IS
  'What a source last answered to a request, so that the same answer is neither sent nor read again. Key: source, request. Clock: that of the machine. Written by the sources module, which replaces the row once the answer is stored; it can be emptied at any time and costs only time.';
COMMENT ON COLUMN source_request.hash IS 'SHA-256 of the answer, as 64 hexadecimal digits.';
COMMENT ON COLUMN source_request.context IS 'What else decides how the answer is read: the catalogue, and the last undo of a batch of the source. In another one, the answer is read anew.';

CREATE TABLE raw_payload (
  source text COLLATE "C" NOT NULL,
  request text COLLATE "C" NOT NULL,
  fetched_at timestamptz NOT NULL,
  hash text COLLATE "C" NOT NULL,
  bytes integer NOT NULL,
  body bytea NOT NULL,
  PRIMARY KEY (source, request, fetched_at)
);
COMMENT ON TABLE raw_payload IS
  'Answers of sources as they came, before they were read, where the terms of the source allow to keep them. An answer that equals the one before is not kept again. Key: source, request, fetched_at. Clock: fetched_at is when the answer was there as a whole, by the clock of the machine. Written by the sources module; append-only, kept for good.';
COMMENT ON COLUMN raw_payload.bytes IS 'Length of the answer, unpacked.';
COMMENT ON COLUMN raw_payload.body IS 'The answer, packed with gzip.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON raw_payload FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
