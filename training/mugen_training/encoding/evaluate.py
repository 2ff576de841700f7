"""Measures the encoder: is the face that is found in a picture the one that it shows?

`python -m mugen_training.encoding.evaluate --encoder RUN/checkpoint.pt --student student.pt --model ../models/faces-256
  --judge labeller.pt --pool POOL --labelled LABELLED --out OUT`

Own pictures are those of the pool's last two shards, passed on: cut by up to a tenth, scaled, re-encoded. The teacher's
are the hand-labelled ones, which trained neither generator nor encoder. Figures go to OUT/encoder.json, sheets beside it.
"""

from __future__ import annotations

import argparse
import io
import json
import logging
import tarfile
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch.nn import functional as F

from ..data import to_bytes
from ..distill.labelled_latents import read_labelled_latents
from ..distill.student_model import load_student
from ..export_graphs import GENERATOR_OUTPUT
from ..judging import Judge, load_judge
from ..onnx_check import run_onnx
from ..vocabulary import Layout
from .degrade import faceless
from .pool import read_pool, shards
from .reading import STEP, Faces, read_faces
from .released import load_encoder
from .train import as_rgb

log = logging.getLogger(__name__)

SIZE = 256
SURE = 0.8
"""A group of a mixed text counts where one value has at least this share."""
MOST_CUT = 0.1
"""The most of its width and height that a picture loses."""
QUALITIES = 50, 92
FEW = 200
"""As many are measured of what is easy: own pictures as they are, and such without a face."""


def graph_draws(graph: Path, z: torch.Tensor, phi: torch.Tensor) -> torch.Tensor:
    """The released graph's pictures [N, 3, 256, 256]."""
    pairs = zip(z.split(100), phi.split(100))
    return torch.cat([run_onnx(graph, {"z": a, "phi": b}, GENERATOR_OUTPUT, threads=1, chunk=1)[0] for a, b in pairs])


def pass_on(rgb: torch.Tensor) -> torch.Tensor:
    """Pictures [N, 3, S, S] as a chat gives them back: cut on all sides, smaller, a JPEG or WebP."""
    size, passed = rgb.shape[-1], []
    for pixels in to_bytes(rgb).permute(0, 2, 3, 1).numpy():
        width, height = (round(size * float(torch.empty(()).uniform_(1 - MOST_CUT, 1))) for _ in range(2))
        left, top = (int(torch.randint(0, size - side + 1, ())) for side in (width, height))
        scale = float(torch.empty(()).uniform_(0.6, 1.2))
        picture = Image.fromarray(pixels[top : top + height, left : left + width])
        picture = picture.resize((round(width * scale), round(height * scale)), Image.BICUBIC)
        buffer, kind = io.BytesIO(), "JPEG" if torch.rand(()) < 0.7 else "WEBP"
        picture.save(buffer, kind, quality=int(torch.randint(*QUALITIES, ())))
        passed.append(np.asarray(Image.open(buffer).convert("RGB").resize((size, size), Image.BICUBIC)))
    return as_rgb(torch.from_numpy(np.stack(passed)).permute(0, 3, 1, 2))


def person_ranks(judge: Judge, drawn: torch.Tensor, pictures: torch.Tensor, among: int) -> torch.Tensor:
    """[N]: how many of `among` other pictures are nearer to a drawing than its own, in the judge's features."""
    others, own = judge.judge(to_bytes(pictures)).features, judge.judge(to_bytes(drawn)).features
    spread = others.std(0).clamp(min=1e-4)
    apart = torch.cdist(own / spread, others / spread)
    ranks = []
    for row in range(len(own)):
        rivals = (row + 1 + torch.arange(among)) % len(others)
        ranks.append((apart[row, rivals[rivals != row]] < apart[row, row]).sum())
    return torch.stack(ranks)


def groups_right(phi: torch.Tensor, labels: torch.Tensor, layout: Layout) -> dict[str, float]:
    """Per group the share of pictures whose heaviest value is the label [N, G]; −1 is no label."""
    right = {}
    for column, (name, part) in enumerate(layout.slices.items()):
        rows = labels[:, column] >= 0
        right[name] = (phi[rows, part].argmax(1) == labels[rows, column]).float().mean().item()
    return right


def sure_labels(phi: torch.Tensor, layout: Layout) -> torch.Tensor:
    """Labels [N, G] of texts, −1 where a text lies between values."""
    blocks = [phi[:, part] for part in layout.slices.values()]
    return torch.stack([torch.where(block.amax(1) > SURE, block.argmax(1), -1) for block in blocks], 1)


def figures_of(found: Faces, labels: torch.Tensor, ranks: torch.Tensor, layout: Layout) -> dict:
    """The card's figures for one set of pictures."""
    return {
        "pictures": len(ranks),
        "person_nearest": (ranks == 0).float().mean().item(),
        "person_among_three": (ranks < 3).float().mean().item(),
        "groups": groups_right(found.phi, labels, layout),
        "distance": quantiles(found.distance),
        "face": quantiles(found.face),
    }


def quantiles(values: torch.Tensor) -> list[float]:
    """The least, the 1st, 5th, 50th, 95th and 99th percentile, and the most."""
    return [round(float(value), 4) for value in values.quantile(torch.tensor([0, 0.01, 0.05, 0.5, 0.95, 0.99, 1]))]


def read_teachers(folder: Path, layout: Layout, count: int) -> tuple[torch.Tensor, torch.Tensor]:
    """(rgb [N, 3, 256, 256], labels [N, G]) of hand-labelled pictures, picked at random."""
    data, ids = read_labelled_latents(folder, layout)
    rows = torch.randperm(len(ids))[:count]
    pictures = []
    with tarfile.open(folder / "images.tar") as archive:
        names = {Path(member.name).stem: member for member in archive.getmembers()}
        for row in rows.tolist():
            file = archive.extractfile(names[str(ids[row])])
            pictures.append(np.asarray(Image.open(file).convert("RGB")))
    return as_rgb(torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2)), data.labels[rows]


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    options = parse_options(arguments)
    torch.manual_seed(0)
    torch.set_grad_enabled(False)
    student, _, _ = load_student(options.student)
    encoder, layout = load_encoder(options.encoder, student.text_map), student.layout
    judge = load_judge(options.judge, torch.device("cpu"))

    def draw(z: torch.Tensor, phi: torch.Tensor) -> torch.Tensor:
        return graph_draws(options.model / "generator.int8.onnx", z, phi)

    def find(rgb: torch.Tensor) -> Faces:
        parts = [read_faces(encoder, draw, part, options.step) for part in rgb.split(200)]
        return Faces(*(torch.cat([getattr(part, name) for part in parts]) for name in vars(parts[0])))

    pool = read_pool(shards(options.pool)[-2:])
    count = min(options.pictures, len(pool))
    phi = pool.phi[:count].float()
    own = draw(pool.z[:count].float(), phi)
    figures, gallery = {}, F.interpolate(as_rgb(pool.pictures), scale_factor=2)
    gallery[:count] = own
    passed = pass_on(own)
    for name, rgb in (("own", own[:FEW]), ("passed_on", passed)):
        found = find(rgb)
        ranks = person_ranks(judge, found.drawn, gallery, 1000)
        figures[name] = figures_of(found, sure_labels(phi[: len(rgb)], layout), ranks, layout)
        report(options.out, name, figures, (rgb, found, ranks))
    rgb, labels = read_teachers(options.labelled, layout, options.pictures)
    found = find(rgb)
    ranks = person_ranks(judge, found.drawn, rgb, 99)
    figures["teacher"] = figures_of(found, labels, ranks, layout)
    report(options.out, "teacher", figures, (rgb, found, ranks))
    nothing = F.interpolate(faceless(as_rgb(pool.pictures[:FEW])), scale_factor=2)
    found = find(nothing)
    figures["faceless"] = {"distance": quantiles(found.distance), "face": quantiles(found.face)}
    report(options.out, "faceless", figures, (nothing, found, torch.zeros(len(nothing))))


def report(out: Path, name: str, figures: dict, seen: tuple[torch.Tensor, Faces, torch.Tensor]) -> None:
    """Writes the figures so far, and what they were measured on: bytes of the pictures and drawings, and the ranks."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "encoder.json").write_text(json.dumps(figures, indent=1), encoding="utf-8")
    rgb, found, ranks = seen
    kept = {"pictures": to_bytes(rgb), "drawn": to_bytes(found.drawn), "phi": found.phi, "ranks": ranks}
    torch.save({**kept, "distance": found.distance, "face": found.face}, out / f"{name}.pt")
    log.info("%s: %s", name, json.dumps(figures[name]))


def parse_options(arguments: list[str] | None) -> argparse.Namespace:
    """The command line's values."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True, help="checkpoint of encoding.train")
    parser.add_argument("--student", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True, help="the released folder whose 8-bit graph draws")
    parser.add_argument("--judge", type=Path, required=True, help="a classifier; its features tell people apart")
    parser.add_argument("--pool", type=Path, required=True)
    parser.add_argument("--labelled", type=Path, required=True, help="images.tar, latents.npz and attributes.csv")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--pictures", type=int, default=1000)
    parser.add_argument("--step", type=float, default=STEP, help="of the second pass; 0 for none")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    main()
