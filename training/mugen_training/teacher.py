"""A classifier that teaches the generator what D sees too little of: a smile is a few pixels, and labels of it are few.

D learns attributes from scratch and beside its own task. The labeller's region networks know them better, and on crops
of the size that they need. They are frozen, so that G could learn to please them with patterns that nobody sees;
therefore they look at every picture turned, shifted and recoloured at random, as they were trained.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch.nn import functional as F

from .classifier_augment import move, recolour
from .networks.classifier import GRID, Region, RegionClassifier, shrink
from .objectives import disagreement
from .train_classifier import load_classifier
from .vocabulary import Layout, load_layout


def look(pictures: list[torch.Tensor], region: Region) -> list[torch.Tensor]:
    """The region of each of several batches [N, 3, S, S], row i of all of them turned, shifted and recoloured alike."""
    moved = move(torch.cat(pictures, 1), region).unflatten(1, (len(pictures), 3))
    # One batch below the other: colours are changed a picture, and these are now one.
    coloured = recolour(torch.cat(moved.unbind(1), 2), region.hue, region.tone)
    return [part.contiguous(memory_format=torch.channels_last) for part in coloured.chunk(len(pictures), 2)]


class Teacher:
    """The frozen region networks of a labeller, for the groups of `layout`.

    Pictures may be a multiple of `image_size` wide, the width that the networks were trained at.
    """

    def __init__(self, regions: list[RegionClassifier], layout: Layout, image_size: int = GRID):
        self.image_size = image_size
        self.regions = [region for region in regions if set(region.layout.names) & set(layout.names)]
        self.layout = layout

    def loss(self, rgb: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        """Mean cross-entropy over the groups that a region shows, of rgb [N, 3, S, S] against labels [N, G]."""
        losses, rgb = [], shrink(rgb, self.image_size)
        for network in self.regions:
            logits = network(recolour(move(rgb, network.region), network.region.hue, network.region.tone))
            for name, part in network.layout.slices.items():
                if name in self.layout.names:
                    losses.append(F.cross_entropy(logits[:, part], labels[:, self.layout.names.index(name)]))
        return torch.stack(losses).mean()

    def change_losses(self, pictures: list[torch.Tensor], labels: list[torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
        """The loss of a change, for two batches [N, 3, S, S] of the same z and their texts [N, G] each.

        Returns the mean cross-entropy of both against their texts, and the mean disagreement over the groups in
        which both texts say the same: what was not named stays.
        """
        taught, kept = [], []
        pictures = [shrink(rgb, self.image_size) for rgb in pictures]
        for network in self.regions:
            logits = network(torch.cat(look(pictures, network.region)))
            for name, part in network.layout.slices.items():
                if name in self.layout.names:
                    seen, asked = logits[:, part].log_softmax(1), [text[:, self.layout.names.index(name)] for text in labels]
                    taught.append(F.nll_loss(seen, torch.cat(asked)))
                    kept.append(((asked[0] == asked[1]) * disagreement(*seen.chunk(2))).mean())
        return torch.stack(taught).mean(), torch.stack(kept).mean()


def load_teacher(path: Path, layout: Layout, device: torch.device) -> Teacher:
    """The region networks of the classifier that `train_classifier` wrote to `path`."""
    classifier = load_classifier(path, load_layout(), device).requires_grad_(False)
    return Teacher(list(classifier.regions.values()), layout, classifier.image_size)
