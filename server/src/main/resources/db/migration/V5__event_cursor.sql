CREATE TABLE event_cursor (
  consumer text COLLATE "C" NOT NULL,
  part smallint NOT NULL CHECK (part BETWEEN 0 AND 15),
  seq bigint NOT NULL,
  PRIMARY KEY (consumer, part)
);
COMMENT ON TABLE event_cursor IS
  'How far a consumer has read each partition of the event log. Key: consumer, part. Clock: none. Written by the events module in the transaction of the consumer''s own work, so that each event takes effect exactly once. Kept for good.';
COMMENT ON COLUMN event_cursor.seq IS 'The last sequence number taken; 0 before the first.';
