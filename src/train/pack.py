"""Packs a training for transfer to another machine (see gpu.sh). pack: writes the rows and fields used to one
.tar.xz; unpack: restores the data folder; split: writes the trained weights in half precision, in pieces; join: makes
a checkpoint of the pieces."""
import argparse
import gzip
import io
import json
import tarfile
from pathlib import Path

import torch

from shares import FEVER, NEW_CLAIMS, OLD_CLAIMS, QUESTIONS

PIECE_BYTES = 15 << 20   # bytes
FIELDS = ("set", "id", "claim", "evidence", "label", "question", "text", "answer", "title")
MEASURED = ("claims/claims.jsonl", "answerability/squad2.jsonl", "answerability/clapnq.jsonl")


def pack(options):
    """Writes data.tar.xz."""
    used = {**NEW_CLAIMS, **OLD_CLAIMS, **FEVER, **QUESTIONS}
    with tarfile.open(options.out / "data.tar.xz", "w:xz", preset=6) as made:
        for name in ("claims", "claims-2", "answers", "answers-2"):
            with gzip.open(options.data / "training" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
                kept = [row for row in map(json.loads, lines) if row["set"] in used]
            # similar neighbours compress better
            kept.sort(key=lambda row: (row["set"], row.get("evidence") or row.get("text")))
            text = "".join(json.dumps({field: row[field] for field in FIELDS if row.get(field) is not None}, ensure_ascii=False) + "\n"
                           for row in kept).encode()
            entry = tarfile.TarInfo(f"training/{name}.jsonl")
            entry.size = len(text)
            made.addfile(entry, io.BytesIO(text))
        for name in MEASURED:
            made.add(options.data / name, name)


def unpack(options):
    """Unpacks data.tar.xz to data/ in the same folder."""
    with tarfile.open(options.out / "data.tar.xz") as packed:
        packed.extractall(options.out / "data", filter="data")
    for path in (options.out / "data" / "training").glob("*.jsonl"):
        with gzip.open(f"{path}.gz", "wb", compresslevel=1) as out:
            out.write(path.read_bytes())


def split(options):
    """Writes the average in half precision, cut into pieces, and the log."""
    saved = torch.load(options.resume / "checkpoint.pt", weights_only=False, map_location="cpu")
    whole = io.BytesIO()
    torch.save({"average": {name: weight.half() for name, weight in saved["average"].items()},
                **{name: saved[name] for name in ("step", "seconds", "position", "counts")}}, whole)
    for at in range(0, whole.tell(), PIECE_BYTES):
        (options.out / f"piece-{at // PIECE_BYTES}").write_bytes(whole.getvalue()[at:at + PIECE_BYTES])
    if (options.resume / "log.jsonl").exists():
        (options.out / "log.jsonl").write_bytes((options.resume / "log.jsonl").read_bytes())


def join(options):
    """Makes a checkpoint of the pieces, with a new optimizer, and appends their log."""
    pieces = sorted(options.out.glob("piece-*"), key=lambda path: int(path.name.split("-")[1]))
    saved = torch.load(io.BytesIO(b"".join(path.read_bytes() for path in pieces)), weights_only=False)
    average = {name: weight.float() for name, weight in saved["average"].items()}
    options.resume.mkdir(parents=True, exist_ok=True)
    torch.save({**saved, "average": average, "model": average, "optimizer": None, "torch": None, "python": None},
               options.resume / "checkpoint.pt")
    if (options.out / "log.jsonl").exists():
        with open(options.resume / "log.jsonl", "ab") as out:
            out.write((options.out / "log.jsonl").read_bytes())


def main():
    """Runs one of the four steps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=["pack", "unpack", "split", "join"])
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[3] / "shared" / "data")
    parser.add_argument("--resume", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    {"pack": pack, "unpack": unpack, "split": split, "join": join}[options.step](options)


if __name__ == "__main__":
    main()
