ALTER TABLE forecast
  ADD COLUMN low numeric,
  ADD COLUMN high numeric,
  ADD COLUMN forecasters integer,
  ADD CONSTRAINT forecast_spread CHECK (low <= value AND value <= high AND forecasters >= 1);
COMMENT ON COLUMN forecast.low IS
  'The lowest of the forecasts that value sums up. Unit: that of the indicator. Null where the source does not say it.';
COMMENT ON COLUMN forecast.high IS
  'The highest of the forecasts that value sums up. Unit: that of the indicator. Null where the source does not say it.';
COMMENT ON COLUMN forecast.forecasters IS
  'How many forecasts value sums up. Null where the source does not say it.';
