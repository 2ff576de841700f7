"""Sheets of generated faces: pictures to look at."""

from __future__ import annotations

from pathlib import Path

import torch
from PIL import Image


def tile(rgb: torch.Tensor, columns: int, gap: int = 2) -> Image.Image:
    """rgb [N, 3, S, S] in −1..1 -> one picture with `columns` columns on white."""
    n, _, size, _ = rgb.shape
    rows = (n + columns - 1) // columns
    step = size + gap
    canvas = torch.full((3, rows * step - gap, columns * step - gap), 255, dtype=torch.uint8)
    pixels = ((rgb.clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8).cpu()
    for i in range(n):
        y, x = (i // columns) * step, (i % columns) * step
        canvas[:, y : y + size, x : x + size] = pixels[i]
    return Image.fromarray(canvas.permute(1, 2, 0).contiguous().numpy())


def save_sheet(path: Path, rgb: torch.Tensor, columns: int, scale: int = 1) -> None:
    """Writes `tile(rgb)`, enlarged `scale` times without smoothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet = tile(rgb, columns)
    if scale > 1:
        sheet = sheet.resize((sheet.width * scale, sheet.height * scale), Image.NEAREST)
    sheet.save(path)
