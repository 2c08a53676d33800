"""Turns windows and claims into padded batches of token ids.

A batch holds about the requested number of tokens, in examples of similar length."""
import torch
from tokenizers import Tokenizer

from windows import UNKNOWN

MAX_PAIR_TOKENS = 400        # of a pair; the server reads 320
POOL_EXAMPLES = 256           # sorted by length together; more for larger batches


def tokenizer(path, limit=MAX_PAIR_TOKENS):
    """The base model's tokenizer, truncated to `limit` tokens at the passage's end."""
    made = Tokenizer.from_file(str(path))
    made.no_padding()
    made.enable_truncation(limit, strategy="only_second")
    return made


def encode(window, words):
    """Token ids and, for each token of the passage, its sentence (-1 elsewhere) and span label; None if unusable."""
    passage, starts = "", []
    for text in window.sentences:
        starts.append(len(passage))
        passage += text + " "
    if len(words.encode(window.question).ids) > 60:
        return None
    coded = words.encode(window.question, passage.strip())
    spans, known = [], window.answers is not None
    for start, text, label in zip(starts, window.sentences, window.labels):
        for answer in (window.answers or []) if label == 1 else []:
            at = text.lower().find(answer.lower())
            if at >= 0:
                spans.append((start + at, start + at + len(answer)))
    known = known and (bool(spans) or not window.answered)
    sentence, span = [], []
    for (low, high), part, special in zip(coded.offsets, coded.sequence_ids, coded.special_tokens_mask):
        inside = part == 1 and not special
        sentence.append(sum(start <= low for start in starts) - 1 if inside else -1)
        span.append(int(any(a <= low and high <= b for a, b in spans)) if inside and known else UNKNOWN)
    reached = max(sentence)
    if reached < 0 or 1 in window.labels[reached + 1:]:
        return None   # the answer was truncated
    return {"ids": coded.ids, "segments": coded.type_ids, "sentence": sentence, "span": span,
            "labels": window.labels[:reached + 1], "answered": window.answered}


def collate(items):
    """One padded batch."""
    longest, sentences = max(len(item["ids"]) for item in items), max(len(item["labels"]) for item in items)

    def padded(key, blank, size):
        return torch.tensor([item[key] + [blank] * (size - len(item[key])) for item in items])

    ids, segments = padded("ids", 0, longest), padded("segments", 0, longest)
    mask = torch.tensor([[1] * len(item["ids"]) + [0] * (longest - len(item["ids"])) for item in items])
    return {"ids": ids, "mask": mask, "segments": segments, "sentence": padded("sentence", -1, longest),
            "span": padded("span", UNKNOWN, longest), "labels": padded("labels", UNKNOWN, sentences),
            "answered": torch.tensor([float(item["answered"]) for item in items])}


def encode_claim(claim, words):
    """Token ids of a claim with its evidence; None if the claim is too long."""
    coded = words.encode(claim.text, claim.evidence)
    if len(words.encode(claim.text).ids) > 100:
        return None
    return {"ids": coded.ids, "segments": coded.type_ids, "label": claim.label}


def collate_claims(items):
    """One padded batch of claims."""
    longest = max(len(item["ids"]) for item in items)
    ids, segments = (torch.tensor([item[key] + [0] * (longest - len(item[key])) for item in items]) for key in ("ids", "segments"))
    mask = torch.tensor([[1] * len(item["ids"]) + [0] * (longest - len(item["ids"])) for item in items])
    return {"ids": ids, "mask": mask, "segments": segments, "label": torch.tensor([item["label"] for item in items])}


def batches(stream, words, tokens, encode, collate):
    """Batches of about `tokens` tokens, with examples of similar length, in random order."""
    source = iter(stream)
    while True:
        items = []
        while len(items) < max(POOL_EXAMPLES, tokens // 8):
            item = encode(next(source), words)
            if item:
                items.append(item)
        items.sort(key=lambda item: len(item["ids"]))
        made, batch = [], []
        for item in items:
            if batch and (len(batch) + 1) * len(item["ids"]) > tokens:
                made.append(batch)
                batch = []
            batch.append(item)
        made.append(batch)
        stream.rng.shuffle(made)
        yield from map(collate, made)
