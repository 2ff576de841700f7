"""How many generated pictures look like real ones: improved precision (Kynkäänniemi et al. 2019, arXiv:1904.06991)."""

from __future__ import annotations

import torch


def precision(generated: torch.Tensor, real: torch.Tensor, neighbours: int = 3) -> float:
    """The share of generated features [N, F] that lie in the manifold of the real ones [M, F].

    The manifold is the union of balls around the real points, each as wide as the distance to its k-th nearest
    real neighbour. Unlike a Fréchet distance it means something for a few hundred pictures.
    """
    real, generated = real.float(), generated.float()
    # The nearest of a point's neighbours is itself.
    radii = torch.cdist(real, real).kthvalue(neighbours + 1, dim=1).values
    return (torch.cdist(generated, real) <= radii).any(1).float().mean().item()
