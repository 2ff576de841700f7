"""The prior from which unnamed groups are drawn."""

from __future__ import annotations

import torch

from mugen_training.labels import SoftLabels
from mugen_training.prior import Prior, build_prior
from mugen_training.vocabulary import Layout


def test_rows_are_one_base_36_digit_a_group(layout: Layout) -> None:
    small = layout.subset(("hair_color", "mouth"))
    assert Prior(small, torch.tensor([[11, 0], [3, 1]])).rows() == ["b0", "31"]


def test_named_groups_stay_and_the_others_fit_them(layout: Layout) -> None:
    small = layout.subset(("hair_color", "mouth"))
    prior = Prior(small, torch.tensor([[0, 0]] * 50 + [[1, 1]] * 50))
    drawn = prior.sample(500, {"hair_color": 1})
    assert (drawn[:, 0] == 1).all()
    assert (drawn[:, 1] == 1).float().mean() > 0.9
    assert {tuple(row) for row in prior.sample(100).tolist()} == {(0, 0), (1, 1)}


def test_a_combination_that_no_row_has_is_still_drawn(layout: Layout) -> None:
    small = layout.subset(("hair_color", "mouth"))
    drawn = Prior(small, torch.tensor([[0, 0], [0, 1]])).sample(20, {"hair_color": 7})
    assert (drawn[:, 0] == 7).all()
    assert drawn.shape == (20, 2)


def test_exemplars_leave_out_deformed_and_held_out_pictures(layout: Layout) -> None:
    small = layout.subset(("hair_color", "mouth"))
    labels = torch.zeros(3, len(layout.groups), dtype=torch.long)
    labels[:, 0] = torch.tensor([4, 5, 6])
    soft = SoftLabels(["a", "b", "c"], layout.one_hot(labels), torch.tensor([0.0, 0.9, 0.1]), list(small.names))
    prior = build_prior(soft, torch.tensor([True, True, False]), layout, small)
    assert prior.labels.tolist() == [[4, 0]]
