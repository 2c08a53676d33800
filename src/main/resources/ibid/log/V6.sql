-- Links by which anybody may read one answer; only a hash of each link is kept.
CREATE TABLE share (
  hash      TEXT PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  answer_id TEXT NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
  created   TEXT NOT NULL
);

CREATE INDEX share_answer ON share (answer_id);
