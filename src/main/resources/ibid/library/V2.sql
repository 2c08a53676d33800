-- CRC-32C of a vector's bytes; without one in rows of an older Ibid, until they are read again.
ALTER TABLE vector ADD COLUMN checksum BIGINT;
