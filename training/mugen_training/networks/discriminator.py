"""The matching-aware discriminator D(x, φ): does this picture look real, and does it show what φ says?

Spectral normalisation: Miyato et al. 2018 (arXiv:1802.05957). Projection head: Miyato & Koyama 2018
(arXiv:1802.05637). Concatenation head: Reed et al. 2016 (arXiv:1605.05396), φ compressed and repeated over the 4x4
map. Minibatch standard deviation: Karras et al. 2018 (arXiv:1710.10196).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

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


class Discriminator(nn.Module):
    """features(rgb) is the costly part and knows nothing of φ; match(features, φ) scores a picture against a text."""

    def __init__(self, config: DiscriminatorConfig):
        super().__init__()
        if config.head not in ("projection", "concatenation"):
            raise ValueError(f"head must be projection or concatenation, got {config.head!r}")
        self.config = config
        last = config.channels[-1]
        self.stem = _conv(3, config.channels[0], 3)
        self.blocks = nn.Sequential(*(DiscriminatorBlock(a, b) for a, b in zip(config.channels, config.channels[1:])))
        self.tail = _conv(last + 1, last, 3)
        if config.head == "projection":
            self.realness = spectral_norm(nn.Linear(last, 1))
            self.project = spectral_norm(nn.Linear(config.phi_size, last, bias=False))
        else:
            self.compress = spectral_norm(nn.Linear(config.phi_size, 128))
            self.join = _conv(last + 128, last, 1)
            self.realness = spectral_norm(nn.Linear(last * 16, 1))
        self.attributes = nn.Linear(last, config.phi_size)

    def features(self, rgb: torch.Tensor) -> torch.Tensor:
        """rgb [N, 3, 64, 64] -> [N, C, 4, 4]."""
        x = minibatch_stddev(F.leaky_relu(self.blocks(self.stem(rgb)), 0.2))
        return F.leaky_relu(self.tail(x), 0.2).float()

    def match(self, features: torch.Tensor, phi: torch.Tensor) -> torch.Tensor:
        """([N, C, 4, 4], φ [N, P]) -> scores [N], unbounded."""
        if self.config.head == "projection":
            pooled = features.sum((2, 3))
            return (self.realness(pooled).squeeze(1) + (self.project(phi) * pooled).sum(1)).float()
        text = F.leaky_relu(self.compress(phi), 0.2)[:, :, None, None].expand(-1, -1, 4, 4)
        joined = F.leaky_relu(self.join(torch.cat([features, text], 1)), 0.2)
        return self.realness(joined.flatten(1)).squeeze(1).float()

    def classify(self, features: torch.Tensor) -> torch.Tensor:
        """[N, C, 4, 4] -> attribute logits [N, P], for the auxiliary loss."""
        return self.attributes(features.mean((2, 3)))

    def forward(self, rgb: torch.Tensor, phi: torch.Tensor) -> torch.Tensor:
        return self.match(self.features(rgb), phi)
