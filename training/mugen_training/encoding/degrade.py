"""Changes that pictures meet on their way back to the bot: screenshots, crops, borders, captions, casts, codecs."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image
from torch.nn import functional as F

WELL_FRAMED = 0.85
"""A face whose picture is at least this wide, in widths of what E sees, can be read as it is."""


@dataclass
class Seen:
    """rgb [N, 3, S, S] in −1..1; frame [N, 4]: the picture's centre x, y in widths from the middle, log width and height."""

    rgb: torch.Tensor
    frame: torch.Tensor


def _chance(count: int, share: float) -> torch.Tensor:
    return torch.rand(count) < share


def _uniform(count: int, low: float, high: float, columns: int = 1) -> torch.Tensor:
    return torch.empty(count, columns).uniform_(low, high)


def random_frames(count: int) -> torch.Tensor:
    """Frames [count, 4]: nearly whole, scaled or cropped by up to some 10 %, or inside a larger picture."""
    kind = torch.rand(count, 1)
    near = _uniform(count, -0.03, 0.03)
    middling = _uniform(count, math.log(0.85), math.log(1.15))
    inside = _uniform(count, math.log(0.45), math.log(0.9))
    size = torch.where(kind < 0.45, near, torch.where(kind < 0.8, middling, inside))
    size = size + _uniform(count, -0.04, 0.04, 2) * (kind > 0.15)
    # A smaller picture lies anywhere inside, a larger one loses up to a tenth at a side.
    room = ((1 - size.exp()).abs() / 2 + 0.02).clamp(max=0.4)
    return torch.cat([_uniform(count, -1, 1, 2) * room, size], 1)


def backgrounds(rgb: torch.Tensor) -> torch.Tensor:
    """Grounds [N, 3, S, S] behind pictures: one colour, a gradient or another picture, some with boxes on them."""
    n, _, size, _ = rgb.shape
    plain = torch.where(_chance(n, 0.5)[:, None], torch.where(_chance(n, 0.7)[:, None], 1.0, -1.0), _uniform(n, -1, 1, 3))
    ramp = torch.linspace(0, 1, size)[None, None, :, None]
    other = torch.where(_chance(n, 0.3)[:, None], _uniform(n, -1, 1, 3), plain)
    ground = plain[:, :, None, None] * (1 - ramp) + other[:, :, None, None] * ramp
    ground = ground.expand(-1, -1, -1, size).clone()
    borrowed = _chance(n, 0.15)
    ground[borrowed] = F.avg_pool2d(rgb.roll(3, 0)[borrowed].flip(2), 5, 1, 2)
    for row in _chance(n, 0.3).nonzero().flatten().tolist():
        for _ in range(int(torch.randint(1, 6, ()))):
            paint_box(ground[row])
    return ground


def paint_box(rgb: torch.Tensor, height: float = 0.5) -> None:
    """Fills a random box of one picture [3, S, S], some of them with lines like text's."""
    size = rgb.shape[-1]
    top, left = torch.randint(0, size, (2,)).tolist()
    bottom = top + int(torch.randint(2, max(3, int(size * height)), ()))
    right = left + int(torch.randint(4, size, ()))
    colour = torch.empty(3, 1, 1).uniform_(-1, 1)
    rgb[:, top:bottom, left:right] = colour
    if torch.rand(()) < 0.5:
        part = rgb[:, top + 2 : bottom - 2 : 3, left + 2 : right - 2]
        part.copy_(torch.where(torch.rand(part.shape[1:]) < 0.6, -colour, part))


def place(rgb: torch.Tensor, ground: torch.Tensor, frame: torch.Tensor) -> torch.Tensor:
    """The pictures [N, 3, S, S] at their frames on their grounds."""
    moved, inside = move(rgb, frame)
    return torch.where(inside, moved, ground)


def move(maps: torch.Tensor, frame: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Maps [N, C, S, S] at their frames, and [N, 1, S, S]: where they lie."""
    scale = (-frame[:, 2:]).exp()
    theta = torch.zeros(len(maps), 2, 3)
    theta[:, 0, 0], theta[:, 1, 1] = scale[:, 0], scale[:, 1]
    theta[:, :, 2] = -2 * frame[:, :2] * scale
    grid = F.affine_grid(theta, list(maps.shape), align_corners=False)
    inside = ((grid.abs() <= 1).all(3))[:, None]
    return F.grid_sample(maps, grid, padding_mode="border", align_corners=False), inside


def caption_bars(rgb: torch.Tensor, share: float = 0.15) -> torch.Tensor:
    """Bars with lines of text over the top or the bottom of some pictures."""
    size = rgb.shape[-1]
    for row in _chance(len(rgb), share).nonzero().flatten().tolist():
        height = int(torch.randint(size // 16, size // 6, ()))
        at = 0 if torch.rand(()) < 0.4 else size - height
        ink = float(torch.randint(0, 2, ())) * 2 - 1
        rgb[row, :, at : at + height] = -ink
        lines = rgb[row, :, at + 3 : at + height - 3, 6:-6]
        lines.copy_(torch.where(torch.rand(lines.shape[1:]) < 0.4, ink, lines))
    return rgb


def colour_cast(rgb: torch.Tensor, share: float = 0.6) -> torch.Tensor:
    """Other brightness, contrast, saturation and white, as filters and screens give them."""
    n = len(rgb)
    unit = (rgb + 1) / 2
    grey = unit.mean(1, keepdim=True)
    changed = torch.lerp(grey, unit, _uniform(n, 0.8, 1.2)[:, :, None, None])
    changed = changed.clamp(1e-3, 1) ** _uniform(n, 0.85, 1.18)[:, :, None, None]
    gain = _uniform(n, 0.88, 1.06)[:, :, None, None] * _uniform(n, 0.93, 1.05, 3)[:, :, None, None]
    changed = (changed * gain + _uniform(n, -0.03, 0.05)[:, :, None, None]).clamp(0, 1)
    return torch.where(_chance(n, share)[:, None, None, None], changed * 2 - 1, rgb)


def soften(rgb: torch.Tensor, share: float = 0.35) -> torch.Tensor:
    """Some pictures were small once: shrunk and enlarged again."""
    size = rgb.shape[-1]
    for row in _chance(len(rgb), share).nonzero().flatten().tolist():
        small = int(torch.randint(size * 3 // 8, size, ()))
        part = F.interpolate(rgb[row : row + 1], size=(small, small), mode="bilinear", antialias=True, align_corners=False)
        mode = "bilinear" if torch.rand(()) < 0.7 else "nearest"
        corners = {"align_corners": False} if mode == "bilinear" else {}
        rgb[row : row + 1] = F.interpolate(part, size=(size, size), mode=mode, **corners)
    return rgb


def recode(rgb: torch.Tensor, share: float = 0.35) -> torch.Tensor:
    """Some pictures go through JPEG or WebP of random quality."""
    for row in _chance(len(rgb), share).nonzero().flatten().tolist():
        pixels = ((rgb[row] + 1) * 127.5).round().clamp(0, 255).byte().permute(1, 2, 0).numpy()
        kind = "JPEG" if torch.rand(()) < 0.85 else "WEBP"
        buffer = io.BytesIO()
        options = {"method": 0} if kind == "WEBP" else {}
        Image.fromarray(np.ascontiguousarray(pixels)).save(buffer, kind, quality=int(torch.randint(35, 95, ())), **options)
        decoded = np.asarray(Image.open(buffer).convert("RGB"))
        rgb[row] = torch.from_numpy(decoded.copy()).permute(2, 0, 1).float() / 127.5 - 1
    return rgb


def degrade(rgb: torch.Tensor, frame: torch.Tensor | None = None) -> Seen:
    """Pictures [N, 3, S, S] in −1..1 as they may come back; frame: where to put them, random if None."""
    frame = random_frames(len(rgb)) if frame is None else frame
    placed = place(rgb, backgrounds(rgb), frame)
    changed = soften(colour_cast(caption_bars(placed)))
    noise = torch.randn_like(changed) * _uniform(len(rgb), 0, 0.06)[:, :, None, None]
    changed = torch.where(_chance(len(rgb), 0.15)[:, None, None, None], changed + noise, changed)
    return Seen(recode(changed.clamp(-1, 1)), frame)


def faceless(rgb: torch.Tensor) -> torch.Tensor:
    """As many pictures without a face: shuffled parts of faces, clouds of noise, boxes and strongly enlarged corners."""
    n, _, size, _ = rgb.shape
    made = backgrounds(rgb)
    for row, kind in enumerate(torch.randint(0, 4, (n,)).tolist()):
        if kind == 0:
            cells = int(2 ** torch.randint(2, 4, ()))
            parts = rgb[row].unfold(1, size // cells, size // cells).unfold(2, size // cells, size // cells)
            parts = parts.flatten(1, 2)[:, torch.randperm(cells**2)]
            columns = parts.permute(0, 2, 3, 1).flatten(0, 2).view(1, -1, cells**2)
            made[row] = F.fold(columns, size, size // cells, stride=size // cells)[0]
        elif kind == 1:
            waves = sum(
                F.interpolate(torch.randn(1, 3, 2**octave, 2**octave), size=(size, size), mode="bilinear", align_corners=False)
                / 2 ** (octave * 0.8)
                for octave in range(1, 8)
            )
            made[row] = (waves[0] * 1.5 + torch.empty(3, 1, 1).uniform_(-0.5, 0.5)).tanh()
        elif kind == 2:
            corner = torch.randint(0, 2, (2,)) * (size - size // 4)
            part = rgb[row : row + 1, :, corner[0] : corner[0] + size // 4, corner[1] : corner[1] + size // 4]
            made[row] = F.interpolate(part, size=(size, size), mode="bilinear", align_corners=False)[0]
        else:
            for _ in range(int(torch.randint(2, 12, ()))):
                paint_box(made[row])
    return made
