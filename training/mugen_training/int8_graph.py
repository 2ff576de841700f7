"""The student as a graph of 8-bit integers: unsigned activations, signed weights with one scale per output channel.

Convolutions stand between QuantizeLinear and DequantizeLinear, which ONNX Runtime fuses into integer ones. The stem, the
sums of the trunk's residual blocks and the last convolution stay in floating point: they cost little, and errors of sums
would add up over the blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import onnx
import torch
from torch import nn
from torch.nn import functional as F

from .export_graphs import GENERATOR_OUTPUT, PHASES, fold_batch_norm, fold_doubling
from .networks.student import CODE_SIZE, Decoder, Trunk
from .onnx_graph import GraphBuilder

CLIPPED = 1e-5
"""Share of a map's numbers that may lie beyond each end of its range: one outlier must not coarsen all the others."""

SAMPLED = 1_000_000
"""About so many numbers of a map are sorted to find its range."""
WEIGHT_STEPS = 127
"""Without VNNI, a CPU adds products of bytes in pairs in 16 bits, and 2 · 255 · 127 does not fit: whoever runs
the graph sets ONNX Runtime's `session.x64quantprecision`. Seven bits would fit, and leave a grid in even surfaces."""


class Spread(NamedTuple):
    """The range of a map's numbers that 0..255 stands for, 0 in it, and the mean of each channel [C]."""

    low: float
    high: float
    means: torch.Tensor


def spread(values: torch.Tensor) -> Spread:
    """Of a map [N, C, S, S]."""
    flat = values.flatten()
    flat = flat[:: max(1, len(flat) // SAMPLED)].float().sort().values
    beyond = int(CLIPPED * len(flat))
    return Spread(min(0.0, flat[beyond].item()), max(0.0, flat[-1 - beyond].item(), 1e-6), values.mean((0, 2, 3)))


@torch.no_grad()
def calibrate(trunk: Trunk, stem: nn.Linear, decoder: Decoder, z: torch.Tensor, phi: torch.Tensor) -> list[Spread]:
    """Of all maps that are quantised, in the order in which `int8_student_graph` meets them."""
    found = []

    def seen(x: torch.Tensor) -> torch.Tensor:
        found.append(spread(x))
        return x

    x = stem(torch.cat([z, phi], 1)).view(len(z), -1, CODE_SIZE, CODE_SIZE)
    for block in trunk.blocks:
        y = seen(F.relu(block.norm1(block.conv1(seen(x)))))
        x = x + seen(block.norm2(block.conv2(y)))
    x = seen(trunk.to_code(seen(F.relu(x))))
    for up in decoder.ups:
        x = seen(F.relu(up(F.interpolate(x, scale_factor=2.0, mode="nearest"))))
    return found


class Int8Builder(GraphBuilder):
    """A GraphBuilder whose convolutions read and write 8-bit maps."""

    def __init__(self, spreads: list[Spread]):
        super().__init__(half=True)
        self.spreads: Iterator[Spread] = iter(spreads)

    def quantised(self, x: str, limits: Spread) -> str:
        """x through 8 bits and back."""
        step = (limits.high - limits.low) / 255
        zero = self._store(np.array(round(-limits.low / step), np.uint8))
        scale = self.scalar(step)
        return self.add("DequantizeLinear", self.add("QuantizeLinear", x, scale, zero), scale, zero)

    def int8_conv(
        self, x: str, weight: torch.Tensor, bias: torch.Tensor, means: torch.Tensor, pads: list[int] | None = None
    ) -> str:
        """A convolution of a quantised map whose channels have these means [C].

        Rounding a weight shifts the mean of what it gives, in each phase of a doubling by another amount, which shows as
        a grid; the bias takes that back.
        """
        steps = weight.flatten(1).abs().amax(1).clamp(min=1e-8) / WEIGHT_STEPS
        rounded = (weight / steps[:, None, None, None]).round()
        lost = weight - rounded * steps[:, None, None, None]
        bias = bias + lost.sum((2, 3)) @ means
        zeros = self._store(np.zeros(len(steps), np.int8))
        stored = self._store(rounded.cpu().numpy().astype(np.int8))
        kernel = self.add("DequantizeLinear", stored, self._store(steps.cpu().numpy()), zeros, axis=0)
        size = weight.shape[-1]
        attributes = {"kernel_shape": [size, size], "pads": pads or [(size - 1) // 2] * 4}
        return self.add("Conv", x, kernel, self.weight(bias), **attributes)


@torch.no_grad()
def int8_student_graph(trunk: Trunk, stem: nn.Linear, decoder: Decoder, spreads: list[Spread]) -> onnx.ModelProto:
    """As `student_graph`: z [N, Z], phi [N, P] -> rgb [N, 3, 256, 256]."""
    config, g = trunk.config, Int8Builder(spreads)
    phi_size = stem.in_features - config.latent_size
    joint = g.add("Concat", g.input("z", config.latent_size), g.input("phi", phi_size), axis=1)
    # [N, C·256] -> [N, C, 16, 16]
    x = g.linear(joint, stem.weight, stem.bias)
    x = g.add("Reshape", x, g.integers(-1, config.trunk_channels, CODE_SIZE, CODE_SIZE))
    for block in trunk.blocks:
        before, between, after = (next(g.spreads) for _ in range(3))
        y = g.int8_conv(g.quantised(x, before), *fold_batch_norm(block.conv1, block.norm1), before.means)
        y = g.quantised(g.add("Relu", y), between)
        y = g.int8_conv(y, *fold_batch_norm(block.conv2, block.norm2), between.means)
        x = g.add("Add", x, g.quantised(y, after))
    last, code = next(g.spreads), next(g.spreads)
    x = g.quantised(g.add("Relu", x), last)
    x = g.quantised(g.int8_conv(x, trunk.to_code.weight, trunk.to_code.bias, last.means), code)
    before = code
    for up in decoder.ups:
        after = next(g.spreads)
        x, before = _double_and_convolve(g, x, up, before, after), after
    rgb = g.add("Tanh", g.conv(x, decoder.to_rgb.weight, decoder.to_rgb.bias))
    size = CODE_SIZE * 2 ** len(decoder.ups)
    return g.model(rgb, GENERATOR_OUTPUT, 3, size, size)


def _double_and_convolve(g: Int8Builder, x: str, layer: nn.Conv2d, before: Spread, after: Spread) -> str:
    """[N, C, S, S] -> [N, M, 2S, 2S], rectified and quantised."""
    phases = []
    for kernel, (row, column) in zip(fold_doubling(layer.weight), PHASES):
        y = g.int8_conv(x, kernel, layer.bias, before.means, [1 - row, 1 - column, row, column])
        phases.append(g.quantised(g.add("Relu", y), after))
    joined = g.quantised(g.add("Concat", *phases, axis=1), after)
    return g.quantised(g.add("DepthToSpace", joined, blocksize=2), after)
