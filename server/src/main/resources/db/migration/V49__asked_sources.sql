ALTER TABLE source_state
  ADD COLUMN noted_at timestamptz,
  ADD COLUMN off_note text,
  ADD COLUMN key_set boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN source_state.noted_at IS 'When a server that asks sources last noted whether it asks this one; null where none did.';
COMMENT ON COLUMN source_state.off_note IS 'Why that server does not ask the source, and what to do; null where it asks it.';
COMMENT ON COLUMN source_state.key_set IS 'Whether that server has the key of the source.';
