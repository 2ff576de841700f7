"""The enlarging network: a compact residual network from 256x256 to 512x512.

All work happens at the input's size, and a sub-pixel convolution (Shi et al. 2016, arXiv:1609.05158) doubles it at the end.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import nn
from torch.nn import functional as F

from .upscaler import UpscalerBlock


@dataclass(frozen=True)
class EnlargerConfig:
    """`channels` of every map and `blocks` of two convolutions each."""

    channels: int = 32
    blocks: int = 2

    def to_dict(self) -> dict:
        """Plain values for a checkpoint."""
        return asdict(self)


class Enlarger(nn.Module):
    """rgb [N, 3, S, S] in −1..1 -> rgb [N, 3, 2S, 2S], in −1..1 up to small overshoots unless in evaluation mode."""

    def __init__(self, config: EnlargerConfig = EnlargerConfig()):
        super().__init__()
        self.config = config
        c = config.channels
        self.stem = nn.Conv2d(3, c, 3, padding=1)
        self.blocks = nn.Sequential(*(UpscalerBlock(c) for _ in range(config.blocks)))
        self.to_rgb = nn.Conv2d(c, 12, 3, padding=1)
        for block in self.blocks:
            nn.init.normal_(block.conv2.weight, std=1e-2)
        nn.init.normal_(self.to_rgb.weight, std=1e-3)

    def forward(self, rgb: torch.Tensor) -> torch.Tensor:
        x = F.leaky_relu(self.blocks(F.leaky_relu(self.stem(rgb), 0.2)), 0.2)
        residual = F.pixel_shuffle(self.to_rgb(x), 2).float()
        out = F.interpolate(rgb, scale_factor=2.0, mode="nearest").float() + residual
        return out if self.training else out.clamp(-1, 1)
