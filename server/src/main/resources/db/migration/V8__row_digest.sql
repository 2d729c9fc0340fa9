CREATE TABLE row_digest (
  source text COLLATE "C" NOT NULL,
  indicator text COLLATE "C" NOT NULL,
  digest bytea NOT NULL,
  facts int8multirange NOT NULL,
  PRIMARY KEY (source, indicator)
);
COMMENT ON TABLE row_digest IS
  'The rows of an indicator that an import last took in, as one hash, and the facts that they stand for: the same rows again are known to say nothing new. A row is dropped as soon as anything of its indicator changes, so the table can be emptied at any time and costs only time. Key: source, indicator. Clock: none. Written by the releases module.';
