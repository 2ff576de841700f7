"""The judge of colours, on plain pictures of one colour."""

from __future__ import annotations

import torch

from mugen_training.colour_judge import VIEWS, rate, train, view

COLOURS = torch.tensor([[230, 200, 60], [40, 60, 200], [200, 40, 60]], dtype=torch.uint8)


def test_tells_colours_of_pictures_that_it_did_not_see() -> None:
    torch.manual_seed(0)
    labels = torch.arange(36) % len(COLOURS)
    images = COLOURS[labels][:, :, None, None].expand(-1, -1, 128, 128).float() + 12 * torch.randn(36, 3, 128, 128)
    rgb = view(images.clamp(0, 255).to(torch.uint8), "hair_color")
    assert rgb.shape == (36, 3, 64, 64)
    network = train(rgb[:-12], labels[:-12], len(COLOURS), 6)
    read = rate(network, rgb[-12:], labels[-12:], ("blonde", "blue", "red"))
    assert read == {"all": 1.0, "pictures": 12, "values": {"blonde": 1.0, "blue": 1.0, "red": 1.0}}


def test_looks_for_eyes_where_they_are() -> None:
    images = torch.zeros(1, 3, 128, 128, dtype=torch.uint8)
    images[:, :, 40:60, 30:90] = 255
    rgb = view(images, "eye_color")
    assert rgb.shape == (1, 3, 48, 96)
    assert (rgb > 0).sum() == 3 * 20 * 60
    assert set(VIEWS) == {"hair_color", "eye_color"}
