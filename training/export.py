"""Weights to the int8 ONNX file that ships: ``python training/export.py --help``."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
import tempfile
from pathlib import Path

import onnx
import torch
from data import MODALITIES, TYPES
from modes import CLASSES
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from model import ROLE, Tagger


def main() -> None:
    """Export, quantise and describe."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--layers", default="")
    parser.add_argument("--combiner", type=Path, required=True, help="JSON that combine.py wrote")
    parser.add_argument("--data", type=Path, nargs="*", default=[], help="training files, for the data hash")
    parser.add_argument("--out", type=Path, required=True, help="folder of the shipped model")
    options = parser.parse_args()
    layers = tuple(int(i) for i in options.layers.split(",")) if options.layers else None
    net = Tagger(options.base, layers)
    net.load_state_dict(torch.load(options.weights))
    options.out.mkdir(parents=True, exist_ok=True)
    target = options.out / "tagger.onnx"
    quantised(net.eval(), target)
    shutil.copy(options.base / "tokenizer.json", options.out / "tokenizer.json")
    metadata = {
        "types": list(TYPES),
        "modalities": list(MODALITIES),
        "modes": list(CLASSES),
        "role": ROLE,
        "base": "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), layers " + (options.layers or "all"),
        "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
        "data_sha256": data_hash(options.data),
        "combiner": json.loads(options.combiner.read_text("utf-8")),
    }
    (options.out / "metadata.json").write_text(json.dumps(metadata, indent=1) + "\n", "utf-8")
    sys.stderr.write(f"{target.stat().st_size / 1e6:.1f} MB {metadata['sha256']}\n")


def quantised(net: Tagger, target: Path) -> None:
    """Write the network with int8 weights, one scale a channel."""
    with tempfile.TemporaryDirectory() as folder:
        plain, ready = Path(folder) / "plain.onnx", Path(folder) / "ready.onnx"
        example = (torch.ones(2, 16, dtype=torch.long), torch.ones(2, 16, dtype=torch.long))
        axes = {0: "rows", 1: "pieces"}
        torch.onnx.export(
            net,
            example,
            str(plain),
            input_names=["input_ids", "attention_mask"],
            output_names=["scores"],
            dynamic_axes={"input_ids": axes, "attention_mask": axes, "scores": axes},
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(str(ready), str(target), per_channel=True, weight_type=QuantType.QInt8)
    exposed(target)


def exposed(target: Path) -> None:
    """Make the embedded pieces, what the first layer reads, an output beside the scores (``relate`` reads them)."""
    model = onnx.load(str(target))
    inside = next(
        node.output[0] for node in model.graph.node if node.name == "/bert/embeddings/LayerNorm/LayerNormalization"
    )
    for node in model.graph.node:
        node.input[:] = ["embedded" if name == inside else name for name in node.input]
        node.output[:] = ["embedded" if name == inside else name for name in node.output]
    shape = ["rows", "pieces", None]
    model.graph.output.append(onnx.helper.make_tensor_value_info("embedded", onnx.TensorProto.FLOAT, shape))
    onnx.save(model, str(target))


def data_hash(files: list[Path]) -> str:
    """One hash over the training files, in the order of their names."""
    whole = hashlib.sha256()
    for path in sorted(files):
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


if __name__ == "__main__":
    main()
