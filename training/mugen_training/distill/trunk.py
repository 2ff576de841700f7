"""Teaches the student's trunk the code of the pretrained teacher.

`python -m mugen_training.distill.trunk --teacher teacher.npz --run DIR`

Every batch is fresh: z ~ N(0, 1) and made-up tags, answered by the teacher. The loss is the squared error of the code,
normalised to mean 0 and variance 1 per channel.
"""

from __future__ import annotations

import argparse
import logging

import torch
from torch.nn import functional as F

from ..device import mixed_precision, pick_device
from ..networks.student import StudentConfig, Trunk
from .pretrained import LATENT_SIZE, PretrainedTeacher, sample_tags
from .runner import Runner, add_options
from .texts import TextSampler

log = logging.getLogger(__name__)

STATISTICS_PICTURES, HELD_OUT_PICTURES = 2048, 512


class CodeTrunk(torch.nn.Module):
    """A trunk with the statistics that its normalised code is measured in: mean and scale [1, 64, 1, 1]."""

    def __init__(self, config: StudentConfig):
        super().__init__()
        self.trunk = Trunk(config)
        self.register_buffer("mean", torch.zeros(1, config.code_channels, 1, 1))
        self.register_buffer("scale", torch.ones(1, config.code_channels, 1, 1))

    def normalise(self, code: torch.Tensor) -> torch.Tensor:
        """The teacher's code -> normalised."""
        return (code.float() - self.mean) / self.scale

    def denormalise(self, code: torch.Tensor) -> torch.Tensor:
        """Normalised -> as the teacher's decoder takes it."""
        return F.relu(code * self.scale + self.mean)

    def forward(self, z: torch.Tensor, tags: torch.Tensor) -> torch.Tensor:
        return self.trunk(z, tags)


def sample_inputs(count: int, device: torch.device, mixed: float = 0.25) -> tuple[torch.Tensor, torch.Tensor]:
    """z [count, 128] ~ N(0, 1) and tags [count, 36]."""
    return torch.randn(count, LATENT_SIZE, device=device), sample_tags(count, mixed, device)


class TrunkLesson:
    """Implements `runner.Lesson`."""

    def __init__(self, teacher: PretrainedTeacher, config: StudentConfig, device: torch.device, texts: TextSampler | None = None):
        self.teacher, self.device, self.texts = teacher, device, texts
        self.network = CodeTrunk(config).to(device, memory_format=torch.channels_last)
        self.config = {"half": "trunk", "student": config.to_dict()}
        state = torch.get_rng_state()
        torch.manual_seed(1)
        code = torch.cat([teacher.code(*sample_inputs(64, device)).float() for _ in range(STATISTICS_PICTURES // 64)])
        self.network.mean.copy_(code.mean((0, 2, 3), keepdim=True))
        self.network.scale.copy_(code.std((0, 2, 3), keepdim=True))
        self.average = self.network.normalise(code).mean(0, keepdim=True)
        self.held_out = sample_inputs(HELD_OUT_PICTURES, device, mixed=0)
        self.target = self.network.normalise(teacher.code(*self.held_out))
        torch.set_rng_state(state)

    def losses(self, batch: int, progress: float) -> dict[str, torch.Tensor]:
        """The squared error of the code."""
        z, tags = self.texts.teacher_inputs(batch) if self.texts else sample_inputs(batch, self.device)
        target = self.network.normalise(self.teacher.code(z, tags))
        with mixed_precision(self.device):
            code = self.network(z, tags)
        return {"code": F.mse_loss(code, target)}

    @torch.no_grad()
    def measure(self) -> dict[str, float]:
        """`unexplained`: the squared error over the variance around the teacher's mean code."""
        with mixed_precision(self.device):
            code = torch.cat([self.network(z, tags) for z, tags in zip(*(part.split(64) for part in self.held_out))])
        return {"unexplained": (F.mse_loss(code, self.target) / (self.target - self.average).square().mean()).item()}


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser, pictures=400_000, batch=24, rate=2e-3)
    parser.add_argument("--channels", type=int, default=StudentConfig.trunk_channels)
    parser.add_argument("--blocks", type=int, default=StudentConfig.trunk_blocks)
    options = parser.parse_args(arguments)
    device = pick_device(options.device)
    torch.set_flush_denormal(True)
    teacher = PretrainedTeacher(options.teacher, device, torch.bfloat16)
    torch.manual_seed(options.seed)
    lesson = TrunkLesson(teacher, StudentConfig(trunk_channels=options.channels, trunk_blocks=options.blocks), device)
    Runner(lesson, options).train()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    main()
