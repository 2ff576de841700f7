"""Adds the encoder to an exported model, so that the program can adopt a face from a picture.

`python -m mugen_training.encoding.export --encoder RUN/checkpoint.pt --student student.pt --version 1.3.0
  --model ../models/faces-256`
"""

from __future__ import annotations

import argparse
import json
import logging
from pathlib import Path

import torch

from ..distill.student_model import load_student
from ..export import Stage, check_stage, write_stage
from ..networks.encoder import WIDTH
from ..onnx_check import can_run
from .released import ENCODER_OUTPUT, INPUTS, ReleasedEncoder, encoder_graph, load_encoder

log = logging.getLogger(__name__)

DOUBTFUL_DISTANCE = 0.265
"""How far the first drawing may be from the picture: of own pictures, passed on, 98 % are nearer; two close photographs of a face are not."""


def add_encoder(model: Path, released: ReleasedEncoder, version: str) -> dict:
    """Writes the graph and the manifest, in which the encoder is the last stage; returns the manifest."""
    file = model / "model.json"
    manifest = json.loads(file.read_text(encoding="utf-8"))
    graphs = [encoder_graph(released, half) for half in (False, True)]
    stage = Stage("encoder", INPUTS, ENCODER_OUTPUT, WIDTH, *graphs)
    entry = write_stage(stage, model)
    entry["doubtfulDistance"] = DOUBTFUL_DISTANCE
    entry["output"]["shape"] = [None, sum(released.encoder.outputs)]
    if can_run():
        check_stage(stage, released, model, {"rgb": torch.rand(4, *INPUTS["rgb"]) * 2 - 1, "sharpness": torch.ones(4, 1)})
    drawing = [each for each in manifest["stages"] if each["role"] != "encoder"]
    manifest |= {"version": version, "stages": [*drawing, entry]}
    file.write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return manifest


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True, help="checkpoint of encoding.train")
    parser.add_argument("--student", type=Path, required=True, help="for its text map: the generator that is in the folder")
    parser.add_argument("--model", type=Path, required=True, help="the model's folder")
    parser.add_argument("--version", required=True)
    options = parser.parse_args(arguments)
    torch.manual_seed(0)
    student, _, _ = load_student(options.student)
    manifest = add_encoder(options.model, load_encoder(options.encoder, student.text_map), options.version)
    log.info("%s %s reads pictures", manifest["id"], manifest["version"])


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    main()
