"""Builds training windows: a question, the sentences of a passage with their labels, and where the answer stands.

A label is 1 (answers), 0 (does not) or UNKNOWN. Real paragraphs are cropped to a few sentences; single labelled
sentences are set among unhelpful ones, with the same sizes for answered and unanswered windows."""
import gzip
import hashlib
import json
import random
import re
from collections import Counter, defaultdict
from dataclasses import dataclass

import mutations

UNKNOWN = -1
MOST_WORDS = 150
BREAK = re.compile(r"(?<=[.!?])[\"'”’)\]]* +(?=[\"'“‘(\[]?[A-Z0-9])")
NO_BREAK = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Col|Lt|Jr|Sr|vs|No|etc|approx|Inc|Corp|Ltd|U\.S|c|ca))\.$")
NAME = re.compile(r"(?<!^)\b(?:[A-Z][\w'’-]+(?: (?:of (?:the )?|de )?[A-Z][\w'’-]+)*|1[5-9]\d\d|20\d\d)\b")
WORD = re.compile(r"[a-z0-9]{4,}")
HELD_OUT = {"squad2-devhalf", "clapnq-devhalf", "squad-dev-sent", "qnli-dev"}   # relatives of what is measured
# Share of windows of each set; what is not named is not used.
SHARES = {"squad2": 26, "squad-train-sent": 20, "tydiqa-en-train": 13, "tydiqa-en-dev": 2, "selqa": 9, "mlqa-en-dev": 6,
          "qed-nq": 7, "qamr": 7, "timeqa-human": 5, "boolq": 3, "quoref-contrast": 2}
SWAPPED, TURNED, FAR = 0.10, 0.08, 0.06   # extra windows: a name exchanged in the question; its sense turned; another's passage


@dataclass
class Window:
    """A question over a passage of labelled sentences; `answers` are strings to mark, or None where unknown."""
    question: str
    sentences: list
    labels: list
    answers: list | None
    source: str

    @property
    def answered(self):
        return int(1 in self.labels)


def sentences(text):
    """A plain cut into sentences: good enough for training, not the server's own."""
    parts, start = [], 0
    for found in BREAK.finditer(text):
        if not NO_BREAK.search(text[start:found.start()]):
            parts.append(text[start:found.end()].strip())
            start = found.end()
    return [part for part in parts + [text[start:].strip()] if part]


def held_title(title):
    """Whether a SQuAD 2.0 article is kept for measuring (about a quarter of them)."""
    return int(hashlib.md5(title.encode()).hexdigest(), 16) % 4 == 2


def crop(parts, keep, rng):
    """A run of one to eight sentences, at most MOST_WORDS words, that holds sentence `keep` if it is given."""
    size = rng.choice((1, 2, 2, 3, 3, 4, 5, 8))
    first = rng.randrange(len(parts)) if keep is None else keep
    low = high = first
    words = len(parts[first].split())
    while high - low + 1 < size:
        options = [place for place in (low - 1, high + 1) if 0 <= place < len(parts)
                   and words + len(parts[place].split()) <= MOST_WORDS]
        if not options:
            break
        place = rng.choice(options)
        words += len(parts[place].split())
        low, high = min(low, place), max(high, place)
    return low, high + 1


def holds(text, answers):
    return any(answer.lower() in text.lower() for answer in answers)


def from_paragraph(row, rng):
    """A window cropped from a real paragraph. Row: question, text, label, answers, set."""
    parts, answers = sentences(row["text"]), row["answers"]
    if not row["label"]:
        low, high = crop(parts, None, rng)
        return Window(row["question"], parts[low:high], [0] * (high - low), [], row["set"])
    carriers = [place for place, part in enumerate(parts) if answers and holds(part, answers)]
    if not carriers:   # known to answer, not known where: the first sentences, as many as fit
        while len(parts) > 1 and sum(len(part.split()) for part in parts) > MOST_WORDS:
            parts.pop()
        labels = [1] if len(parts) == 1 else [UNKNOWN] * len(parts)
        return Paragraph(row["question"], parts, labels, None, row["set"])
    if len(carriers) < len(parts) and rng.random() < 0.2:   # the same paragraph beside the answer: a near miss
        low, high = crop(parts, rng.choice([at for at in range(len(parts)) if at not in carriers]), rng)
    else:
        low, high = crop(parts, rng.choice(carriers), rng)
    # A short answer said twice may stand in a sentence that does not answer: only a lone carrier is sure.
    sure = 1 if len(carriers) == 1 else UNKNOWN
    labels = [sure if place in carriers else 0 for place in range(low, high)]
    if UNKNOWN in labels:
        return Paragraph(row["question"], parts[low:high], labels, None, row["set"])
    return Window(row["question"], parts[low:high], labels, answers if 1 in labels else [], row["set"])


class Paragraph(Window):
    """A passage that answers although it is not known in which sentence."""

    @property
    def answered(self):
        return 1


class Question:
    """One question with its labelled sentences and paragraphs and unhelpful sentences found by shared words."""

    def __init__(self, text, rows):
        self.text, self.source = text, rows[0]["set"]
        self.paragraphs = [row for row in rows if row["paragraph"]]
        single = [row for row in rows if not row["paragraph"]]
        self.positives = [row for row in single if row["label"]]
        self.negatives = [row["text"] for row in single if not row["label"]]
        self.near = []

    def windows(self, rng):
        """One answered and one unanswered window of labelled sentences, and one window of each paragraph."""
        made = [from_paragraph(row, rng) for row in self.paragraphs]
        size = rng.choice((1, 1, 2, 2, 3, 3, 4))
        if self.positives:
            best = rng.choice(self.positives)
            made.append(self.among(best["text"], best["answers"], size - 1, rng))
        if self.negatives or self.near:
            made.append(self.among(None, [], size, rng))
        return made

    def among(self, positive, answers, others, rng):
        own, near = self.negatives[:], self.near[:]
        rng.shuffle(own)
        rng.shuffle(near)
        mixed = [(text, 0) for text in (own + near)[:others]]
        rng.shuffle(mixed)
        if positive:
            mixed.insert(rng.randint(0, len(mixed)), (positive, 1))
        known = (answers or None) if positive else []
        return Window(self.text, [text for text, _ in mixed], [label for _, label in mixed], known, self.source)


def turned(window, rng):
    """The window with its question turned: an opposite word, a negation, another number. None if it has none."""
    if not window.answered:
        return None
    makers = [mutations.negation, mutations.negation, mutations.number, mutations.year]
    for maker in rng.sample(makers, len(makers)):
        made = maker(window.question, rng)
        if made and made != window.question:
            return Window(made, window.sentences, [0] * len(window.labels), [], "turned")
    return None


def swapped(window, names, rng):
    """The window with one name or year of its question exchanged for another that the passage does not hold."""
    passage = " ".join(window.sentences)
    found = [match for match in NAME.finditer(window.question) if match.group() in passage]
    if not window.answered or not found:
        return None
    match = rng.choice(found)
    kind = kind_of(match.group())
    for _ in range(8):
        other = rng.choice(names[kind])
        if not any(word in passage for word in other.split() if len(word) > 3):
            question = window.question[:match.start()] + other + window.question[match.end():]
            return Window(question, window.sentences, [0] * len(window.labels), [], "swapped")
    return None


def kind_of(name):
    return "year" if name.isdigit() else min(3, len(name.split()))


def rows(folder):
    """All rows used, with `answers` (a list) and `paragraph`, without the held articles."""
    with gzip.open(folder / "training" / "answers.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["set"] in SHARES and row["set"] not in HELD_OUT:
                row["answers"] = [row["answer"]] if row["answer"] else []
                row["paragraph"] = ":p" in row["id"] or row["set"] in ("boolq", "timeqa-human")
                yield row
    for line in open(folder / "answerability" / "squad2.jsonl", encoding="utf-8"):
        row = json.loads(line)
        if not held_title(row["title"]):
            yield {"set": "squad2", "question": row["question"], "text": row["context"], "paragraph": True,
                   "label": int(not row["impossible"]), "answers": sorted(set(row["answers"]))}


def find_near(questions, part, parts):
    """Gives every question of a part up to six sentences of other questions of its set that share its rarer words."""
    pool = [(number, text, question.source) for number, question in enumerate(questions)
            for text in dict.fromkeys([row["text"] for row in question.positives] + question.negatives)]
    places = defaultdict(list)
    for at, (_, text, _) in enumerate(pool):
        for word in set(WORD.findall(text.lower())):
            places[word].append(at)
    for number, question in enumerate(questions):
        if number % parts != part or not (question.positives or question.negatives):
            continue
        scores = Counter()
        for word in set(WORD.findall(question.text.lower())):
            if 1 < len(places[word]) <= 400:
                for at in places[word]:
                    scores[at] += 1 / len(places[word]) ** 0.5
        own = set(question.negatives) | {row["text"] for row in question.positives}
        answers = [answer for row in question.positives for answer in row["answers"]]
        for at, _ in scores.most_common(20):
            other, text, source = pool[at]
            if other != number and source == question.source and text not in own and not holds(text, answers):
                question.near.append(text)
        question.near = question.near[:6]


class Stream:
    """An endless mixed stream of windows in the given shares; part `part` of `parts` of the questions."""

    def __init__(self, folder, seed, part, parts):
        self.rng = random.Random(seed * 1000 + part)
        grouped = defaultdict(list)
        for row in rows(folder):
            grouped[row["set"], row["question"]].append(row)
        questions = [Question(text, found) for (_, text), found in grouped.items()]
        find_near(questions, part, parts)
        self.sets = defaultdict(list)
        for number, question in enumerate(questions):
            if number % parts == part:
                self.sets[question.source].append(question)
        self.names = defaultdict(list)
        for question in questions:
            for match in NAME.finditer(question.text):
                self.names[kind_of(match.group())].append(match.group())
        self.waiting = {source: [] for source in self.sets}
        self.counts = Counter()

    def draw(self, source):
        if not self.waiting[source]:
            self.waiting[source] = [window for question in self.sets[source] for window in question.windows(self.rng)]
            self.rng.shuffle(self.waiting[source])
        return self.waiting[source].pop()

    def __iter__(self):
        names, weights = zip(*[(name, share) for name, share in SHARES.items() if name in self.sets])
        last = None
        while True:
            window = self.draw(self.rng.choices(names, weights)[0])
            made, chance = window, self.rng.random()
            if chance < SWAPPED:
                made = swapped(window, self.names, self.rng) or window
            elif chance > 1 - TURNED:
                made = turned(window, self.rng) or window
            elif chance < SWAPPED + FAR and last is not None:
                made = Window(last.question, window.sentences, [0] * len(window.labels), [], "far")
            last = window
            self.counts[made.source, made.answered] += 1
            yield made
