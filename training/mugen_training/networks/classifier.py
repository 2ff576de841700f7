"""A residual classifier with one linear head a group; also the feature space of the Fréchet distance."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F

from ..vocabulary import Layout


class ClassifierBlock(nn.Module):
    """Pre-activation residual block that halves the resolution: [N, C, S, S] -> [N, C', S/2, S/2]."""

    def __init__(self, in_channels: int, out_channels: int):
        super().__init__()
        self.norm1 = nn.BatchNorm2d(in_channels)
        self.conv1 = nn.Conv2d(in_channels, out_channels, 3, stride=2, padding=1, bias=False)
        self.norm2 = nn.BatchNorm2d(out_channels)
        self.conv2 = nn.Conv2d(out_channels, out_channels, 3, padding=1, bias=False)
        self.skip = nn.Conv2d(in_channels, out_channels, 1, bias=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.conv1(F.relu(self.norm1(x)))
        y = self.conv2(F.relu(self.norm2(y)))
        return y + self.skip(F.avg_pool2d(x, 2))


class Classifier(nn.Module):
    """rgb [N, 3, 64, 64] in −1..1 -> (logits [N, layout.size + 3], features [N, 8·width]).

    The last three logits are the picture's quality: deformed, flawed, clean.
    """

    def __init__(self, layout: Layout, width: int = 48, dropout: float = 0.3):
        super().__init__()
        self.layout = layout
        widths = [width, width * 2, width * 3, width * 4]
        self.stem = nn.Conv2d(3, width, 3, padding=1)
        self.blocks = nn.Sequential(*(ClassifierBlock(a, b) for a, b in zip([width, *widths[:-1]], widths)))
        self.norm = nn.BatchNorm2d(widths[-1])
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(widths[-1] * 2, layout.size + 3)

    def features(self, rgb: torch.Tensor) -> torch.Tensor:
        """rgb -> mean- and max-pooled features [N, 8·width]."""
        x = F.relu(self.norm(self.blocks(self.stem(rgb))))
        return torch.cat([x.mean((2, 3)), x.amax((2, 3))], 1).float()

    def forward(self, rgb: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        features = self.features(rgb)
        return self.head(self.dropout(features)).float(), features
