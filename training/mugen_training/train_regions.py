"""Trains one network of a classifier: on hand-made labels, on an earlier classifier's, on drawn pictures of known tags."""

from __future__ import annotations

import copy
import logging
import math
from dataclasses import dataclass, replace

import torch
from torch import nn

from .checkpoint import LossNotFinite
from .classifier_augment import mix, move, recolour, soften
from .data import CAPTION_GROUPS, UNKNOWN, Faces, to_float
from .device import mixed_precision
from .networks.classifier import RegionClassifier, WholeClassifier, with_quality
from .objectives import evidence_loss, region_loss
from .vocabulary import Layout

log = logging.getLogger(__name__)

RAREST_SHARE = 0.008
"""No value counts as rarer than this: one with a handful of pictures must not win where nothing is seen."""

SMOOTHING = 0.05

BATCH = 24
"""Small: with 3,000 labels the number of steps limits what is learned in a given time."""


def known_labels(faces: Faces) -> torch.Tensor:
    """Labels int64 [N, G + 1] with the quality last."""
    return torch.cat([faces.labels, faces.quality[:, None]], 1)


def log_shares(labels: torch.Tensor, layout: Layout) -> torch.Tensor:
    """labels [N, G] -> log of each value's share among the known labels of its group, [P]; even where none is known."""
    parts = []
    for column, group in enumerate(layout.groups):
        counts = torch.bincount(labels[:, column][labels[:, column] != UNKNOWN], minlength=len(group.values)).float()
        shares = counts / counts.sum() if counts.any() else torch.full_like(counts, 1 / len(counts))
        parts.append(shares.clamp(min=RAREST_SHARE).log())
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
    """Pictures uint8 [N, 3, S, S] and what is known of them, `batch` of them a step.

    targets [N, P] are soft labels of one network's layout or, with `is_evidence`, the likelihoods of evidence_loss.
    """

    images: torch.Tensor
    targets: torch.Tensor
    batch: int = BATCH
    is_evidence: bool = False

    @property
    def is_empty(self) -> bool:
        """True if nothing is known of any picture: no label, or values that are all as likely."""
        return bool((self.targets == int(self.is_evidence)).all())

    def draw(self) -> tuple[torch.Tensor, torch.Tensor]:
        """A batch."""
        picks = torch.randint(0, len(self.images), (self.batch,))
        return self.images[picks], self.targets[picks]


def plan_lessons(
    faces: Faces, whole: Layout, layout: Layout, taught: torch.Tensor | None = None, drawn: Lesson | None = None
) -> list[Lesson]:
    """The hand-labelled pictures and, with an earlier classifier's probabilities `taught` [N, whole], all the others.

    A student of noisier pictures than its teacher saw becomes the better of the two (Xie et al. 2020,
    arXiv:1911.04252). Pictures that have a caption alone teach the networks that see colours. Those of the label
    holdout take part in none. drawn: pictures with evidence in the layout of `whole` and the quality. A lesson that
    holds nothing about the groups of `layout` is left out.
    """
    graded = with_quality(whole)
    labels = known_labels(faces)[:, [graded.names.index(name) for name in layout.names]]
    shares = log_shares(labels, layout)
    by_hand = (faces.labels[:, [name not in CAPTION_GROUPS for name in whole.names]] != UNKNOWN).any(1)
    others = ~by_hand & ~faces.label_holdout_mask
    lessons = [Lesson(faces.images[by_hand], soft_targets(labels[by_hand], layout, shares))]
    if taught is not None:
        blocks = [taught[others][:, whole.slices[name]] for name in layout.names]
        lessons.append(Lesson(faces.images[others], torch.cat(blocks, 1)))
    elif others.any() and set(layout.names) & set(CAPTION_GROUPS):
        lessons.append(Lesson(faces.images[others], soft_targets(labels[others], layout, shares)))
    if drawn is not None:
        evidence = torch.cat([drawn.targets[:, graded.slices[name]] for name in layout.names], 1)
        lessons.append(Lesson(drawn.images, evidence, drawn.batch, is_evidence=True))
    lessons = [lesson for lesson in lessons if not lesson.is_empty]
    # What stands alone, such as tags for cheeks, comes in batches of the usual size.
    return [replace(lessons[0], batch=max(BATCH, lessons[0].batch))] if len(lessons) == 1 else lessons


def _losses(network: RegionClassifier | WholeClassifier, lessons: list[Lesson], shares: torch.Tensor) -> torch.Tensor:
    """The summed losses on a batch of every lesson."""
    region, layout, device = network.region, network.layout, shares.device
    pictures, targets = [], []
    for lesson in lessons:
        images, known = (part.to(device) for part in lesson.draw())
        seen = soften(recolour(move(to_float(images), region), region.hue, region.tone))
        # A likelihood of two blended pictures is no blend of theirs.
        seen, known = (seen, known) if lesson.is_evidence else mix(seen, known, region.mixup)
        pictures.append(seen)
        targets.append(known)
    with mixed_precision(device):
        logits = network(torch.cat(pictures).contiguous(memory_format=torch.channels_last))
    parts = zip(lessons, logits.split([len(part) for part in pictures]), targets)
    return sum(
        (evidence_loss if lesson.is_evidence else region_loss)(some, known, shares, layout) for lesson, some, known in parts
    )


def train_region(
    network: RegionClassifier | WholeClassifier, lessons: list[Lesson], shares: torch.Tensor, steps: int, lr: float = 2e-3
) -> None:
    """Trains one network in place; its weights become the moving average. shares: log_shares of the hand-made labels.

    LossNotFinite at the first loss that is not a number.
    """
    shares = shares.to(next(network.parameters()).device)
    average = copy.deepcopy(network).eval()
    optimizer = torch.optim.AdamW(network.parameters(), lr=lr, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / 50) * (0.5 + 0.5 * math.cos(math.pi * step / steps))
    )
    network.train()
    for step in range(steps):
        loss = _losses(network, lessons, shares)
        if not torch.isfinite(loss):
            raise LossNotFinite(f"{'/'.join(network.layout.names)}: loss {loss.item()} in step {step + 1}")
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        schedule.step()
        follow(average, network, step)
        if step % 100 == 99:
            log.info("%s step %d/%d loss %.3f", "/".join(network.layout.names), step + 1, steps, loss.item())
    network.load_state_dict(average.state_dict())
    network.eval()
