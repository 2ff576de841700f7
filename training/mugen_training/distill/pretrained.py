"""The pretrained teacher: MakeGirls.moe's 256-pixel generator, read from its published weights.

Yanghua Jin, Jiakai Zhang, Minjun Li, Yingtao Tian, Huachun Zhu, Zhihao Fang: Towards the Automatic Anime Characters
Creation with Generative Adversarial Networks, arXiv:1708.05509. The weights are CC BY-NC 2.0; they are read from a file
of the user's and are no part of this project.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

LATENT_SIZE = 128
CODE_CHANNELS, CODE_SIZE = 64, 16
LATENT_SCALE = 0.85
"""The teacher is shown 0.85 · z: half as many broken faces, as much variety."""

HAIR = ["blonde", "brown", "black", "blue", "pink", "purple", "green", "red", "silver", "white", "orange", "aqua", "gray"]
EYES = ["blue", "red", "brown", "green", "purple", "yellow", "pink", "aqua", "black", "orange"]
STYLES = ["long", "short", "twintails", "drills", "ponytail"]
SWITCHES = ["dark_skin", "blush", "smile", "open_mouth", "hat", "ribbon", "glasses"]
TAGS = (*(f"hair:{name}" for name in HAIR), *(f"eyes:{name}" for name in EYES), *STYLES, *SWITCHES, "year")
"""The tags in the order of the teacher's input. A named tag is +1, any other −1; `year` runs from −1 (2000s) to 1 (2015)."""

EMPHASIS = {"short": 1.6, "twintails": 2.4, "drills": 2.4, "ponytail": 2.4, "dark_skin": 2.4, "blush": 1.6}
EMPHASIS |= {"smile": 1.6, "open_mouth": 1.6, "hat": 2.4, "ribbon": 2.4, "glasses": 2.4}
"""The teacher's tag value for a student's "yes": at 1 it often ignores these tags, at 2.4 it rarely does."""

LENGTH_SHARES = {"long": 0.48, "short": 0.4}
TIED_SHARES = {"twintails": 0.15, "drills": 0.08, "ponytail": 0.1}
SWITCH_SHARES = {"dark_skin": 0.08, "blush": 0.45, "smile": 0.5, "open_mouth": 0.35, "hat": 0.12, "ribbon": 0.3, "glasses": 0.12}
"""How often a made-up description has a tag; of a length, or of a way of tying, one at most."""


def emphasise(tags: torch.Tensor) -> torch.Tensor:
    """Positive tags [N, 36] times `EMPHASIS`; the others as they are."""
    factors = torch.tensor([EMPHASIS.get(name, 1.0) for name in TAGS], dtype=tags.dtype, device=tags.device)
    return torch.where(tags > 0, tags * factors, tags)


class PretrainedTeacher:
    """z [N, 128], tags [N, 36] -> trunk -> code [N, 64, 16, 16] -> draw -> rgb [N, 3, 256, 256] in −1..1.

    Batch normalisation is folded into the weights. No method keeps gradients, but `features` passes them on to its input.
    """

    def __init__(self, path: Path, device: torch.device | str = "cpu", dtype: torch.dtype = torch.float32):
        self.dtype = dtype
        self.weights: dict[str, torch.Tensor] = {}
        for name, values in np.load(path).items():
            tensor = torch.from_numpy(values.astype(np.float32)).to(device, dtype)
            layout = torch.channels_last if tensor.dim() == 4 else torch.contiguous_format
            self.weights[name] = tensor.contiguous(memory_format=layout)
        self.blocks = sum(name.endswith("conv1_weight") for name in self.weights)
        self.doublings = sum(name.startswith("up") and name.endswith("_weight") for name in self.weights)

    def _conv(self, x: torch.Tensor, name: str) -> torch.Tensor:
        return F.conv2d(x, self.weights[f"{name}_weight"], self.weights[f"{name}_bias"], padding="same")

    @torch.no_grad()
    def code(self, z: torch.Tensor, tags: torch.Tensor) -> torch.Tensor:
        """The code [N, 64, 16, 16], never negative, of standard normal z and a student's tags."""
        inputs = torch.cat([LATENT_SCALE * z, emphasise(tags)], 1).to(self.dtype)
        first = F.relu(inputs @ self.weights["stem_weight"] + self.weights["stem_bias"])
        x = first = first.view(-1, CODE_CHANNELS, CODE_SIZE, CODE_SIZE).contiguous(memory_format=torch.channels_last)
        for index in range(self.blocks):
            x = x + self._conv(F.relu(self._conv(x, f"block{index:02d}_conv1")), f"block{index:02d}_conv2")
        return first + F.relu(self._conv(x, "trunk"))

    def features(self, code: torch.Tensor) -> list[torch.Tensor]:
        """The feature maps [N, 64, 2ⁱS, 2ⁱS], i = 1..4, of a code [N, 64, S, S] of any size."""
        maps, x = [], code.to(self.dtype)
        for index in range(self.doublings):
            x = F.relu(self._conv(F.interpolate(x, scale_factor=2.0, mode="nearest"), f"up{index}"))
            maps.append(x)
        return maps

    def to_rgb(self, features: torch.Tensor) -> torch.Tensor:
        """The picture of the last feature map, float32 in −1..1."""
        return torch.tanh(self._conv(features, "rgb").float())

    @torch.no_grad()
    def draw(self, code: torch.Tensor) -> torch.Tensor:
        """rgb [N, 3, 256, 256] of a code."""
        return self.to_rgb(self.features(code)[-1])

    def __call__(self, z: torch.Tensor, tags: torch.Tensor) -> torch.Tensor:
        """rgb [N, 3, 256, 256] of standard normal z and a student's tags."""
        return self.draw(self.code(z, tags))


def sample_tags(count: int, mixed: float = 0.25, device: torch.device | str = "cpu") -> torch.Tensor:
    """Tags [count, 36] of made-up descriptions: colours evenly spread, rare switches often enough to be learned.

    A share `mixed` of them lies between two descriptions, as the texts of GAN-INT do.
    """
    tags = torch.full((count, len(TAGS)), -1.0, device=device)
    rows = torch.arange(count, device=device)
    tags[rows, torch.randint(len(HAIR), (count,), device=device)] = 1
    tags[rows, len(HAIR) + torch.randint(len(EYES), (count,), device=device)] = 1
    for choices in LENGTH_SHARES, TIED_SHARES, *({name: share} for name, share in SWITCH_SHARES.items()):
        uniform, low = torch.rand(count, device=device), 0.0
        for name, share in choices.items():
            tags[:, TAGS.index(name)] = torch.where((low <= uniform) & (uniform < low + share), 1.0, -1.0)
            low += share
    tags[:, -1] = torch.rand(count, device=device) * 2 - 1
    uniform = torch.rand(2, count, 1, device=device)
    share = torch.where(uniform[0] < mixed, uniform[1], torch.ones_like(uniform[1]))
    return share * tags + (1 - share) * tags.roll(1, 0)
