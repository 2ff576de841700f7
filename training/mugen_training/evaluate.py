"""Measures a generator and writes the sheets.

`python -m mugen_training.evaluate --data DIR --labels labels.pt --judge judge.pt --checkpoint RUN/checkpoint.pt
  --upscaler UPSCALER_RUN/checkpoint.pt --out DIR`

Prints the figures as JSON, and writes them to OUT/evaluation.json beside the sheets.
"""

from __future__ import annotations

import argparse
import json
import logging
import time
from dataclasses import dataclass
from pathlib import Path

import torch

from .accuracy import HOW, join, measure_ceilings, measure_even, measure_natural
from .data import Faces, load_faces, to_bytes
from .device import pick_device
from .diversity import measure_diversity
from .editing import measure_editing
from .evaluation_sheets import save_sheets
from .frechet import frechet_distance
from .judging import Judge, Verdict, load_judge
from .smoothness import measure_smoothness
from .train_upscaler import load_upscaler
from .trained import TrainedGenerator, load_generator
from .vocabulary import load_layout

log = logging.getLogger(__name__)


@dataclass
class RealSide:
    """Measurements of real pictures, made once for any number of generators.

    faces: the label holdout with the validation pictures in it, and the judge's verdict on them;
    validation and train: features [N, F] of the validation pictures and of as many training pictures as are generated.
    """

    whole: Faces
    faces: Faces
    verdict: Verdict
    validation: torch.Tensor
    train: torch.Tensor


def look_at_real(faces: Faces, judge: Judge, count: int) -> RealSide:
    """Judges the held-out pictures and `count` random training pictures."""
    held_out = faces.where(faces.label_holdout_mask)
    verdict = judge.judge(held_out.images)
    rows = (~faces.validation_mask & (faces.quality != 0)).nonzero().flatten()
    train = faces.images[rows[torch.randperm(len(rows))[:count]]]
    validation = verdict.where(held_out.validation_mask).features
    return RealSide(faces, held_out, verdict, validation, judge.judge(train).features)


def measure(trained: TrainedGenerator, judge: Judge, real: RealSide, count: int, per_value: int) -> dict:
    """Every figure of one generator. `count` faces are drawn for the natural accuracy and the Fréchet distance."""
    asked = trained.prior.sample(count)
    verdict = judge.judge(to_bytes(trained.generate_labels(asked)))
    log.info("%d faces generated and judged", count)
    natural, even = measure_natural(verdict, asked, trained), measure_even(trained, judge, per_value)
    log.info("accuracy measured")
    ceilings = measure_ceilings(real.verdict, real.faces)
    return {
        "generated_faces": count,
        "trained_on_pictures": trained.pictures,
        "accuracy": join(natural, even, ceilings),
        "how": HOW,
        "frechet": {
            "generated_to_validation": round(frechet_distance(verdict.features, real.validation), 3),
            "floor_train_to_validation": round(frechet_distance(real.train, real.validation), 3),
            "features": int(verdict.features.shape[1]),
            "pictures": {"generated": count, "train": len(real.train), "validation": len(real.validation)},
        },
        "diversity": measure_diversity(trained, judge, real.whole),
        "smoothness": measure_smoothness(trained, judge),
        "editing": measure_editing(trained, judge, real.train),
        "called_deformed_by_judge": {
            "generated": round(verdict.deformed_share(), 4),
            "real_validation": round(real.verdict.where(real.faces.validation_mask).deformed_share(), 4),
        },
    }


def parse_options(arguments: list[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--judge", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--upscaler", type=Path, help="checkpoint of the super-resolution stage, for the sheets")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=4096, help="faces for natural accuracy and Fréchet distance")
    parser.add_argument("--per-value", type=int, default=48, help="faces a value for the even accuracy")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--device", default="auto")
    return parser.parse_args(arguments)


def run(options: argparse.Namespace) -> dict:
    """Measures, writes evaluation.json and the sheets, returns the figures."""
    started = time.monotonic()
    torch.manual_seed(options.seed)
    device = pick_device(options.device)
    trained = load_generator(options.checkpoint, options.labels, device)
    upscaler = load_upscaler(options.upscaler, device) if options.upscaler else None
    sheets = save_sheets(options.out, trained, upscaler)
    log.info("sheets written to %s", options.out)
    judge = load_judge(options.judge, device)
    real = look_at_real(load_faces(options.data, load_layout()), judge, options.count)
    log.info("real pictures judged")
    figures = measure(trained, judge, real, options.count, options.per_value)
    if options.upscaler and (found := options.upscaler.parent / "figures.json").exists():
        figures["upscaler"] = json.loads(found.read_text())
    figures["sheets"] = sheets
    figures["minutes"] = round((time.monotonic() - started) / 60, 1)
    (options.out / "evaluation.json").write_text(json.dumps(figures, indent=1, ensure_ascii=False))
    return figures


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    print(json.dumps(run(parse_options()), indent=1, ensure_ascii=False))
