"""Tests of the generation of training examples; they need only Python. Run: python3 -m unittest discover -s
src/train"""
import random
import unittest

import claims
import mutations
import windows

SENTENCE = "On 4 May 2021, the ministers of Norway said that 1,200 ships may not enter Bergen (a port)."
POOL = {1: ["Sweden", "Oslo"], 2: ["Anna Berg"], "capitals": ["ASEAN"]}


class Mutations(unittest.TestCase):

    def test_every_kind_changes_what_it_is_named_for(self):
        rng = random.Random(1)
        self.assertNotIn("2021", mutations.year(SENTENCE, rng))
        self.assertNotIn("May", mutations.date(SENTENCE.replace(" may ", " could "), rng))
        self.assertRegex(mutations.number("They sent 1,200 ships.", rng), r"They sent [\d,]+ ships\.")
        self.assertEqual(mutations.negation("They will not leave.", rng), "They will leave.")
        self.assertIn(mutations.negation("They will leave.", rng), ("They will not leave.", "They will never leave."))
        self.assertEqual(mutations.modality("They may leave.", rng), "They will leave.")
        self.assertEqual(mutations.unqualified("Nearly all, mostly women, left.", rng), "Nearly all, women, left.")
        self.assertIn(mutations.name("It was Norway that left.", rng, POOL), ("It was Sweden that left.", "It was Oslo that left."))

    def test_nothing_to_change_is_none(self):
        for made in (mutations.year, mutations.number, mutations.modality, mutations.unqualified):
            self.assertIsNone(made("They left home.", random.Random(1)))

    def test_a_shortened_sentence_keeps_its_rest(self):
        made = {mutations.shortened(SENTENCE, random.Random(seed)) for seed in range(20)}
        self.assertIn("The ministers of Norway said that 1,200 ships may not enter Bergen.", made)


class Claims(unittest.TestCase):

    def test_of_long_evidence_the_sentences_nearest_to_the_claim_stay_in_order(self):
        parts = [f"Sentence {number} speaks of weather and wind over the sea today." for number in range(40)]
        parts[7], parts[30] = "The minister came by ferry.", "The ferry sank at night."
        found = claims.closest("The minister's ferry sank.", " ".join(parts), 30)
        self.assertLess(found.index("came by ferry"), found.index("sank at night"))
        self.assertLessEqual(len(found.split()), 30)

    def test_short_evidence_is_left_whole(self):
        self.assertEqual(claims.closest("A claim.", "One. Two."), "One. Two.")


class Windows(unittest.TestCase):

    def test_sentences_end_at_full_stops_but_not_at_initials(self):
        self.assertEqual(windows.sentences("Mr. A. Berg came. He left."), ["Mr. A. Berg came.", "He left."])

    def test_the_held_articles_are_those_the_benchmarks_name(self):
        held = [title for title in ("Huguenot", "European_Union_law", "Packet_switching", "Warsaw", "Normans", "Steam_engine") if windows.held_title(title)]
        self.assertEqual(held, ["Huguenot", "European_Union_law", "Packet_switching"])


if __name__ == "__main__":
    unittest.main()
