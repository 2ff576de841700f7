"""A matching-aware discriminator of crops: does this picture belong to this code, and is it sharp?"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F


class PatchDiscriminator(nn.Module):
    """(rgb [N, 3, 16·S, 16·S], normalised code [N, 64, S, S]) -> scores [N, S, S], one per cell of the code.

    The code enters by projection (Miyato and Koyama 2018, arXiv:1802.05637), at the resolution where it lives.
    """

    def __init__(self, code_channels: int = 64, channels: tuple[int, ...] = (32, 64, 96, 128)):
        super().__init__()
        widths = (12, *channels)
        self.convs = nn.ModuleList(nn.Conv2d(a, b, 3, padding=1) for a, b in zip(widths, widths[1:]))
        self.score = nn.Conv2d(channels[-1], 1, 1)
        self.project = nn.Conv2d(code_channels, channels[-1], 3, padding=1)

    def forward(self, rgb: torch.Tensor, code: torch.Tensor) -> torch.Tensor:
        # [N, 3, 16S, 16S] -> [N, 12, 8S, 8S] -> … -> [N, C, S, S]
        x = F.pixel_unshuffle(rgb, 2)
        for index, conv in enumerate(self.convs):
            x = F.leaky_relu(conv(x), 0.2)
            if index < len(self.convs) - 1:
                x = F.avg_pool2d(x, 2)
        match = (x * self.project(code)).sum(1) / x.shape[1] ** 0.5
        return self.score(x)[:, 0] + match
