"""The encoder and the degradations that it learns under."""

import torch

from mugen_training.encoding.degrade import degrade, faceless, move, random_frames
from mugen_training.networks.encoder import Encoder, EncoderConfig, solve_latent, solving


def test_shapes():
    encoder = Encoder(EncoderConfig(phi_size=7)).eval()
    with torch.no_grad():
        outputs, code = encoder.read(torch.zeros(2, 3, 128, 128))
    assert outputs.shape == (2, 128 + 7 + 4 + 1)
    assert code.shape == (2, 64, 16, 16)
    assert [part.shape[1] for part in encoder.split(outputs)] == [128, 7, 4, 1]


def test_a_frame_says_where_the_picture_lies():
    picture = torch.ones(1, 1, 64, 64)
    frame = torch.tensor([[0.25, -0.25, 0.5, 0.5]])
    frame[:, 2:] = frame[:, 2:].log()
    _, inside = move(picture, frame)
    rows, columns = inside[0, 0].nonzero().T
    assert (rows.min(), rows.max()) == (0, 31)
    assert (columns.min(), columns.max()) == (32, 63)


def test_degraded_pictures_stay_in_range_and_keep_their_frames():
    torch.manual_seed(0)
    frame = random_frames(8)
    seen = degrade(torch.rand(8, 3, 128, 128) * 2 - 1, frame)
    assert seen.rgb.shape == (8, 3, 128, 128)
    assert seen.rgb.abs().max() <= 1
    assert torch.equal(seen.frame, frame)


def test_pictures_without_a_face_differ_from_those_they_are_made_of():
    torch.manual_seed(0)
    pictures = torch.rand(8, 3, 128, 128) * 2 - 1
    made = faceless(pictures)
    assert made.shape == pictures.shape
    assert all((one - other).abs().mean() > 0.05 for one, other in zip(made, pictures))


def test_a_latent_is_solved_for_what_the_text_map_makes_of_it():
    torch.manual_seed(0)
    keep, shift = torch.eye(128) * 0.9, torch.randn(5, 128)
    z, phi = torch.randn(3, 128), torch.rand(3, 5)
    solved = solve_latent(z @ keep + phi @ shift, phi, shift, solving(keep, ridge=1e-6))
    assert (solved - z).abs().max() < 1e-3
