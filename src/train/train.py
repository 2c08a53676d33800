"""Continues the training of the cross-encoder, reader and checker in one, from the shipped weights:

  python -m venv ~/torch && ~/torch/bin/pip install -r src/train/requirements.txt
  nohup setsid nice -n 15 ~/torch/bin/python src/train/train.py --resume ~/training > /dev/null 2>&1 &

The folder holds the checkpoint, log.jsonl (the learning curve, see curve.py) and pid. After any stop the same command
resumes from the checkpoint. export.py writes the newest average as ONNX, and measure.py measures it. MODEL.md holds
the results."""
import argparse
import os
from pathlib import Path

HERE = Path(__file__).resolve().parent
RESOURCES = HERE.parent / "main" / "resources" / "ibid" / "model"
DATA = HERE.parents[2] / "shared" / "data"


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--resume", type=Path, required=True, help="folder of the training; resumed unless empty")
    parser.add_argument("--data", type=Path, default=DATA, help="folder with training/, claims/ and answerability/")
    parser.add_argument("--start", type=Path, default=RESOURCES / "cross-encoder.onnx", help="8-bit weights, or a base model, to begin with")
    parser.add_argument("--tokenizer", type=Path, default=RESOURCES / "cross-encoder-tokenizer.json")
    parser.add_argument("--minutes", type=float, default=0, help="training time, with a falling rate at the end; 0: no limit")
    parser.add_argument("--rate", type=float, default=4e-5, help="highest learning rate")
    parser.add_argument("--frozen", type=int, default=1, help="lowest layers that are not trained")
    parser.add_argument("--tokens", type=int, default=1600, help="of a batch")
    parser.add_argument("--average", type=float, default=0.995, help="share of the average that a step keeps")
    parser.add_argument("--measure-minutes", type=float, default=10, help="between measurements; 0: none")
    parser.add_argument("--fever", action="store_true", help="also read relatives of FEVER-symmetric")
    parser.add_argument("--device", default="cpu", help="cpu or cuda")
    parser.add_argument("--workers", type=int, default=0, help="processes that make batches; 0: the training itself does")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=19)
    return parser.parse_args()


def main():
    """Trains until stopped."""
    options = arguments()
    import torch
    from training import Training
    options.resume.mkdir(parents=True, exist_ok=True)
    (options.resume / "pid").write_text(f"{os.getpid()}\n")
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    Training(options).run()


if __name__ == "__main__":
    main()
