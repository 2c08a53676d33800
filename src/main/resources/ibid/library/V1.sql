-- The catalogue of the corpus folder. A row of file, fingerprint and near_duplicate holds from revision since up to,
-- not including, revision until. The index's commit names the revision that belongs to it.
CREATE TABLE catalogue (
  identity TEXT   NOT NULL,
  oldest   BIGINT NOT NULL,
  newest   BIGINT NOT NULL
);

CREATE TABLE file (
  name        TEXT    NOT NULL,
  since       BIGINT  NOT NULL,
  until       BIGINT  NOT NULL,
  size        BIGINT  NOT NULL,
  modified    BIGINT  NOT NULL,
  hash        TEXT    NOT NULL,
  article     TEXT    NOT NULL,
  skipped     TEXT    NOT NULL,
  twin        TEXT    NOT NULL,
  retry_at    BIGINT  NOT NULL,
  retry_count INTEGER NOT NULL,
  PRIMARY KEY (name, since)
);

CREATE INDEX file_until ON file (until);

CREATE TABLE fingerprint (
  file      TEXT    NOT NULL,
  since     BIGINT  NOT NULL,
  until     BIGINT  NOT NULL,
  article   TEXT    NOT NULL,
  outlet    TEXT    NOT NULL,
  published TEXT    NOT NULL,
  words     INTEGER NOT NULL,
  lines     TEXT    NOT NULL,
  signature TEXT    NOT NULL,
  dropped   TEXT    NOT NULL,
  PRIMARY KEY (file, since)
);

CREATE INDEX fingerprint_until ON fingerprint (until);

CREATE TABLE near_duplicate (
  article TEXT   NOT NULL,
  since   BIGINT NOT NULL,
  until   BIGINT NOT NULL,
  origin  TEXT   NOT NULL,
  PRIMARY KEY (article, since)
);

CREATE INDEX near_duplicate_until ON near_duplicate (until);

-- The embedding of a text, by model; text_hash is the first half of its SHA-256, in hex; vector is half precision.
CREATE TABLE vector (
  model     TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  vector    BLOB NOT NULL,
  PRIMARY KEY (model, text_hash)
);
