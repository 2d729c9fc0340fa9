CREATE TABLE api_key (
  id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^[0-9a-f]{8}$'),
  name text NOT NULL,
  role text COLLATE "C" NOT NULL CHECK (role IN ('viewer', 'analyst', 'admin')),
  hash text COLLATE "C" NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
  last_used_at timestamptz,
  revoked_at timestamptz
);
COMMENT ON TABLE api_key IS
  'The keys with which programs and people ask a server in secured mode. Key: id. Clock: that of the server or command. Written by the access module; kept for good, because other keys name their creator.';
COMMENT ON COLUMN api_key.id IS 'The visible part of the key.';
COMMENT ON COLUMN api_key.name IS 'Who or what it is for, as its creator says.';
COMMENT ON COLUMN api_key.role IS 'What it may do: viewer reads, analyst also changes data, admin also manages keys.';
COMMENT ON COLUMN api_key.hash IS 'SHA-256 of the whole key, as hexadecimal digits. The key itself is not stored.';
COMMENT ON COLUMN api_key.created_by IS 'Who created it: a key by name and id, or the user of this machine.';
COMMENT ON COLUMN api_key.last_used_at IS 'To the hour. Null where it was never used.';
COMMENT ON COLUMN api_key.revoked_at IS 'Null while it is not revoked.';
