"""The encoder and the degradations that it learns under."""

import json
import math
from pathlib import Path

import pytest
import torch
from torch.nn import functional as F

from mugen_training.distill.text_map import TextMap
from mugen_training.encoding.degrade import degrade, faceless, move, random_frames
from mugen_training.encoding.evaluate import pass_on, person_ranks, sure_labels
from mugen_training.encoding.export import add_encoder
from mugen_training.encoding.reading import look, read_faces, within
from mugen_training.encoding.released import ReleasedEncoder, fold_unshuffle
from mugen_training.networks.encoder import Encoder, EncoderConfig, solve_latent, solving
from mugen_training.onnx_check import can_run
from mugen_training.vocabulary import Group, Layout, load_layout

needs_node = pytest.mark.skipif(not can_run(), reason="node or onnxruntime-node is not installed")


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


@pytest.fixture
def released() -> ReleasedEncoder:
    torch.manual_seed(2)
    layout = load_layout()
    encoder = Encoder(EncoderConfig(layout.size, channels=(4, 8, 8), blocks=(1, 1, 1), local_channels=4, code_channels=4))
    for module in encoder.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            torch.nn.init.uniform_(module.running_mean, -0.5, 0.5)
            torch.nn.init.uniform_(module.running_var, 0.5, 2)
            torch.nn.init.uniform_(module.weight, 0.5, 1)
    text_map = TextMap(layout)
    text_map.keep.mul_(0.9)
    torch.nn.init.normal_(text_map.shift)
    return ReleasedEncoder(encoder, text_map)


def test_an_unshuffled_kernel_folds_into_a_strided_one():
    rgb, weight = torch.randn(2, 3, 16, 16), torch.randn(5, 48, 3, 3)
    wanted = F.conv2d(F.pixel_unshuffle(rgb, 4), weight, padding=1)
    assert torch.allclose(F.conv2d(rgb, fold_unshuffle(weight), stride=4, padding=4), wanted, atol=1e-4)


def test_the_released_encoder_gives_weights_per_group_and_decides_the_more_sharply(released: ReleasedEncoder):
    rgb = torch.rand(2, 3, 128, 128) * 2 - 1
    with torch.no_grad():
        (_, soft, _, _), (_, sharp, _, _) = (released.split(released(rgb, value)) for value in (1.0, 50.0))
    for part in released.layout.slices.values():
        assert torch.allclose(soft[:, part].sum(1), torch.ones(2))
        assert (sharp[:, part].amax(1) >= soft[:, part].amax(1)).all()


@needs_node
def test_the_encoder_joins_an_exported_model(released: ReleasedEncoder, tmp_path: Path):
    stages = [{"role": "generator"}, {"role": "encoder", "file": "old.onnx"}]
    (tmp_path / "model.json").write_text(json.dumps({"version": "1.2.0", "stages": stages}))
    # The check within compares the graph in both precisions with PyTorch.
    manifest = add_encoder(tmp_path, released, "1.3.0")
    assert manifest == json.loads((tmp_path / "model.json").read_text())
    assert [stage["role"] for stage in manifest["stages"]] == ["generator", "encoder"]
    entry = manifest["stages"][1]
    assert entry["inputs"] == {"rgb": [None, 3, 128, 128], "sharpness": [None, 1]}
    assert entry["output"] == {"name": "reading", "shape": [None, 128 + released.layout.size + 5]}


def test_a_view_of_a_frame_is_what_was_put_there():
    torch.manual_seed(3)
    picture = F.interpolate(torch.rand(1, 3, 8, 8) * 2 - 1, size=(256, 256), mode="bilinear")
    frame = torch.tensor([[0.1, -0.15, math.log(0.6), math.log(0.5)]])
    placed, inside = move(picture, frame)
    view = look(torch.where(inside, placed, torch.ones(())), frame)
    assert (view - F.avg_pool2d(picture, 2)).abs().mean() < 0.02
    assert torch.allclose(within(frame, torch.zeros(1, 4)), frame)
    # A frame of half the view, in its upper left quarter.
    inner = torch.tensor([[-0.25, -0.25, math.log(0.5), math.log(0.5)]])
    # The view's outer edge blends with the white beyond.
    seen = look(picture, within(torch.zeros(1, 4), inner))[:, :, 1:, 1:]
    assert torch.allclose(seen, picture[:, :, 1:128, 1:128], atol=0.05)


def test_a_second_pass_adds_what_the_drawing_lacks():
    layout = load_layout()

    class Faint(torch.nn.Module):
        """Reads z's first number at half of what it is, from a picture that is it alone."""

        def __init__(self):
            super().__init__()
            self.layout = layout

        def forward(self, rgb: torch.Tensor) -> torch.Tensor:
            z = F.pad(rgb[:, 0, :32].mean((1, 2))[:, None] / 2, (0, 127))
            phi = torch.full((len(rgb), layout.size), 0.5)
            return torch.cat([z, phi, torch.zeros(len(rgb), 4), torch.ones(len(rgb), 1)], 1)

        def split(self, reading: torch.Tensor) -> tuple[torch.Tensor, ...]:
            return reading.split((128, layout.size, 4, 1), 1)

    def draw(z: torch.Tensor, phi: torch.Tensor) -> torch.Tensor:
        rgb = torch.zeros(len(z), 3, 256, 256)
        rgb[:, :, :64] = z[:, :1, None, None]
        return rgb

    picture = draw(torch.tensor([[0.8] + [0.0] * 127]), torch.zeros(1))
    firsts = [read_faces(Faint(), draw, picture, step).z[0, 0].item() for step in (0.0, 0.5, 1.0)]
    assert firsts == pytest.approx([0.4, 0.5, 0.6], abs=1e-3)


def test_pictures_passed_on_are_cut_and_recoded_but_remain_themselves():
    torch.manual_seed(4)
    rgb = F.interpolate(torch.rand(2, 3, 6, 6) * 2 - 1, size=(256, 256), mode="bilinear")
    passed = pass_on(rgb)
    assert passed.shape == rgb.shape
    apart = [(passed - other).abs().mean((1, 2, 3)) for other in (rgb, rgb.flip(0))]
    assert (apart[0] > 0.005).all() and (apart[0] < 0.5 * apart[1]).all()


def test_ranks_count_the_others_that_are_nearer():
    class Judge:
        def judge(self, images: torch.Tensor) -> object:
            return type("Verdict", (), {"features": images.float().mean((2, 3))})

    pictures = torch.tensor([-0.9, -0.2, 0.2, 0.9])[:, None, None, None].expand(-1, 3, 8, 8)
    drawn = pictures[[0, 2, 2, 3]]
    assert person_ranks(Judge(), drawn, pictures, 3).tolist() == [0, 1, 0, 0]
    labels = sure_labels(torch.tensor([[0.9, 0.1, 0.5, 0.5]]), Layout([Group("a", ("x", "y")), Group("b", ("x", "y"))]))
    assert labels.tolist() == [[0, -1]]
