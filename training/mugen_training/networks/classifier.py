"""A classifier of whole pictures and of regions of them; also the feature space of the Fréchet distance."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional as F

from ..vocabulary import Group, Layout

QUALITY = Group("quality", ("deformed", "flawed", "clean"))
GRID = 64
"""Regions are placed in units of 1/64 of the picture's width, whatever its size."""


def with_quality(layout: Layout) -> Layout:
    """The layout of a classifier's logits: the groups, then the picture's quality."""
    return Layout([*layout.groups, QUALITY])


def shrink(rgb: torch.Tensor, size: int) -> torch.Tensor:
    """[N, 3, S, S] -> [N, 3, size, size], averaged over whole pixels; S is a multiple of `size`."""
    return rgb if rgb.shape[-1] == size else F.avg_pool2d(rgb, rgb.shape[-1] // size)


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

    rows, columns: units of 1/64 of the picture. widths: channels of its stages at width 48; pixels: the width at which
    it sees a whole picture (at most the picture's own); pooled: the head also sees features without their place.
    hue: share of the colour circle by which hues may turn; tone: how strongly contrast and brightness change;
    degrees, shift (1/64): how far the picture may turn and move; mixup: α of the Beta distribution, 0 for none.
    """

    groups: tuple[str, ...]
    rows: slice
    columns: slice
    widths: tuple[int, ...] = (24, 48, 96)
    pixels: int = 64
    pooled: bool = False
    hue: float = 1.0
    tone: float = 1.0
    degrees: float = 12.0
    shift: float = 3.0
    mixup: float = 0.0
    dropout: float = 0.5

    def window(self, size: int) -> tuple[slice, slice]:
        """(rows, columns) in pixels of a picture of this width."""
        rows, columns = (slice(part.start * size // GRID, part.stop * size // GRID) for part in (self.rows, self.columns))
        return rows, columns


ALL = slice(0, GRID)

WHOLE = Region((), ALL, ALL, hue=0, tone=0.25, degrees=5, shift=4, dropout=0.4)
"""How pictures change for the whole-picture network: silver, gray and white differ by their brightness alone."""

REGIONS = {
    "mouth": Region(("mouth", "expression"), slice(30, 50), slice(18, 46), pixels=128, hue=0.08, degrees=8, shift=2),
    "eyes": Region(("eyes", "glasses", "expression"), slice(16, 40), slice(8, 56), (16, 32, 64, 96), pixels=128),
    "cheeks": Region(("blush", "skin"), slice(20, 52), slice(8, 56), (16, 32, 64), hue=0, tone=0.5),
    "neck": Region(("neck", "outfit"), slice(36, 64), ALL, (24, 48, 96), pixels=64, pooled=True, mixup=0.3, dropout=0.3),
    "hair": Region(
        ("hair_length", "hair_style", "bangs", "look", "ornament", "era"),
        ALL,
        ALL,
        (24, 32, 64, 128),
        pixels=64,
        pooled=True,
        mixup=0.3,
        dropout=0.3,
    ),
    "irises": Region(("eye_color",), slice(16, 40), slice(8, 56), (16, 32, 64), hue=0, tone=0.5, pooled=True),
    "face": Region(("expression",), slice(18, 50), slice(12, 52), (16, 32, 64, 96), pixels=128, hue=0.2, mixup=0.3),
}
"""The region in which each group is looked for. A mouth is a tenth of the picture: a network that sees only it learns it from
three thousand labels, where the whole-picture network stays near chance."""

WHOLE_WEIGHT = 0.5
"""The weight of the whole-picture network in a region's groups: measured better than 0 and 1."""


def _convolution(in_channels: int, out_channels: int, kernel: int = 3, stride: int = 1) -> list[nn.Module]:
    convolution = nn.Conv2d(in_channels, out_channels, kernel, stride, padding=kernel // 2, bias=False)
    return [convolution, nn.BatchNorm2d(out_channels), nn.ReLU(inplace=True)]


class RegionClassifier(nn.Module):
    """One region of the picture: crop [N, 3, rows, columns] -> logits [N, values of the region's groups].

    The logits are trained against the values' shares (see region_loss), so their largest favours no frequent value.
    """

    def __init__(self, region: Region, layout: Layout, width: int = 48, image_size: int = GRID):
        super().__init__()
        self.region = region
        self.layout = layout.subset(region.groups)
        widths = [max(4, 4 * round(standard * width / (4 * 48))) for standard in region.widths]
        stride = max(1, image_size // region.pixels)
        channels, layers = 3, []
        for out_channels in widths:
            # The first convolution strides to `region.pixels`; then [N, C, R, S] -> [N, C', R/2, S/2].
            step = 1 if layers else stride
            layers += [*_convolution(channels, out_channels, 2 * step + 1, step), *_convolution(out_channels, out_channels)]
            layers.append(nn.MaxPool2d(2))
            channels = out_channels
        self.trunk = nn.Sequential(*layers, nn.Dropout2d(0.15))
        shrink_by = stride * 2 ** len(widths)
        self.local = nn.Sequential(nn.Conv2d(channels, 32, 1), nn.Flatten(), nn.ReLU())
        rows, columns = region.window(image_size)
        places = ((rows.stop - rows.start) // shrink_by) * ((columns.stop - columns.start) // shrink_by)
        self.dropout = nn.Dropout(region.dropout)
        self.head = nn.Linear(32 * places + (2 * channels if region.pooled else 0), self.layout.size)

    def crop(self, rgb: torch.Tensor) -> torch.Tensor:
        """The region of whole pictures [N, C, S, S]."""
        rows, columns = self.region.window(rgb.shape[-1])
        return rgb[:, :, rows, columns].contiguous(memory_format=torch.channels_last)

    def embed(self, crop: torch.Tensor) -> torch.Tensor:
        """The head's input, [N, F]."""
        x = self.trunk(crop)
        features = self.local(x)
        if self.region.pooled:
            features = torch.cat([features, x.mean((2, 3)), x.amax((2, 3))], 1)
        return features

    def forward(self, crop: torch.Tensor) -> torch.Tensor:
        return self.head(self.dropout(self.embed(crop))).float()


class WholeClassifier(nn.Module):
    """rgb [N, 3, S, S] -> logits [N, layout.size] of every group and the quality.

    Colours are read from pooled features; a mouth or a neckband is a few pixels at a known place, so the head also sees
    an 8x8 map without pooling (with pooling alone the balanced accuracy of `mouth` stayed at chance).
    """

    region = WHOLE

    def __init__(self, layout: Layout, width: int = 48, image_size: int = GRID):
        super().__init__()
        self.layout = with_quality(layout)
        self.feature_size = 8 * width
        stride = image_size // GRID
        widths = [width, width * 2, width * 3, width * 4]
        self.stem = nn.Conv2d(3, width, 2 * stride + 1, stride, padding=stride)
        self.blocks = nn.Sequential(*(ClassifierBlock(a, b) for a, b in zip([width, *widths[:-1]], widths)))
        self.norm = nn.BatchNorm2d(widths[-1])
        self.local_norm = nn.BatchNorm2d(widths[-2])
        self.local = nn.Conv2d(widths[-2], 32, 1)
        self.dropout = nn.Dropout(self.region.dropout)
        self.head = nn.Linear(self.feature_size + 32 * 64, self.layout.size)

    def embed(self, rgb: torch.Tensor) -> torch.Tensor:
        """The head's input [N, F]; its first `feature_size` columns are the pooled features."""
        x = self.blocks[:-1](self.stem(rgb))
        local = F.relu(self.local(F.relu(self.local_norm(x)))).flatten(1)
        x = F.relu(self.norm(self.blocks[-1](x)))
        return torch.cat([x.mean((2, 3)), x.amax((2, 3)), local], 1).float()

    def forward(self, rgb: torch.Tensor) -> torch.Tensor:
        return self.head(self.dropout(self.embed(rgb))).float()


class Classifier(nn.Module):
    """rgb [N, 3, S, S] in −1..1 -> (logits [N, layout.size + 3], features [N, 8·width]).

    S is `image_size` or a multiple of it. The last three logits are the picture's quality: deformed, flawed, clean.
    """

    def __init__(self, layout: Layout, width: int = 48, image_size: int = GRID):
        super().__init__()
        self.layout, self.width, self.image_size = layout, width, image_size
        self.whole = WholeClassifier(layout, width, image_size)
        present = {name: region for name, region in REGIONS.items() if set(region.groups) & set(layout.names)}
        self.regions = nn.ModuleDict(
            {name: RegionClassifier(region, layout, width, image_size) for name, region in present.items()}
        )

    def forward(self, rgb: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        rgb = shrink(rgb, self.image_size)
        embedded = self.whole.embed(rgb)
        logits = self.whole.head(self.whole.dropout(embedded)).float()
        opinions = {}
        for network in self.regions.values():
            seen = network(network.crop(rgb))
            for name, part in network.layout.slices.items():
                opinions.setdefault(name, []).append(seen[:, part].log_softmax(1))
        blocks = []
        for name, part in self.whole.layout.slices.items():
            whole = logits[:, part]
            seen = opinions.get(name)
            blocks.append(WHOLE_WEIGHT * whole.log_softmax(1) + sum(seen) / len(seen) if seen else whole)
        return torch.cat(blocks, 1), embedded[:, : self.whole.feature_size]
