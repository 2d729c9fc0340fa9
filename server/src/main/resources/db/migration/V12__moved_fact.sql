CREATE TABLE moved_fact (
  fact bigint PRIMARY KEY,
  origin bigint NOT NULL,
  batch bigint NOT NULL REFERENCES batch (id)
);
COMMENT ON TABLE moved_fact IS
  'Facts of table print or schedule that say what an earlier one said, at the release time of an edited catalogue. Key: fact. Clock: the batch''s record time. Written by the releases module in batches of kind catalogue; append-only, kept for good.';
COMMENT ON COLUMN moved_fact.origin IS 'The fact that an import brought, however often it was moved since.';
CREATE INDEX moved_fact_origin ON moved_fact (origin);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON moved_fact FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION with_moved(facts int8multirange) RETURNS int8multirange LANGUAGE sql STABLE AS $$
  SELECT facts + coalesce(range_agg(int8range(one, one + 1)), '{}')
  FROM moved_fact AS touched JOIN moved_fact AS same USING (origin), unnest(ARRAY[same.fact, same.origin]) AS one
  WHERE facts @> touched.fact OR facts @> touched.origin
$$;
COMMENT ON FUNCTION with_moved IS
  'Facts with all that say the same at other release times: whoever takes back one of them takes back all, and whoever holds one holds all.';
