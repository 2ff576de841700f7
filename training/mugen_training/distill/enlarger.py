"""Teaches the enlarging stage what a larger network makes of 256-pixel pictures.

`python -m mugen_training.distill.enlarger --pairs pairs.npz --run DIR`

A file of pairs holds `small` uint8 [N, 3, S, S] and `large` uint8 [N, 3, 2S, 2S]: pictures of the teacher and the student,
and the same enlarged by a network such as Real-CUGAN. The last eight pairs are held out.
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from ..checkpoint import fingerprint
from ..data import to_float
from ..device import mixed_precision, pick_device
from ..networks.enlarger import Enlarger, EnlargerConfig
from ..objectives import reconstruction_loss
from ..picture_quality import psnr
from .runner import Runner, add_options

log = logging.getLogger(__name__)

HELD_OUT_PAIRS = 8
CROP = 64
"""Width of a crop of a small picture."""


def load_pairs(paths: list[Path]) -> tuple[torch.Tensor, torch.Tensor]:
    """uint8 small [N, 3, S, S] and large [N, 3, 2S, 2S] of all files."""
    files = [np.load(path) for path in paths]
    small, large = (torch.from_numpy(np.concatenate([file[name] for file in files])) for name in ("small", "large"))
    if large.shape != (len(small), 3, 2 * small.shape[2], 2 * small.shape[3]) or len(small) <= HELD_OUT_PAIRS:
        raise ValueError(
            f"expected more than {HELD_OUT_PAIRS} pictures and the same at twice the size, got {small.shape} and {large.shape}"
        )
    return small, large


class EnlargerLesson:
    """Implements `runner.Lesson`; the moving average of the weights is what is measured and released."""

    def __init__(self, small: torch.Tensor, large: torch.Tensor, config: EnlargerConfig, device: torch.device):
        self.device = device
        self.network = Enlarger(config).to(device, memory_format=torch.channels_last)
        self.average = Enlarger(config).to(device, memory_format=torch.channels_last).requires_grad_(False).eval()
        self.average.load_state_dict(self.network.state_dict())
        self.small, self.large = small[:-HELD_OUT_PAIRS], large[:-HELD_OUT_PAIRS]
        self.held_out = to_float(small[-HELD_OUT_PAIRS:]), to_float(large[-HELD_OUT_PAIRS:])
        self.config = {"half": "enlarger", "enlarger": config.to_dict(), "data": fingerprint(small, large)}

    def _crops(self, batch: int) -> tuple[torch.Tensor, torch.Tensor]:
        """Crops of both sizes, mirrored at random; of two places the busier one is taken."""
        crops = []
        for picture in torch.randint(len(self.small), (batch,)).tolist():
            places = torch.randint(0, self.small.shape[-1] - CROP + 1, (2, 2)).tolist()
            y, x = max(places, key=lambda place: self._at(picture, *place).float().std().item())
            small, large = self._at(picture, y, x), self.large[picture, :, 2 * y : 2 * (y + CROP), 2 * x : 2 * (x + CROP)]
            mirrored = bool(torch.rand(()) < 0.5)
            crops.append([part.flip(2) if mirrored else part for part in (small, large)])
        return tuple(torch.stack(parts) for parts in zip(*crops))

    def _at(self, picture: int, y: int, x: int) -> torch.Tensor:
        return self.small[picture, :, y : y + CROP, x : x + CROP]

    def losses(self, batch: int, progress: float) -> dict[str, torch.Tensor]:
        """Pixels and their differences."""
        self._update_average()
        small, large = (to_float(part).to(self.device) for part in self._crops(batch))
        with mixed_precision(self.device):
            ours = self.network(small.contiguous(memory_format=torch.channels_last))
        return reconstruction_loss(ours, large, 1.0)

    @torch.no_grad()
    def _update_average(self) -> None:
        for mean, now in zip(self.average.parameters(), self.network.parameters()):
            mean.lerp_(now, 0.005)

    @torch.no_grad()
    def measure(self) -> dict[str, float]:
        """PSNR in dB of the held-out pictures, and that of a bicubic enlargement."""
        small, large = self.held_out
        ours = torch.cat([self.average(row.to(self.device)).cpu() for row in small.split(1)])
        plain = F.interpolate(small, scale_factor=2.0, mode="bicubic", align_corners=False).clamp(-1, 1)
        return {"psnr": psnr(ours, large).mean().item(), "psnr_bicubic": psnr(plain, large).mean().item()}

    def state(self) -> dict:
        """The part of a checkpoint besides the network."""
        return {"average": self.average.state_dict()}

    def restore(self, state: dict) -> None:
        """Takes what `state` gave."""
        self.average.load_state_dict(state["average"])


def load_enlarger(path: Path) -> Enlarger:
    """The averaged network of a checkpoint, in evaluation mode."""
    state = torch.load(path, map_location="cpu")
    enlarger = Enlarger(EnlargerConfig(**state["config"]["enlarger"]))
    enlarger.load_state_dict(state["lesson"]["average"])
    return enlarger.eval()


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser, pictures=30_000, batch=8, rate=2e-3, with_teacher=False)
    parser.add_argument("--pairs", type=Path, nargs="+", required=True)
    parser.add_argument("--channels", type=int, default=EnlargerConfig.channels)
    parser.add_argument("--blocks", type=int, default=EnlargerConfig.blocks)
    options = parser.parse_args(arguments)
    torch.set_flush_denormal(True)
    torch.manual_seed(options.seed)
    config = EnlargerConfig(options.channels, options.blocks)
    Runner(EnlargerLesson(*load_pairs(options.pairs), config, pick_device(options.device)), options).train()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    main()
