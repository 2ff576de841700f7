"""The loop that both halves of the student are taught in: schedule, log, numbered checkpoints, no step into nonsense."""

from __future__ import annotations

import argparse
import json
import logging
import math
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import torch

from ..checkpoint import expect_finite, load_checkpoint, newest_checkpoint, random_state, save_numbered, set_random_state

log = logging.getLogger(__name__)

FINITE_EVERY = 20
"""Steps between looks at the loss: each makes the CPU wait for a GPU."""


class Lesson(Protocol):
    """One half of the student with the means to teach it."""

    network: torch.nn.Module
    config: dict

    def losses(self, batch: int, progress: float) -> dict[str, torch.Tensor]:
        """The weighted parts of the loss on a fresh batch, with gradients; progress runs from 0 to 1."""
        ...

    def measure(self) -> dict[str, float]:
        """Figures on fixed held-out inputs."""
        ...


def add_options(parser: argparse.ArgumentParser, pictures: int, batch: int, rate: float, with_teacher: bool = True) -> None:
    """The options that all lessons share."""
    if with_teacher:
        parser.add_argument("--teacher", type=Path, required=True, help="the teacher's weights, teacher.npz")
    parser.add_argument("--run", type=Path, required=True, help="folder of the run: checkpoints and stats.jsonl")
    parser.add_argument("--pictures", type=int, default=pictures)
    parser.add_argument("--batch", type=int, default=batch)
    parser.add_argument("--rate", type=float, default=rate)
    parser.add_argument("--start", type=Path, help="checkpoint whose network a new run begins with")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--device", default="auto")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop after this long, with a checkpoint")
    parser.add_argument("--timed", action="store_true", help="let the schedule end with --minutes instead of --pictures")
    parser.add_argument("--save-seconds", type=float, default=120)
    parser.add_argument("--check-every", type=int, default=5000, help="pictures between measurements")


def learning_rate(progress: float, rate: float, warm_up: float = 0.005) -> float:
    """A short warm-up, then half a cosine to a hundredth of `rate`; progress from 0 to 1."""
    return rate * min(1, (progress + 1e-4) / warm_up) * (0.01 + 0.99 * (0.5 + 0.5 * math.cos(math.pi * min(1, progress))))


@dataclass
class Runner:
    """Teaches a lesson until its pictures or minutes are used up; the same options go on where a run stopped."""

    lesson: Lesson
    options: argparse.Namespace
    pictures: int = 0
    steps: int = 0
    seconds: float = 0.0
    """Spent before this start."""
    sums: dict[str, torch.Tensor] = field(default_factory=dict)

    def __post_init__(self) -> None:
        options = self.options
        parameters = self.lesson.network.parameters()
        self.optimizer = torch.optim.Adam(parameters, lr=options.rate, betas=(0.9, 0.99), foreach=True)
        self.config = {**self.lesson.config, "batch": options.batch, "rate": options.rate, "seed": options.seed}
        self.config |= {"pictures": options.pictures, "start": str(options.start)}
        torch.manual_seed(options.seed)
        if newest := newest_checkpoint(options.run):
            self._restore(load_checkpoint(newest, self.config))
            log.info("going on from %s", newest)
        elif options.start:
            self.lesson.network.load_state_dict(torch.load(options.start, map_location="cpu")["network"])
        self.began = time.monotonic() - self.seconds

    @property
    def progress(self) -> float:
        """How much of the schedule is done, 0 to 1."""
        minutes = (time.monotonic() - self.began) / 60
        timed = minutes / self.options.minutes if self.options.timed else 0.0
        return min(1.0, max(self.pictures / self.options.pictures, timed))

    def train(self) -> None:
        """Runs to the end, or to the time limit, and leaves a checkpoint. LossNotFinite when a loss is not a number."""
        options = self.options
        options.run.mkdir(parents=True, exist_ok=True)
        saved = time.monotonic()
        recorded = self.pictures
        while self.pictures < options.pictures and time.monotonic() - self.began < 60 * options.minutes:
            self._train_one_step()
            if self.steps % FINITE_EVERY == 0:
                self._expect_finite()
            if self.pictures - recorded >= options.check_every:
                self._record()
                recorded = self.pictures
            if time.monotonic() - saved > options.save_seconds:
                self.save()
                saved = time.monotonic()
        self.save()
        self._record()

    def _train_one_step(self) -> None:
        progress = self.progress
        for group in self.optimizer.param_groups:
            group["lr"] = learning_rate(progress, self.options.rate)
        self.lesson.network.train()
        parts = self.lesson.losses(self.options.batch, progress)
        self.optimizer.zero_grad(set_to_none=True)
        sum(parts.values()).backward()
        self.optimizer.step()
        self.pictures += self.options.batch
        self.steps += 1
        for name, part in parts.items():
            self.sums[name] = self.sums.get(name, 0.0) + part.detach()
        self.sums["steps"] = self.sums.get("steps", 0) + 1

    def _expect_finite(self) -> None:
        expect_finite(self.sums, f"after {self.pictures} pictures")

    def _record(self) -> None:
        if not self.sums:
            return
        self._expect_finite()
        steps = self.sums.pop("steps")
        self.lesson.network.eval()
        figures = {name: float(value) / steps for name, value in self.sums.items()} | self.lesson.measure()
        self.sums.clear()
        line = {"pictures": self.pictures, "seconds": time.monotonic() - self.began, **figures}
        log.info(" ".join(f"{name} {value:.5g}" for name, value in line.items()))
        with (self.options.run / "stats.jsonl").open("a", encoding="utf-8") as stats:
            stats.write(json.dumps(line) + "\n")

    def save(self) -> None:
        """Writes a numbered checkpoint, of finite losses only, and removes all but the newest few."""
        self._expect_finite()
        state = {
            "config": self.config,
            "pictures": self.pictures,
            "seconds": time.monotonic() - self.began,
            "network": self.lesson.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "lesson": self.lesson.state() if hasattr(self.lesson, "state") else {},
            "random": random_state(),
        }
        save_numbered(self.options.run, self.pictures, state)

    def _restore(self, state: dict) -> None:
        self.lesson.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        if hasattr(self.lesson, "restore"):
            self.lesson.restore(state["lesson"])
        self.pictures, self.seconds = state["pictures"], state["seconds"]
        set_random_state(state["random"])
