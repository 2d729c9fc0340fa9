CREATE TABLE batch (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recorded_at timestamptz(6) UNIQUE,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('calendar', 'sample', 'undo', 'catalogue')),
  profile text COLLATE "C",
  source text COLLATE "C",
  files text[] NOT NULL DEFAULT '{}',
  counts jsonb NOT NULL DEFAULT '{}',
  brought int8multirange NOT NULL DEFAULT '{}',
  confirmed int8multirange NOT NULL DEFAULT '{}',
  undoes bigint REFERENCES batch (id),
  CHECK ((kind = 'undo') = (undoes IS NOT NULL))
);
COMMENT ON TABLE batch IS
  'One intake: a command or request, one transaction. Key: id. Clock: recorded_at is record time, taken as the last act before commit, and all facts of the batch take it. Written by the releases module. Kept for good.';
COMMENT ON COLUMN batch.kind IS 'calendar: files by a profile; sample: the shipped sample; undo: retracts an earlier batch; catalogue: release instants moved by an edited catalogue.';
COMMENT ON COLUMN batch.brought IS 'Numbers of the facts that this batch wrote.';
COMMENT ON COLUMN batch.confirmed IS 'Numbers of the earlier facts that this batch found unchanged: they outlive an undo of the batch that brought them.';
COMMENT ON COLUMN batch.undoes IS 'The batch that this undo takes back; a batch is undone at most once.';
CREATE UNIQUE INDEX batch_undoes ON batch (undoes);

CREATE TABLE retraction (
  batch bigint PRIMARY KEY REFERENCES batch (id),
  facts int8multirange NOT NULL
);
COMMENT ON TABLE retraction IS
  'Facts taken back from the record time of this undo batch on. Key: batch. Clock: the batch''s. Written by the releases module. Kept for good.';

CREATE TABLE quarantine (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  batch bigint NOT NULL REFERENCES batch (id),
  file text NOT NULL,
  line bigint NOT NULL CHECK (line > 0),
  reason text COLLATE "C" NOT NULL,
  message text NOT NULL,
  raw text NOT NULL
);
COMMENT ON TABLE quarantine IS
  'Rows of an intake that could not be read, word for word, with the reason. Key: id. Clock: the batch''s. Written by the releases module. Kept for good.';
CREATE INDEX quarantine_batch ON quarantine (batch, id);
