SET LOCAL lock_timeout = '10s';
SELECT create_hypertable('bias_value', by_range('as_of', INTERVAL '1 year'), create_default_indexes => false, migrate_data => true);
