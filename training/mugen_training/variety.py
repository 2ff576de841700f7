"""How different the pictures of one text are, how sharp, and how many in a ten-pull are near-copies of one another."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch.nn import functional as F

from .data import to_bytes
from .judging import Judge
from .model import Model

SMALL = 32
"""Pictures are compared at this width: pose, outline and colours, no lines."""
TEN = 10
TWIN_DISTANCE = 0.55
"""Twins are nearer than this share of the mean distance of two of the teacher's faces, in pixels and in features. Two in
a thousand of its pairs are, and by eye pairs stop being near-copies about there. The teacher's nearest few pairs alone
would make the threshold a matter of chance."""


def small_grey_levels(rgb: torch.Tensor) -> torch.Tensor:
    """rgb [N, 3, S, S] in −1..1 -> [N, 3·32·32] in grey levels of 256, scaled so that a distance is an RMSE."""
    small = F.adaptive_avg_pool2d(rgb.float(), SMALL).flatten(1)
    return small * (127.5 / small.shape[1] ** 0.5)


def pairwise_rmse(rgb: torch.Tensor) -> float:
    """Mean RMSE in grey levels over the pairs of rgb [N, 3, S, S], at 32×32."""
    return torch.pdist(small_grey_levels(rgb)).mean().item()


def sharpness(rgb: torch.Tensor) -> float:
    """Mean absolute difference of neighbouring pixels of rgb [N, 3, S, S], in grey levels."""
    across = (rgb[..., 1:] - rgb[..., :-1]).abs().mean()
    return 127.5 * (across + (rgb[..., 1:, :] - rgb[..., :-1, :]).abs().mean()).item() / 2


def measure_variety(model: Model, teacher: Model, texts: int = 24, pulls: int = 12) -> dict:
    """Of `pulls` pictures of each of `texts` descriptions: variety and sharpness, and their ratio to the teacher's."""
    figures: dict = {"texts": texts, "pulls": pulls}
    sums = {"variety": [0.0, 0.0], "sharpness": [0.0, 0.0]}
    for labels in model.prior.sample(texts):
        for side, source in enumerate((model, teacher)):
            rgb = source.generate_labels(labels.expand(pulls, -1))
            sums["variety"][side] += pairwise_rmse(rgb) / texts
            sums["sharpness"][side] += sharpness(rgb) / texts
    for name, (ours, theirs) in sums.items():
        figures[name] = {"model": round(ours, 2), "teacher": round(theirs, 2), "ratio": round(ours / max(theirs, 1e-6), 4)}
    return figures


@dataclass(frozen=True)
class TenPulls:
    """small [T, 10, D] grey levels and features [T, 10, F] of T ten-pulls."""

    small: torch.Tensor
    features: torch.Tensor

    def nearest(self, scales: tuple[float, float]) -> torch.Tensor:
        """Each face's distance to the nearest other of its ten-pull, [10 T].

        The distance is the larger of both: twins are near in pixels and in features. scales: what they are divided by.
        """
        distances = [torch.cdist(x, x) / scale for x, scale in zip((self.small, self.features), scales)]
        both = torch.maximum(*distances) + torch.diag(torch.full((TEN,), torch.inf))
        return both.amin(2).flatten()

    def typical(self) -> tuple[float, float]:
        """Mean distance of two faces of a ten-pull, in grey levels and in features."""
        means = [torch.stack([torch.pdist(some).mean() for some in x]).mean().item() for x in (self.small, self.features)]
        return means[0], means[1]


def pull_tens(model: Model, judge: Judge, descriptions: list[dict[str, int]]) -> TenPulls:
    """Ten pictures of every description; groups that it does not name are drawn anew for each, as serving does."""
    small, features = [], []
    for named in descriptions:
        rgb = model.generate_labels(model.prior.sample(TEN, named))
        small.append(small_grey_levels(rgb))
        features.append(judge.judge(to_bytes(rgb)).features)
    return TenPulls(torch.stack(small), torch.stack(features))


def count_twins(ours: TenPulls, theirs: TenPulls) -> dict:
    """The shares of the model's and of the teacher's faces with a twin in their ten-pull; `theirs` sets the scale."""
    scales = theirs.typical()
    figures: dict = {"faces": ours.small.shape[0] * TEN}
    for name, pulls in (("model", ours), ("teacher", theirs)):
        near = pulls.nearest(scales)
        figures[name] = {"twins": round((near < TWIN_DISTANCE).float().mean().item(), 4), "nearest": round(near.mean().item(), 4)}
    return figures
