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


class MouthClassifier(nn.Module):
    """The same picture seen only around the mouth: rgb [N, 3, 64, 64] -> logits [N, values of GROUPS].

    A mouth is six pixels wide. A network that looks nowhere else learned it from three thousand labels, where the
    whole-picture network stayed near chance on `expression`.
    """

    GROUPS = ("mouth", "expression")
    ROWS, COLUMNS = slice(32, 60), slice(14, 50)

    def __init__(self, layout: Layout):
        super().__init__()
        self.layout = layout.subset(self.GROUPS)
        layers: list[nn.Module] = []
        channels = 3
        for width in (32, 64, 128):
            for _ in range(2):
                layers += [nn.Conv2d(channels, width, 3, padding=1), nn.BatchNorm2d(width), nn.ReLU()]
                channels = width
            layers.append(nn.MaxPool2d(2))
        # [N, 3, 28, 36] -> [N, 128, 3, 4]
        self.trunk = nn.Sequential(*layers, nn.Dropout2d(0.2), nn.Conv2d(channels, 32, 1), nn.Flatten(), nn.ReLU())
        self.head = nn.Sequential(nn.Dropout(0.5), nn.Linear(32 * 3 * 4, self.layout.size))

    def forward(self, rgb: torch.Tensor) -> torch.Tensor:
        crop = rgb[:, :, self.ROWS, self.COLUMNS].contiguous(memory_format=torch.channels_last)
        return self.head(self.trunk(crop)).float()


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
        self.mouth = MouthClassifier(layout)

    def whole(self, rgb: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Like forward, but from the whole picture alone."""
        x = self.blocks[:-1](self.stem(rgb))
        local = F.relu(self.local(F.relu(self.local_norm(x)))).flatten(1).float()
        x = F.relu(self.norm(self.blocks[-1](x)))
        features = torch.cat([x.mean((2, 3)), x.amax((2, 3))], 1).float()
        return self.head(self.dropout(torch.cat([features, local], 1))).float(), features

    def forward(self, rgb: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        logits, features = self.whole(rgb)
        mouth = self.mouth(rgb)
        for name, part in self.mouth.layout.slices.items():
            logits[:, self.layout.slices[name]] = mouth[:, part]
        return logits, features
