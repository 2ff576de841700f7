"""Loading a trained generator."""

from __future__ import annotations

from pathlib import Path

import torch

from mugen_training.networks.generator import Generator, GeneratorConfig
from mugen_training.trained import fold_groups, load_generator
from mugen_training.vocabulary import Layout


def test_a_folded_group_stands_at_its_mean(layout: Layout) -> None:
    trained_on, kept = layout.subset(("hair_color", "mouth", "skin")), layout.subset(("hair_color", "skin"))
    generator = Generator(GeneratorConfig(trained_on.size, channels=(8, 8, 8, 8, 8))).eval()
    mean = torch.rand(trained_on.size)
    folded = fold_groups(generator, trained_on, kept, mean).eval()
    z, phi = torch.randn(2, 128), torch.rand(2, trained_on.size)
    phi[:, trained_on.slices["mouth"]] = mean[trained_on.slices["mouth"]]
    short = torch.cat([phi[:, trained_on.slices[name]] for name in kept.names], 1)
    with torch.no_grad():
        assert torch.allclose(folded(z, short), generator(z, phi), atol=1e-5)


def test_draws_labels_in_range_and_again_the_same(tiny_run: Path, labels_file: Path) -> None:
    trained = load_generator(tiny_run / "checkpoint.pt", labels_file, torch.device("cpu"))
    labels, z = trained.prior.sample(3), trained.sample_latents(3)
    rgb = trained.generate_labels(labels, z)
    assert rgb.shape == (3, 3, 64, 64)
    assert rgb.abs().max() <= 1
    assert torch.equal(rgb, trained.generate_labels(labels, z))
    assert trained.pictures == 32
