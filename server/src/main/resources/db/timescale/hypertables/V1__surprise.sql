SET LOCAL lock_timeout = '10s';
SELECT create_hypertable('surprise', by_range('released_at', INTERVAL '1 year'), create_default_indexes => false, migrate_data => true);
