"""Pairs of a small and a large picture for the super-resolution stage."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from .data import DataError, decode_picture, is_validation, iterate_pictures

log = logging.getLogger(__name__)

SMALL, LARGE = 64, 256


@dataclass
class Pairs:
    """ids; small uint8 [N, 3, 64, 64]; large uint8 [N, 3, 256, 256]."""

    ids: list[str]
    small: torch.Tensor
    large: torch.Tensor

    def split(self) -> tuple[Pairs, Pairs]:
        """(training pairs, validation pairs), by the same hash of the id as everywhere else."""
        held_out = torch.tensor([is_validation(picture_id) for picture_id in self.ids])
        return self._where(~held_out), self._where(held_out)

    def _where(self, mask: torch.Tensor) -> Pairs:
        kept = mask.nonzero().flatten()
        return Pairs([self.ids[i] for i in kept.tolist()], self.small[kept], self.large[kept])


def _iterate_large(root: Path) -> Iterator[tuple[str, bytes]]:
    folder = root / f"hires-{LARGE}"
    if folder.is_dir():
        yield from iterate_pictures(folder, "*.tar")
    yield from iterate_pictures(root, f"hires-{LARGE}*.tar")


def load_pairs(root: Path, limit: int | None = None) -> Pairs:
    """Pictures of `root` that are there at both sizes: hires-256*.tar or a folder hires-256 beside the small ones.

    A large picture that is unreadable, or whose small one is, is skipped and counted in the log.
    """
    large: dict[str, np.ndarray] = {}
    for picture_id, encoded in _iterate_large(root):
        pixels = decode_picture(encoded, LARGE)
        if pixels is not None:
            large[picture_id] = pixels
        if limit and len(large) >= limit:
            break
    small: dict[str, np.ndarray] = {}
    for picture_id, encoded in iterate_pictures(root):
        if picture_id in large and (pixels := decode_picture(encoded, SMALL)) is not None:
            small[picture_id] = pixels
    ids = [picture_id for picture_id in large if picture_id in small]
    log.info("%d pairs read, %d large pictures without a small one", len(ids), len(large) - len(ids))
    if not ids:
        raise DataError(f"{root} holds no picture at both {SMALL}x{SMALL} and {LARGE}x{LARGE}")
    return Pairs(
        ids,
        torch.from_numpy(np.stack([small[picture_id] for picture_id in ids])),
        torch.from_numpy(np.stack([large[picture_id] for picture_id in ids])),
    )
