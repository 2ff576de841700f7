"""One training step of G and D, and the state that a checkpoint holds."""

from __future__ import annotations

import copy
from dataclasses import asdict, dataclass

import torch

from .augment import augment
from .checkpoint import random_state, set_random_state
from .data import random_flip, to_float
from .device import mixed_precision
from .labels import sample_labels
from .networks.discriminator import Discriminator, DiscriminatorConfig
from .networks.generator import Generator, GeneratorConfig
from .objectives import Interpolation, Objective, attribute_loss, discriminator_loss, generator_loss, middle_loss, mismatch
from .teacher import Teacher
from .vocabulary import Layout


@dataclass(frozen=True)
class TrainConfig:
    """The settings a checkpoint must agree with to be resumed."""

    objective: str
    groups: tuple[str, ...]
    generator: GeneratorConfig
    discriminator: DiscriminatorConfig
    auxiliary: float = 0.2
    augment: bool = True
    average_decay: float = 0.9995
    changed_texts: float = 0.25
    teaching: float = 0.0
    even_middles: float = 0.0
    consistency: float = 0.0

    def to_dict(self) -> dict:
        """Plain values for a checkpoint."""
        return asdict(self)


@dataclass
class TrainingSet:
    """images uint8 [N, 3, 64, 64], probabilities [N, P] in the model's layout, sampling weights [N]."""

    images: torch.Tensor
    probabilities: torch.Tensor
    weights: torch.Tensor

    def batch(self, size: int) -> tuple[torch.Tensor, torch.Tensor]:
        """A random batch: (uint8 [size, 3, 64, 64], probabilities [size, P]), drawn by weight."""
        picks = torch.multinomial(self.weights, size, replacement=True)
        return self.images[picks], self.probabilities[picks]


def rarity_weights(probabilities: torch.Tensor, deformed: torch.Tensor, layout: Layout, most: float = 4.0) -> torch.Tensor:
    """How often a picture is drawn [N]: up to `most` times as often for its rarest value, never when deformed.

    A value's factor is (even share / its share)^½, at least 1.
    """
    factor = torch.ones(probabilities.shape[0])
    for part in layout.slices.values():
        block = probabilities[:, part]
        share = block.mean(0).clamp(min=1e-6)
        boost = (1 / block.shape[1] / share).sqrt().clamp(1, most)
        factor = torch.maximum(factor, (block * boost).sum(1))
    return factor * (deformed <= 0.5).float()


class Trainer:
    """Holds G, D, the moving average of G and both optimisers."""

    def __init__(self, config: TrainConfig, layout: Layout, device: torch.device, learning_rates: tuple[float, float]):
        self.config, self.layout, self.device = config, layout, device
        self.objective = Objective.named(config.objective)
        self.generator = Generator(config.generator).to(device, memory_format=torch.channels_last)
        self.discriminator = Discriminator(config.discriminator).to(device, memory_format=torch.channels_last)
        self.average = copy.deepcopy(self.generator).requires_grad_(False)
        g_rate, d_rate = learning_rates
        self.g_optimizer = torch.optim.Adam(self.generator.parameters(), lr=g_rate, betas=(0.0, 0.99))
        self.d_optimizer = torch.optim.Adam(self.discriminator.parameters(), lr=d_rate, betas=(0.0, 0.99))
        self.learning_rates = learning_rates
        self.teacher: Teacher | None = None
        self.pictures = 0

    def set_rate_scale(self, scale: float) -> None:
        """Both learning rates become `scale` times what they were made with."""
        for optimizer, rate in zip((self.g_optimizer, self.d_optimizer), self.learning_rates):
            for group in optimizer.param_groups:
                group["lr"] = rate * scale

    def sample_latents(self, count: int) -> torch.Tensor:
        """z [count, latent_size] ~ N(0, 1)."""
        return torch.randn(count, self.config.generator.latent_size, device=self.device)

    def train_discriminator_one_step(self, images: torch.Tensor, labels: torch.Tensor) -> dict[str, torch.Tensor]:
        """One update of D on uint8 images [N, 3, 64, 64] with labels [N, G]; G stays as it is.

        D also has to tell the pictures that G draws for interpolated texts, or G is free to fool it there.
        """
        phi = self.layout.one_hot(labels)
        fake_phi = self._texts_to_draw(labels).phi
        with torch.no_grad(), mixed_precision(self.device):
            fake = self.generator(self.sample_latents(len(phi)), fake_phi)
        real = random_flip(to_float(images))
        augmented = augment(torch.cat([real, fake]), self.config.augment)
        with mixed_precision(self.device):
            features = self.discriminator.features(augmented)
        real_features, fake_features = features.rows(slice(len(phi))), features.rows(slice(len(phi), None))
        right = self.discriminator.match(real_features, phi)
        wrong = None
        if self.objective.matching_aware:
            wrong = self.discriminator.match(real_features, self.layout.one_hot(mismatch(labels, self.layout)))
        generated = self.discriminator.match(fake_features, fake_phi)
        loss, parts = discriminator_loss(right, wrong, generated)
        parts |= {"score_real": right.detach().mean(), "score_generated": generated.detach().mean()}
        if self.config.auxiliary:
            parts["d_attributes"] = attribute_loss(self.discriminator.classify(real_features), phi, self.layout)
            loss = loss + parts["d_attributes"]
        self.d_optimizer.zero_grad(set_to_none=True)
        loss.backward()
        self.d_optimizer.step()
        return parts

    def train_generator_one_step(self, labels: torch.Tensor) -> dict[str, torch.Tensor]:
        """One update of G for texts [N, G]; D stays as it is."""
        texts = self._texts_to_draw(labels)
        phi, z = texts.phi, self.sample_latents(len(labels))
        # Only for texts as they are: soft targets reward pictures that a classifier cannot make out.
        plain = slice(None, None, 2 if self.objective.interpolated else None)
        # In evaluation mode spectral normalisation reuses its last singular vectors: one power iteration a step is enough.
        self.discriminator.requires_grad_(False).eval()
        with mixed_precision(self.device):
            fake = self.generator(z, phi)
            features = self.discriminator.features(augment(fake, self.config.augment))
        parts = {"g_match": generator_loss(self.discriminator.match(features, phi))}
        loss = parts["g_match"]
        if self.config.auxiliary:
            logits = self.discriminator.classify(features.rows(plain))
            parts["g_attributes"] = attribute_loss(logits, phi[plain], self.layout)
            loss = loss + self.config.auxiliary * parts["g_attributes"]
        if self.teacher and self.config.teaching:
            with mixed_precision(self.device):
                parts["g_teacher"] = self.teacher.loss(fake[plain], self._asked(phi[plain]))
            loss = loss + self.config.teaching * parts["g_teacher"]
        if self.objective.interpolated:
            loss = loss + self._strip_losses(fake[1::2], z[1::2], texts.rows(slice(1, None, 2)), parts)
        self.g_optimizer.zero_grad(set_to_none=True)
        loss.backward()
        self.g_optimizer.step()
        self.discriminator.requires_grad_(True).train()
        self._update_average()
        return parts

    def _strip_losses(
        self, middle: torch.Tensor, z: torch.Tensor, texts: Interpolation, parts: dict[str, torch.Tensor]
    ) -> torch.Tensor:
        """The loss of a strip: `middle` was drawn for z and interpolated texts, its ends are drawn here."""
        total = middle.new_zeros(())
        teacher = self.teacher if self.config.consistency else None
        if not self.config.even_middles and not teacher:
            return total
        with torch.set_grad_enabled(teacher is not None), mixed_precision(self.device):
            ends = self.generator(torch.cat([z, z]), torch.cat([texts.first, texts.second])).chunk(2)
        if self.config.even_middles:
            parts["g_middle"] = middle_loss(middle, ends[0].detach(), ends[1].detach(), texts.share)
            total = total + self.config.even_middles * parts["g_middle"]
        if teacher:
            asked = [self._asked(phi) for phi in (texts.first, texts.second)]
            with mixed_precision(self.device):
                parts["g_ends"], parts["g_consistency"] = teacher.change_losses(list(ends), asked)
            total = total + self.config.teaching * parts["g_ends"] + self.config.consistency * parts["g_consistency"]
        return total

    def _asked(self, phi: torch.Tensor) -> torch.Tensor:
        """φ [N, P] of plain texts -> labels [N, G]."""
        return torch.stack([block.argmax(1) for block in self.layout.blocks(phi).values()], 1)

    def _texts_to_draw(self, labels: torch.Tensor) -> Interpolation:
        """The texts that G is conditioned on, given texts [N, G] of real pictures.

        A share `changed_texts` of them get another value in one group, so that rare values and unlikely
        combinations, which people ask for, are practised as well. With `int`, every other text is interpolated:
        half of them with the same text but for one group, as a morph does, half with their neighbour. The others
        stand as they are, at a share of 1.
        """
        count = len(labels)
        changed = mismatch(labels, self.layout, single=1.0)
        use = torch.rand(count, 1, device=self.device) < self.config.changed_texts
        texts = torch.where(use, changed, labels)
        phi, share = self.layout.one_hot(texts), torch.ones(count, 1, device=self.device)
        near = self.layout.one_hot(mismatch(texts, self.layout, single=1.0))
        rows = torch.arange(count, device=self.device)[:, None]
        if self.objective.interpolated:
            share = torch.where(rows % 2 == 1, torch.rand(count, 1, device=self.device), share)
        return Interpolation(phi, torch.where(rows % 4 == 1, near, phi.roll(1, 0)), share)

    def train_one_step(self, data: TrainingSet, batch: int) -> dict[str, torch.Tensor]:
        """One update of D, then one of G, on one random batch; returns the parts of both losses."""
        self.generator.train()
        images, probabilities = data.batch(batch)
        labels = sample_labels(probabilities, self.layout)
        parts = self.train_discriminator_one_step(images, labels)
        parts.update(self.train_generator_one_step(labels.roll(1, 0)))
        self.pictures += batch
        return parts

    @torch.no_grad()
    def _update_average(self) -> None:
        # The ramp lets the average forget the first, useless weights quickly.
        decay = min(self.config.average_decay, (1 + self.pictures / 16) / (10 + self.pictures / 16))
        torch._foreach_mul_(list(self.average.parameters()), decay)
        torch._foreach_add_(list(self.average.parameters()), [p.detach() for p in self.generator.parameters()], alpha=1 - decay)

    def state(self) -> dict:
        """Everything that a checkpoint holds."""
        return {
            "config": self.config.to_dict(),
            "pictures": self.pictures,
            "random": random_state(),
            **{name: getattr(self, name).state_dict() for name in self.parts},
        }

    parts = ("generator", "discriminator", "average", "g_optimizer", "d_optimizer")

    def restore(self, state: dict) -> None:
        """Goes on from `state`; the caller has checked that the configurations agree. Learning rates stay ours."""
        for name in self.parts:
            getattr(self, name).load_state_dict(state[name])
        self.set_rate_scale(1)
        self.pictures = state["pictures"]
        set_random_state(state["random"])


@torch.no_grad()
def calibrate(generator: Generator, phi: torch.Tensor, batches: int = 32, batch: int = 64) -> None:
    """Recomputes the batch-norm statistics of averaged weights over texts drawn from phi [N, P] ("standing statistics").

    Leaves the generator in evaluation mode.
    """
    norms = [module for module in generator.modules() if isinstance(module, torch.nn.BatchNorm2d)]
    momenta = [norm.momentum for norm in norms]
    for norm in norms:
        norm.reset_running_stats()
        norm.momentum = None
    generator.train()
    for _ in range(batches):
        texts = phi[torch.randint(0, len(phi), (batch,))]
        generator(torch.randn(batch, generator.config.latent_size, device=phi.device), texts)
    for norm, momentum in zip(norms, momenta):
        norm.momentum = momentum
    generator.eval()
