"""The classifiers: regions of the picture, their augmentation and their loss."""

from __future__ import annotations

import math
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from mugen_training.classifier_augment import mix, move, recolour, soften
from mugen_training.data import UNKNOWN, load_faces
from mugen_training.labels import SHARPNESS, label_faces, match_shares
from mugen_training.networks.classifier import REGIONS, Classifier, Region, RegionClassifier
from mugen_training.train_classifier import CheckpointMismatch, load_classifier, parse_options, save_classifier, train
from mugen_training.train_regions import (
    Lesson,
    LossNotFinite,
    evidence_loss,
    log_shares,
    plan_lessons,
    region_loss,
    soft_targets,
    train_region,
)
from mugen_training.vocabulary import Group, Layout

MIDDLE = Region(("mouth",), slice(16, 48), slice(16, 48))


@pytest.mark.parametrize("size", [64, 128])
@pytest.mark.parametrize("name", REGIONS)
def test_a_region_network_sees_its_region_only(name: str, size: int, layout: Layout) -> None:
    region = REGIONS[name]
    network = RegionClassifier(region, layout, 8, size).eval()
    rgb = torch.randn(2, 3, size, size)
    seen = network(network.crop(rgb))
    assert seen.shape == (2, network.layout.size)
    outside = torch.ones(size, size, dtype=torch.bool)
    outside[region.window(size)] = False
    rgb[:, :, outside] = 0
    assert torch.equal(seen, network(network.crop(rgb)))


def test_a_region_lies_at_the_same_place_at_every_size() -> None:
    assert MIDDLE.window(64) == (slice(16, 48), slice(16, 48))
    assert MIDDLE.window(128) == (slice(32, 96), slice(32, 96))


def test_the_classifier_takes_the_region_networks_opinion_in(layout: Layout) -> None:
    classifier = Classifier(layout, width=8).eval()
    rgb = torch.randn(2, 3, 64, 64)
    before, _ = classifier(rgb)
    torch.nn.init.normal_(classifier.regions["mouth"].head.bias, std=5)
    after, _ = classifier(rgb)
    for name, part in layout.slices.items():
        assert torch.allclose(before[:, part], after[:, part]) == (name not in REGIONS["mouth"].groups)


def test_the_classifier_averages_larger_pictures(layout: Layout) -> None:
    classifier = Classifier(layout, 8, 128).eval()
    small = torch.rand(2, 3, 128, 128)
    large = small.repeat_interleave(2, 2).repeat_interleave(2, 3)
    for ours, theirs in zip(classifier(small), classifier(large)):
        assert torch.allclose(ours, theirs, atol=1e-4)
    assert classifier(small)[0].shape == (2, layout.size + 3)


def test_moving_keeps_what_is_in_the_middle_and_recolouring_the_shape() -> None:
    images = torch.zeros(4, 3, 64, 64)
    images[:, :, 24:40, 24:40] = 1
    moved = move(images, MIDDLE)
    assert moved.shape == (4, 3, 32, 32)
    assert torch.allclose(moved[:, :, 14:18, 14:18], torch.ones(4, 3, 4, 4))
    assert recolour(moved, hue=1.0).shape == moved.shape


def test_softening_keeps_what_is_even_and_blurs_lines() -> None:
    even, line = torch.full((8, 3, 6, 6), 0.3), torch.zeros(8, 3, 6, 6)
    line[:, :, 3] = 1
    assert torch.allclose(soften(even, chance=1), even)
    assert (soften(line, chance=1)[:, :, 3] < 1).all()
    assert torch.equal(soften(line, chance=0), line)


def test_turning_the_hue_leaves_grey_grey() -> None:
    grey = torch.rand(4, 1, 8, 8).expand(4, 3, 8, 8)
    turned = recolour(grey, hue=1.0)
    assert torch.allclose(turned[:, 0], turned[:, 1], atol=1e-5)
    assert torch.allclose(turned[:, 0], turned[:, 2], atol=1e-5)


def test_mixup_blends_pictures_and_targets_alike() -> None:
    targets = torch.rand(8, 5)
    images = targets.mean(1)[:, None, None, None].expand(8, 3, 4, 4)
    mixed, blended = mix(images, targets, alpha=0.3)
    assert torch.allclose(mixed[:, 0, 0, 0], blended.mean(1), atol=1e-6)
    assert mix(images, targets, alpha=0)[0] is images


def test_unknown_labels_weigh_nothing_and_no_value_counts_as_too_rare() -> None:
    layout = Layout([Group("ornament", ("none", "ribbon", "hat")), Group("mouth", ("closed", "open"))])
    labels = torch.tensor([[0, UNKNOWN]] * 997 + [[1, 1]] * 2 + [[2, 0]])
    shares = log_shares(labels, layout)
    assert shares.exp()[2] == pytest.approx(0.008)
    targets = soft_targets(labels[:1], layout, shares)
    assert targets[0, :3].sum() == pytest.approx(1)
    assert targets[0, 3:].sum() == 0
    logits = torch.randn(1, 5)
    other = logits.clone()
    other[:, 3:] += torch.tensor([1.0, -1.0])
    assert region_loss(logits, targets, shares, layout) == region_loss(other, targets, shares, layout)


def test_a_certain_picture_of_the_frequent_value_is_not_pulled_to_the_rare_one() -> None:
    layout = Layout([Group("mouth", ("closed", "open"))])
    shares = torch.tensor([0.97, 0.03]).log()
    target = soft_targets(torch.tensor([[0]]), layout, shares)
    balanced = (target.log() - shares).squeeze()
    assert balanced[0] - balanced[1] > 2


def test_a_region_network_learns_and_changes_nothing_else(faces_folder: Path, layout: Layout) -> None:
    faces = load_faces(faces_folder, layout)
    classifier = Classifier(layout, width=8)
    rgb = torch.randn(1, 3, 64, 64)
    mouth, eyes = ({k: v.clone() for k, v in classifier.regions[name].state_dict().items()} for name in ("mouth", "eyes"))
    network = classifier.regions["mouth"]
    taught = torch.rand(len(faces.ids), layout.size)
    drawn = Lesson(faces.images[:5], torch.rand(5, layout.size + 3), 2, is_evidence=True)
    lessons = plan_lessons(faces, layout, network.layout, taught, drawn)
    assert len(lessons[0].images) == 32
    assert 0 < len(lessons[1].images) < 32
    assert lessons[2].targets.shape == (5, network.layout.size)
    silent = replace(drawn, targets=torch.ones(5, layout.size + 3))
    assert [lesson.is_evidence for lesson in plan_lessons(faces, layout, network.layout, None, silent)] == [False]
    train_region(network, lessons, torch.zeros(network.layout.size), steps=2)
    assert any(not torch.equal(v, mouth[k]) for k, v in classifier.regions["mouth"].state_dict().items())
    assert all(torch.equal(v, eyes[k]) for k, v in classifier.regions["eyes"].state_dict().items())
    assert torch.isfinite(classifier.eval()(rgb)[0]).all()


def test_evidence_raises_the_values_that_explain_it() -> None:
    layout = Layout([Group("hair_length", ("short", "medium", "long")), Group("mouth", ("closed", "open"))])
    evidence = torch.tensor([[1.0, 1.0, 0.02, 1.0, 1.0]])
    logits = torch.zeros(1, 5, requires_grad=True)
    loss = evidence_loss(logits, evidence, torch.zeros(5), layout)
    assert loss.item() == pytest.approx(-math.log(2.02 / 3), rel=1e-4)
    loss.backward()
    assert logits.grad[0, 0] == logits.grad[0, 1] < 0 < logits.grad[0, 2]
    assert logits.grad[0, 3:].abs().max() < 1e-7


def tiny_options(folder: Path, out: Path, *more: str) -> Namespace:
    return parse_options(["--data", str(folder), "--out", str(out), "--steps", "2", "--region-steps", "1", "--width", "8", *more])


def test_training_goes_on_with_the_network_it_stopped_at(faces_folder: Path, layout: Layout, tmp_path: Path) -> None:
    faces, options = load_faces(faces_folder, layout), tiny_options(faces_folder, tmp_path / "c.pt", "--regions", "eyes")
    whole, eyes = (parts := tmp_path / "c") / "checkpoint-00-whole.pt", parts / "checkpoint-02-eyes.pt"
    first = train(faces, None, layout, options)
    eyes.unlink()
    kept = whole.stat().st_mtime_ns
    second = train(faces, None, layout, options)
    assert whole.stat().st_mtime_ns == kept
    assert all(torch.equal(a, b) for a, b in zip(first.state_dict().values(), second.state_dict().values()))
    for changes in (["--seed", "1"], ["--lr", "0.1"], ["--width", "12"]):
        with pytest.raises(CheckpointMismatch, match=f"{changes[0][2:]}: the checkpoint has"):
            train(faces, None, layout, tiny_options(faces_folder, tmp_path / "c.pt", "--regions", "eyes", *changes))
    faces.labels[0, 0] = (faces.labels[0, 0] + 1) % 3
    with pytest.raises(CheckpointMismatch, match="data: the checkpoint has"):
        train(faces.where(torch.arange(64) < 60), None, layout, options)


def test_a_loss_that_is_no_number_stops_and_leaves_what_is_good(faces_folder: Path, layout: Layout, tmp_path: Path) -> None:
    faces, options = (
        load_faces(faces_folder, layout),
        tiny_options(faces_folder, tmp_path / "c.pt", "--lr", "inf", "--steps", "0"),
    )
    options.region_steps = 3
    with pytest.raises(LossNotFinite, match=r"mouth.*step 2"):
        train(faces, None, layout, options)
    assert not list(tmp_path.rglob("*.pt"))


def test_a_classifier_of_other_regions_is_refused_with_what_differs(tmp_path: Path, layout: Layout) -> None:
    classifier = Classifier(layout, width=8)
    del classifier.regions["mouth"]
    save_classifier(tmp_path / "old.pt", classifier, {})
    with pytest.raises(CheckpointMismatch, match=r"regions\.mouth"):
        load_classifier(tmp_path / "old.pt", layout, torch.device("cpu"))
    save_classifier(tmp_path / "older.pt", Classifier(layout.subset(("mouth", "eyes")), width=8), {})
    with pytest.raises(CheckpointMismatch, match="other groups"):
        load_classifier(tmp_path / "older.pt", layout, torch.device("cpu"))


def test_labels_where_nobody_looked_have_the_known_shares_and_are_sharpened(faces_folder: Path, layout: Layout) -> None:
    faces = load_faces(faces_folder, layout)
    logits = torch.randn(len(faces.ids), layout.size + 3)
    probabilities, _ = label_faces(faces, logits, layout)
    column = layout.names.index("mouth")
    block, labels = probabilities[:, layout.slices["mouth"]], faces.labels[:, column]
    by_hand = labels != UNKNOWN
    assert torch.equal(block[by_hand].argmax(1), labels[by_hand])
    shares = torch.bincount(labels[by_hand], minlength=2) / by_hand.sum()
    expected = match_shares(logits[~by_hand][:, layout.slices["mouth"]].softmax(1), shares) ** SHARPNESS
    assert torch.allclose(block[~by_hand], expected / expected.sum(1, keepdim=True), atol=1e-5)
