"""Differentiable augmentation for the discriminator (Zhao et al. 2020, arXiv:2006.10738).

Only translation and cutout: colour changes would change what the caption says.
"""

from __future__ import annotations

import torch
from torch.nn import functional as F


def translate(rgb: torch.Tensor, ratio: float = 0.125) -> torch.Tensor:
    """Shifts each picture [N, C, S, S] by up to `ratio` of its size, filling with its edge colour."""
    size = rgb.shape[-1]
    reach = int(size * ratio + 0.5)
    padded = F.pad(rgb, (reach,) * 4, mode="replicate")
    offsets = torch.randint(0, 2 * reach + 1, (rgb.shape[0], 2)).tolist()
    return torch.stack([padded[i, :, y : y + size, x : x + size] for i, (y, x) in enumerate(offsets)])


def cutout(rgb: torch.Tensor, ratio: float = 0.35, probability: float = 0.5) -> torch.Tensor:
    """Blanks a random square of each picture [N, C, S, S] with the given probability."""
    n, _, size, _ = rgb.shape
    half = int(size * ratio / 2)
    centre = torch.randint(0, size, (n, 2), device=rgb.device)
    axis = torch.arange(size, device=rgb.device)
    rows = (axis[None] - centre[:, :1]).abs() < half
    columns = (axis[None] - centre[:, 1:]).abs() < half
    on = torch.rand(n, 1, 1, device=rgb.device) < probability
    mask = (rows[:, :, None] & columns[:, None, :] & on)[:, None]
    return rgb * (~mask).to(rgb.dtype)


def augment(rgb: torch.Tensor, enabled: bool = True) -> torch.Tensor:
    """The same family of changes for real and generated pictures, before the discriminator sees them."""
    if not enabled:
        return rgb
    return cutout(translate(rgb)).contiguous(memory_format=torch.channels_last)
