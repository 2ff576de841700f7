"""Training steps, resuming, and refusing another configuration."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from mugen_training.checkpoint import (
    CheckpointMismatch,
    load_checkpoint,
    newest_checkpoint,
    random_state,
    save_checkpoint,
    save_numbered,
    set_random_state,
)
from mugen_training.networks.classifier import REGIONS, RegionClassifier
from mugen_training.networks.discriminator import DiscriminatorConfig
from mugen_training.networks.generator import GeneratorConfig
from mugen_training.objectives import OBJECTIVES
from mugen_training.teacher import Teacher
from mugen_training.train_gan import rate_scale
from mugen_training.trainer import TrainConfig, Trainer, TrainingSet, calibrate, rarity_weights
from mugen_training.vocabulary import Layout

TINY = (8, 8, 8, 8, 8)


@pytest.fixture
def small(layout: Layout) -> Layout:
    return layout.subset(("hair_color", "mouth"))


def build(layout: Layout, **changes: object) -> Trainer:
    """A trainer of tiny networks."""
    generator, discriminator = GeneratorConfig(layout.size, channels=TINY), DiscriminatorConfig(layout.size, TINY)
    config = replace(TrainConfig("int-cls", layout.names, generator, discriminator), **changes)
    return Trainer(config, layout, torch.device("cpu"), (1e-3, 1e-3))


def random_set(layout: Layout, count: int = 24) -> TrainingSet:
    labels = torch.stack([torch.randint(0, len(group.values), (count,)) for group in layout.groups], 1)
    images = torch.randint(0, 256, (count, 3, 64, 64), dtype=torch.uint8)
    return TrainingSet(images, layout.one_hot(labels), torch.ones(count))


def weights_of(network: torch.nn.Module) -> list[torch.Tensor]:
    return [parameter.detach().clone() for parameter in network.parameters()]


def changed(before: list[torch.Tensor], network: torch.nn.Module) -> bool:
    return any(not torch.equal(a, b) for a, b in zip(before, network.parameters()))


def batch_of(layout: Layout) -> tuple[torch.Tensor, torch.Tensor]:
    images, probabilities = random_set(layout).batch(8)
    return images, torch.stack([block.argmax(1) for block in layout.blocks(probabilities).values()], 1)


def test_a_generator_step_changes_only_the_generator(small: Layout) -> None:
    trainer = build(small)
    generator, discriminator = weights_of(trainer.generator), weights_of(trainer.discriminator)
    trainer.train_generator_one_step(batch_of(small)[1])
    assert changed(generator, trainer.generator)
    assert not changed(discriminator, trainer.discriminator)
    assert all(parameter.requires_grad for parameter in trainer.discriminator.parameters())


def test_a_discriminator_step_changes_only_the_discriminator(small: Layout) -> None:
    trainer = build(small)
    generator, discriminator = weights_of(trainer.generator), weights_of(trainer.discriminator)
    trainer.train_discriminator_one_step(*batch_of(small))
    assert changed(discriminator, trainer.discriminator)
    assert not changed(generator, trainer.generator)


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_every_objective_takes_a_step(small: Layout, objective: str) -> None:
    trainer = build(small, objective=objective, auxiliary=0.0)
    parts = trainer.train_one_step(random_set(small), 8)
    assert ("d_wrong" in parts) == ("cls" in objective)
    assert all(torch.isfinite(part) for part in parts.values())
    assert "g_attributes" not in parts
    assert trainer.pictures == 8


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_every_other_text_is_interpolated_only_with_int(small: Layout, objective: str) -> None:
    trainer = build(small, objective=objective, changed_texts=0.0)
    labels = torch.zeros(32, 2, dtype=torch.long)
    phi = trainer._texts_to_draw(labels).phi
    assert torch.equal(phi[::2], small.one_hot(labels)[::2])
    soft = (phi.amax(1) < 1) | ((phi > 0) & (phi < 1)).any(1)
    # Rows 1, 5, 9 … move one group; rows 3, 7 … meet a neighbour that says the same.
    assert bool(soft[1::4].all()) == ("int" in objective)
    assert not soft[3::4].any()


def test_changed_texts_differ_in_one_group(small: Layout) -> None:
    trainer = build(small, objective="cls", changed_texts=1.0)
    labels = torch.zeros(32, 2, dtype=torch.long)
    assert ((trainer._texts_to_draw(labels).phi - small.one_hot(labels)).abs().sum(1) == 2).all()


def test_a_teacher_moves_the_picture_towards_what_was_asked_and_stays_as_it_is(layout: Layout) -> None:
    faces = layout.subset(("hair_color", "mouth", "eyes"))
    regions = [RegionClassifier(region, layout, 8).eval().requires_grad_(False) for region in REGIONS.values()]
    teacher = Teacher(regions, faces)
    # Regions that show only groups which the model does not know take no part.
    assert {name for network in teacher.regions for name in network.layout.names} >= {"mouth", "eyes"}
    assert len(teacher.regions) == 2
    torch.manual_seed(0)
    rgb, labels = torch.zeros(16, 3, 64, 64, requires_grad=True), torch.zeros(16, 3, dtype=torch.long)
    optimizer = torch.optim.Adam([rgb], lr=0.05)
    losses = []
    for _ in range(20):
        optimizer.zero_grad()
        losses.append(teacher.loss(rgb, labels))
        losses[-1].backward()
        optimizer.step()
    assert sum(losses[-5:]) < sum(losses[:5])
    large = rgb.detach().repeat_interleave(2, 2).repeat_interleave(2, 3)
    assert torch.isfinite(teacher.loss(large, labels))
    trainer = build(faces, teaching=0.5)
    trainer.teacher = teacher
    before = [weights_of(network) for network in teacher.regions]
    assert torch.isfinite(trainer.train_one_step(random_set(faces), 8)["g_teacher"])
    assert not any(changed(old, network) for old, network in zip(before, teacher.regions))


def random_teacher(layout: Layout, faces: Layout) -> Teacher:
    """Untrained networks that say very different things of different pictures."""
    networks = [RegionClassifier(region, layout, 8).train() for region in REGIONS.values()]
    with torch.no_grad():
        for network in networks:
            for _ in range(20):
                network(network.crop(torch.randn(16, 3, 64, 64)))
            network.head.weight.mul_(10)
    return Teacher([network.eval().requires_grad_(False) for network in networks], faces)


def test_what_a_change_does_not_name_must_look_the_same_before_and_after(layout: Layout) -> None:
    faces = layout.subset(("hair_color", "mouth", "eyes"))
    teacher = random_teacher(layout, faces)
    rgb = torch.rand(8, 3, 64, 64) * 2 - 1
    text = torch.zeros(8, 3, dtype=torch.long)
    other = text.clone()
    other[:, 0] = 1
    # Both are turned and recoloured alike, or the same picture would seem to differ from itself.
    assert teacher.change_losses([rgb, rgb], [text, other])[1] < 1e-6
    assert teacher.change_losses([rgb, -rgb], [text, other])[1] > 1e-3
    # Both groups that the teacher sees are named by the change: nothing has to stay.
    other[:, 1:] = 1
    assert teacher.change_losses([rgb, -rgb], [text, other])[1] == 0


def test_consistency_teaches_both_ends_of_every_strip(layout: Layout) -> None:
    faces = layout.subset(("hair_color", "mouth", "eyes"))
    teacher = random_teacher(layout, faces)
    for changes, expected in (({}, set()), ({"consistency": 1.0, "teaching": 0.5}, {"g_ends", "g_consistency"})):
        trainer = build(faces, auxiliary=0.0, **changes)
        trainer.teacher = teacher
        parts = trainer.train_one_step(random_set(faces), 8)
        assert expected == {"g_ends", "g_consistency"} & set(parts)
        assert all(torch.isfinite(part) for part in parts.values())


def test_the_ends_of_a_strip_learn_from_consistency_and_not_from_even_middles(layout: Layout) -> None:
    faces = layout.subset(("mouth", "eyes", "hair_style"))
    for changes, learns in (({"consistency": 1.0}, True), ({"even_middles": 1.0}, False)):
        trainer = build(faces, **changes)
        trainer.teacher = random_teacher(layout, faces)
        texts = trainer._texts_to_draw(torch.randint(0, 2, (16, 3))).rows(slice(1, None, 2))
        loss = trainer._strip_losses(torch.zeros(8, 3, 64, 64), trainer.sample_latents(8), texts, {})
        assert loss.requires_grad == learns
        assert loss > 0
        if learns:
            loss.backward()
            assert trainer.generator.embed.weight.grad.abs().sum() > 0


def test_the_learning_rates_fall_to_zero_in_the_last_share_of_a_run(small: Layout) -> None:
    assert [rate_scale(pictures, 1000, 0.2) for pictures in (0, 800, 900, 1000, 1100)] == [1, 1, 0.5, 0, 0]
    trainer = build(small)
    trainer.set_rate_scale(0.5)
    assert trainer.g_optimizer.param_groups[0]["lr"] == 5e-4


def test_the_scores_of_real_and_generated_pictures_are_told(small: Layout) -> None:
    parts = build(small).train_one_step(random_set(small), 8)
    assert {"score_real", "score_generated"} < set(parts)


def test_the_newest_checkpoints_are_kept_by_number(tmp_path: Path) -> None:
    for number in (8, 16, 24, 32, 100):
        save_numbered(tmp_path, number, {"number": number})
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "checkpoint-000000024.pt",
        "checkpoint-000000032.pt",
        "checkpoint-000000100.pt",
        "checkpoint.pt",
    ]
    assert newest_checkpoint(tmp_path).samefile(tmp_path / "checkpoint.pt")


def test_random_numbers_go_on_where_they_were() -> None:
    state = random_state()
    first = torch.rand(4)
    set_random_state(state)
    assert torch.equal(torch.rand(4), first)


def test_a_resumed_run_goes_on_as_if_it_had_never_stopped(small: Layout, tmp_path: Path) -> None:
    data = random_set(small)
    torch.manual_seed(1)
    straight = build(small)
    for _ in range(2):
        straight.train_one_step(data, 8)
    save_checkpoint(tmp_path / "checkpoint.pt", straight.state())
    for _ in range(2):
        straight.train_one_step(data, 8)
    torch.manual_seed(99)
    resumed = build(small)
    resumed.restore(load_checkpoint(tmp_path / "checkpoint.pt", resumed.config.to_dict()))
    for _ in range(2):
        resumed.train_one_step(data, 8)
    assert resumed.pictures == straight.pictures
    for name in ("generator", "discriminator", "average"):
        theirs = getattr(straight, name).state_dict()
        for key, value in getattr(resumed, name).state_dict().items():
            assert torch.allclose(value, theirs[key], atol=1e-6), f"{name}.{key}"


def test_a_checkpoint_of_another_configuration_is_refused_with_what_differs(small: Layout, tmp_path: Path) -> None:
    save_checkpoint(tmp_path / "checkpoint.pt", build(small).state())
    other = build(small, objective="gan", generator=GeneratorConfig(small.size, channels=(8, 8, 8, 8, 4)))
    with pytest.raises(CheckpointMismatch) as refusal:
        load_checkpoint(tmp_path / "checkpoint.pt", other.config.to_dict())
    message = str(refusal.value)
    assert "objective: the checkpoint has 'int-cls', this run wants 'gan'" in message
    assert "generator.channels" in message
    assert "average_decay" not in message


def test_an_interrupted_save_leaves_the_old_checkpoint(small: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "checkpoint.pt"
    save_checkpoint(path, {"config": {}, "step": 1})

    def torn(_state: dict, file: Path) -> None:
        file.write_bytes(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(torch, "save", torn)
    with pytest.raises(KeyboardInterrupt):
        save_checkpoint(path, {"config": {}, "step": 2})
    monkeypatch.undo()
    assert load_checkpoint(path, {})["step"] == 1


def test_rare_values_are_drawn_more_often_and_deformed_pictures_never(small: Layout) -> None:
    labels = torch.zeros(10, 2, dtype=torch.long)
    labels[0, 1] = 1
    deformed = torch.zeros(10)
    deformed[9] = 1
    weights = rarity_weights(small.one_hot(labels), deformed, small)
    assert weights[0] > weights[1] > 0
    assert weights[9] == 0


def test_calibration_settles_the_batch_statistics(small: Layout) -> None:
    trainer = build(small)
    generator = copy.deepcopy(trainer.average)
    with torch.no_grad():
        calibrate(generator, random_set(small).probabilities, batches=2, batch=8)
    assert not generator.training
    assert not torch.equal(generator.norm.running_var, trainer.average.norm.running_var)
    assert generator.norm.momentum == trainer.average.norm.momentum
