"""Fits the probability that a sentence is a row of an answer that gathers, on the starter topics that ask about several
things:

  mvn -q -Pbench -Dibid.run compile exec:exec -Dbench.main="ibid.bench.CandidateDump candidates.jsonl"
  python src/train/rows.py candidates.jsonl [--write]

Prints, for thresholds, how many sentences would be shown and how many of them answer, by ten folds of topics."""
import json

import torch

from further import fit
from ranking import WEIGHTS

KINDS = ("overview", "several", "time")
FILE = WEIGHTS / "row-ranker.tsv"
THRESHOLDS = (0.1, 0.2, 0.3, 0.4)
NO_STATEMENT = ("IS_QUESTION", "IS_STUB")


def rows(path, names):
    """The topic, the features and the label of each sentence that may be a row."""
    topics, values, labels = [], [], []
    for at, line in enumerate(path.open(encoding="utf-8")):
        topic = json.loads(line)
        for row in topic["candidates"] if topic["kind"] in KINDS else ():
            if not any(row["features"].get(name) for name in NO_STATEMENT):
                topics.append(at)
                values.append([row["features"].get(name, 0) for name in names])
                labels.append(row["answers"])
    return torch.tensor(topics), torch.tensor(values, dtype=torch.float64), torch.tensor(labels, dtype=torch.float64)


if __name__ == "__main__":
    fit(FILE, rows, THRESHOLDS, __doc__)
