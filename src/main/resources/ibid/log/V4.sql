-- Whose conversation it is: local is the person at the machine, who had all of them before.
ALTER TABLE conversation ADD COLUMN reader TEXT NOT NULL DEFAULT 'local';

CREATE INDEX conversation_reader ON conversation (reader);
