"""Measures of a list of scores: area under the ROC curve, balanced accuracy, and both by source."""
from collections import defaultdict

import numpy


def auroc(scores, truth):
    """The probability that a true pair scores above a false one, ties counting half; NaN if one class is empty."""
    scores, truth = numpy.asarray(scores, float), numpy.asarray(truth, bool)
    if truth.all() or not truth.any():
        return float("nan")
    _, place, count = numpy.unique(scores, return_inverse=True, return_counts=True)
    ranks = (numpy.cumsum(count) - (count - 1) / 2)[place]
    true = truth.sum()
    return float((ranks[truth].sum() - true * (true + 1) / 2) / (true * (len(truth) - true)))


def balanced(scores, truth, threshold):
    """The mean of the recall of true and of false pairs."""
    above, truth = numpy.asarray(scores) > threshold, numpy.asarray(truth, bool)
    return float((above[truth].mean() + 1 - above[~truth].mean()) / 2)


def by_source(pairs, scores):
    """Scores and truths of each source."""
    groups = defaultdict(lambda: ([], []))
    for pair, score in zip(pairs, scores):
        groups[pair.source][0].append(score)
        groups[pair.source][1].append(pair.true)
    return {source: group for source, group in groups.items() if 0 < sum(group[1]) < len(group[1])}


def threshold(groups):
    """The one threshold with the highest mean balanced accuracy over the sources."""
    tried = numpy.unique(numpy.concatenate([scores for scores, _ in groups]))
    tried = tried[:: max(1, len(tried) // 300)]
    return max(tried, key=lambda at: sum(balanced(scores, truth, at) for scores, truth in groups))


def left_out(groups):
    """Balanced accuracy of each source at the threshold of the others."""
    return {source: balanced(*groups[source], threshold([group for other, group in groups.items() if other != source]))
            for source in groups}


def summary(pairs, scores):
    """Mean AUROC over the sources, mean balanced accuracy at the others' threshold, at zero, and AUROC by source."""
    groups = by_source(pairs, scores)
    areas = {source: auroc(*group) for source, group in sorted(groups.items())}
    found = {"auroc": numpy.mean(list(areas.values())), "at_zero": numpy.mean([balanced(*group, 0) for group in groups.values()])}
    if len(groups) > 1:
        found["balanced"] = numpy.mean(list(left_out(groups).values()))
        found["own_threshold"] = numpy.mean([balanced(*group, threshold([group])) for group in groups.values()])
    return {**{name: round(float(value), 4) for name, value in found.items()},
            "sources": {source: round(area, 4) for source, area in areas.items()}}


def best_of(pairs, scores):
    """One pair and its score for each group of pairs of a source: the highest."""
    best = {}
    for pair, score in zip(pairs, scores):
        if pair.source not in best or score > best[pair.source][1]:
            best[pair.source] = (pair, score)
    return zip(*best.values())
