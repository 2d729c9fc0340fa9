ALTER TABLE statement ADD COLUMN schedule_time boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN statement.schedule_time IS 'Whether instant is a scheduled one, because the source, which states none, gave the figure between the looks before and after it.';
