"""Builds training windows: a question, the sentences of a passage with their labels, and the position of the answer.

A label is 1 (answers), 0 (does not) or UNKNOWN. Real paragraphs are cropped to a few sentences; unhelpful sentences
are added to single labelled ones, with the same sizes for answered and unanswered windows."""
import gzip
import hashlib
import json
import random
import re
from collections import Counter, defaultdict
from dataclasses import dataclass

import mutations
import pairs
from draws import Draws, held
from shares import QUESTIONS

UNKNOWN = -1
WINDOW_WORD_LIMITS = (100, 150, 150, 150, 240)   # of one window
BREAK = re.compile(r"(?<=[.!?])[\"'”’)\]]* +(?=[\"'“‘(\[]?[A-Z0-9])")
NO_BREAK = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Col|Lt|Jr|Sr|vs|No|etc|approx|Inc|Corp|Ltd|U\.S|c|ca))\.$")
NAME = re.compile(r"(?<!^)\b(?:[A-Z][\w'’-]+(?: (?:of (?:the )?|de )?[A-Z][\w'’-]+)*|1[5-9]\d\d|20\d\d)\b")
WORD = re.compile(r"[a-z0-9]{4,}")
# Sets whose labels say whether a paragraph answers, but not where.
UNLOCATED = {"boolq", "timeqa-human", "condaqa", "policyqa", "fairytaleqa", "medquad", "subjqa"}
TITLED_SHARE = 0.2   # share of windows that begin with their page's title
# shares of windows changed: a name in the question replaced; its sense reversed; the passage of another question
SWAPPED_SHARE, TURNED_SHARE, FAR_SHARE = 0.10, 0.08, 0.06


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
    """A simple sentence splitter, good enough for training; the server has its own."""
    parts, start = [], 0
    for found in BREAK.finditer(text):
        if not NO_BREAK.search(text[start:found.start()]):
            parts.append(text[start:found.end()].strip())
            start = found.end()
    return [part for part in parts + [text[start:].strip()] if part]


def crop(parts, keep, rng):
    """A run of one to twelve sentences with a word limit, which holds sentence `keep` if it is given."""
    size, limit = rng.choice((1, 2, 2, 3, 3, 4, 5, 8, 12)), rng.choice(WINDOW_WORD_LIMITS)
    first = rng.randrange(len(parts)) if keep is None else keep
    low = high = first
    words = len(parts[first].split())
    while high - low + 1 < size:
        options = [place for place in (low - 1, high + 1) if 0 <= place < len(parts)
                   and words + len(parts[place].split()) <= limit]
        if not options:
            break
        place = rng.choice(options)
        words += len(parts[place].split())
        low, high = min(low, place), max(high, place)
    return low, high + 1


def holds(text, answers):
    return any(answer.lower() in text.lower() for answer in answers)


def whole(row, parts):
    """A window of as many of the paragraph's first sentences as fit, answered or not."""
    while len(parts) > 1 and sum(len(part.split()) for part in parts) > max(WINDOW_WORD_LIMITS):
        parts.pop()
    if not row["label"]:
        return Window(row["question"], parts, [0] * len(parts), [], row["set"])
    return Paragraph(row["question"], parts, [1 if len(parts) == 1 else UNKNOWN] * len(parts), None, row["set"])


def from_paragraph(row, rng):
    """A window cropped from a real paragraph. Row: question, text, label, answers, set."""
    parts, answers = sentences(row["text"]), row["answers"]
    if row["set"] in UNLOCATED:
        return whole(row, parts)
    if not row["label"]:
        low, high = crop(parts, None, rng)
        return Window(row["question"], parts[low:high], [0] * (high - low), [], row["set"])
    carriers = [place for place, part in enumerate(parts) if answers and holds(part, answers)]
    if not carriers:   # the answer crosses the end of a sentence
        return whole(row, parts)
    if len(carriers) < len(parts) and rng.random() < 0.2:   # the same paragraph beside the answer: a near miss
        low, high = crop(parts, rng.choice([at for at in range(len(parts)) if at not in carriers]), rng)
    else:
        low, high = crop(parts, rng.choice(carriers), rng)
    # A repeated short answer may be in a sentence that does not answer: only a single carrier is certain.
    sure = 1 if len(carriers) == 1 else UNKNOWN
    labels = [sure if place in carriers else 0 for place in range(low, high)]
    if UNKNOWN in labels:
        return Paragraph(row["question"], parts[low:high], labels, None, row["set"])
    return Window(row["question"], parts[low:high], labels, answers if 1 in labels else [], row["set"])


class Paragraph(Window):
    """A passage that answers, without a label of the answering sentence."""

    @property
    def answered(self):
        return 1


class Question:
    """One question with its labelled sentences, its paragraphs, and unhelpful sentences that share words with it."""

    def __init__(self, text, rows):
        self.text, self.source = text, rows[0]["set"]
        self.paragraphs = [row for row in rows if row["paragraph"]]
        single = [row for row in rows if not row["paragraph"]]
        self.positives = [row for row in single if row["label"]]
        self.negatives = [row["text"] for row in single if not row["label"]]
        self.near = []

    def windows(self, rng):
        """One answered and one unanswered window of labelled sentences, and one window of each paragraph."""
        made = [self.titled(from_paragraph(row, rng), row, rng) for row in self.paragraphs]
        size = rng.choice((1, 1, 2, 2, 3, 3, 4))
        if self.positives:
            best = rng.choice(self.positives)
            made.append(self.among(best["text"], best["answers"], size - 1, rng))
        if self.negatives or self.near:
            made.append(self.among(None, [], size, rng))
        return made

    def titled(self, window, row, rng):
        """The window, sometimes with its page's title before it."""
        if row.get("title") and rng.random() < TITLED_SHARE:
            window.sentences = [row["title"].replace("_", " ") + "."] + window.sentences
            window.labels = [UNKNOWN] + window.labels
        return window

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
    """The window with the sense of its question reversed by an opposite word, a negation or another number. None if
    not possible."""
    if not window.answered:
        return None
    makers = [mutations.negation, mutations.negation, mutations.number, mutations.year]
    for maker in rng.sample(makers, len(makers)):
        made = maker(window.question, rng)
        if made and made != window.question:
            return Window(made, window.sentences, [0] * len(window.labels), [], "turned")
    return None


def swapped(window, names, rng):
    """The window with one name or year of its question replaced by another that is not in the passage."""
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


def held_title(title):
    """Whether a SQuAD 2.0 article is kept for measuring (about a quarter of them)."""
    return int(hashlib.md5(title.encode()).hexdigest(), 16) % 4 == 2


def rows(folder):
    """All rows used, with `answers` (a list) and `paragraph`, without the held articles."""
    for name in ("answers.jsonl.gz", "answers-2.jsonl.gz"):
        with gzip.open(folder / "training" / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if row["set"] in QUESTIONS:
                    row["answers"] = [row["answer"]] if row.get("answer") else []
                    row["paragraph"] = ":p" in row["id"] or row["set"] in UNLOCATED
                    yield row
    for line in open(folder / "answerability" / "squad2.jsonl", encoding="utf-8"):
        row = json.loads(line)
        if not held_title(row["title"]):
            yield {"set": "squad2", "question": row["question"], "text": row["context"], "paragraph": True, "title": row["title"],
                   "label": int(not row["impossible"]), "answers": sorted(set(row["answers"]))}


class Neighbours:
    """Finds sentences of other questions of the same set that share a question's rare words."""

    def __init__(self, questions):
        self.pool = [(question, text) for question in questions
                     for text in dict.fromkeys([row["text"] for row in question.positives] + question.negatives)]
        self.places = defaultdict(list)
        for at, (_, text) in enumerate(self.pool):
            for word in set(WORD.findall(text.lower())):
                self.places[word].append(at)

    def of(self, question):
        """Up to six such sentences that do not hold the question's answer."""
        scores = Counter()
        for word in set(WORD.findall(question.text.lower())):
            if 1 < len(self.places[word]) <= 400:
                for at in self.places[word]:
                    scores[at] += 1 / len(self.places[word]) ** 0.5
        own = set(question.negatives) | {row["text"] for row in question.positives}
        answers = [answer for row in question.positives for answer in row["answers"]]
        near = [self.pool[at] for at, _ in scores.most_common(20)]
        return [text for other, text in near if other is not question and text not in own and not holds(text, answers)][:6]


class Stream(Draws):
    """An endless mixed stream of windows in the given shares; answered and unanswered windows of a set are equally
    frequent."""

    def __init__(self, folder, seed):
        super().__init__(seed)
        grouped = defaultdict(list)
        for row in [*rows(folder), *pairs.questions(held=False)]:
            grouped[row["set"], row["question"]].append(row)
        questions = [Question(text, found) for (_, text), found in grouped.items()]
        self.sets, self.held = defaultdict(list), []
        for question in questions:
            (self.held if held(question.text) and question.source != "pairs" else self.sets[question.source]).append(question)
        self.neighbours = {source: Neighbours(group) for source, group in self.sets.items()}
        self.names = defaultdict(list)
        for question in questions:
            for match in NAME.finditer(question.text):
                self.names[kind_of(match.group())].append(match.group())
        self.counts = Counter()

    def draw(self, source):
        """A window of the set's next question, answered or unanswered at random if it has both."""
        side = self.rng.random() < 0.5
        question = self.sets[source][self.number(f"{source} {side}", len(self.sets[source]))]
        if not question.near and not question.paragraphs:
            question.near = self.neighbours[source].of(question)
        made = question.windows(self.rng)
        return self.rng.choice([window for window in made if window.answered == side] or made)

    def __iter__(self):
        names, weights = zip(*[(name, share) for name, share in QUESTIONS.items() if name in self.sets])
        last = None
        while True:
            window = self.draw(self.rng.choices(names, weights)[0])
            made, chance = window, self.rng.random()
            if chance < SWAPPED_SHARE:
                made = swapped(window, self.names, self.rng) or window
            elif chance > 1 - TURNED_SHARE:
                made = turned(window, self.rng) or window
            elif chance < SWAPPED_SHARE + FAR_SHARE and last is not None:
                made = Window(last.question, window.sentences, [0] * len(window.labels), [], "far")
            last = window
            self.counts[made.source, made.answered] += 1
            yield made
