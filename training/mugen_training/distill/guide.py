"""Corrects a student's text map through the frozen student: the labeller has to see what a text asks for.

`python -m mugen_training.distill.guide --student student.pt --labeller labeller.pt --run DIR`

With S the shifts of z and T the tags of a value, both of the map that stands, S′ and T′ the corrections:

    z′ = K z + (S + S′) φ        tags = (T + T′) φ + t        Σ_v share(v) S′_v = 0 in each group, ‖S′_v‖ ≤ b

The mean over the prior is taken out of S′ in every step, because all shifts have a direction in common that pleases the
labeller and makes all people alike. For a text φ₁ and the same with one group at another value, φ₂, drawn with one z:

    L = w_a CE(x₂ | the value asked) + w_o CE(x₁, x₂ | the other groups) + w_k KL(x₁, x₂ | groups that stay)
        + w_p |x₁ − x₂| at 32×32 + w_l ‖(S + S′) φ‖² / Z

Groups are drawn by need and values evenly, so that rare ones are learned as soon as common ones.
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

from ..device import mixed_precision, pick_device
from ..networks.classifier import WHOLE, Classifier, shrink
from ..objectives import disagreement
from ..prior import Prior
from ..teacher import look
from ..train_classifier import load_classifier
from .pretrained import LATENT_SIZE, TAGS
from .runner import Runner, add_options
from .student_model import StudentModel, load_student, save_student
from .text_map import TextMap

log = logging.getLogger(__name__)

STEP = 50.0
"""Corrections move this many times as far as the learning rate says: lengths of z are of order one, weights are not."""
SELDOM = ("hair_color", "eye_color", "mouth", "blush", "glasses", "era")
"""Groups that are obeyed already; they are asked for at a third of the rate of the others."""
WEIGHTS = {"asked": 1.0, "others": 0.3, "kept": 1.0, "person": 2.0, "length": 0.3}
HELD_OUT_PICTURES = 64


class Correction(nn.Module):
    """S′ [P, 128] and T′ [P, 36] of a prior's layout, within bounds whatever the optimiser does."""

    def __init__(self, prior: Prior, longest: float = 3.0, largest_tag: float = 1.0):
        super().__init__()
        self.layout, self.longest, self.largest_tag = prior.layout, longest, largest_tag
        self.raw_shift = nn.Parameter(torch.zeros(prior.layout.size, LATENT_SIZE))
        self.raw_tags = nn.Parameter(torch.zeros(prior.layout.size, len(TAGS)))
        self.register_buffer("shares", prior.layout.one_hot(prior.labels).mean(0))

    def _centred(self, rows: torch.Tensor) -> torch.Tensor:
        parts = (rows[part] - self.shares[part] @ rows[part] for part in self.layout.slices.values())
        return torch.cat(list(parts))

    @property
    def shift(self) -> torch.Tensor:
        """S′: of mean 0 over the prior in each group, no row longer than `longest`."""
        shift = self._centred(STEP * self.raw_shift)
        # One factor per group: rows that are shortened alone would not be centred any more.
        lengths = [shift[part].norm(dim=1).amax().expand(part.stop - part.start) for part in self.layout.slices.values()]
        return shift * (self.longest / torch.cat(lengths).clamp(min=self.longest))[:, None]

    @property
    def tags(self) -> torch.Tensor:
        """T′: of mean 0 over the prior in each group; numbers of at most about `largest_tag`."""
        return self._centred(self.largest_tag * torch.tanh(STEP / 4 * self.raw_tags / self.largest_tag))

    def apply_to(self, text_map: TextMap) -> TextMap:
        """A copy of the map with the corrections in it; gradients reach them."""
        corrected = TextMap(self.layout).to(text_map.keep.device)
        del corrected.shift
        corrected.keep, corrected.tag_bias = text_map.keep, text_map.tag_bias
        corrected.shift = text_map.shift.detach() + self.shift
        corrected.tag_weight = text_map.tag_weight + self.tags
        return corrected


@torch.no_grad()
def leave_chance(text_map: TextMap, chance: float) -> None:
    """Sets ρ, how much of its own part along the directions of the text z keeps: the more, the less alike people are."""
    identity = torch.eye(LATENT_SIZE, device=text_map.keep.device)
    taken = identity - text_map.keep
    # K = I − (1 − ρ) Q Qᵀ, so the largest eigenvalue of what is taken is 1 − ρ.
    largest = torch.linalg.eigvalsh(taken)[-1].clamp(min=1e-6)
    text_map.keep.copy_(identity - taken * ((1 - chance) / largest))


class PairSampler:
    """Texts [N, G] before and after a change of one group, drawn by need and with its values evenly."""

    def __init__(self, prior: Prior):
        self.prior = prior
        self.sizes = torch.tensor([len(group.values) for group in prior.layout.groups])
        self.need = torch.tensor([1 / 3 if name in SELDOM else 1.0 for name in prior.layout.names])

    def draw(self, count: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """before [N, G], after [N, G], chosen [N]; half of them are what serving draws for the value after."""
        chosen = torch.multinomial(self.need, count, replacement=True)
        values = (torch.rand(count) * self.sizes[chosen]).long()
        rows = torch.arange(count)
        after = self.prior.sample(count)
        for row in range(count // 2):
            named = {self.prior.layout.names[chosen[row]]: int(values[row])}
            after[row] = self.prior.sample(1, named)[0]
        before = after.clone()
        after[rows, chosen] = values
        old, step = before[rows, chosen], (torch.rand(count) * (self.sizes[chosen] - 1)).long() + 1
        before[rows, chosen] = torch.where(old == values, (values + step) % self.sizes[chosen], old)
        return before, after, chosen


class GuideLesson:
    """Implements `runner.Lesson`; `model` stays as it is, but for the chance that its map leaves."""

    def __init__(self, model: StudentModel, prior: Prior, labeller: Classifier, options: argparse.Namespace):
        self.device = next(model.parameters()).device
        if options.chance is not None:
            leave_chance(model.text_map, options.chance)
        self.model, self.labeller = model.requires_grad_(False).eval(), labeller.requires_grad_(False).eval()
        self.layout, self.pairs = prior.layout, PairSampler(prior)
        self.network = Correction(prior, options.longest).to(self.device)
        self.weights = {name: getattr(options, name) for name in WEIGHTS}
        self.config = {
            "guide": self.weights,
            "longest": options.longest,
            "chance": options.chance,
            "student": model.config.to_dict(),
        }
        state = torch.get_rng_state()
        torch.manual_seed(1)
        self.held_out = (*self.pairs.draw(HELD_OUT_PICTURES), torch.randn(HELD_OUT_PICTURES, LATENT_SIZE))
        torch.set_rng_state(state)

    def _draw(self, text_map: TextMap, z: torch.Tensor, phi: torch.Tensor) -> torch.Tensor:
        """rgb [N, 3, S, S], differentiable."""
        inputs = text_map(z, phi)
        with mixed_precision(self.device):
            code = self.model.trunk(*inputs)
            return self.model.decoder(code.contiguous(memory_format=torch.channels_last))

    def _read(self, pictures: list[torch.Tensor]) -> list[torch.Tensor]:
        """The labeller's logits of several batches, row i of all of them turned, shifted and recoloured alike."""
        small = [shrink(rgb, self.labeller.image_size) for rgb in pictures]
        with mixed_precision(self.device):
            logits, _ = self.labeller(torch.cat(look(small, WHOLE)))
        return list(logits.float().chunk(len(pictures)))

    def losses(self, batch: int, progress: float) -> dict[str, torch.Tensor]:
        """The parts of L on `batch` pictures, half of them before and half after a change."""
        before, after, chosen = (part.to(self.device) for part in self.pairs.draw(batch // 2))
        z = torch.randn(batch // 2, LATENT_SIZE, device=self.device)
        text_map = self.network.apply_to(self.model.text_map)
        texts = [self.layout.one_hot(labels) for labels in (before, after)]
        pictures = self._draw(text_map, z.repeat(2, 1), torch.cat(texts)).chunk(2)
        read = self._read(list(pictures))
        asked, others, kept = [], [], []
        for column, part in enumerate(self.layout.slices.values()):
            first, second = (logits[:, part].log_softmax(1) for logits in read)
            errors = [F.nll_loss(x, labels[:, column], reduction="none") for x, labels in ((first, before), (second, after))]
            is_asked = (chosen == column).float()
            asked.append(errors[1] * is_asked)
            others.append(errors[0] / 2 + errors[1] * (1 - is_asked) / 2)
            kept.append(disagreement(first, second) * (1 - is_asked))
        small = [F.adaptive_avg_pool2d(rgb.float(), 32) for rgb in pictures]
        is_colour = (chosen == self.layout.names.index("hair_color")).float()
        person = (small[0] - small[1]).abs().mean((1, 2, 3)) * (1 - is_colour)
        length = (texts[1] @ text_map.shift).square().sum(1) / LATENT_SIZE
        parts = {"asked": sum(asked), "others": torch.stack(others).mean(0), "kept": torch.stack(kept).mean(0)}
        parts |= {"person": person, "length": length}
        return {name: self.weights[name] * part.mean() for name, part in parts.items()}

    @torch.no_grad()
    def measure(self) -> dict[str, float]:
        """On held-out changes, as the labeller sees them unmoved: reached and kept shares; length of the shifts."""
        before, after, chosen, z = self.held_out
        text_map = self.network.apply_to(self.model.text_map)
        seen = []
        for labels in (before, after):
            rows = zip(z.split(16), self.layout.one_hot(labels).split(16))
            rgb = torch.cat([self._draw(text_map, *(part.to(self.device) for part in row)).float() for row in rows])
            logits = self.labeller(rgb)[0].cpu()
            seen.append(torch.stack([logits[:, part].argmax(1) for part in self.layout.slices.values()], 1))
        rows = torch.arange(len(chosen))
        reached = (seen[1] == after)[rows, chosen].float().mean()
        same = (seen[0] == seen[1]).float().sum(1) - (seen[0] == seen[1])[rows, chosen].float()
        kept = same.mean() / (len(self.layout.groups) - 1)
        return {"reached": float(reached), "kept": float(kept), "longest": float(self.network.shift.norm(dim=1).max())}


@torch.no_grad()
def corrected(model: StudentModel, correction: Correction, share: float = 1.0) -> StudentModel:
    """Writes a share of the correction into the model's own map, and returns the model."""
    model.text_map.shift += share * correction.shift
    model.text_map.tag_weight += share * correction.tags
    return model


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    add_options(parser, pictures=40_000, batch=16, rate=4e-4, with_teacher=False)
    parser.add_argument("--student", type=Path, required=True)
    parser.add_argument("--labeller", type=Path, required=True)
    parser.add_argument("--longest", type=float, default=3.0, help="b, in standard deviations of z")
    parser.add_argument("--chance", type=float, help="ρ of the text map; as it is unless given")
    for name, weight in WEIGHTS.items():
        parser.add_argument(f"--{name}", type=float, default=weight, help=f"w_{name[0]}")
    options = parser.parse_args(arguments)
    device = pick_device(options.device)
    torch.set_flush_denormal(True)
    model, prior, history = load_student(options.student, device)
    torch.manual_seed(options.seed)
    lesson = GuideLesson(model, prior, load_classifier(options.labeller, prior.layout, device), options)
    runner = Runner(lesson, options)
    runner.train()
    history["guide"] = history.get("guide", 0) + runner.pictures
    save_student(options.run / "student.pt", corrected(model, lesson.network).cpu(), prior, history)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    main()
