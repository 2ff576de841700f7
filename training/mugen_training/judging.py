"""The evaluation's own classifier: it took no part in training the generator."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch

from .networks.classifier import Classifier
from .train_classifier import load_classifier, predict
from .vocabulary import Layout, load_layout


@dataclass
class Verdict:
    """logits [N, P + 3] in the whole vocabulary's layout, features [N, F]."""

    layout: Layout
    logits: torch.Tensor
    features: torch.Tensor

    def values(self, group: str) -> torch.Tensor:
        """The most likely value of a group, [N]."""
        return self.logits[:, self.layout.slices[group]].argmax(1)

    def deformed_share(self) -> float:
        """The share of pictures whose most likely quality is `deformed`."""
        return (self.logits[:, self.layout.size :].argmax(1) == 0).float().mean().item()

    def where(self, mask: torch.Tensor) -> Verdict:
        """The verdicts that the boolean mask [N] keeps."""
        return Verdict(self.layout, self.logits[mask], self.features[mask])


@dataclass
class Judge:
    """A classifier that looks at pictures."""

    classifier: Classifier
    device: torch.device

    def judge(self, images: torch.Tensor) -> Verdict:
        """uint8 [N, 3, S, S] -> verdicts; S is the width that the classifier was trained at or a multiple."""
        logits, features = predict(self.classifier, images, self.device)
        return Verdict(self.classifier.layout, logits, features)


def load_judge(path: Path, device: torch.device) -> Judge:
    """The classifier that `train_classifier` wrote to `path`."""
    return Judge(load_classifier(path, load_layout(), device), device)
