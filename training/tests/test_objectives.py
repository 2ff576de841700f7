"""The four objectives, mismatched texts and interpolated texts."""

from __future__ import annotations

import pytest
import torch

from mugen_training.labels import sample_labels
from mugen_training.objectives import (
    Interpolation,
    Objective,
    attribute_loss,
    discriminator_loss,
    generator_loss,
    gradient_loss,
    middle_loss,
    mismatch,
    student_discriminator_loss,
    student_generator_losses,
)
from mugen_training.vocabulary import Layout


def random_labels(layout: Layout, count: int) -> torch.Tensor:
    return torch.stack([torch.randint(0, len(group.values), (count,)) for group in layout.groups], 1)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("gan", Objective(False, False)),
        ("cls", Objective(True, False)),
        ("int", Objective(False, True)),
        ("int-cls", Objective(True, True)),
    ],
)
def test_names_the_four_objectives(name: str, expected: Objective) -> None:
    assert Objective.named(name) == expected


def test_refuses_another_objective() -> None:
    with pytest.raises(ValueError, match="gan, cls, int, int-cls"):
        Objective.named("wgan")


def test_the_mismatched_text_counts_half_of_the_fake_side() -> None:
    right, wrong, fake = torch.tensor([0.5, 2.0]), torch.tensor([0.0, -3.0]), torch.tensor([1.0, -0.5])
    total, parts = discriminator_loss(right, wrong, fake)
    assert parts["d_right"].item() == pytest.approx(0.25)
    assert parts["d_wrong"].item() == pytest.approx(0.5)
    assert parts["d_fake"].item() == pytest.approx(1.25)
    assert total.item() == pytest.approx(0.25 + 0.5 * (0.5 + 1.25))


def test_without_cls_the_total_is_right_plus_fake() -> None:
    total, parts = discriminator_loss(torch.zeros(2), None, torch.ones(2))
    assert set(parts) == {"d_right", "d_fake"}
    assert total.item() == pytest.approx(sum(part.item() for part in parts.values()))


def test_the_generator_wants_high_scores() -> None:
    assert generator_loss(torch.tensor([1.0, 3.0])).item() == -2


def test_the_attribute_loss_is_least_where_the_logits_say_phi(layout: Layout) -> None:
    phi = layout.one_hot(random_labels(layout, 6))
    assert attribute_loss(phi * 20, phi, layout) < 0.01 < attribute_loss(-phi, phi, layout)


def test_mismatched_texts_differ_and_mostly_in_one_group(layout: Layout) -> None:
    labels = random_labels(layout, 2000)
    wrong = mismatch(labels, layout)
    changed = (wrong != labels).sum(1)
    assert (changed > 0).all()
    assert 0.65 < (changed == 1).float().mean() < 0.8
    for column, group in enumerate(layout.groups):
        assert wrong[:, column].min() >= 0
        assert wrong[:, column].max() < len(group.values)
        alone = (changed == 1) & (wrong[:, column] != labels[:, column])
        assert alone.any(), f"{group.name} is never the one group that differs"


def test_mismatched_texts_differ_even_when_all_texts_are_the_same(layout: Layout) -> None:
    labels = torch.zeros(64, len(layout.groups), dtype=torch.long)
    assert (mismatch(labels, layout) != labels).any(1).all()


def test_interpolated_texts_lie_between_two_texts(layout: Layout) -> None:
    phi = layout.one_hot(random_labels(layout, 32))
    texts = Interpolation(phi, phi.roll(1, 0), torch.rand(32, 1))
    low, high = torch.minimum(phi, phi.roll(1, 0)), torch.maximum(phi, phi.roll(1, 0))
    assert ((texts.phi >= low - 1e-6) & (texts.phi <= high + 1e-6)).all()
    for block in layout.blocks(texts.phi).values():
        assert torch.allclose(block.sum(1), torch.ones(32))
    assert torch.equal(texts.rows(slice(1, None, 2)).phi, texts.phi[1::2])


def test_a_middle_of_patches_costs_more_than_the_colour_between() -> None:
    blue, gold = torch.zeros(1, 3, 64, 64), torch.zeros(1, 3, 64, 64)
    blue[:, 2], gold[:, :2] = 1, 1
    patches = torch.cat([blue[..., :32], gold[..., 32:]], 3)
    half = torch.full((1, 1), 0.5)
    assert middle_loss((blue + gold) / 2, blue, gold, half) == 0
    assert middle_loss(patches, blue, gold, half) == pytest.approx(0.5)
    assert middle_loss(blue, blue, gold, torch.ones(1, 1)) == 0


def test_sampled_labels_follow_certain_probabilities(layout: Layout) -> None:
    labels = random_labels(layout, 16)
    assert torch.equal(sample_labels(layout.one_hot(labels), layout), labels)


def test_the_student_s_losses_are_softplus_of_scores_and_of_their_differences() -> None:
    scores = [torch.full((3,), value) for value in (1.0, -2.0, 0.5, 0.0, 3.0)]
    loss = student_discriminator_loss((scores[0], scores[1], scores[2]), (scores[3], scores[4]))
    assert loss.item() == pytest.approx(0.3133 + 0.5 * 0.1269 + 0.5 * 0.9741 + 3.0486, abs=1e-3)
    matched, relative = student_generator_losses(scores[2], scores[3], scores[4])
    assert matched.item() == pytest.approx(0.4741, abs=1e-3)
    assert relative.item() == pytest.approx(0.0486, abs=1e-3)


def test_lines_that_are_shifted_cost_and_even_differences_do_not() -> None:
    picture = torch.zeros(1, 3, 8, 8)
    picture[..., 4:] = 1
    assert gradient_loss(picture + 0.3, picture).item() == pytest.approx(0, abs=1e-6)
    assert gradient_loss(picture.roll(1, 3), picture) > 0.2
