"""Trains a judge of hair and eye colours on pictures that the teacher drew from known tags, and measures a student by it.

`python -m mugen_training.colour_judge --drawn drawn-*.npz --student student.pt --out colours.json`

The judge knows nothing but the teacher's pictures and tags, so what it reads in pictures held out is what the teacher's own
obedience and the judge's errors leave; the student's share of that is its obedience.
"""

from __future__ import annotations

import argparse
import json
import logging
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from .data import to_bytes, to_float
from .distill.pretrained import EYES, HAIR
from .model import Model, student_model

log = logging.getLogger(__name__)

HELD_OUT = 300
"""The last pictures of the files, which train nothing."""
BATCH, RATE = 32, 3e-3
VIEWS = {"hair_color": (HAIR, slice(None), slice(None), 2), "eye_color": (EYES, slice(32, 80), slice(16, 112), 1)}
"""Each group's values, and rows, columns and shrinking of what is looked at, at 128 pixels."""


class ColourNetwork(nn.Module):
    """rgb [N, 3, H, W] -> logits [N, values]: every place votes, as strongly as it says itself."""

    def __init__(self, values: int, width: int = 32):
        super().__init__()
        widths, strides = (3, width, 2 * width, 3 * width, 3 * width), (2, 2, 2, 1)
        layers = [
            layer
            for before, after, stride in zip(widths, widths[1:], strides)
            for layer in (nn.Conv2d(before, after, 3, stride, 1), nn.BatchNorm2d(after), nn.ReLU())
        ]
        self.body = nn.Sequential(*layers, nn.Conv2d(3 * width, values + 1, 1))

    def forward(self, rgb: torch.Tensor) -> torch.Tensor:
        votes = self.body(rgb).flatten(2)
        return (votes[:, :-1] * votes[:, -1:].softmax(2)).sum(2)


def view(images: torch.Tensor, group: str) -> torch.Tensor:
    """The part of pictures uint8 [N, 3, 128, 128] that shows a group's colour, in −1..1."""
    _, rows, columns, factor = VIEWS[group]
    return F.avg_pool2d(to_float(images[:, :, rows, columns]), factor)


def augmented(rgb: torch.Tensor) -> torch.Tensor:
    """Mirrored, moved, and a little lighter or darker: what leaves a colour's name true."""
    moved = rgb.roll(tuple(torch.randint(-4, 5, (2,)).tolist()), (2, 3))
    if torch.rand(()) < 0.5:
        moved = moved.flip(3)
    gain, light = 1 + 0.1 * (2 * torch.rand(len(rgb), 1, 1, 1) - 1), 0.06 * torch.randn(len(rgb), 1, 1, 1)
    return moved * gain + light + 0.02 * torch.randn_like(rgb)


def train(rgb: torch.Tensor, labels: torch.Tensor, values: int, epochs: int) -> ColourNetwork:
    """A network taught on all of these pictures."""
    network = ColourNetwork(values)
    optimizer = torch.optim.AdamW(network.parameters(), RATE, weight_decay=1e-3)
    batch = min(BATCH, len(rgb))
    steps = epochs * (len(rgb) // batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, steps + 1)
    for _ in range(epochs):
        for rows in torch.randperm(len(rgb))[: len(rgb) // batch * batch].split(batch):
            loss = F.cross_entropy(network(augmented(rgb[rows])), labels[rows], label_smoothing=0.05)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return network.eval()


@torch.no_grad()
def rate(network: ColourNetwork, rgb: torch.Tensor, labels: torch.Tensor, names: tuple[str, ...]) -> dict:
    """The share read as labelled, of all and of each value."""
    right = (torch.cat([network(part) for part in rgb.split(64)]).argmax(1) == labels).float()
    each = {name: right[labels == at].mean().item() for at, name in enumerate(names) if (labels == at).any()}
    return {"all": right.mean().item(), "pictures": len(labels), "values": each}


@torch.no_grad()
def draw_colours(model: Model, count: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Pictures uint8 [N, 3, 128, 128] with open eyes in every pair of colours, the rest from the prior; labels [N, G]."""
    labels = model.prior.sample(count)
    layout, columns = model.layout, [model.layout.names.index(group) for group in VIEWS]
    known = [[layout[group].index(value) for value in VIEWS[group][0] if value in layout[group].values] for group in VIEWS]
    labels[:, layout.names.index("eyes")] = layout["eyes"].index("open")
    for at in range(count):
        labels[at, columns[0]] = known[0][at % len(known[0])]
        labels[at, columns[1]] = known[1][at // len(known[0]) % len(known[1])]
    return to_bytes(F.avg_pool2d(model.generate_labels(labels), 2)), labels


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--drawn", type=Path, nargs="+", required=True)
    parser.add_argument("--student", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--pictures", type=int, default=260)
    parser.add_argument("--epochs", type=int, nargs=2, default=(10, 9), help="of hair and of eyes")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    torch.manual_seed(options.seed)
    files = [np.load(path) for path in options.drawn]
    images, tags = (torch.from_numpy(np.concatenate([file[name] for file in files])) for name in ("images", "tags"))
    model = student_model(options.student, torch.device("cpu"))
    drawn, drawn_labels = draw_colours(model, options.pictures)
    figures, first = {}, 0
    for (group, (names, *_)), epochs in zip(VIEWS.items(), options.epochs):
        labels = tags[:, first : first + len(names)].argmax(1)
        first += len(names)
        own = [model.layout[group].values[at] for at in drawn_labels[:, model.layout.names.index(group)]]
        asked = torch.tensor([names.index(value) for value in own])
        rgb = view(images, group)
        network = train(rgb[:-HELD_OUT], labels[:-HELD_OUT], len(names), epochs)
        figures[group] = {
            "teacher": rate(network, rgb[-HELD_OUT:], labels[-HELD_OUT:], names),
            "student": rate(network, view(drawn, group), asked, names),
        }
        log.info("%s: %s", group, {who: round(read["all"], 3) for who, read in figures[group].items()})
    options.out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    main()
