"""Trains reader and checker together, one batch per step, until it is stopped. The learning rate stays constant after
the warm-up, and a moving average of the weights is measured and exported. It may be stopped at any time: SIGTERM
writes a checkpoint first; SIGKILL loses at most three minutes."""
import json
import signal
import time

import torch
from torch.nn import functional

import bert
import checkpoint
from mixture import Mixture
from producers import Producers
from validation import Validation
from windows import UNKNOWN

WARM_UP_STEPS = 200           # steps in which the learning rate rises
LOSS_WEIGHTS = {"passage": 1.0, "sentence": 1.0, "span": 0.5, "supported": 1.0, "verdict": 0.3}
SPAN_TOKEN_WEIGHT = 4.0         # weight of a token inside an answer, since such tokens are rare
CHECKPOINT_SECONDS = 180
FULL_MEASURE_SECONDS = 7200   # between measurements of all pairs, which take minutes


def pooled(logits, sentence, sentences):
    """The mean of each sentence's token logits."""
    member = functional.one_hot(sentence + 1, sentences + 1)[..., 1:].float()
    return torch.einsum("bl,bls->bs", logits, member) / member.sum(1).clamp(min=1)


def margin(verdict):
    """Log-odds of full support, from the four verdict logits."""
    return verdict[:, 0] - verdict[:, 1:].logsumexp(1)


def claim_losses(model, batch):
    """Two losses: supported or not, which is the task, and the four verdicts, whose last three people separate
    poorly."""
    verdict = model.judge(batch["ids"], batch["mask"], batch["segments"]).float()
    supported = functional.binary_cross_entropy_with_logits(margin(verdict), (batch["label"] == 0).float())
    return {"supported": supported, "verdict": functional.cross_entropy(verdict, batch["label"])}


def window_losses(model, batch):
    """The losses of the passage, sentence and span outputs."""
    passage, token, span = (part.float() for part in model(batch["ids"], batch["mask"], batch["segments"]))
    bce = functional.binary_cross_entropy_with_logits
    labels = batch["labels"]
    scores = pooled(token, batch["sentence"], labels.shape[1])
    labelled, marked = labels != UNKNOWN, batch["span"] != UNKNOWN
    found = {"passage": bce(passage, batch["answered"])}
    if labelled.any():
        found["sentence"] = bce(scores[labelled], labels[labelled].float())
    if marked.any():
        weight = torch.tensor(SPAN_TOKEN_WEIGHT, device=span.device)
        found["span"] = bce(span[marked], batch["span"][marked].float(), pos_weight=weight)
    return found


def optimizer_of(model, rate, frozen):
    """AdamW over all weights but the embeddings and the `frozen` lowest layers: less work, and word vectors stay the
    same."""
    for part in (model.words, model.positions, model.segments, model.norm, *model.layers[:frozen]):
        part.requires_grad_(False)
    free = [parameter for parameter in model.parameters() if parameter.requires_grad]
    wide, flat = [p for p in free if p.ndim > 1], [p for p in free if p.ndim < 2]
    return torch.optim.AdamW([{"params": wide, "weight_decay": 0.01}, {"params": flat, "weight_decay": 0.0}],
                             lr=rate, fused=True)


class Training:
    """The state of a training: model, average, optimizer, data and progress."""

    def __init__(self, options):
        self.options = options
        self.model = bert.begin(options.start).to(options.device).train()
        self.optimizer = optimizer_of(self.model, options.rate, options.frozen)
        mixture = Mixture(options)
        self.mixture = Producers(mixture, options) if options.workers else mixture
        self.step, self.seconds, self.average = 0, 0.0, checkpoint.trained(self.model)
        if checkpoint.path(options.resume).exists():
            checkpoint.read(self)
        self.stopped = False
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)

    def stop(self, *_):
        """Ends the training after the current step."""
        self.stopped = True

    def log(self, line):
        """Appends a line to the log, from which curve.py prints the learning curve."""
        line = {"time": time.strftime("%Y-%m-%d %H:%M:%S"), "step": self.step, "seconds": round(self.seconds),
                "read": dict(self.mixture.seen), **line}
        with open(self.options.resume / "log.jsonl", "a", encoding="utf-8") as out:
            out.write(json.dumps(line) + "\n")

    def learn(self):
        """Runs one step: reads a batch, applies its gradients and updates the average."""
        kind, batch = self.mixture.next()
        batch = {key: value.to(self.options.device) for key, value in batch.items()}
        with torch.autocast("cuda", torch.bfloat16, enabled=self.options.device == "cuda"):
            found = (claim_losses if kind == "claims" else window_losses)(self.model, batch)
        self.optimizer.zero_grad()
        sum(LOSS_WEIGHTS[name] * loss for name, loss in found.items()).backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for group in self.optimizer.param_groups:
            group["lr"] = self.rate()
        self.optimizer.step()
        self.step += 1
        follow = min(self.options.average, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for name, weight in checkpoint.trained(self.model, copied=False).items():
                self.average[name].lerp_(weight, 1 - follow)
        return {name: loss.item() for name, loss in found.items()}

    def rate(self):
        """The learning rate: rises over WARM_UP_STEPS, then constant; falls at the end of a run of limited time."""
        rate = self.options.rate * min(1.0, (self.step + 1) / WARM_UP_STEPS)
        if self.options.minutes:
            left = 1 - self.seconds / (60 * self.options.minutes)
            rate *= min(1.0, max(0.02, left / 0.4))
        return rate

    def measure(self, validation, whole, losses=None):
        """Measures the average and logs the result, unless measuring is off."""
        if self.options.measure_minutes:
            self.log({**(losses or {}), **validation.measure(self, whole)})

    def over(self):
        """Whether to end, because of a signal or the time limit."""
        return self.stopped or bool(self.options.minutes and self.seconds > 60 * self.options.minutes)

    def run(self):
        """Trains until it is over."""
        validation, sums, counts = Validation(self.options, self.mixture), {}, {}
        often = 60 * (self.options.measure_minutes or 1e9)
        measured, kept = self.seconds, time.monotonic()
        if self.step == 0:
            self.measure(validation, whole=False)
            self.measure(validation, whole=True)
        began = time.monotonic() - self.seconds
        while not self.over():
            for name, loss in self.learn().items():
                sums[name], counts[name] = sums.get(name, 0) + loss, counts.get(name, 0) + 1
            self.seconds = time.monotonic() - began
            if time.monotonic() - kept > CHECKPOINT_SECONDS:
                checkpoint.keep(self)
                kept = time.monotonic()
            if self.seconds - measured > often:
                losses = {name: round(value / counts[name], 4) for name, value in sums.items()}
                whole = self.seconds // FULL_MEASURE_SECONDS > measured // FULL_MEASURE_SECONDS
                measured, sums, counts = self.seconds, {}, {}
                self.measure(validation, whole, losses)
                began = time.monotonic() - self.seconds   # the time of measuring does not count
        checkpoint.keep(self)
        if self.options.minutes:
            self.measure(validation, whole=True)
