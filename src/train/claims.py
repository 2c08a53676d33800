"""Builds the checker's training pairs: a claim, the text it is held against, and how far the text carries it.

Human-labelled pairs of many sets, and pairs made from plain paragraphs (mutations.py). Most human evidence is one
sentence, and articles are not: so evidence is often set among other sentences."""
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
DILUTED = 0.2        # share of short human evidence set among other sentences
CHANGED = 0.12       # share of supported human claims that are changed to say something else
MOST_WORDS = 140     # of one evidence window made from a plain paragraph, and of those measured
LONGEST = {60: 15, 100: 25, 140: 35, 200: 15, 280: 10}   # words a window holds at most, and how often
SHORT = 60           # words of evidence that still take company
WORD = re.compile(r"[a-z0-9]{3,}")


@dataclass
class Claim:
    """A claim beside its evidence; `label` is an index into VERDICTS."""
    text: str
    evidence: str
    label: int
    source: str


def closest(claim, evidence, most=MOST_WORDS):
    """The sentences of long evidence that share most words with the claim, rare ones first, in their own order."""
    if len(evidence.split()) <= most:
        return evidence
    parts = [piece for line in evidence.split("\n") for piece in sentences(line.strip())]
    parts = [" ".join(part.split()[:most // 2]) for part in parts if part]
    bags = [set(WORD.findall(part.lower())) for part in parts]
    spread, wanted = Counter(word for bag in bags for word in bag), set(WORD.findall(claim.lower()))
    chosen, words, missing = [], 0, set(wanted)
    while len(chosen) < len(parts):
        def worth(at):
            shared = wanted & bags[at]
            return sum((1 if word in missing else 0.3) / spread[word] ** 0.5 for word in shared) / (4 + len(bags[at])) ** 0.3
        left = [at for at in range(len(parts)) if at not in chosen]
        best = max(left, key=worth)
        if words + len(parts[best].split()) > most or worth(best) == 0:
            break
        chosen.append(best)
        words += len(parts[best].split())
        missing -= bags[best]
    return " ".join(parts[at] for at in sorted(chosen or [0]))


def rows(folder):
    """All rows of both parts."""
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
    """Makes pairs from plain paragraphs."""

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
        """A few sentences around sentence `at`, with or without it, at most MOST_WORDS words."""
        size = rng.choice((1, 1, 2, 3, 4, 6))
        low = max(0, at - rng.randrange(size))
        chosen = [place for place in range(low, min(len(own), low + size)) if with_it or place != at]
        if with_it and at not in chosen:
            chosen.append(at)
        if not chosen:
            chosen = [at - 1 if at else at + 1]
        while sum(len(own[place].split()) for place in chosen) > MOST_WORDS and len(chosen) > 1:
            chosen.remove(max(place for place in chosen if place != at))
        return [own[place] for place in sorted(chosen)], chosen

    def pair(self, rng):
        own = rng.choice(self.paragraphs)
        at = rng.randrange(len(own))
        sentence, chance = own[at], rng.random()
        if chance < 0.14:      # the same or less than the text says
            text = shortened(sentence, rng) or sentence
            return Claim(text, " ".join(self.window(own, at, rng)[0]), SUPPORTED, "plain true")
        if chance < 0.26:      # two sentences in one, both told or only one
            other = (at + rng.choice((1, 2))) % len(own)
            evidence, chosen = self.window(own, at, rng)
            both = f"{(shortened(sentence, rng) or sentence)[:-1]}, and {own[other][0].lower() if own[other].split()[0] in ('The', 'It', 'He', 'She', 'They', 'In', 'This', 'A') else own[other][0]}{own[other][1:]}"
            return Claim(both, " ".join(evidence), SUPPORTED if other in chosen else PARTIAL, "plain merged")
        if chance < 0.38:      # the text around it, which does not tell it
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
        if turn < 0.35 and kind != "unqualified":      # the changed sentence is what the text says: an odd sentence is not a sign
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
    """An endless mixed stream of pairs. Supported and other claims of a set come equally often, so that what a claim
    looks like does not tell how likely it is to be supported."""

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
        """A pair that people labelled, perhaps changed, its evidence cut to a window or set among other sentences."""
        rng = self.rng
        side = (source, rng.random() < 0.5)
        rows = self.sets[side] or self.sets[source, not side[1]]
        at = self.number(f"{source} {side[1]}", len(rows))
        row = rows[at]
        claim, evidence, label = row["claim"], row["evidence"], VERDICTS.index(row["label"])
        if label == SUPPORTED and rng.random() < CHANGED:
            changed = mutated(claim, rng, self.plain.pool)
            if changed and changed[1] not in ("modality", "unqualified", "traded"):
                claim, label = changed[0], CONTRADICTED
        evidence = closest(claim, evidence, *rng.choices(list(LONGEST), LONGEST.values()))
        if len(evidence.split()) < SHORT and not source.startswith("snli") and rng.random() < DILUTED:
            evidence = self.among(rows, at, evidence)
        return Claim(claim, evidence, label, source)

    def among(self, rows, at, evidence):
        """The evidence among one to three other sentences, of its neighbours in the set or of plain paragraphs."""
        rng, company = self.rng, []
        for _ in range(rng.choice((1, 1, 2, 3))):
            near = rows[(at + rng.choice((-3, -2, -1, 1, 2, 3))) % len(rows)]
            if rng.random() < 0.5:
                company.append(rng.choice(rng.choice(self.plain.paragraphs)))
            elif near["evidence"] != rows[at]["evidence"] and len(near["evidence"].split()) < SHORT:
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
