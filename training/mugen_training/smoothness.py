"""How evenly pictures change along a way through z or φ."""

from __future__ import annotations

import torch

from .data import to_bytes
from .judging import Judge
from .trained import TrainedGenerator


def slerp(a: torch.Tensor, b: torch.Tensor, t: torch.Tensor) -> torch.Tensor:
    """Spherical interpolation of latents [..., Z] at t [...] in 0..1: stays at the length that the generator knows."""
    cosine = (a * b).sum(-1, keepdim=True) / (a.norm(dim=-1, keepdim=True) * b.norm(dim=-1, keepdim=True))
    angle = cosine.clamp(-1 + 1e-6, 1 - 1e-6).acos()
    t = t[..., None]
    return (torch.sin((1 - t) * angle) * a + torch.sin(t * angle) * b) / torch.sin(angle)


def step_figures(points: torch.Tensor) -> dict[str, float]:
    """Points [paths, steps + 1, D] -> how even the steps are and how direct the way is, averaged over paths.

    `largest_step`: the largest step over the mean one; 1 is perfectly even, the number of steps is one single jump.
    `detour`: length of the way over the distance of its ends; 1 is a straight line.
    """
    steps = (points[:, 1:] - points[:, :-1]).norm(dim=2)
    ends = (points[:, -1] - points[:, 0]).norm(dim=1).clamp(min=1e-6)
    largest = (steps.amax(1) / steps.mean(1).clamp(min=1e-6)).mean().item()
    return {"largest_step": round(largest, 3), "detour": round((steps.sum(1) / ends).mean().item(), 3)}


def measure_smoothness(trained: TrainedGenerator, judge: Judge, paths: int = 32, steps: int = 16) -> dict:
    """Figures along z (φ fixed; spherical) and along φ (z fixed; linear), in pixels and in the judge's features."""
    at = torch.linspace(0, 1, steps + 1).repeat(paths, 1)
    phi = trained.layout.one_hot(trained.prior.sample(2 * paths))
    z = trained.sample_latents(2 * paths)

    def spread(x: torch.Tensor) -> torch.Tensor:
        return x[:paths, None].expand(-1, steps + 1, -1)

    other_phi = phi[paths:, None]
    ways = {
        "z": (slerp(spread(z), z[paths:, None].expand(-1, steps + 1, -1), at), spread(phi)),
        "phi": (spread(z), spread(phi) + at[..., None] * (other_phi - spread(phi))),
    }
    figures: dict = {"paths": paths, "steps": steps}
    for name, (zs, phis) in ways.items():
        rgb = trained.generate(zs.flatten(0, 1), phis.flatten(0, 1))
        features = judge.judge(to_bytes(rgb)).features
        figures[name] = {
            "pixels": step_figures(rgb.reshape(paths, steps + 1, -1)),
            "features": step_figures(features.reshape(paths, steps + 1, -1)),
        }
    return figures
