"""Labels for the whole set: hand-made where they exist, a classifier's probabilities elsewhere.

`python -m mugen_training.labels --data DIR --classifier labeller.pt --out labels.pt`
"""

from __future__ import annotations

import argparse
import json
import logging
from dataclasses import dataclass
from pathlib import Path

import torch

from .data import CAPTION_GROUPS, UNKNOWN, Faces, load_faces
from .device import pick_device
from .train_classifier import load_classifier, predict
from .vocabulary import Layout, load_layout

log = logging.getLogger(__name__)

CLEARLY_ABOVE_CHANCE = 1.4
"""A group is conditioned on when its balanced accuracy is this many times its chance level ..."""

SHARPNESS = 2.0
"""A rare value given to a picture that does not show it teaches the generator to ignore the value: probabilities are
raised to this power. Of the pictures labelled twintails, 37 % instead of 29 % have them; of closed eyes 78 instead of
68 %; few true ones are lost."""

FEWEST_LABELS = 50
"""... and each of its values has this many hand-made labels: dark skin, with 35, came out as blots."""


@dataclass
class SoftLabels:
    """probabilities [N, P] in the whole vocabulary's layout, deformed [N], for the pictures `ids`."""

    ids: list[str]
    probabilities: torch.Tensor
    deformed: torch.Tensor
    groups: list[str]

    def save(self, path: Path) -> None:
        """Writes a file that `load` reads."""
        torch.save(self.__dict__, path)

    @staticmethod
    def load(path: Path) -> SoftLabels:
        """Reads what `save` wrote."""
        return SoftLabels(**torch.load(path))


def conditioned_groups(figures: dict[str, dict], faces: Faces, layout: Layout) -> list[str]:
    """The captions' groups, and those that can be labelled clearly better than by chance and have examples enough.

    In vocabulary order.
    """

    def is_learnable(column: int, name: str) -> bool:
        if name in CAPTION_GROUPS:
            return True
        known = faces.labels[:, column][faces.labels[:, column] != UNKNOWN]
        fewest = torch.bincount(known, minlength=len(layout[name].values)).min()
        figure = figures.get(name, {"balanced_accuracy": 0.0, "chance": 1.0})
        return fewest >= FEWEST_LABELS and figure["balanced_accuracy"] > CLEARLY_ABOVE_CHANCE * figure["chance"]

    return [name for column, name in enumerate(layout.names) if is_learnable(column, name)]


def label_faces(faces: Faces, logits: torch.Tensor, layout: Layout) -> tuple[torch.Tensor, torch.Tensor]:
    """logits [N, P + 3] -> (probabilities [N, P], probability of being deformed [N]); hand-made labels win.

    Where nobody looked, the probabilities have the hand-made labels' shares and are then sharpened.
    """
    probabilities = torch.cat([logits[:, part].softmax(1) for part in layout.slices.values()], 1)
    for column, group in enumerate(layout.groups):
        part = layout.slices[group.name]
        counts = torch.bincount(faces.labels[:, column][faces.labels[:, column] != UNKNOWN], minlength=len(group.values))
        known = faces.labels[:, column] != UNKNOWN
        guessed = match_shares(probabilities[~known, part], counts / counts.sum()) ** SHARPNESS
        probabilities[~known, part] = guessed / guessed.sum(1, keepdim=True)
        block = torch.nn.functional.one_hot(faces.labels[known, column], len(group.values)).float()
        probabilities[known, part] = block
    deformed = logits[:, layout.size :].softmax(1)[:, 0]
    looked_at = faces.quality != UNKNOWN
    deformed[looked_at] = (faces.quality[looked_at] == 0).float()
    return probabilities, deformed


def match_shares(block: torch.Tensor, shares: torch.Tensor, rounds: int = 20) -> torch.Tensor:
    """Rescales the columns of probabilities [N, V] until their means are the known shares [V].

    The classifier is trained with weights that favour rare values, so its probabilities overstate them (dark skin
    in a third of the pictures instead of one in a hundred); this is the prior adjustment of Saerens et al. 2002.
    """
    for _ in range(rounds):
        block = block * (shares / block.mean(0).clamp(min=1e-9))
        block = block / block.sum(1, keepdim=True)
    return block


def sample_labels(probabilities: torch.Tensor, layout: Layout, sharpness: float = 2.0) -> torch.Tensor:
    """One label a group from probabilities ** sharpness: [N, P] -> [N, G]."""
    columns = [torch.multinomial(probabilities[:, part].clamp(min=1e-6) ** sharpness, 1) for part in layout.slices.values()]
    return torch.cat(columns, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--classifier", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--device", default="auto")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    layout, device = load_layout(), pick_device(options.device)
    faces = load_faces(options.data, layout)
    logits, _ = predict(load_classifier(options.classifier, layout, device), faces.images, device)
    probabilities, deformed = label_faces(faces, logits, layout)
    figures = torch.load(options.classifier, map_location="cpu")["figures"]
    groups = conditioned_groups(figures, faces, layout)
    SoftLabels(faces.ids, probabilities, deformed, groups).save(options.out)
    print(json.dumps({"groups": groups, "deformed": int((deformed > 0.5).sum()), "pictures": len(faces.ids)}))


if __name__ == "__main__":
    main()
