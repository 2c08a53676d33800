"""Tests of the token maps and of the ranker's fit, on made-up states; skipped if a package is missing."""
import importlib.util
import random
import tempfile
import unittest
from pathlib import Path

if not all(map(importlib.util.find_spec, ("numpy", "onnxruntime", "tokenizers", "torch"))):
    raise unittest.SkipTest("no numpy, onnxruntime, tokenizers or torch")

import torch
from torch.nn import functional

import further
import ranking
import tokens

STATES = 12
torch.set_num_threads(1)   # more wait for each other on a busy machine


def paragraph(rng):
    """Three sentences of two tokens; the question's token is the reverse of the first token of the one that answers."""
    states = functional.normalize(torch.randn(6, STATES, generator=rng), dim=1)
    answer = int(torch.randint(3, (1,), generator=rng))
    asked = tokens.Question(states[2 * answer:2 * answer + 1].flip(1), answer, bool(torch.rand(1, generator=rng) < 0.3))
    return tokens.Paragraph(states, torch.tensor([0, 0, 1, 1, 2, 2]), 3, [asked])


class Tokens(unittest.TestCase):

    def setUp(self):
        rng = torch.Generator().manual_seed(1)
        random.seed(1)
        torch.manual_seed(1)
        self.training = tokens.Training([paragraph(rng) for _ in range(200)], 8, 0)

    def test_the_maps_learn_which_tokens_answer(self):
        before = self.training.first()
        self.training.run(40)
        self.assertGreater(self.training.first(), before + 0.1)

    def test_a_full_mixture_changes_nothing_and_an_empty_one_undoes_all(self):
        maps = self.training.maps
        self.training.run(2)
        trained = maps.question.detach().clone()
        maps.mix(1)
        self.assertTrue(torch.equal(maps.question, trained))
        maps.mix(0)
        self.assertTrue(torch.allclose(maps.question, maps.begin))

    def test_the_file_holds_both_maps_and_the_importance(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "tokens.f16"
            self.training.maps.write(path)
            self.assertEqual(path.stat().st_size, 2 * (2 * (STATES + 1) * 8 + STATES + 1))

    def test_a_long_paragraph_keeps_its_first_sentences(self):
        parts = ["word " * 100, "more " * 100, "last " * 100]
        self.assertEqual(tokens.shortened(parts), parts[:2])


class Ranking(unittest.TestCase):

    def test_a_feature_that_tells_gets_weight_and_scores_become_log_odds(self):
        rng = torch.Generator().manual_seed(1)
        topics = []
        for _ in range(60):
            values = torch.rand(8, 2, generator=rng, dtype=torch.float64)
            labels = values[:, 0] == values[:, 0].max()
            topics.append(("one", values, labels))
        begin = torch.zeros(2, dtype=torch.float64)
        found = ranking.fitted(topics, begin, torch.tensor([0.02, 0.02], dtype=torch.float64))
        self.assertGreater(found[0], 3 * abs(found[1]))
        self.assertGreater(ranking.quality(topics, found)[0], 0.9)
        scale, bias = ranking.calibrated(topics, found)
        chances = torch.cat([torch.sigmoid(scale * (values @ found) + bias) for _, values, _ in topics])
        self.assertAlmostEqual(float(chances.mean()), 1 / 8, places=2)

    def test_a_further_sentence_is_told_by_what_makes_it_answer(self):
        drawn = torch.rand(400, 2, dtype=torch.float64, generator=torch.Generator().manual_seed(3))
        labels = (drawn[:, 0] > 0.6).double()
        chances = further.held_out(torch.arange(400) // 4, drawn, labels)
        self.assertGreater(chances[labels == 1].mean(), 0.7)
        self.assertLess(chances[labels == 0].mean(), 0.3)


if __name__ == "__main__":
    unittest.main()
