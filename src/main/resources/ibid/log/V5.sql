-- What statistics need of an answer, apart from its JSON, which is a hundred times as large.
CREATE TABLE answer_figure (
  answer_id    TEXT PRIMARY KEY REFERENCES answer (id) ON DELETE CASCADE,
  day          TEXT    NOT NULL,
  outcome      TEXT    NOT NULL,
  total_ms     INTEGER NOT NULL,
  question_key TEXT    NOT NULL
);

CREATE INDEX answer_figure_day ON answer_figure (day, outcome, total_ms);

CREATE INDEX answer_figure_question ON answer_figure (question_key, outcome, day);

CREATE TABLE cited_article (
  answer_id  TEXT NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
  article_id TEXT NOT NULL,
  PRIMARY KEY (article_id, answer_id)
);

CREATE INDEX cited_article_answer ON cited_article (answer_id);

INSERT INTO answer_figure
SELECT id, substr(created, 1, 10), outcome, coalesce(json_extract(json, '$.timings_ms.total'), 0), lower(question)
FROM answer;

INSERT INTO cited_article
SELECT DISTINCT answer.id, json_extract(note.value, '$.article.id')
FROM answer, json_each(answer.json, '$.footnotes') AS note;
