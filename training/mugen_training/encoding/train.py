"""Trains the encoder: from a picture to the (z′, φ) that the released generator would need to draw it.

`python -m mugen_training.encoding.train --student student.pt --pool POOL --drawn drawn-*.npz --run RUN --minutes 60 --timed`

An error of z′ counts by what it changes in the code (the mean square of the trunk's slopes). The code itself is a target,
too, 16×16 of them a picture: where z′ alone was, 40,000 pictures left 0.64 of it unexplained.
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from ..checkpoint import newest_checkpoint, save_checkpoint
from ..device import mixed_precision
from ..distill.pretrained import LATENT_SIZE, TAGS
from ..distill.runner import Runner, add_options
from ..distill.student_model import StudentModel, load_student
from ..distill.text_map import tag_weights
from ..drawn import tag_labels
from ..networks.encoder import Encoder, EncoderConfig
from ..vocabulary import Layout
from .degrade import WELL_FRAMED, degrade, faceless, move
from .pool import Pool, read_pool, shards

log = logging.getLogger(__name__)

HELD_OUT_SHARDS = 3
"""The last shards train nothing: one is measured while training, two are for the evaluation."""
TEACHERS, FACELESS = 0.15, 0.06
"""Shares of a batch: the teacher's pictures, and pictures without a face."""
BADLY_FRAMED = 0.15
"""The weight of z′ where the face is small in the picture: there only the frame is used."""
WEIGHTS = {"latent": 1.0, "phi": 1.0, "frame": 2.0, "face": 0.3, "code": 1.0}
SLOPES = 16
"""Pictures around which the trunk's slopes are taken."""
LOGIT_SPAN = 4
"""How far the first head sets the logits of a value that is there from those of one that is not."""
CODED, CODED_SHARE = 6000, 0.5
"""Pictures of the pool whose code is known, and their share of a batch: a code costs more than the encoder's step."""


@torch.no_grad()
def sensitivity(student: StudentModel, inner: torch.Tensor, phi: torch.Tensor, step: float = 0.5) -> torch.Tensor:
    """M [128, 128], trace 128: the mean over pictures of JᵀJ, J the slope of the code along z′."""
    total = torch.zeros(LATENT_SIZE, LATENT_SIZE)
    moves = step * torch.eye(LATENT_SIZE)
    for row in range(len(inner)):
        tags = (phi[row] @ student.text_map.tag_weight + student.text_map.tag_bias).expand(LATENT_SIZE, -1)
        with mixed_precision(torch.device("cpu")):
            slopes = student.trunk(inner[row] + moves, tags) - student.trunk(inner[row : row + 1], tags[:1])
        slopes = slopes.float().flatten(1)
        total += slopes @ slopes.T
    return total * LATENT_SIZE / total.trace()


@torch.no_grad()
def read_codes(student: StudentModel, pool: Pool, path: Path) -> torch.Tensor:
    """The codes [CODED, 64, 16, 16] of the first pictures of the pool, float16; kept in a file, as they take minutes."""
    if path.exists():
        return torch.load(path)
    codes = []
    for inner, phi in zip(pool.inner[:CODED].float().split(50), pool.phi[:CODED].float().split(50)):
        with mixed_precision(torch.device("cpu")):
            tags = phi @ student.text_map.tag_weight + student.text_map.tag_bias
            codes.append(student.trunk(inner, tags).half().contiguous())
    save_checkpoint(path, torch.cat(codes))
    return torch.cat(codes)


def read_teachers(paths: list[Path], layout: Layout) -> Pool:
    """The teacher's pictures of known z and tags; φ has 0 in the groups that tags do not decide."""
    saved = [np.load(path) for path in paths]
    images, z, tags = (torch.from_numpy(np.concatenate([part[name] for part in saved])) for name in ("images", "z", "tags"))
    labels = tag_labels(tags, layout)
    phi = layout.one_hot(labels.clamp(min=0))
    for column, name in enumerate(layout.names):
        phi[:, layout.slices[name]] *= (labels[:, column] >= 0)[:, None]
    return Pool(images, z.half(), z.half(), phi.half())


class EncoderLesson:
    """Implements `runner.Lesson`."""

    def __init__(self, student: StudentModel, pool: Pool, codes: torch.Tensor, held_out: Pool, teachers: Pool | None):
        config = EncoderConfig(student.layout.size)
        self.student, self.pool, self.teachers = student.requires_grad_(False), pool, teachers
        self.layout = student.layout
        self.network = Encoder(config).to(memory_format=torch.channels_last)
        self.codes = codes
        self.config = {"encoder": config.to_dict(), "pool": len(pool)}
        state = torch.get_rng_state()
        torch.manual_seed(1)
        self.metric = 0.9 * sensitivity(student, held_out.inner[:SLOPES].float(), held_out.phi[:SLOPES].float())
        self.metric += 0.1 * torch.eye(LATENT_SIZE)
        self.held_out = held_out
        self.held_out_seen = degrade(as_rgb(held_out.pictures))
        torch.set_rng_state(state)

    @torch.no_grad()
    def fit_head(self, ridge: float = 0.02) -> None:
        """Sets the head's weights for the code to the ridge regression of z′ and φ on the codes that are known."""
        rows = slice(len(self.codes))
        x = torch.cat([F.avg_pool2d(part.float(), 2).flatten(1) for part in self.codes.split(500)])
        y = torch.cat([self.pool.inner[rows].float(), LOGIT_SPAN * self.pool.phi[rows].float()], 1)
        mean, level = x.mean(0), y.mean(0)
        x, y = x - mean, y - level
        kernel = x @ x.T
        weights = x.T @ torch.linalg.solve(kernel + ridge * kernel.diagonal().mean() * torch.eye(len(x)), y)
        head = self.network.head
        head.weight[: weights.shape[1], : weights.shape[0]] = weights.T
        head.bias[: weights.shape[1]] = level - mean @ weights

    def losses(self, batch: int, progress: float) -> dict[str, torch.Tensor]:
        """Errors of z′, φ, the frame, of seeing a face at all, and of the code."""
        borrowed = int(batch * TEACHERS) if self.teachers else 0
        coded = torch.randint(len(self.codes), (int(batch * CODED_SHARE),))
        own = torch.cat([coded, torch.randint(len(self.pool), (batch - borrowed - len(coded),))])
        parts = [rows_of(self.pool, own)]
        if borrowed:
            parts.append(rows_of(self.teachers, torch.randint(len(self.teachers), (borrowed,))))
        pictures, inner, phi = (torch.cat(rows) for rows in zip(*parts))
        seen = degrade(pictures)
        without = max(1, int(batch * FACELESS))
        nothing = degrade(faceless(pictures[:without].roll(1, 0)))
        rgb = torch.cat([seen.rgb, nothing.rgb])
        with mixed_precision(torch.device("cpu")):
            outputs, code = self.network.read(rgb)
        latent, logits, frame, face = self.network.split(outputs)
        latent, logits, frame = latent[:batch], logits[:batch], frame[:batch]
        well = ((seen.frame[:, 2:].amin(1) > np.log(WELL_FRAMED)).float() * (1 - BADLY_FRAMED) + BADLY_FRAMED)[:, None]
        losses = {
            "latent": (self.squared(latent - inner)[:, None] * well).mean(),
            "phi": (self.cross_entropy(logits, phi) * well).mean(),
            "frame": (frame - seen.frame).abs().mean(),
            "face": F.binary_cross_entropy_with_logits(face[:, 0], (torch.arange(len(rgb)) < batch).float()),
            "code": self.code_error(code[: len(coded)], self.codes[coded].float(), seen.frame[: len(coded)]),
        }
        return {name: WEIGHTS[name] * loss for name, loss in losses.items()}

    @staticmethod
    def code_error(code: torch.Tensor, wanted: torch.Tensor, frame: torch.Tensor) -> torch.Tensor:
        """The mean square of the code's error where the generator's picture lies."""
        moved, inside = move(wanted, frame)
        return ((code - moved).square() * inside).sum() / (inside.sum() * code.shape[1])

    def squared(self, error: torch.Tensor) -> torch.Tensor:
        """The weighted mean square [N] of errors of z′ [N, 128]; about 1 for a guess of 0."""
        return ((error @ self.metric) * error).mean(1)

    def cross_entropy(self, logits: torch.Tensor, phi: torch.Tensor) -> torch.Tensor:
        """[N, G]: nothing where φ has a 0 for the whole group."""
        parts = self.layout.slices.values()
        return torch.stack([-(phi[:, part] * logits[:, part].log_softmax(1)).sum(1) for part in parts], 1)

    @torch.no_grad()
    def measure(self) -> dict[str, float]:
        """On held-out pictures of the pool that are well framed: errors as in the loss, and the share of right values."""
        with mixed_precision(torch.device("cpu")):
            outputs = torch.cat([self.network(part) for part in self.held_out_seen.rgb.split(50)])
        latent, logits, frame, face = self.network.split(outputs)
        well = self.held_out_seen.frame[:, 2:].amin(1) > np.log(WELL_FRAMED)
        phi = self.held_out.phi.float()
        sure = torch.stack([phi[:, part].amax(1) > 0.8 for part in self.layout.slices.values()], 1)
        right = torch.stack([phi[:, p].argmax(1) == logits[:, p].argmax(1) for p in self.layout.slices.values()], 1)
        share = [right[well & sure[:, i], i].float().mean() for i in range(right.shape[1])]
        figures = {
            "latent_error": self.squared(latent - self.held_out.inner.float())[well].mean(),
            "frame_error": (frame - self.held_out_seen.frame).abs().mean(),
            "faces_seen": (face > 0).float().mean(),
            "right": torch.stack(share).mean(),
            "hair": share[0],
            "eyes": share[1],
        }
        return {name: float(value) for name, value in figures.items()}


def as_rgb(pictures: torch.Tensor) -> torch.Tensor:
    """Bytes -> −1..1."""
    return pictures.float() / 127.5 - 1


def rows_of(pool: Pool, rows: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Pictures in −1..1 with their z′ and φ."""
    return as_rgb(pool.pictures[rows]), pool.inner[rows].float(), pool.phi[rows].float()


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser, pictures=1_000_000, batch=32, rate=1.5e-3, with_teacher=False)
    parser.add_argument("--student", type=Path, required=True, help="the released student: its trunk judges errors")
    parser.add_argument("--pool", type=Path, required=True, help="the folder that `encoding.pool` fills")
    parser.add_argument("--drawn", type=Path, nargs="*", default=[], help="the teacher's pictures, of `mugen_training.drawn`")
    options = parser.parse_args(arguments)
    torch.set_flush_denormal(True)
    student, _, _ = load_student(options.student)
    paths = shards(options.pool)
    pool, held_out = read_pool(paths[:-HELD_OUT_SHARDS]), read_pool(paths[-HELD_OUT_SHARDS : -HELD_OUT_SHARDS + 1])
    teachers = read_teachers(options.drawn, student.layout) if options.drawn else None
    codes = read_codes(student, pool, options.pool / "codes.pt")
    torch.manual_seed(options.seed)
    lesson = EncoderLesson(student, pool, codes, held_out, teachers)
    if newest_checkpoint(options.run) is None:
        lesson.fit_head()
    Runner(lesson, options).train()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    main()
