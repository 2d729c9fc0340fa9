CREATE TABLE weight_set_version (
  weight_set text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  hash text COLLATE "C" NOT NULL,
  content json NOT NULL,
  reason text NOT NULL,
  author text NOT NULL,
  proposed_at timestamptz NOT NULL,
  PRIMARY KEY (weight_set, version)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON weight_set_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON weight_set_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
COMMENT ON TABLE weight_set_version IS
  'Every version of a weight set that was proposed through the API, in force or not; weight sets of the catalogue''s files are not here. Key: weight set and version. Clock: record time. Written by the weights module; append-only, kept for good.';
COMMENT ON COLUMN weight_set_version.weight_set IS 'The id of the weight set.';
COMMENT ON COLUMN weight_set_version.version IS 'Counts from 1 for each weight set.';
COMMENT ON COLUMN weight_set_version.hash IS 'SHA-256 of the content, as in the answers computed by it.';
COMMENT ON COLUMN weight_set_version.content IS 'The complete definition as canonical JSON, with the fields of the weight set that it extends.';
COMMENT ON COLUMN weight_set_version.reason IS 'Why it was proposed, in one line.';
COMMENT ON COLUMN weight_set_version.author IS 'Who proposed it.';
COMMENT ON COLUMN weight_set_version.proposed_at IS 'When it was stored.';
CREATE TABLE weight_set_publication (
  recorded_at timestamptz PRIMARY KEY,
  weight_set text COLLATE "C" NOT NULL,
  version integer,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('publish', 'roll-back')),
  reason text NOT NULL,
  author text NOT NULL,
  FOREIGN KEY (weight_set, version) REFERENCES weight_set_version,
  CHECK (version IS NOT NULL OR kind = 'roll-back')
);
CREATE INDEX weight_set_publication_of ON weight_set_publication (weight_set, recorded_at);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON weight_set_publication FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON weight_set_publication FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
COMMENT ON TABLE weight_set_publication IS
  'Which version of a weight set is in force from a record time on. Key: record time. Clock: record time. Written by the weights module; append-only, kept for good.';
COMMENT ON COLUMN weight_set_publication.recorded_at IS 'From when on the version is in force.';
COMMENT ON COLUMN weight_set_publication.weight_set IS 'The id of the weight set.';
COMMENT ON COLUMN weight_set_publication.version IS 'The version in force from then on; null where a roll-back left none.';
COMMENT ON COLUMN weight_set_publication.kind IS 'publish, or roll-back to the version that was in force before the last one.';
COMMENT ON COLUMN weight_set_publication.reason IS 'Why, in one line.';
COMMENT ON COLUMN weight_set_publication.author IS 'Who did it.';
