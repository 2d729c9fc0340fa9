CREATE TABLE audit (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recorded_at timestamptz NOT NULL,
  kind text COLLATE "C" CHECK (kind IN ('command', 'local', 'key', 'token')),
  principal text CHECK ((kind IS NULL) = (principal IS NULL)),
  address text COLLATE "C",
  operation text COLLATE "C" NOT NULL,
  targets text[] NOT NULL,
  status smallint NOT NULL CHECK (status BETWEEN 200 AND 599),
  request_id uuid,
  left_out integer NOT NULL CHECK (left_out >= 0)
);
CREATE INDEX audit_recorded_at ON audit (recorded_at);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
COMMENT ON TABLE audit IS
  'One row for each request or command that changes something or was refused to. Key: number. Clock: that of the server or command. Written by the audit module, in the transaction of the change where it is one; append-only, kept for good.';
COMMENT ON COLUMN audit.number IS 'In the order of writing; numbers may be missing.';
COMMENT ON COLUMN audit.kind IS 'How the principal is known: command, a command without a server; local, the user of the machine; key; token. Null for a caller that is not known.';
COMMENT ON COLUMN audit.principal IS 'Who asked: a key by name and id, the holder of a token by name and subject, local, or command line. Null for a caller that is not known.';
COMMENT ON COLUMN audit.address IS 'Where the request came from, behind the proxies that the server trusts. Null for a command.';
COMMENT ON COLUMN audit.operation IS 'The operationId of the description of the API, or the words of a command.';
COMMENT ON COLUMN audit.targets IS 'The ids of what was changed, those that were made included; no contents. Empty for most refusals.';
COMMENT ON COLUMN audit.status IS 'The HTTP status of the answer, or the one that a server would have given in place of a command.';
COMMENT ON COLUMN audit.request_id IS 'The header X-Request-Id of the answer. Null for a command.';
COMMENT ON COLUMN audit.left_out IS 'How many refusals of the same caller left no row since the one before, because too many came in a minute.';
