-- A key itself is not stored, only its SHA-256. A revoked key keeps its row: its id owns conversations.
CREATE TABLE access_key (
  id      TEXT PRIMARY KEY,
  name    TEXT NOT NULL,
  role    TEXT NOT NULL,
  hash    TEXT NOT NULL UNIQUE,
  created TEXT NOT NULL,
  revoked TEXT
);

CREATE UNIQUE INDEX access_key_name ON access_key (name) WHERE revoked IS NULL;

CREATE TABLE audit (
  number  INTEGER PRIMARY KEY AUTOINCREMENT,
  time    TEXT NOT NULL,
  who     TEXT NOT NULL,
  what    TEXT NOT NULL,
  article TEXT NOT NULL,
  outcome TEXT NOT NULL
);

CREATE INDEX audit_time ON audit (time);
