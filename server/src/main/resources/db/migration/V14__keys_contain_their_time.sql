ALTER TABLE surprise DROP CONSTRAINT surprise_pkey;
ALTER TABLE surprise ADD PRIMARY KEY (release, released_at);
COMMENT ON TABLE surprise IS
  'What each release said against its best forecast, in the indicator''s unit. Derived from the facts of the latest record time: it can be dropped and is rebuilt to the same bytes. Key: release, released_at; a release has one row. Clock: released_at is market time. Written by the surprises module. Kept until it is computed anew.';
