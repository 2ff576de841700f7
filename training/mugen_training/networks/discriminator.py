"""The matching-aware discriminator D(x, φ): does this picture look real, and does it show what φ says?

Spectral normalisation: Miyato et al. 2018 (arXiv:1802.05957). Projection head: Miyato & Koyama 2018
(arXiv:1802.05637). Concatenation head: Reed et al. 2016 (arXiv:1605.05396), φ compressed and repeated over the 4x4
map. Minibatch standard deviation: Karras et al. 2018 (arXiv:1710.10196).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import NamedTuple

import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.utils import spectral_norm


@dataclass(frozen=True)
class DiscriminatorConfig:
    """Channels run from 64x64 down to 4x4; `head` is `projection` or `concatenation`."""

    phi_size: int
    channels: tuple[int, ...] = (32, 64, 112, 192, 192)
    head: str = "projection"

    def to_dict(self) -> dict:
        """Plain values for a checkpoint."""
        return asdict(self)


def _conv(in_channels: int, out_channels: int, kernel: int, stride: int = 1) -> nn.Module:
    convolution = nn.Conv2d(in_channels, out_channels, kernel, stride, padding=(kernel - 1) // 2)
    nn.init.orthogonal_(convolution.weight)
    nn.init.zeros_(convolution.bias)
    return spectral_norm(convolution)


class DiscriminatorBlock(nn.Module):
    """Residual block that halves the resolution: [N, C, S, S] -> [N, C', S/2, S/2]."""

    def __init__(self, in_channels: int, out_channels: int):
        super().__init__()
        self.conv1 = _conv(in_channels, in_channels, 3)
        self.conv2 = _conv(in_channels, out_channels, 4, stride=2)
        self.skip = _conv(in_channels, out_channels, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.conv2(F.leaky_relu(self.conv1(F.leaky_relu(x, 0.2)), 0.2))
        return y + self.skip(F.avg_pool2d(x, 2))


def minibatch_stddev(x: torch.Tensor, group: int = 4) -> torch.Tensor:
    """Appends a channel with the mean standard deviation over runs of `group` pictures: [N, C, S, S] -> [N, C+1, S, S].

    Neighbours form a group, so real and generated pictures may share a batch without sharing a group.
    """
    n, c, h, w = x.shape
    size = group if n % group == 0 else n
    y = x.float().reshape(n // size, size, c, h, w)
    y = (y.var(1, unbiased=False) + 1e-8).sqrt().mean((1, 2, 3))
    return torch.cat([x, y.repeat_interleave(size).view(n, 1, 1, 1).expand(n, 1, h, w).to(x.dtype)], 1)


class Features(NamedTuple):
    """D's features of N pictures: coarse [N, C, 4, 4] and summary [N, C + LOCAL_CHANNELS·64]."""

    coarse: torch.Tensor
    summary: torch.Tensor

    def rows(self, which: slice) -> Features:
        """The same of some of the pictures."""
        return Features(self.coarse[which], self.summary[which])


LOCAL_CHANNELS = 24
"""Of the 8x8 map that is read without pooling: a mouth is six pixels at a known place, and pooled it is lost."""


class Discriminator(nn.Module):
    """features(rgb) is the costly part and knows nothing of φ; match(features, φ) scores a picture against a text.

    Whether a picture looks real is read from pooled features; what it shows also from an 8x8 map without pooling.
    """

    def __init__(self, config: DiscriminatorConfig):
        super().__init__()
        if config.head not in ("projection", "concatenation"):
            raise ValueError(f"head must be projection or concatenation, got {config.head!r}")
        self.config = config
        last = config.channels[-1]
        self.stem = _conv(3, config.channels[0], 3)
        self.blocks = nn.Sequential(*(DiscriminatorBlock(a, b) for a, b in zip(config.channels, config.channels[1:])))
        self.tail = _conv(last + 1, last, 3)
        self.local = _conv(config.channels[-2], LOCAL_CHANNELS, 1)
        summary = last + LOCAL_CHANNELS * 64
        if config.head == "projection":
            self.realness = spectral_norm(nn.Linear(last, 1))
            self.project = spectral_norm(nn.Linear(config.phi_size, summary, bias=False))
        else:
            self.compress = spectral_norm(nn.Linear(config.phi_size, 128))
            self.join = _conv(last + 128, last, 1)
            self.realness = spectral_norm(nn.Linear(last * 16, 1))
        self.attributes = nn.Linear(summary, config.phi_size)

    def features(self, rgb: torch.Tensor) -> Features:
        """rgb [N, 3, 64, 64] -> Features."""
        fine = self.blocks[:-1](self.stem(rgb))
        x = minibatch_stddev(F.leaky_relu(self.blocks[-1](fine), 0.2))
        coarse = F.leaky_relu(self.tail(x), 0.2).float()
        local = F.leaky_relu(self.local(F.leaky_relu(fine, 0.2)), 0.2).float()
        return Features(coarse, torch.cat([coarse.sum((2, 3)), local.flatten(1)], 1))

    def match(self, features: Features, phi: torch.Tensor) -> torch.Tensor:
        """(Features, φ [N, P]) -> scores [N], unbounded."""
        coarse, summary = features
        if self.config.head == "projection":
            realness = self.realness(summary[:, : coarse.shape[1]]).squeeze(1)
            return (realness + (self.project(phi) * summary).sum(1)).float()
        text = F.leaky_relu(self.compress(phi), 0.2)[:, :, None, None].expand(-1, -1, 4, 4)
        joined = F.leaky_relu(self.join(torch.cat([coarse, text], 1)), 0.2)
        return self.realness(joined.flatten(1)).squeeze(1).float()

    def classify(self, features: Features) -> torch.Tensor:
        """Features -> attribute logits [N, P], for the auxiliary loss."""
        return self.attributes(features.summary)

    def forward(self, rgb: torch.Tensor, phi: torch.Tensor) -> torch.Tensor:
        return self.match(self.features(rgb), phi)
