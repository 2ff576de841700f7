"""The generator G(z, φ): a residual network with conditional batch normalisation in every block.

Blocks follow SN-GAN (Miyato et al. 2018, arXiv:1802.05957, table 4); z and φ condition every normalisation as in
BigGAN (Brock et al. 2019, arXiv:1809.11096). Up-sampling is nearest-neighbour, so the exported graph needs no
transposed convolution.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import nn
from torch.nn import functional as F


@dataclass(frozen=True)
class GeneratorConfig:
    """Channels run from 4x4 up to 64x64; each later entry doubles the resolution."""

    phi_size: int
    latent_size: int = 128
    condition_size: int = 192
    channels: tuple[int, ...] = (256, 192, 128, 64, 32)

    def to_dict(self) -> dict:
        """Plain values for a checkpoint."""
        return asdict(self)


class ConditionalBatchNorm(nn.Module):
    """Batch normalisation whose scale and shift are linear in the condition: [N, C, S, S], [N, K] -> [N, C, S, S]."""

    def __init__(self, channels: int, condition_size: int):
        super().__init__()
        self.norm = nn.BatchNorm2d(channels, affine=False, momentum=0.1)
        self.affine = nn.Linear(condition_size, 2 * channels)
        nn.init.normal_(self.affine.weight, std=0.02)
        nn.init.zeros_(self.affine.bias)

    def forward(self, x: torch.Tensor, condition: torch.Tensor) -> torch.Tensor:
        scale, shift = self.affine(condition)[:, :, None, None].to(x.dtype).chunk(2, dim=1)
        return torch.addcmul(shift, self.norm(x), 1 + scale)


class GeneratorBlock(nn.Module):
    """Residual block that doubles the resolution: [N, C, S, S] -> [N, C', 2S, 2S]."""

    def __init__(self, in_channels: int, out_channels: int, condition_size: int):
        super().__init__()
        self.norm1 = ConditionalBatchNorm(in_channels, condition_size)
        self.conv1 = nn.Conv2d(in_channels, out_channels, 3, padding=1)
        self.norm2 = ConditionalBatchNorm(out_channels, condition_size)
        self.conv2 = nn.Conv2d(out_channels, out_channels, 3, padding=1)
        self.skip = nn.Conv2d(in_channels, out_channels, 1)

    def forward(self, x: torch.Tensor, condition: torch.Tensor) -> torch.Tensor:
        y = F.relu(self.norm1(x, condition))
        y = self.conv1(F.interpolate(y, scale_factor=2.0, mode="nearest"))
        y = self.conv2(F.relu(self.norm2(y, condition)))
        # The 1x1 convolution commutes with nearest up-sampling and is four times cheaper before it.
        return y + F.interpolate(self.skip(x), scale_factor=2.0, mode="nearest")


class Generator(nn.Module):
    """(z [N, latent_size], φ [N, phi_size]) -> rgb [N, 3, 64, 64] in −1..1."""

    def __init__(self, config: GeneratorConfig):
        super().__init__()
        self.config = config
        first, last = config.channels[0], config.channels[-1]
        self.embed = nn.Linear(config.phi_size, config.condition_size)
        joint = config.latent_size + config.condition_size
        self.mix = nn.Linear(joint, config.condition_size)
        condition = joint + config.condition_size
        self.stem = nn.Linear(joint, first * 16)
        self.blocks = nn.ModuleList(GeneratorBlock(a, b, condition) for a, b in zip(config.channels, config.channels[1:]))
        self.norm = nn.BatchNorm2d(last)
        self.to_rgb = nn.Conv2d(last, 3, 3, padding=1)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.orthogonal_(module.weight)
                nn.init.zeros_(module.bias)

    def forward(self, z: torch.Tensor, phi: torch.Tensor) -> torch.Tensor:
        joint = torch.cat([z, self.embed(phi)], 1)
        condition = torch.cat([joint, F.leaky_relu(self.mix(joint), 0.2)], 1)
        # [N, 16·C] -> [N, C, 4, 4]
        x = self.stem(joint).view(z.shape[0], -1, 4, 4).contiguous(memory_format=torch.channels_last)
        for block in self.blocks:
            x = block(x, condition)
        return torch.tanh(self.to_rgb(F.relu(self.norm(x)))).float()


def multiply_adds(generator: Generator) -> int:
    """Multiply-adds of the convolutions of one picture; two floating-point operations each."""
    total, size = 0, 4
    for block in generator.blocks:
        total += block.skip.weight.numel() * size * size
        size *= 2
        total += (block.conv1.weight.numel() + block.conv2.weight.numel()) * size * size
    return total + generator.to_rgb.weight.numel() * size * size
