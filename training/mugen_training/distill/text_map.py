"""The linear map from a text's φ to what the teacher understands: its tags, and a shift of z for what it has no tag for.

The teacher leaves fringe, neck, clothes, half-closed eyes and the like to z. They are read from z well by a linear
model, so φ moves z along those directions (cf. InterFaceGAN, arXiv:1907.10786) and chance loses most of its say there:

    z′ = z − (1 − ρ) Q Qᵀ z + S φ        tags = T φ + t

Q spans the directions of all such groups, S holds one shift per value. The map is linear, so it folds into the trunk's
stem: the exported generator is one network G(z, φ).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional as F

from ..vocabulary import Layout
from .pretrained import EYES, HAIR, LATENT_SIZE, TAGS

VALUE_TAGS = {
    "hair_length": {"long": "long", "short": "short"},
    "hair_style": {"wavy": "drills", "twintails": "twintails", "ponytail": "ponytail"},
    "mouth": {"open": "open_mouth"},
    "expression": {"smile": "smile"},
    "blush": {"yes": "blush"},
    "ornament": {"ribbon": "ribbon", "hat": "hat"},
    "skin": {"dark": "dark_skin"},
    "glasses": {"yes": "glasses"},
    "hair_color": {name: f"hair:{name}" for name in HAIR},
    "eye_color": {name: f"eyes:{name}" for name in EYES},
}
"""group -> value -> the tag that a text of this value turns on."""

TAG_STRENGTH = {"drills": 0.4, "twintails": 0.7}
"""How far a whole value turns a tag on, where it is not all the way (1): drills bleach the hair when they are whole."""

LATENT_GROUPS = ("hair_length", "hair_style", "bangs", "expression", "eyes", "ornament", "neck", "outfit", "look")
"""Groups of which z decides something that no tag does."""

REMAINING_CHANCE = 0.3
"""ρ: how much of its own part along the directions z keeps."""


SHORTEST, LONGEST, LONGEST_BESIDE_TAG = 0.8, 4.5, 1.2
"""Bounds of a shift's length in standard deviations of z: the usual value is asked for too, and a tag does most itself."""


class TextMap(nn.Module):
    """(z [N, 128], φ [N, P]) -> (z′ [N, 128], tags [N, 36])."""

    def __init__(self, layout: Layout):
        super().__init__()
        self.layout = layout
        weight, bias = tag_weights(layout)
        self.register_buffer("tag_weight", weight)
        self.register_buffer("tag_bias", bias)
        self.register_buffer("keep", torch.eye(LATENT_SIZE))
        self.shift = nn.Parameter(torch.zeros(layout.size, LATENT_SIZE))

    def forward(self, z: torch.Tensor, phi: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        return z @ self.keep + phi @ self.shift, phi @ self.tag_weight + self.tag_bias

    @torch.no_grad()
    def fold(self, stem: nn.Linear) -> nn.Linear:
        """A stem over [z, φ] that equals `stem` over [z′, tags]."""
        latent, tags = stem.weight[:, :LATENT_SIZE], stem.weight[:, LATENT_SIZE:]
        folded = nn.Linear(LATENT_SIZE + self.layout.size, stem.out_features)
        phi = latent @ self.shift.T + tags @ self.tag_weight.T
        folded.weight.copy_(torch.cat([latent @ self.keep.T, phi], 1))
        folded.bias.copy_(stem.bias + tags @ self.tag_bias)
        return folded


def tag_weights(layout: Layout) -> tuple[torch.Tensor, torch.Tensor]:
    """Weight [P, 36] and bias [36] of φ's map to tags: −1 where a value is absent, +1 where it is whole."""
    weight, bias = torch.zeros(layout.size, len(TAGS)), torch.full((len(TAGS),), -1.0)
    for group in layout.groups:
        start = layout.slices[group.name].start
        for value, tag in VALUE_TAGS.get(group.name, {}).items():
            if value in group.values:
                weight[start + group.index(value), TAGS.index(tag)] = 1 + TAG_STRENGTH.get(tag, 1)
    bias[-1] = 0.0
    if "era" in layout.names:
        era = layout.slices["era"].start
        for value, year in (("classic", -1.0), ("modern", 1.0)):
            weight[era + layout["era"].index(value), -1] = year
    return weight, bias


@dataclass(frozen=True)
class LabelledLatents:
    """z [N, 128] and tags [N, 36] of pictures, labels int64 [N, G] in a layout's groups (−1: no label), weights [N]."""

    z: torch.Tensor
    tags: torch.Tensor
    labels: torch.Tensor
    weights: torch.Tensor


@dataclass(frozen=True)
class Readout:
    """A linear model of a group's value: logits [V] = level + directions [V, 128] · z, at average tags."""

    directions: torch.Tensor
    level: torch.Tensor


def fit_readout(data: LabelledLatents, column: int, values: int, decay: float = 0.01) -> Readout:
    """A multinomial logistic regression on z and tags; rare values count more in it, but `level` knows their shares."""
    rows = data.labels[:, column] >= 0
    inputs, target, weights = torch.cat([data.z, data.tags], 1)[rows], data.labels[rows, column], data.weights[rows]
    counts = torch.zeros(values).scatter_add_(0, target, weights).clamp(min=1)
    rarity = (weights.sum() / values / counts).sqrt()
    weights = weights * rarity[target]
    weight = torch.zeros(inputs.shape[1], values, requires_grad=True)
    bias = torch.zeros(values, requires_grad=True)
    optimizer = torch.optim.LBFGS([weight, bias], max_iter=80)

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        errors = F.cross_entropy(inputs @ weight + bias, target, reduction="none")
        loss = (errors * weights).sum() / weights.sum() + decay * weight.square().sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    directions = weight.detach()[:LATENT_SIZE].T
    level = bias.detach() + data.tags[rows].mean(0) @ weight.detach()[LATENT_SIZE:] - rarity.log()
    return Readout(directions - directions.mean(0), level)


def fit_text_map(layout: Layout, data: LabelledLatents, margin: float = 2.5) -> TextMap:
    """The map whose shifts raise a value's logit above its group's and leave other groups' logits where they are.

    margin: by how much a value's logit has to lead the others' at z = 0.
    """
    text_map = TextMap(layout)
    names = [name for name in LATENT_GROUPS if name in layout.names]
    readouts = {n: fit_readout(data, layout.names.index(n), len(layout[n].values)) for n in names}
    # Unit length per direction: a rare value's short direction counts as much as a common one's.
    stacked = F.normalize(torch.cat([readout.directions for readout in readouts.values()]), dim=1)
    span = torch.linalg.svd(stacked, full_matrices=False)
    basis = span.Vh[0.3 * span.S.max() < span.S]
    text_map.keep.copy_(torch.eye(LATENT_SIZE) - (1 - REMAINING_CHANCE) * basis.T @ basis)
    # Ridge solution of stacked · shift = wanted.
    inverse = torch.linalg.solve(stacked @ stacked.T + 0.3 * torch.eye(len(stacked)), stacked)
    start = 0
    for name, readout in readouts.items():
        count = len(readout.level)
        wanted = torch.zeros(count, len(stacked))
        wanted[:, start : start + count] = torch.eye(count) - 1 / count
        towards = F.normalize(wanted @ inverse, dim=1)
        tagged = VALUE_TAGS.get(name, {})
        longest = [LONGEST_BESIDE_TAG if value in tagged else LONGEST for value in layout[name].values]
        lengths = torch.tensor([_length(readout, v, towards[v], margin).clamp(SHORTEST, longest[v]) for v in range(count)])
        text_map.shift.data[layout.slices[name]] = towards * lengths[:, None]
        start += count
    return text_map


def _length(readout: Readout, value: int, towards: torch.Tensor, margin: float) -> torch.Tensor:
    """The shortest step along `towards` [128] with which `value` leads its group by `margin`; a number."""
    others = torch.arange(len(readout.level)) != value
    gain = readout.directions @ towards
    missing = margin - (readout.level[value] - readout.level[others])
    per_unit = (gain[value] - gain[others]).clamp(min=1e-3)
    return (missing / per_unit).max()
