"""Trains the networks that see one region of the picture each: on hand-made labels, and on an earlier classifier's."""

from __future__ import annotations

import copy
import logging
import math
from dataclasses import dataclass

import torch
from torch import nn

from .classifier_augment import mix, move, recolour
from .data import UNKNOWN, Faces, to_float
from .device import mixed_precision
from .networks.classifier import RegionClassifier
from .vocabulary import Layout

log = logging.getLogger(__name__)

RAREST_SHARE = 0.008
"""No value counts as rarer than this: one with a handful of pictures must not win where nothing is seen."""

SMOOTHING = 0.05

BATCH = 24
"""Small: with 3,000 labels the number of steps limits what is learned in a given time."""


def log_shares(labels: torch.Tensor, layout: Layout) -> torch.Tensor:
    """labels [N, G] -> log of each value's share among the known labels of its group, [P]."""
    parts = []
    for column, group in enumerate(layout.groups):
        counts = torch.bincount(labels[:, column][labels[:, column] != UNKNOWN], minlength=len(group.values)).float()
        parts.append((counts / counts.sum().clamp(min=1)).clamp(min=RAREST_SHARE).log())
    return torch.cat(parts)


def soft_targets(labels: torch.Tensor, layout: Layout, shares: torch.Tensor) -> torch.Tensor:
    """labels [N, G] -> smoothed one-hot blocks [N, P]; the block of an unknown label is zero and so weighs nothing.

    Smoothed towards the log shares [P]: an even share for a value that is rarer than the smoothing would make every
    picture look like one of it, once the shares are taken out of the logits.
    """
    blocks = []
    for column, (group, part) in enumerate(zip(layout.groups, layout.slices.values())):
        known = labels[:, column] != UNKNOWN
        hot = nn.functional.one_hot(labels[:, column].clamp(min=0), len(group.values)).float()
        blocks.append((hot * (1 - SMOOTHING) + SMOOTHING * shares[part].softmax(0)) * known[:, None])
    return torch.cat(blocks, 1)


def region_loss(logits: torch.Tensor, targets: torch.Tensor, shares: torch.Tensor, layout: Layout) -> torch.Tensor:
    """Logit-adjusted cross-entropy summed over groups (Menon et al. 2021, arXiv:2007.07314).

    The log shares [P] are added while training, so that the logits [N, P] alone are those of balanced classes.
    """
    total = logits.new_zeros(())
    for part in layout.slices.values():
        total = total - (targets[:, part] * (logits[:, part] + shares[part]).log_softmax(1)).sum(1).mean()
    return total


@torch.no_grad()
def follow(average: nn.Module, network: nn.Module, step: int) -> None:
    """Moves the moving average, batch statistics included, towards the network."""
    for kept, new in zip(average.state_dict().values(), network.state_dict().values()):
        if kept.dtype.is_floating_point:
            kept.lerp_(new, max(0.004, 1 / (step + 1)))
        else:
            kept.copy_(new)


@dataclass(frozen=True)
class Lesson:
    """Pictures uint8 [N, 3, 64, 64] and soft targets [N, P] of one region's layout, `batch` of them a step."""

    images: torch.Tensor
    targets: torch.Tensor
    batch: int = BATCH

    def draw(self) -> tuple[torch.Tensor, torch.Tensor]:
        """A batch."""
        picks = torch.randint(0, len(self.images), (self.batch,))
        return self.images[picks], self.targets[picks]


def plan_lessons(faces: Faces, whole: Layout, layout: Layout, taught: torch.Tensor | None) -> list[Lesson]:
    """The hand-labelled pictures and, with an earlier classifier's probabilities `taught` [N, whole], all the others.

    A student of noisier pictures than its teacher saw becomes the better of the two (Xie et al. 2020,
    arXiv:1911.04252). Pictures of the label holdout take part in neither.
    """
    labels = faces.labels[:, [whole.names.index(name) for name in layout.names]]
    by_hand = (faces.labels[:, 2:] != UNKNOWN).any(1)
    targets = soft_targets(labels[by_hand], layout, log_shares(labels, layout))
    lessons = [Lesson(faces.images[by_hand], targets)]
    if taught is not None:
        others = ~by_hand & ~faces.label_holdout_mask
        blocks = [taught[others][:, whole.slices[name]] for name in layout.names]
        lessons.append(Lesson(faces.images[others], torch.cat(blocks, 1)))
    return lessons


def train_region(network: RegionClassifier, lessons: list[Lesson], shares: torch.Tensor, steps: int, lr: float = 2e-3) -> None:
    """Trains one network in place; its weights become the moving average. shares: log_shares of the hand-made labels."""
    region, device = network.region, next(network.parameters()).device
    shares = shares.to(device)
    average = copy.deepcopy(network).eval()
    optimizer = torch.optim.AdamW(network.parameters(), lr=lr, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / 50) * (0.5 + 0.5 * math.cos(math.pi * step / steps))
    )
    network.train()
    for step in range(steps):
        images, targets = (torch.cat(parts).to(device) for parts in zip(*(lesson.draw() for lesson in lessons)))
        pictures = recolour(move(to_float(images), region), region.hue)
        pictures, targets = mix(pictures, targets, region.mixup)
        with mixed_precision(device):
            logits = network(pictures.contiguous(memory_format=torch.channels_last))
        loss = region_loss(logits, targets, shares, network.layout)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        schedule.step()
        follow(average, network, step)
        if step % 200 == 199:
            log.info("%s step %d/%d loss %.3f", "/".join(network.layout.names), step + 1, steps, loss.item())
    network.load_state_dict(average.state_dict())
    network.eval()
