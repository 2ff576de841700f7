"""Trains a multi-head classifier on the captions, the hand-made labels and pictures drawn from known tags.

`python -m mugen_training.train_classifier --data DIR --out labeller.pt --seed 0`
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
from collections.abc import Iterator
from pathlib import Path

import torch

from .checkpoint import CheckpointMismatch, load_checkpoint, save_checkpoint
from .data import UNKNOWN, Faces, load_faces, to_float
from .device import mixed_precision, pick_device
from .distill.pretrained import LATENT_SIZE
from .drawn import load_drawn, tag_evidence
from .networks.classifier import REGIONS, Classifier, RegionClassifier, WholeClassifier, with_quality
from .train_regions import Lesson, known_labels, log_shares, plan_lessons, train_region
from .vocabulary import Layout, load_layout

log = logging.getLogger(__name__)


@torch.no_grad()
def predict(
    classifier: Classifier, images: torch.Tensor, device: torch.device, batch: int = 64
) -> tuple[torch.Tensor, torch.Tensor]:
    """uint8 images [N, 3, S, S] -> (logits [N, size + 3] averaged over both mirror images, features [N, F])."""
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
    """balanced_accuracy per group on `faces`, quality included; groups without a label there are left out."""
    logits, _ = predict(classifier, faces.images, device)
    figures = {}
    graded = with_quality(layout)
    for group, target in zip(graded.groups, known_labels(faces).T):
        if (target != UNKNOWN).any():
            guess = logits[:, graded.slices[group.name]].argmax(1)
            figures[group.name] = balanced_accuracy(guess, target, len(group.values))
    return figures


def fingerprint(*sets: Faces) -> str:
    """Changes with the pictures, their order and their labels."""
    digest = hashlib.sha1()
    for faces in sets:
        digest.update("\n".join(faces.ids).encode())
        for part in (faces.images[..., ::8, ::8], faces.labels, faces.quality, faces.origin):
            digest.update(part.contiguous().numpy().tobytes())
    return digest.hexdigest()


def drawn_lesson(drawn: Faces, layout: Layout, batch: int) -> Lesson:
    """The drawn pictures with what their tags tell in the layout of `layout` and the quality."""
    evidence = tag_evidence(drawn.origin[:, LATENT_SIZE:], layout)
    quality = torch.ones(len(drawn.ids), with_quality(layout).size - layout.size)
    return Lesson(drawn.images, torch.cat([evidence, quality], 1), batch, is_evidence=True)


def networks_of(classifier: Classifier) -> Iterator[tuple[str, WholeClassifier | RegionClassifier]]:
    """Its networks by name, the one that sees the whole picture first."""
    yield "whole", classifier.whole
    yield from classifier.regions.items()


def train(faces: Faces, drawn: Faces | None, layout: Layout, options: argparse.Namespace) -> Classifier:
    """Trains one network after the other on what the label holdout leaves.

    Each leaves a numbered checkpoint beside `out`, with which the same command goes on; it is refused if data, labels
    or options are others.
    """
    device = pick_device(options.device)
    faces = faces.where(~faces.label_holdout_mask)
    drawn = drawn.where(~drawn.label_holdout_mask) if drawn else None
    known = fingerprint(faces, *((drawn,) if drawn else ()))
    config = {"data": known, "groups": {group.name: list(group.values) for group in layout.groups}}
    config |= {name: getattr(options, name) for name in ("seed", "width", "steps", "region_steps", "drawn_batch", "lr")}
    config |= {name: str(getattr(options, name)) for name in ("taught", "start")}
    torch.manual_seed(options.seed)
    classifier = Classifier(layout, options.width, faces.images.shape[-1]).to(device, memory_format=torch.channels_last)
    if options.start:
        classifier.load_state_dict(torch.load(options.start, map_location=device)["weights"], strict=False)
    taught = taught_probabilities(options.taught, faces) if options.taught else None
    lesson = drawn_lesson(drawn, layout, options.drawn_batch) if drawn else None
    graded = with_quality(layout)
    for index, (name, network) in enumerate(networks_of(classifier)):
        steps = options.steps if name == "whole" else options.region_steps * (name in options.regions)
        path = options.out.with_suffix("") / f"checkpoint-{index:02d}-{name}.pt"
        if not steps:
            continue
        if path.exists():
            network.load_state_dict(load_checkpoint(path, config)["network"])
            log.info("%s: trained before", name)
            continue
        torch.manual_seed(options.seed * 100 + index)
        lessons = plan_lessons(faces, layout, network.layout, taught if name != "whole" else None, lesson)
        if not lessons:
            log.info("%s: no picture has a label", name)
            continue
        columns = [graded.names.index(group) for group in network.layout.names]
        shares = log_shares(known_labels(faces)[:, columns], network.layout)
        train_region(network, lessons, shares, steps, options.lr)
        save_checkpoint(path, {"config": config, "network": network.state_dict()})
    return classifier.eval()


def taught_probabilities(path: Path, faces: Faces) -> torch.Tensor:
    """An earlier classifier's probabilities [N, P] of `faces`, as `labels` wrote them."""
    saved = torch.load(path)
    rows = {picture_id: row for row, picture_id in enumerate(saved["ids"])}
    return saved["probabilities"][[rows[picture_id] for picture_id in faces.ids]]


def save_classifier(path: Path, classifier: Classifier, figures: dict) -> None:
    """Writes weights, layout, sizes and figures; load_classifier reads them."""
    groups = {group.name: list(group.values) for group in classifier.layout.groups}
    state = {"width": classifier.width, "image_size": classifier.image_size, "groups": groups}
    save_checkpoint(path, {**state, "weights": classifier.state_dict(), "figures": figures})


def load_classifier(path: Path, layout: Layout, device: torch.device) -> Classifier:
    """The classifier in evaluation mode; CheckpointMismatch if it was made of other parts than this version's."""
    saved = torch.load(path, map_location=device)
    groups = {group.name: list(group.values) for group in layout.groups}
    if saved.get("groups") != groups:
        raise CheckpointMismatch(f"{path} knows other groups or values than the vocabulary, train it again")
    classifier = Classifier(layout, saved["width"], saved["image_size"]).to(device, memory_format=torch.channels_last)
    try:
        classifier.load_state_dict(saved["weights"])
    except RuntimeError as error:
        raise CheckpointMismatch(f"{path} is of another kind of classifier, train it again: {error}") from error
    return classifier.eval()


def parse_options(arguments: list[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--drawn", type=Path, nargs="*", default=[], help="files of `drawn`")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--size", type=int, help="width that pictures are averaged to; their own unless given")
    parser.add_argument("--steps", type=int, default=3000, help="steps of the network that sees the whole picture")
    parser.add_argument("--region-steps", type=int, default=2800, help="steps of each region's network")
    parser.add_argument("--regions", nargs="*", choices=REGIONS, default=list(REGIONS), help="regions to train")
    parser.add_argument("--drawn-batch", type=int, default=16)
    parser.add_argument("--width", type=int, default=48)
    parser.add_argument("--lr", type=float, default=2e-3)
    parser.add_argument("--start", type=Path, help="classifier whose weights to start from, as far as it has them")
    parser.add_argument("--taught", type=Path, help="labels.pt of an earlier classifier: its guesses teach the regions too")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--device", default="auto")
    return parser.parse_args(arguments)


def run(options: argparse.Namespace) -> dict[str, dict]:
    """Trains, measures on the label holdout and writes the classifier; returns the figures."""
    layout, device = load_layout(), pick_device(options.device)
    torch.set_flush_denormal(True)
    faces = load_faces(options.data, layout)
    faces = faces.at_size(options.size or faces.images.shape[-1])
    drawn = load_drawn(options.drawn, layout).at_size(faces.images.shape[-1]) if options.drawn else None
    classifier = train(faces, drawn, layout, options)
    # Hand-made labels say more than tags; tags are all there is of some groups.
    held_out = [part.where(part.label_holdout_mask) for part in (drawn, faces) if part]
    figures: dict[str, dict] = {}
    for part in held_out:
        figures |= report(classifier, part, layout, device)
    save_classifier(options.out, classifier, figures)
    return figures


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    print(json.dumps(run(parse_options()), indent=1))
