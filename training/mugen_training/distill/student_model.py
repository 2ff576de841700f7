"""The whole student G(z, φ): text map, trunk and decoder, and the file that holds them."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn

from ..checkpoint import save_checkpoint
from ..networks.student import Decoder, StudentConfig
from ..prior import Prior
from ..vocabulary import Group, Layout
from .labelled_latents import PLAIN_SAMPLE, read_labelled_latents
from .text_map import TextMap, fit_text_map
from .trunk import CodeTrunk


class StudentModel(nn.Module):
    """(z [N, 128] ~ N(0, 1), φ [N, P]) -> rgb [N, 3, 256, 256] in −1..1."""

    def __init__(self, config: StudentConfig, layout: Layout):
        super().__init__()
        self.config, self.layout = config, layout
        self.text_map = TextMap(layout)
        self.trunk = CodeTrunk(config)
        self.decoder = Decoder(config)

    def code(self, z: torch.Tensor, phi: torch.Tensor) -> torch.Tensor:
        """The normalised code [N, 64, 16, 16]."""
        return self.trunk(*self.text_map(z, phi))

    def forward(self, z: torch.Tensor, phi: torch.Tensor) -> torch.Tensor:
        return self.decoder(self.code(z, phi).contiguous(memory_format=torch.channels_last))


def assemble(trunk_checkpoint: Path, decoder_checkpoint: Path, labelled: Path, layout: Layout) -> tuple[StudentModel, Prior]:
    """The student of two runs' halves, with a text map fitted to the labelled pictures of a folder, and its prior."""
    trunk, decoder = (torch.load(path, map_location="cpu") for path in (trunk_checkpoint, decoder_checkpoint))
    sizes = {**trunk["config"]["student"], "decoder_channels": tuple(decoder["config"]["student"]["decoder_channels"])}
    model = StudentModel(StudentConfig(**sizes), layout)
    model.trunk.load_state_dict(trunk["network"])
    prefix = "decoder."
    parts = {name.removeprefix(prefix): value for name, value in decoder["network"].items() if name.startswith(prefix)}
    model.decoder.load_state_dict(parts)
    data, ids = read_labelled_latents(labelled, layout)
    model.text_map.load_state_dict(fit_text_map(layout, data).state_dict())
    plain = (torch.tensor(ids) < PLAIN_SAMPLE) & (data.labels >= 0).all(1)
    return model.eval(), Prior(layout, data.labels[plain])


def half_precision(state: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Floating-point tensors as float16 on the CPU: what a release holds, and small enough to carry."""
    return {name: value.cpu().half() if value.is_floating_point() else value.cpu() for name, value in state.items()}


def save_student(path: Path, model: StudentModel, prior: Prior, history: dict) -> None:
    """One file in half precision with all that export, evaluation and more training need; history: pictures per phase."""
    groups = [(group.name, group.values) for group in model.layout.groups]
    state = {"student": model.config.to_dict(), "groups": groups, "prior": prior.labels, "history": history}
    save_checkpoint(path, {**state, "network": half_precision(model.state_dict())})


def load_student(path: Path, device: torch.device | str = "cpu") -> tuple[StudentModel, Prior, dict]:
    """Reads what `save_student` wrote: the model in evaluation mode, its prior and its history."""
    state = torch.load(path, map_location="cpu")
    layout = Layout([Group(name, tuple(values)) for name, values in state["groups"]])
    model = StudentModel(StudentConfig(**state["student"]), layout)
    model.load_state_dict(state["network"])
    model = model.to(device, memory_format=torch.channels_last).eval()
    return model, Prior(layout, state["prior"]), state["history"]
