"""The figures of the evaluation, on clouds whose answer is known, and the whole command on a tiny generator."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch

from mugen_training import compare, evaluate
from mugen_training.card import figures_section
from mugen_training.diversity import mean_pairwise_distance
from mugen_training.frechet import frechet_distance
from mugen_training.networks.classifier import Classifier
from mugen_training.precision import precision
from mugen_training.smoothness import slerp, step_figures
from mugen_training.train_classifier import save_classifier
from mugen_training.vocabulary import Layout


def test_the_frechet_distance_of_known_clouds() -> None:
    cloud = torch.randn(4000, 4)
    assert frechet_distance(cloud, cloud) == pytest.approx(0, abs=1e-6)
    # N(0, 1) against N(3, 2²) in four dimensions: 4 · (9 + (2 − 1)²).
    assert frechet_distance(cloud, 3 + 2 * torch.randn(4000, 4)) == pytest.approx(40, rel=0.05)


def test_the_mean_pairwise_distance() -> None:
    assert mean_pairwise_distance(torch.tensor([[0.0, 0], [3, 4], [0, 0]])) == pytest.approx(10 / 3)


def test_slerp_keeps_the_length_and_meets_both_ends() -> None:
    a, b = torch.tensor([[1.0, 0]]), torch.tensor([[0.0, 1]])
    assert torch.allclose(slerp(a, b, torch.tensor([0.0])), a, atol=1e-5)
    assert torch.allclose(slerp(a, b, torch.tensor([1.0])), b, atol=1e-5)
    assert slerp(a, b, torch.tensor([0.5])).norm().item() == pytest.approx(1, abs=1e-5)


def test_step_figures_tell_an_even_way_from_a_jump() -> None:
    even = torch.linspace(0, 1, 5).view(1, 5, 1)
    jump = torch.tensor([0.0, 0, 0, 0, 1]).view(1, 5, 1)
    assert step_figures(even) == {"largest_step": 1.0, "detour": 1.0}
    assert step_figures(jump)["largest_step"] == pytest.approx(4)


def test_precision_is_the_share_inside_the_manifold_of_real_points() -> None:
    real = torch.randn(400, 4)
    assert precision(torch.randn(400, 4), real) > 0.8
    assert precision(torch.randn(400, 4) + 8, real) < 0.05
    half = torch.cat([torch.randn(200, 4), torch.randn(200, 4) + 50])
    assert 0.4 < precision(half, real) <= 0.5


@pytest.fixture(scope="module")
def judge_file(tmp_path_factory: pytest.TempPathFactory, layout: Layout) -> Path:
    path = tmp_path_factory.mktemp("judge") / "judge.pt"
    figures = {name: {"balanced_accuracy": 0.5, "chance": 0.5} for name in layout.names}
    save_classifier(path, Classifier(layout, width=8), figures)
    return path


@pytest.fixture
def small_diversity(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two pictures a class: the made-up set has no larger ones."""
    defaults = evaluate.measure_diversity.__defaults__
    assert defaults == (40, 24)
    monkeypatch.setattr(evaluate.measure_diversity, "__defaults__", (2, 2))
    monkeypatch.setattr(evaluate.measure_smoothness, "__defaults__", (2, 4))
    monkeypatch.setattr(evaluate.measure_editing, "__defaults__", (48, 2))


@pytest.mark.usefixtures("small_diversity")
def test_one_command_measures_and_writes_the_sheets(
    tiny_run: Path, faces_folder: Path, labels_file: Path, judge_file: Path, tmp_path: Path
) -> None:
    paths = ["--data", faces_folder, "--labels", labels_file, "--judge", judge_file, "--checkpoint", tiny_run / "checkpoint.pt"]
    arguments = [*paths, "--out", tmp_path, "--count", 24, "--per-value", 2]
    figures = evaluate.run(evaluate.parse_options([str(argument) for argument in arguments]))
    assert figures == json.loads((tmp_path / "evaluation.json").read_text())
    assert set(figures["accuracy"]) == {"hair_color", "eye_color", "mouth"}
    mouth = figures["accuracy"]["mouth"]
    assert mouth["even"]["pictures"] == 4
    assert mouth["ceiling"]["pictures"] > 0
    assert 0 <= mouth["natural"]["accuracy"] <= 1
    assert figures["trained_on_pictures"] == 32
    middles = figures["editing"]["middles"]
    assert middles["portraits"] == 48
    assert all(0 <= middles[place]["precision"] <= 1 for place in ("morph_before", "morph_middle", "blend_middle"))
    section = figures_section(figures)
    assert "Of 48 random morphs" in section
    assert "| `mouth` |" in section
    for sheet in figures["sheets"]:
        assert (tmp_path / sheet).stat().st_size > 0


@pytest.mark.usefixtures("small_diversity")
def test_compares_runs_in_a_table_and_a_figure(
    faces_folder: Path, labels_file: Path, judge_file: Path, tiny_arguments: list[str], tmp_path: Path
) -> None:
    channels = tiny_arguments[tiny_arguments.index("--g-channels") :]
    paths = ["--data", faces_folder, "--labels", labels_file, "--judge", judge_file, "--runs", tmp_path / "runs"]
    arguments = ["heads", *paths, "--docs", tmp_path / "docs", "--pictures", 8, "--count", 24, "--per-value", 2, "--batch", 8]
    options = compare.parse_options([*map(str, arguments), *channels])
    results = compare.run(options)
    assert list(results) == ["projection", "concatenation"]
    assert {row["trained_on_pictures"] for row in results.values()} == {8}
    assert "| concatenation | 8 |" in (tmp_path / "docs" / "heads.md").read_text()
    assert (tmp_path / "docs" / "heads.webp").exists()
    kept = json.loads((tmp_path / "runs" / "int-cls" / "evaluation.json").read_text())
    assert kept == results["projection"]
