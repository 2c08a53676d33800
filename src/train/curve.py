"""Prints a training's learning curve as a table: python src/train/curve.py ~/training"""
import json
import sys
from pathlib import Path

COLUMNS = [("claims", "balanced"), ("claims", "auroc"), ("held claims", "auroc"), ("held questions", "auroc"),
           ("squad2", "auroc"), ("clapnq", "auroc")]
LOSSES = ["supported", "passage", "sentence"]


def main():
    """Prints one line per measurement and marks those of all pairs."""
    print("|".join(["step", "claims read", "questions read", *LOSSES, *(f"{name} {kind}" for name, kind in COLUMNS), "all"]))
    for row in open(Path(sys.argv[1]) / "log.jsonl", encoding="utf-8"):
        line = json.loads(row)
        cells = [line["step"], line["read"]["claims"], line["read"]["windows"], *(line.get(name, "") for name in LOSSES)]
        cells += [line.get(name, {}).get(kind, "") for name, kind in COLUMNS] + ["*" if line["whole"] else ""]
        print("|".join(map(str, cells)))


if __name__ == "__main__":
    main()
