"""Trains the maps by which a question's tokens are compared with a sentence's (late interaction) on the frozen token
states of the embedding model, and writes them for the server:

  python src/train/tokens.py --model ~/base/bge-small-en-v1.5-q.onnx --words ~/base/bge-small-en-v1.5-q-tokenizer.json \\
      --kept ~/training/states.pkl --out src/main/resources/ibid/model/bge-small-en-v1.5-q-tokens.f16

Some 30 minutes for the states on one core, which are kept, then 10 for the maps. Prints how often the answering
sentence of a held paragraph is first, before and after."""
import argparse
import math
import pickle
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy
import torch
from torch.nn import functional

import windows
from draws import held
from states import TokenStates
from train import DATA

PREFIX = "Represent this sentence for searching relevant passages: "   # of a question, from the model's authors
MAX_WORDS, MAX_QUESTIONS = 230, 8         # of a paragraph
MAX_PARAGRAPHS = {"squadshifts-reddit": 900, "squadshifts-amazon": 500}   # far from news
BATCH, NEAR, NEAR_CHOSEN = 24, 12, 1      # questions; paragraphs like a question's own; how many of them are read beside it
IMPORTANCE_STEEPNESS = 10                 # states have length 1, so that weights would have to be large


@dataclass
class Paragraph:
    """States of its tokens, the sentence of each, the number of sentences, and its questions."""
    states: torch.Tensor
    sentences: torch.Tensor
    count: int
    questions: list


@dataclass
class Question:
    """States of its tokens, and which sentence of its paragraph answers."""
    states: torch.Tensor
    answer: int
    held: bool


def texts(folder):
    """Paragraphs of three and more sentences with the questions that exactly one of them answers."""
    found = defaultdict(list)
    for row in windows.rows(folder):
        if not row["paragraph"] or not row["label"] or not row["answers"] or row["set"] in windows.UNLOCATED:
            continue
        parts = shortened(windows.sentences(row["text"]))
        carriers = [place for place, part in enumerate(parts) if windows.holds(part, row["answers"])]
        if len(carriers) == 1 and len(parts) > 2:
            found[row["set"], row.get("title") or "", tuple(parts)].append((row["question"], carriers[0]))
    kept, chosen = defaultdict(int), []
    for key in random.Random(5).sample(list(found), len(found)):
        kept[key[0]] += 1
        if kept[key[0]] <= MAX_PARAGRAPHS.get(key[0], len(found)):
            chosen.append((key[1].replace("_", " "), key[2], found[key][:MAX_QUESTIONS]))
    return chosen


def shortened(parts):
    """As many of the first sentences as fit."""
    while len(parts) > 1 and sum(len(part.split()) for part in parts) > MAX_WORDS:
        parts = parts[:-1]
    return parts


class Encoder:
    """States of the tokens that hold a letter or digit."""

    def __init__(self, model, words):
        self.encoder = TokenStates(model, words)

    def states(self, text):
        """Places of the tokens in the text, and their states."""
        coded, found = self.encoder.of(text)
        kept = [at for at, (start, end) in enumerate(coded.offsets) if any(map(str.isalnum, text[start:end]))]
        return [coded.offsets[at] for at in kept], torch.tensor(found[kept])

    def question(self, text):
        places, states = self.states(PREFIX + text)
        return states[[at for at, (start, _) in enumerate(places) if start >= len(PREFIX)]]

    def paragraph(self, title, parts, questions):
        """None if a sentence has no tokens."""
        text, ends = title + "\n", []
        for part in parts:
            text += part + " "
            ends.append(len(text))
        places, states = self.states(text)
        inside = [at for at, (start, _) in enumerate(places) if start > len(title)]
        own = [next(number for number, end in enumerate(ends) if places[at][0] < end) for at in inside]
        if len(set(own)) < len(parts):
            return None
        asked = [Question(self.question(text), answer, held(text)) for text, answer in questions]
        return Paragraph(states[inside], torch.tensor(own), len(parts), [one for one in asked if len(one.states)])


class Maps(torch.nn.Module):
    """Both maps begin as the main directions of the paragraphs' states about their mean, in which all states are alike;
    every token of a question counts alike."""

    def __init__(self, paragraphs, size):
        super().__init__()
        some = torch.cat([paragraph.states[::3] for paragraph in paragraphs])
        some = some[torch.randperm(len(some))[:30000]]
        mean = some.mean(0)
        self.begin = torch.pca_lowrank(some - mean, q=size, center=False, niter=4)[2]
        self.question, self.passage = (torch.nn.Parameter(self.begin.clone()) for _ in range(2))
        self.moved = -mean @ self.begin
        self.from_question, self.from_passage = (torch.nn.Parameter(self.moved.clone()) for _ in range(2))
        self.importance, self.bias = torch.nn.Parameter(torch.zeros(len(self.begin))), torch.nn.Parameter(torch.zeros(1))
        self.sharpness = torch.nn.Parameter(torch.tensor(math.log(30.0)))

    def scores(self, questions, paragraphs):
        """How well each sentence of all paragraphs matches, for each question."""
        tokens = functional.normalize(torch.cat([one.states for one in paragraphs]) @ self.passage + self.from_passage, dim=1)
        shifts = numpy.cumsum([0] + [one.count for one in paragraphs])
        own = torch.cat([one.sentences + int(shift) for one, shift in zip(paragraphs, shifts)])
        found = []
        for question in questions:
            near = functional.normalize(question.states @ self.question + self.from_question, dim=1) @ tokens.T
            best = torch.full((len(near), int(shifts[-1])), -1.0).scatter_reduce(1, own.expand(len(near), -1), near, "amax")
            weights = functional.softplus(IMPORTANCE_STEEPNESS * question.states @ self.importance + self.bias)
            found.append(weights @ best / weights.sum())
        return found, shifts

    def drift(self):
        """How far the maps are from their beginning."""
        return ((self.question - self.begin) ** 2).sum() + ((self.passage - self.begin) ** 2).sum()

    def mix(self, share):
        """Interpolates towards the beginning, which finds passages better (Wortsman et al., Robust fine-tuning, 2022)."""
        began = {"question": self.begin, "passage": self.begin, "from_question": self.moved, "from_passage": self.moved,
                 "importance": torch.zeros(len(self.begin)), "bias": torch.zeros(1)}
        for name, before in began.items():
            getattr(self, name).data.mul_(share).add_(before, alpha=1 - share)

    def write(self, path):
        """Half-precision numbers: both maps, the importance and its bias."""
        parts = [self.passage, self.from_passage, self.question, self.from_question,
                 IMPORTANCE_STEEPNESS * self.importance, self.bias]
        numpy.concatenate([part.detach().numpy().ravel() for part in parts]).astype(">f2").tofile(path)


class Training:
    """The answering sentence must match best within its paragraph, and among those of paragraphs like it."""

    def __init__(self, paragraphs, size, restraint):
        self.paragraphs, self.maps, self.restraint = paragraphs, Maps(paragraphs, size), restraint
        asked = [(at, question) for at, one in enumerate(paragraphs) for question in one.questions]
        self.pairs, self.held = ([pair for pair in asked if pair[1].held == side] for side in (False, True))
        means = torch.stack([one.states.mean(0) for one in paragraphs])
        means = functional.normalize(means - means.mean(0), dim=1)
        self.near = (means @ means.T - 2 * torch.eye(len(means))).topk(NEAR).indices.tolist()
        maps = [self.maps.question, self.maps.passage, self.maps.from_question, self.maps.from_passage]
        groups = [(maps, 1e-3), ([self.maps.importance], 3e-3),
                  ([self.maps.bias, self.maps.sharpness], 1e-2)]
        self.optimiser = torch.optim.Adam([{"params": some, "lr": rate} for some, rate in groups])

    def loss(self, batch):
        places = [at for at, _ in batch]
        near = [other for at in places for other in random.sample(self.near[at], NEAR_CHOSEN)]
        read = list(dict.fromkeys(places + near))
        scores, shifts = self.maps.scores([question for _, question in batch], [self.paragraphs[at] for at in read])
        loss = self.restraint * self.maps.drift()
        for (at, question), found in zip(batch, scores):
            start, end = (int(shifts[read.index(at) + step]) for step in (0, 1))
            sharp = self.maps.sharpness.exp() * found
            loss = loss + functional.cross_entropy(sharp[start:end], torch.tensor(question.answer)) / len(batch)
            loss = loss + functional.cross_entropy(sharp, torch.tensor(start + question.answer)) / len(batch)
        return loss

    def run(self, epochs):
        steps = epochs * (len(self.pairs) // BATCH)
        falling = torch.optim.lr_scheduler.LambdaLR(self.optimiser, lambda step: max(0.05, 1 - step / steps))
        for step in range(steps):
            self.optimiser.zero_grad()
            loss = self.loss(random.sample(self.pairs, BATCH))
            loss.backward()
            self.optimiser.step()
            falling.step()
            if step % 100 == 0:
                print(step, "of", steps, "loss", round(float(loss.detach()), 3), "first", self.first(), flush=True)

    def first(self):
        """Share of the held questions whose answering sentence matches best in its paragraph."""
        with torch.no_grad():
            found = [int(self.maps.scores([question], [self.paragraphs[at]])[0][0].argmax()) == question.answer
                     for at, question in self.held]
        return round(sum(found) / len(found), 4)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--words", type=Path, required=True, help="its tokenizer")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--kept", type=Path, required=True, help="file of the states, made if it is not there")
    parser.add_argument("--size", type=int, default=64, help="numbers a token")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--restraint", type=float, default=0.02, help="cost of drifting from the main directions")
    parser.add_argument("--mix", type=float, default=0.7, help="share of the trained weights; the rest are those it began with")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    if not options.kept.exists():
        encoder = Encoder(options.model, options.words)
        made = [encoder.paragraph(*text) for text in texts(options.data)]
        options.kept.write_bytes(pickle.dumps([one for one in made if one and one.questions]))
    training = Training(pickle.loads(options.kept.read_bytes()), options.size, options.restraint)
    training.run(options.epochs)
    training.maps.mix(options.mix)
    print("first of held questions:", training.first())
    training.maps.write(options.out)


if __name__ == "__main__":
    main()
