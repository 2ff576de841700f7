"""The models that an evaluation of 256-pixel faces compares: a generator G(z, φ) and the pretrained teacher."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch

from .data import to_bytes
from .device import mixed_precision
from .distill.pretrained import LATENT_SIZE, PretrainedTeacher
from .distill.student_model import load_student
from .distill.text_map import tag_weights
from .judging import Judge, Verdict
from .prior import Prior
from .vocabulary import Layout

Draw = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]
"""z [N, Z] ~ N(0, 1), φ [N, P] -> rgb [N, 3, S, S] in −1..1."""


CPU = torch.device("cpu")


@dataclass(frozen=True)
class Model:
    """Draws in small batches; `trained.TrainedGenerator` offers the same methods."""

    layout: Layout
    prior: Prior
    draw: Draw
    latent_size: int = LATENT_SIZE
    device: torch.device = CPU

    def sample_latents(self, count: int) -> torch.Tensor:
        """z [count, latent_size] ~ N(0, 1)."""
        return torch.randn(count, self.latent_size)

    @torch.no_grad()
    def generate(self, z: torch.Tensor, phi: torch.Tensor, batch: int = 16) -> torch.Tensor:
        """z [N, latent_size], φ [N, P] -> rgb [N, 3, S, S] in −1..1, on the CPU."""
        chunks = zip(z.split(batch), phi.split(batch))
        return torch.cat([self.draw(a.to(self.device), b.to(self.device)).float().cpu() for a, b in chunks])

    def generate_labels(self, labels: torch.Tensor, z: torch.Tensor | None = None) -> torch.Tensor:
        """Labels [N, G] -> rgb [N, 3, S, S], with fresh z unless given."""
        z = self.sample_latents(len(labels)) if z is None else z
        return self.generate(z, self.layout.one_hot(labels))

    def judged(self, judge: Judge, labels: torch.Tensor, z: torch.Tensor | None = None, batch: int = 64) -> Verdict:
        """The judge's readings of pictures of these labels [N, G]; at most `batch` of them are kept at a time."""
        z = self.sample_latents(len(labels)) if z is None else z
        parts = [judge.judge(to_bytes(self.generate_labels(*rows))) for rows in zip(labels.split(batch), z.split(batch))]
        return Verdict(parts[0].layout, torch.cat([p.logits for p in parts]), torch.cat([p.features for p in parts]))


def teacher_model(path: Path, layout: Layout, prior: Prior, device: torch.device) -> Model:
    """The pretrained teacher, asked by the tags that a text's values turn on; z is all its own."""
    teacher = PretrainedTeacher(path, device, torch.bfloat16)
    weight, bias = (part.to(device) for part in tag_weights(layout))
    return Model(layout, prior, lambda z, phi: teacher(z, phi @ weight + bias), LATENT_SIZE, device)


def student_model(path: Path, device: torch.device) -> Model:
    """The student that `distill.student_model` saved, with its prior."""
    student, prior, _ = load_student(path, device)

    def draw(z: torch.Tensor, phi: torch.Tensor) -> torch.Tensor:
        with mixed_precision(device):
            return student(z, phi)

    return Model(student.layout, prior, draw, student.config.latent_size, device)
