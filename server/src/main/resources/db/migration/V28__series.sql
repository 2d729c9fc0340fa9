CREATE TABLE observation (
  source text COLLATE "C" NOT NULL,
  series text COLLATE "C" NOT NULL,
  period date NOT NULL,
  seen_at timestamptz(6) NOT NULL,
  value numeric NOT NULL,
  lacked_at timestamptz(6),
  PRIMARY KEY (source, series, period, seen_at)
);
COMMENT ON TABLE observation IS
  'Figures of official series as their publishers gave them, in the publisher''s unit: one row for each period and each change of its figure. Key: source, series, period (its first day), seen_at. Clock: that of the machine. Written by the sources module; append-only, kept for good.';
COMMENT ON COLUMN observation.seen_at IS 'When the answer that had the figure was there as a whole.';
COMMENT ON COLUMN observation.lacked_at IS 'The look before it, which did not have the figure; null for the baseline: what the first look at a series found.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON observation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE series_look (
  source text COLLATE "C" NOT NULL,
  series text COLLATE "C" NOT NULL,
  looked_at timestamptz(6) NOT NULL,
  PRIMARY KEY (source, series)
);
COMMENT ON TABLE series_look IS
  'When a series was last looked at, whether it had anything new or not. Key: source, series. Clock: that of the machine. Written by the sources module, which replaces the row at each look.';

CREATE TABLE series_actual (
  source text COLLATE "C" NOT NULL,
  indicator text COLLATE "C" NOT NULL,
  period date NOT NULL,
  series text COLLATE "C" NOT NULL,
  seen_at timestamptz(6) NOT NULL,
  known_at timestamptz(0) NOT NULL,
  schedule_time boolean NOT NULL,
  PRIMARY KEY (source, indicator, period)
);
COMMENT ON TABLE series_actual IS
  'The observations that are actuals, and from which instant on each counts as known (decision 0024); decided once, when it was first seen. Key: source, indicator, period. Clocks: known_at is market time in whole seconds, seen_at that of the machine. Written by the sources module; append-only, kept for good.';
COMMENT ON COLUMN series_actual.schedule_time IS 'Whether known_at is the scheduled instant, and not the look that found the figure.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON series_actual FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
