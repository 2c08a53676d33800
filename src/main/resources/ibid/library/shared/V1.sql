-- A collection as the process that writes its index published it last; its name says by which rules articles are read.
CREATE TABLE shared_collection (
  name       TEXT PRIMARY KEY,
  generation TEXT NOT NULL,
  updated    TEXT NOT NULL,
  format     TEXT NOT NULL
);

-- Its files. A key is a hash, because a name may be longer than an index takes.
CREATE TABLE shared_file (
  collection   TEXT   NOT NULL REFERENCES shared_collection (name) ON DELETE CASCADE,
  file_key     TEXT   NOT NULL,
  name         TEXT   NOT NULL,
  size         BIGINT NOT NULL,
  modified     BIGINT NOT NULL,
  article      TEXT   NOT NULL,
  skipped      TEXT   NOT NULL,
  twin         TEXT   NOT NULL,
  origin       TEXT   NOT NULL,
  text_key     TEXT   NOT NULL,
  original_key TEXT   NOT NULL,
  PRIMARY KEY (collection, file_key)
);

-- The articles, some of a generation that is not published yet.
CREATE TABLE shared_text (
  collection   TEXT NOT NULL REFERENCES shared_collection (name) ON DELETE CASCADE,
  text_key     TEXT NOT NULL,
  article_json TEXT NOT NULL,
  PRIMARY KEY (collection, text_key)
);

-- The bytes of the files.
CREATE TABLE shared_original (
  collection   TEXT  NOT NULL REFERENCES shared_collection (name) ON DELETE CASCADE,
  original_key TEXT  NOT NULL,
  content      BYTEA NOT NULL,
  PRIMARY KEY (collection, original_key)
);
