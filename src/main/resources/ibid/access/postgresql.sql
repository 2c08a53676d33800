-- Version 1 of the tables. Texts are compared byte by byte, as SQLite does, whatever the database's language.
CREATE TABLE access_key (
  id      TEXT PRIMARY KEY,
  name    TEXT COLLATE "C" NOT NULL,
  role    TEXT NOT NULL,
  hash    TEXT NOT NULL UNIQUE,
  created TEXT NOT NULL,
  revoked TEXT
);

CREATE UNIQUE INDEX access_key_name ON access_key (name) WHERE revoked IS NULL;

CREATE TABLE audit (
  number  BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  time    TEXT COLLATE "C" NOT NULL,
  who     TEXT NOT NULL,
  what    TEXT NOT NULL,
  article TEXT NOT NULL,
  outcome TEXT NOT NULL
);

CREATE INDEX audit_time ON audit (time);
