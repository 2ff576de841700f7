"""Finds the faces in pictures as the program does it (src/inference/reading): look, narrow, draw, correct."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch.nn import functional as F

from ..networks.encoder import WIDTH
from ..vocabulary import Layout
from .released import ReleasedEncoder

NARROWINGS = 2
STEP = 0.75
"""The part of what the first drawing lacks that is added to the guess."""
COARSE = 32
"""Width at which a drawing is compared with the picture."""

Draw = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]
"""(z, φ) -> rgb [N, 3, 256, 256] in −1..1."""


@dataclass
class Faces:
    """The readings of N pictures: z [N, 128], φ [N, P], logit of a face [N], how far the first drawing is from them [N].

    drawn [N, 3, 256, 256] is the drawing of (z, φ).
    """

    z: torch.Tensor
    phi: torch.Tensor
    face: torch.Tensor
    distance: torch.Tensor
    drawn: torch.Tensor


def look(rgb: torch.Tensor, frame: torch.Tensor) -> torch.Tensor:
    """Views [N, 3, 128, 128] of pictures [N, 3, 256, 256] at frames [N, 4]; white beyond the edges."""
    theta = torch.zeros(len(rgb), 2, 3)
    theta[:, 0, 0], theta[:, 1, 1] = frame[:, 2].exp(), frame[:, 3].exp()
    theta[:, :, 2] = 2 * frame[:, :2]
    grid = F.affine_grid(theta, list(rgb.shape), align_corners=False)
    return F.avg_pool2d(F.grid_sample(rgb - 1, grid, align_corners=False) + 1, rgb.shape[-1] // WIDTH)


def within(frame: torch.Tensor, inner: torch.Tensor) -> torch.Tensor:
    """The frame in the picture of a frame `inner` that was found in the view at `frame`."""
    return torch.cat([frame[:, :2] + inner[:, :2] * frame[:, 2:].exp(), frame[:, 2:] + inner[:, 2:]], 1)


def distance(first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
    """[N]: the root mean square of the difference of colours at 32×32, 0..1, after each channel's mean is taken out."""
    difference = F.avg_pool2d(first - second, WIDTH // COARSE)
    difference = difference - difference.mean((2, 3), keepdim=True)
    return difference.square().mean((1, 2, 3)).sqrt() / 2


def normalise(weights: torch.Tensor, layout: Layout) -> torch.Tensor:
    """φ [N, P] of weights some of which may be negative."""
    blocks = [weights[:, part].clamp(min=0) for part in layout.slices.values()]
    return torch.cat([block / block.sum(1, keepdim=True).clamp(min=1e-6) for block in blocks], 1)


@torch.no_grad()
def read_faces(encoder: ReleasedEncoder, draw: Draw, rgb: torch.Tensor, step: float = STEP) -> Faces:
    """The corrected guess for each of the pictures [N, 3, 256, 256]; the distance is that of the first drawing."""

    def read(views: torch.Tensor) -> list[torch.Tensor]:
        return encoder.split(torch.cat([encoder(part) for part in views.split(50)]))

    frame = torch.zeros(len(rgb), 4)
    view = look(rgb, frame)
    z, phi, inner, face = read(view)
    for _ in range(NARROWINGS):
        frame = within(frame, inner)
        view = look(rgb, frame)
        z, phi, inner, seen = read(view)
        face = torch.maximum(face, seen)
    drawn = draw(z, phi)
    small = F.avg_pool2d(drawn, drawn.shape[-1] // WIDTH)
    if step:
        got_z, got_phi, _, _ = read(small)
        z, phi = z + step * (z - got_z), normalise(phi + step * (phi - got_phi), encoder.layout)
        drawn = draw(z, phi)
    return Faces(z, phi, face[:, 0], distance(view, small), drawn)
