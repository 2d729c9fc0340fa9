CREATE TABLE catalogue_version (
  recorded_at timestamptz(6) PRIMARY KEY,
  hash text COLLATE "C" NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  content json NOT NULL
);
COMMENT ON TABLE catalogue_version IS
  'The catalogues that were in force: each from its record time until the next one, the first one before that too. One that comes back is a version again. Key: recorded_at. Clock: record time. Written by the releases module when a store is opened with another catalogue than before; append-only, kept for good.';
COMMENT ON COLUMN catalogue_version.hash IS 'SHA-256 of the content, as in run ids.';
COMMENT ON COLUMN catalogue_version.content IS 'The catalogue as parsed: keys sorted, every value a text.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON catalogue_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
