ALTER TABLE batch DROP CONSTRAINT batch_kind_check;
ALTER TABLE batch ADD CONSTRAINT batch_kind_check
  CHECK (kind IN ('calendar', 'sample', 'undo', 'catalogue', 'statement'));
COMMENT ON COLUMN batch.kind IS 'calendar: files by a profile; sample: the shipped sample; undo: retracts an earlier batch; catalogue: release instants moved by an edited catalogue; statement: what a person stated about a release.';

CREATE TABLE verdict (
  batch bigint PRIMARY KEY REFERENCES batch (id),
  statement bigint NOT NULL REFERENCES statement (number),
  actual numeric,
  release text COLLATE "C" NOT NULL,
  stated text COLLATE "C" NOT NULL CHECK (stated IN ('confirm', 'doubt', 'cancel', 'withdraw', 'reopen')),
  reason text NOT NULL CHECK (reason <> ''),
  author text NOT NULL CHECK (author <> '')
);
COMMENT ON TABLE verdict IS
  'What a person stated about a release. Key: batch, one each; the last one about a statement holds while its batch is not undone. Clock: the batch''s record time. Written by the releases module; append-only, kept for good.';
COMMENT ON COLUMN verdict.statement IS 'The source''s statement that stood for the release: an undo can free the id of a release, never the number of a statement. It also holds for a later statement of the same release and figure.';
COMMENT ON COLUMN verdict.actual IS 'The figure that was judged, in the indicator''s unit; null for a release that had only a schedule. The verdict holds for no other figure.';
COMMENT ON COLUMN verdict.release IS 'The id that the release had then, for readers; nothing is found by it.';
COMMENT ON COLUMN verdict.stated IS 'confirm, doubt, cancel or withdraw; reopen takes the last of these back.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON verdict FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
