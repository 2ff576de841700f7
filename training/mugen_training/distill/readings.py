"""Fits the text map's shifts to what the labeller reads in the student's own pictures.

`python -m mugen_training.distill.readings --student student.pt --labeller labeller.pt --run DIR`

Hand-made labels of rare values are a few dozen: directions fitted to them are mostly noise. The labeller reads any number
of the student's pictures, and says how near each is to a value, which is as much worth where the value never wins. Its
logits are nearly linear in what the trunk is given (R² of 0.5 to 0.9):

    logits ≈ D z′ + E tags + level

A value's shift raises its logit above its competitors' and leaves the other groups' logits where they are:

    S_v ∝ M⁻¹ (D_v − Σ_u p_u D_u)        M = λ I + mean_{j in other groups} D_j D_jᵀ / σ_j²

p_u is the share in which the labeller sees the competitor u, σ_j the spread of a logit, the sum is a mean over j. It is as
long as v needs to lead for most z, found by looking at pictures of v again and again, and the mean over the prior is taken
out of each group: E S φ = 0.
"""

from __future__ import annotations

import argparse
import copy
import json
import logging
from dataclasses import dataclass
from pathlib import Path

import torch
from torch.nn import functional as F

from ..checkpoint import save_checkpoint
from ..device import mixed_precision, pick_device
from ..networks.classifier import Classifier, shrink
from ..prior import Prior
from ..train_classifier import load_classifier
from ..vocabulary import Layout
from .pretrained import LATENT_SIZE, TAGS
from .student_model import StudentModel, load_student, save_student
from .text_map import LATENT_GROUPS, TextMap
from .texts import TextSampler

log = logging.getLogger(__name__)

RIDGE = 20.0
STIFFNESS = 0.01
"""λ: how much length costs against moving the other groups' logits by their spread."""
MISSED = 0.2
"""Share of the pictures in which a value may stay behind its rivals: the last ones would take shifts that all can see."""
SPAN = 0.3
"""Directions whose singular value is at least this share of the largest are what chance is taken from."""
SHIFTED_GROUPS = (*LATENT_GROUPS, "skin")


@dataclass(frozen=True)
class Readings:
    """The trunk's inputs z′ [N, 128] and tags [N, 36], the text φ [N, P] they stand for, and the labeller's logits [N, P]."""

    z: torch.Tensor
    tags: torch.Tensor
    phi: torch.Tensor
    logits: torch.Tensor


@torch.no_grad()
def take_readings(model: StudentModel, labeller: Classifier, texts: TextSampler, count: int, batch: int = 20) -> Readings:
    """Of `count` pictures of texts whose values are partly changed at random."""
    rows: list[tuple[torch.Tensor, ...]] = []
    for _ in range(0, count, batch):
        phi = texts.phi(batch, mixed=0.0)
        z, tags = model.text_map(texts.latents(batch), phi)
        rows.append(tuple(part.cpu() for part in (z, tags, phi, _look(model, labeller, z, tags))))
        if len(rows) % 25 == 0:
            log.info("%d of %d pictures read", len(rows) * batch, count)
    return Readings(*(torch.cat(parts) for parts in zip(*rows)))


def _look(model: StudentModel, labeller: Classifier, z: torch.Tensor, tags: torch.Tensor) -> torch.Tensor:
    """The labeller's logits [N, P] of the pictures of z′ [N, 128] and tags [N, 36]."""
    with mixed_precision(z.device):
        rgb = model.decoder(model.trunk(z, tags).contiguous(memory_format=torch.channels_last))
        logits, _ = labeller(shrink(rgb.float(), labeller.image_size))
    return logits[:, : model.layout.size].float()


def centred(rows: torch.Tensor, layout: Layout) -> torch.Tensor:
    """[P, …] or [N, P] without the mean over each group's values: what a softmax does not see."""
    dim = rows.dim() - 1 if rows.shape[-1] == layout.size else 0
    parts = (rows.narrow(dim, part.start, part.stop - part.start) for part in layout.slices.values())
    return torch.cat([part - part.mean(dim, keepdim=True) for part in parts], dim)


@dataclass(frozen=True)
class Effects:
    """The linear model: latent D [P, 128], tags E [P, 36], level [P]; spread σ [P] of the logits, explained share [P]."""

    latent: torch.Tensor
    tags: torch.Tensor
    level: torch.Tensor
    spread: torch.Tensor
    explained: torch.Tensor


def fit_effects(readings: Readings, layout: Layout) -> Effects:
    """Least squares with a little ridge, of logits that are centred within each group."""
    inputs = torch.cat([readings.z, readings.tags, torch.ones(len(readings.z), 1)], 1).double()
    wanted = centred(readings.logits, layout).double()
    penalty = RIDGE * torch.eye(inputs.shape[1]).double()
    penalty[-1, -1] = 0
    weights = torch.linalg.solve(inputs.T @ inputs + penalty, inputs.T @ wanted)
    explained = 1 - (wanted - inputs @ weights).var(0) / wanted.var(0)
    latent, tags, level = weights.T.float().split([LATENT_SIZE, readings.tags.shape[1], 1], 1)
    return Effects(latent, tags, level[:, 0], wanted.std(0).float(), explained.float())


@dataclass
class Plan:
    """A text map in the making: keep K, unit vectors towards each value [P, 128], what a unit gains in lead [P], lengths [P].

    Rows of groups that the tags alone decide are nought.
    """

    prior: Prior
    keep: torch.Tensor
    tag_weight: torch.Tensor
    towards: torch.Tensor
    gain: torch.Tensor
    lengths: torch.Tensor

    @torch.no_grad()
    def write(self, text_map: TextMap) -> None:
        """Makes `text_map` the map that was planned; the mean over the prior is taken out of each group."""
        layout = self.prior.layout
        shares = layout.one_hot(self.prior.labels).mean(0)
        shift = self.towards * self.lengths[:, None]
        for part in layout.slices.values():
            shift[part] = shift[part] - shares[part] @ shift[part]
        text_map.keep.copy_(self.keep)
        text_map.tag_weight.copy_(self.tag_weight)
        text_map.shift.copy_(shift)

    def follow(self, corrections: dict, text_map: TextMap) -> None:
        """Applies what somebody decided who looked at the pictures.

        lengths: of values, instead of the present ones. by_hand: values whose direction is that of `text_map`, fitted to
        hand-made labels, because the labeller tells them badly. tags: of a value, what its whole turns a tag by.
        """
        for value in corrections.get("by_hand", []):
            row = self._row(value)
            self.towards[row] = F.normalize(text_map.shift[row].detach(), dim=0)
        for value, length in corrections.get("lengths", {}).items():
            self.lengths[self._row(value)] = length
        for value, weights in corrections.get("tags", {}).items():
            for tag, weight in weights.items():
                self.tag_weight[self._row(value), TAGS.index(tag)] = weight

    def _row(self, value: str) -> int:
        """The row of `group=value`."""
        group, _, name = value.partition("=")
        return self.prior.layout.slices[group].start + self.prior.layout[group].index(name)

    def lengthen(self, leads: dict[int, torch.Tensor], longest: float, step: float = 1.5) -> None:
        """Corrects lengths by the leads [N] that the pictures of each value (a row of P) have over its rivals.

        All but a `MISSED` share of them shall be above 0. A value's length changes by `step` at most.
        """
        for row, lead in leads.items():
            if self.gain[row] > 0:
                missing = -torch.quantile(lead, MISSED) / self.gain[row]
                self.lengths[row] = (self.lengths[row] + missing.clamp(-step / 3, step)).clamp(0, longest)


@torch.no_grad()
def plan_shifts(text_map: TextMap, effects: Effects, readings: Readings, prior: Prior, chance: float) -> Plan:
    """Directions that follow `effects`, of no length yet; `chance` is ρ along them."""
    layout = prior.layout
    groups = [name for name in SHIFTED_GROUPS if name in layout.names]
    directions = F.normalize(torch.cat([effects.latent[layout.slices[name]] for name in groups]), dim=1)
    span = torch.linalg.svd(directions, full_matrices=False)
    basis = span.Vh[span.S.max() * SPAN < span.S]
    keep = torch.eye(LATENT_SIZE) - (1 - chance) * basis.T @ basis
    towards, gain = torch.zeros(layout.size, LATENT_SIZE), torch.zeros(layout.size)
    for name in groups:
        part = layout.slices[name]
        others = torch.ones(layout.size, dtype=torch.bool)
        others[part] = False
        scaled = effects.latent[others] / effects.spread[others, None]
        resistance = torch.linalg.inv(STIFFNESS * torch.eye(LATENT_SIZE) + scaled.T @ scaled / len(scaled))
        seen = readings.logits[:, part].softmax(1).mean(0)
        for value in range(len(seen)):
            rivals = seen.clone()
            rivals[value] = 0
            lead = effects.latent[part][value] - (rivals / rivals.sum()) @ effects.latent[part]
            towards[part.start + value] = F.normalize(resistance @ lead, dim=0)
            gain[part.start + value] = lead @ towards[part.start + value]
    return Plan(prior, keep, text_map.tag_weight.clone(), towards, gain, torch.zeros(layout.size))


@torch.no_grad()
def read_leads(model: StudentModel, labeller: Classifier, prior: Prior, per_value: int) -> dict[int, torch.Tensor]:
    """Of each value of the shifted groups, asked as serving does: its lead [per_value] over the best of the others."""
    leads, device = {}, next(model.parameters()).device
    for name in SHIFTED_GROUPS:
        part = prior.layout.slices[name]
        for value in range(part.stop - part.start):
            phi = prior.layout.one_hot(prior.sample(per_value, {name: value})).to(device)
            inputs = model.text_map(torch.randn(per_value, LATENT_SIZE, device=device), phi)
            logits = _look(model, labeller, *inputs)[:, part]
            own = logits[:, value].clone()
            logits[:, value] = -torch.inf
            leads[part.start + value] = own - logits.amax(1)
    return leads


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--student", type=Path, required=True)
    parser.add_argument("--labeller", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True, help="folder for readings.pt and student.pt")
    parser.add_argument("--pictures", type=int, default=6000)
    parser.add_argument("--chance", type=float, default=0.5, help="ρ: how much of its part along the directions z keeps")
    parser.add_argument("--turns", type=int, default=5, help="times that lengths are corrected")
    parser.add_argument("--corrections", type=Path, help="JSON of lengths, by_hand and tags, as `Plan.follow` reads it")
    parser.add_argument("--per-value", type=int, default=12, help="pictures of a value that a turn looks at")
    parser.add_argument("--longest", type=float, default=6.0, help="of a shift, in standard deviations of z")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--device", default="auto")
    options = parser.parse_args(arguments)
    device = pick_device(options.device)
    torch.set_flush_denormal(True)
    torch.manual_seed(options.seed)
    model, prior, history = load_student(options.student, device)
    labeller = load_classifier(options.labeller, prior.layout, device)
    options.run.mkdir(parents=True, exist_ok=True)
    saved = options.run / "readings.pt"
    if saved.exists():
        readings = Readings(**torch.load(saved))
    else:
        texts = TextSampler(model.text_map, prior, device)
        readings = take_readings(model, labeller, texts, options.pictures)
        save_checkpoint(saved, vars(readings))
    effects = fit_effects(readings, prior.layout)
    plan = plan_shifts(model.text_map.cpu(), effects, readings, prior, options.chance)
    model.text_map.to(device)
    old = copy.deepcopy(model.text_map).cpu()
    plan.write(model.text_map)
    for turn in range(options.turns):
        leads = read_leads(model, labeller, prior, options.per_value)
        plan.lengthen({row: lead.cpu() for row, lead in leads.items()}, options.longest)
        plan.write(model.text_map)
        log.info(
            "turn %d: %.3f of the values' pictures lead",
            turn + 1,
            torch.stack([(lead > 0).float().mean() for lead in leads.values()]).mean(),
        )
    if options.corrections:
        plan.follow(json.loads(options.corrections.read_text(encoding="utf-8")), old)
        plan.write(model.text_map)
    save_student(options.run / "student.pt", model.cpu(), prior, history | {"readings": len(readings.z)})


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    main()
