"""Shapes and ranges of the networks."""

from __future__ import annotations

import pytest
import torch

from mugen_training.augment import augment
from mugen_training.networks.classifier import Classifier
from mugen_training.networks.discriminator import Discriminator, DiscriminatorConfig
from mugen_training.networks.generator import Generator, GeneratorConfig, multiply_adds
from mugen_training.networks.upscaler import Upscaler, UpscalerConfig
from mugen_training.networks.upscaler import multiply_adds as upscaler_multiply_adds
from mugen_training.vocabulary import Layout

TINY = (8, 8, 8, 8, 8)


def test_the_generator_draws_64_pixels_in_range() -> None:
    rgb = Generator(GeneratorConfig(10, channels=TINY))(torch.randn(3, 128), torch.rand(3, 10))
    assert rgb.shape == (3, 3, 64, 64)
    assert rgb.dtype == torch.float32
    assert rgb.abs().max() <= 1


def test_z_and_phi_both_change_the_picture() -> None:
    generator = Generator(GeneratorConfig(10, channels=TINY)).eval()
    z, phi = torch.randn(2, 128), torch.rand(2, 10)
    first = generator(z, phi)
    assert not torch.allclose(first, generator(z.flip(0), phi))
    assert not torch.allclose(first, generator(z, phi.flip(0)))


@pytest.mark.parametrize("head", ["projection", "concatenation"])
def test_the_discriminator_scores_a_picture_against_a_text(head: str) -> None:
    discriminator = Discriminator(DiscriminatorConfig(10, TINY, head))
    features = discriminator.features(torch.randn(4, 3, 64, 64))
    assert features.coarse.shape == (4, 8, 4, 4)
    assert features.summary.shape == (4, 8 + 24 * 64)
    scores = discriminator.match(features, torch.rand(4, 10))
    assert scores.shape == (4,)
    assert not torch.allclose(scores, discriminator.match(features, torch.rand(4, 10)))
    assert discriminator.classify(features).shape == (4, 10)


@pytest.mark.parametrize("head", ["projection", "concatenation"])
def test_some_rows_of_the_features_are_those_of_some_of_the_pictures(head: str) -> None:
    discriminator = Discriminator(DiscriminatorConfig(10, TINY, head)).eval()
    features, phi = discriminator.features(torch.randn(8, 3, 64, 64)), torch.rand(8, 10)
    half = discriminator.match(features.rows(slice(4, None)), phi[4:])
    assert torch.allclose(half, discriminator.match(features, phi)[4:], atol=1e-5)


def test_an_unknown_head_is_refused() -> None:
    with pytest.raises(ValueError, match="projection or concatenation"):
        Discriminator(DiscriminatorConfig(10, TINY, "attention"))


def test_the_classifier_gives_logits_and_features(layout: Layout) -> None:
    logits, features = Classifier(layout, width=8).eval()(torch.randn(2, 3, 64, 64))
    assert logits.shape == (2, layout.size + 3)
    assert features.shape == (2, 64)


def test_the_upscaler_enlarges_four_times_in_range() -> None:
    upscaler = Upscaler(UpscalerConfig(channels=8, blocks=1, fine_channels=8)).eval()
    rgb = upscaler(torch.rand(2, 3, 64, 64) * 2 - 1)
    assert rgb.shape == (2, 3, 256, 256)
    assert rgb.abs().max() <= 1


def test_the_default_networks_stay_within_their_budget() -> None:
    assert 2 * multiply_adds(Generator(GeneratorConfig(61))) < 1e9
    assert 2 * upscaler_multiply_adds(Upscaler()) < 5e9


def test_augmentation_keeps_the_shape_and_can_be_turned_off() -> None:
    rgb = torch.randn(4, 3, 64, 64)
    assert augment(rgb).shape == rgb.shape
    assert augment(rgb, enabled=False) is rgb
