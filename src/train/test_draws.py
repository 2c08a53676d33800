"""Tests of drawing and resuming; they need only Python. Run: python3 -m unittest discover -s src/train"""
import gzip
import json
import tempfile
import unittest
from pathlib import Path

import shares
from claims import ClaimStream
from draws import Deck, held

PARAGRAPH = "The harbour at Vessik opened in 1931. It was built by Ana Torv. Grain ships used it for forty years. Now it is a park."


def folder_of(rows):
    """A data folder with these claims and one plain paragraph."""
    folder = Path(tempfile.mkdtemp())
    (folder / "training").mkdir()
    texts = [{"set": "boolq", "text": " ".join([PARAGRAPH] * 3)}]
    for name, kept in {"claims": rows, "claims-2": [], "answers": texts}.items():
        with gzip.open(folder / "training" / f"{name}.jsonl.gz", "wt", encoding="utf-8") as out:
            out.writelines(json.dumps(row) + "\n" for row in kept)
    return folder


def stream():
    """A stream of one set in which nine of ten claims are not supported."""
    rows = [{"set": "rank19", "claim": f"Claim {number}.", "evidence": f"Evidence {number} is of sixty words." + " and so on" * 20,
             "label": "supported" if number % 10 == 0 else "unsupported"} for number in range(400)]
    return ClaimStream(folder_of(rows), 3, {"old": 1}, {"old": {"rank19": 1}})


class Drawing(unittest.TestCase):

    def test_a_deck_gives_every_number_once_before_any_again(self):
        deck = Deck(7, "seed")
        for _ in range(3):
            self.assertEqual(sorted(deck.draw() for _ in range(7)), list(range(7)))

    def test_a_deck_goes_on_from_a_number(self):
        deck = Deck(7, "seed")
        drawn = [deck.draw() for _ in range(20)]
        self.assertEqual([Deck(7, "seed", 11).draw()], drawn[11:12])

    def test_the_sides_of_a_set_come_equally_often(self):
        source = iter(stream())
        drawn = [next(source) for _ in range(1000)]
        supported = sum(claim.label == 0 for claim in drawn)
        self.assertTrue(400 < supported < 560, supported)

    def test_a_stream_goes_on_where_it_stood(self):
        first, second = stream(), stream()
        source = iter(first)
        for _ in range(100):
            next(source)
        second.go_to(first.position())
        other = iter(second)
        self.assertEqual([next(source) for _ in range(50)], [next(other) for _ in range(50)])

    def test_held_evidence_is_never_drawn(self):
        made = stream()
        kept = [row["evidence"] for rows in made.held.values() for row in rows]
        self.assertTrue(kept)
        self.assertTrue(all(held(evidence) for evidence in kept))
        self.assertFalse(any(held(row["evidence"]) for rows in made.sets.values() for row in rows))


class Shares(unittest.TestCase):

    def test_no_set_that_is_measured_is_trained_on(self):
        measured = ("wice-", "begin-", "climate-fever", "expertqa", "fever-symmetric", "squad2-devhalf", "clapnq", "q2-wow",
                    "squad-dev-sent", "qnli-dev")
        named = [*shares.NEW_CLAIMS, *shares.OLD_CLAIMS, *shares.QUESTIONS, *shares.FEVER]
        self.assertEqual([name for name in named if name.startswith(measured)], [])

    def test_half_or_more_of_the_examples_are_claims_of_the_second_part(self):
        self.assertTrue(0.5 <= shares.PARTS["new"] / sum(shares.PARTS.values()) <= 0.6)


if __name__ == "__main__":
    unittest.main()
