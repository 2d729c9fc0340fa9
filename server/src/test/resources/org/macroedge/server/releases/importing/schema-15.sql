-- What the version with schema 15 stored of three small files (a, then b, which corrects one figure, then c, undone),
-- read out of its store. The rows of a.csv and b.csv stand in EarlierStoreTest.
UPDATE record_time SET latest = '2026-11-26T06:52:47.512087Z';
INSERT INTO batch (id, recorded_at, kind, profile, source, files, counts, brought, confirmed, undoes) OVERRIDING SYSTEM VALUE VALUES
  ('1', '2026-11-26 06:52:39.195085+00', 'calendar', 'macro-edge', 'macro-edge', '{a.csv}', '{"read": 9, "ignored": 0, "revised": 0, "imported": 9, "unmapped": 0, "corrected": 0, "unchanged": 0, "quarantined": 0, "revisionsFound": 4, "unmappedTitles": []}', '{[2,29)}', '{}', NULL),
  ('2', '2026-11-26 06:52:42.507281+00', 'calendar', 'macro-edge', 'macro-edge', '{b.csv}', '{"read": 6, "ignored": 0, "revised": 0, "imported": 0, "unmapped": 0, "corrected": 1, "unchanged": 5, "quarantined": 0, "revisionsFound": 0, "unmappedTitles": []}', '{[29,30)}', '{[8,14),[16,17),[21,23),[24,26),[27,29)}', NULL),
  ('3', '2026-11-26 06:52:45.174528+00', 'calendar', 'macro-edge', 'macro-edge', '{c.csv}', '{"read": 2, "ignored": 0, "revised": 0, "imported": 1, "unmapped": 0, "corrected": 0, "unchanged": 1, "quarantined": 0, "revisionsFound": 0, "unmappedTitles": []}', '{[30,33)}', '{[18,20)}', NULL),
  ('4', '2026-11-26 06:52:47.178254+00', 'undo', 'macro-edge', 'macro-edge', '{}', '{}', '{}', '{}', '3');
INSERT INTO retraction (batch, facts) VALUES
  ('4', '{[30,33)}');
INSERT INTO release (id, indicator, fact, batch) VALUES
  ('ch-kof-economic-barometer@2014-03-31', 'ch-kof-economic-barometer', '2', '1'),
  ('ch-kof-economic-barometer@2014-04-30', 'ch-kof-economic-barometer', '5', '1'),
  ('de-prelim-cpi-mom@2021-01-28', 'de-prelim-cpi-mom', '8', '1'),
  ('de-prelim-cpi-mom@2021-03-30', 'de-prelim-cpi-mom', '11', '1'),
  ('gb-cpi-yoy@2021-09-15', 'gb-cpi-yoy', '30', '3'),
  ('us-cpi-mom@2021-07-13', 'us-cpi-mom', '14', '1'),
  ('us-nonfarm-payrolls@2021-07-02', 'us-nonfarm-payrolls', '17', '1'),
  ('us-nonfarm-payrolls@2021-08-06', 'us-nonfarm-payrolls', '20', '1'),
  ('us-nonfarm-payrolls@2021-09-03', 'us-nonfarm-payrolls', '23', '1'),
  ('us-nonfarm-payrolls@2021-10-08', 'us-nonfarm-payrolls', '26', '1');
INSERT INTO schedule (fact, release, source, captured_at, scheduled_at, period, period_origin, local_date, date_only, event_id, batch) VALUES
  ('27', 'us-nonfarm-payrolls@2021-10-08', 'macro-edge', NULL, '2021-10-08 12:30:00+00', NULL, NULL, NULL, 'false', NULL, '1');
INSERT INTO forecast (fact, release, source, kind, captured_at, value, batch) VALUES
  ('10', 'de-prelim-cpi-mom@2021-01-28', 'macro-edge', 'survey', NULL, '0.4', '1'),
  ('13', 'de-prelim-cpi-mom@2021-03-30', 'macro-edge', 'survey', NULL, '0.5', '1'),
  ('16', 'us-cpi-mom@2021-07-13', 'macro-edge', 'survey', NULL, '0.5', '1'),
  ('19', 'us-nonfarm-payrolls@2021-07-02', 'macro-edge', 'survey', NULL, '700000', '1'),
  ('22', 'us-nonfarm-payrolls@2021-08-06', 'macro-edge', 'survey', NULL, '870000', '1'),
  ('25', 'us-nonfarm-payrolls@2021-09-03', 'macro-edge', 'survey', NULL, '720000', '1'),
  ('28', 'us-nonfarm-payrolls@2021-10-08', 'macro-edge', 'survey', NULL, '500000', '1'),
  ('32', 'gb-cpi-yoy@2021-09-15', 'macro-edge', 'survey', NULL, '2.9', '3'),
  ('4', 'ch-kof-economic-barometer@2014-03-31', 'macro-edge', 'survey', NULL, '2.02', '1'),
  ('7', 'ch-kof-economic-barometer@2014-04-30', 'macro-edge', 'survey', NULL, '106', '1');
INSERT INTO print (fact, release, source, known_at, actual, previous, period, period_origin, local_date, event_id, marks, row_hash, batch) VALUES
  ('12', 'de-prelim-cpi-mom@2021-03-30', 'macro-edge', '2021-03-30 12:00:00+00', '0.5', '0.7', NULL, NULL, '2021-03-30', NULL, '{imported,date-only}', NULL, '1'),
  ('15', 'us-cpi-mom@2021-07-13', 'macro-edge', '2021-07-13 12:30:00+00', '0.9', '0.6', NULL, NULL, NULL, NULL, '{imported}', NULL, '1'),
  ('18', 'us-nonfarm-payrolls@2021-07-02', 'macro-edge', '2021-07-02 12:30:00+00', '850000', '559000', NULL, NULL, NULL, NULL, '{imported}', NULL, '1'),
  ('21', 'us-nonfarm-payrolls@2021-08-06', 'macro-edge', '2021-08-06 12:30:00+00', '943000', '938000', NULL, NULL, NULL, NULL, '{imported}', NULL, '1'),
  ('24', 'us-nonfarm-payrolls@2021-09-03', 'macro-edge', '2021-09-03 12:30:00+00', '235000', '1053000', '2021-08-01', 'declared', NULL, NULL, '{imported}', NULL, '1'),
  ('29', 'us-cpi-mom@2021-07-13', 'macro-edge', '2021-07-13 12:30:00+00', '0.7', '0.6', NULL, NULL, NULL, NULL, '{imported}', NULL, '2'),
  ('3', 'ch-kof-economic-barometer@2014-03-31', 'macro-edge', '2014-03-31 07:00:00+00', '1.99', '2.03', NULL, NULL, NULL, NULL, '{imported}', NULL, '1'),
  ('31', 'gb-cpi-yoy@2021-09-15', 'macro-edge', '2021-09-15 06:00:00+00', '3.2', '2', NULL, NULL, NULL, NULL, '{imported}', NULL, '3'),
  ('6', 'ch-kof-economic-barometer@2014-04-30', 'macro-edge', '2014-04-30 07:00:00+00', '102', '106.3', NULL, NULL, NULL, NULL, '{imported}', NULL, '1'),
  ('9', 'de-prelim-cpi-mom@2021-01-28', 'macro-edge', '2021-01-28 13:00:00+00', '0.8', '0.5', NULL, NULL, '2021-01-28', NULL, '{imported,date-only}', NULL, '1');
SELECT setval(pg_get_serial_sequence('batch', 'id'), 4), setval('fact', 33, false);
