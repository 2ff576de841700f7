"""Trains the whole student with the paper's objective, GAN-INT-CLS, while the teacher goes on teaching.

`python -m mugen_training.distill.objective --teacher teacher.npz --student student.pt --run DIR`

Every batch: texts φ, part of them interpolated (GAN-INT), and z; the teacher's pictures x of the same texts and z; the
student's own, G(z, φ). D is matching-aware (GAN-CLS): its global scores learn {x, φ} as real, {x, another text} and
{G, φ} as generated. Its local scores compare G with x cell by cell, relatively (R3GAN, arXiv:2501.05441):

    L_D = softplus(−D(x, φ)) + ½ softplus(D(x, φ̂)) + ½ softplus(D(G, φ)) + softplus(d(G) − d(x)) + γ/2 |∇ₓ D|² on x and G
    L_G = w_g softplus(−D(G, φ)) + w_l softplus(d(x) − d(G)) + |G − x| + |∂G − ∂x| + w_c |code − code of x|²

The teaching share keeps z alive: it ties every z to a person of its own.
"""

from __future__ import annotations

import argparse
import copy
import logging
from pathlib import Path

import torch
from torch.nn import functional as F

from ..device import mixed_precision, pick_device
from ..networks.student_discriminator import StudentDiscriminator
from ..objectives import gradient_loss, student_discriminator_loss, student_generator_losses
from .decoder import sharpness
from .pretrained import PretrainedTeacher
from .runner import Runner, add_options
from .student_model import StudentModel, half_precision, load_student, save_student
from .texts import TextSampler

log = logging.getLogger(__name__)

PENALTY_EVERY = 8
"""Steps between gradient penalties, which then weigh as much more (lazy regularisation of StyleGAN2, arXiv:1912.04958)."""
AVERAGE_DECAY = 0.998
HELD_OUT_PICTURES = 64


class ObjectiveLesson:
    """Implements `runner.Lesson` for a whole student; owns D and the moving average of G."""

    def __init__(self, teacher: PretrainedTeacher, model: StudentModel, texts: TextSampler, options: argparse.Namespace):
        self.teacher, self.network, self.texts, self.options = teacher, model, texts, options
        self.device = texts.device
        self.weights = {name: getattr(options, name) for name in ("adversarial", "local", "code", "gamma", "d_rate")}
        self.config = {"half": "objective", "student": model.config.to_dict(), **self.weights}
        # The text map is fitted, not trained; the teacher draws for what it says.
        model.text_map.requires_grad_(False)
        self.discriminator = StudentDiscriminator(model.layout.size).to(self.device, memory_format=torch.channels_last)
        self.d_optimizer = torch.optim.Adam(self.discriminator.parameters(), lr=options.d_rate, betas=(0.0, 0.99), foreach=True)
        self.average = copy.deepcopy(model).requires_grad_(False).eval()
        self.steps, self.scores = 0, {}
        state = torch.get_rng_state()
        torch.manual_seed(3)
        phi, z = texts.phi(HELD_OUT_PICTURES, 0), texts.latents(HELD_OUT_PICTURES)
        self.held_out = (z, phi)
        self.target = self._in_parts(lambda z, phi: self.teacher.draw(self._code(z, phi)), z, phi)
        torch.set_rng_state(state)

    def _code(self, z: torch.Tensor, phi: torch.Tensor) -> torch.Tensor:
        return self.teacher.code(*self.texts.text_map(z, phi))

    @staticmethod
    def _in_parts(draw, z: torch.Tensor, phi: torch.Tensor, size: int = 16) -> torch.Tensor:
        with torch.no_grad():
            return torch.cat([draw(a, b) for a, b in zip(z.split(size), phi.split(size))])

    def losses(self, batch: int, progress: float) -> dict[str, torch.Tensor]:
        """One update of D; then G's weighted losses, with gradients, for the caller's update."""
        phi, z = self.texts.phi(batch, self.options.mixed), self.texts.latents(batch)
        with torch.no_grad(), mixed_precision(self.device):
            raw = self._code(z, phi)
            real = self.teacher.draw(raw).to(memory_format=torch.channels_last)
            target = self.network.trunk.normalise(raw).contiguous(memory_format=torch.channels_last)
        with mixed_precision(self.device):
            code = self.network.code(z, phi)
            fake = self.network.decoder(code.contiguous(memory_format=torch.channels_last))
        self._train_discriminator(real, fake.detach(), phi, target)
        self.discriminator.requires_grad_(False)
        with mixed_precision(self.device):
            local, whole = self.discriminator.features(fake)
            with torch.no_grad():
                real_local, _ = self.discriminator.features(real)
                real_local = self.discriminator.match_code(real_local, target)
            match, fake_local = self.discriminator.match_text(whole, phi), self.discriminator.match_code(local, target)
            matched, relative = student_generator_losses(match, real_local, fake_local)
        self.discriminator.requires_grad_(True)
        self._update_average()
        # Rises from nothing, so that D has learned something before G listens.
        ramp = min(1.0, progress / 0.08)
        return {
            "g_match": ramp * self.weights["adversarial"] * matched,
            "g_local": ramp * self.weights["local"] * relative,
            "pixel": (fake - real).abs().mean(),
            "edge": gradient_loss(fake, real),
            "code": self.weights["code"] * F.mse_loss(code, target),
        }

    def _train_discriminator(self, real: torch.Tensor, fake: torch.Tensor, phi: torch.Tensor, code: torch.Tensor) -> None:
        count, rgb = len(real), torch.cat([real, fake])
        with mixed_precision(self.device):
            local, whole = self.discriminator.features(rgb)
            right, wrong, generated = (
                self.discriminator.match_text(*pair)
                for pair in ((whole[:count], phi), (whole[:count], phi.roll(1, 0)), (whole[count:], phi))
            )
            real_local, fake_local = self.discriminator.match_code(local, code.repeat(2, 1, 1, 1)).split(count)
        loss = student_discriminator_loss((right, wrong, generated), (real_local, fake_local))
        if self.steps % PENALTY_EVERY == 0:
            loss = loss + PENALTY_EVERY * self.weights["gamma"] / 2 * self._penalty(rgb, phi, code)
        self.steps += 1
        self.d_optimizer.zero_grad(set_to_none=True)
        loss.backward()
        self.d_optimizer.step()
        if self.steps % 20 == 1:
            scores = {"right": right, "wrong": wrong, "generated": generated, "real_local": real_local, "fake_local": fake_local}
            self.scores = {f"d_{name}": value.detach().mean() for name, value in scores.items()}

    def _penalty(self, rgb: torch.Tensor, phi: torch.Tensor, code: torch.Tensor) -> torch.Tensor:
        """R1 and R2 together, in single precision: the mean squared gradient of all scores in pixels of x and G."""
        part = max(1, len(phi) // 2)
        rows = torch.cat([torch.arange(part), len(phi) + torch.arange(part)]).to(rgb.device)
        rgb = rgb[rows].float().requires_grad_(True)
        local, whole = self.discriminator.features(rgb)
        scores = self.discriminator.match_text(whole, phi[:part].repeat(2, 1)).sum()
        scores = scores + self.discriminator.match_code(local, code[:part].repeat(2, 1, 1, 1)).mean((1, 2)).sum()
        (gradient,) = torch.autograd.grad(scores, rgb, create_graph=True)
        return gradient.square().sum((1, 2, 3)).mean()

    @torch.no_grad()
    def _update_average(self) -> None:
        decay = min(AVERAGE_DECAY, (1 + self.steps) / (10 + self.steps))
        torch._foreach_mul_(list(self.average.parameters()), decay)
        torch._foreach_add_(list(self.average.parameters()), list(self.network.parameters()), alpha=1 - decay)
        for mean, now in zip(self.average.buffers(), self.network.buffers()):
            mean.copy_(now)

    @torch.no_grad()
    def measure(self) -> dict[str, float]:
        """On held-out texts, of the averaged weights: PSNR, share of the teacher's sharpness and variety; D's mean scores."""
        with mixed_precision(self.device):
            rgb = self._in_parts(self.average, *self.held_out)
            phi = self.held_out[1][:1].expand(16, -1)
            ours = self.average(self.held_out[0][:16], phi)
            theirs = self.teacher.draw(self._code(self.held_out[0][:16], phi))
        psnr = 10 * torch.log10(4 / F.mse_loss(rgb, self.target))
        figures = {"psnr": psnr, "sharpness": sharpness(rgb) / sharpness(self.target), "variety": variety(ours) / variety(theirs)}
        return {name: float(value) for name, value in (figures | self.scores).items()}

    def state(self) -> dict:
        """D, its optimiser and the averaged student."""
        parts = {"discriminator": self.discriminator, "d_optimizer": self.d_optimizer, "average": self.average}
        return {name: part.state_dict() for name, part in parts.items()} | {"steps": self.steps}

    def restore(self, state: dict) -> None:
        """Goes on from `state`."""
        for name in ("discriminator", "d_optimizer", "average"):
            getattr(self, name).load_state_dict(state[name])
        self.steps = state["steps"]


def variety(rgb: torch.Tensor) -> torch.Tensor:
    """Mean pairwise RMSE at 32×32 of pictures [N, 3, S, S], in grey levels of 256."""
    small = F.adaptive_avg_pool2d(rgb.float(), 32).flatten(1) * 127.5
    return torch.pdist(small).mean() / small.shape[1] ** 0.5


def add_objective_options(parser: argparse.ArgumentParser) -> None:
    """The weights of the losses, as in the equations above."""
    parser.add_argument("--adversarial", type=float, default=0.02, help="w_g")
    parser.add_argument("--local", type=float, default=0.05, help="w_l")
    parser.add_argument("--code", type=float, default=0.1, help="w_c")
    parser.add_argument("--gamma", type=float, default=1.0)
    parser.add_argument("--d-rate", type=float, default=4e-4)
    parser.add_argument("--mixed", type=float, default=0.35, help="share of interpolated texts")


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser, pictures=300_000, batch=16, rate=3e-4)
    add_objective_options(parser)
    parser.add_argument("--student", type=Path, required=True, help="the file that `assemble` or `pipeline` wrote")
    parser.add_argument("--discriminator", type=Path, help="D of an earlier run to go on with")
    options = parser.parse_args(arguments)
    device = pick_device(options.device)
    torch.set_flush_denormal(True)
    teacher = PretrainedTeacher(options.teacher, device, torch.bfloat16)
    model, prior, history = load_student(options.student, device)
    lesson = ObjectiveLesson(teacher, model, TextSampler(model.text_map, prior, device), options)
    if options.discriminator:
        lesson.discriminator.load_state_dict(torch.load(options.discriminator, map_location=device))
    runner = Runner(lesson, options)
    runner.train()
    torch.save(half_precision(lesson.discriminator.state_dict()), options.run / "discriminator.pt")
    save_student(
        options.run / "student.pt",
        lesson.average.cpu(),
        prior,
        history | {"objective": history.get("objective", 0) + runner.pictures},
    )


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    main()
