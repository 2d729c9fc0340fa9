-- Those of tables that were not lost would stand in the way of new ones.
DO $$
DECLARE
  series text;
BEGIN
  FOR series IN SELECT hypertable_name FROM timescaledb_information.hypertables
    WHERE hypertable_schema = current_schema()
      AND hypertable_name IN ('surprise', 'rolling_statistic', 'run', 'bias_value', 'index_value')
  LOOP
    EXECUTE format('CALL remove_columnstore_policy(%L, if_exists => true)', series);
  END LOOP;
END $$;
