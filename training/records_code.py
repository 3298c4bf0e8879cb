"""Code the records of each fold with its network: ``python training/records_code.py FOLD_FOLDER… --out FILE``.

Runs where dateline is installed; needs no torch. ``dateline eval records GOLD --coded FILE`` scores the codings.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from dateline.annotate import make_annotator
from dateline.coding.encoder import EncoderCoder
from dateline.coding.encoder.model import Encoder
from dateline.coding.extras import EXTRAS
from dateline.evaluation.passages import read_rows, write_rows
from dateline.evaluation.records import code_records
from dateline.pipeline.process import Pipeline
from dateline.pipeline.settings import Settings
from dateline.resolve import make_resolver


def main() -> None:
    """Write the codings of all folds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", help="what records_cv.py made")
    parser.add_argument("--threshold", type=float, default=None, help="least certainty; default: the coder's own")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    coded = []
    for folder in options.folders:
        coder = EncoderCoder(threshold=options.threshold, extras=EXTRAS, encoder=Encoder(folder))
        pipeline = Pipeline(make_annotator(), coder, make_resolver(), Settings())
        coded += code_records(read_rows(folder / "records.jsonl"), pipeline)
    write_rows(options.out, coded)


if __name__ == "__main__":
    main()
