"""A classifier that teaches the generator what D sees too little of: a smile is a few pixels, and labels of it are few.

D learns attributes from scratch and beside its own task. The labeller's region networks know them better, and on crops
of the size that they need. They are frozen, so that G could learn to please them with patterns that nobody sees;
therefore they look at every picture turned, shifted and recoloured at random, as they were trained.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

from .classifier_augment import move, recolour
from .networks.classifier import RegionClassifier
from .train_classifier import load_classifier
from .vocabulary import Layout, load_layout


class Teacher:
    """The frozen region networks of a labeller, for the groups of `layout`."""

    def __init__(self, regions: list[RegionClassifier], layout: Layout):
        self.regions = [region for region in regions if set(region.layout.names) & set(layout.names)]
        self.layout = layout

    def loss(self, rgb: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        """Mean cross-entropy over the groups that a region shows, of rgb [N, 3, 64, 64] against labels [N, G]."""
        losses = []
        for network in self.regions:
            logits = network(recolour(move(rgb, network.region), network.region.hue))
            for name, part in network.layout.slices.items():
                if name in self.layout.names:
                    losses.append(F.cross_entropy(logits[:, part], labels[:, self.layout.names.index(name)]))
        return torch.stack(losses).mean()


def load_teacher(path: Path, layout: Layout, device: torch.device) -> Teacher:
    """The region networks of the classifier that `train_classifier` wrote to `path`."""
    classifier: nn.Module = load_classifier(path, load_layout(), device).requires_grad_(False)
    return Teacher(list(classifier.regions.values()), layout)
