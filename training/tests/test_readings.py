"""Shifts that follow a labeller: on a student whose pictures are decided by single numbers of z."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from mugen_training.distill import readings as module
from mugen_training.distill.pretrained import LATENT_SIZE, TAGS
from mugen_training.distill.readings import Effects, Plan, Readings, centred, fit_effects, plan_shifts, read_leads
from mugen_training.distill.student_model import StudentModel, load_student, save_student
from mugen_training.distill.text_map import TextMap
from mugen_training.networks.classifier import Classifier
from mugen_training.networks.student import StudentConfig
from mugen_training.prior import Prior
from mugen_training.train_classifier import save_classifier
from mugen_training.vocabulary import load_layout

CONFIG = StudentConfig(trunk_channels=8, trunk_blocks=1, decoder_channels=(6, 6, 4, 4))
LAYOUT = load_layout()
EYES = LAYOUT.slices["eyes"]
CLOSED = EYES.start + LAYOUT["eyes"].index("closed")


@pytest.fixture
def prior() -> Prior:
    torch.manual_seed(0)
    sizes = torch.tensor([len(group.values) for group in LAYOUT.groups])
    return Prior(LAYOUT, (torch.rand(60, len(sizes)) ** 2 * sizes).long())


def truth() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Effects of z [P, 128], of tags [P, 36] and levels [P], centred; every row along its own direction."""
    torch.manual_seed(1)
    latent = torch.nn.functional.normalize(torch.randn(LAYOUT.size, LATENT_SIZE), dim=1)
    return (
        centred(latent, LAYOUT),
        centred(0.2 * torch.randn(LAYOUT.size, len(TAGS)), LAYOUT),
        centred(torch.randn(LAYOUT.size), LAYOUT),
    )


def made_up(prior: Prior, count: int = 4000) -> Readings:
    latent, by_tags, level = truth()
    z, tags = torch.randn(count, LATENT_SIZE), torch.randn(count, len(TAGS))
    logits = z @ latent.T + tags @ by_tags.T + level + 0.3 * torch.randn(count, LAYOUT.size)
    phi = LAYOUT.one_hot(prior.labels[torch.randint(len(prior.labels), (count,))])
    return Readings(z, tags, phi, logits)


def planned(prior: Prior) -> tuple[Plan, Effects]:
    readings = made_up(prior)
    effects = fit_effects(readings, LAYOUT)
    return plan_shifts(TextMap(LAYOUT), effects, readings, prior, chance=0.4), effects


def test_the_effects_of_z_are_found(prior: Prior) -> None:
    effects, (latent, by_tags, level) = fit_effects(made_up(prior), LAYOUT), truth()
    assert torch.cosine_similarity(effects.latent, latent, dim=1).min() > 0.95
    assert (effects.tags - by_tags).abs().max() < 0.1
    assert (effects.level - level).abs().max() < 0.2
    assert effects.explained.min() > 0.7


def test_a_shift_raises_its_value_and_leaves_other_groups(prior: Prior) -> None:
    plan, _ = planned(prior)
    moved = truth()[0] @ plan.towards[CLOSED]
    own = moved[EYES]
    assert own.argmax() == CLOSED - EYES.start and own.max() > 0.3
    others = torch.cat([moved[: EYES.start], moved[EYES.stop :]])
    direct = truth()[0] @ torch.nn.functional.normalize(truth()[0][CLOSED], dim=0)
    assert others.abs().mean() < torch.cat([direct[: EYES.start], direct[EYES.stop :]]).abs().mean()


def test_groups_that_tags_alone_decide_are_not_shifted(prior: Prior) -> None:
    plan, _ = planned(prior)
    for name in ("mouth", "glasses", "hair_color"):
        assert not plan.towards[LAYOUT.slices[name]].any()


def test_the_mean_over_the_prior_is_taken_out(prior: Prior) -> None:
    plan, _ = planned(prior)
    plan.lengths.fill_(3.0)
    text_map = TextMap(LAYOUT)
    plan.write(text_map)
    phi = LAYOUT.one_hot(prior.labels)
    assert text_map.shift.abs().max() > 0.1
    for part in LAYOUT.slices.values():
        assert (phi[:, part] @ text_map.shift[part]).mean(0).abs().max() < 1e-5


def test_z_keeps_its_chance_along_the_directions(prior: Prior) -> None:
    plan, _ = planned(prior)
    values = torch.linalg.eigvalsh(plan.keep)
    assert values.min() == pytest.approx(0.4, abs=1e-4) and values.max() == pytest.approx(1, abs=1e-4)


def test_lengths_grow_until_a_value_leads(prior: Prior) -> None:
    plan, _ = planned(prior)
    plan.gain[CLOSED] = 1.0
    torch.manual_seed(2)
    for _ in range(10):
        plan.lengthen({CLOSED: torch.randn(2000) - 3 + plan.lengths[CLOSED]}, longest=6.0)
    # A fifth of a normal distribution lies 0.84 spreads below its mean.
    assert plan.lengths[CLOSED].item() == pytest.approx(3.84, abs=0.15)
    for _ in range(10):
        plan.lengthen({CLOSED: torch.full((10,), -9.0)}, longest=6.0)
    assert plan.lengths[CLOSED] == 6


def test_corrections_are_followed(prior: Prior) -> None:
    plan, _ = planned(prior)
    old = TextMap(LAYOUT)
    torch.nn.init.normal_(old.shift)
    corrections = {"lengths": {"eyes=closed": 5.5}, "by_hand": ["eyes=closed"], "tags": {"skin=dark": {"dark_skin": 2.8}}}
    plan.follow(corrections, old)
    assert plan.lengths[CLOSED] == 5.5
    assert torch.cosine_similarity(plan.towards[CLOSED], old.shift[CLOSED], dim=0) > 0.999
    dark = LAYOUT.slices["skin"].start + LAYOUT["skin"].index("dark")
    assert plan.tag_weight[dark, TAGS.index("dark_skin")] == pytest.approx(2.8)
    with pytest.raises(KeyError, match="no value 'shut'"):
        plan.follow({"lengths": {"eyes=shut": 1.0}}, old)


def test_leads_are_read_of_every_value(prior: Prior) -> None:
    torch.manual_seed(3)
    leads = read_leads(StudentModel(CONFIG, LAYOUT).eval(), Classifier(LAYOUT, 4, 64).eval(), prior, per_value=2)
    rows = {row for name in module.SHIFTED_GROUPS for row in range(LAYOUT.slices[name].start, LAYOUT.slices[name].stop)}
    assert set(leads) == rows
    assert all(lead.shape == (2,) for lead in leads.values())


def test_the_command_writes_a_student_and_reads_its_readings_again(prior: Prior, tmp_path: Path) -> None:
    torch.manual_seed(4)
    save_student(tmp_path / "student.pt", StudentModel(CONFIG, LAYOUT), prior, {"trunk": 5})
    save_classifier(tmp_path / "labeller.pt", Classifier(LAYOUT, 4, 64), {})
    settings = {"student": tmp_path / "student.pt", "labeller": tmp_path / "labeller.pt", "run": tmp_path / "run"}
    settings |= {"pictures": 20, "turns": 1, "per-value": 1}
    arguments = [str(part) for name, value in settings.items() for part in (f"--{name}", value)]
    module.main(arguments)
    model, _, history = load_student(tmp_path / "run" / "student.pt")
    assert history == {"trunk": 5, "readings": 20} and model.text_map.shift.any()
    written = (tmp_path / "run" / "readings.pt").stat().st_mtime_ns
    module.main(arguments)
    assert (tmp_path / "run" / "readings.pt").stat().st_mtime_ns == written
