-- The order of the list of conversations, which was found by a search for each of them.
ALTER TABLE conversation ADD COLUMN last_turn INTEGER NOT NULL DEFAULT 0;

UPDATE conversation SET last_turn =
  coalesce((SELECT max(turn) FROM question WHERE question.conversation_id = conversation.id), 0);

CREATE INDEX conversation_listed ON conversation (reader, pinned, last_turn);

DROP INDEX conversation_reader;

-- The unanswered questions of some days.
CREATE INDEX answer_figure_outcome ON answer_figure (outcome, day);
