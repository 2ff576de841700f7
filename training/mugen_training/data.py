"""The faces data set: pictures in tar files or a folder, captions, optional hand-made labels."""

from __future__ import annotations

import csv
import hashlib
import io
import logging
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from PIL import Image, UnidentifiedImageError
from torch.nn import functional as F

from .vocabulary import Layout

log = logging.getLogger(__name__)

VALIDATION_PERCENT = 5
LABEL_HOLDOUT_PERCENT = 20
UNKNOWN = -1
CAPTION_GROUPS = ("hair_color", "eye_color")
"""The groups that a caption names, in order."""


class DataError(Exception):
    """The data set cannot be used as it is; the message says where and why."""


def bucket(picture_id: str) -> int:
    """0..99 from a hash of the id: the split never depends on the order or number of files."""
    return int.from_bytes(hashlib.sha1(picture_id.encode()).digest()[:4], "big") % 100


def is_validation(picture_id: str) -> bool:
    """True for the pictures that no network is ever trained on."""
    return bucket(picture_id) < VALIDATION_PERCENT


def is_label_holdout(picture_id: str) -> bool:
    """True for the hand-made labels kept for measuring classifiers (the validation pictures among them)."""
    return bucket(picture_id) < LABEL_HOLDOUT_PERCENT


@dataclass
class Faces:
    """Pictures with their labels.

    ids: picture ids; images: uint8 [N, 3, S, S]; labels: int64 [N, groups], UNKNOWN where nobody said;
    quality: int64 [N], 0 deformed, 1 flawed, 2 clean, UNKNOWN; origin: float [N, K], the numbers that a pretrained
    generator drew each picture from (z, then tags), K = 0 where none are known.
    """

    ids: list[str]
    images: torch.Tensor
    labels: torch.Tensor
    quality: torch.Tensor
    origin: torch.Tensor | None = None

    def __post_init__(self) -> None:
        if self.origin is None:
            self.origin = torch.zeros(len(self.ids), 0)

    def where(self, mask: torch.Tensor) -> Faces:
        """The pictures that the boolean mask [N] keeps."""
        kept = mask.nonzero().flatten()
        rows = (part[kept] for part in (self.images, self.labels, self.quality, self.origin))
        return Faces([self.ids[i] for i in kept.tolist()], *rows)

    def at_size(self, size: int) -> Faces:
        """The same with pictures of width `size`, averaged over whole pixels."""
        factor, rest = divmod(self.images.shape[-1], size)
        if rest or not factor:
            raise DataError(f"pictures of {self.images.shape[-1]} pixels cannot be averaged to {size}")
        if factor == 1:
            return self
        chunks = (F.avg_pool2d(chunk.float(), factor).round().to(torch.uint8) for chunk in self.images.split(256))
        return replace(self, images=torch.cat(list(chunks)))

    @property
    def validation_mask(self) -> torch.Tensor:
        """bool [N]: the 5 % that no network is trained on."""
        return torch.tensor([is_validation(picture_id) for picture_id in self.ids])

    @property
    def label_holdout_mask(self) -> torch.Tensor:
        """bool [N]: pictures whose hand-made labels no classifier is trained on."""
        return torch.tensor([is_label_holdout(picture_id) for picture_id in self.ids])


def parse_caption(caption: str, layout: Layout) -> dict[str, str]:
    """`<hair> hair <eyes> eyes` -> {hair_color, eye_color}; ValueError on anything else."""
    words = caption.split()
    if len(words) != 4 or words[1] != "hair" or words[3] != "eyes":
        raise ValueError(f"expected '<colour> hair <colour> eyes', got {caption!r}")
    found = dict(zip(CAPTION_GROUPS, words[::2]))
    for group, value in found.items():
        if value not in layout[group].values:
            raise ValueError(f"{value!r} is no {group}; known: {', '.join(layout[group].values)}")
    return found


def read_captions(root: Path, layout: Layout) -> dict[str, dict[str, str]]:
    """{id: {group: value}} of tags.csv or, without it, of the colours in attributes.csv.

    A caption that names no known value stops with its line number.
    """
    path = root / "tags.csv"
    if not path.exists():
        with (root / "attributes.csv").open(encoding="utf-8", newline="") as file:
            return {row["id"]: {name: row[name] for name in CAPTION_GROUPS if row.get(name)} for row in csv.DictReader(file)}
    captions: dict[str, dict[str, str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), start=2):
            try:
                captions[row["id"]] = parse_caption(row["caption"] or "", layout)
            except ValueError as error:
                raise DataError(f"{path.name}, line {line}: {error}") from error
    return captions


def iterate_pictures(root: Path, pattern: str = "images*.tar") -> Iterator[tuple[str, bytes]]:
    """(id, encoded bytes) from every matching tar file, then from loose .jpg/.png/.webp files in `root`."""
    for archive in sorted(root.glob(pattern)):
        with tarfile.open(archive) as tar:
            for member in tar:
                if member.isfile() and (file := tar.extractfile(member)):
                    yield Path(member.name).stem, file.read()
    for path in sorted(p for p in root.iterdir() if p.suffix.lower() in {".jpg", ".png", ".webp"}):
        yield path.stem, path.read_bytes()


def decode_picture(encoded: bytes, size: int | None = None) -> np.ndarray | None:
    """Encoded bytes -> uint8 [3, size, size], or None if they are unreadable or of another size (if given) or shape."""
    try:
        with Image.open(io.BytesIO(encoded)) as image:
            pixels = np.asarray(image.convert("RGB"))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return None
    width = size or pixels.shape[1]
    return pixels.transpose(2, 0, 1) if pixels.shape == (width, width, 3) else None


def _apply_hand_labels(path: Path, layout: Layout, labels: dict[str, list[int]]) -> dict[str, int]:
    """Fills the groups of attributes.csv into `labels`; returns each picture's quality. Unknown values stay unknown."""
    quality: dict[str, int] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["id"] not in labels:
                continue
            for column, group in enumerate(layout.groups):
                value = row.get(group.name)
                if value in group.values:
                    labels[row["id"]][column] = group.index(value)
            quality[row["id"]] = int(row.get("quality") or UNKNOWN)
    return quality


def load_faces(root: Path, layout: Layout, size: int | None = None) -> Faces:
    """Reads a data folder: pictures, captions and, where they are there, attributes.csv and latents.npz.

    size: width of the pictures, that of the first one unless given. A captioned picture that is missing, unreadable or
    of another size is skipped and counted in the log. Raises DataError on an unknown caption or when nothing is left.
    """
    captions = read_captions(root, layout)
    labels = {
        picture_id: [
            group.index(found[group.name]) if found.get(group.name) in group.values else UNKNOWN for group in layout.groups
        ]
        for picture_id, found in captions.items()
    }
    hand_labels = root / "attributes.csv"
    quality = _apply_hand_labels(hand_labels, layout, labels) if hand_labels.exists() else {}
    ids, images, unreadable = [], [], 0
    for picture_id, encoded in iterate_pictures(root):
        if picture_id not in captions:
            continue
        pixels = decode_picture(encoded, size)
        if pixels is None:
            unreadable += 1
            continue
        size = pixels.shape[-1]
        ids.append(picture_id)
        images.append(pixels)
    missing = len(captions) - len(ids) - unreadable
    log.info("%d pictures read, %d unreadable, %d missing", len(ids), unreadable, missing)
    if not ids:
        raise DataError(f"{root} holds no readable picture{f' of {size}x{size}' if size else ''} with a caption")
    return Faces(
        ids,
        torch.from_numpy(np.stack(images)),
        torch.tensor([labels[picture_id] for picture_id in ids]),
        torch.tensor([quality.get(picture_id, UNKNOWN) for picture_id in ids]),
        _read_origins(root / "latents.npz", ids),
    )


def _read_origins(path: Path, ids: list[str]) -> torch.Tensor | None:
    """z and tags [N, K] of the pictures, if the file is there and knows them all."""
    if not path.exists():
        return None
    saved = np.load(path)
    rows = {str(picture_id): row for row, picture_id in enumerate(saved["id"].tolist())}
    if missing := [picture_id for picture_id in ids if picture_id not in rows]:
        raise DataError(f"{path.name} lacks {len(missing)} of the pictures, such as {missing[0]}")
    origins = np.concatenate([saved["z"], saved["tags"]], 1)
    return torch.from_numpy(origins[[rows[picture_id] for picture_id in ids]]).float()


def to_float(images: torch.Tensor) -> torch.Tensor:
    """uint8 0..255 -> float32 −1..1, same shape, channels-last in memory."""
    return (images.float() / 127.5 - 1).contiguous(memory_format=torch.channels_last)


def to_bytes(rgb: torch.Tensor) -> torch.Tensor:
    """rgb in −1..1 -> uint8, the pictures as they are served."""
    return ((rgb.clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8)


def random_flip(images: torch.Tensor) -> torch.Tensor:
    """[N, C, H, W] with each picture mirrored with probability ½."""
    flip = torch.rand(images.shape[0], device=images.device) < 0.5
    return torch.where(flip[:, None, None, None], images.flip(3), images)
