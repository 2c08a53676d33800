-- Each question, stored before the work on it begins. Its turn is counted: clocks are set back, and rowids are reused.
-- problem is why it has no answer; key and request are what the client sent to ask once only.
CREATE TABLE question (
  turn            INTEGER PRIMARY KEY AUTOINCREMENT,
  id              TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  created         TEXT NOT NULL,
  question        TEXT NOT NULL,
  problem         TEXT,
  key             TEXT UNIQUE,
  request         TEXT
);

CREATE INDEX question_conversation ON question (conversation_id, turn);

INSERT INTO question (id, conversation_id, created, question)
SELECT id, conversation_id, created, question FROM answer ORDER BY created, id;

CREATE TRIGGER answer_deleted AFTER DELETE ON answer BEGIN DELETE FROM question WHERE id = OLD.id; END;

-- Conversations whose first answer was cut off.
DELETE FROM conversation WHERE id NOT IN (SELECT conversation_id FROM question);
