"""The trained generator out of a checkpoint, ready to draw."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import torch

from .data import is_validation
from .labels import SoftLabels
from .networks.generator import Generator, GeneratorConfig
from .prior import Prior, build_prior
from .trainer import calibrate
from .vocabulary import Layout, load_layout


@dataclass
class TrainedGenerator:
    """The averaged generator in evaluation mode, its layout and prior, and the run that it comes from."""

    generator: Generator
    layout: Layout
    prior: Prior
    config: dict
    pictures: int

    @property
    def device(self) -> torch.device:
        """The device on which the generator runs."""
        return next(self.generator.parameters()).device

    def sample_latents(self, count: int) -> torch.Tensor:
        """z [count, latent_size] ~ N(0, 1)."""
        return torch.randn(count, self.generator.config.latent_size)

    @torch.no_grad()
    def generate(self, z: torch.Tensor, phi: torch.Tensor, batch: int = 64) -> torch.Tensor:
        """z [N, latent_size], φ [N, P] -> rgb [N, 3, 64, 64] in −1..1, on the CPU."""
        chunks = zip(z.split(batch), phi.split(batch))
        return torch.cat([self.generator(a.to(self.device), b.to(self.device)).cpu() for a, b in chunks])

    def generate_labels(self, labels: torch.Tensor, z: torch.Tensor | None = None) -> torch.Tensor:
        """Labels [N, G] -> rgb [N, 3, 64, 64], with fresh z unless given."""
        z = self.sample_latents(len(labels)) if z is None else z
        return self.generate(z, self.layout.one_hot(labels))


@torch.no_grad()
def fold_groups(generator: Generator, trained_on: Layout, kept: Layout, mean_phi: torch.Tensor) -> Generator:
    """The same generator with φ of `kept` only; each other group's block is fixed at its mean in mean_phi [P].

    The embedding is linear in φ, so a fixed block moves into its bias.
    """
    columns = torch.cat([torch.arange(trained_on.size)[trained_on.slices[name]] for name in kept.names])
    fixed = torch.ones(trained_on.size, dtype=torch.bool)
    fixed[columns] = False
    folded = Generator(replace(generator.config, phi_size=kept.size))
    weight = generator.embed.weight
    state = generator.state_dict()
    state["embed.bias"] = generator.embed.bias + weight[:, fixed] @ mean_phi[fixed]
    state["embed.weight"] = weight[:, columns]
    folded.load_state_dict(state)
    return folded


def load_generator(checkpoint: Path, labels: Path, device: torch.device) -> TrainedGenerator:
    """Reads a run's checkpoint and the table of labels, and settles the batch statistics on the prior's descriptions.

    Groups that the run was conditioned on but the table does not name as worth conditioning on are folded away.
    """
    state = torch.load(checkpoint, map_location="cpu")
    whole = load_layout()
    trained_on = whole.subset(state["config"]["groups"])
    generator = Generator(GeneratorConfig(**state["config"]["generator"]))
    generator.load_state_dict(state["average"])
    soft = SoftLabels.load(labels)
    layout = trained_on.subset(soft.groups)
    columns = torch.cat([torch.arange(whole.size)[whole.slices[name]] for name in trained_on.names])
    generator = fold_groups(generator, trained_on, layout, soft.probabilities[:, columns].mean(0))
    generator = generator.to(device, memory_format=torch.channels_last)
    train = torch.tensor([not is_validation(picture_id) for picture_id in soft.ids])
    prior = build_prior(soft, train, whole, layout)
    with torch.no_grad():
        calibrate(generator, layout.one_hot(prior.labels).to(device))
    return TrainedGenerator(generator, layout, prior, state["config"], state["pictures"])
