"""Draws the pictures that the encoder learns from, with their answers, in shards that a growing pool is read from.

`python -m mugen_training.encoding.pool --student student.pt --model ../models/faces-256 --out DIR --pictures 30000`

Drawing costs several times the encoder's step, so pictures are drawn once, kept as bytes at the encoder's width and
shown again under another degradation. A command that is called again goes on behind the last shard.
"""

from __future__ import annotations

import argparse
import logging
from dataclasses import dataclass
from pathlib import Path

import torch
from torch.nn import functional as F

from ..checkpoint import save_checkpoint
from ..data import to_bytes
from ..distill.student_model import load_student
from ..distill.text_map import TextMap
from ..distill.texts import TextSampler, interpolate
from ..export_graphs import GENERATOR_OUTPUT
from ..networks.encoder import WIDTH
from ..onnx_check import run_onnx

log = logging.getLogger(__name__)

SHARD = 500
MIXED = 0.15
"""Share of pictures whose text lies between two, as blends do."""
SCALES = 0.7, 1.05
"""z is drawn at a random scale between these: people choose their truncation."""


@dataclass
class Pool:
    """pictures uint8 [N, 3, 128, 128]; z, inner (z′ as the trunk sees it) [N, 128]; phi [N, P], all float16."""

    pictures: torch.Tensor
    z: torch.Tensor
    inner: torch.Tensor
    phi: torch.Tensor

    def __len__(self) -> int:
        return len(self.pictures)


def shards(folder: Path) -> list[Path]:
    """The shards of a pool in the order in which they were drawn."""
    return sorted(folder.glob("shard-*.pt"))


def read_pool(paths: list[Path]) -> Pool:
    """The pictures of these shards."""
    states = [torch.load(path, map_location="cpu") for path in paths]
    return Pool(*(torch.cat([state[name] for state in states]) for name in ("pictures", "z", "inner", "phi")))


@torch.no_grad()
def draw_shard(text_map: TextMap, texts: TextSampler, graph: Path, count: int) -> Pool:
    """`count` fresh pictures of made-up texts, drawn by a released graph as people see them."""
    z = texts.latents(count) * torch.empty(count, 1).uniform_(*SCALES)
    phi = interpolate(texts.layout.one_hot(texts.labels(count)), MIXED)
    inner, _ = text_map(z, phi)
    rgb, _ = run_onnx(graph, {"z": z, "phi": phi}, GENERATOR_OUTPUT, threads=1, chunk=1)
    pictures = torch.cat([to_bytes(F.avg_pool2d(part, part.shape[-1] // WIDTH)) for part in rgb.split(50)])
    return Pool(pictures, z.half(), inner.half(), phi.half())


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--student", type=Path, required=True, help="for its text map and its prior")
    parser.add_argument("--model", type=Path, required=True, help="the released folder whose 8-bit graph draws")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--pictures", type=int, default=30_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    student, prior, _ = load_student(options.student)
    texts = TextSampler(student.text_map, prior, torch.device("cpu"))
    options.out.mkdir(parents=True, exist_ok=True)
    for number in range(len(shards(options.out)), options.pictures // SHARD):
        torch.manual_seed(options.seed * 1_000_003 + number)
        pool = draw_shard(student.text_map, texts, options.model / "generator.int8.onnx", SHARD)
        save_checkpoint(options.out / f"shard-{number:04d}.pt", vars(pool))
        log.info("%d pictures", (number + 1) * SHARD)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    main()
