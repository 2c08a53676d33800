"""Tests that the minimal pairs are valid; they need only Python."""
import collections
import unittest

import pairs


class Pairs(unittest.TestCase):

    def test_every_answer_is_in_its_paragraph(self):
        for row in pairs.rows():
            for answer in row.get("answers", ()):
                self.assertIn(answer, row["text"], row["question"])

    def test_answerable_questions_have_an_answer_and_near_misses_none(self):
        for row in pairs.rows():
            if "question" in row:
                self.assertEqual(len(row["answers"]), row["label"], row["question"])

    def test_no_claim_or_question_is_repeated(self):
        found = collections.Counter(row.get("claim") or row["question"] + row["title"] for row in pairs.rows())
        self.assertEqual([text for text, count in found.items() if count > 1], [])

    def test_every_false_claim_says_what_is_wrong_with_it(self):
        self.assertEqual([row["claim"] for row in pairs.rows() if row.get("label") in ("contradicted", "partial") and row["kind"] == "same"], [])


if __name__ == "__main__":
    unittest.main()
