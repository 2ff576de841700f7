"""The matching-aware discriminator of the student: is this a picture of this text (φ), cell by cell of this code?

    score(x, φ, c) = global: v·h(x) + ⟨P φ, h(x)⟩        local, per cell of the code: u·m(x) + ⟨Q c, m(x)⟩

Both texts enter by projection (Miyato and Koyama 2018, arXiv:1802.05637). The local half is what sharpens eyes and lines.
"""

from __future__ import annotations

import itertools

import torch
from torch import nn
from torch.nn import functional as F


class StudentDiscriminator(nn.Module):
    """rgb [N, 3, 256, 256], φ [N, P], code [N, 64, 16, 16] -> (global scores [N], local scores [N, 16, 16])."""

    def __init__(self, phi_size: int, code_channels: int = 64, channels: tuple[int, ...] = (48, 64, 128, 192, 256, 256)):
        super().__init__()
        widths = (12, *channels)
        self.convs = nn.ModuleList(nn.Conv2d(a, b, 3, padding=1) for a, b in itertools.pairwise(widths))
        self.local_score = nn.Conv2d(channels[3], 1, 1)
        self.local_match = nn.Conv2d(code_channels, channels[3], 3, padding=1)
        self.score = nn.Linear(channels[-1] * 16, 1)
        self.hidden = nn.Linear(channels[-1] * 16, channels[-1])
        self.match = nn.Linear(phi_size, channels[-1])

    def features(self, rgb: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """(m [N, 192, 16, 16], h [N, 4096])."""
        # [N, 3, 256, 256] -> [N, 12, 128, 128] -> 64 -> 32 -> [N, 192, 16, 16] -> 8 -> [N, 256, 4, 4]
        x = F.pixel_unshuffle(rgb, 2)
        local = x
        for index, conv in enumerate(self.convs):
            x = F.leaky_relu(conv(x), 0.2)
            if index == 3:
                local = x
            if index < len(self.convs) - 1:
                x = F.avg_pool2d(x, 2)
        return local, x.flatten(1)

    def match_text(self, whole: torch.Tensor, phi: torch.Tensor) -> torch.Tensor:
        """Global scores [N] of features h for texts φ."""
        projected = (self.hidden(whole) * self.match(phi)).sum(1) / self.match.out_features**0.5
        return (self.score(whole)[:, 0] + projected).float()

    def match_code(self, local: torch.Tensor, code: torch.Tensor) -> torch.Tensor:
        """Local scores [N, 16, 16] of features m for codes."""
        projected = (local * self.local_match(code)).sum(1) / local.shape[1] ** 0.5
        return (self.local_score(local)[:, 0] + projected).float()
