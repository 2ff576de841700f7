"""Pictures drawn from known tags, and what their tags tell."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from mugen_training.data import UNKNOWN
from mugen_training.distill.pretrained import LATENT_SIZE, TAGS
from mugen_training.drawn import CHANCES, load_drawn, sample_tags, tag_evidence, tag_labels
from mugen_training.train_classifier import drawn_lesson
from mugen_training.vocabulary import Layout


def tags_of(*names: str) -> torch.Tensor:
    """One picture's tags with these on."""
    return torch.tensor([[1.0 if name in names else -1.0 for name in TAGS]])


def test_tags_are_on_as_often_as_planned_and_exclude_each_other() -> None:
    tags = sample_tags(4000)
    for name, chance in CHANCES.items():
        assert (tags[:, TAGS.index(name)] > 0).float().mean().item() == pytest.approx(chance, abs=0.04)
    assert ((tags[:, :13] > 0).sum(1) == 1).all()
    assert ((tags[:, 13:23] > 0).sum(1) == 1).all()
    assert ((tags[:, TAGS.index("long") : TAGS.index("short") + 1] > 0).sum(1) <= 1).all()


def test_evidence_follows_how_well_a_tag_is_obeyed(layout: Layout) -> None:
    with_ties = tag_evidence(tags_of("hair:red", "twintails", "long"), layout)[0]
    hair, style, length = (with_ties[layout.slices[name]] for name in ("hair_color", "hair_style", "hair_length"))
    assert hair.argmax() == layout["hair_color"].index("red")
    ties = layout["hair_style"].index("twintails")
    assert style.argmax() == ties
    assert length.argmax() == layout["hair_length"].index("long")
    without = tag_evidence(tags_of("hair:red"), layout)[0, layout.slices["hair_style"]]
    # Some have twintails unasked; the other values are told apart neither way.
    assert 0.02 < without[ties] / without[1 - min(ties, 1)] < 0.5
    assert with_ties[layout.slices["bangs"]].eq(1).all()


def test_tags_label_only_what_they_decide(layout: Layout) -> None:
    labels = tag_labels(tags_of("hair:red", "eyes:blue", "dark_skin", "twintails"), layout)[0].tolist()
    said = {name: group.values[label] for name, group, label in zip(layout.names, layout.groups, labels) if label != UNKNOWN}
    assert said | {"skin": "dark", "blush": "no", "mouth": "closed", "hair_color": "red", "eye_color": "blue"} == said
    assert not {"hair_style", "bangs", "neck"} & set(said)


def test_reads_what_was_drawn(tmp_path: Path, layout: Layout) -> None:
    z, tags = np.random.default_rng(0).normal(size=(3, LATENT_SIZE)), tags_of("hair:red").numpy().repeat(3, 0)
    np.savez(tmp_path / "drawn-7.npz", images=np.zeros((3, 3, 64, 64), np.uint8), z=z, tags=tags)
    drawn = load_drawn([tmp_path / "drawn-7.npz"], layout)
    assert drawn.ids == ["drawn-7-0", "drawn-7-1", "drawn-7-2"]
    assert drawn.origin.shape == (3, LATENT_SIZE + len(TAGS))
    lesson = drawn_lesson(drawn, layout, 2)
    assert lesson.is_evidence
    pictures, known = lesson.draw()
    assert pictures.shape == (2, 3, 64, 64)
    assert known.shape == (2, layout.size + 3)
