"""Sheets of what the encoder found: the picture, what was seen, what was drawn.

`python -m mugen_training.encoding.evaluation_sheets --evaluation OUT --student student.pt --out ../models/faces-256/docs`
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from PIL import Image, ImageDraw
from torch.nn import functional as F

from ..distill.student_model import load_student
from ..sheets import tile
from ..vocabulary import Layout

CELL, WORDS, GAP = 128, 92, 36
TOLD = ("hair_color", "eye_color", "hair_length", "hair_style", "expression", "mouth", "glasses", "ornament", "skin")
LEFT_OUT = {"none", "no", "light", "closed", "straight", "neutral"}
LEAST = 0.6
PHRASES = {"hair_color": "{} hair", "eye_color": "{} eyes", "mouth": "{} mouth", "glasses": "glasses", "skin": "{} skin"}


def words_of(phi: torch.Tensor, layout: Layout) -> list[str]:
    """A line per value that is made out in φ [P]."""
    lines = []
    for name in TOLD:
        weights = phi[layout.slices[name]]
        value = layout[name].values[int(weights.argmax())]
        if weights.max() >= LEAST and value not in LEFT_OUT:
            lines.append(PHRASES.get(name, "{}").format(value.replace("_", " ")))
    return lines


def sheet(seen: dict[str, torch.Tensor], rows: list[int], layout: Layout, columns: int = 4) -> Image.Image:
    """Cells of the picture, the words and the drawing, `columns` of them in a row."""
    width = 2 * CELL + WORDS
    lines = (len(rows) + columns - 1) // columns
    whole = Image.new("RGB", (columns * (width + GAP), lines * (CELL + 6)), "white")
    pen = ImageDraw.Draw(whole)
    for at, row in enumerate(rows):
        left, top = at % columns * (width + GAP), at // columns * (CELL + 6)
        pair = torch.stack([seen[name][row] for name in ("pictures", "drawn")]).float() / 127.5 - 1
        small = [tile(F.interpolate(each[None], size=(CELL, CELL), mode="area"), 1) for each in pair]
        whole.paste(small[0], (left, top))
        pen.multiline_text((left + CELL + 4, top + 6), "\n".join(words_of(seen["phi"][row], layout)), fill="black")
        whole.paste(small[1], (left + CELL + WORDS, top))
    return whole


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--evaluation", type=Path, required=True, help="the folder that encoding.evaluate wrote")
    parser.add_argument("--student", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    layout = load_student(options.student)[0].layout
    parts = {name: torch.load(options.evaluation / f"{name}.pt") for name in ("own", "passed_on", "teacher")}
    worst = parts["passed_on"]["distance"].argsort(descending=True)[:12].tolist()
    sheets = [sheet(part, list(range(12)), layout) for part in parts.values()] + [sheet(parts["passed_on"], worst, layout)]
    gap = 22
    whole = Image.new("RGB", (sheets[0].width, sum(each.height + gap for each in sheets)), "white")
    pen, top = ImageDraw.Draw(whole), 0
    titles = ("own pictures", "own pictures, cut and re-encoded", "the teacher's", "the worst twelve of the second kind")
    for title, each in zip(titles, sheets):
        pen.text((4, top + 5), title, fill="black")
        whole.paste(each, (0, top + gap))
        top += each.height + gap
    whole.save(options.out / "adopted.webp", quality=45)


if __name__ == "__main__":
    main()
