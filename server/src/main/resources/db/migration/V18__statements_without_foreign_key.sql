-- Rows are written only by the transaction that makes their batch; checking each of them costs more than it can find.
ALTER TABLE statement DROP CONSTRAINT statement_batch_fkey;
COMMENT ON COLUMN statement.batch IS
  'The batch that made it. No foreign key, as in the facts: checking every row takes part of the time of an import.';
