"""Trains reader and checker together by wall-clock time: one single-threaded worker per core, gradients averaged at every step.

Two workers of one thread each were twice as fast here as one worker of two threads on a busy machine.
A checkpoint is written every few minutes; a later run with the same work folder goes on from it."""
import json
import os
import time
from dataclasses import dataclass

import torch
import torch.distributed as workers
from tokenizers import Tokenizer
from torch.nn import functional

import bert
from claims import ClaimStream
from windows import Stream, UNKNOWN

LONGEST = 224
TOKENS = 1100        # per worker and step
POOL = 256           # windows sorted by length at a time
WARM_UP = 0.05
FROZEN = 1           # lower layers kept as they are, with all embeddings: less work, and words keep their places
WEIGHTS = {"passage": 1.0, "sentence": 1.0, "span": 0.5, "verdict": 1.0}
READING = 4          # one batch in so many is the reader's: it learns faster
INSIDE = 4.0         # weight of a token inside an answer: such tokens are few


@dataclass
class Stage:
    """A part of the training: the claim sets' shares, its wall time and its highest learning rate."""
    name: str
    shares: dict
    minutes: float
    peak: float

    def kept(self, options):
        """Its checkpoint."""
        return options.work / f"{self.name}.pt"


def tokenizer(path, longest=LONGEST):
    """The base model's tokenizer, cut at `longest` tokens at the passage's end."""
    made = Tokenizer.from_file(str(path))
    made.no_padding()
    made.enable_truncation(longest, strategy="only_second")
    return made


def encode(window, words):
    """Token ids and, for each token of the passage, its sentence (-1 elsewhere) and span label; None if it cannot serve."""
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
        return None   # the answer fell off the end
    return {"ids": coded.ids, "segments": coded.type_ids, "sentence": sentence, "span": span,
            "labels": window.labels[:reached + 1], "answered": window.answered}


def collate(items):
    """One padded batch."""
    longest, most = max(len(item["ids"]) for item in items), max(len(item["labels"]) for item in items)

    def padded(key, blank, size):
        return torch.tensor([item[key] + [blank] * (size - len(item[key])) for item in items])

    ids, segments = padded("ids", 0, longest), padded("segments", 0, longest)
    mask = torch.tensor([[1] * len(item["ids"]) + [0] * (longest - len(item["ids"])) for item in items])
    return {"ids": ids, "mask": mask, "segments": segments, "sentence": padded("sentence", -1, longest),
            "span": padded("span", UNKNOWN, longest), "labels": padded("labels", UNKNOWN, most),
            "answered": torch.tensor([float(item["answered"]) for item in items])}


def encode_claim(claim, words):
    """Token ids of a claim beside its evidence; None if the claim is too long to serve."""
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


def batches(stream, words, rng, encode, collate):
    """Batches of about TOKENS tokens of like length, in random order."""
    source = iter(stream)
    while True:
        items = []
        while len(items) < POOL:
            item = encode(next(source), words)
            if item:
                items.append(item)
        items.sort(key=lambda item: len(item["ids"]))
        made, batch = [], []
        for item in items:
            if batch and (len(batch) + 1) * len(item["ids"]) > TOKENS:
                made.append(batch)
                batch = []
            batch.append(item)
        made.append(batch)
        rng.shuffle(made)
        yield from map(collate, made)


def pooled(logits, sentence, most):
    """The mean of each sentence's token logits."""
    member = functional.one_hot(sentence + 1, most + 1)[..., 1:].float()
    return torch.einsum("bl,bls->bs", logits, member) / member.sum(1).clamp(min=1)


def losses(reader, batch):
    """The losses of a batch: of windows three, of claims one."""
    if "label" in batch:
        return {"verdict": functional.cross_entropy(reader.judge(batch["ids"], batch["mask"], batch["segments"]), batch["label"])}
    passage, token, span = reader(batch["ids"], batch["mask"], batch["segments"])
    bce = functional.binary_cross_entropy_with_logits
    labels = batch["labels"]
    scores = pooled(token, batch["sentence"], labels.shape[1])
    told, marked = labels != UNKNOWN, batch["span"] != UNKNOWN
    found = {"passage": bce(passage, batch["answered"]), "sentence": scores.sum() * 0, "span": span.sum() * 0}
    if told.any():
        found["sentence"] = bce(scores[told], labels[told].float())
    if marked.any():
        target = batch["span"][marked].float()
        found["span"] = bce(span[marked], target, pos_weight=torch.tensor(INSIDE))
    return found


def share_gradients(parameters, count):
    """Averages the gradients over the workers, in one message."""
    flat = torch.cat([torch.zeros(parameter.numel()) if parameter.grad is None else parameter.grad.reshape(-1) for parameter in parameters])
    workers.all_reduce(flat)
    flat /= count
    start = 0
    for parameter in parameters:
        parameter.grad = flat[start:start + parameter.numel()].view_as(parameter).clone()
        start += parameter.numel()


def work(rank, count, stage, options, start):
    """One worker's whole stage. Worker 0 keeps the log and the checkpoints."""
    torch.set_num_threads(1)
    torch.manual_seed(options.seed + rank)
    os.environ.setdefault("GLOO_SOCKET_IFNAME", "lo")
    workers.init_process_group("gloo", init_method=f"file://{options.work}/meeting", rank=rank, world_size=count)
    reader = bert.load(options.base).train()
    for part in (reader.words, reader.positions, reader.segments, reader.norm, *reader.layers[:FROZEN]):
        part.requires_grad_(False)
    parameters = [parameter for parameter in reader.parameters() if parameter.requires_grad]
    flat = [parameter for parameter in parameters if parameter.ndim < 2]
    optimizer = torch.optim.AdamW([{"params": [p for p in parameters if p.ndim > 1], "weight_decay": 0.01},
                                   {"params": flat, "weight_decay": 0.0}], lr=stage.peak, fused=True)
    spent, step, kept = 0.0, 0, stage.kept(options)
    if kept.exists():
        saved = torch.load(kept)
        reader.load_state_dict(saved["reader"])
        optimizer.load_state_dict(saved["optimizer"])
        spent, step = saved["spent"], saved["step"]
    else:
        if start:   # an earlier run of the same heads, with or without the checker's
            reader.load_state_dict({**reader.state_dict(), **torch.load(start)["reader"]})
        for head in (reader.passage, reader.tokens, reader.verdict):
            workers.broadcast(head.weight.data, 0)
    words = tokenizer(options.tokenizer)
    windows = Stream(options.data, options.seed + step, rank, count)
    claims = ClaimStream(options.data, options.seed + step, rank, count, stage.shares)
    sources = [batches(windows, words, windows.rng, encode, collate), batches(claims, words, claims.rng, encode_claim, collate_claims)]
    total, began, written, seen, sums = stage.minutes * 60, time.time() - spent, time.time(), 0, {}
    while True:
        clock = torch.tensor([time.time() - began])
        workers.broadcast(clock, 0)
        done = clock.item() / total
        if done >= 1:
            break
        rate = stage.peak * min(done / WARM_UP, max(0.0, (1 - done) / (1 - WARM_UP)))
        for group in optimizer.param_groups:
            group["lr"] = max(rate, stage.peak * 0.01)
        batch = next(sources[(step + 2 * rank) % READING > 0])
        found = losses(reader, batch)
        optimizer.zero_grad()
        sum(WEIGHTS[name] * loss for name, loss in found.items()).backward()
        share_gradients(parameters, count)
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        step, seen = step + 1, seen + len(batch["ids"])
        for name, loss in found.items():
            sums[name] = sums.get(name, 0) + loss.item()
        if rank == 0 and step % 20 == 0:
            line = {"stage": stage.name, "step": step, "seconds": round(clock.item()), "examples": seen * count, "rate": rate,
                    **{name: round(value / 10, 4) for name, value in sums.items()}}
            print(json.dumps(line), flush=True)
            sums = {}
        if rank == 0 and time.time() - written > 180:
            keep(kept, reader, optimizer, clock.item(), step, (windows, claims))
            written = time.time()
    if rank == 0:
        keep(kept, reader, optimizer, total, step, (windows, claims))
    workers.barrier()


def keep(path, reader, optimizer, spent, step, streams):
    """Writes a checkpoint beside the old one, then puts it in its place."""
    torch.save({"reader": reader.state_dict(), "optimizer": optimizer.state_dict(), "spent": spent, "step": step,
                "counts": {f"{source} {label}": count for stream in streams for (source, label), count in sorted(stream.counts.items())}},
               path.with_suffix(".new"))
    os.replace(path.with_suffix(".new"), path)


def train(stage, options, start):
    """Runs the workers to the end of the stage's time, from the checkpoint `start` if it is not begun yet."""
    (options.work / "meeting").unlink(missing_ok=True)
    torch.multiprocessing.spawn(work, args=(options.workers, stage, options, start), nprocs=options.workers)
