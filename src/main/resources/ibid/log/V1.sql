CREATE TABLE conversation (
  id      TEXT PRIMARY KEY,
  title   TEXT NOT NULL,
  created TEXT NOT NULL,
  updated TEXT NOT NULL
);

CREATE INDEX conversation_updated ON conversation (updated);

-- json is the answer as it was shown; the other columns are for queries.
CREATE TABLE answer (
  id              TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  created         TEXT NOT NULL,
  question        TEXT NOT NULL,
  query           TEXT NOT NULL,
  outcome         TEXT NOT NULL,
  text            TEXT NOT NULL,
  writer          TEXT NOT NULL,
  generation      TEXT NOT NULL,
  json            TEXT NOT NULL
);

CREATE INDEX answer_conversation ON answer (conversation_id, created);

CREATE TABLE passage (
  answer_id  TEXT    NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
  rank       INTEGER NOT NULL,
  passage_id TEXT    NOT NULL,
  score      REAL    NOT NULL,
  bm25       REAL    NOT NULL,
  dense      REAL    NOT NULL,
  PRIMARY KEY (answer_id, rank)
);

CREATE TABLE footnote (
  answer_id   TEXT    NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
  number      INTEGER NOT NULL,
  article_id  TEXT    NOT NULL,
  passage_id  TEXT    NOT NULL,
  quote       TEXT    NOT NULL,
  quote_start INTEGER NOT NULL,
  quote_end   INTEGER NOT NULL,
  support     TEXT    NOT NULL,
  score       REAL    NOT NULL,
  PRIMARY KEY (answer_id, number)
);

CREATE TABLE timing (
  answer_id TEXT    NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
  stage     TEXT    NOT NULL,
  ms        INTEGER NOT NULL,
  PRIMARY KEY (answer_id, stage)
);

CREATE TABLE feedback (
  answer_id TEXT PRIMARY KEY REFERENCES answer (id) ON DELETE CASCADE,
  rating    TEXT NOT NULL,
  reasons   TEXT NOT NULL,
  comment   TEXT NOT NULL,
  created   TEXT NOT NULL
);
