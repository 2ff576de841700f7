"""Trains a multi-head classifier on the captions and the hand-made labels.

`python -m mugen_training.train_classifier --data DIR --out labeller.pt --seed 0`
"""

from __future__ import annotations

import argparse
import json
import logging
import math
import time
from pathlib import Path

import torch
from torch.nn import functional as F

from .checkpoint import CheckpointMismatch
from .data import UNKNOWN, Faces, load_faces, random_flip, to_float
from .device import mixed_precision, pick_device
from .networks.classifier import REGIONS, Classifier
from .train_regions import log_shares, plan_lessons, train_region
from .vocabulary import Layout, load_layout

log = logging.getLogger(__name__)


def group_weights(faces: Faces, layout: Layout) -> list[torch.Tensor]:
    """A weight a value, ∝ frequency^−0.75, mean 1 over the labelled pictures: rare values count more."""
    weights = []
    columns = [*faces.labels.T, faces.quality]
    for column, size in zip(columns, [*(len(g.values) for g in layout.groups), 3]):
        counts = torch.bincount(column[column != UNKNOWN], minlength=size).float()
        weight = counts.clamp(min=40) ** -0.75
        weights.append(weight * counts.sum() / (weight * counts).sum().clamp(min=1e-6))
    return weights


def classification_loss(logits: torch.Tensor, labels: torch.Tensor, layout: Layout, weights: list[torch.Tensor]) -> torch.Tensor:
    """Sum over groups of the mean cross-entropy of the pictures that have that label.

    logits [N, size + 3], labels [N, groups + 1] with the quality last. A head with few labels in the batch
    counts by how many it has, so that every labelled picture weighs the same.
    """
    parts = [*layout.slices.values(), slice(layout.size, layout.size + 3)]
    total = logits.new_zeros(())
    for column, (part, weight) in enumerate(zip(parts, weights)):
        target = labels[:, column]
        known = target != UNKNOWN
        if known.any():
            loss = F.cross_entropy(logits[known][:, part], target[known], weight, label_smoothing=0.05)
            total = total + loss * known.float().mean()
    return total


def jitter(images: torch.Tensor, shift: int = 4) -> torch.Tensor:
    """Small random shifts and brightness changes; neither changes a label. images [N, 3, S, S]."""
    padded = F.pad(images, (shift,) * 4, mode="replicate")
    size = images.shape[-1]
    offsets = torch.randint(0, 2 * shift + 1, (images.shape[0], 2)).tolist()
    moved = torch.stack([padded[i, :, y : y + size, x : x + size] for i, (y, x) in enumerate(offsets)])
    gain = 1 + 0.1 * (torch.rand(images.shape[0], 1, 1, 1, device=images.device) - 0.5)
    return (moved * gain).contiguous(memory_format=torch.channels_last)


@torch.no_grad()
def predict(classifier: Classifier, images: torch.Tensor, device: torch.device, batch: int = 256) -> tuple[torch.Tensor, torch.Tensor]:
    """uint8 images [N, 3, 64, 64] -> (logits [N, size + 3] averaged over both mirror images, features [N, F])."""
    classifier.eval()
    logits, features = [], []
    for chunk in images.split(batch):
        rgb = to_float(chunk.to(device))
        with mixed_precision(device):
            first, feature = classifier(rgb)
            second, _ = classifier(rgb.flip(3))
        logits.append((first + second).cpu() / 2)
        features.append(feature.cpu())
    return torch.cat(logits), torch.cat(features)


def balanced_accuracy(predicted: torch.Tensor, target: torch.Tensor, values: int) -> dict[str, float | int]:
    """Accuracy, mean recall over the values that occur (balanced accuracy), its chance level and the count."""
    known = target != UNKNOWN
    predicted, target = predicted[known], target[known]
    recalls = [(predicted[target == v] == v).float().mean().item() for v in range(values) if (target == v).any()]
    return {
        "accuracy": round((predicted == target).float().mean().item(), 4),
        "balanced_accuracy": round(sum(recalls) / max(len(recalls), 1), 4),
        "chance": round(1 / max(len(recalls), 1), 4),
        "pictures": int(known.sum()),
    }


def report(classifier: Classifier, faces: Faces, layout: Layout, device: torch.device) -> dict[str, dict]:
    """balanced_accuracy a group on `faces`, quality included."""
    logits, _ = predict(classifier, faces.images, device)
    figures = {}
    for column, group in enumerate(layout.groups):
        guess = logits[:, layout.slices[group.name]].argmax(1)
        figures[group.name] = balanced_accuracy(guess, faces.labels[:, column], len(group.values))
    figures["quality"] = balanced_accuracy(logits[:, layout.size :].argmax(1), faces.quality, 3)
    return figures


def hide_holdout_labels(faces: Faces) -> Faces:
    """Training pictures only, with the hand-made labels of the label holdout hidden (captions stay)."""
    train = faces.where(~faces.validation_mask)
    hidden = train.label_holdout_mask
    labels = train.labels.clone()
    labels[hidden, 2:] = UNKNOWN
    quality = train.quality.clone()
    quality[hidden] = UNKNOWN
    return Faces(train.ids, train.images, labels, quality)


def train(faces: Faces, layout: Layout, options: argparse.Namespace) -> Classifier:
    """Trains what sees the whole picture and returns the moving average of the weights."""
    device = pick_device(options.device)
    torch.manual_seed(options.seed)
    data = hide_holdout_labels(faces)
    all_labels = torch.cat([data.labels, data.quality[:, None]], 1)
    # Hand-labelled pictures come four times as often as the others, or their heads would see too few.
    frequency = 1 + 3 * (data.labels[:, 2:] != UNKNOWN).any(1).float()
    weights = [w.to(device) for w in group_weights(data, layout)]
    classifier = Classifier(layout, options.width).to(device, memory_format=torch.channels_last)
    if options.start:
        classifier.load_state_dict(torch.load(options.start, map_location=device)["weights"], strict=False)
    if not options.steps:
        return classifier
    average = torch.optim.swa_utils.AveragedModel(classifier, avg_fn=lambda a, p, n: a + (p - a) * max(0.002, 1 / (n + 1)))
    optimizer = torch.optim.AdamW(classifier.parameters(), lr=options.lr, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / 100) * (0.5 + 0.5 * math.cos(math.pi * step / options.steps))
    )
    started = time.monotonic()
    for step in range(options.steps):
        picks = torch.multinomial(frequency, options.batch, replacement=True)
        rgb = jitter(random_flip(to_float(data.images[picks].to(device))))
        classifier.train()
        with mixed_precision(device):
            logits, _ = classifier.whole(rgb)
        loss = classification_loss(logits, all_labels[picks].to(device), layout, weights)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        schedule.step()
        average.update_parameters(classifier)
        if step % 100 == 99:
            rate = (step + 1) * options.batch / (time.monotonic() - started)
            log.info("step %d/%d loss %.3f, %.0f pictures/s", step + 1, options.steps, loss.item(), rate)
    torch.optim.swa_utils.update_bn((to_float(data.images[i : i + 256].to(device)) for i in range(0, min(8192, len(data.images)), 256)), average)
    return average.module


def train_regions(faces: Faces, layout: Layout, options: argparse.Namespace, classifier: Classifier) -> None:
    """Trains the chosen region networks in place; nothing else of the classifier changes."""
    data = hide_holdout_labels(faces)
    taught = None
    if options.taught:
        saved = torch.load(options.taught)
        rows = {picture_id: row for row, picture_id in enumerate(saved["ids"])}
        taught = saved["probabilities"][[rows[picture_id] for picture_id in data.ids]]
    for name in options.regions:
        torch.manual_seed(options.seed * 100 + list(REGIONS).index(name))
        network = classifier.regions[name]
        columns = [layout.names.index(group) for group in network.layout.names]
        lessons = plan_lessons(data, layout, network.layout, taught)
        train_region(network, lessons, log_shares(data.labels[:, columns], network.layout), options.region_steps, options.lr)


def save_classifier(path: Path, classifier: Classifier, width: int, figures: dict) -> None:
    """Writes weights, width and figures; load_classifier reads them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"width": width, "weights": classifier.state_dict(), "figures": figures}, path)


def load_classifier(path: Path, layout: Layout, device: torch.device) -> Classifier:
    """The classifier in evaluation mode; CheckpointMismatch if it was made of other parts than this version's."""
    saved = torch.load(path, map_location=device)
    classifier = Classifier(layout, saved["width"]).to(device, memory_format=torch.channels_last)
    try:
        classifier.load_state_dict(saved["weights"])
    except RuntimeError as error:
        raise CheckpointMismatch(f"{path} is of another kind of classifier, train it again: {error}") from error
    return classifier.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--region-steps", type=int, default=2800, help="steps of each region's network")
    parser.add_argument("--regions", nargs="*", choices=REGIONS, default=list(REGIONS), help="regions to train")
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--width", type=int, default=48)
    parser.add_argument("--lr", type=float, default=2e-3)
    parser.add_argument("--start", type=Path, help="classifier whose weights to start from, as far as it has them")
    parser.add_argument("--taught", type=Path, help="labels.pt of an earlier classifier: its guesses teach the regions too")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--device", default="auto")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    layout = load_layout()
    faces = load_faces(options.data, layout)
    classifier = train(faces, layout, options)
    train_regions(faces, layout, options, classifier)
    figures = report(classifier, faces.where(faces.label_holdout_mask), layout, pick_device(options.device))
    save_classifier(options.out, classifier, options.width, figures)
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
