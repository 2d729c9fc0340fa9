CREATE TABLE catalogue_version (
  hash text COLLATE "C" PRIMARY KEY,
  recorded_at timestamptz(6) NOT NULL,
  document jsonb NOT NULL
);
COMMENT ON TABLE catalogue_version IS
  'Every catalogue that was in force here, as parsed. Key: hash (SHA-256, hexadecimal). Clock: recorded_at is record time. Written by the catalogue module at start. Kept for good.';
