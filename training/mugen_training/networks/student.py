"""The student: a generator in two halves that are taught apart, a trunk (z, c) -> code and a decoder code -> rgb.

The trunk is a residual network on one small map, so its depth costs little; the decoder is local and sets the cost of a
picture. A doubling followed by a 3×3 convolution is written as such here and folded into 2×2 convolutions on export.
"""

from __future__ import annotations

import itertools
from dataclasses import asdict, dataclass

import torch
from torch import nn
from torch.nn import functional as F

CODE_SIZE = 16


@dataclass(frozen=True)
class StudentConfig:
    """Sizes of both halves. The decoder doubles the resolution once per entry of `decoder_channels`."""

    condition_size: int = 36
    latent_size: int = 128
    code_channels: int = 64
    trunk_channels: int = 96
    trunk_blocks: int = 8
    decoder_channels: tuple[int, ...] = (64, 64, 48, 24)

    @property
    def image_size(self) -> int:
        """Width and height of a picture in pixels."""
        return CODE_SIZE * 2 ** len(self.decoder_channels)

    def to_dict(self) -> dict:
        """Plain values for a checkpoint."""
        return asdict(self)


class TrunkBlock(nn.Module):
    """Residual block: [N, C, 16, 16] -> [N, C, 16, 16]."""

    def __init__(self, channels: int):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.norm1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.norm2 = nn.BatchNorm2d(channels)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.norm2(self.conv2(F.relu(self.norm1(self.conv1(x)))))


class Trunk(nn.Module):
    """(z [N, Z], condition [N, C]) -> normalised code [N, 64, 16, 16].

    The stem is linear in both inputs, so a linear map of φ to (z, condition) folds into it.
    """

    def __init__(self, config: StudentConfig):
        super().__init__()
        self.config = config
        self.stem = nn.Linear(config.latent_size + config.condition_size, config.trunk_channels * CODE_SIZE**2)
        self.blocks = nn.Sequential(*(TrunkBlock(config.trunk_channels) for _ in range(config.trunk_blocks)))
        self.to_code = nn.Conv2d(config.trunk_channels, config.code_channels, 3, padding=1)

    def forward(self, z: torch.Tensor, condition: torch.Tensor) -> torch.Tensor:
        # [N, C·256] -> [N, C, 16, 16]
        x = self.stem(torch.cat([z, condition], 1)).view(z.shape[0], -1, CODE_SIZE, CODE_SIZE)
        x = self.blocks(x.contiguous(memory_format=torch.channels_last))
        return self.to_code(F.relu(x)).float()


class Decoder(nn.Module):
    """Normalised code [N, 64, S, S] -> rgb [N, 3, 16·S, 16·S] in −1..1, for any S: crops teach it as well as wholes."""

    def __init__(self, config: StudentConfig):
        super().__init__()
        widths = (config.code_channels, *config.decoder_channels)
        self.ups = nn.ModuleList(nn.Conv2d(a, b, 3, padding=1) for a, b in itertools.pairwise(widths))
        self.to_rgb = nn.Conv2d(widths[-1], 3, 3, padding=1)
        for module in (*self.ups, self.to_rgb):
            nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
            nn.init.zeros_(module.bias)
        nn.init.xavier_normal_(self.to_rgb.weight)

    def features(self, code: torch.Tensor) -> list[torch.Tensor]:
        """One map [N, Cᵢ, 2ⁱS, 2ⁱS] per doubling."""
        maps, x = [], code
        for up in self.ups:
            x = F.relu(up(F.interpolate(x, scale_factor=2.0, mode="nearest")))
            maps.append(x)
        return maps

    def rgb(self, features: torch.Tensor) -> torch.Tensor:
        """The picture of the last map."""
        return torch.tanh(self.to_rgb(features).float())

    def forward(self, code: torch.Tensor) -> torch.Tensor:
        return self.rgb(self.features(code)[-1])


class Student(nn.Module):
    """(z [N, Z], condition [N, C]) -> rgb [N, 3, 256, 256] in −1..1."""

    def __init__(self, config: StudentConfig):
        super().__init__()
        self.config = config
        self.trunk, self.decoder = Trunk(config), Decoder(config)

    def forward(self, z: torch.Tensor, condition: torch.Tensor) -> torch.Tensor:
        return self.decoder(self.trunk(z, condition))
