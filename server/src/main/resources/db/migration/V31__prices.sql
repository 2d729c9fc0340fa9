-- The kinds are those of BatchKind; a list here would have to be written anew with each of them.
ALTER TABLE batch DROP CONSTRAINT batch_kind_check;
ALTER TABLE batch ADD CONSTRAINT batch_kind_check CHECK (kind ~ '^[a-z]+(-[a-z]+)*$');
COMMENT ON COLUMN batch.kind IS 'calendar: files by a profile; sample: the shipped sample; undo: retracts an earlier batch; catalogue: release instants moved by an edited catalogue; statement: what a person stated about a release; source: fetched from a source; price: closes of instruments.';

CREATE SEQUENCE price_number;

CREATE TABLE price (
  number bigint PRIMARY KEY,
  instrument text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL,
  symbol text COLLATE "C" NOT NULL,
  trading_date date NOT NULL,
  open numeric,
  high numeric,
  low numeric,
  close numeric NOT NULL,
  batch bigint NOT NULL REFERENCES batch (id)
);
COMMENT ON TABLE price IS
  'The prices of one trading day of an instrument, as a source gave them under a symbol: in its own orientation, unrounded. Another row of the same day is a correction. Key: number. Clock: the batch''s record time. In force while a batch that states it (price_statement) is not undone. Written by the prices module; append-only, kept for good.';
COMMENT ON COLUMN price.trading_date IS 'The local date of the session. At which instant its close is made follows from the catalogue.';
COMMENT ON COLUMN price.close IS 'In the unit that the source quotes; prices.yaml says whether that is the other way round.';
COMMENT ON COLUMN price.batch IS 'The batch that brought it first.';
CREATE INDEX price_series ON price (instrument, source, symbol, trading_date);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON price FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE price_statement (
  batch bigint NOT NULL REFERENCES batch (id),
  instrument text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL,
  symbol text COLLATE "C" NOT NULL,
  prices int8multirange NOT NULL,
  PRIMARY KEY (batch, instrument, source, symbol)
);
COMMENT ON TABLE price_statement IS
  'Which prices a batch states of a series: those that it brought, and those that it repeated, which outlive an undo of the batch that brought them. Key: batch, instrument, source, symbol. Clock: the batch''s record time. Written by the prices module; append-only, kept for good.';
COMMENT ON COLUMN price_statement.prices IS 'Numbers of rows of price.';
CREATE INDEX price_statement_series ON price_statement (instrument, batch);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON price_statement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
