"""The attribute vocabulary and the layout of φ, read from the file that the TypeScript side reads too."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import torch

VOCABULARY_FILE = Path(__file__).resolve().parents[2] / "src" / "attributes" / "vocabulary.json"


@dataclass(frozen=True)
class Group:
    """One attribute group: its name and its mutually exclusive values, in φ order."""

    name: str
    values: tuple[str, ...]

    def index(self, value: str) -> int:
        """Index of `value`; KeyError names the known values."""
        if value not in self.values:
            raise KeyError(f"{self.name} has no value {value!r}; known: {', '.join(self.values)}")
        return self.values.index(value)


class Layout:
    """φ as a concatenation of one block a group; a block is a soft assignment that sums to one."""

    def __init__(self, groups: list[Group]):
        self.groups = tuple(groups)
        self.names = tuple(group.name for group in groups)
        self.slices: dict[str, slice] = {}
        offset = 0
        for group in groups:
            self.slices[group.name] = slice(offset, offset + len(group.values))
            offset += len(group.values)
        self.size = offset

    def __getitem__(self, name: str) -> Group:
        return self.groups[self.names.index(name)]

    def subset(self, names: list[str] | tuple[str, ...]) -> Layout:
        """The layout of a model that is conditioned on these groups only, in vocabulary order."""
        return Layout([group for group in self.groups if group.name in names])

    def one_hot(self, labels: torch.Tensor) -> torch.Tensor:
        """Labels [N, groups] of value indices -> φ [N, size]."""
        starts = torch.tensor([self.slices[name].start for name in self.names], device=labels.device)
        phi = torch.zeros(labels.shape[0], self.size, device=labels.device)
        return phi.scatter_(1, labels.long() + starts, 1.0)

    def blocks(self, phi: torch.Tensor) -> dict[str, torch.Tensor]:
        """φ [..., size] -> a view [..., values] a group."""
        return {name: phi[..., part] for name, part in self.slices.items()}


def load_layout(path: Path = VOCABULARY_FILE) -> Layout:
    """The layout of the whole vocabulary."""
    document = json.loads(path.read_text(encoding="utf-8"))
    return Layout([Group(group["name"], tuple(group["values"])) for group in document["groups"]])
