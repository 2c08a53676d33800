-- Which process writes an index. Times are milliseconds since 1970 by this database's clock; term counts the owners.
CREATE TABLE writer_lease (
  index_name TEXT PRIMARY KEY,
  owner      TEXT   NOT NULL,
  holder     TEXT   NOT NULL,
  term       BIGINT NOT NULL,
  expires    BIGINT NOT NULL
);
