"""Changes to a picture that leave its attributes as they are: for training classifiers on few labels."""

from __future__ import annotations

import math

import torch
from torch.nn import functional as F

from .networks.classifier import GRID, Region


def _uniform(count: int, low: float, high: float, like: torch.Tensor) -> torch.Tensor:
    return low + (high - low) * torch.rand(count, device=like.device)


def move(images: torch.Tensor, region: Region) -> torch.Tensor:
    """Mirrors, turns, scales (±10 %) and shifts whole pictures, then cuts the region out.

    images [N, 3, S, S] -> [N, 3, rows, columns]; what moves into the region is the picture around it.
    """
    count, size = images.shape[0], images.shape[-1]
    angle = _uniform(count, -1, 1, images) * math.radians(region.degrees)
    scale = _uniform(count, 0.9, 1.1, images)
    mirror = torch.where(_uniform(count, 0, 1, images) < 0.5, -1.0, 1.0)
    shift = (torch.rand(count, 2, device=images.device) * 2 - 1) * (2 * region.shift / GRID)
    cos, sin = angle.cos() * scale, angle.sin() * scale
    matrix = [torch.stack([cos * mirror, -sin, shift[:, 0]], 1), torch.stack([sin * mirror, cos, shift[:, 1]], 1)]
    grid = F.affine_grid(torch.stack(matrix, 1), list(images.shape), align_corners=False)
    rows, columns = region.window(size)
    return F.grid_sample(images, grid[:, rows, columns], padding_mode="reflection", align_corners=False)


def soften(images: torch.Tensor, chance: float = 0.25) -> torch.Tensor:
    """Blurs a random share of the pictures by a 3×3 average: generated ones may be softer than those learned from."""
    share = _uniform(len(images), 0, 1, images) * (_uniform(len(images), 0, 1, images) < chance)
    blurred = F.avg_pool2d(images, 3, stride=1, padding=1, count_include_pad=False)
    return torch.lerp(images, blurred, share[:, None, None, None])


def recolour(images: torch.Tensor, hue: float, tone: float = 1.0) -> torch.Tensor:
    """Changes contrast (±20 % · tone) and brightness; with `hue`, turns colours around the grey axis by ±180° · hue."""
    count = images.shape[0]
    gain, offset = 1 + _uniform(count, -0.2, 0.2, images) * tone, _uniform(count, -0.15, 0.15, images) * tone
    images = images * gain[:, None, None, None] + offset[:, None, None, None]
    if hue == 0:
        return images
    angle, saturation = _uniform(count, -math.pi, math.pi, images) * hue, _uniform(count, 0.5, 1.5, images)
    identity = torch.eye(3, device=images.device)
    grey = torch.full((3, 3), 1 / 3, device=images.device)
    third = 3**-0.5
    turn = torch.tensor([[0, -third, third], [third, 0, -third], [-third, third, 0]], device=images.device)
    colours = angle.cos()[:, None, None] * (identity - grey) + angle.sin()[:, None, None] * turn
    return torch.einsum("nij,njhw->nihw", grey + saturation[:, None, None] * colours, images)


def mix(images: torch.Tensor, targets: torch.Tensor, alpha: float) -> tuple[torch.Tensor, torch.Tensor]:
    """Mixup (Zhang et al. 2018, arXiv:1710.09412): blends of two pictures and of their soft targets [N, P]."""
    if alpha == 0:
        return images, targets
    share = torch.distributions.Beta(alpha, alpha).sample().item()
    share = max(share, 1 - share)
    order = torch.randperm(images.shape[0], device=images.device)
    return share * images + (1 - share) * images[order], share * targets + (1 - share) * targets[order]
