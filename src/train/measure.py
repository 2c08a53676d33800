"""Measures 8-bit cross-encoders on public sets that no training reads, all in one run over the same pairs:

  python src/train/measure.py ~/training/export            the shipped one, then the one in the folder

Each line holds the AUROC (mean over sources) and the balanced accuracy at three thresholds: the other sources', zero,
the source's own."""
import argparse
import json
from pathlib import Path

import numpy
import onnxruntime

import measures
import samples
from examples import tokenizer
from train import DATA, RESOURCES
from validation import READ_TOKENS


class Scorer:
    """An exported cross-encoder that scores one pair at a time on one core, as the server does."""

    def __init__(self, folder):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.words = tokenizer(folder / "cross-encoder-tokenizer.json", READ_TOKENS)
        self.session = onnxruntime.InferenceSession(str(folder / "cross-encoder.onnx"), options)

    def run(self, first, second, output):
        """One output for two texts."""
        coded = self.words.encode(first, second)
        fed = {"input_ids": coded.ids, "attention_mask": coded.attention_mask, "token_type_ids": coded.type_ids}
        return self.session.run([output], {name: numpy.array([row], dtype=numpy.int64) for name, row in fed.items()})[0][0]

    def supported(self, pair):
        """Log-odds of full support."""
        verdict = self.run(pair.first, pair.second, "verdict")
        return float(verdict[0] - numpy.logaddexp.reduce(verdict[1:]))

    def answers(self, pair):
        """Log-odds that the passage answers."""
        return float(self.run(pair.first, pair.second, "passage"))


def main():
    """Prints a line for each set and model, and writes the scores if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*", help="folders with cross-encoder.onnx and its tokenizer")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--claims", type=int, default=600, help="of each source at most; 0: all")
    parser.add_argument("--squad", type=int, default=0, help="questions at most; 0: all")
    parser.add_argument("--only", help="one of the sets")
    parser.add_argument("--scores", type=Path, help="a file for every score, JSON lines")
    options = parser.parse_args()
    sets = {"claims": samples.claims(options.data, options.claims), "squad2": samples.squad(options.data, options.squad),
            "clapnq": samples.clap(options.data), "mtrag": samples.mtrag(options.data),
            "minimal claims": samples.minimal_claims(), "minimal questions": samples.minimal_questions()}
    for folder in [RESOURCES, *options.folders]:
        scorer = Scorer(folder)
        for name, pairs in sets.items():
            if options.only not in (None, name):
                continue
            scores = [scorer.supported(pair) if "claims" in name else scorer.answers(pair) for pair in pairs]
            report(folder.name, name, pairs, scores, options.scores)


def report(model, name, pairs, scores, kept):
    """Prints one line. An MTRAG question counts with its best passage."""
    if kept:
        with open(kept, "a", encoding="utf-8") as out:
            out.write(json.dumps({"model": model, "set": name, "scores": [round(score, 4) for score in scores]}) + "\n")
    if name == "mtrag":
        pairs, scores = measures.best_of(pairs, scores)
        pairs = [samples.Pair("mtrag", pair.first, pair.second, pair.true) for pair in pairs]
    print(json.dumps({"model": model, "set": name, "pairs": len(pairs), **measures.summary(pairs, scores)}), flush=True)


if __name__ == "__main__":
    main()
