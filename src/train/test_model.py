"""Tests of measures and model; skipped if numpy, torch or ONNX Runtime is missing."""
import importlib.util
import tempfile
import unittest
from pathlib import Path
from types import SimpleNamespace

import pairs


def installed(*names):
    """Whether all of these can be imported."""
    return all(importlib.util.find_spec(name) for name in names)


@unittest.skipUnless(installed("numpy"), "no numpy")
class Measures(unittest.TestCase):

    def test_the_area_counts_ties_half(self):
        import measures
        self.assertEqual(measures.auroc([1, 2, 2, 3], [False, False, True, True]), 0.875)
        self.assertEqual(measures.auroc([1, 1], [False, True]), 0.5)

    def test_a_source_is_judged_at_the_threshold_of_the_others(self):
        import measures
        groups = {"low": ([0, 1], [False, True]), "high": ([10, 11], [False, True])}
        self.assertEqual(measures.left_out(groups), {"low": 0.5, "high": 0.5})


@unittest.skipUnless(installed("numpy", "torch", "onnxruntime", "tokenizers"), "no torch")
class Model(unittest.TestCase):

    def test_the_shipped_weights_in_full_precision_score_as_the_file_does(self):
        import numpy
        import bert
        import measure
        import validation
        from samples import Pair
        from train import RESOURCES
        chosen = [Pair("pairs", row["claim"], row["evidence"], True) for row in pairs.claims(held=True)[:24]]
        scorer = measure.Scorer(RESOURCES)
        model = bert.begin(RESOURCES / "cross-encoder.onnx").eval()
        whole, small = validation.score(model, chosen, scorer.words), [scorer.supported(pair) for pair in chosen]
        self.assertGreater(numpy.corrcoef(whole, small)[0, 1], 0.97)

    def test_a_training_goes_on_from_its_checkpoint(self):
        import torch
        import bert
        import checkpoint
        from train import RESOURCES
        from training import optimizer_of

        def training():
            model = bert.begin(RESOURCES / "cross-encoder.onnx")
            here = {"model": model, "optimizer": optimizer_of(model, 1e-4, frozen=1), "average": checkpoint.trained(model), "step": 0, "seconds": 0.0}
            stream = SimpleNamespace(counts={})
            mixture = SimpleNamespace(claims=stream, windows=stream, position=lambda: "here", go_to=lambda place: places.append(place))
            return SimpleNamespace(**here, mixture=mixture, options=SimpleNamespace(resume=folder, device="cpu"))

        folder, places = Path(tempfile.mkdtemp()), []
        first, second = training(), training()
        with torch.no_grad():
            first.model.passage.bias += 1
        first.step = 7
        checkpoint.keep(first)
        checkpoint.read(second)
        self.assertEqual((second.step, places), (7, ["here"]))
        self.assertTrue(torch.equal(first.model.passage.bias, second.model.passage.bias))


if __name__ == "__main__":
    unittest.main()
