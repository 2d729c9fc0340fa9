CREATE TABLE alert (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  rule text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('flip', 'label', 'surprise', 'revision', 'late', 'stale-source', 'job-failed', 'suspect')),
  subject text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  cause text NOT NULL,
  caused_at timestamptz NOT NULL,
  raised_at timestamptz NOT NULL,
  UNIQUE (rule, kind, key)
);
CREATE INDEX alert_raised_at ON alert (raised_at);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON alert FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON alert FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
COMMENT ON TABLE alert IS
  'One row for each alert that was raised. Key: number; a rule of a kind raises the same key once. Clock: record time. Written by the alerts module; append-only, kept for good.';
COMMENT ON COLUMN alert.number IS 'In the order of writing; numbers may be missing.';
COMMENT ON COLUMN alert.id IS 'Goes with every message about the alert, so that a receiver knows one that comes again.';
COMMENT ON COLUMN alert.rule IS 'The id of the rule in the file of alerts.';
COMMENT ON COLUMN alert.subject IS 'What it is about: the id of an instrument, a release, an indicator, a source or a job.';
COMMENT ON COLUMN alert.key IS 'What a rule raises once: the subject with what tells this alert from another about it.';
COMMENT ON COLUMN alert.cause IS 'What happened, in one line of English with its figures as known when it was raised.';
COMMENT ON COLUMN alert.caused_at IS 'The instant of what caused it: of the answer, the release, the last good answer of a source, or the end of a run.';
CREATE TABLE alert_delivery (
  alert bigint NOT NULL REFERENCES alert,
  channel text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL CHECK (state IN ('pending', 'sent', 'given-up')),
  attempts integer NOT NULL CHECK (attempts >= 0),
  next_at timestamptz CHECK ((next_at IS NULL) = (state <> 'pending')),
  fault text,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (alert, channel)
);
CREATE INDEX alert_delivery_pending ON alert_delivery (next_at) WHERE state = 'pending';
COMMENT ON TABLE alert_delivery IS
  'What became of each alert at each channel of its rule. Key: alert and channel. Clock: that of the server. Written by the alerts module: changed with each attempt, kept for good.';
COMMENT ON COLUMN alert_delivery.channel IS 'The id of the channel in the file of alerts.';
COMMENT ON COLUMN alert_delivery.state IS 'pending until it is sent, sent once the receiver has taken it, given-up a day after the alert was raised.';
COMMENT ON COLUMN alert_delivery.attempts IS 'How often it was tried.';
COMMENT ON COLUMN alert_delivery.next_at IS 'When it is tried next; null once it is not tried any more.';
COMMENT ON COLUMN alert_delivery.fault IS 'Why the last attempt failed, without addresses and keys; null where none failed.';
COMMENT ON COLUMN alert_delivery.changed_at IS 'When the row was last changed.';
CREATE TABLE alert_rule (
  rule text COLLATE "C" PRIMARY KEY,
  definition text NOT NULL,
  since timestamptz NOT NULL,
  watched_at timestamptz NOT NULL
);
COMMENT ON TABLE alert_rule IS
  'Since when each rule of the file of alerts holds: what was recorded before raises nothing. Key: rule. Clock: that of the server. Written by the alerts module: a rule that is changed begins anew at a start, and one that the file does not have any more is deleted.';
COMMENT ON COLUMN alert_rule.definition IS 'What the rule watches, to tell when it was changed.';
COMMENT ON COLUMN alert_rule.watched_at IS 'When a server last looked by it. One that nobody watched for three days begins anew.';
COMMENT ON COLUMN alert_rule.since IS 'When a server began to watch by this definition.';
CREATE TABLE alert_label (
  rule text COLLATE "C" NOT NULL,
  instrument text COLLATE "C" NOT NULL,
  label text COLLATE "C" NOT NULL,
  score double precision NOT NULL,
  since timestamptz NOT NULL,
  candidate text COLLATE "C" CHECK ((candidate IS NULL) = (candidate_since IS NULL)),
  candidate_since timestamptz,
  seen_at timestamptz NOT NULL,
  stood_as_of timestamptz NOT NULL,
  stood_recorded_at timestamptz NOT NULL,
  PRIMARY KEY (rule, instrument)
);
COMMENT ON TABLE alert_label IS
  'How the label of an instrument stands for a rule, so that no alert comes twice and none comes before its dwell. Key: rule and instrument. Clock: that of the server. Written by the alerts module; deleted where a rule ends or begins anew.';
COMMENT ON COLUMN alert_label.label IS 'The label that was last told, or that the rule began with.';
COMMENT ON COLUMN alert_label.score IS 'The last score seen with this label.';
COMMENT ON COLUMN alert_label.since IS 'When the label was told, or the rule began with it.';
COMMENT ON COLUMN alert_label.candidate IS 'Another label that has not stayed for the dwell yet; null where there is none.';
COMMENT ON COLUMN alert_label.candidate_since IS 'Since when it has stayed.';
COMMENT ON COLUMN alert_label.seen_at IS 'When the label was last looked at.';
COMMENT ON COLUMN alert_label.stood_as_of IS 'The instant of the last answer with the label.';
COMMENT ON COLUMN alert_label.stood_recorded_at IS 'The record time of its facts.';
