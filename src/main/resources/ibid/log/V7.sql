-- What its reader made of a conversation. A title that was given stays when the first question is deleted.
ALTER TABLE conversation ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;

ALTER TABLE conversation ADD COLUMN renamed INTEGER NOT NULL DEFAULT 0;
