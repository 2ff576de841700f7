"""The way back: a small network from a picture to what the generator would have to be asked for to draw it.

E predicts z′, which the trunk sees, and not z: it exists for pictures of the teacher too, and stays what it is when
another text map is fitted. z then follows from z′ and the groups (`solve_latent`). On its way it finds the code between
the generator's halves, from which z′ follows almost linearly (a ridge regression explains 85 % of it).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import nn
from torch.nn import functional as F

WIDTH = 128
"""Width and height of the pictures that E sees."""
FRAME = 4
"""The place of the generator's picture in what E sees: centre x, y and log of width, height, in widths of what it sees."""


@dataclass(frozen=True)
class EncoderConfig:
    """Sizes of the network; `phi_size` follows from the layout."""

    phi_size: int
    latent_size: int = 128
    channels: tuple[int, int, int] = (64, 128, 160)
    blocks: tuple[int, int, int] = (1, 3, 1)
    local_channels: int = 24
    code_channels: int = 64

    def to_dict(self) -> dict:
        """Plain values for a checkpoint."""
        return asdict(self)


class EncoderBlock(nn.Module):
    """Residual block: [N, C, S, S] -> [N, C, S, S]."""

    def __init__(self, channels: int):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.norm1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.norm2 = nn.BatchNorm2d(channels)
        nn.init.constant_(self.norm2.weight, 0.2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = F.relu(self.norm1(self.conv1(x)), inplace=True)
        return F.relu(x + self.norm2(self.conv2(y)), inplace=True)


class Encoder(nn.Module):
    """rgb [N, 3, 128, 128] in −1..1 -> [N, 128 + P + 4 + 1]: z′, logits of the groups, frame, logit of a drawn face."""

    def __init__(self, config: EncoderConfig):
        super().__init__()
        self.config = config
        widths, inputs = config.channels, (48, *config.channels)
        self.downs = nn.ModuleList(
            nn.Conv2d(a, b, 3, stride=1 if i == 0 else 2, padding=1, bias=False)
            for i, (a, b) in enumerate(zip(inputs, widths))
        )
        self.norms = nn.ModuleList(nn.BatchNorm2d(width) for width in widths)
        self.stages = nn.ModuleList(
            nn.Sequential(*(EncoderBlock(width) for _ in range(count))) for width, count in zip(widths, config.blocks)
        )
        self.code = nn.Conv2d(widths[1], config.code_channels, 1)
        self.local = nn.Conv2d(widths[-1], config.local_channels, 1, bias=False)
        self.local_norm = nn.BatchNorm2d(config.local_channels)
        self.outputs = config.latent_size, config.phi_size, FRAME, 1
        features = 64 * config.code_channels + 64 * config.local_channels + widths[-1]
        self.head = nn.Linear(features, sum(self.outputs))
        nn.init.normal_(self.head.weight, std=0.005)
        nn.init.zeros_(self.head.bias)

    def forward(self, rgb: torch.Tensor) -> torch.Tensor:
        return self.read(rgb)[0]

    def read(self, rgb: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The outputs, and the code [N, 64, 16, 16] that the generator's decoder would draw such a picture from."""
        # [N, 3, 128, 128] -> [N, 48, 32, 32]
        x = F.pixel_unshuffle(rgb, 4).contiguous(memory_format=torch.channels_last)
        code = x
        for index, (down, norm, stage) in enumerate(zip(self.downs, self.norms, self.stages)):
            x = stage(F.relu(norm(down(x)), inplace=True))
            code = self.code(x) if index == 1 else code
        local = F.relu(self.local_norm(self.local(x))).flatten(1)
        features = torch.cat([F.avg_pool2d(code, 2).flatten(1), local, x.mean((2, 3))], 1)
        return self.head(features).float(), code.float()

    def split(self, outputs: torch.Tensor) -> list[torch.Tensor]:
        """z′ [N, 128], logits [N, P], frame [N, 4], logit [N, 1]."""
        return list(outputs.split(self.outputs, 1))


def solving(keep: torch.Tensor, ridge: float = 0.02) -> torch.Tensor:
    """A [128, 128] with z = (z′ − S φ) A: K's inverse, held back where K leaves little of z."""
    eye = torch.eye(len(keep))
    return torch.linalg.solve(keep @ keep.T + ridge * eye, keep).T


def solve_latent(inner: torch.Tensor, phi: torch.Tensor, shift: torch.Tensor, inverse: torch.Tensor) -> torch.Tensor:
    """z [N, 128] with which a text φ gives z′: the text map is z′ = z K + φ S."""
    return (inner - phi @ shift) @ inverse
