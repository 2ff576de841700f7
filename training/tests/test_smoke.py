"""The way from pictures to a trained generator through the commands, as a newcomer walks it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from .conftest import TINY_CHANNELS

TRAINING = Path(__file__).resolve().parents[1]


def command(module: str, *arguments: object) -> str:
    """Runs `python -m mugen_training.<module>` and returns what it printed."""
    line = [sys.executable, "-m", f"mugen_training.{module}", *map(str, arguments)]
    done = subprocess.run(line, cwd=TRAINING, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_classifier_labels_and_generator(faces_folder: Path, tmp_path: Path) -> None:
    classifier, labels, run = (tmp_path / name for name in ("labeller.pt", "labels.pt", "run"))
    figures = json.loads(
        command("train_classifier", "--data", faces_folder, "--out", classifier, "--steps", 2, "--region-steps", 1, "--width", 8)
    )
    assert set(figures["hair_color"]) == {"accuracy", "balanced_accuracy", "chance", "pictures"}
    said = json.loads(command("labels", "--data", faces_folder, "--classifier", classifier, "--out", labels))
    assert said["groups"][:2] == ["hair_color", "eye_color"]
    numbers = ["--pictures", 16, "--batch", 8, *TINY_CHANNELS]
    command("train_gan", "--data", faces_folder, "--labels", labels, "--run", run, *numbers)
    assert (run / "checkpoint.pt").exists()
    assert json.loads((run / "options.json").read_text())["pictures"] == 16
    assert list((run / "samples").glob("*.png"))


def test_a_run_does_not_go_on_with_another_seed_batch_or_rate(faces_folder: Path, tmp_path: Path, labels_file: Path) -> None:
    common = ["--data", faces_folder, "--labels", labels_file, "--run", tmp_path / "run", *TINY_CHANNELS]
    command("train_gan", *common, "--batch", 8, "--pictures", 16)
    assert (tmp_path / "run" / "checkpoint-000000016.pt").samefile(tmp_path / "run" / "checkpoint.pt")
    with pytest.raises(AssertionError, match=r"batch: the checkpoint has 8, this run wants 4[^$]*seed: the checkpoint has 0"):
        command("train_gan", *common, "--batch", 4, "--seed", 3, "--pictures", 24)
    command("train_gan", *common, "--batch", 8, "--pictures", 24)
    assert torch.load(tmp_path / "run" / "checkpoint.pt")["pictures"] == 24


def test_a_loss_that_is_no_number_stops_a_run(faces_folder: Path, tmp_path: Path, labels_file: Path) -> None:
    common = ["--data", faces_folder, "--labels", labels_file, "--run", tmp_path, *TINY_CHANNELS]
    with pytest.raises(AssertionError, match="LossNotFinite: after 24 pictures"):
        command("train_gan", *common, "--batch", 8, "--pictures", 24, "--g-rate", "inf", "--sample-every", 10_000)
    assert not list(tmp_path.glob("*.pt"))


def test_a_run_goes_on_from_another_run_with_its_own_settings(faces_folder: Path, tmp_path: Path, labels_file: Path) -> None:
    common = ["--data", faces_folder, "--labels", labels_file, "--batch", 8, *TINY_CHANNELS]
    command("train_gan", *common, "--run", tmp_path / "first", "--pictures", 16)
    start = tmp_path / "first" / "checkpoint.pt"
    command("train_gan", *common, "--run", tmp_path / "second", "--pictures", 24, "--start", start, "--auxiliary", 0.5)
    second = torch.load(tmp_path / "second" / "checkpoint.pt")
    assert (second["pictures"], second["config"]["auxiliary"]) == (24, 0.5)
    with pytest.raises(AssertionError, match="groups: the checkpoint has"):
        command("train_gan", *common, "--run", tmp_path / "third", "--start", start, "--groups", "hair_color")
