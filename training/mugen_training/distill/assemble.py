"""Joins the halves of the student, fits its text map and writes one file.

`python -m mugen_training.distill.assemble --trunk CHECKPOINT --decoder CHECKPOINT --labelled FOLDER --out student.pt`
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

import torch

from ..vocabulary import load_layout
from .student_model import assemble, save_student

log = logging.getLogger(__name__)


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trunk", type=Path, required=True)
    parser.add_argument("--decoder", type=Path, required=True)
    parser.add_argument("--labelled", type=Path, required=True, help="folder with latents.npz and attributes.csv")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    torch.manual_seed(0)
    model, prior = assemble(options.trunk, options.decoder, options.labelled, load_layout())
    pictures = {half: torch.load(getattr(options, half), map_location="cpu")["pictures"] for half in ("trunk", "decoder")}
    save_student(options.out, model, prior, {"taught": pictures})
    log.info("%s written: %d exemplars, taught %s", options.out, len(prior.labels), pictures)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    main()
