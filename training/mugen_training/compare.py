"""The paper's comparison on faces: the four objectives at an equal budget, in one table and one figure.

`python -m mugen_training.compare objectives --data DIR --labels labels.pt --judge judge.pt --runs DIR --pictures N
  --docs ../docs`

`heads` in place of `objectives` compares the discriminator's two matching-aware heads instead, `deformed` what leaving
out the pictures that are called deformed changes. The auxiliary
attribute loss is off in every run: it would teach all of them what only the matching-aware ones should know; so
are changed texts, which the paper does not have. A run that was interrupted goes on, and one that is finished is
not trained again.
"""

from __future__ import annotations

import argparse
import json
import logging
from dataclasses import dataclass
from pathlib import Path

import torch
from PIL import Image, ImageDraw

from . import train_gan
from .data import load_faces
from .device import pick_device
from .evaluate import RealSide, look_at_real, measure
from .evaluation_sheets import show
from .judging import Judge, load_judge
from .networks.upscaler import Upscaler
from .sheets import tile
from .train_upscaler import load_upscaler
from .trained import TrainedGenerator, load_generator
from .vocabulary import Layout, load_layout

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Variant:
    """One row of the comparison: its name, its folder and what it changes on the command line of `train_gan`."""

    name: str
    folder: str
    arguments: tuple[str, ...]


COMPARISONS = {
    "objectives": (
        Variant("GAN", "gan", ("--objective", "gan")),
        Variant("GAN-CLS", "cls", ("--objective", "cls")),
        Variant("GAN-INT", "int", ("--objective", "int")),
        Variant("GAN-INT-CLS", "int-cls", ("--objective", "int-cls")),
    ),
    # The projection head is the default, so the first row is the same run as the last one above.
    "heads": (
        Variant("projection", "int-cls", ("--objective", "int-cls", "--head", "projection")),
        Variant("concatenation", "concatenation", ("--objective", "int-cls", "--head", "concatenation")),
    ),
    "deformed": (
        Variant("left out", "int-cls", ("--objective", "int-cls")),
        Variant("kept", "deformed", ("--objective", "int-cls", "--keep-deformed")),
    ),
}

TITLES = {
    "objectives": "The four objectives of Reed et al. 2016 on faces",
    "heads": "The discriminator's two matching-aware heads",
    "deformed": "Pictures called deformed, left out or kept",
}

DESCRIPTIONS = (
    {"hair_color": "blonde", "eye_color": "blue"},
    {"hair_color": "black", "eye_color": "red"},
    {"hair_color": "pink", "eye_color": "green"},
    {"hair_color": "white", "eye_color": "purple"},
    {"hair_color": "green", "eye_color": "yellow"},
    {"hair_color": "blue", "eye_color": "orange", "hair_length": "short"},
    {"hair_color": "red", "eye_color": "brown", "bangs": "blunt"},
    {"hair_color": "purple", "eye_color": "aqua", "neck": "choker"},
)
"""The columns of the figure; a group that the model is not conditioned on is left out."""

CELL, LABEL = 128, 92


def train_variant(variant: Variant, options: argparse.Namespace) -> Path:
    """Trains one row up to the budget, or goes on with it; returns its checkpoint."""
    run = options.runs / variant.folder
    arguments = ["--data", options.data, "--labels", options.labels, "--run", run, "--pictures", options.pictures]
    arguments += [
        "--auxiliary",
        0,
        "--changed-texts",
        0,
        "--seed",
        options.seed,
        "--minutes",
        options.minutes,
        "--device",
        options.device,
    ]
    if options.groups:
        arguments += ["--groups", *options.groups]
    arguments += [*variant.arguments, *options.extra]
    log.info("training %s", variant.name)
    train_gan.run(train_gan.parse_options([str(argument) for argument in arguments]))
    return run / "checkpoint.pt"


def figures_of(checkpoint: Path, trained: TrainedGenerator, judge: Judge, real: RealSide, options: argparse.Namespace) -> dict:
    """The evaluation's figures, kept beside the checkpoint until the run goes on."""
    kept = checkpoint.with_name("evaluation.json")
    if kept.exists():
        figures = json.loads(kept.read_text(encoding="utf-8"))
        if (figures["trained_on_pictures"], figures["generated_faces"]) == (trained.pictures, options.count):
            return figures
    torch.manual_seed(options.seed)
    figures = measure(trained, judge, real, options.count, options.per_value)
    kept.write_text(json.dumps(figures, indent=1, ensure_ascii=False), encoding="utf-8")
    return figures


def table(results: dict[str, dict]) -> str:
    """A Markdown row a variant; accuracies of faces asked evenly over values."""
    lines = [
        "| | pictures | hair colour | eye colour | other groups | Fréchet distance | diversity | called deformed |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for name, figures in results.items():
        even = {group: row["even"]["accuracy"] for group, row in figures["accuracy"].items()}
        hair, eyes = (f"{100 * even.pop(group):.1f} %" for group in ("hair_color", "eye_color"))
        others = f"{100 * sum(even.values()) / len(even):.1f} %" if even else "–"
        frechet = figures["frechet"]["generated_to_validation"]
        diversity = f"{100 * figures['diversity']['features']['ratio']:.0f} %"
        deformed = f"{100 * figures['called_deformed_by_judge']['generated']:.1f} %"
        cells = (name, f"{figures['trained_on_pictures']:,}", hair, eyes, others, f"{frechet:.2f}", diversity, deformed)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def describe(layout: Layout) -> list[dict[str, str]]:
    """The descriptions of the figure, as far as the model is conditioned on their groups."""
    return [{group: value for group, value in d.items() if group in layout.names} for d in DESCRIPTIONS]


def _caption(description: dict[str, str]) -> str:
    colours = [f"{description['hair_color']} hair", f"{description['eye_color']} eyes"]
    others = [f"{value} {group}" if group != "hair_length" else f"{value} hair" for group, value in description.items()]
    return "\n".join(colours + others[2:])


def draw_figure(rows: dict[str, TrainedGenerator], upscaler: Upscaler | None, seed: int) -> Image.Image:
    """Rows: variants; columns: descriptions. Every row has the same z and the same rest of φ in a column."""
    torch.manual_seed(seed)
    one = next(iter(rows.values()))
    descriptions = describe(one.layout)
    named = [{group: one.layout[group].index(value) for group, value in d.items()} for d in descriptions]
    labels = torch.cat([one.prior.sample(1, description) for description in named])
    z = one.sample_latents(len(labels))
    width, height = LABEL + len(labels) * (CELL + 2), 48 + len(rows) * (CELL + 2)
    figure = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(figure)
    for column, description in enumerate(descriptions):
        pen.multiline_text((LABEL + column * (CELL + 2) + 2, 2), _caption(description), fill="black")
    for row, (name, trained) in enumerate(rows.items()):
        top = 48 + row * (CELL + 2)
        strip = tile(show(trained.generate_labels(labels, z), upscaler, CELL), len(labels))
        if strip.height != CELL:
            strip = strip.resize((len(labels) * (CELL + 2) - 2, CELL), Image.LANCZOS)
        figure.paste(strip, (LABEL, top))
        pen.text((4, top + CELL // 2 - 6), name, fill="black")
    return figure


def parse_options(arguments: list[str] | None = None) -> argparse.Namespace:
    """The command line; options that this command does not know go on to `train_gan`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=tuple(COMPARISONS))
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--judge", type=Path, required=True)
    parser.add_argument("--runs", type=Path, required=True, help="one folder a row is made in here")
    parser.add_argument("--docs", type=Path, required=True, help="the table and the figure go here")
    parser.add_argument("--upscaler", type=Path, help="checkpoint of the super-resolution stage, for the figure")
    parser.add_argument("--pictures", type=int, default=100_000, help="budget of each run")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop each run after this long")
    parser.add_argument("--groups", nargs="*")
    parser.add_argument("--count", type=int, default=4096)
    parser.add_argument("--per-value", type=int, default=48)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--device", default="auto")
    parser.add_argument("--no-train", action="store_true", help="evaluate what is there")
    options, options.extra = parser.parse_known_args(arguments)
    return options


def run(options: argparse.Namespace) -> dict[str, dict]:
    """Trains, measures and writes docs/<what>.md and docs/<what>.webp; returns the figures a row."""
    device = pick_device(options.device)
    variants = COMPARISONS[options.what]
    if not options.no_train:
        for variant in variants:
            train_variant(variant, options)
    judge = load_judge(options.judge, device)
    torch.manual_seed(options.seed)
    real = look_at_real(load_faces(options.data, load_layout()), judge, options.count)
    results, rows = {}, {}
    for variant in variants:
        checkpoint = options.runs / variant.folder / "checkpoint.pt"
        torch.manual_seed(options.seed)
        rows[variant.name] = load_generator(checkpoint, options.labels, device)
        results[variant.name] = figures_of(checkpoint, rows[variant.name], judge, real, options)
        log.info("%s measured", variant.name)
    upscaler = load_upscaler(options.upscaler, device) if options.upscaler else None
    options.docs.mkdir(parents=True, exist_ok=True)
    draw_figure(rows, upscaler, options.seed).save(options.docs / f"{options.what}.webp", quality=85)
    text = (
        f"# {TITLES[options.what]}\n\n{table(results)}\n\n"
        "Accuracy: the share of faces that a classifier which took no part in training sees as asked, every value asked"
        " equally often. Fréchet distance: in that classifier's features, to validation faces (training faces:"
        f" {next(iter(results.values()))['frechet']['floor_train_to_validation']:.2f}). Diversity: mean pairwise feature"
        " distance within one hair and eye colour, against real faces. Called deformed: by the same classifier, of"
        f" {options.count:,} faces. Every run saw the same number of pictures, with"
        " the same networks, and without the auxiliary attribute loss.\n\n"
        f"![rows: {', '.join(results)}; columns: descriptions]({options.what}.webp)\n\n"
        "In a column, z and the attributes that the description leaves open are the same in every row.\n"
    )
    (options.docs / f"{options.what}.md").write_text(text, encoding="utf-8")
    return results


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    print(table(run(parse_options())))
