"""Builds the checker's training pairs: a claim, its evidence, and how far the evidence supports it. The pairs are
human-labelled pairs of many sets, and pairs generated from plain paragraphs (mutations.py). Most human evidence is
one sentence, unlike articles, so other sentences are often added."""
import gzip
import json
import random
import re
from collections import Counter, defaultdict
from dataclasses import dataclass

import pairs
from draws import Draws, held
from mutations import kind_of, mutated, names, shortened
from windows import sentences

VERDICTS = ["supported", "partial", "unsupported", "contradicted"]
SUPPORTED, PARTIAL, UNSUPPORTED, CONTRADICTED = range(4)
DILUTED_SHARE = 0.2        # share of short human evidence to which other sentences are added
CHANGED_SHARE = 0.12       # share of supported human claims that are changed to be false
MAX_WINDOW_WORDS = 140     # of a generated evidence window, and of the evidence measured
WINDOW_WORD_WEIGHTS = {60: 15, 100: 25, 140: 35, 200: 15, 280: 10}   # word limit of a window: weight of that limit
SHORT_EVIDENCE_WORDS = 60           # other sentences are added only to evidence shorter than this
WORD = re.compile(r"[a-z0-9]{3,}")


@dataclass
class Claim:
    """A claim with its evidence; `label` is an index into VERDICTS."""
    text: str
    evidence: str
    label: int
    source: str


def closest(claim, evidence, limit=MAX_WINDOW_WORDS):
    """The sentences of long evidence with the most (and rarest) words of the claim, in their original order."""
    if len(evidence.split()) <= limit:
        return evidence
    parts = [piece for line in evidence.split("\n") for piece in sentences(line.strip())]
    parts = [" ".join(part.split()[:limit // 2]) for part in parts if part]
    bags = [set(WORD.findall(part.lower())) for part in parts]
    spread, wanted = Counter(word for bag in bags for word in bag), set(WORD.findall(claim.lower()))
    chosen, words, missing = [], 0, set(wanted)
    while len(chosen) < len(parts):
        def worth(at):
            shared = wanted & bags[at]
            return sum((1 if word in missing else 0.3) / spread[word] ** 0.5 for word in shared) / (4 + len(bags[at])) ** 0.3
        left = [at for at in range(len(parts)) if at not in chosen]
        best = max(left, key=worth)
        if words + len(parts[best].split()) > limit or worth(best) == 0:
            break
        chosen.append(best)
        words += len(parts[best].split())
        missing -= bags[best]
    return " ".join(parts[at] for at in sorted(chosen or [0]))


def rows(folder):
    """All rows of both parts of the data."""
    for name in ("claims.jsonl.gz", "claims-2.jsonl.gz"):
        with gzip.open(folder / "training" / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)


def plain(folder):
    """Plain paragraphs: encyclopedia paragraphs of the reader's sets, and news texts that come with the claim sets."""
    with gzip.open(folder / "training" / "answers.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["set"] in ("squad-train-sent", "tydiqa-en-train", "boolq", "timeqa-human", "mlqa-en-dev") and len(row["text"].split()) > 60:
                yield row["text"]
    for row in rows(folder):
        if row["set"] in ("fnc1-test", "summeval", "aggrefact-cliff", "aggrefact-goyal21"):
            yield row["evidence"]


class Plain:
    """Generates pairs from plain paragraphs."""

    def __init__(self, folder, rng):
        texts = sorted(set(plain(folder)))
        rng.shuffle(texts)
        texts = texts[:9000]
        self.paragraphs = []
        self.pool = defaultdict(list)
        for text in texts:
            own = [part for part in sentences(" ".join(text.split())) if 6 <= len(part.split()) <= 45 and part[0].isupper()]
            for found in names(" ".join(own[:6])):
                self.pool[kind_of(found.group())].append(found.group())
            if len(own) >= 3:
                self.paragraphs.append(own)

    def window(self, own, at, rng, with_it=True):
        """A few sentences around sentence `at`, with or without it, of at most MAX_WINDOW_WORDS words."""
        size = rng.choice((1, 1, 2, 3, 4, 6))
        low = max(0, at - rng.randrange(size))
        chosen = [place for place in range(low, min(len(own), low + size)) if with_it or place != at]
        if with_it and at not in chosen:
            chosen.append(at)
        if not chosen:
            chosen = [at - 1 if at else at + 1]
        while sum(len(own[place].split()) for place in chosen) > MAX_WINDOW_WORDS and len(chosen) > 1:
            chosen.remove(max(place for place in chosen if place != at))
        return [own[place] for place in sorted(chosen)], chosen

    def pair(self, rng):
        own = rng.choice(self.paragraphs)
        at = rng.randrange(len(own))
        sentence, chance = own[at], rng.random()
        if chance < 0.14:      # the sentence or a part of it
            text = shortened(sentence, rng) or sentence
            return Claim(text, " ".join(self.window(own, at, rng)[0]), SUPPORTED, "plain true")
        if chance < 0.26:      # two sentences in one; the evidence holds both or only one
            other = (at + rng.choice((1, 2))) % len(own)
            evidence, chosen = self.window(own, at, rng)
            both = f"{(shortened(sentence, rng) or sentence)[:-1]}, and {own[other][0].lower() if own[other].split()[0] in ('The', 'It', 'He', 'She', 'They', 'In', 'This', 'A') else own[other][0]}{own[other][1:]}"
            return Claim(both, " ".join(evidence), SUPPORTED if other in chosen else PARTIAL, "plain merged")
        if chance < 0.38:      # the sentences around it, without it
            return Claim(shortened(sentence, rng) or sentence, " ".join(self.window(own, at, rng, False)[0]), UNSUPPORTED, "plain neighbours")
        if chance < 0.42:      # another paragraph
            far = rng.choice(self.paragraphs)
            return Claim(sentence, " ".join(self.window(far, rng.randrange(len(far)), rng)[0]), UNSUPPORTED, "plain other")
        local = defaultdict(list)
        for found in names(" ".join(own)):
            local[kind_of(found.group())].append(found.group())
        changed = mutated(sentence, rng, local if rng.random() < 0.6 else self.pool)
        if not changed:
            return Claim(sentence, " ".join(self.window(own, at, rng)[0]), SUPPORTED, "plain true")
        made, kind, denies = changed
        evidence, _ = self.window(own, at, rng)
        label = CONTRADICTED if denies else PARTIAL
        turn = rng.random()
        # the changed sentence is also in the evidence, so that an odd sentence alone is no clue
        if turn < 0.35 and kind != "unqualified":
            evidence = [made if part == sentence else part for part in evidence]
            if turn < 0.2:
                return Claim(shortened(made, rng) or made, " ".join(evidence), SUPPORTED, f"plain {kind} in both")
            if denies:
                return Claim(shortened(sentence, rng) or sentence, " ".join(evidence), CONTRADICTED, f"plain {kind} in text")
            return Claim(sentence, " ".join(evidence), SUPPORTED, f"plain {kind} in text")
        short = made if rng.random() < 0.6 else shortened(made, rng) or made
        if short != made and shortened(sentence, rng) == short:
            short = made      # the change was in the part left out
        return Claim(short, " ".join(evidence), label, f"plain {kind}")


class ClaimStream(Draws):
    """An endless mixed stream of pairs. Supported and other claims of a set are equally frequent, so that the style
    of a claim does not predict its label."""

    def __init__(self, folder, seed, parts, shares):
        super().__init__(seed)
        self.parts, self.shares = parts, shares
        self.sets, self.held, self.counts = defaultdict(list), defaultdict(list), Counter()
        used = {name for group in shares.values() for name in group}
        for row in rows(folder):
            if row["set"] in used:
                kept = self.held if held(row["evidence"]) else self.sets
                kept[row["set"], row["label"] == "supported"].append(row)
        if "pairs" in used:
            for row in pairs.claims(held=False):
                self.sets["pairs", row["label"] == "supported"].append(row)
        self.plain = Plain(folder, random.Random(seed))

    def human(self, source):
        """A human-labelled pair, possibly changed; its evidence is cut to a window, or other sentences are added."""
        rng = self.rng
        side = (source, rng.random() < 0.5)
        rows = self.sets[side] or self.sets[source, not side[1]]
        at = self.number(f"{source} {side[1]}", len(rows))
        row = rows[at]
        claim, evidence, label = row["claim"], row["evidence"], VERDICTS.index(row["label"])
        if label == SUPPORTED and rng.random() < CHANGED_SHARE:
            changed = mutated(claim, rng, self.plain.pool)
            if changed and changed[1] not in ("modality", "unqualified", "traded"):
                claim, label = changed[0], CONTRADICTED
        evidence = closest(claim, evidence, *rng.choices(list(WINDOW_WORD_WEIGHTS), WINDOW_WORD_WEIGHTS.values()))
        if len(evidence.split()) < SHORT_EVIDENCE_WORDS and not source.startswith("snli") and rng.random() < DILUTED_SHARE:
            evidence = self.among(rows, at, evidence)
        return Claim(claim, evidence, label, source)

    def among(self, rows, at, evidence):
        """The evidence with one to three other sentences, from neighbouring rows or from plain paragraphs."""
        rng, company = self.rng, []
        for _ in range(rng.choice((1, 1, 2, 3))):
            near = rows[(at + rng.choice((-3, -2, -1, 1, 2, 3))) % len(rows)]
            if rng.random() < 0.5:
                company.append(rng.choice(rng.choice(self.plain.paragraphs)))
            elif near["evidence"] != rows[at]["evidence"] and len(near["evidence"].split()) < SHORT_EVIDENCE_WORDS:
                company.append(near["evidence"])
        company.insert(rng.randint(0, len(company)), evidence)
        return " ".join(company)

    def __iter__(self):
        while True:
            part = self.rng.choices(list(self.parts), self.parts.values())[0]
            if part == "plain":
                made = self.plain.pair(self.rng)
            else:
                made = self.human(self.rng.choices(list(self.shares[part]), self.shares[part].values())[0])
            self.counts[made.source, VERDICTS[made.label]] += 1
            yield made
