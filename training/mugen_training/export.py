"""Exports a trained generator and super-resolution stage to a model folder that the program can load.

`python -m mugen_training.export --labels labels.pt --checkpoint RUN/checkpoint.pt --upscaler UPSCALER_RUN/checkpoint.pt
  --evaluation EVALUATION_FOLDER --out models/faces-64`
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
from dataclasses import dataclass
from pathlib import Path

import onnx
import torch

from . import card
from .device import pick_device
from .export_graphs import GENERATOR_OUTPUT, UPSCALER_OUTPUT, generator_graph, upscaler_graph
from .networks.upscaler import Upscaler
from .onnx_check import can_run, run_onnx
from .onnx_graph import operators
from .train_upscaler import load_upscaler
from .trained import TrainedGenerator, load_generator
from .vocabulary import VOCABULARY_FILE

log = logging.getLogger(__name__)

SCHEMA_VERSION = 1
MOST_BYTES = 40_000_000
TOLERANCE = 1e-3
"""How far the graph in single precision may be from PyTorch, on a scale of −1..1."""
INT8_TOLERANCE = 6 / 255
"""How far 8-bit integers may move pixels on average, on a scale of −1..1: three of 256 levels, noise that nobody sees."""
HALF_TOLERANCE = 4 / 255
"""How far weights in half precision may move the worst of many pixels: two of 256 levels, which nobody sees."""


@dataclass(frozen=True)
class Stage:
    """One network of the model: how the manifest names it, and the graph in single and in half precision.

    int8: the graph for CPUs in 8-bit integers, where there is one.
    """

    role: str
    inputs: dict[str, tuple[int, ...]]
    output: str
    size: int
    single: onnx.ModelProto
    half: onnx.ModelProto
    int8: onnx.ModelProto | None = None

    @property
    def file(self) -> str:
        """The file's name in the model folder."""
        return f"{self.role}.onnx"

    @property
    def int8_file(self) -> str:
        """The name of the 8-bit graph's file."""
        return f"{self.role}.int8.onnx"


def build_stages(trained: TrainedGenerator, upscaler: Upscaler | None) -> list[Stage]:
    """The generator and, where there is one, the super-resolution stage."""
    config = trained.generator.cpu().config
    inputs = {"z": (config.latent_size,), "phi": (config.phi_size,)}
    graphs = [generator_graph(trained.generator, half) for half in (False, True)]
    stages = [Stage("generator", inputs, GENERATOR_OUTPUT, 64, *graphs)]
    if upscaler is not None:
        graphs = [upscaler_graph(upscaler.cpu(), half=half) for half in (False, True)]
        stages.append(Stage("upscaler", {"rgb": (3, 64, 64)}, UPSCALER_OUTPUT, 256, *graphs))
    return stages


def write_stage(stage: Stage, folder: Path) -> dict:
    """Writes the graph and returns its entry in the manifest."""
    files = {"int8": _write_graph(folder / stage.int8_file, stage.int8)} if stage.int8 else {}
    return {
        "role": stage.role,
        **_write_graph(folder / stage.file, stage.half),
        **files,
        "inputs": {name: [None, *shape] for name, shape in stage.inputs.items()},
        "output": {"name": stage.output, "shape": [None, 3, stage.size, stage.size]},
        "imageSizePx": stage.size,
    }


def _write_graph(path: Path, graph: onnx.ModelProto) -> dict:
    """Writes one graph; returns what the manifest says of its file."""
    onnx.save(graph, str(path))
    log.info("%s: %d bytes, operators %s", path.name, path.stat().st_size, ", ".join(operators(graph)))
    return {"file": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "bytes": path.stat().st_size}


@torch.no_grad()
def check_stage(stage: Stage, network: torch.nn.Module, folder: Path, feeds: dict[str, torch.Tensor]) -> torch.Tensor:
    """Compares all precisions in ONNX Runtime with PyTorch; returns PyTorch's output. ValueError when too far off."""
    expected = network(*feeds.values())
    single = folder / f"{stage.role}.single.onnx"
    onnx.save(stage.single, str(single))
    try:
        exact, _ = run_onnx(single, feeds, stage.output)
    finally:
        single.unlink()
    served, _ = run_onnx(folder / stage.file, feeds, stage.output)
    for name, values, tolerance in (("single", exact, TOLERANCE), ("half", served, HALF_TOLERANCE)):
        error = (values - expected).abs()
        mean, worst = error.mean().item(), error.max().item()
        log.info("%s, %s precision: off by %.6f on average, %.6f at worst", stage.file, name, mean, worst)
        if worst > tolerance:
            raise ValueError(f"{stage.file} in {name} precision is off by {worst:.5f}, allowed are {tolerance:.5f}")
    if stage.int8:
        coarse, _ = run_onnx(folder / stage.int8_file, feeds, stage.output)
        off = (coarse - expected).abs().mean().item()
        log.info("%s: off by %.6f on average", stage.int8_file, off)
        if off > INT8_TOLERANCE:
            raise ValueError(f"{stage.int8_file} is off by {off:.5f} on average, allowed are {INT8_TOLERANCE:.5f}")
    return expected


def check_stages(stages: list[Stage], trained: TrainedGenerator, upscaler: Upscaler | None, folder: Path) -> None:
    """Checks what was written, each stage on the output of the one before."""
    if not can_run():
        log.warning("node or onnxruntime-node is missing: the export was not compared with PyTorch")
        return
    phi = trained.layout.one_hot(trained.prior.sample(8))
    rgb = check_stage(stages[0], trained.generator, folder, {"z": trained.sample_latents(8), "phi": phi})
    if upscaler is not None:
        check_stage(stages[1], upscaler, folder, {"rgb": rgb})


def build_manifest(options: argparse.Namespace, trained: TrainedGenerator, stages: list[dict], figures: dict) -> dict:
    """model.json, as src/inference/manifest.ts reads it."""
    vocabulary = json.loads(VOCABULARY_FILE.read_text(encoding="utf-8"))
    return {
        "schemaVersion": SCHEMA_VERSION,
        "id": options.id or options.out.name,
        "version": options.version,
        "name": options.name,
        "license": {"name": options.license, "nonCommercial": True, "text": "LICENSE.md"},
        "provenance": options.provenance,
        "vocabularyVersion": vocabulary["version"],
        "latentSize": trained.generator.config.latent_size,
        "groups": [{"name": group.name, "values": list(group.values)} for group in trained.layout.groups],
        "prior": {"type": "exemplars", "rows": trained.prior.rows()},
        "stages": stages,
        "evaluation": figures,
        "truncation": options.truncation,
    }


def parse_options(arguments: list[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--upscaler", type=Path, help="without it, the model draws 64x64 pictures only")
    parser.add_argument("--evaluation", type=Path, help="folder that evaluate wrote: evaluation.json and sheets")
    parser.add_argument("--classifier", type=Path, help="the labelling classifier, for its figures on the card")
    parser.add_argument("--out", type=Path, required=True, help="the model's folder; its name is the model's id")
    parser.add_argument("--id", help="default: the name of the folder")
    parser.add_argument("--version", default="0.1.0")
    parser.add_argument("--name", default="Faces, 64 to 256 pixels")
    parser.add_argument("--license", default="non-commercial use only")
    parser.add_argument("--provenance", default=card.PROVENANCE)
    parser.add_argument("--truncation", type=float, default=1.0, help="default scale of z when serving")
    parser.add_argument("--notes", type=Path, help="Markdown to put on the card: what was tried, what helped")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args(arguments)


def run(options: argparse.Namespace) -> dict:
    """Writes the model folder; returns the manifest."""
    torch.manual_seed(options.seed)
    device = pick_device("cpu")
    trained = load_generator(options.checkpoint, options.labels, device)
    upscaler = load_upscaler(options.upscaler, device) if options.upscaler else None
    options.out.mkdir(parents=True, exist_ok=True)
    stages = build_stages(trained, upscaler)
    entries = [write_stage(stage, options.out) for stage in stages]
    check_stages(stages, trained, upscaler, options.out)
    figures: dict = {}
    if options.evaluation:
        figures = json.loads((options.evaluation / "evaluation.json").read_text(encoding="utf-8"))
    manifest = build_manifest(options, trained, entries, figures)
    (options.out / "model.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    card.write_card(options, manifest, trained.config, trained.pictures)
    total = sum(path.stat().st_size for path in options.out.rglob("*") if path.is_file())
    if total > MOST_BYTES:
        raise ValueError(f"{options.out} takes {total} bytes, allowed are {MOST_BYTES}")
    log.info("%s written, %.1f MB", options.out, total / 1e6)
    return manifest


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    run(parse_options())
