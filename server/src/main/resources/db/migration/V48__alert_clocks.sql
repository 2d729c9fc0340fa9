ALTER TABLE alert_rule ADD COLUMN since_recorded_at timestamptz;
UPDATE alert_rule SET since_recorded_at = least(since, (SELECT latest FROM record_time));
ALTER TABLE alert_rule ALTER COLUMN since_recorded_at SET NOT NULL;
COMMENT ON TABLE alert_rule IS
  'Since when each rule of the file of alerts holds: what was recorded before raises nothing. Key: rule. Clock: that of the database. Written by the alerts module: a rule that is changed begins anew at a start, and one that the file does not have any more is deleted.';
COMMENT ON COLUMN alert_rule.since_recorded_at IS 'The latest record time when the rule began: what has a later one was recorded after it. Clock: record time.';
COMMENT ON COLUMN alert_rule.since IS 'When a server began to watch by this definition. It never moves to a later time while the definition is the same and a server watches by it.';
COMMENT ON TABLE alert_label IS
  'How the label of an instrument stands for a rule, so that no alert comes twice and none comes before its dwell. Key: rule and instrument. Clock: that of the database. Written by the alerts module; deleted where a rule ends or begins anew.';
COMMENT ON TABLE alert_delivery IS
  'What became of each alert at each channel of its rule. Key: alert and channel. Clock: that of the database. Written by the alerts module: changed with each attempt, kept for good.';
COMMENT ON COLUMN alert_delivery.state IS 'pending until it is sent, sent once the receiver has taken it, given-up a day after the alert was raised or once a mail server has refused it for good.';
COMMENT ON COLUMN alert_delivery.fault IS 'Why the last attempt failed, or which recipients a mail server refused, without addresses and keys; null where nothing failed.';
CREATE TABLE alert_channel (
  channel text COLLATE "C" PRIMARY KEY,
  held_since timestamptz NOT NULL,
  held_until timestamptz NOT NULL,
  refusals integer NOT NULL CHECK (refusals > 0),
  fault text NOT NULL
);
COMMENT ON TABLE alert_channel IS
  'Channels whose receiver refuses the login, so that no alert is tried for a while: each attempt could lock the account. Key: channel. Clock: that of the database. Written by the alerts module; deleted once the receiver accepts the login.';
COMMENT ON COLUMN alert_channel.channel IS 'The id of the channel in the file of alerts.';
COMMENT ON COLUMN alert_channel.held_since IS 'When the login was first refused.';
COMMENT ON COLUMN alert_channel.held_until IS 'When the login is tried next.';
COMMENT ON COLUMN alert_channel.refusals IS 'How often it was refused since then.';
COMMENT ON COLUMN alert_channel.fault IS 'Why, without addresses and keys.';
