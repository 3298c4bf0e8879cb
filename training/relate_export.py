"""The network of ``dateline relate`` to the int8 ONNX file that ships: ``python training/relate_export.py --help``."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from pathlib import Path

import torch
from data import TYPES
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from relate_model import Relater
from torch import nn

from export import data_hash


def main() -> None:
    """Export, quantise and describe."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--layers", default="")
    parser.add_argument("--combination", type=Path, required=True, help="weights that relate_fit.py wrote")
    parser.add_argument("--data", type=Path, nargs="*", default=[], help="training files, for the data hash")
    parser.add_argument("--out", type=Path, required=True, help="folder of the shipped model")
    options = parser.parse_args()
    layers = tuple(int(i) for i in options.layers.split(",")) if options.layers else None
    net = Relater(options.base, layers)
    net.load_state_dict(torch.load(options.weights))
    options.out.mkdir(parents=True, exist_ok=True)
    target = options.out / "relate.onnx"
    quantised(net.eval(), target)
    metadata = {
        "types": list(TYPES),
        "base": "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), layers " + (options.layers or "all"),
        "weights": json.loads(options.combination.read_text("utf-8")),
        "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
        "data_sha256": data_hash(options.data),
    }
    (options.out / "metadata.json").write_text(json.dumps(metadata, indent=1) + "\n", "utf-8")
    sys.stderr.write(f"{target.stat().st_size / 1e6:.1f} MB {metadata['sha256']}\n")


class Upper(nn.Module):
    """The network above the word embeddings, which the tagger's file holds."""

    def __init__(self, net: Relater) -> None:
        super().__init__()
        self.net = net

    def forward(self, embedded: torch.Tensor, marks: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Scores, shape (rows, types)."""
        return self.net.read(embedded, marks, mask)[0]


def quantised(net: Relater, target: Path) -> None:
    """Write the network with int8 weights, one scale a channel."""
    with tempfile.TemporaryDirectory() as folder:
        plain, ready = Path(folder) / "plain.onnx", Path(folder) / "ready.onnx"
        some = torch.ones(2, 16, dtype=torch.long)
        axes = {0: "rows", 1: "pieces"}
        torch.onnx.export(
            Upper(net),
            (torch.zeros(2, 16, net.marks.embedding_dim), some, some),
            str(plain),
            input_names=["embedded", "marks", "mask"],
            output_names=["scores"],
            dynamic_axes={"embedded": axes, "marks": axes, "mask": axes, "scores": {0: "rows"}},
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(str(ready), str(target), per_channel=True, weight_type=QuantType.QInt8)


if __name__ == "__main__":
    main()
