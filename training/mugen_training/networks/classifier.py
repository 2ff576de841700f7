"""A residual classifier with one linear head a group; also the feature space of the Fréchet distance."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True)
class Region:
    """A part of the picture, the groups that a network sees there, and what may change without changing them.

    rows, columns: pixels of the 64x64 picture. widths: channels of its stages at width 48; stride 2 halves the
    resolution first; pooled: the head also sees features without their place. hue: share of the colour circle by which
    hues may turn; degrees, shift: how far the picture may turn and move; mixup: α of the Beta distribution, 0 for none.
    """

    groups: tuple[str, ...]
    rows: slice
    columns: slice
    widths: tuple[int, ...] = (24, 48, 96)
    stride: int = 1
    pooled: bool = False
    hue: float = 1.0
    degrees: float = 12.0
    shift: float = 3.0
    mixup: float = 0.0
    dropout: float = 0.5


WHOLE = slice(0, 64)

REGIONS = {
    "mouth": Region(("mouth", "expression"), slice(32, 56), slice(16, 48), (32, 64, 128), hue=0.08, degrees=8, shift=2),
    "eyes": Region(("eyes",), slice(12, 40), slice(6, 58)),
    "cheeks": Region(("blush",), slice(26, 54), slice(6, 58), hue=0),
    "neck": Region(("neck",), slice(40, 64), WHOLE, pooled=True),
    "shoulders": Region(("outfit",), slice(36, 64), WHOLE, (32, 64, 128), pooled=True, mixup=0.3, dropout=0.3),
    "hair": Region(
        ("hair_length", "hair_style", "bangs", "look"), WHOLE, WHOLE, (32, 64, 128), stride=2, pooled=True,
        mixup=0.3, dropout=0.3,
    ),
}
"""Where each group is looked for. A mouth is six pixels wide: a network that looks nowhere else learns it from three
thousand labels, where the whole-picture network stays near chance."""

WHOLE_WEIGHT = 0.5
"""What the whole-picture network says of a region's groups counts half: measured better than not at all and fully."""


def _convolution(in_channels: int, out_channels: int, kernel: int = 3, stride: int = 1) -> list[nn.Module]:
    convolution = nn.Conv2d(in_channels, out_channels, kernel, stride, padding=kernel // 2, bias=False)
    return [convolution, nn.BatchNorm2d(out_channels), nn.ReLU(inplace=True)]


class RegionClassifier(nn.Module):
    """One region of the picture: crop [N, 3, rows, columns] -> logits [N, values of the region's groups].

    The logits are trained against the values' shares (see region_loss), so their largest favours no frequent value.
    """

    def __init__(self, region: Region, layout: Layout, width: int = 48):
        super().__init__()
        self.region = region
        self.layout = layout.subset(region.groups)
        widths = [max(4, 4 * round(standard * width / (4 * 48))) for standard in region.widths]
        channels, layers = 3, []
        if region.stride > 1:
            layers, channels = _convolution(3, widths[0], 5, region.stride), widths[0]
        for out_channels in widths:
            layers += [*_convolution(channels, out_channels), *_convolution(out_channels, out_channels), nn.MaxPool2d(2)]
            channels = out_channels
        self.trunk = nn.Sequential(*layers, nn.Dropout2d(0.15))
        self.local = nn.Sequential(nn.Conv2d(channels, 32, 1), nn.Flatten(), nn.ReLU())
        shrink = region.stride * 2 ** len(widths)
        places = ((region.rows.stop - region.rows.start) // shrink) * ((region.columns.stop - region.columns.start) // shrink)
        self.dropout = nn.Dropout(region.dropout)
        self.head = nn.Linear(32 * places + (2 * channels if region.pooled else 0), self.layout.size)

    def crop(self, rgb: torch.Tensor) -> torch.Tensor:
        """The region of whole pictures [N, C, 64, 64]."""
        return rgb[:, :, self.region.rows, self.region.columns].contiguous(memory_format=torch.channels_last)

    def forward(self, crop: torch.Tensor) -> torch.Tensor:
        x = self.trunk(crop)
        features = self.local(x)
        if self.region.pooled:
            features = torch.cat([features, x.mean((2, 3)), x.amax((2, 3))], 1)
        return self.head(self.dropout(features)).float()


class Classifier(nn.Module):
    """rgb [N, 3, 64, 64] in −1..1 -> (logits [N, layout.size + 3], features [N, 8·width]).

    The last three logits are the picture's quality: deformed, flawed, clean. Colours are read from pooled features;
    a mouth or a neckband is a few pixels at a known place, so the head also sees an 8x8 map without pooling (with
    pooling alone the balanced accuracy of `mouth` stayed at chance).
    """

    def __init__(self, layout: Layout, width: int = 48, dropout: float = 0.4):
        super().__init__()
        self.layout = layout
        widths = [width, width * 2, width * 3, width * 4]
        self.stem = nn.Conv2d(3, width, 3, padding=1)
        self.blocks = nn.Sequential(*(ClassifierBlock(a, b) for a, b in zip([width, *widths[:-1]], widths)))
        self.norm = nn.BatchNorm2d(widths[-1])
        self.local_norm = nn.BatchNorm2d(widths[-2])
        self.local = nn.Conv2d(widths[-2], 32, 1)
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(widths[-1] * 2 + 32 * 64, layout.size + 3)
        self.regions = nn.ModuleDict({name: RegionClassifier(region, layout, width) for name, region in REGIONS.items()})

    def whole(self, rgb: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Like forward, but from the whole picture alone."""
        x = self.blocks[:-1](self.stem(rgb))
        local = F.relu(self.local(F.relu(self.local_norm(x)))).flatten(1).float()
        x = F.relu(self.norm(self.blocks[-1](x)))
        features = torch.cat([x.mean((2, 3)), x.amax((2, 3))], 1).float()
        return self.head(self.dropout(torch.cat([features, local], 1))).float(), features

    def forward(self, rgb: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        whole, features = self.whole(rgb)
        logits = whole.clone()
        for name in {name for network in self.regions.values() for name in network.layout.names}:
            part = self.layout.slices[name]
            logits[:, part] = WHOLE_WEIGHT * whole[:, part].log_softmax(1)
        for network in self.regions.values():
            seen = network(network.crop(rgb))
            for name, part in network.layout.slices.items():
                logits[:, self.layout.slices[name]] += seen[:, part].log_softmax(1)
        return logits, features
