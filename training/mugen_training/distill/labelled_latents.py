"""Hand-made labels of the teacher's pictures, beside the z and tags that drew them."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import torch

from ..vocabulary import Layout
from .pretrained import TAGS
from .text_map import VALUE_TAGS, LabelledLatents

PLAIN_SAMPLE = 1440
"""Ids below this are a plain sample; those above were picked for rare values, so their shares say nothing."""


def read_labelled_latents(folder: Path, layout: Layout) -> tuple[LabelledLatents, list[int]]:
    """latents.npz and attributes.csv of a folder; also the pictures' ids. Broken pictures are left out.

    Groups without a column of labels (blush, skin, era) take theirs from the tags.
    """
    latents = np.load(folder / "latents.npz")
    at = {int(identifier): row for row, identifier in enumerate(latents["id"])}
    with (folder / "attributes.csv").open(encoding="utf-8", newline="") as file:
        lines = [line for line in csv.DictReader(file) if line["quality"] != "0" and int(line["id"]) in at]
    rows = torch.tensor([at[int(line["id"])] for line in lines])
    z = torch.from_numpy(latents["z"]).float()[rows]
    tags = torch.from_numpy(latents["tags"]).float()[rows]
    columns = [_column(lines, tags, layout, name) for name in layout.names]
    data = LabelledLatents(z, tags, torch.stack(columns, 1), torch.ones(len(lines)))
    return data, [int(line["id"]) for line in lines]


def _column(lines: list[dict], tags: torch.Tensor, layout: Layout, name: str) -> torch.Tensor:
    group = layout[name]
    if name in lines[0]:
        known = {value: index for index, value in enumerate(group.values)}
        return torch.tensor([known.get(line[name], -1) for line in lines])
    if name == "era":
        return (tags[:, TAGS.index("year")] > 0).long() * group.index("modern")
    ((value, tag),) = VALUE_TAGS[name].items()
    return (tags[:, TAGS.index(tag)] > 0).long() * group.index(value)
