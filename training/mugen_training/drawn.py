"""Pictures that the pretrained teacher draws from known tags: labels in any number, each as sure as its tag is obeyed.

`python -m mugen_training.drawn --teacher teacher.npz --out drawn-0.npz --pictures 1000 --seed 0`
"""

from __future__ import annotations

import argparse
import logging
import os
from pathlib import Path

import numpy as np
import torch

from .data import UNKNOWN, Faces, to_bytes
from .device import pick_device
from .distill.pretrained import EYES, HAIR, LATENT_SIZE, TAGS, PretrainedTeacher
from .networks.classifier import shrink
from .vocabulary import Layout

log = logging.getLogger(__name__)

CHANCES = {"long": 0.45, "short": 0.4, "twintails": 0.2, "drills": 0.1, "ponytail": 0.1, "dark_skin": 0.2, "blush": 0.5}
CHANCES |= {"smile": 0.5, "open_mouth": 0.4, "hat": 0.15, "ribbon": 0.3, "glasses": 0.25}
"""How often a tag is on in the pictures drawn here: rare values often enough to be learned."""
EXCLUSIVE = (("long", "short"), ("twintails", "drills", "ponytail"))

OBEYED = {
    ("hair_length", "long"): ("long", 0.99, 0.15),
    ("hair_length", "short"): ("short", 0.85, 0.01),
    ("hair_style", "twintails"): ("twintails", 0.97, 0.04),
    ("mouth", "open"): ("open_mouth", 0.95, 0.02),
    ("expression", "smile"): ("smile", 0.93, 0.18),
    ("ornament", "hat"): ("hat", 0.62, 0.005),
    ("glasses", "yes"): ("glasses", 0.89, 0.002),
    ("blush", "yes"): ("blush", 0.97, 0.03),
    ("skin", "dark"): ("dark_skin", 0.97, 0.005),
}
"""(group, value): the tag, and the share of the pictures that show the value when the tag is on (emphasised) and off."""

COLOUR_OBEYED = 0.98
CLEAR_ERA = 0.4
"""A picture counts as classic or modern where its `year` is at least this far from 0."""


def sample_tags(count: int) -> torch.Tensor:
    """Tags [count, 36], ±1: colours evenly, the others by `CHANCES`, `year` evenly in −1..1."""
    tags = torch.full((count, len(TAGS)), -1.0)
    rows = torch.arange(count)
    tags[rows, torch.randint(len(HAIR), (count,))] = 1
    tags[rows, len(HAIR) + torch.randint(len(EYES), (count,))] = 1
    exclusive = [name for names in EXCLUSIVE for name in names]
    for names in (*EXCLUSIVE, *((name,) for name in CHANCES if name not in exclusive)):
        chance, low = torch.rand(count), 0.0
        for name in names:
            tags[(low <= chance) & (chance < low + CHANCES[name]), TAGS.index(name)] = 1
            low += CHANCES[name]
    tags[:, TAGS.index("year")] = torch.rand(count) * 2 - 1
    return tags


def tag_evidence(tags: torch.Tensor, layout: Layout) -> torch.Tensor:
    """How likely each value of `layout` makes these tags [N, 36]: [N, P], up to a factor per group; 1 where none tell."""
    evidence = torch.ones(len(tags), layout.size)
    for group, names, prefix in (("hair_color", HAIR, "hair"), ("eye_color", EYES, "eyes")):
        for value in set(names) & set(layout[group].values) if group in layout.names else ():
            on = tags[:, TAGS.index(f"{prefix}:{value}")] > 0
            others = (1 - COLOUR_OBEYED) / (len(names) - 1)
            evidence[:, layout.slices[group].start + layout[group].index(value)] = torch.where(on, COLOUR_OBEYED, others)
    for (group, value), (tag, if_on, if_off) in OBEYED.items():
        if group not in layout.names or value not in layout[group].values:
            continue
        on = (tags[:, TAGS.index(tag)] > 0).float()
        share, block = CHANCES[tag], torch.zeros(len(layout[group].values), dtype=torch.bool)
        block[layout[group].index(value)] = True
        # Bayes: the share of pictures with the tag on among those that show the value, and among those that do not.
        shown = share * if_on / (share * if_on + (1 - share) * if_off)
        absent = share * (1 - if_on) / (share * (1 - if_on) + (1 - share) * (1 - if_off))
        chance_on = torch.where(block, torch.tensor(shown), torch.tensor(absent))
        evidence[:, layout.slices[group]] *= torch.lerp(1 - chance_on, chance_on, on[:, None])
    if "era" in layout.names:
        year = tags[:, TAGS.index("year")].clamp(-0.98, 0.98)
        for value, sign in (("classic", -1), ("modern", 1)):
            evidence[:, layout.slices["era"].start + layout["era"].index(value)] = (1 + sign * year) / 2
    return evidence


def tag_labels(tags: torch.Tensor, layout: Layout) -> torch.Tensor:
    """Labels [N, G] of the groups that tags [N, 36] decide, UNKNOWN in the others and where the year is in between."""
    labels = torch.full((len(tags), len(layout.groups)), UNKNOWN)
    evidence = tag_evidence(tags, layout)
    decided = {"hair_color", "eye_color", *(group for group, _ in OBEYED)} - {
        "hair_length",
        "hair_style",
        "expression",
        "ornament",
    }
    for column, group in enumerate(layout.groups):
        block = evidence[:, layout.slices[group.name]]
        if group.name in decided:
            labels[:, column] = block.argmax(1)
        elif group.name == "era":
            clear = tags[:, TAGS.index("year")].abs() >= CLEAR_ERA
            labels[clear, column] = block[clear].argmax(1)
    return labels


def load_drawn(paths: list[Path], layout: Layout) -> Faces:
    """The pictures of several files with their origins; labels as `tag_labels` has them, ids `<file>-<row>`."""
    ids, images, origins = [], [], []
    for path in paths:
        saved = np.load(path)
        images.append(torch.from_numpy(saved["images"]))
        origins.append(torch.from_numpy(np.concatenate([saved["z"], saved["tags"]], 1)).float())
        ids += [f"{path.stem}-{row}" for row in range(len(images[-1]))]
    origin = torch.cat(origins)
    unknown = torch.full((len(ids),), UNKNOWN)
    return Faces(ids, torch.cat(images), tag_labels(origin[:, LATENT_SIZE:], layout), unknown, origin)


def draw(teacher: PretrainedTeacher, count: int, size: int, device: torch.device, batch: int = 16) -> dict[str, np.ndarray]:
    """`count` pictures uint8 [N, 3, size, size] with their z and tags."""
    z, tags, images = torch.randn(count, LATENT_SIZE), sample_tags(count), []
    for some_z, some_tags in zip(z.split(batch), tags.split(batch)):
        images.append(to_bytes(shrink(teacher(some_z.to(device), some_tags.to(device)), size)).cpu())
        if len(images) % 10 == 0:
            log.info("%d of %d pictures", len(images) * batch, count)
    return {"images": torch.cat(images).numpy(), "z": z.numpy(), "tags": tags.numpy()}


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--teacher", type=Path, required=True, help="the teacher's weights, teacher.npz")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--pictures", type=int, default=1000)
    parser.add_argument("--size", type=int, default=128)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--device", default="auto")
    options = parser.parse_args(arguments)
    device = pick_device(options.device)
    torch.manual_seed(options.seed)
    drawn = draw(PretrainedTeacher(options.teacher, device, torch.bfloat16), options.pictures, options.size, device)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    partial = options.out.with_suffix(".partial.npz")
    np.savez(partial, **drawn)
    os.replace(partial, options.out)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    main()
