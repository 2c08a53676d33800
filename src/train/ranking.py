"""Fits the ranker's weights on the starter topics, beginning with those that ship: list by list, the likelihood that
the first sentence is one that answers, then a scale and bias that make probabilities of the scores.

  mvn -q -Pbench -Dibid.run compile exec:exec -Dbench.main="ibid.bench.CandidateDump candidates.jsonl"
  python src/train/ranking.py candidates.jsonl [--write]

Prints how often the first, and one of the first two, answers, for a split whose topics were not fitted on."""
import argparse
import json
from pathlib import Path

import numpy
import torch
from torch.nn import functional

from train import RESOURCES

WEIGHTS = RESOURCES.parent / "answer" / "rank"
READER = ("READER_SENTENCE", "READER_WORD", "READER_PASSAGE")
SIMILARITIES = ("SENTENCE_SIMILARITY", "SENTENCE_SIMILARITY_GAP", "NEIGHBOUR_SIMILARITY")
STEPS, RATE = 300, 0.05
FREE, RESTRAINED = 0.02, 0.3   # cost of a change, squared, in standard deviations: similarities are new, the rest is not


def weights(path):
    """The remark, and the weight of each feature."""
    remark, *rows = path.read_text(encoding="utf-8").splitlines()
    return remark, {name: float(value) for name, value in (row.split("\t") for row in rows)}


def lists(path, names, is_read):
    """Split, features and labels of each topic that has a candidate that answers."""
    found = []
    for line in path.open(encoding="utf-8"):
        topic = json.loads(line)
        rows = [row for row in topic["candidates"] if not is_read or row["features"].get(READER[0], 0) != 0]
        values = [[0 if name in READER and not is_read else row["features"].get(name, 0) for name in names] for row in rows]
        labels = torch.tensor([row["answers"] for row in rows], dtype=torch.bool)
        if labels.any():
            found.append((topic["split"], torch.tensor(values, dtype=torch.float64), labels))
    return found


def fitted(topics, begin, costs):
    """The weights after the fit."""
    spread = torch.cat([values for _, values, _ in topics]).std(0) + 1e-6
    change = torch.zeros(len(begin), dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.Adam([change], lr=RATE)
    for _ in range(STEPS):
        optimiser.zero_grad()
        loss = (costs * change ** 2).sum()
        for _, values, labels in topics:
            scores = values @ (begin + change / spread)
            loss = loss + (torch.logsumexp(scores, 0) - torch.logsumexp(scores[labels], 0)) / len(topics)
        loss.backward()
        optimiser.step()
    return begin + (change / spread).detach()


def calibrated(topics, found):
    """Scale and bias by which the scores are log-odds."""
    scores = torch.cat([values @ found for _, values, _ in topics])
    labels = torch.cat([labels for _, _, labels in topics]).double()
    line = torch.tensor([1.0, 0.0], dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([line], max_iter=100)

    def loss():
        optimiser.zero_grad()
        value = functional.binary_cross_entropy_with_logits(line[0] * (scores - scores.mean()) + line[1], labels)
        value.backward()
        return value

    optimiser.step(loss)
    scale, level = line.detach().tolist()
    return scale, level - scale * float(scores.mean())


def quality(topics, found):
    """Shares of the topics whose first, and one of whose first two, answers."""
    ranks = [int(labels[torch.argsort(values @ found, descending=True, stable=True)].nonzero()[0]) for _, values, labels in topics]
    return [round(float(numpy.mean([rank < limit for rank in ranks])), 3) for limit in (1, 2)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("candidates", type=Path)
    parser.add_argument("--write", action="store_true", help="replace the weights that ship")
    options = parser.parse_args()
    for kind in ("unread", "read"):
        path = WEIGHTS / f"ranker-{kind}.tsv"
        remark, shipped = weights(path)
        names = [name for name in shipped if name != "BIAS"]
        begin = torch.tensor([shipped[name] for name in names], dtype=torch.float64)
        costs = torch.tensor([FREE if name in SIMILARITIES else RESTRAINED for name in names], dtype=torch.float64)
        topics = lists(options.candidates, names, kind == "read")
        for split in sorted({topic[0] for topic in topics}):
            rest, held = ([topic for topic in topics if (topic[0] == split) == side] for side in (False, True))
            print(kind, "on", split, "shipped", quality(held, begin), "fitted on the others", quality(held, fitted(rest, begin, costs)))
        found = fitted(topics, begin, costs)
        scale, bias = calibrated(topics, found)
        if options.write:
            rows = [f"BIAS\t{bias:.3f}"] + [f"{name}\t{scale * value:.3f}" for name, value in zip(names, found.tolist())]
            path.write_text("\n".join([remark, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
