"""The super-resolution network: a compact residual network from 64x64 to 256x256.

Residual blocks without normalisation as in EDSR (Lim et al. 2017, arXiv:1707.02921); sub-pixel up-sampling as in
Shi et al. 2016 (arXiv:1609.05158). Nearly all work happens at 64x64, which is what makes it cheap on a CPU.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import nn
from torch.nn import functional as F


@dataclass(frozen=True)
class UpscalerConfig:
    """`channels` and `blocks` (two convolutions each) at the input's size, `fine_channels` at twice that size."""

    channels: int = 48
    blocks: int = 9
    fine_channels: int = 32

    def to_dict(self) -> dict:
        """Plain values for a checkpoint."""
        return asdict(self)


class UpscalerBlock(nn.Module):
    """[N, C, S, S] -> [N, C, S, S]."""

    def __init__(self, channels: int):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, 3, padding=1)
        self.conv2 = nn.Conv2d(channels, channels, 3, padding=1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.conv2(F.relu(self.conv1(x)))


class Upscaler(nn.Module):
    """rgb [N, 3, S, S] in −1..1 -> rgb [N, 3, 4S, 4S], in −1..1 up to small overshoots unless in evaluation mode."""

    def __init__(self, config: UpscalerConfig = UpscalerConfig()):
        super().__init__()
        self.config = config
        c, fine = config.channels, config.fine_channels
        self.stem = nn.Conv2d(3, c, 3, padding=1)
        self.blocks = nn.Sequential(*(UpscalerBlock(c) for _ in range(config.blocks)))
        self.up = nn.Conv2d(c, fine * 4, 3, padding=1)
        self.fine = nn.Conv2d(fine, fine, 3, padding=1)
        self.to_rgb = nn.Conv2d(fine, 12, 3, padding=1)
        for block in self.blocks:
            # A residual branch that starts near zero lets the first steps train the skip path.
            nn.init.normal_(block.conv2.weight, std=1e-2)
        nn.init.normal_(self.to_rgb.weight, std=1e-3)

    def forward(self, rgb: torch.Tensor) -> torch.Tensor:
        first = self.stem(rgb)
        x = F.leaky_relu(first + self.blocks(first), 0.2)
        x = F.leaky_relu(F.pixel_shuffle(self.up(x), 2), 0.2)
        x = F.leaky_relu(self.fine(x), 0.2)
        residual = F.pixel_shuffle(self.to_rgb(x), 2).float()
        # Twice by two: the one kind of Resize that every runtime has.
        skip = F.interpolate(F.interpolate(rgb, scale_factor=2.0, mode="nearest"), scale_factor=2.0, mode="nearest")
        out = skip.float() + residual
        return out if self.training else out.clamp(-1, 1)


def multiply_adds(upscaler: Upscaler, size: int = 64) -> int:
    """Multiply-adds of the convolutions for one size x size picture; two floating-point operations each."""
    fine = upscaler.fine.weight.numel() + upscaler.to_rgb.weight.numel()
    coarse = sum(module.weight.numel() for module in upscaler.modules() if isinstance(module, nn.Conv2d)) - fine
    return (coarse + 4 * fine) * size * size
