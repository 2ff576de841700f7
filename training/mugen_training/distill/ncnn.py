"""Runs a network from ncnn's files (`.param` and `.bin`), as far as Real-CUGAN's need it, in PyTorch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

HALF_TAG = 0x01306B47
"""Before weights in half precision; 0 before those in single."""


@dataclass(frozen=True)
class Layer:
    """One line of a .param file, with its weights."""

    kind: str
    inputs: list[str]
    outputs: list[str]
    values: dict[int, str]
    weight: torch.Tensor | None = None
    bias: torch.Tensor | None = None


class Weights:
    """Reads a .bin file from front to back."""

    def __init__(self, path: Path):
        self.raw, self.at = path.read_bytes(), 0

    def take(self, count: int, dtype: type) -> torch.Tensor:
        """The next numbers, up to the next multiple of four bytes."""
        values = torch.from_numpy(np.frombuffer(self.raw, dtype, count, self.at).astype(np.float32))
        self.at += (count * np.dtype(dtype).itemsize + 3) // 4 * 4
        return values

    def take_tagged(self, count: int) -> torch.Tensor:
        """The next numbers behind the tag that tells their precision."""
        tag = int.from_bytes(self.raw[self.at : self.at + 4], "little")
        self.at += 4
        if tag not in (0, HALF_TAG):
            raise ValueError(f"expected weights in single or half precision, got the tag {tag:#x}")
        return self.take(count, np.float16 if tag else np.float32)


class NcnnNetwork:
    """rgb [1, 3, S, S] in 0..1 -> [1, 3, 2S, 2S] in 0..1."""

    MARGIN = 18
    """Pixels that Real-CUGAN's doubling network takes off each side of its input."""

    def __init__(self, param: Path):
        weights = Weights(param.with_suffix(".bin"))
        lines = param.read_text(encoding="utf-8").splitlines()[2:]
        self.layers = [_read_layer(line.split(), weights) for line in lines]
        if weights.at != len(weights.raw):
            raise ValueError(f"expected {len(weights.raw)} bytes of weights, {param.name} reads {weights.at}")

    @torch.no_grad()
    def __call__(self, rgb: torch.Tensor) -> torch.Tensor:
        maps = {"": F.pad(rgb, (self.MARGIN,) * 4, mode="reflect")}
        result = maps[""]
        for layer in self.layers:
            result = _activate(_run(layer, [maps[name] for name in layer.inputs or [""]]), layer.values.get(9))
            maps |= dict.fromkeys(layer.outputs, result)
        return result.clamp(0, 1)


def _read_layer(words: list[str], weights: Weights) -> Layer:
    kind, ins, outs = words[0], int(words[2]), int(words[3])
    names = words[4 : 4 + ins + outs]
    pairs = (word.split("=") for word in words[4 + ins + outs :])
    values = {int(key): value for key, value in pairs}
    layer = Layer(kind, names[:ins], names[ins:], values)
    if kind not in ("Convolution", "Deconvolution", "InnerProduct"):
        return layer
    dense, width = kind == "InnerProduct", int(values[0])
    side = 1 if dense else int(values[1])
    weight = weights.take_tagged(int(values[2 if dense else 6])).view(width, -1, side, side)
    has_bias = values.get(1 if dense else 5) == "1"
    bias = weights.take(width, np.float32) if has_bias else None
    weight = weight.transpose(0, 1) if kind == "Deconvolution" else weight
    return Layer(kind, layer.inputs, layer.outputs, values, weight.contiguous(), bias)


def _run(layer: Layer, inputs: list[torch.Tensor]) -> torch.Tensor:
    first, values = inputs[0], layer.values
    stride, padding = int(values.get(3, 1)), int(values.get(4, 0))
    if layer.kind in ("Input", "Split"):
        return first
    if layer.kind == "Convolution":
        return F.conv2d(first, layer.weight, layer.bias, stride, padding)
    if layer.kind == "Deconvolution":
        return F.conv_transpose2d(first, layer.weight, layer.bias, stride, padding)
    if layer.kind == "InnerProduct":
        return F.conv2d(first, layer.weight, layer.bias)
    if layer.kind == "Pooling":
        return first.mean((2, 3), keepdim=True)
    if layer.kind == "BinaryOp":
        return first * inputs[1] if values.get(0) == "2" else first + inputs[1]
    if layer.kind == "Crop":
        off = int(values[-23309].split(",")[1])
        return first[:, :, off:-off, off:-off]
    raise ValueError(f"expected a layer of Real-CUGAN, got {layer.kind}")


def _activate(values: torch.Tensor, kind: str | None) -> torch.Tensor:
    if kind == "1":
        return F.relu(values)
    if kind == "2":
        return F.leaky_relu(values, 0.1)
    return torch.sigmoid(values) if kind == "4" else values
