"""The layout of φ."""

from __future__ import annotations

import pytest
import torch

from mugen_training.vocabulary import Layout


def test_blocks_lie_one_after_the_other_in_the_file_s_order(layout: Layout) -> None:
    assert layout.names[:3] == ("hair_color", "eye_color", "hair_length")
    assert layout.size == sum(len(group.values) for group in layout.groups)
    ends = [part.stop for part in layout.slices.values()]
    starts = [part.start for part in layout.slices.values()]
    assert starts == [0, *ends[:-1]]


def test_one_hot_blocks_sum_to_one(layout: Layout) -> None:
    labels = torch.stack([torch.randint(0, len(group.values), (5,)) for group in layout.groups], 1)
    phi = layout.one_hot(labels)
    assert phi.shape == (5, layout.size)
    for column, (name, block) in enumerate(layout.blocks(phi).items()):
        assert torch.equal(block.sum(1), torch.ones(5)), name
        assert torch.equal(block.argmax(1), labels[:, column]), name


def test_a_subset_keeps_the_vocabulary_s_order(layout: Layout) -> None:
    subset = layout.subset(["mouth", "hair_color"])
    assert subset.names == ("hair_color", "mouth")
    assert subset.size == len(layout["hair_color"].values) + 2


def test_an_unknown_value_names_the_known_ones(layout: Layout) -> None:
    with pytest.raises(KeyError, match="closed, open"):
        layout["mouth"].index("ajar")
