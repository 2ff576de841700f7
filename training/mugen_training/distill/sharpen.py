"""Sharpens the taught decoder: a discriminator tells its crops from the teacher's, beside the losses of teaching.

`python -m mugen_training.distill.sharpen --teacher teacher.npz --trunk CHECKPOINT --start DECODER_CHECKPOINT --run DIR`

A pixel loss alone is met best by the mean of what a line may be, which is blurred. The adversarial loss is relativistic
with both gradient penalties (R3GAN, arXiv:2501.05441):

    L_D = E softplus(D(G) − D(R)) + γ/2 (E |∇D(R)|² + E |∇D(G)|²)        L_G = E softplus(D(R) − D(G))

Half of the codes are the student's own trunk's for the same text: their crops must look sharp too, but have no pixels to
come close to.
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

import torch
from torch.nn import functional as F

from ..device import mixed_precision, pick_device
from ..networks.patch_discriminator import PatchDiscriminator
from ..networks.student import StudentConfig
from .decoder import DecoderLesson, gradient_loss, take_crops
from .pretrained import PretrainedTeacher
from .runner import Runner, add_options
from .trunk import CodeTrunk, sample_inputs

log = logging.getLogger(__name__)

PENALTY_EVERY = 4
"""Steps between gradient penalties, which then weigh as much more (lazy regularisation of StyleGAN2, arXiv:1912.04958)."""


class SharpenLesson(DecoderLesson):
    """A `DecoderLesson` with a discriminator of its own optimiser; `losses` updates it as well."""

    def __init__(self, *arguments: object, adversarial: float, gamma: float, rate: float):
        super().__init__(*arguments)
        self.adversarial, self.gamma, self.step = adversarial, gamma, 0
        self.config |= {"half": "sharpen", "adversarial": adversarial, "gamma": gamma}
        self.discriminator = PatchDiscriminator().to(self.device, memory_format=torch.channels_last)
        self.d_optimizer = torch.optim.Adam(self.discriminator.parameters(), lr=rate, betas=(0.0, 0.99), foreach=True)

    def losses(self, batch: int, progress: float) -> dict[str, torch.Tensor]:
        """Pixels, gradients and the adversarial loss on the teacher's codes; the latter on the student's codes too."""
        z, tags = sample_inputs(batch, self.device)
        with torch.no_grad(), mixed_precision(self.device):
            # Crops at the same places of both codes.
            both = torch.cat([self.trunk.normalise(self.teacher.code(z, tags)), self.trunk(z, tags).float()], 1)
            exact, own = (x.contiguous(memory_format=torch.channels_last) for x in take_crops(both).chunk(2, 1))
            real = self.teacher.to_rgb(self.teacher.features(self.trunk.denormalise(exact))[-1])
        codes = torch.cat([exact, own])
        with mixed_precision(self.device):
            fake = self.network.decoder(codes)
        parts = self._train_discriminator(real, fake.detach(), codes)
        self.discriminator.requires_grad_(False)
        with mixed_precision(self.device):
            scores = self.discriminator(torch.cat([real, fake]), torch.cat([exact, codes]))
        self.discriminator.requires_grad_(True)
        real_scores, fake_scores = scores[:batch].repeat(2, 1, 1).detach(), scores[batch:]
        matched = fake[:batch]
        return {
            "pixel": (matched - real).abs().mean(),
            "edge": gradient_loss(matched, real),
            "adversarial": self.adversarial * F.softplus((real_scores - fake_scores).float()).mean(),
            **parts,
        }

    def _train_discriminator(self, real: torch.Tensor, fake: torch.Tensor, codes: torch.Tensor) -> dict[str, torch.Tensor]:
        """One update of D; returns its figures, detached: mean scores on real and generated crops."""
        batch, rgb, paired = len(real), torch.cat([real, fake]), torch.cat([codes[: len(real)], codes])
        with mixed_precision(self.device):
            scores = self.discriminator(rgb, paired).float()
        real_scores, fake_scores = scores[:batch], scores[batch:]
        loss = F.softplus(fake_scores - real_scores.repeat(2, 1, 1)).mean()
        if self.step % PENALTY_EVERY == 0:
            # In single precision: the penalty needs a second derivative.
            rgb = rgb[: 2 * batch].requires_grad_(True)
            (gradient,) = torch.autograd.grad(self.discriminator(rgb, paired[: 2 * batch]).sum(), rgb, create_graph=True)
            loss = loss + PENALTY_EVERY * self.gamma / 2 * 2 * gradient.square().sum((1, 2, 3)).mean()
        self.step += 1
        self.d_optimizer.zero_grad(set_to_none=True)
        loss.backward()
        self.d_optimizer.step()
        self.figures = {"d_real": real_scores.mean().item(), "d_fake": fake_scores.mean().item(), "d_loss": loss.item()}
        return {}

    def measure(self) -> dict[str, float]:
        """PSNR, sharpness, and D's mean scores on its last batch."""
        return super().measure() | getattr(self, "figures", {})


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser, pictures=40_000, batch=12, rate=3e-4)
    parser.add_argument("--trunk", type=Path, required=True)
    parser.add_argument("--channels", type=int, nargs=4, default=StudentConfig.decoder_channels)
    parser.add_argument("--adversarial", type=float, default=0.02)
    parser.add_argument("--gamma", type=float, default=0.5, help="weight of the gradient penalties")
    options = parser.parse_args(arguments)
    device = pick_device(options.device)
    torch.set_flush_denormal(True)
    teacher = PretrainedTeacher(options.teacher, device, torch.bfloat16)
    state = torch.load(options.trunk, map_location=device)
    trunk = CodeTrunk(StudentConfig(**state["config"]["student"])).to(device).eval().requires_grad_(False)
    trunk.load_state_dict(state["network"])
    config = StudentConfig(decoder_channels=tuple(options.channels))
    torch.manual_seed(options.seed)
    lesson = SharpenLesson(
        teacher, trunk, config, device, adversarial=options.adversarial, gamma=options.gamma, rate=options.rate
    )
    Runner(lesson, options).train()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    main()
