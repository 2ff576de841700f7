"""Measures a 256-pixel generator against the pretrained teacher and writes the sheets.

`python -m mugen_training.evaluate_model --student student.pt --teacher teacher.npz --data DIR --judge judge.pt --out DIR`

Without --student it is the teacher that is measured. Prints the figures as JSON, and writes them to
OUT/evaluation.json beside the sheets: after each part what is known by then, so that a run cut short leaves its figures.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch

from .accuracy import measure_even
from .data import UNKNOWN, Faces, load_faces
from .descriptions import TEXTS, common_descriptions, parse_values
from .device import pick_device
from .distill.labelled_latents import PLAIN_SAMPLE, read_labelled_latents
from .editing import measure_blends, measure_middles, measure_morphs
from .evaluation_sheets import blend_rows, colour_grid, morph_rows, show
from .frechet import frechet_distance
from .judging import Judge, Verdict, load_judge
from .model import Model, student_model, teacher_model
from .networks.classifier import QUALITY
from .prior import Prior
from .sheets import save_sheet
from .train_classifier import report
from .variety import TEN, count_twins, measure_variety, pull_tens
from .vocabulary import Layout, load_layout

log = logging.getLogger(__name__)

HOW = {
    "variety": "mean RMSE at 32x32, in grey levels, between pictures of one text, every group of it the same; the"
    " teacher draws the same tags",
    "sharpness": "mean absolute difference of neighbouring pixels at full size, in grey levels, of the same pictures",
    "twins": "faces of ten-pulls of common descriptions that have another of the ten nearby in 32x32 pixels and in the"
    " judge's features; nearby is 0.55 of the mean distance of two of the teacher's faces, and nearest the mean of"
    " each face's distance to the nearest in that unit",
    "obedience": "every value of a group asked equally often, the other groups drawn from the prior; as the judge sees"
    " it. ceiling: the judge's balanced accuracy on hand-labelled pictures; teacher: the teacher asked the same",
    "frechet": "in the judge's features, of equally many pictures of descriptions from the prior",
    "deformed": "by the judge, where a score counts that the teacher's pictures exceed in their hand-labelled share",
}


def plain_prior(folder: Path, layout: Layout) -> Prior:
    """Descriptions in the proportions of the plain sample of hand-labelled pictures."""
    data, ids = read_labelled_latents(folder, layout)
    plain = (torch.tensor(ids) < PLAIN_SAMPLE) & (data.labels != UNKNOWN).all(1)
    return Prior(layout, data.labels[plain])


def broken_score(verdict: Verdict) -> torch.Tensor:
    """How much the judge leans towards `deformed`, [N]."""
    return verdict.logits[:, verdict.layout.size :].log_softmax(1)[:, QUALITY.index("deformed")]


@dataclass
class Evaluation:
    """Measures one model; counts come from the options."""

    model: Model
    teacher: Model
    judge: Judge
    faces: Faces
    options: argparse.Namespace

    def parts(self) -> Iterator[tuple[str, dict]]:
        """Every figure, part by part: (name, figures)."""
        options = self.options
        yield "variety", measure_variety(self.model, self.teacher, options.texts, options.pulls)
        yield "twins", self.twins()
        yield "obedience", self.obedience()
        asked = self.model.prior.sample(options.count)
        ours, theirs = (source.judged(self.judge, asked) for source in (self.model, self.teacher))
        yield "frechet", self.frechet(ours, theirs)
        yield "deformed", self.deformed(ours, theirs)
        editing = {"morph": measure_morphs(self.model, self.judge, options.morphs)}
        yield "editing", editing
        editing["blend"] = measure_blends(self.model, options.blends)
        yield "editing", editing
        editing["middles"] = measure_middles(self.model, self.judge, theirs.features, options.blends)
        yield "editing", editing

    def twins(self) -> dict:
        """Near-copies in ten-pulls of the common descriptions."""
        descriptions = common_descriptions(self.model.layout)[: self.options.descriptions]
        return count_twins(*(pull_tens(source, self.judge, descriptions) for source in (self.model, self.teacher)))

    def obedience(self) -> dict:
        """One entry per group: the model, the teacher and the judge on hand-labelled pictures, and the model's shares."""
        held_out = self.faces.where(self.faces.label_holdout_mask)
        ceilings = report(self.judge.classifier, held_out, self.judge.classifier.layout, self.judge.device)
        sides = [measure_even(source, self.judge, self.options.per_value) for source in (self.model, self.teacher)]
        figures = {}
        for name, ours in sides[0].items():
            theirs, ceiling = sides[1][name], ceilings.get(name)
            figures[name] = {"model": ours, "teacher": theirs, "of_teacher": _ratio(ours["accuracy"], theirs["accuracy"])}
            if ceiling:
                of_ceiling = _ratio(ours["accuracy"], ceiling["balanced_accuracy"])
                figures[name] |= {"ceiling": ceiling["balanced_accuracy"], "of_ceiling": of_ceiling}
        return figures

    def frechet(self, ours: Verdict, theirs: Verdict) -> dict:
        """Half of the model's pictures and the two halves of the teacher's, all of equal count.

        What is compared is of different descriptions: pictures of the same ones are nearer than two halves can be.
        """
        half = len(theirs.features) // 2
        reference, rest = theirs.features[:half], slice(half, 2 * half)
        model, floor = (frechet_distance(x.features[rest], reference) for x in (ours, theirs))
        ratio = round(model / floor, 3)
        return {"model_to_teacher": round(model, 3), "teacher_halves": round(floor, 3), "ratio": ratio, "pictures": half}

    def deformed(self, ours: Verdict, theirs: Verdict) -> dict:
        """The share of the model's pictures that look as broken as the teacher's hand-labelled worst."""
        graded = self.faces.quality[[int(picture_id) < PLAIN_SAMPLE for picture_id in self.faces.ids]]
        share = (graded == QUALITY.index("deformed")).float().mean().item()
        threshold = broken_score(theirs).quantile(1 - share)
        called = (broken_score(ours) > threshold).float().mean().item()
        return {"model": round(called, 4), "teacher_by_hand": round(share, 4)}


def _ratio(value: float, reference: float) -> float:
    return round(value / max(reference, 1e-6), 4)


def save_model_sheets(folder: Path, model: Model) -> list[str]:
    """Unselected ten-pulls of `TEXTS` at full size, morphs, blends and hair with eyes; returns the file names."""
    asked = [model.prior.sample(TEN, parse_values(values, model.layout)) for _, values in TEXTS]
    pulls = model.generate_labels(torch.cat(asked))
    grid, eye_colours = colour_grid(model)
    morphs, blends = morph_rows(model), blend_rows(model, 6)
    sheets = {
        "ten-pulls.webp": (pulls, TEN),
        "ten-pulls-128.webp": (show(pulls, None, 128), TEN),
        "morphs.webp": (show(morphs, None, 128), 9),
        "blends.webp": (show(blends, None, 128), 9),
        "hair-eyes.webp": (show(grid, None, 128), eye_colours),
    }
    for name, (rgb, columns) in sheets.items():
        save_sheet(folder / name, rgb, columns)
    return list(sheets)


def parse_options(arguments: list[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--student", type=Path, help="what `distill.student_model` saved; the teacher unless given")
    parser.add_argument("--teacher", type=Path, required=True, help="the teacher's weights, teacher.npz")
    parser.add_argument("--data", type=Path, required=True, help="folder of the hand-labelled pictures")
    parser.add_argument("--judge", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--texts", type=int, default=24, help="texts that variety and sharpness are measured on")
    parser.add_argument("--pulls", type=int, default=12, help="pictures per text")
    parser.add_argument("--descriptions", type=int, default=20, help="descriptions whose ten-pulls twins are counted in")
    parser.add_argument("--per-value", type=int, default=24, help="faces per value for obedience")
    parser.add_argument("--count", type=int, default=1000, help="faces for the Fréchet distance and the broken ones")
    parser.add_argument("--morphs", type=int, default=400)
    parser.add_argument("--blends", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--device", default="auto")
    return parser.parse_args(arguments)


def run(options: argparse.Namespace) -> dict:
    """Measures, writes evaluation.json and the sheets, returns the figures."""
    started = time.monotonic()
    torch.manual_seed(options.seed)
    torch.set_flush_denormal(True)
    device, layout = pick_device(options.device), load_layout()
    prior = plain_prior(options.data, layout)
    model = student_model(options.student, device) if options.student else None
    teacher = teacher_model(options.teacher, model.layout if model else layout, model.prior if model else prior, device)
    return evaluate(model or teacher, teacher, options, started)


def evaluate(model: Model, teacher: Model, options: argparse.Namespace, started: float | None = None) -> dict:
    """Sheets and figures of any model, beside a teacher of the same layout; for graphs and networks of other kinds."""
    started = time.monotonic() if started is None else started
    sheets = save_model_sheets(options.out, model)
    log.info("sheets written to %s", options.out)
    judge = load_judge(options.judge, pick_device(options.device))
    evaluation = Evaluation(model, teacher, judge, load_faces(options.data, load_layout()), options)
    figures: dict = {"how": HOW, "sheets": {"files": sheets, "ten_pulls": [text for text, _ in TEXTS]}}
    for name, part in evaluation.parts():
        figures[name] = part
        figures["minutes"] = round((time.monotonic() - started) / 60, 1)
        write_figures(options.out / "evaluation.json", figures)
        log.info("%s measured after %s minutes", name, figures["minutes"])
    return figures


def write_figures(path: Path, figures: dict) -> None:
    """Writes beside `path` and renames, so that a kill leaves the figures before or after, never half of them."""
    partial = path.with_suffix(".partial")
    partial.write_text(json.dumps(figures, indent=1, ensure_ascii=False), encoding="utf-8")
    os.replace(partial, path)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    print(json.dumps(run(parse_options()), indent=1, ensure_ascii=False))
