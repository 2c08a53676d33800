"""Measures the averaged model during training: a small fixed part of each sample often, all of it every two hours."""
import torch

import bert
import checkpoint
import measures
import samples
from examples import tokenizer

READ_TOKENS = 320    # as on the server
BATCH_PAIRS = 8     # of similar length
SMALL_SAMPLE_PAIRS = {"claims": 200, "held claims": 120, "held questions": 80, "squad2": 80}   # of each sample


def score(model, pairs, words, device="cpu", head="claims"):
    """The log-odds of each pair: that the claim is supported, or that the passage answers."""
    coded = [words.encode(pair.first, pair.second) for pair in pairs]
    order, scores = sorted(range(len(pairs)), key=lambda at: len(coded[at].ids)), [0.0] * len(pairs)
    for low in range(0, len(order), BATCH_PAIRS):
        places = order[low:low + BATCH_PAIRS]
        longest = len(coded[places[-1]].ids)
        ids, segments, mask = (torch.tensor([row + [0] * (longest - len(row)) for row in rows], device=device) for rows in (
            [coded[at].ids for at in places], [coded[at].type_ids for at in places], [[1] * len(coded[at].ids) for at in places]))
        with torch.inference_mode():
            if head == "claims":
                verdict = model.judge(ids, mask, segments)
                found = verdict[:, 0] - verdict[:, 1:].logsumexp(1)
            else:
                found = model(ids, mask, segments)[0]
        for at, value in zip(places, found.tolist()):
            scores[at] = value
    return scores


class Validation:
    """The samples, and a separate model that holds the average."""

    def __init__(self, options, mixture):
        self.device, self.words = options.device, tokenizer(options.tokenizer, READ_TOKENS)
        self.model = bert.begin(options.start).to(options.device).eval()
        self.pairs = {"claims": samples.claims(options.data, 220), "held claims": samples.held_claims(mixture.claims, 20),
                      "held questions": samples.held_questions(mixture.windows, 24),
                      "squad2": samples.squad(options.data, 500), "clapnq": samples.clap(options.data),
                      "minimal claims": samples.minimal_claims(), "minimal questions": samples.minimal_questions()}

    def measure(self, training, whole):
        """The measures for the log."""
        self.model.load_state_dict(training.average, strict=False)
        found = {"whole": whole}
        for name, pairs in self.pairs.items():
            pairs = pairs if whole else pairs[:SMALL_SAMPLE_PAIRS.get(name, 0)]
            if not pairs:
                continue
            scores = score(self.model, pairs, self.words, self.device, "claims" if "claims" in name else "questions")
            if name.startswith("held"):   # each set has too few
                pairs = [samples.Pair("all", pair.first, pair.second, pair.true) for pair in pairs]
            found[name] = measures.summary(pairs, scores)
        return found
