SET LOCAL lock_timeout = '10s';
ALTER TABLE surprise SET (
  timescaledb.enable_columnstore, timescaledb.segmentby = 'indicator', timescaledb.orderby = 'released_at, release');
ALTER TABLE rolling_statistic SET (
  timescaledb.enable_columnstore, timescaledb.segmentby = 'indicator', timescaledb.orderby = 'as_of, days');
ALTER TABLE run SET (
  timescaledb.enable_columnstore, timescaledb.segmentby = 'weight_set', timescaledb.orderby = 'as_of');
ALTER TABLE bias_value SET (
  timescaledb.enable_columnstore, timescaledb.segmentby = 'series', timescaledb.orderby = 'as_of');
ALTER TABLE index_value SET (
  timescaledb.enable_columnstore, timescaledb.segmentby = 'index', timescaledb.orderby = 'as_of');

-- Later releases and corrections mostly change the latest rows, which stay in rows.
CALL add_columnstore_policy('surprise', after => INTERVAL '2 years');
CALL add_columnstore_policy('rolling_statistic', after => INTERVAL '2 years');
CALL add_columnstore_policy('run', after => INTERVAL '2 years');
CALL add_columnstore_policy('bias_value', after => INTERVAL '2 years');
CALL add_columnstore_policy('index_value', after => INTERVAL '2 years');
