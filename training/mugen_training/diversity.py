"""How different pictures of one and the same hair and eye colour are, against real ones."""

from __future__ import annotations

import torch
from torch.nn import functional as F

from .data import Faces, to_bytes
from .judging import Judge
from .trained import TrainedGenerator

COLOURS = ("hair_color", "eye_color")


def mean_pairwise_distance(points: torch.Tensor) -> float:
    """Mean Euclidean distance over the pairs of [N, D]."""
    return torch.pdist(points.float()).mean().item()


def _small_gray(images: torch.Tensor) -> torch.Tensor:
    """uint8 [N, 3, 64, 64] -> [N, 256]: 16x16 brightness, which shows pose and outline and little else."""
    return F.avg_pool2d(images.float().mean(1, keepdim=True) / 255, 4).flatten(1)


def common_classes(faces: Faces, per_class: int, count: int) -> list[tuple[int, int]]:
    """Evenly spread over the (hair, eyes) classes with at least `per_class` pictures that nobody called deformed."""
    classes: dict[tuple[int, int], int] = {}
    for hair, eyes in faces.labels[faces.quality != 0][:, :2].tolist():
        classes[hair, eyes] = classes.get((hair, eyes), 0) + 1
    large = sorted(key for key, number in classes.items() if number >= per_class)
    return [large[i * len(large) // min(count, len(large))] for i in range(min(count, len(large)))]


def measure_diversity(trained: TrainedGenerator, judge: Judge, faces: Faces, per_class: int = 40, classes: int = 24) -> dict:
    """Mean pairwise distance within a class, generated over real: in the judge's features (each divided by its
    deviation over the real pictures) and in 16x16 brightness.

    Real pictures are taken from the whole set: the 5 % for validation hold too few of a class.
    """
    chosen = common_classes(faces, per_class, classes)
    real, generated = [], []
    for hair, eyes in chosen:
        of_class = (faces.labels[:, 0] == hair) & (faces.labels[:, 1] == eyes) & (faces.quality != 0)
        rows = of_class.nonzero().flatten()
        real.append(faces.images[rows[torch.randperm(len(rows))[:per_class]]])
        labels = trained.prior.sample(per_class, dict(zip(COLOURS, (hair, eyes))))
        generated.append(to_bytes(trained.generate_labels(labels)))
    real_features = judge.judge(torch.cat(real)).features
    deviation = real_features.std(0).clamp(min=1e-3)
    spaces = {
        "features": (real_features / deviation, judge.judge(torch.cat(generated)).features / deviation),
        "brightness_16x16": (_small_gray(torch.cat(real)), _small_gray(torch.cat(generated))),
    }
    figures: dict = {"classes": len(chosen), "pictures_per_class": per_class}
    for name, clouds in spaces.items():
        means = [sum(map(mean_pairwise_distance, cloud.split(per_class))) / len(chosen) for cloud in clouds]
        figures[name] = {"real": round(means[0], 4), "generated": round(means[1], 4), "ratio": round(means[1] / means[0], 4)}
    return figures
