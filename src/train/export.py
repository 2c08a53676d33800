"""Writes the trained cross-encoder as ONNX, first in full precision, then with 8-bit weights, and its tokenizer beside it."""
import json

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

import bert

HEADS = ["head.passage", "head.sentence", "head.span", "head.verdict"]   # kept in full precision: small, and every score hangs on them


def export(stage, options, out):
    """Reads the stage's checkpoint; leaves full precision in the work folder, cross-encoder.onnx and its tokenizer in `out`."""
    saved = torch.load(stage.kept(options))
    trained = bert.load(options.base).eval()
    trained.load_state_dict(saved["reader"])
    whole = options.work / f"{stage.name}.onnx"
    bert.save(trained, options.base, whole)
    out.mkdir(parents=True, exist_ok=True)
    # Seven-bit weights: with eight, processors that have AVX2 but no VNNI overflow and give other scores.
    quantize_dynamic(whole, out / "cross-encoder.onnx", per_channel=True, reduce_range=True,
                     weight_type=QuantType.QInt8, nodes_to_exclude=HEADS)
    described = json.loads(options.tokenizer.read_text(encoding="utf-8"))
    described["truncation"] = described["padding"] = None
    (out / "cross-encoder-tokenizer.json").write_text(json.dumps(described, ensure_ascii=False), encoding="utf-8")
    for path in (whole, out / "cross-encoder.onnx", out / "cross-encoder-tokenizer.json"):
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB after {saved['spent'] / 60:.0f} minutes, {saved['step']} steps")
