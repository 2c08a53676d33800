"""Fits the probability that a question is answered by the sentences found, and its scale as a stated confidence:

  mvn -q -Pbench -Dibid.run compile exec:exec -Dbench.main="ibid.bench.AnswerabilityDump lists.jsonl"
  python src/train/answerability.py lists.jsonl [--write] [--held SET ...]

The fit begins with the weights that ship. Each line is a list of ranked sentences: of a question that they answer, of one that no article answers, or of the
first kind with the answering sentences taken out. The third has the same wording as the first, so that the fit must
look at the sentences. Prints, for each set left out of the fit, the area under the curve of answered lists against
unanswered ones and against those with the answer taken out, by the weights that ship and by the new ones; and how many
of each kind would be refused where 6 % of the answered ones are."""
import argparse
import json
from pathlib import Path

import torch
from torch.nn import functional

from ranking import WEIGHTS, weights

FILE = WEIGHTS / "answerability-read.tsv"
RESTRAINT = 50.0                # cost of a change, squared, of a feature in standard deviations
TOPICS = 2.0                    # weight of a topic of eval: the gates are theirs
REMOVED = 0.05                  # weight of a list with the answer taken out: there is one for nearly each question
NEWS_DESKS = 0.5                # of the quiz questions that is: they do not say which week they mean
OF_SETS = {"own": TOPICS, "quiz": NEWS_DESKS}
NEEDLESS = 0.06
KINDS = ("answered", "unanswerable", "removed")


def read(path, names):
    """Sets, kinds, features and weights of the lists."""
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    values = torch.tensor([[row["features"].get(name, 0.0) for name in names] for row in rows], dtype=torch.float64)
    costs = [(REMOVED if row["kind"] == "removed" else 1.0) * OF_SETS.get(row["set"], 1.0) for row in rows]
    return [row["set"] for row in rows], [row["kind"] for row in rows], values, torch.tensor(costs, dtype=torch.float64)


def fitted(values, labels, costs, shipped):
    """Bias and weights of a logistic regression that begins with a share of those that ship."""
    middle, spread = values.mean(0), values.std(0) + 1e-6
    change = torch.zeros(values.shape[1] + 1, dtype=torch.float64, requires_grad=True)
    share = torch.ones(1, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([change, share], max_iter=500, line_search_fn="strong_wolfe")

    def loss():
        optimiser.zero_grad()
        scores = (values - middle) / spread @ change[1:] + change[0] + share * (values @ shipped[1:] + shipped[0])
        value = functional.binary_cross_entropy_with_logits(scores, labels, costs, reduction="sum")
        value = value + RESTRAINT * (change[1:] ** 2).sum()
        value.backward()
        return value

    optimiser.step(loss)
    slopes = change.detach()[1:] / spread
    return torch.cat([change.detach()[:1] - middle @ slopes, slopes]) + share.detach() * shipped


def area(better, worse):
    """The share of pairs in the right order."""
    if not len(better) or not len(worse):
        return float("nan")
    difference = better[:, None] - worse[None, :]
    return float(((difference > 0).double() + (difference == 0).double() / 2).mean())


def report(name, scores, kinds):
    answered, unanswerable, removed = (scores[torch.tensor([kind == wanted for kind in kinds])] for wanted in KINDS)
    level = torch.quantile(answered, NEEDLESS)
    refused = [round(float((part < level).double().mean()), 2) if len(part) else None for part in (unanswerable, removed)]
    print(f"{name}: {area(answered, unanswerable):.3f} {area(answered, removed):.3f}, refused {refused}", end="   ")


def scaled(scores, labels, costs):
    """Bias and scale by which the scores state how often lists are answered (Platt 1999)."""
    line = torch.tensor([0.0, 1.0], dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([line], max_iter=200, line_search_fn="strong_wolfe")

    def loss():
        optimiser.zero_grad()
        value = functional.binary_cross_entropy_with_logits(line[0] + line[1] * scores, labels, costs)
        value.backward()
        return value

    optimiser.step(loss)
    return line.detach()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lists", type=Path)
    parser.add_argument("--write", action="store_true", help="replace the weights that ship")
    parser.add_argument("--held", nargs="*", default=[], metavar="SET", help="never fitted on")
    options = parser.parse_args()
    remark, shipped = weights(FILE)
    with options.lists.open(encoding="utf-8") as lines:
        names = sorted({name for line in lines for name in json.loads(line)["features"]})
    sets, kinds, values, costs = read(options.lists, names)
    labels = torch.tensor([float(kind == "answered") for kind in kinds], dtype=torch.float64)
    begin = torch.tensor([shipped.get(name, 0.0) for name in ("BIAS", *names)], dtype=torch.float64)
    old = values @ begin[1:] + begin[0]
    of = {name: torch.tensor([one == name for one in sets]) for name in dict.fromkeys(sets)}
    usable = ~torch.stack([of[name] for name in options.held]).any(0) if options.held else torch.ones(len(sets), dtype=bool)
    for name, here in of.items():
        rest = usable & ~here
        new = fitted(values[rest], labels[rest], costs[rest], begin)
        here_kinds = [kind for kind, is_here in zip(kinds, here.tolist()) if is_here]
        report(f"{name} shipped", old[here], here_kinds)
        report("new", values[here] @ new[1:] + new[0], here_kinds)
        print()
    new = fitted(values[usable], labels[usable], costs[usable], begin)
    scores = values @ new[1:] + new[0]
    bias, scale = scaled(scores[usable], labels[usable], costs[usable] * torch.tensor([kind != "removed" for kind in kinds])[usable])
    if options.write:
        rows = [f"BIAS\t{float(bias + scale * new[0]):.3f}"] + [f"{name}\t{float(scale * value):.3f}" for name, value in zip(names, new[1:])]
        FILE.write_text("\n".join([remark, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
