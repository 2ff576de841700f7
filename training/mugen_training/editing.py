"""Do morphs do what they say and nothing else, and are blends even?"""

from __future__ import annotations

import torch

from .data import to_bytes
from .judging import Judge
from .model import Model
from .precision import precision
from .smoothness import slerp
from .trained import TrainedGenerator

BLEND_STEPS = 7
"""Portraits on a blend strip, both ends included."""


def random_morphs(trained: TrainedGenerator | Model, count: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Descriptions before [N, G], after [N, G], and the group [N] of which one other value, drawn evenly, was asked."""
    before = trained.prior.sample(count)
    sizes = torch.tensor([len(group.values) for group in trained.layout.groups])
    rows, chosen = torch.arange(count), torch.randint(0, len(sizes), (count,))
    step = (torch.rand(count) * (sizes[chosen] - 1)).long() + 1
    after = before.clone()
    after[rows, chosen] = (before[rows, chosen] + step) % sizes[chosen]
    return before, after, chosen


def measure_morphs(trained: TrainedGenerator | Model, judge: Judge, count: int) -> dict:
    """Random morphs of one group with the same z, as the judge sees them.

    `reached`: the judge sees the asked value afterwards, in all and a group. `kept`: of the morphs of other groups,
    the share in which the judge names the same value before and after; `least_kept` is the worst group's.
    """
    before, after, chosen = random_morphs(trained, count)
    z = trained.sample_latents(count)
    seen = [judge.judge(to_bytes(trained.generate_labels(labels, z))) for labels in (before, after)]
    reached, kept = {}, {}
    hits = torch.zeros(count)
    for column, name in enumerate(trained.layout.names):
        first, second = (verdict.values(name) for verdict in seen)
        asked = chosen == column
        if asked.any():
            hits[asked] = (second == after[:, column])[asked].float()
            reached[name] = round(hits[asked].mean().item(), 4)
        kept[name] = round((first == second)[~asked].float().mean().item(), 4)
    return {
        "morphs": count,
        "reached_in_all": round(hits.mean().item(), 4),
        "least_kept": min(kept.values()),
        "reached": reached,
        "kept": kept,
    }


def measure_blends(trained: TrainedGenerator | Model, count: int) -> dict:
    """Blend strips of random pairs: z spherically, φ linearly, seven portraits.

    `largest_step`: the largest pixel distance of neighbours over the strip's mean; `even`: the share of strips in
    which no step is more than twice the mean.
    """
    at = torch.linspace(0, 1, BLEND_STEPS).repeat(count, 1)
    phi = trained.layout.one_hot(trained.prior.sample(2 * count))
    z = trained.sample_latents(2 * count)

    def spread(x: torch.Tensor) -> torch.Tensor:
        return x[:, None].expand(-1, BLEND_STEPS, -1)

    zs = slerp(spread(z[:count]), spread(z[count:]), at)
    phis = torch.lerp(spread(phi[:count]), spread(phi[count:]), at[..., None])
    rgb = trained.generate(zs.flatten(0, 1), phis.flatten(0, 1)).reshape(count, BLEND_STEPS, -1)
    steps = (rgb[:, 1:] - rgb[:, :-1]).norm(dim=2)
    ratio = steps.amax(1) / steps.mean(1)
    return {
        "strips": count,
        "largest_step": round(ratio.max().item(), 3),
        "even": round((ratio <= 2).float().mean().item(), 4),
    }


def measure_middles(trained: TrainedGenerator | Model, judge: Judge, real: torch.Tensor, count: int) -> dict:
    """Do the portraits half-way look like faces? Precision and the share that the judge calls deformed.

    Of `count` morphs of one group before, half-way and after, of hair colours and of blends half-way; `real` holds
    the judge's features [M, F] of real pictures.
    """
    before, after, _ = random_morphs(trained, count)
    other = trained.layout.one_hot(trained.prior.sample(count))
    z, other_z = trained.sample_latents(count), trained.sample_latents(count)
    first, last = trained.layout.one_hot(before), trained.layout.one_hot(after)
    half = torch.full((count,), 0.5)
    # Colours are changed most, and a middle of patches in both colours is what goes wrong with them.
    colours = len(trained.layout.groups[0].values)
    recoloured = before.clone()
    recoloured[:, 0] = (before[:, 0] + torch.randint(1, colours, (count,))) % colours
    strips = {
        "morph_before": (z, first),
        "morph_middle": (z, torch.lerp(first, last, 0.5)),
        "morph_after": (z, last),
        "hair_color_middle": (z, torch.lerp(first, trained.layout.one_hot(recoloured), 0.5)),
        "blend_middle": (slerp(z, other_z, half), torch.lerp(first, other, 0.5)),
    }
    deviation = real.std(0).clamp(min=1e-3)
    figures: dict = {"portraits": count}
    for name, (latents, phi) in strips.items():
        verdict = judge.judge(to_bytes(trained.generate(latents, phi)))
        figures[name] = {
            "precision": round(precision(verdict.features / deviation, real / deviation), 4),
            "called_deformed": round(verdict.deformed_share(), 4),
        }
    return figures


def measure_editing(
    trained: TrainedGenerator | Model, judge: Judge, real: torch.Tensor, morphs: int = 500, blends: int = 100
) -> dict:
    """The figures that morph and blend stand on; `real` as in measure_middles."""
    return {
        "morph": measure_morphs(trained, judge, morphs),
        "blend": measure_blends(trained, blends),
        "middles": measure_middles(trained, judge, real, morphs),
    }
