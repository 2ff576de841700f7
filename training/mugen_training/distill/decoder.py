"""Teaches the student's decoder the local mapping of the pretrained teacher from a code to pixels.

`python -m mugen_training.distill.decoder --teacher teacher.npz --trunk TRUNK_RUN/checkpoint-N.pt --run DIR`

The mapping is local, so crops of the code are enough. The teacher's feature maps are targets beside its pixels, through
1×1 adapters that are thrown away (FitNets, arXiv:1412.6550); their weight falls as training goes on.
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

from ..device import mixed_precision, pick_device
from ..networks.student import Decoder, StudentConfig
from ..objectives import gradient_loss
from .pretrained import CODE_CHANNELS, PretrainedTeacher
from .runner import Runner, add_options
from .trunk import CodeTrunk, sample_inputs

log = logging.getLogger(__name__)

CROP = 6
"""Width of a crop of the code; 96 pixels."""
HELD_OUT_PICTURES = 16


class AdaptedDecoder(nn.Module):
    """A decoder with the adapters from its feature maps to the teacher's."""

    def __init__(self, config: StudentConfig):
        super().__init__()
        self.decoder = Decoder(config)
        self.adapters = nn.ModuleList(nn.Conv2d(width, CODE_CHANNELS, 1) for width in config.decoder_channels)


def take_crops(code: torch.Tensor, size: int = CROP) -> torch.Tensor:
    """One random crop [N, C, size, size] of each code [N, C, S, S]; edges are as likely as any other place."""
    offsets = torch.randint(0, code.shape[-1] - size + 1, (len(code), 2)).tolist()
    return torch.stack([row[:, y : y + size, x : x + size] for row, (y, x) in zip(code, offsets)])


def sharpness(rgb: torch.Tensor) -> torch.Tensor:
    """Mean absolute difference of neighbouring pixels of rgb [N, 3, S, S], a number."""
    return (rgb[..., 1:] - rgb[..., :-1]).abs().mean() + (rgb[..., 1:, :] - rgb[..., :-1, :]).abs().mean()


class DecoderLesson:
    """Implements `runner.Lesson`."""

    def __init__(
        self, teacher: PretrainedTeacher, trunk: CodeTrunk, config: StudentConfig, device: torch.device, crop: int = CROP
    ):
        self.teacher, self.trunk, self.device, self.crop = teacher, trunk, device, crop
        self.network = AdaptedDecoder(config).to(device, memory_format=torch.channels_last)
        self.config = {"half": "decoder", "student": config.to_dict()}
        state = torch.get_rng_state()
        torch.manual_seed(2)
        self.held_out = teacher.code(*sample_inputs(HELD_OUT_PICTURES, device, mixed=0))
        self.target = torch.cat([teacher.draw(code) for code in self.held_out.split(4)])
        self.variances = [x.float().var() for x in teacher.features(self.held_out[:4])]
        torch.set_rng_state(state)

    def losses(self, batch: int, progress: float) -> dict[str, torch.Tensor]:
        """Pixels (L1), their gradients, and the feature maps by their relative squared error."""
        code = take_crops(self.teacher.code(*sample_inputs(batch, self.device)), self.crop).contiguous(
            memory_format=torch.channels_last
        )
        with torch.no_grad():
            maps = self.teacher.features(code)
            target = self.teacher.to_rgb(maps[-1])
        code = self.trunk.normalise(code).contiguous(memory_format=torch.channels_last)
        with mixed_precision(self.device):
            ours = self.network.decoder.features(code)
            rgb = self.network.decoder.rgb(ours[-1])
            features = sum(self._feature_loss(*row) for row in zip(self.network.adapters, ours, maps, self.variances))
        pixels = 0.2 + 0.8 * min(1, 1.5 * progress)
        return {
            "pixel": pixels * (rgb - target).abs().mean(),
            "edge": pixels * gradient_loss(rgb, target),
            "features": 0.25 * max(0.02, 1 - 1.3 * progress) * features,
        }

    def _feature_loss(self, adapter: nn.Module, ours: torch.Tensor, theirs: torch.Tensor, variance: torch.Tensor) -> torch.Tensor:
        """Relative squared error of a map, on every second row and column of the large ones: memory is what it costs."""
        if theirs.shape[-1] > 32:
            ours, theirs = ours[..., ::2, ::2], theirs[..., ::2, ::2]
        return (adapter(ours) - theirs).square().mean(dtype=torch.float32) / variance

    @torch.no_grad()
    def measure(self) -> dict[str, float]:
        """PSNR in dB and the share of the teacher's sharpness, of whole held-out pictures."""
        with mixed_precision(self.device):
            codes = self.trunk.normalise(self.held_out).split(4)
            rgb = torch.cat([self.network.decoder(code.contiguous(memory_format=torch.channels_last)) for code in codes])
        error = F.mse_loss(rgb, self.target)
        return {"psnr": (10 * torch.log10(4 / error)).item(), "sharpness": (sharpness(rgb) / sharpness(self.target)).item()}


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser, pictures=150_000, batch=16, rate=3e-3)
    parser.add_argument("--trunk", type=Path, required=True, help="any checkpoint of the trunk, for its code's statistics")
    parser.add_argument("--channels", type=int, nargs=4, default=StudentConfig.decoder_channels)
    options = parser.parse_args(arguments)
    device = pick_device(options.device)
    torch.set_flush_denormal(True)
    teacher = PretrainedTeacher(options.teacher, device, torch.bfloat16)
    state = torch.load(options.trunk, map_location=device)
    trunk = CodeTrunk(StudentConfig(**state["config"]["student"])).to(device)
    trunk.load_state_dict(state["network"])
    config = StudentConfig(decoder_channels=tuple(options.channels))
    torch.manual_seed(options.seed)
    Runner(DecoderLesson(teacher, trunk, config, device), options).train()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    main()
