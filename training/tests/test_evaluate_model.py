"""The evaluation of 256-pixel models: figures on pictures whose answer is known, and the whole command on tiny parts."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
import torch

from mugen_training.descriptions import COMMON, TEXTS, parse_values
from mugen_training.distill.pretrained import CODE_CHANNELS, CODE_SIZE, LATENT_SIZE, TAGS, PretrainedTeacher
from mugen_training.evaluate_model import evaluate, parse_options, plain_prior, run
from mugen_training.model import Model, teacher_model
from mugen_training.networks.classifier import Classifier
from mugen_training.prior import Prior
from mugen_training.train_classifier import save_classifier
from mugen_training.variety import TEN, TenPulls, count_twins, measure_variety, pairwise_rmse, sharpness
from mugen_training.vocabulary import Layout

from .conftest import encode, write_tar

COUNTS = {"texts": 2, "pulls": 3, "descriptions": 2, "per-value": 2, "count": 12, "morphs": 40, "blends": 8}


def test_the_rmse_and_the_sharpness_are_in_grey_levels() -> None:
    black, white = torch.full((1, 3, 64, 64), -1.0), torch.full((1, 3, 64, 64), 1.0)
    assert pairwise_rmse(torch.cat([black, white])) == pytest.approx(255, rel=1e-4)
    stripes = torch.tensor([-1.0, 1.0]).repeat(32).expand(1, 3, 64, 64)
    assert sharpness(stripes) == pytest.approx(255 / 2)
    assert sharpness(black) == 0


def flat_model(layout: Layout, spread: float) -> Model:
    """Draws even pictures whose brightness is the first number of z times `spread`."""
    prior = Prior(layout, torch.zeros(1, len(layout.groups), dtype=torch.long))

    def draw(z: torch.Tensor, phi: torch.Tensor) -> torch.Tensor:
        return (spread * z[:, :1, None, None]).expand(-1, 3, 64, 64)

    return Model(layout, prior, draw)


def test_variety_is_measured_against_the_teachers(layout: Layout) -> None:
    figures = measure_variety(flat_model(layout, 0.1), flat_model(layout, 0.2), texts=8, pulls=40)
    assert figures["variety"]["ratio"] == pytest.approx(0.5, abs=0.1)


def test_a_copy_is_a_twin_and_strangers_are_none() -> None:
    # In many dimensions strangers are all about as far apart.
    small, features = torch.randn(40, TEN, 60), torch.randn(40, TEN, 40)
    teacher = TenPulls(small, features)
    assert count_twins(teacher, teacher)["teacher"]["twins"] == 0
    copied = TenPulls(small.clone(), features.clone())
    copied.small[:, 1], copied.features[:, 1] = copied.small[:, 0], copied.features[:, 0]
    figures = count_twins(copied, teacher)
    assert figures["model"]["twins"] == pytest.approx(0.2)
    assert figures["model"]["nearest"] < figures["teacher"]["nearest"]
    # Near in one of the two alone is another person in the same pose, or the same colours in another.
    copied.features[:, 1] = torch.randn(40, 40)
    assert count_twins(copied, teacher)["model"]["twins"] == 0


def test_descriptions_name_known_values(layout: Layout) -> None:
    for description in (*COMMON, *(values for _, values in TEXTS)):
        assert len(parse_values(description, layout)) == len(description.split())
    assert len(COMMON) == 20
    assert parse_values("wings=yes hair_color=plaid mouth=open", layout) == {"mouth": layout["mouth"].index("open")}


@pytest.fixture(scope="module")
def teacher_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A teacher of random weights with one block and two doublings: it draws 64 pixels."""
    draw = np.random.default_rng(0)

    def convolution(name: str, rows: int, size: int) -> dict[str, np.ndarray]:
        weight = draw.normal(size=(rows, CODE_CHANNELS, size, size)) / (CODE_CHANNELS**0.5 * size)
        return {f"{name}_weight": weight.astype(np.float16), f"{name}_bias": np.zeros(rows, np.float16)}

    inputs = LATENT_SIZE + len(TAGS)
    stem = draw.normal(size=(inputs, CODE_CHANNELS * CODE_SIZE**2)) / inputs**0.5
    weights = {"stem_weight": stem.astype(np.float16), "stem_bias": np.zeros(stem.shape[1], np.float16)}
    for name in ("block00_conv1", "block00_conv2", "trunk", "up0", "up1"):
        weights |= convolution(name, CODE_CHANNELS, 3)
    path = tmp_path_factory.mktemp("teacher") / "teacher.npz"
    np.savez(path, **weights, **convolution("rgb", 3, 3))
    return path


@pytest.fixture(scope="module")
def labelled_folder(tmp_path_factory: pytest.TempPathFactory, layout: Layout) -> Path:
    """Hand-labelled pictures of even colours in the layout of the real ones."""
    root, draw, count = tmp_path_factory.mktemp("labelled"), np.random.default_rng(0), 40
    named = [group for group in layout.groups if group.name not in {"blush", "skin", "era"}]
    rows = [
        {"id": i, **{g.name: g.values[draw.integers(len(g.values))] for g in named}, "quality": 1 + i % 2} for i in range(count)
    ]
    rows[0]["quality"] = 0
    with (root / "attributes.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    pictures = {f"{i}.webp": encode(tuple(draw.integers(256, size=3).tolist()), 64, "WEBP") for i in range(count)}
    write_tar(root / "images.tar", pictures)
    tags = np.where(draw.random((count, len(TAGS))) < 0.3, 1.0, -1.0)
    np.savez(root / "latents.npz", id=np.arange(count), z=draw.normal(size=(count, LATENT_SIZE)), tags=tags)
    return root


@pytest.fixture(scope="module")
def small_judge(tmp_path_factory: pytest.TempPathFactory, layout: Layout) -> Path:
    path = tmp_path_factory.mktemp("judge") / "judge.pt"
    save_classifier(path, Classifier(layout, 8), {})
    return path


def test_the_teacher_is_asked_by_the_tags_of_a_text(teacher_file: Path, layout: Layout) -> None:
    text = {"hair_color": "red", "eye_color": "blue", "glasses": "yes", "era": "modern"}
    labels = torch.tensor([[group.index(text[group.name]) if group.name in text else 0 for group in layout.groups]])
    for name, plain in (("hair_length", "medium"), ("expression", "neutral")):
        labels[0, layout.names.index(name)] = layout[name].index(plain)
    wanted = [name in {"hair:red", "eyes:blue", "glasses", "year"} for name in TAGS]
    z = torch.randn(1, LATENT_SIZE)
    model = teacher_model(teacher_file, layout, Prior(layout, labels), torch.device("cpu"))
    expected = PretrainedTeacher(teacher_file, "cpu", torch.bfloat16)(z, torch.tensor([wanted]) * 2.0 - 1)
    assert torch.equal(model.generate_labels(labels, z), expected)


def arguments(teacher_file: Path, labelled_folder: Path, small_judge: Path, out: Path) -> list[str]:
    paths = {"teacher": teacher_file, "data": labelled_folder, "judge": small_judge, "out": out}
    return [str(part) for name, value in (paths | COUNTS).items() for part in (f"--{name}", value)]


def test_one_command_measures_the_teacher_itself(
    teacher_file: Path, labelled_folder: Path, small_judge: Path, layout: Layout, tmp_path: Path
) -> None:
    figures = run(parse_options(arguments(teacher_file, labelled_folder, small_judge, tmp_path)))
    assert figures == json.loads((tmp_path / "evaluation.json").read_text())
    assert figures["variety"]["variety"]["ratio"] == pytest.approx(1, abs=0.3)
    assert set(figures["obedience"]) == set(layout.names)
    mouth = figures["obedience"]["mouth"]
    assert mouth["model"]["pictures"] == 4
    assert 0 <= mouth["ceiling"] <= 1
    assert figures["twins"]["faces"] == 20
    assert figures["frechet"]["pictures"] == 6
    assert figures["editing"]["morph"]["morphs"] == 40
    assert figures["deformed"]["teacher_by_hand"] == pytest.approx(1 / 40, abs=1e-3)
    for sheet in figures["sheets"]["files"]:
        assert (tmp_path / sheet).stat().st_size > 0


def test_a_run_cut_short_leaves_the_figures_of_the_parts_before(
    teacher_file: Path, labelled_folder: Path, small_judge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def end(*_: object) -> dict:
        raise KeyboardInterrupt

    monkeypatch.setattr("mugen_training.evaluate_model.measure_blends", end)
    with pytest.raises(KeyboardInterrupt):
        run(parse_options(arguments(teacher_file, labelled_folder, small_judge, tmp_path)))
    figures = json.loads((tmp_path / "evaluation.json").read_text())
    assert {"variety", "twins", "obedience", "frechet", "deformed"} < set(figures)
    assert set(figures["editing"]) == {"morph"}


def test_a_model_of_another_kind_is_measured_too(
    teacher_file: Path, labelled_folder: Path, small_judge: Path, layout: Layout, tmp_path: Path
) -> None:
    options = parse_options(arguments(teacher_file, labelled_folder, small_judge, tmp_path))
    prior = plain_prior(labelled_folder, layout)

    def noise(z: torch.Tensor, phi: torch.Tensor) -> torch.Tensor:
        return torch.tanh(z[:, :3, None, None] + torch.randn(len(z), 3, 64, 64) * 0.1)

    figures = evaluate(Model(layout, prior, noise), Model(layout, prior, noise), options)
    assert figures["frechet"]["ratio"] > 0
    assert figures["sheets"]["ten_pulls"][0].startswith("silver hair")
