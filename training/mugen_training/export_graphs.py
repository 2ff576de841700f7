"""The trained networks as ONNX graphs."""

from __future__ import annotations

import onnx
import torch
from torch import nn

from .networks.enlarger import Enlarger
from .networks.generator import ConditionalBatchNorm, Generator
from .networks.student import CODE_SIZE, Decoder, Trunk
from .networks.upscaler import Upscaler
from .onnx_graph import GraphBuilder

GENERATOR_OUTPUT, UPSCALER_OUTPUT = "rgb", "enlarged"


def _expand_condition(generator: Generator, weight: torch.Tensor) -> torch.Tensor:
    """Rewrites weights [M, z + embedding + rest] for the condition [z, φ, rest]: the embedding layer folds in."""
    z, e = generator.config.latent_size, generator.config.condition_size
    return torch.cat([weight[:, :z], weight[:, z : z + e] @ generator.embed.weight, weight[:, z + e :]], 1)


def _folded_bias(generator: Generator, weight: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
    """The bias that goes with `_expand_condition`."""
    z, e = generator.config.latent_size, generator.config.condition_size
    return bias + weight[:, z : z + e] @ generator.embed.bias


def _statistics(norm: nn.BatchNorm2d) -> tuple[torch.Tensor, torch.Tensor]:
    """(1/σ, μ) of a batch normalisation in evaluation mode."""
    return (norm.running_var + norm.eps).rsqrt(), norm.running_mean


def _fold_norm(norm: ConditionalBatchNorm) -> tuple[torch.Tensor, torch.Tensor]:
    """Weights and bias [2C, K], [2C] of the linear map from the condition to (gain, shift) with gain · x + shift."""
    inverse, mean = _statistics(norm.norm)
    scale_weight, shift_weight = norm.affine.weight.chunk(2)
    scale_bias, shift_bias = norm.affine.bias.chunk(2)
    gain_weight, gain_bias = inverse[:, None] * scale_weight, inverse * (1 + scale_bias)
    weight = torch.cat([gain_weight, shift_weight - mean[:, None] * gain_weight])
    return weight, torch.cat([gain_bias, shift_bias - mean * gain_bias])


@torch.no_grad()
def generator_graph(generator: Generator, half: bool = True) -> onnx.ModelProto:
    """z [N, Z], phi [N, P] -> rgb [N, 3, S, S], from a calibrated generator (its batch statistics fold in)."""
    config, g = generator.config, GraphBuilder(half)
    joint = g.add("Concat", g.input("z", config.latent_size), g.input("phi", config.phi_size), axis=1)
    mix, stem = generator.mix, generator.stem
    mixed = g.linear(joint, _expand_condition(generator, mix.weight), _folded_bias(generator, mix.weight, mix.bias))
    condition = g.add("Concat", joint, g.leaky_relu(mixed), axis=1)
    x = g.linear(joint, _expand_condition(generator, stem.weight), _folded_bias(generator, stem.weight, stem.bias))
    # [N, 16·C] -> [N, C, 4, 4]
    x = g.add("Reshape", x, g.integers(-1, config.channels[0], 4, 4))
    last_scale, last_mean = _statistics(generator.norm)
    last_scale = last_scale * generator.norm.weight
    last_shift = generator.norm.bias - last_mean * last_scale

    def normalise(x: str, norm: ConditionalBatchNorm) -> str:
        weight, bias = _fold_norm(norm)
        affine = g.linear(condition, _expand_condition(generator, weight), _folded_bias(generator, weight, bias))
        channels = norm.norm.num_features
        affine = g.add("Reshape", affine, g.integers(-1, 2 * channels, 1, 1))
        split = g.add("Split", affine, g.integers(channels, channels), outputs=2, axis=1)
        return g.add("Relu", g.add("Add", g.add("Mul", x, f"{split}_0"), f"{split}_1"))

    for i, block in enumerate(generator.blocks):
        y = g.conv(g.double(normalise(x, block.norm1)), block.conv1.weight, block.conv1.bias)
        y = normalise(y, block.norm2)
        is_last = i == len(generator.blocks) - 1
        # The last, unconditional normalisation folds into both summands of the last block.
        scale = last_scale if is_last else torch.ones(block.conv2.out_channels)
        shift = last_shift if is_last else torch.zeros(block.conv2.out_channels)
        y = g.conv(y, block.conv2.weight * scale[:, None, None, None], block.conv2.bias * scale + shift)
        skip = g.conv(x, block.skip.weight * scale[:, None, None, None], block.skip.bias * scale)
        x = g.add("Add", y, g.double(skip))
    rgb = g.add("Tanh", g.conv(g.add("Relu", x), generator.to_rgb.weight, generator.to_rgb.bias))
    size = 4 * 2 ** len(generator.blocks)
    return g.model(rgb, GENERATOR_OUTPUT, 3, size, size)


def _depth_first(tensor: torch.Tensor, block: int = 2) -> torch.Tensor:
    """Reorders the output channels of a convolution from PyTorch's pixel shuffle to DepthToSpace's default order."""
    channels = tensor.shape[0] // block**2
    return tensor.view(channels, block**2, *tensor.shape[1:]).transpose(0, 1).reshape(tensor.shape)


@torch.no_grad()
def upscaler_graph(upscaler: Upscaler, size: int = 64, half: bool = True) -> onnx.ModelProto:
    """rgb [N, 3, S, S] in −1..1 -> enlarged [N, 3, 4S, 4S] in −1..1."""
    g = GraphBuilder(half)
    picture = g.input("rgb", 3, size, size)

    def shuffle(x: str, layer: nn.Conv2d) -> str:
        y = g.conv(x, _depth_first(layer.weight), _depth_first(layer.bias))
        return g.add("DepthToSpace", y, blocksize=2)

    first = x = g.conv(picture, upscaler.stem.weight, upscaler.stem.bias)
    for block in upscaler.blocks:
        y = g.add("Relu", g.conv(x, block.conv1.weight, block.conv1.bias))
        x = g.add("Add", x, g.conv(y, block.conv2.weight, block.conv2.bias))
    x = g.leaky_relu(g.add("Add", first, x))
    x = g.leaky_relu(shuffle(x, upscaler.up))
    x = g.leaky_relu(g.conv(x, upscaler.fine.weight, upscaler.fine.bias))
    x = g.add("Add", g.double(g.double(picture)), shuffle(x, upscaler.to_rgb))
    clipped = g.add("Clip", x, g.scalar(-1), g.scalar(1))
    return g.model(clipped, UPSCALER_OUTPUT, 3, size * 4, size * 4)


@torch.no_grad()
def enlarger_graph(enlarger: Enlarger, size: int = 256, half: bool = True) -> onnx.ModelProto:
    """rgb [N, 3, S, S] in −1..1 -> enlarged [N, 3, 2S, 2S] in −1..1."""
    g = GraphBuilder(half)
    picture = g.input("rgb", 3, size, size)
    x = g.leaky_relu(g.conv(picture, enlarger.stem.weight, enlarger.stem.bias))
    for block in enlarger.blocks:
        y = g.add("Relu", g.conv(x, block.conv1.weight, block.conv1.bias))
        x = g.add("Add", x, g.conv(y, block.conv2.weight, block.conv2.bias))
    last = enlarger.to_rgb
    residual = g.conv(g.leaky_relu(x), _depth_first(last.weight), _depth_first(last.bias))
    x = g.add("Add", g.double(picture), g.add("DepthToSpace", residual, blocksize=2))
    return g.model(g.add("Clip", x, g.scalar(-1), g.scalar(1)), UPSCALER_OUTPUT, 3, size * 2, size * 2)


def fold_batch_norm(conv: nn.Conv2d, norm: nn.BatchNorm2d) -> tuple[torch.Tensor, torch.Tensor]:
    """Weight and bias of a convolution without bias and the batch normalisation behind it, in evaluation mode."""
    inverse, mean = _statistics(norm)
    scale = inverse * norm.weight
    return conv.weight * scale[:, None, None, None], norm.bias - mean * scale


PHASES = ((0, 0), (0, 1), (1, 0), (1, 1))
"""(row, column) within a doubled pixel, in DepthToSpace's order."""


def fold_doubling(weight: torch.Tensor) -> list[torch.Tensor]:
    """The 2×2 kernels [M, C, 2, 2], one per phase, that equal a nearest-neighbour doubling and a kernel [M, C, 3, 3].

    Of three neighbouring doubled pixels two are copies of one, so their weights add up: less than half the work.
    """
    # Rows (or columns) of the 3×3 kernel that fall on the two pixels of a phase.
    sums = torch.tensor([[[1.0, 0, 0], [0, 1, 1]], [[1, 1, 0], [0, 0, 1]]])
    return [torch.einsum("mcyx,ry,sx->mcrs", weight, sums[row], sums[column]) for row, column in PHASES]


@torch.no_grad()
def student_graph(trunk: Trunk, stem: nn.Linear, decoder: Decoder, half: bool = True) -> onnx.ModelProto:
    """z [N, Z], phi [N, P] -> rgb [N, 3, 256, 256]; `stem` is the trunk's own over [z, φ] (`TextMap.fold`)."""
    config, g = trunk.config, GraphBuilder(half)
    phi_size = stem.in_features - config.latent_size
    joint = g.add("Concat", g.input("z", config.latent_size), g.input("phi", phi_size), axis=1)
    # [N, C·256] -> [N, C, 16, 16]
    x = g.linear(joint, stem.weight, stem.bias)
    x = g.add("Reshape", x, g.integers(-1, config.trunk_channels, CODE_SIZE, CODE_SIZE))
    for block in trunk.blocks:
        y = g.add("Relu", g.conv(x, *fold_batch_norm(block.conv1, block.norm1)))
        x = g.add("Add", x, g.conv(y, *fold_batch_norm(block.conv2, block.norm2)))
    x = g.conv(g.add("Relu", x), trunk.to_code.weight, trunk.to_code.bias)
    for up in decoder.ups:
        x = _double_and_convolve(g, x, up)
    rgb = g.add("Tanh", g.conv(x, decoder.to_rgb.weight, decoder.to_rgb.bias))
    size = CODE_SIZE * 2 ** len(decoder.ups)
    return g.model(rgb, GENERATOR_OUTPUT, 3, size, size)


def _double_and_convolve(g: GraphBuilder, x: str, layer: nn.Conv2d) -> str:
    """[N, C, S, S] -> [N, M, 2S, 2S], rectified."""
    phases = [
        g.add("Conv", x, g.weight(kernel), g.weight(layer.bias), kernel_shape=[2, 2], pads=[1 - row, 1 - column, row, column])
        for kernel, (row, column) in zip(fold_doubling(layer.weight), PHASES)
    ]
    return g.add("DepthToSpace", g.add("Relu", g.add("Concat", *phases, axis=1)), blocksize=2)
