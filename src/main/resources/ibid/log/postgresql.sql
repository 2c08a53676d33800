-- Version 7 of the tables. Texts are compared byte by byte, as SQLite does, whatever the database's language. An index
-- that is only asked for equality is a hash where its texts may be longer than a B-tree takes (2,704 bytes).
CREATE TABLE conversation (
  id      TEXT PRIMARY KEY,
  title   TEXT COLLATE "C" NOT NULL,
  created TEXT COLLATE "C" NOT NULL,
  updated TEXT COLLATE "C" NOT NULL,
  reader  TEXT NOT NULL DEFAULT 'local',
  pinned  BOOLEAN NOT NULL DEFAULT FALSE,
  renamed BOOLEAN NOT NULL DEFAULT FALSE
);

CREATE INDEX conversation_updated ON conversation (updated);

CREATE INDEX conversation_reader ON conversation USING hash (reader);

CREATE TABLE answer (
  id              TEXT COLLATE "C" PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  created         TEXT COLLATE "C" NOT NULL,
  question        TEXT COLLATE "C" NOT NULL,
  query           TEXT NOT NULL,
  outcome         TEXT NOT NULL,
  text            TEXT NOT NULL,
  writer          TEXT NOT NULL,
  generation      TEXT NOT NULL,
  json            TEXT NOT NULL
);

CREATE INDEX answer_conversation ON answer (conversation_id, created);

CREATE TABLE feedback (
  answer_id TEXT PRIMARY KEY REFERENCES answer (id) ON DELETE CASCADE,
  rating    TEXT NOT NULL,
  reasons   TEXT NOT NULL,
  comment   TEXT NOT NULL,
  created   TEXT NOT NULL
);

CREATE TABLE question (
  turn            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id              TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  created         TEXT COLLATE "C" NOT NULL,
  question        TEXT NOT NULL,
  problem         TEXT,
  key             TEXT UNIQUE,
  request         TEXT
);

CREATE INDEX question_conversation ON question (conversation_id, turn);

CREATE TABLE answer_figure (
  answer_id    TEXT PRIMARY KEY REFERENCES answer (id) ON DELETE CASCADE,
  day          TEXT COLLATE "C" NOT NULL,
  outcome      TEXT NOT NULL,
  total_ms     INTEGER NOT NULL,
  question_key TEXT NOT NULL
);

CREATE INDEX answer_figure_day ON answer_figure (day, outcome, total_ms);

CREATE INDEX answer_figure_question ON answer_figure USING hash (question_key);

CREATE TABLE cited_article (
  answer_id  TEXT NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
  article_id TEXT NOT NULL,
  PRIMARY KEY (article_id, answer_id)
);

CREATE INDEX cited_article_answer ON cited_article (answer_id);

CREATE TABLE share (
  hash      TEXT PRIMARY KEY,
  id        TEXT COLLATE "C" NOT NULL UNIQUE,
  answer_id TEXT NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
  created   TEXT COLLATE "C" NOT NULL
);

CREATE INDEX share_answer ON share (answer_id);
