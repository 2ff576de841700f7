"""Exports the student to a model folder that the program can load.

`python -m mugen_training.distill.export --student student.pt --version 1.0.0 --out ../models/faces-256`
"""

from __future__ import annotations

import argparse
import json
import logging
from pathlib import Path

import torch

from ..export import SCHEMA_VERSION, Stage, check_stage, write_stage
from ..export_graphs import GENERATOR_OUTPUT, student_graph
from ..int8_graph import calibrate, int8_student_graph
from ..onnx_check import can_run
from ..prior import Prior
from ..vocabulary import VOCABULARY_FILE
from .student_model import StudentModel, load_student

log = logging.getLogger(__name__)

LICENSE = "CC BY-NC 2.0; taught by MakeGirls.moe of Yanghua Jin and others, arXiv:1708.05509"
"""As the page's footer gives it: the credit that the teacher's licence asks for."""

PROVENANCE = (
    "Taught by the 256-pixel generator of MakeGirls.moe (Yanghua Jin, Jiakai Zhang, Minjun Li, Yingtao Tian, Huachun Zhu,"
    " Zhihao Fang: Towards the Automatic Anime Characters Creation with Generative Adversarial Networks,"
    " arXiv:1708.05509), whose weights are CC BY-NC 2.0."
)


CALIBRATION_PICTURES = 32
"""Pictures of the prior whose maps set the ranges of the 8-bit graph."""


def build_stage(model: StudentModel, prior: Prior) -> Stage:
    """The one stage of the student, in single and in half precision and in 8-bit integers."""
    stem = model.text_map.fold(model.trunk.trunk.stem)
    parts = model.trunk.trunk, stem, model.decoder
    graphs = [student_graph(*parts, half) for half in (False, True)]
    inputs = {"z": (model.config.latent_size,), "phi": (model.layout.size,)}
    z = torch.randn(CALIBRATION_PICTURES, model.config.latent_size)
    spreads = calibrate(*parts, z, model.layout.one_hot(prior.sample(CALIBRATION_PICTURES)))
    int8 = int8_student_graph(*parts, spreads)
    return Stage("generator", inputs, GENERATOR_OUTPUT, model.config.image_size, *graphs, int8)


def build_manifest(options: argparse.Namespace, model: StudentModel, prior: Prior, stages: list[dict], figures: dict) -> dict:
    """model.json, as the program reads it."""
    vocabulary = json.loads(VOCABULARY_FILE.read_text(encoding="utf-8"))
    return {
        "schemaVersion": SCHEMA_VERSION,
        "id": options.out.name,
        "version": options.version,
        "name": options.name,
        "license": {"name": LICENSE, "nonCommercial": True, "text": "LICENSE.md"},
        "provenance": PROVENANCE,
        "vocabularyVersion": vocabulary["version"],
        "latentSize": model.config.latent_size,
        "groups": [{"name": group.name, "values": list(group.values)} for group in model.layout.groups],
        "prior": {"type": "exemplars", "rows": prior.rows()},
        "stages": stages,
        "evaluation": figures,
        "truncation": options.truncation,
    }


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--student", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="the model's folder; its name is the model's id")
    parser.add_argument("--version", required=True)
    parser.add_argument("--name", default="Faces, 256 pixels")
    parser.add_argument("--evaluation", type=Path, help="evaluation.json")
    parser.add_argument("--truncation", type=float, default=1.0, help="default scale of z when serving")
    options = parser.parse_args(arguments)
    torch.manual_seed(0)
    model, prior, _ = load_student(options.student)
    options.out.mkdir(parents=True, exist_ok=True)
    stage = build_stage(model, prior)
    entry = write_stage(stage, options.out)
    if can_run():
        feeds = {"z": torch.randn(4, model.config.latent_size), "phi": model.layout.one_hot(prior.sample(4))}
        check_stage(stage, model, options.out, feeds)
    figures = json.loads(options.evaluation.read_text(encoding="utf-8")) if options.evaluation else {}
    manifest = build_manifest(options, model, prior, [entry], figures)
    text = json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"
    (options.out / "model.json").write_text(text, encoding="utf-8")
    log.info("%s written", options.out)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    main()
