"""Adds the enlarging stage to an exported model; pulls keep their size.

`python -m mugen_training.distill.add_enlarger --enlarger RUN/checkpoint.pt --version 1.2.0 --model ../models/faces-256`
"""

from __future__ import annotations

import argparse
import json
import logging
from pathlib import Path

import torch

from ..export import Stage, check_stage, write_stage
from ..export_graphs import UPSCALER_OUTPUT, enlarger_graph
from ..networks.enlarger import Enlarger
from ..onnx_check import can_run
from .enlarger import load_enlarger

log = logging.getLogger(__name__)


def add_stage(model: Path, enlarger: Enlarger, version: str) -> dict:
    """Writes the graph and the manifest, which names the first stage's size as a pull's; returns the manifest."""
    file = model / "model.json"
    manifest = json.loads(file.read_text(encoding="utf-8"))
    generator = manifest["stages"][0]
    size = generator["imageSizePx"]
    graphs = [enlarger_graph(enlarger, size, half) for half in (False, True)]
    stage = Stage("upscaler", {"rgb": (3, size, size)}, UPSCALER_OUTPUT, 2 * size, *graphs)
    entry = write_stage(stage, model)
    if can_run():
        check_stage(stage, enlarger, model, {"rgb": torch.rand(1, 3, size, size) * 2 - 1})
    readers = [each for each in manifest["stages"] if each["role"] == "encoder"]
    manifest |= {"version": version, "stages": [generator, entry, *readers], "portraitSizePx": size}
    file.write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return manifest


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--enlarger", type=Path, required=True, help="checkpoint of distill.enlarger")
    parser.add_argument("--model", type=Path, required=True, help="the model's folder")
    parser.add_argument("--version", required=True)
    options = parser.parse_args(arguments)
    torch.manual_seed(0)
    manifest = add_stage(options.model, load_enlarger(options.enlarger), options.version)
    log.info("%s %s draws up to %d pixels", manifest["id"], manifest["version"], manifest["stages"][1]["imageSizePx"])


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    main()
