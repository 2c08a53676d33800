"""Measures late interaction as a signal of support: the idf-weighted mean, over a claim's tokens, of each one's best
cosine with a token of the evidence, on the token states of an embedding model that was never trained for it.

  python src/train/late.py --model ~/base/bge-small-en-v1.5-q.onnx --words ~/base/bge-small-en-v1.5-q-tokenizer.json

Prints, for `data/claims`, the scores of this signal, of the shipped checker, and of their sum (each divided by its
standard deviation); then the same for questions with their paragraphs."""
import argparse
import json
import math
from collections import Counter
from pathlib import Path

import numpy

import measures
import samples
from claims import rows
from measure import Scorer
from states import TokenStates
from train import DATA, RESOURCES

IDF_TEXTS = 20000   # used to compute the inverse document frequencies


class LateInteraction:
    """Token states of an embedding model, and the inverse document frequency of each token."""

    def __init__(self, model, words, folder):
        self.encoder = TokenStates(model, words)
        found = Counter()
        for row, _ in zip(rows(folder), range(IDF_TEXTS)):
            found.update(set(self.encoder.words.encode(row["evidence"][:2000]).ids))
        self.idf = {token: math.log(IDF_TEXTS / (1 + count)) for token, count in found.items()}

    def states(self, text):
        """Token ids and their normalised states, without the two special tokens."""
        coded, found = self.encoder.of(text)
        return coded.ids[1:-1], found[1:-1]

    def score(self, pair):
        """The weighted mean of best cosines."""
        ids, first = self.states(pair.first)
        best = (first @ self.states(pair.second)[1].T).max(axis=1)
        weights = numpy.array([max(0.0, self.idf.get(token, math.log(IDF_TEXTS))) for token in ids])
        return float((best * weights).sum() / max(weights.sum(), 1e-9))


def alike(*signals):
    """The sum of the signals, each divided by its standard deviation."""
    return sum((numpy.array(signal) - numpy.mean(signal)) / numpy.std(signal) for signal in signals)


def main():
    """Prints one line for each signal and set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--words", type=Path, required=True, help="its tokenizer")
    parser.add_argument("--checker", type=Path, default=RESOURCES, help="folder of the cross-encoder beside it")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--claims", type=int, default=220, help="of each source at most; 0: all")
    options = parser.parse_args()
    late, checker = LateInteraction(options.model, options.words, options.data), Scorer(options.checker)
    sets = {"claims": samples.claims(options.data, options.claims), "minimal claims": samples.minimal_claims(),
            "squad2": samples.squad(options.data, 500), "minimal questions": samples.minimal_questions()}
    for name, pairs in sets.items():
        closeness = [late.score(pair) for pair in pairs]
        judged = [checker.supported(pair) if "claims" in name else checker.answers(pair) for pair in pairs]
        for signal, scores in {"late": closeness, "cross-encoder": judged, "alike": alike(closeness, judged)}.items():
            found = measures.summary(pairs, scores)
            found.pop("at_zero")
            print(json.dumps({"set": name, "signal": signal, "pairs": len(pairs), **found}), flush=True)


if __name__ == "__main__":
    main()
