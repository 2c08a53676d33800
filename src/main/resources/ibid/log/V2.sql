-- Passages, footnotes and timings are in answer.json; nothing read these copies.
DROP TABLE passage;

DROP TABLE footnote;

DROP TABLE timing;
