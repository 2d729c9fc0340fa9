CREATE TABLE source_request_fault (
  source text COLLATE "C" NOT NULL,
  request text COLLATE "C" NOT NULL,
  fault text COLLATE "C" NOT NULL,
  fault_text text NOT NULL,
  faulted_at timestamptz NOT NULL,
  PRIMARY KEY (source, request)
);
COMMENT ON TABLE source_request_fault IS
  'Requests whose last answer could not be used although their source works: of a series that was renamed, or whose answers changed their form. Key: source, request. Clock: that of the machine. Written by the sources module, which deletes the row once an answer is used; it can be emptied at any time, and a back-fill then asks again at once.';
COMMENT ON COLUMN source_request_fault.fault IS 'Code of the fault, as docs/reference/problems.md lists them.';
