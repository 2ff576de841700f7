"""The sheets that an evaluation leaves to look at."""

from __future__ import annotations

import itertools
from pathlib import Path

import torch
from torch.nn import functional as F

from .model import Model
from .networks.upscaler import Upscaler
from .sheets import save_sheet
from .smoothness import slerp
from .train_upscaler import enlarge
from .trained import TrainedGenerator

COLUMNS = 9


def show(rgb: torch.Tensor, upscaler: Upscaler | None, size: int) -> torch.Tensor:
    """rgb [N, 3, S, S] enlarged where there is a super-resolution stage, then averaged to `size` if it is larger."""
    large = rgb if upscaler is None else enlarge(upscaler, rgb)
    return large if size >= large.shape[-1] else F.avg_pool2d(large, large.shape[-1] // size)


def colour_grid(trained: TrainedGenerator | Model) -> tuple[torch.Tensor, int]:
    """(rgb of every hair colour (rows) with every eye colour (columns), columns); one z and one rest of φ for all."""
    hair, eyes = trained.layout["hair_color"], trained.layout["eye_color"]
    labels = trained.prior.sample(1).repeat(len(hair.values) * len(eyes.values), 1)
    labels[:, trained.layout.names.index("hair_color")] = torch.arange(len(hair.values)).repeat_interleave(len(eyes.values))
    labels[:, trained.layout.names.index("eye_color")] = torch.arange(len(eyes.values)).repeat(len(hair.values))
    return trained.generate_labels(labels, trained.sample_latents(1).expand(len(labels), -1)), len(eyes.values)


def morph_rows(trained: TrainedGenerator | Model) -> torch.Tensor:
    """One row a group: the group moves through up to three of its values while z and the rest of φ stand still."""
    rows = []
    for group in trained.layout.groups:
        base = trained.layout.one_hot(trained.prior.sample(1))
        stops = torch.linspace(0, len(group.values) - 1, min(3, len(group.values))).round().long()
        ways = []
        for start, end in itertools.pairwise(stops):
            block = torch.zeros(2, len(group.values))
            block[0, start] = block[1, end] = 1
            t = torch.linspace(0, 1, (COLUMNS - 1) // (len(stops) - 1) + 1)[:, None]
            way = (1 - t) * block[:1] + t * block[1:]
            ways.append(way if not ways else way[1:])
        phi = base.repeat(COLUMNS, 1)
        phi[:, trained.layout.slices[group.name]] = torch.cat(ways)
        rows.append(trained.generate(trained.sample_latents(1).expand(COLUMNS, -1), phi))
    return torch.cat(rows)


def blend_rows(trained: TrainedGenerator | Model, count: int = 10) -> torch.Tensor:
    """One row a blend of two faces: z spherically, φ linearly."""
    z, phi = trained.sample_latents(2 * count), trained.layout.one_hot(trained.prior.sample(2 * count))
    t = torch.linspace(0, 1, COLUMNS).repeat(count)
    first, second = (torch.arange(count).repeat_interleave(COLUMNS) + offset for offset in (0, count))
    mixed = phi[first] + t[:, None] * (phi[second] - phi[first])
    return trained.generate(slerp(z[first], z[second], t), mixed)


def save_sheets(folder: Path, trained: TrainedGenerator, upscaler: Upscaler | None) -> list[str]:
    """Writes samples (64 and 256), the colour grid, the morphs and the blends; returns the file names."""
    samples = trained.generate_labels(trained.prior.sample(64))
    grid, eye_colours = colour_grid(trained)
    sheets = {
        "samples-64.png": (samples, 8),
        "samples-256.webp": (show(samples, upscaler, 256), 8),
        "hair-eyes.webp": (show(grid, upscaler, 128), eye_colours),
        "morphs.webp": (show(morph_rows(trained), upscaler, 128), COLUMNS),
        "blends.webp": (show(blend_rows(trained), upscaler, 128), COLUMNS),
    }
    for name, (rgb, columns) in sheets.items():
        save_sheet(folder / name, rgb, columns)
    return list(sheets)
