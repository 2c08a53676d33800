-- Which server answers the question, by the id of its catalogue: several may use one PostgreSQL database.
ALTER TABLE question ADD COLUMN server TEXT NOT NULL DEFAULT '';
