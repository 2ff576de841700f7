"""The encoder as it is released: from a picture to z and φ themselves, as a module and as an ONNX graph."""

from __future__ import annotations

import onnx
import torch
from torch import nn

from ..distill.text_map import TextMap
from ..export_graphs import fold_batch_norm
from ..networks.encoder import FRAME, WIDTH, Encoder, EncoderBlock, EncoderConfig, solve_latent, solving
from ..onnx_graph import GraphBuilder
from ..vocabulary import Layout

ENCODER_OUTPUT = "reading"
GAIN = 1.3
"""By how much the guess of z is lengthened: it is short where the encoder is unsure, and then people look alike."""
FACE_LEVEL = 9.0
"""The trained logit that half certainty is set to: of 200 own pictures, passed on, one lies below; of 130 others, three above."""
INPUTS = {"rgb": (3, WIDTH, WIDTH), "sharpness": (1,)}


def soften(logits: torch.Tensor, layout: Layout, sharpness: torch.Tensor | float = 1.0) -> torch.Tensor:
    """φ [N, P]: a softmax of each group's logits times the sharpness."""
    return torch.cat([(logits[:, part] * sharpness).softmax(1) for part in layout.slices.values()], 1)


class ReleasedEncoder(nn.Module):
    """rgb [N, 3, 128, 128], sharpness [N, 1] -> [N, 128 + P + 4 + 1]: z, φ, frame, logit of a drawn face."""

    def __init__(self, encoder: Encoder, text_map: TextMap):
        super().__init__()
        self.encoder, self.layout = encoder.eval(), text_map.layout
        self.register_buffer("shift", text_map.shift.detach().clone())
        self.register_buffer("inverse", GAIN * solving(text_map.keep))

    def forward(self, rgb: torch.Tensor, sharpness: torch.Tensor | float = 1.0) -> torch.Tensor:
        inner, logits, frame, face = self.encoder.split(self.encoder(rgb))
        phi = soften(logits, self.layout, sharpness)
        return torch.cat([solve_latent(inner, phi, self.shift, self.inverse), phi, frame, face - FACE_LEVEL], 1)

    def split(self, reading: torch.Tensor) -> list[torch.Tensor]:
        """z [N, 128], φ [N, P], frame [N, 4], logit [N, 1]."""
        return self.encoder.split(reading)


def load_encoder(path: str, text_map: TextMap) -> ReleasedEncoder:
    """The encoder of a training checkpoint, with the map of the generator that it was trained for."""
    state = torch.load(path, map_location="cpu")
    config = {name: tuple(value) if isinstance(value, list) else value for name, value in state["config"]["encoder"].items()}
    encoder = Encoder(EncoderConfig(**config))
    encoder.load_state_dict(state["network"])
    return ReleasedEncoder(encoder, text_map).eval()


def fold_unshuffle(weight: torch.Tensor, block: int = 4) -> torch.Tensor:
    """The kernel [M, C, 12, 12] of stride 4 that equals a pixel unshuffle by 4 and a kernel [M, 16 C, 3, 3]."""
    m, channels, rows, columns = weight.shape
    parts = weight.view(m, channels // block**2, block, block, rows, columns)
    return parts.permute(0, 1, 4, 2, 5, 3).reshape(m, -1, rows * block, columns * block)


@torch.no_grad()
def encoder_graph(released: ReleasedEncoder, half: bool = True) -> onnx.ModelProto:
    """`released` out of plain convolutions: normalisation, unshuffling, pooling of the code and z's map fold in."""
    g, encoder = GraphBuilder(half), released.encoder

    def conv(x: str, weight: torch.Tensor, bias: torch.Tensor, stride: int, pad: int) -> str:
        size, count = weight.shape[-1], [stride, stride]
        return g.add("Conv", x, g.weight(weight), g.weight(bias), kernel_shape=[size, size], strides=count, pads=[pad] * 4)

    def block(x: str, part: EncoderBlock) -> str:
        y = g.add("Relu", g.conv(x, *fold_batch_norm(part.conv1, part.norm1)))
        return g.add("Relu", g.add("Add", x, g.conv(y, *fold_batch_norm(part.conv2, part.norm2))))

    # [N, 3, 128, 128] -> [N, 64, 32, 32] -> [N, 128, 16, 16] -> [N, 160, 8, 8]
    x, sharpness = g.input("rgb", *INPUTS["rgb"]), g.input("sharpness", *INPUTS["sharpness"])
    pooled = ""
    for index, (down, norm, stage) in enumerate(zip(encoder.downs, encoder.norms, encoder.stages)):
        weight, bias = fold_batch_norm(down, norm)
        x = g.add("Relu", conv(x, fold_unshuffle(weight), bias, 4, 4) if index == 0 else conv(x, weight, bias, 2, 1))
        for part in stage:
            x = block(x, part)
        if index == 1:
            pooled = conv(x, encoder.code.weight.expand(-1, -1, 2, 2) / 4, encoder.code.bias, 2, 0)
    local = g.add("Relu", g.conv(x, *fold_batch_norm(encoder.local, encoder.local_norm)))
    whole = g.add("GlobalAveragePool", x)
    features = g.add("Concat", *(g.add("Flatten", part) for part in (pooled, local, whole)), axis=1)
    return _heads(g, released, features, sharpness)


def _heads(g: GraphBuilder, released: ReleasedEncoder, features: str, sharpness: str) -> onnx.ModelProto:
    """The outputs of [N, F]; z = (z′ − φ S) A = (z′ A) − φ (S A), whose first part folds into the head."""
    encoder, layout = released.encoder, released.layout
    size = encoder.config.latent_size
    weight, bias = encoder.head.weight.clone(), encoder.head.bias.clone()
    bias[-1] -= FACE_LEVEL
    weight[:size], bias[:size] = released.inverse.T @ weight[:size], bias[:size] @ released.inverse
    sizes = g.integers(size, layout.size, FRAME + 1)
    split = g.add("Split", g.linear(features, weight, bias), sizes, outputs=3, axis=1)
    logits = g.add("Mul", f"{split}_1", sharpness)
    counts = [len(each.values) for each in layout.groups]
    parts = g.add("Split", logits, g.integers(*counts), outputs=len(counts), axis=1)
    softened = [g.add("Softmax", f"{parts}_{index}", axis=1) for index in range(len(counts))]
    phi = g.add("Concat", *softened, axis=1)
    moved = g.linear(phi, -(released.shift @ released.inverse).T, torch.zeros(size))
    reading = g.add("Concat", g.add("Add", f"{split}_0", moved), phi, f"{split}_2", axis=1)
    return g.model(reading, ENCODER_OUTPUT, sum(encoder.outputs))
