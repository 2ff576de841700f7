"""The super-resolution stage."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch

from mugen_training import train_upscaler
from mugen_training.checkpoint import CheckpointMismatch, LossNotFinite
from mugen_training.picture_quality import psnr, ssim

TINY = ["--channels", "8", "--blocks", "1", "--fine-channels", "8", "--batch", "2", "--check-every", "100"]


def train(faces_folder: Path, run: Path, *more: str) -> train_upscaler.UpscalerTrainer:
    return train_upscaler.run(train_upscaler.parse_options(["--data", str(faces_folder), "--run", str(run), *TINY, *more]))


def test_psnr_and_ssim_of_known_pictures() -> None:
    flat = torch.zeros(1, 3, 32, 32)
    assert psnr(flat, flat + 0.2).item() == pytest.approx(20, abs=0.01)
    noise = torch.rand(1, 3, 32, 32) * 2 - 1
    assert ssim(noise, noise).item() == pytest.approx(1, abs=1e-4)
    assert ssim(noise, noise.flip(3)).item() < 0.3


def test_the_loss_is_made_of_its_parts() -> None:
    ours, target = torch.zeros(1, 3, 8, 8), torch.full((1, 3, 8, 8), 0.5)
    parts = train_upscaler.reconstruction_loss(ours, target, 1.0)
    assert parts["pixel"].item() == pytest.approx(0.5, abs=1e-4)
    assert parts["edge"].item() == 0


def test_the_learning_rate_warms_up_and_falls() -> None:
    rates = [train_upscaler.learning_rate(step, 1000, 1.0) for step in (0, 250, 600, 1000)]
    assert rates[0] < 0.01
    assert rates[1] > rates[2] > rates[3]
    assert rates[3] == pytest.approx(0.01)


def test_trains_resumes_and_measures(faces_folder: Path, tmp_path: Path) -> None:
    first = train(faces_folder, tmp_path, "--steps", "2")
    assert first.step == 2
    second = train(faces_folder, tmp_path, "--steps", "3")
    assert second.step == 3
    assert len(list((tmp_path / "sheets").iterdir())) == 2
    figures = json.loads((tmp_path / "figures.json").read_text())
    assert figures.pop("step") == 3
    assert set(figures) == {"pictures", "psnr", "psnr_bicubic", "ssim", "ssim_bicubic"}
    assert train_upscaler.load_upscaler(tmp_path / "checkpoint.pt", torch.device("cpu")).config.channels == 8


@pytest.mark.parametrize(
    ("option", "value", "name"), [("--seed", "5", "seed"), ("--rate", "0.5", "rate"), ("--limit", "8", "data")]
)
def test_refuses_to_go_on_with_other_data_seed_or_rate(
    faces_folder: Path, tmp_path: Path, option: str, value: str, name: str
) -> None:
    train(faces_folder, tmp_path, "--steps", "1")
    with pytest.raises(CheckpointMismatch, match=f"{name}: the checkpoint has"):
        train(faces_folder, tmp_path, "--steps", "2", option, value)


def test_a_loss_that_is_no_number_stops_the_run(faces_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(LossNotFinite, match="in step 2"):
        train(faces_folder, tmp_path, "--steps", "3", "--rate", "inf")
    assert not list(tmp_path.glob("*.pt"))


def test_refuses_a_checkpoint_of_another_size(faces_folder: Path, tmp_path: Path) -> None:
    train(faces_folder, tmp_path, "--steps", "1")
    with pytest.raises(CheckpointMismatch, match=r"upscaler\.blocks: the checkpoint has 1, this run wants 2"):
        train(faces_folder, tmp_path, "--steps", "1", "--blocks", "2")
