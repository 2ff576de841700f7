"""The guided text map: a tiny student, and a labeller that reads the mean colour of a picture."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest
import torch

from mugen_training.distill.guide import STEP, WEIGHTS, Correction, GuideLesson, PairSampler, corrected, leave_chance
from mugen_training.distill.runner import Runner
from mugen_training.distill.student_model import StudentModel
from mugen_training.networks.classifier import Classifier
from mugen_training.networks.student import StudentConfig
from mugen_training.prior import Prior
from mugen_training.vocabulary import load_layout

CONFIG = StudentConfig(trunk_channels=8, trunk_blocks=1, decoder_channels=(6, 6, 4, 4))
LAYOUT = load_layout()


@pytest.fixture
def prior() -> Prior:
    torch.manual_seed(0)
    sizes = torch.tensor([len(group.values) for group in LAYOUT.groups])
    # Squared: low values are more frequent, so that means over the prior differ from means over values.
    return Prior(LAYOUT, (torch.rand(40, len(sizes)) ** 2 * sizes).long())


@pytest.fixture
def model() -> StudentModel:
    torch.manual_seed(1)
    return StudentModel(CONFIG, LAYOUT)


@pytest.fixture
def lesson(model: StudentModel, prior: Prior, tmp_path: Path) -> GuideLesson:
    torch.manual_seed(2)
    return GuideLesson(model, prior, Classifier(LAYOUT, 4, 64).eval(), options(tmp_path))


def options(run: Path, **others: object) -> argparse.Namespace:
    settings = dict(run=run, pictures=24, batch=8, rate=1e-3, seed=0, minutes=float("inf"), timed=False, start=None)
    return argparse.Namespace(**settings, **WEIGHTS, save_seconds=1e9, check_every=10_000, longest=3.0, chance=None, **others)


def randomise(correction: Correction, size: float) -> None:
    torch.manual_seed(3)
    for parameter in correction.parameters():
        torch.nn.init.normal_(parameter, std=size / STEP)


class TestCorrection:
    def test_begins_at_nothing(self, prior: Prior):
        correction = Correction(prior)
        assert not correction.shift.any() and not correction.tags.any()

    @pytest.mark.parametrize("size", [0.1, 10])
    def test_its_mean_over_the_prior_is_nought_in_each_group(self, prior: Prior, size: float):
        correction = Correction(prior)
        randomise(correction, size)
        phi = LAYOUT.one_hot(prior.labels)
        for rows in (correction.shift, correction.tags):
            assert rows.abs().max() > 0.05
            for part in LAYOUT.slices.values():
                assert (phi[:, part] @ rows[part]).mean(0).abs().max() < 1e-5

    def test_no_shift_is_longer_than_the_bound(self, prior: Prior):
        correction = Correction(prior, longest=2.0)
        randomise(correction, 10)
        assert correction.shift.norm(dim=1).max().item() == pytest.approx(2.0, abs=1e-4)
        randomise(correction, 0.05)
        assert correction.shift.norm(dim=1).max() < 1.5

    def test_gradients_reach_both_parts(self, model: StudentModel, prior: Prior):
        correction = Correction(prior)
        z, tags = correction.apply_to(model.text_map)(torch.randn(4, 128), LAYOUT.one_hot(prior.labels[:4]))
        (z.square().sum() + tags.square().sum()).backward()
        assert correction.raw_shift.grad.any() and correction.raw_tags.grad.any()


def test_chance_changes_what_z_keeps_along_the_directions_alone(model: StudentModel):
    basis = torch.linalg.qr(torch.randn(128, 5)).Q
    model.text_map.keep.copy_(torch.eye(128) - 0.7 * basis @ basis.T)
    leave_chance(model.text_map, 0.6)
    along, across = basis[:, 0], torch.randn(128)
    across = across - basis @ (basis.T @ across)
    assert torch.allclose(along @ model.text_map.keep, 0.6 * along, atol=1e-5)
    assert torch.allclose(across @ model.text_map.keep, across, atol=1e-4)


class TestPairs:
    def test_one_group_differs(self, prior: Prior):
        before, after, chosen = PairSampler(prior).draw(400)
        assert ((before != after).sum(1) == 1).all()
        assert (before != after)[torch.arange(400), chosen].all()

    def test_rare_values_come_as_often_as_common_ones(self, prior: Prior):
        torch.manual_seed(4)
        _, after, chosen = PairSampler(prior).draw(6000)
        column = LAYOUT.names.index("ornament")
        counts = torch.bincount(after[chosen == column, column], minlength=6).float()
        assert counts.min() / counts.max() > 0.6


class TestLesson:
    def test_only_the_correction_learns(self, lesson: GuideLesson):
        before = {name: tensor.clone() for name, tensor in lesson.model.state_dict().items()}
        sum(lesson.losses(8, 0.0).values()).backward()
        assert lesson.network.raw_shift.grad.any() and lesson.network.raw_tags.grad.any()
        assert all(torch.equal(tensor, before[name]) for name, tensor in lesson.model.state_dict().items())
        assert all(parameter.grad is None for parameter in lesson.model.parameters())

    def test_a_run_goes_on_where_it_stopped(self, lesson: GuideLesson, model: StudentModel, prior: Prior, tmp_path: Path):
        Runner(lesson, options(tmp_path)).train()
        again = GuideLesson(model, prior, lesson.labeller, options(tmp_path))
        runner = Runner(again, options(tmp_path))
        assert runner.pictures == 24
        assert torch.equal(again.network.shift, lesson.network.shift) and again.network.shift.any()

    def test_figures_are_shares(self, lesson: GuideLesson):
        figures = lesson.measure()
        assert 0 <= figures["reached"] <= 1 and 0 <= figures["kept"] <= 1 and figures["longest"] == 0

    def test_the_student_draws_with_the_correction_in_its_map(self, lesson: GuideLesson, prior: Prior):
        randomise(lesson.network, 0.5)
        z, phi = torch.randn(2, 128), LAYOUT.one_hot(prior.labels[:2])
        with torch.no_grad():
            wanted = lesson.network.apply_to(lesson.model.text_map)(z, phi)
            got = corrected(lesson.model, lesson.network).text_map(z, phi)
        assert all(torch.allclose(a, b, atol=1e-5) for a, b in zip(wanted, got))
