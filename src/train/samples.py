"""Pairs for measuring: fixed samples of the public sets that no training reads, and held-out slices of the training
sets. Each sample is a list of Pair: source, the two texts, and whether the second supports the claim or answers the
question."""
import json
import random
from collections import Counter, defaultdict
from dataclasses import dataclass

import pairs as minimal
from claims import MAX_WINDOW_WORDS, WORD, closest
from windows import held_title

SEED = 5
MAX_MINIMAL_PAIRS = 600   # of our own pairs, of which there are thousands


@dataclass
class Pair:
    """Two texts, read as (first, second), and the true label."""
    source: str
    first: str
    second: str
    true: bool


def lines(path):
    """The rows of a JSON-lines file."""
    with open(path, encoding="utf-8") as rows:
        return [json.loads(row) for row in rows]


def spread(pairs, limit):
    """At most `limit` pairs of each source, half of them true if there are enough. Sources and labels alternate, so
    that any prefix of the list is a balanced sample."""
    groups = defaultdict(list)
    for pair in pairs:
        groups[pair.source, pair.true].append(pair)
    for group in groups.values():
        random.Random(SEED).shuffle(group)
        del group[limit // 2:]
    ordered = [(at / len(group), key, pair) for key, group in groups.items() for at, pair in enumerate(group)]
    return [pair for _, _, pair in sorted(ordered, key=lambda item: item[:2])]


def claims(folder, limit):
    """At most `limit` claims of each source of `data/claims`; evidence is cut as in training."""
    rows = lines(folder / "claims" / "claims.jsonl")
    pairs = [Pair(row["set"].split("-")[0], row["claim"], row["evidence"], row["label"] == "supported") for row in rows]
    chosen = spread(pairs, limit) if limit else pairs
    return [Pair(pair.source, pair.first, closest(pair.first, pair.second, MAX_WINDOW_WORDS), pair.true) for pair in chosen]


def squad(folder, limit):
    """SQuAD 2.0 questions with their paragraphs, of the articles that training leaves out."""
    rows = [row for row in lines(folder / "answerability" / "squad2.jsonl") if held_title(row["title"])]
    pairs = [Pair("squad2", row["question"], row["context"], not row["impossible"]) for row in rows]
    return spread(pairs, limit) if limit else pairs


def clap(folder):
    """CLAP NQ questions with their passage; answerable if somebody selected a sentence."""
    return [Pair("clapnq", row["input"], row["passages"][0]["text"], any(one["selected_sentences"] for one in row["output"]))
            for row in lines(folder / "answerability" / "clapnq.jsonl")]


def mtrag(folder):
    """MTRAG: each last question with the five texts, of all conversations, that share the most of its rare words,
    since unanswerable questions have no texts of their own. The source is the question: its best text counts
    (`measures.best_of`)."""
    rows = [row for row in lines(folder / "answerability" / "mtrag.jsonl") if row["answerability"][0] in ("ANSWERABLE", "UNANSWERABLE")]
    texts = sorted({one["text"].strip() for row in rows for one in row["contexts"]})
    bags = [set(WORD.findall(text.lower())) for text in texts]
    spread = Counter(word for bag in bags for word in bag)
    pairs = []
    for row in rows:
        question, kind = row["input"][-1]["text"], row["answerability"][0]
        wanted = set(WORD.findall(question.lower()))
        nearest = sorted(range(len(texts)), key=lambda at: -sum(1 / spread[word] for word in wanted & bags[at]))[:5]
        pairs += [Pair(row["task_id"], question, texts[at], kind == "ANSWERABLE") for at in nearest]
    return pairs


def held_claims(stream, limit):
    """The held-out rows of the training's claim sets."""
    pairs = [Pair(source, row["claim"], closest(row["claim"], row["evidence"], MAX_WINDOW_WORDS), supported)
             for (source, supported), rows in sorted(stream.held.items()) for row in rows]
    return spread(pairs, limit)


def held_questions(stream, limit):
    """The held-out questions of the training's question sets."""
    rng, pairs = random.Random(SEED), []
    for question in stream.held:
        for window in question.windows(rng):
            pairs.append(Pair(question.source, window.question, " ".join(window.sentences), bool(window.answered)))
    return spread(pairs, limit)


def minimal_claims():
    """Claims of our own minimal pairs that are kept for measuring."""
    return spread([Pair("pairs", row["claim"], row["evidence"], row["label"] == "supported") for row in minimal.claims(held=True)], MAX_MINIMAL_PAIRS)


def minimal_questions():
    """Our own answered questions and near misses that are kept for measuring."""
    return spread([Pair("pairs", row["question"], row["text"], bool(row["label"])) for row in minimal.questions(held=True)], MAX_MINIMAL_PAIRS)
