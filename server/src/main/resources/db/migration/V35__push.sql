CREATE TABLE push (
  key text COLLATE "C" PRIMARY KEY,
  content text COLLATE "C" NOT NULL,
  batch bigint REFERENCES batch (id),
  answer text NOT NULL,
  answered_at timestamptz NOT NULL
);
COMMENT ON TABLE push IS
  'The answers to pushes of releases, by the keys of their clients, so that a push that comes again stores nothing. Key: key. Clock: answered_at, the clock of the server. Written by the releases module in the transaction of the batch; append-only, kept for good.';
COMMENT ON COLUMN push.content IS 'SHA-256 of what was pushed, as hexadecimal digits.';
COMMENT ON COLUMN push.batch IS 'Null where nothing was new.';
COMMENT ON COLUMN push.answer IS 'The answer, as JSON.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON push FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
COMMENT ON COLUMN batch.kind IS 'calendar: files by a profile; sample: the shipped sample; undo: retracts an earlier batch; catalogue: release instants moved by an edited catalogue; statement: what a person stated about a release; source: fetched from a source; price: closes of instruments; push: pushed by a program.';
