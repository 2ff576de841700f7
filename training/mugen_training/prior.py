"""The prior over descriptions: exemplars from which the groups that nobody named are drawn, given the named ones.

`src/attributes/embedding.ts` draws from the same rows in the same way when it serves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch

from .labels import SoftLabels, sample_labels
from .vocabulary import Layout

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
MISMATCH_WEIGHT = 0.02
"""The weight of a row that differs in a named group beside one that agrees: rare combinations still find a row."""


@dataclass
class Prior:
    """labels int64 [R, G]: one row an exemplar, one column a group of `layout`."""

    layout: Layout
    labels: torch.Tensor

    def rows(self) -> list[str]:
        """One string a row, one base-36 digit a group."""
        return ["".join(DIGITS[value] for value in row) for row in self.labels.tolist()]

    def sample(self, count: int, named: Mapping[str, int] | None = None) -> torch.Tensor:
        """Labels [count, G]; the groups in `named` (name -> value index) are as asked, the others fit them."""
        weights = torch.ones(len(self.labels))
        for name, value in (named or {}).items():
            agrees = self.labels[:, self.layout.names.index(name)] == value
            weights *= agrees.float() + MISMATCH_WEIGHT
        drawn = self.labels[torch.multinomial(weights, count, replacement=True)].clone()
        for name, value in (named or {}).items():
            drawn[:, self.layout.names.index(name)] = value
        return drawn


def build_prior(soft: SoftLabels, keep: torch.Tensor, whole: Layout, layout: Layout, count: int = 4000) -> Prior:
    """Exemplars of the pictures that the mask `keep` [N] leaves and that are not deformed, in natural proportions.

    `whole` is the layout of the table, `layout` that of the model.
    """
    columns = torch.cat([torch.arange(whole.size)[whole.slices[name]] for name in layout.names])
    candidates = (keep & (soft.deformed <= 0.5)).nonzero().flatten()
    picks = candidates[torch.randperm(len(candidates))[:count]]
    return Prior(layout, sample_labels(soft.probabilities[picks][:, columns], layout))
