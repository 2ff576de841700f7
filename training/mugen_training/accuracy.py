"""Does the generated face show what was asked? Judged by a classifier, next to its accuracy on real pictures."""

from __future__ import annotations

import torch

from .data import UNKNOWN, Faces, to_bytes
from .judging import Judge, Verdict
from .model import Model
from .train_classifier import balanced_accuracy
from .trained import TrainedGenerator

CAPTIONED = ("hair_color", "eye_color")

HOW = {
    "natural": "descriptions drawn from the prior in natural proportions, all groups asked at once; accuracy is the share"
    " of faces that the judge sees as asked, balanced_accuracy the mean of that share over the values that were asked",
    "even": "every value of the group asked equally often, the other groups drawn from the prior given it (as serving"
    " does); accuracy is the mean over the values",
    "ceiling": "the judge on real pictures: on the captions of the validation pictures for the colours, on the hand-made"
    " labels that no classifier was trained on for the other groups",
    "of_ceiling": "natural: accuracy over the ceiling's accuracy; even: accuracy over the ceiling's balanced accuracy",
}


def measure_ceilings(verdict: Verdict, faces: Faces) -> dict[str, dict]:
    """The judge's accuracy a group on the real `faces` that `verdict` belongs to."""
    ceilings = {}
    validation, holdout = faces.validation_mask, faces.label_holdout_mask
    for column, group in enumerate(verdict.layout.groups):
        rows = validation if group.name in CAPTIONED else holdout
        rows = rows & (faces.labels[:, column] != UNKNOWN)
        if rows.any():
            guess = verdict.where(rows).values(group.name)
            ceilings[group.name] = balanced_accuracy(guess, faces.labels[rows, column], len(group.values))
    return ceilings


def measure_natural(verdict: Verdict, asked: torch.Tensor, trained: TrainedGenerator | Model) -> dict[str, dict]:
    """Accuracy a group of generated faces whose descriptions `asked` [N, G] came from the prior."""
    return {
        group.name: balanced_accuracy(verdict.values(group.name), asked[:, column], len(group.values))
        for column, group in enumerate(trained.layout.groups)
    }


def measure_even(trained: TrainedGenerator | Model, judge: Judge, per_value: int) -> dict[str, dict]:
    """Accuracy a group with every value asked `per_value` times, and a value."""
    figures = {}
    for group in trained.layout.groups:
        asked = [trained.prior.sample(per_value, {group.name: value}) for value in range(len(group.values))]
        seen = judge.judge(to_bytes(trained.generate_labels(torch.cat(asked)))).values(group.name)
        recalls = {
            value: round((part == index).float().mean().item(), 4)
            for index, (value, part) in enumerate(zip(group.values, seen.split(per_value)))
        }
        accuracy = round(sum(recalls.values()) / len(recalls), 4)
        figures[group.name] = {"accuracy": accuracy, "pictures": len(seen), "values": recalls}
    return figures


def join(natural: dict[str, dict], even: dict[str, dict], ceilings: dict[str, dict]) -> dict[str, dict]:
    """One entry a group: natural, even, ceiling and the shares of the ceiling."""
    joined = {}
    for name, figures in natural.items():
        ceiling = ceilings.get(name)
        joined[name] = {"natural": figures, "even": even[name], "ceiling": ceiling}
        if ceiling:
            joined[name]["of_ceiling"] = {
                "natural": round(figures["accuracy"] / max(ceiling["accuracy"], 1e-6), 4),
                "even": round(even[name]["accuracy"] / max(ceiling["balanced_accuracy"], 1e-6), 4),
            }
    return joined
