"""Trains the generator and the discriminator.

`python -m mugen_training.train_gan --data DIR --labels labels.pt --run DIR`

The run folder gets options.json, stats.jsonl, a sample sheet now and then, and checkpoint.pt; the same command
goes on where it stopped.
"""

from __future__ import annotations

import argparse
import json
import logging
import time
from pathlib import Path

import torch

from .checkpoint import expect_finite, fingerprint, load_checkpoint, refuse_differences, save_numbered
from .data import load_faces
from .device import pick_device
from .labels import SoftLabels, sample_labels
from .networks.discriminator import DiscriminatorConfig
from .networks.generator import GeneratorConfig
from .objectives import OBJECTIVES
from .sheets import save_sheet
from .teacher import load_teacher
from .trainer import TrainConfig, Trainer, TrainingSet, calibrate, rarity_weights
from .vocabulary import Layout, load_layout

log = logging.getLogger(__name__)

FINITE_EVERY = 20
"""Steps between looks at the losses: each makes the CPU wait for a GPU."""


def parse_options(arguments: list[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True, help="folder of checkpoints, logs and samples")
    parser.add_argument("--start", type=Path, help="checkpoint of another run to go on from, with this run's settings")
    parser.add_argument("--pictures", type=int, default=1_000_000, help="real pictures to show in all")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop after this long")
    parser.add_argument("--objective", choices=OBJECTIVES, default="int-cls")
    parser.add_argument("--head", choices=("projection", "concatenation"), default="projection")
    parser.add_argument("--groups", nargs="*", help="groups to condition on (default: those the labels file names)")
    parser.add_argument("--keep-deformed", action="store_true", help="train on pictures called deformed too")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--g-rate", type=float, default=2e-4)
    parser.add_argument("--d-rate", type=float, default=4e-4)
    parser.add_argument("--auxiliary", type=float, default=0.2, help="weight of the attribute loss; 0 turns it off")
    parser.add_argument("--teacher", type=Path, help="classifier whose region networks teach G what it was asked for")
    parser.add_argument("--teaching", type=float, default=0.3, help="weight of the teacher's loss")
    parser.add_argument(
        "--even-middles", type=float, default=0.0, help="weight of the loss that keeps colours between texts even"
    )
    parser.add_argument(
        "--consistency", type=float, default=0.0, help="weight of the loss on what a change does not name; needs --teacher"
    )
    parser.add_argument("--changed-texts", type=float, default=0.25, help="share of G's texts with one value changed")
    parser.add_argument(
        "--cool-down", type=float, default=0.3, help="last share of the pictures, in which the rates fall to zero"
    )
    parser.add_argument("--no-augment", action="store_true")
    parser.add_argument("--average-decay", type=float, default=0.9995)
    parser.add_argument("--g-channels", type=int, nargs=5, default=(256, 192, 128, 64, 32))
    parser.add_argument("--d-channels", type=int, nargs=5, default=(32, 64, 112, 192, 192))
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--device", default="auto")
    parser.add_argument("--sample-every", type=int, default=10_000, help="pictures between sample sheets")
    parser.add_argument("--save-seconds", type=float, default=120, help="seconds between checkpoints")
    return parser.parse_args(arguments)


def build_config(options: argparse.Namespace, layout: Layout) -> TrainConfig:
    """The part of the options that a checkpoint must agree with."""
    return TrainConfig(
        objective=options.objective,
        groups=layout.names,
        generator=GeneratorConfig(layout.size, channels=tuple(options.g_channels)),
        discriminator=DiscriminatorConfig(layout.size, tuple(options.d_channels), options.head),
        auxiliary=options.auxiliary,
        augment=not options.no_augment,
        average_decay=options.average_decay,
        changed_texts=options.changed_texts,
        even_middles=options.even_middles,
        teaching=options.teaching if options.teacher else 0.0,
        consistency=options.consistency if options.teacher else 0.0,
    )


def load_training_set(options: argparse.Namespace, device: torch.device) -> tuple[TrainingSet, Layout]:
    """The training split with its labels on the device, and the layout of the conditioned groups."""
    whole = load_layout()
    faces = load_faces(options.data, whole)
    soft = SoftLabels.load(options.labels)
    if soft.ids != faces.ids:
        raise SystemExit(f"{options.labels} was made for other pictures than {options.data}; make it again")
    layout = whole.subset(options.groups or soft.groups)
    columns = torch.cat([torch.arange(whole.size)[whole.slices[name]] for name in layout.names])
    train = ~faces.validation_mask
    probabilities, deformed = soft.probabilities[train][:, columns], soft.deformed[train]
    weights = rarity_weights(probabilities, deformed * (not options.keep_deformed), layout)
    return TrainingSet(faces.images[train].to(device), probabilities.to(device), weights.to(device)), layout


def rate_scale(pictures: int, target: int, cool_down: float) -> float:
    """1 until the last `cool_down` share of `target` pictures, then linearly down to 0 at the end."""
    return min(1.0, max(0.0, (target - pictures) / max(cool_down * target, 1)))


class Progress:
    """Writes stats.jsonl and the log line with rate and time left."""

    def __init__(self, run: Path, trainer: Trainer, target: int):
        self.file = (run / "stats.jsonl").open("a", encoding="utf-8")
        self.trainer, self.target = trainer, target
        self.first, self.started = trainer.pictures, time.monotonic()

    def write(self, parts: dict[str, torch.Tensor]) -> None:
        """One row: pictures shown, rate, every loss part."""
        done, spent = self.trainer.pictures - self.first, time.monotonic() - self.started
        rate = done / max(spent, 1e-9)
        row = {"pictures": self.trainer.pictures, "pictures_per_second": round(rate, 1)}
        row.update({name: round(value.item(), 4) for name, value in parts.items()})
        self.file.write(json.dumps(row) + "\n")
        self.file.flush()
        left = (self.target - self.trainer.pictures) / max(rate, 1e-9) / 60
        losses = " ".join(f"{name} {row[name]:.2f}" for name in parts)
        log.info("%d pictures, %.0f/s, %.0f min left | %s", self.trainer.pictures, rate, left, losses)


@torch.no_grad()
def save_samples(run: Path, trainer: Trainer, data: TrainingSet, z: torch.Tensor, labels: torch.Tensor) -> None:
    """An 8x8 sheet of the averaged generator with fixed z and texts."""
    random_state = torch.get_rng_state()
    calibrate(trainer.average, trainer.layout.one_hot(sample_labels(data.probabilities, trainer.layout)), batches=16)
    torch.set_rng_state(random_state)
    rgb = trainer.average(z, trainer.layout.one_hot(labels))
    save_sheet(run / "samples" / f"{trainer.pictures // 1000:06d}k.png", rgb, columns=8, scale=2)


def build_course(options: argparse.Namespace, data: TrainingSet) -> dict:
    """Options that a resumed run may not change, beside the configuration; the number of pictures may."""
    known = {"data": fingerprint(data.images[:, :, ::8, ::8]), "labels": fingerprint(data.probabilities, data.weights)}
    return known | {name: getattr(options, name) for name in ("seed", "batch", "g_rate", "d_rate")}


def save(run: Path, trainer: Trainer, parts: dict[str, torch.Tensor], course: dict) -> None:
    """A numbered checkpoint, of finite losses only."""
    expect_finite(parts, f"after {trainer.pictures} pictures")
    save_numbered(run, trainer.pictures, trainer.state() | {"course": course})


def run(options: argparse.Namespace) -> Trainer:
    """Trains until the pictures or the minutes are used up; returns the trainer."""
    device = pick_device(options.device)
    torch.manual_seed(options.seed)
    data, layout = load_training_set(options, device)
    trainer = Trainer(build_config(options, layout), layout, device, (options.g_rate, options.d_rate))
    if options.teacher:
        trainer.teacher = load_teacher(options.teacher, layout, device)
    options.run.mkdir(parents=True, exist_ok=True)
    (options.run / "options.json").write_text(json.dumps(vars(options), default=str, indent=1))
    z = trainer.sample_latents(64)
    labels = sample_labels(data.batch(64)[1], layout)
    course = build_course(options, data)
    checkpoint = options.run / "checkpoint.pt"
    if checkpoint.exists():
        state = load_checkpoint(checkpoint, trainer.config.to_dict())
        refuse_differences(checkpoint, state["course"], course)
        trainer.restore(state)
        log.info("resumed at %d pictures", trainer.pictures)
    elif options.start:
        trainer.restore(load_checkpoint(options.start, trainer.config.to_dict(), only=("groups", "generator", "discriminator")))
        log.info("going on from %s at %d pictures", options.start, trainer.pictures)
    progress = Progress(options.run, trainer, options.pictures)
    deadline, saved, step = time.monotonic() + options.minutes * 60, time.monotonic(), 0
    parts: dict[str, torch.Tensor] = {}
    while trainer.pictures < options.pictures and time.monotonic() < deadline:
        trainer.set_rate_scale(rate_scale(trainer.pictures, options.pictures, options.cool_down))
        parts = trainer.train_one_step(data, options.batch)
        step += 1
        if step % FINITE_EVERY == 0:
            expect_finite(parts, f"after {trainer.pictures} pictures")
        if step % 100 == 0:
            progress.write(parts)
        if trainer.pictures % options.sample_every < options.batch:
            save_samples(options.run, trainer, data, z, labels)
        if time.monotonic() - saved > options.save_seconds:
            save(options.run, trainer, parts, course)
            saved = time.monotonic()
    save(options.run, trainer, parts, course)
    save_samples(options.run, trainer, data, z, labels)
    return trainer


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    run(parse_options())
