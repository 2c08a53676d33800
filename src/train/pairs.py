"""Reads the minimal pairs of `pairs/*.md`: paragraphs of our own, with claims and questions that differ slightly from
what the paragraph says. pairs/README.md describes the format. Every fourth paragraph is for measuring, never for
training."""
import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "pairs"
LABELS = {"=": "supported", "~": "partial", "o": "unsupported", "x": "contradicted"}
CLAIM = re.compile(r"([=~ox]) (?:([a-z]+): )?(\S.*)")
QUESTION = re.compile(r"(\?\??) (.*?\?)(?: => (.*))?")
HELD_EVERY = 4


def paragraphs(folder=FOLDER):
    """Yields the file, title, text and label lines of each paragraph."""
    for path in sorted(folder.glob("[0-9]*.md")):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            title, text, *lines = block.strip().split("\n")
            yield path.name, title.removeprefix("# "), text, lines


def rows(folder=FOLDER):
    """Claims and questions as rows like those of the training sets, with `kind` and `held`."""
    for number, (_, title, text, lines) in enumerate(paragraphs(folder)):
        for line in lines:
            common = {"set": "pairs", "title": title, "held": number % HELD_EVERY == HELD_EVERY - 1}
            if line.startswith("?"):
                mark, question, answer = QUESTION.fullmatch(line).groups()
                yield {**common, "question": question, "text": text, "label": int(mark == "?"), "paragraph": True,
                       "answers": [answer] if answer else [], "kind": "near" if mark == "??" else "told"}
            else:
                mark, kind, claim = CLAIM.fullmatch(line).groups()
                yield {**common, "claim": claim, "evidence": text, "label": LABELS[mark], "kind": kind or "same"}


def claims(held):
    """The claims for measuring, or those for training."""
    return [row for row in rows() if "claim" in row and row["held"] == held]


def questions(held):
    """The questions for measuring, or those for training."""
    return [row for row in rows() if "question" in row and row["held"] == held]
