"""The Fréchet distance between two clouds of features (Heusel et al. 2017, arXiv:1706.08500)."""

from __future__ import annotations

import torch


def _moments(features: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    x = features.double()
    mean = x.mean(0)
    centred = x - mean
    return mean, centred.T @ centred / (len(x) - 1)


def _square_root(matrix: torch.Tensor) -> torch.Tensor:
    values, vectors = torch.linalg.eigh(matrix)
    return (vectors * values.clamp(min=0).sqrt()) @ vectors.T


def frechet_distance(a: torch.Tensor, b: torch.Tensor) -> float:
    """‖μa − μb‖² + tr(Ca + Cb − 2 (Ca Cb)^½) of features [N, F] and [M, F]; compare only equal counts with each other."""
    (mean_a, cov_a), (mean_b, cov_b) = _moments(a), _moments(b)
    root = _square_root(cov_a)
    # Ca^½ Cb Ca^½ is symmetric and has the eigenvalues of Ca Cb.
    mixed = torch.linalg.eigvalsh(root @ cov_b @ root).clamp(min=0).sqrt().sum()
    return float((mean_a - mean_b).square().sum() + cov_a.trace() + cov_b.trace() - 2 * mixed)
