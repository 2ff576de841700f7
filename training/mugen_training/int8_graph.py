"""The student as a graph of 8-bit integers: unsigned activations, signed weights with one scale per output channel.

Convolutions stand between QuantizeLinear and DequantizeLinear, which ONNX Runtime fuses into integer ones. The stem, the
sums of the trunk's residual blocks and the last convolution stay in floating point: they cost little, and errors of sums
would add up over the blocks.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import onnx
import torch
from torch import nn
from torch.nn import functional as F

from .export_graphs import GENERATOR_OUTPUT, PHASES, fold_batch_norm, fold_doubling
from .networks.student import CODE_SIZE, Decoder, Trunk
from .onnx_graph import GraphBuilder

Range = tuple[float, float]
CLIPPED = 1e-5
"""Share of a map's numbers that may lie beyond each end of its range: one outlier must not coarsen all the others."""


def _range(values: torch.Tensor) -> Range:
    """The range of a map's numbers that 0..255 stands for; it holds 0."""
    flat = values.flatten().float().sort().values
    beyond = int(CLIPPED * len(flat))
    return min(0.0, flat[beyond].item()), max(0.0, flat[-1 - beyond].item(), 1e-6)


@torch.no_grad()
def calibrate(trunk: Trunk, stem: nn.Linear, decoder: Decoder, z: torch.Tensor, phi: torch.Tensor) -> list[Range]:
    """The ranges of all maps that are quantised, in the order in which `int8_student_graph` meets them."""
    ranges = []

    def seen(x: torch.Tensor) -> torch.Tensor:
        ranges.append(_range(x))
        return x

    x = stem(torch.cat([z, phi], 1)).view(len(z), -1, CODE_SIZE, CODE_SIZE)
    for block in trunk.blocks:
        y = seen(F.relu(block.norm1(block.conv1(seen(x)))))
        x = x + seen(block.norm2(block.conv2(y)))
    x = seen(trunk.to_code(seen(F.relu(x))))
    for up in decoder.ups:
        x = seen(F.relu(up(F.interpolate(x, scale_factor=2.0, mode="nearest"))))
    return ranges


class Int8Builder(GraphBuilder):
    """A GraphBuilder whose convolutions read and write 8-bit maps."""

    def __init__(self, ranges: list[Range]):
        super().__init__(half=True)
        self.ranges: Iterator[Range] = iter(ranges)

    def quantised(self, x: str, limits: Range) -> str:
        """x through 8 bits and back."""
        low, high = limits
        step = (high - low) / 255
        zero = self._store(np.array(round(-low / step), np.uint8))
        scale = self.scalar(step)
        return self.add("DequantizeLinear", self.add("QuantizeLinear", x, scale, zero), scale, zero)

    def int8_weight(self, tensor: torch.Tensor) -> str:
        """[M, …] as signed bytes with a scale per row."""
        values = tensor.detach().cpu().numpy().astype(np.float32)
        steps = np.abs(values).reshape(len(values), -1).max(1).clip(1e-8) / 127
        rounded = np.round(values / steps.reshape(-1, *[1] * (values.ndim - 1))).astype(np.int8)
        zeros = np.zeros(len(values), np.int8)
        return self.add(
            "DequantizeLinear", self._store(rounded), self._store(steps.astype(np.float32)), self._store(zeros), axis=0
        )

    def int8_conv(self, x: str, weight: torch.Tensor, bias: torch.Tensor, pads: list[int] | None = None) -> str:
        """A convolution of a quantised map."""
        kernel = weight.shape[-1]
        attributes = {"kernel_shape": [kernel, kernel], "pads": pads or [(kernel - 1) // 2] * 4}
        return self.add("Conv", x, self.int8_weight(weight), self.weight(bias), **attributes)


@torch.no_grad()
def int8_student_graph(trunk: Trunk, stem: nn.Linear, decoder: Decoder, ranges: list[Range]) -> onnx.ModelProto:
    """As `student_graph`: z [N, Z], phi [N, P] -> rgb [N, 3, 256, 256]."""
    config, g = trunk.config, Int8Builder(ranges)
    phi_size = stem.in_features - config.latent_size
    joint = g.add("Concat", g.input("z", config.latent_size), g.input("phi", phi_size), axis=1)
    # [N, C·256] -> [N, C, 16, 16]
    x = g.linear(joint, stem.weight, stem.bias)
    x = g.add("Reshape", x, g.integers(-1, config.trunk_channels, CODE_SIZE, CODE_SIZE))
    for block in trunk.blocks:
        y = g.int8_conv(g.quantised(x, next(g.ranges)), *fold_batch_norm(block.conv1, block.norm1))
        y = g.quantised(g.add("Relu", y), next(g.ranges))
        y = g.quantised(g.int8_conv(y, *fold_batch_norm(block.conv2, block.norm2)), next(g.ranges))
        x = g.add("Add", x, y)
    x = g.quantised(g.add("Relu", x), next(g.ranges))
    x = g.quantised(g.int8_conv(x, trunk.to_code.weight, trunk.to_code.bias), next(g.ranges))
    for up in decoder.ups:
        x = _double_and_convolve(g, x, up)
    rgb = g.add("Tanh", g.conv(x, decoder.to_rgb.weight, decoder.to_rgb.bias))
    size = CODE_SIZE * 2 ** len(decoder.ups)
    return g.model(rgb, GENERATOR_OUTPUT, 3, size, size)


def _double_and_convolve(g: Int8Builder, x: str, layer: nn.Conv2d) -> str:
    """[N, C, S, S] -> [N, M, 2S, 2S], rectified and quantised."""
    limits = next(g.ranges)
    phases = [
        g.quantised(g.add("Relu", g.int8_conv(x, kernel, layer.bias, [1 - row, 1 - column, row, column])), limits)
        for kernel, (row, column) in zip(fold_doubling(layer.weight), PHASES)
    ]
    joined = g.quantised(g.add("Concat", *phases, axis=1), limits)
    return g.quantised(g.add("DepthToSpace", joined, blocksize=2), limits)
