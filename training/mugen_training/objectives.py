"""The four objectives of Reed et al. 2016 (arXiv:1605.05396), algorithm 1 and section 4.3, in their hinge form.

With x a picture, φ its text, φ̂ a text that does not fit it, x̃ = G(z, φ):

    gan      L_D = h(D(x, φ)) + h(−D(x̃, φ))
    cls      L_D = h(D(x, φ)) + ½ [h(−D(x, φ̂)) + h(−D(x̃, φ))]
    all      L_G = −E D(G(z, φ), φ)
    int      adds  −E D(G(z, a·φ1 + (1−a)·φ2), a·φ1 + (1−a)·φ2)  to L_G  (equation 5)
    int-cls  both

With int, the generated pictures that D is shown come from the same mixture of texts, interpolated ones among them.
The paper leaves that open; without it G learns to fool D between the texts that D knows.

where h(s) = max(0, 1 − s) is the hinge (Lim & Ye 2017, arXiv:1705.02894) in place of the paper's logarithm: it is
what spectrally normalised discriminators are trained with. The paper fixes a = ½; here a is uniform.

Below them stand the losses of everything else that is trained here, each with its equation: the student against its teacher,
the super-resolution stage, the classifiers, and what a classifier asks of a generator.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch.nn import functional as F

from .vocabulary import Layout

OBJECTIVES = ("gan", "cls", "int", "int-cls")


@dataclass(frozen=True)
class Objective:
    """Which of the paper's two changes are on."""

    matching_aware: bool
    interpolated: bool

    @staticmethod
    def named(name: str) -> Objective:
        """`gan`, `cls`, `int` or `int-cls`."""
        if name not in OBJECTIVES:
            raise ValueError(f"objective must be one of {', '.join(OBJECTIVES)}, got {name!r}")
        return Objective("cls" in name, "int" in name)


def discriminator_loss(
    right: torch.Tensor, wrong: torch.Tensor | None, fake: torch.Tensor
) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
    """Scores [N] of {real, right text}, {real, wrong text} (None without cls) and {fake, its text} -> L_D and its parts."""
    parts = {"d_right": F.relu(1 - right).mean(), "d_fake": F.relu(1 + fake).mean()}
    if wrong is None:
        return parts["d_right"] + parts["d_fake"], parts
    parts["d_wrong"] = F.relu(1 + wrong).mean()
    return parts["d_right"] + 0.5 * (parts["d_wrong"] + parts["d_fake"]), parts


def generator_loss(fake: torch.Tensor) -> torch.Tensor:
    """L_G = −mean score [N] of the generated pictures against the texts that they were made from."""
    return -fake.mean()


def attribute_loss(logits: torch.Tensor, phi: torch.Tensor, layout: Layout) -> torch.Tensor:
    """Mean over groups of the cross-entropy between a block of φ (soft targets) and its logits; both [N, P].

    The auxiliary classifier of Odena et al. 2017 (arXiv:1610.09585). It is no part of the four objectives and is
    off when they are compared.
    """
    total = logits.new_zeros(())
    for part in layout.slices.values():
        total = total - (phi[:, part] * F.log_softmax(logits[:, part], 1)).sum(1).mean()
    return total / len(layout.slices)


class Interpolation(NamedTuple):
    """Texts φ1, φ2 [N, P] and the shares a [N, 1] at which G is asked for a·φ1 + (1−a)·φ2."""

    first: torch.Tensor
    second: torch.Tensor
    share: torch.Tensor

    @property
    def phi(self) -> torch.Tensor:
        """a·φ1 + (1−a)·φ2, [N, P]."""
        return torch.lerp(self.second, self.first, self.share)

    def rows(self, which: slice) -> Interpolation:
        """Some of the rows."""
        return Interpolation(*(part[which] for part in self))


def middle_loss(middle: torch.Tensor, first: torch.Tensor, second: torch.Tensor, share: torch.Tensor) -> torch.Tensor:
    """How far G(z, a·φ1 + (1−a)·φ2) is from a·G(z, φ1) + (1−a)·G(z, φ2), averaged over squares of 8x8 pixels.

    Pictures [N, 3, S, S], a [N, 1]; mean absolute difference. D's score of an interpolated text is the sum of what
    both texts score, so patches of this colour beside patches of that one please it as well as the colour between.
    """
    expected = torch.lerp(second, first, share[:, :, None, None])
    return (F.avg_pool2d(middle, 8) - F.avg_pool2d(expected, 8)).abs().mean()


def mismatch(labels: torch.Tensor, layout: Layout, single: float = 0.7) -> torch.Tensor:
    """Texts that do not fit: labels [N, G] -> labels [N, G] that differ in at least one group.

    With probability `single` exactly one group, drawn evenly, gets another of its values, so that D has to know
    every group; otherwise the whole text is that of another picture (with one group changed where both agree).
    """
    n, groups = labels.shape
    sizes = torch.tensor([len(group.values) for group in layout.groups], device=labels.device)
    rows = torch.arange(n, device=labels.device)
    chosen = torch.randint(0, groups, (n,), device=labels.device)
    step = (torch.rand(n, device=labels.device) * (sizes[chosen] - 1)).long() + 1
    changed = labels.clone()
    changed[rows, chosen] = (labels[rows, chosen] + step) % sizes[chosen]
    other = labels.roll(1, 0)
    use_single = (torch.rand(n, device=labels.device) < single) | (other == labels).all(1)
    return torch.where(use_single[:, None], changed, other)


def student_discriminator_loss(
    matches: tuple[torch.Tensor, torch.Tensor, torch.Tensor], locals_: tuple[torch.Tensor, torch.Tensor]
) -> torch.Tensor:
    """L_D of the student, without its penalty: matches D(x, φ), D(x, φ̂), D(G, φ) and locals d(x), d(G), a score each.

    s(−D(x, φ)) + ½ s(D(x, φ̂)) + ½ s(D(G, φ)) + s(d(G) − d(x)) with the softplus s: GAN-CLS in the paper's logarithms,
    and a relativistic local discriminator (R3GAN, arXiv:2501.05441).
    """
    (right, wrong, generated), (real, fake) = matches, locals_
    matching = F.softplus(-right).mean() + 0.5 * F.softplus(wrong).mean() + 0.5 * F.softplus(generated).mean()
    return matching + F.softplus(fake - real).mean()


def student_generator_losses(match: torch.Tensor, real: torch.Tensor, fake: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """The student's loss from D: s(−D(G, φ)) and s(d(x) − d(G))."""
    return F.softplus(-match).mean(), F.softplus(real - fake).mean()


def gradient_loss(ours: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """|∂ₓ(G − x)| + |∂ᵧ(G − x)|, L1 on differences of neighbouring pixels, across and down: keeps lines sharp."""
    error = ours - target
    across = (error[..., :, 1:] - error[..., :, :-1]).abs().mean()
    return across + (error[..., 1:, :] - error[..., :-1, :]).abs().mean()


def reconstruction_loss(ours: torch.Tensor, target: torch.Tensor, edge_weight: float) -> dict[str, torch.Tensor]:
    """Parts of √((G − x)² + 10⁻⁶) + w · gradient_loss, already weighted: Charbonnier on pixels, and sharp lines."""
    pixel = ((ours - target).square() + 1e-6).sqrt().mean()
    return {"pixel": pixel, "edge": edge_weight * gradient_loss(ours, target)}


def region_loss(logits: torch.Tensor, targets: torch.Tensor, shares: torch.Tensor, layout: Layout) -> torch.Tensor:
    """−Σ target · log softmax(logit + log share), summed over groups: logit-adjusted (Menon et al. 2021, arXiv:2007.07314).

    The log shares [P] are added while training, so that the logits [N, P] alone are those of balanced classes.
    """
    total = logits.new_zeros(())
    for part in layout.slices.values():
        total = total - (targets[:, part] * (logits[:, part] + shares[part]).log_softmax(1)).sum(1).mean()
    return total


def evidence_loss(logits: torch.Tensor, evidence: torch.Tensor, shares: torch.Tensor, layout: Layout) -> torch.Tensor:
    """−log of the likelihood Σ p(value) · evidence(value) of what is known of a picture, summed over groups.

    evidence [N, P]: how likely each value makes what is known; a group whose values make it equally likely has no say.
    """
    total = logits.new_zeros(())
    for part in layout.slices.values():
        scaled = evidence[:, part] / evidence[:, part].amax(1, keepdim=True)
        total = total - ((logits[:, part] + shares[part]).log_softmax(1) + scaled.log()).logsumexp(1).mean()
    return total


def disagreement(first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
    """½ Σ (p − q) (log p − log q), half the symmetric Kullback-Leibler divergence of two log-distributions [N, V]: [N] nats."""
    return ((first.exp() - second.exp()) * (first - second)).sum(1) / 2
