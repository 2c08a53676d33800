"""Fits the probability that a sentence answers a question beside the best one, on the starter topics:

  mvn -q -Pbench -Dibid.run compile exec:exec -Dbench.main="ibid.bench.CandidateDump candidates.jsonl"
  python src/train/further.py candidates.jsonl [--write]

Prints, for thresholds, how many such sentences would be shown and how many of them answer, by ten folds of topics."""
import argparse
import json
from pathlib import Path

import torch
from torch.nn import functional

from ranking import WEIGHTS, weights

FILE = WEIGHTS.parent / "selection" / "further-sentence.tsv"
FOLDS, RESTRAINT = 10, 1.0      # cost of a weight, squared, of a feature in standard deviations
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4)


def rows(path, names):
    """The topic, the features and the label of each further sentence."""
    topics, values, labels = [], [], []
    for at, line in enumerate(path.open(encoding="utf-8")):
        for row in json.loads(line)["further"]:
            topics.append(at)
            values.append([row["features"][name] for name in names])
            labels.append(row["answers"])
    return torch.tensor(topics), torch.tensor(values, dtype=torch.float64), torch.tensor(labels, dtype=torch.float64)


def fitted(values, labels):
    """The bias and the weights of a logistic regression, restrained."""
    middle, spread = values.mean(0), values.std(0) + 1e-6
    found = torch.zeros(values.shape[1] + 1, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([found], max_iter=200)

    def loss():
        optimiser.zero_grad()
        scores = (values - middle) / spread @ found[1:] + found[0]
        value = functional.binary_cross_entropy_with_logits(scores, labels, reduction="sum") + RESTRAINT * (found[1:] ** 2).sum()
        value.backward()
        return value

    optimiser.step(loss)
    slopes = found.detach()[1:] / spread
    return torch.cat([found.detach()[:1] - middle @ slopes, slopes])


def held_out(topics, values, labels):
    """The probability of each row by a fit without its topic."""
    found = torch.zeros(len(labels), dtype=torch.float64)
    for fold in range(FOLDS):
        held = topics % FOLDS == fold
        if held.any() and not held.all():
            fit = fitted(values[~held], labels[~held])
            found[held] = torch.sigmoid(values[held] @ fit[1:] + fit[0])
    return found


def fit(file, read, thresholds, help_text):
    """Fits the weights of a file to the rows that `read` finds; prints what thresholds would show."""
    parser = argparse.ArgumentParser(description=help_text, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("candidates", type=Path)
    parser.add_argument("--write", action="store_true", help="replace the weights that ship")
    options = parser.parse_args()
    remark, shipped = weights(file)
    names = [name for name in shipped if name != "BIAS"]
    topics, values, labels = read(options.candidates, names)
    probabilities = held_out(topics, values, labels)
    for threshold in thresholds:
        shown = probabilities >= threshold
        print(threshold, "shown", int(shown.sum()), "answer", int(labels[shown].sum()), "of", int(labels.sum()))
    if options.write:
        found = fitted(values, labels).tolist()
        lines = [f"{name}\t{value:.3f}" for name, value in zip(["BIAS", *names], found)]
        file.write_text("\n".join([remark, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    fit(FILE, rows, THRESHOLDS, __doc__)
