"""The way from pictures to a trained generator through the commands, as a newcomer walks it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

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
    figures = json.loads(command("train_classifier", "--data", faces_folder, "--out", classifier, "--steps", 2, "--region-steps", 1, "--width", 8, "--batch", 8))
    assert set(figures["hair_color"]) == {"accuracy", "balanced_accuracy", "chance", "pictures"}
    said = json.loads(command("labels", "--data", faces_folder, "--classifier", classifier, "--out", labels))
    assert said["groups"][:2] == ["hair_color", "eye_color"]
    numbers = ["--pictures", 16, "--batch", 8, *TINY_CHANNELS]
    command("train_gan", "--data", faces_folder, "--labels", labels, "--run", run, *numbers)
    assert (run / "checkpoint.pt").exists()
    assert json.loads((run / "options.json").read_text())["pictures"] == 16
    assert list((run / "samples").glob("*.png"))
