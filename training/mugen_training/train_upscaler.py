"""Trains the super-resolution stage on pairs of 64x64 and 256x256 pictures.

`python -m mugen_training.train_upscaler --data DIR --run DIR`

The targets were made from the small pictures by a larger network, so this is distillation: a plain pixel loss has one
right answer to come close to. The run folder gets options.json, stats.jsonl, sheets (small, bicubic, ours, target)
and checkpoint.pt; the same command goes on where it stopped.
"""

from __future__ import annotations

import argparse
import copy
import json
import logging
import math
import time
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch.nn import functional as F

from .checkpoint import (
    expect_finite,
    fingerprint,
    load_checkpoint,
    random_state,
    refuse_differences,
    save_numbered,
    set_random_state,
)
from .data import to_float
from .device import mixed_precision, pick_device
from .networks.upscaler import Upscaler, UpscalerConfig
from .objectives import reconstruction_loss
from .pairs import LARGE, Pairs, load_pairs
from .picture_quality import psnr, ssim
from .sheets import save_sheet

log = logging.getLogger(__name__)


def parse_options(arguments: list[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop after this long")
    parser.add_argument("--batch", type=int, default=4)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--edge-weight", type=float, default=1.0, help="weight of the loss on differences of neighbours")
    parser.add_argument("--channels", type=int, default=48)
    parser.add_argument("--blocks", type=int, default=9)
    parser.add_argument("--fine-channels", type=int, default=32)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--device", default="auto")
    parser.add_argument("--limit", type=int, help="read at most this many pairs")
    parser.add_argument("--check-every", type=int, default=1000, help="steps between validations")
    parser.add_argument("--save-seconds", type=float, default=120)
    return parser.parse_args(arguments)


def learning_rate(step: int, steps: int, rate: float) -> float:
    """A short warm-up, then half a cosine down to a hundredth of `rate`."""
    return rate * min(1, (step + 1) / 200) * (0.01 + 0.99 * (0.5 + 0.5 * math.cos(math.pi * min(1, step / steps))))


class UpscalerTrainer:
    """Holds the network, the moving average of its weights and the optimiser."""

    parts = ("upscaler", "average", "optimizer")

    def __init__(self, options: argparse.Namespace, device: torch.device):
        self.options, self.device, self.step = options, device, 0
        config = UpscalerConfig(options.channels, options.blocks, options.fine_channels)
        self.upscaler = Upscaler(config).to(device, memory_format=torch.channels_last)
        self.average = copy.deepcopy(self.upscaler).requires_grad_(False).eval()
        self.optimizer = torch.optim.Adam(self.upscaler.parameters(), lr=options.rate, betas=(0.9, 0.99))
        self.config = {"upscaler": config.to_dict(), "edge_weight": options.edge_weight}

    def train_one_step(self, small: torch.Tensor, large: torch.Tensor) -> dict[str, torch.Tensor]:
        """One update on uint8 pictures [N, 3, 64, 64] and [N, 3, 256, 256]."""
        self.optimizer.param_groups[0]["lr"] = learning_rate(self.step, self.options.steps, self.options.rate)
        flip = torch.rand(len(small)) < 0.5
        small, large = (torch.where(flip[:, None, None, None], p.flip(3), p).to(self.device) for p in (small, large))
        self.upscaler.train()
        with mixed_precision(self.device):
            ours = self.upscaler(to_float(small))
        parts = reconstruction_loss(ours, to_float(large), self.options.edge_weight)
        self.optimizer.zero_grad(set_to_none=True)
        sum(parts.values()).backward()
        torch.nn.utils.clip_grad_norm_(self.upscaler.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        self._update_average()
        return parts

    @torch.no_grad()
    def _update_average(self) -> None:
        decay = min(0.999, (1 + self.step) / (10 + self.step))
        for mean, now in zip(self.average.parameters(), self.upscaler.parameters()):
            mean.lerp_(now, 1 - decay)

    def state(self) -> dict:
        """Everything that a checkpoint holds."""
        parts = {name: getattr(self, name).state_dict() for name in self.parts}
        return {"config": self.config, "step": self.step, "random": random_state(), **parts}

    def restore(self, state: dict) -> None:
        """Goes on from `state`; the caller has checked that the configurations agree."""
        for name in self.parts:
            getattr(self, name).load_state_dict(state[name])
        self.step = state["step"]
        set_random_state(state["random"])


def bicubic(small: torch.Tensor) -> torch.Tensor:
    """uint8 [N, 3, 64, 64] -> rgb [N, 3, 256, 256] in −1..1, by Pillow's bicubic filter."""
    pictures = [Image.fromarray(p.permute(1, 2, 0).contiguous().numpy()) for p in small]
    enlarged = [np.asarray(p.resize((LARGE, LARGE), Image.BICUBIC)).transpose(2, 0, 1) for p in pictures]
    return to_float(torch.from_numpy(np.stack(enlarged)))


@torch.no_grad()
def enlarge(upscaler: Upscaler, rgb: torch.Tensor, batch: int = 16) -> torch.Tensor:
    """rgb [N, 3, 64, 64] in −1..1 -> rgb [N, 3, 256, 256] on the CPU, float32 throughout."""
    device = next(upscaler.parameters()).device
    return torch.cat([upscaler.eval()(chunk.to(device)).cpu() for chunk in rgb.split(batch)])


def measure(upscaler: Upscaler, pairs: Pairs) -> dict[str, float]:
    """Mean PSNR (dB) and SSIM on `pairs`, of the network and of bicubic enlargement."""
    ours = enlarge(upscaler, to_float(pairs.small)).mul(127.5).add(127.5).round().sub(127.5).div(127.5)
    target, plain = to_float(pairs.large), bicubic(pairs.small)
    figures = {
        "psnr": psnr(ours, target).mean(),
        "psnr_bicubic": psnr(plain, target).mean(),
        "ssim": ssim(ours, target).mean(),
        "ssim_bicubic": ssim(plain, target).mean(),
    }
    return {"pictures": len(pairs.ids), **{name: round(value.item(), 4) for name, value in figures.items()}}


def save_comparison(path: Path, upscaler: Upscaler, pairs: Pairs, count: int = 8) -> None:
    """A sheet with a row a picture: the small one in blocks, bicubic, ours, the target."""
    small = to_float(pairs.small[:count])
    columns = (
        F.interpolate(small, scale_factor=4.0, mode="nearest"),
        bicubic(pairs.small[:count]),
        enlarge(upscaler, small),
        to_float(pairs.large[:count]),
    )
    save_sheet(path, torch.stack(columns, 1).flatten(0, 1), columns=4)


def load_upscaler(path: Path, device: torch.device) -> Upscaler:
    """The averaged network of a checkpoint, in evaluation mode."""
    state = torch.load(path, map_location=device)
    upscaler = Upscaler(UpscalerConfig(**state["config"]["upscaler"])).to(device)
    upscaler.load_state_dict(state["average"])
    return upscaler.eval()


def check(trainer: UpscalerTrainer, held_out: Pairs, run: Path) -> dict[str, float]:
    """Measures the averaged network on held-out pairs; writes figures.json and a sheet."""
    figures = measure(trainer.average, held_out)
    log.info("step %d: %s", trainer.step, figures)
    (run / "figures.json").write_text(json.dumps({"step": trainer.step, **figures}, indent=1))
    save_comparison(run / "sheets" / f"{trainer.step:06d}.png", trainer.average, held_out)
    return figures


def run(options: argparse.Namespace) -> UpscalerTrainer:
    """Trains until the steps or the minutes are used up; returns the trainer."""
    device = pick_device(options.device)
    torch.manual_seed(options.seed)
    train, held_out = load_pairs(options.data, options.limit).split()
    trainer = UpscalerTrainer(options, device)
    options.run.mkdir(parents=True, exist_ok=True)
    (options.run / "options.json").write_text(json.dumps(vars(options), default=str, indent=1))
    # The number of steps may change on the way, nothing else.
    course = {"data": fingerprint(train.small), **{name: getattr(options, name) for name in ("seed", "batch", "rate")}}
    checkpoint = options.run / "checkpoint.pt"
    if checkpoint.exists():
        state = load_checkpoint(checkpoint, trainer.config)
        refuse_differences(checkpoint, state["course"], course)
        trainer.restore(state)
        log.info("resumed at step %d", trainer.step)
    started, first, saved = time.monotonic(), trainer.step, time.monotonic()
    with (options.run / "stats.jsonl").open("a", encoding="utf-8") as stats:
        while trainer.step < options.steps and time.monotonic() - started < options.minutes * 60:
            picks = torch.randint(0, len(train.ids), (options.batch,))
            parts = trainer.train_one_step(train.small[picks], train.large[picks])
            expect_finite(parts, f"in step {trainer.step}")
            row: dict = {"step": trainer.step, **{name: round(value.item(), 5) for name, value in parts.items()}}
            if trainer.step % options.check_every == 0:
                row.update(check(trainer, held_out, options.run))
            if trainer.step % 100 == 0 or trainer.step % options.check_every == 0:
                rate = (trainer.step - first) / (time.monotonic() - started)
                log.info("%s, %.1f steps/s, %.0f min left", row, rate, (options.steps - trainer.step) / rate / 60)
                stats.write(json.dumps(row) + "\n")
                stats.flush()
            if time.monotonic() - saved > options.save_seconds:
                save_numbered(options.run, trainer.step, trainer.state() | {"course": course})
                saved = time.monotonic()
    save_numbered(options.run, trainer.step, trainer.state() | {"course": course})
    check(trainer, held_out, options.run)
    return trainer


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    run(parse_options())
