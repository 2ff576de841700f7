"""A released generator.onnx as the student that it was exported from: for releases whose checkpoints are gone.

`python -m mugen_training.distill.import_onnx --model ../models/faces-256 --labelled DIR --out student.pt`
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper

from ..export_graphs import PHASES
from ..networks.student import CODE_SIZE, Student, StudentConfig
from ..prior import DIGITS, Prior
from ..vocabulary import Group, Layout
from .labelled_latents import read_labelled_latents
from .pretrained import LATENT_SIZE, TAGS
from .student_model import StudentModel, save_student
from .text_map import fit_text_map

LARGEST_RESIDUE = 0.01
"""Share of the stem that rounding to half precision may leave unexplained; it leaves a thousandth."""


class UnknownGraph(Exception):
    """The graph is not one that `export_graphs.student_graph` writes."""


def _parameters(model: onnx.ModelProto, operator: str) -> list[tuple[torch.Tensor, torch.Tensor]]:
    """Weight and bias, float32, of every node of an operator in the graph's order."""
    stored = {tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy()) for tensor in model.graph.initializer}
    cast = {node.output[0]: node.input[0] for node in model.graph.node if node.op_type == "Cast"}
    nodes = [node for node in model.graph.node if node.op_type == operator]
    return [tuple(stored[cast.get(name, name)].float() for name in node.input[1:3]) for node in nodes]


def unfold_doubling(kernels: list[torch.Tensor]) -> torch.Tensor:
    """The kernel [M, C, 3, 3] that `fold_doubling` made these four [M, C, 2, 2] of, but for rounding."""

    def stretch(first: torch.Tensor, second: torch.Tensor, dim: int) -> torch.Tensor:
        # Phase 0 holds (a, b + c), phase 1 holds (a + b, c).
        a, rest = first.unbind(dim)
        both, c = second.unbind(dim)
        return torch.stack([a, ((both - a) + (rest - c)) / 2, c], dim)

    by_phase = dict(zip(PHASES, kernels))
    rows = [stretch(by_phase[row, 0], by_phase[row, 1], 3) for row in (0, 1)]
    return stretch(rows[0], rows[1], 2)


@torch.no_grad()
def import_student(path: Path) -> Student:
    """G(z, φ) in evaluation mode; its condition is φ itself and its batch normalisation only adds the biases."""
    model = onnx.load(str(path))
    sizes = {entry.name: entry.type.tensor_type.shape.dim[1].dim_value for entry in model.graph.input}
    (stem,), convolutions = _parameters(model, "Gemm"), _parameters(model, "Conv")
    widths, kernels = [weight.shape[0] for weight, _ in convolutions], [weight.shape[-1] for weight, _ in convolutions]
    doublings = kernels.count(2) // len(PHASES)
    blocks = (len(convolutions) - 2 - doublings * len(PHASES)) // 2
    ups = 2 * blocks + 1
    if kernels != [3] * ups + [2] * (doublings * len(PHASES)) + [3]:
        raise UnknownGraph(f"{path}: kernels of {kernels} are not a student's")
    config = StudentConfig(
        condition_size=sizes["phi"],
        latent_size=sizes["z"],
        code_channels=widths[2 * blocks],
        trunk_channels=stem[0].shape[0] // CODE_SIZE**2,
        trunk_blocks=blocks,
        decoder_channels=tuple(widths[ups : ups + doublings * len(PHASES) : len(PHASES)]),
    )
    student = Student(config)
    plain = [student.trunk.to_code, *student.decoder.ups, student.decoder.to_rgb]
    folded = [convolutions[ups + i * len(PHASES) : ups + (i + 1) * len(PHASES)] for i in range(doublings)]
    unfolded = [(unfold_doubling([weight for weight, _ in four]), four[0][1]) for four in folded]
    for layer, (weight, bias) in zip((student.trunk.stem, *plain), (stem, convolutions[2 * blocks], *unfolded, convolutions[-1])):
        layer.weight.copy_(weight)
        layer.bias.copy_(bias)
    for index, block in enumerate(student.trunk.blocks):
        for (weight, bias), convolution, norm in zip(
            convolutions[2 * index : 2 * index + 2], (block.conv1, block.conv2), (block.norm1, block.norm2)
        ):
            convolution.weight.copy_(weight)
            norm.bias.copy_(bias)
            norm.running_var.fill_(1 - norm.eps)
    return student.to(memory_format=torch.channels_last).eval()


def import_release(folder: Path) -> tuple[Student, Prior, dict]:
    """The student, the prior and the manifest of a model's folder."""
    manifest = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    layout = Layout([Group(group["name"], tuple(group["values"])) for group in manifest["groups"]])
    labels = torch.tensor([[DIGITS.index(digit) for digit in row] for row in manifest["prior"]["rows"]])
    return import_student(folder / manifest["stages"][0]["file"]), Prior(layout, labels), manifest


@torch.no_grad()
def recover(folder: Path, labelled: Path) -> tuple[StudentModel, Prior, dict]:
    """The student before its text map was folded in, its prior and its history: what `load_student` reads of a checkpoint.

    The map's fit to the labelled pictures is repeated, so they have to be those of the release; UnknownGraph if the
    stem says that they are not.
    """
    imported, prior, manifest = import_release(folder)
    layout = prior.layout
    model = StudentModel(replace(imported.config, condition_size=len(TAGS)), layout)
    model.text_map.load_state_dict(fit_text_map(layout, read_labelled_latents(labelled, layout)[0]).state_dict())
    stem, text_map = imported.trunk.stem, model.text_map
    latent = torch.linalg.solve(text_map.keep.double(), stem.weight[:, :LATENT_SIZE].T.double()).T.float()
    by_tags = stem.weight[:, LATENT_SIZE:] - latent @ text_map.shift.T
    tags = torch.linalg.lstsq(text_map.tag_weight.double(), by_tags.T.double()).solution.T.float()
    rest = by_tags - tags @ text_map.tag_weight.T
    if (left := (rest.norm() / by_tags.norm()).item()) > LARGEST_RESIDUE:
        raise UnknownGraph(f"{folder}: the text map of {labelled} leaves {left:.1%} of the stem unexplained")
    own = model.trunk.trunk
    own.blocks.load_state_dict(imported.trunk.blocks.state_dict())
    own.to_code.load_state_dict(imported.trunk.to_code.state_dict())
    own.stem.weight.copy_(torch.cat([latent, tags], 1))
    own.stem.bias.copy_(stem.bias - tags @ text_map.tag_bias)
    model.decoder.load_state_dict(imported.decoder.state_dict())
    history = manifest["evaluation"].get("taught", {})
    return model.to(memory_format=torch.channels_last).eval(), prior, history


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="the released model's folder")
    parser.add_argument("--labelled", type=Path, required=True, help="folder with latents.npz and attributes.csv")
    parser.add_argument("--out", type=Path, required=True, help="student.pt, as `assemble` writes it")
    options = parser.parse_args(arguments)
    save_student(options.out, *recover(options.model, options.labelled))


if __name__ == "__main__":
    main()
