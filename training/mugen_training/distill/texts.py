"""Made-up texts to teach with, and the inputs that they and mere tags give the teacher."""

from __future__ import annotations

import torch

from ..prior import Prior
from .pretrained import LATENT_SIZE, sample_tags
from .text_map import TextMap

CHANGED_TEXTS, EVEN_COLORS = 0.5, 0.5
"""Share of texts with one to three groups at random values, and with hair and eyes at random colours."""


class TextSampler:
    """Draws φ and what the teacher is asked for, on one device."""

    def __init__(self, text_map: TextMap, prior: Prior, device: torch.device):
        self.text_map, self.layout, self.device = text_map.to(device), prior.layout, device
        self.exemplars = prior.labels.to(device)
        self.sizes = torch.tensor([len(group.values) for group in self.layout.groups], device=device)

    def labels(self, count: int) -> torch.Tensor:
        """Labels [count, G]: exemplars, part of them with random values in some groups."""
        picks = self.exemplars[torch.randint(len(self.exemplars), (count,), device=self.device)]
        other = (torch.rand(picks.shape, device=self.device) * self.sizes).long()
        share = 2 / len(self.sizes)
        change = torch.rand(picks.shape, device=self.device) < share
        change &= torch.rand(count, 1, device=self.device) < CHANGED_TEXTS
        change[:, :2] |= torch.rand(count, 1, device=self.device) < EVEN_COLORS
        return torch.where(change, other, picks)

    def phi(self, count: int, mixed: float) -> torch.Tensor:
        """φ [count, P]; a share `mixed` lies between two texts (GAN-INT)."""
        phi = self.layout.one_hot(self.labels(count))
        return interpolate(phi, mixed)

    def latents(self, count: int) -> torch.Tensor:
        """z [count, 128] ~ N(0, 1)."""
        return torch.randn(count, LATENT_SIZE, device=self.device)

    @torch.no_grad()
    def teacher_inputs(self, count: int, mixed: float = 0.25) -> tuple[torch.Tensor, torch.Tensor]:
        """(z′, tags), half of them of texts, half of z and tags as they come."""
        half = count // 2
        z, tags = self.text_map(self.latents(half), self.phi(half, mixed))
        plain = sample_tags(count - half, mixed, self.device)
        return torch.cat([z, self.latents(count - half)]), torch.cat([tags, plain])


def interpolate(rows: torch.Tensor, mixed: float) -> torch.Tensor:
    """A share `mixed` of rows [N, …] moves a random way towards the row before it."""
    uniform = torch.rand(2, len(rows), 1, device=rows.device)
    share = torch.where(uniform[0] < mixed, uniform[1], torch.ones_like(uniform[1]))
    return share * rows + (1 - share) * rows.roll(1, 0)
