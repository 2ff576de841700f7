"""The enlarging stage, its lesson and its place in a model's folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch

from mugen_training.checkpoint import CheckpointMismatch
from mugen_training.distill import add_enlarger, enlarger
from mugen_training.distill.ncnn import NcnnNetwork
from mugen_training.export_graphs import enlarger_graph
from mugen_training.networks.enlarger import Enlarger, EnlargerConfig
from mugen_training.onnx_check import can_run, run_onnx

needs_node = pytest.mark.skipif(not can_run(), reason="node or onnxruntime-node is not installed")
STAGES = [("generator", 256), ("upscaler", 512), ("encoder", 128)]
RELEASED = Path(__file__).parents[2] / "models" / "faces-256"
TINY = ["--channels", "4", "--blocks", "1", "--batch", "2", "--check-every", "4", "--device", "cpu"]


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    small = np.random.default_rng(0).integers(0, 256, (12, 3, 64, 64), np.uint8)
    path = tmp_path / "pairs.npz"
    np.savez(path, small=small, large=small.repeat(2, 2).repeat(2, 3))
    return path


def lively_enlarger() -> Enlarger:
    torch.manual_seed(1)
    network = Enlarger(EnlargerConfig(4, 1)).eval()
    for weight in network.parameters():
        torch.nn.init.normal_(weight, std=0.1)
    return network


def test_an_untaught_enlarger_repeats_pixels() -> None:
    network = Enlarger(EnlargerConfig(4, 1)).eval()
    torch.nn.init.zeros_(network.to_rgb.weight)
    torch.nn.init.zeros_(network.to_rgb.bias)
    rgb = torch.rand(1, 3, 8, 8) * 2 - 1
    assert torch.equal(network(rgb), rgb.repeat_interleave(2, 2).repeat_interleave(2, 3))


@needs_node
def test_the_graph_enlarges_as_pytorch_does(tmp_path: Path) -> None:
    network, rgb = lively_enlarger(), torch.rand(2, 3, 16, 16) * 2 - 1
    onnx.save(enlarger_graph(network, 16, half=False), str(tmp_path / "e.onnx"))
    drawn, _ = run_onnx(tmp_path / "e.onnx", {"rgb": rgb}, "enlarged")
    assert torch.allclose(drawn, network(rgb), atol=1e-3)


def test_the_lesson_measures_and_refuses_other_pairs(pairs: Path, tmp_path: Path) -> None:
    options = ["--pairs", str(pairs), "--run", str(tmp_path / "run"), *TINY]
    enlarger.main([*options, "--pictures", "8"])
    figures = json.loads((tmp_path / "run" / "stats.jsonl").read_text().splitlines()[-1])
    assert figures["pictures"] == 8
    assert figures["psnr"] > 10
    small = np.load(pairs)["small"][::-1]
    np.savez(pairs, small=small, large=small.repeat(2, 2).repeat(2, 3))
    with pytest.raises(CheckpointMismatch, match="data: the checkpoint has"):
        enlarger.main([*options, "--pictures", "8"])


def test_refuses_pairs_that_are_not_twice_the_size(tmp_path: Path) -> None:
    np.savez(tmp_path / "p.npz", small=np.zeros((12, 3, 8, 8), np.uint8), large=np.zeros((12, 3, 24, 24), np.uint8))
    with pytest.raises(ValueError, match="twice the size"):
        enlarger.load_pairs([tmp_path / "p.npz"])


def test_joins_a_model_whose_pulls_keep_their_size(tmp_path: Path) -> None:
    model = tmp_path / "faces"
    model.mkdir()
    shutil.copy(RELEASED / "model.json", model)
    add_enlarger.add_stage(model, lively_enlarger(), "9.0.0")
    manifest = json.loads((model / "model.json").read_text(encoding="utf-8"))
    assert manifest["version"] == "9.0.0"
    assert manifest["portraitSizePx"] == manifest["stages"][0]["imageSizePx"] == 256
    assert [(stage["role"], stage["imageSizePx"]) for stage in manifest["stages"]] == STAGES
    assert (model / manifest["stages"][1]["file"]).stat().st_size == manifest["stages"][1]["bytes"]


def test_reads_an_ncnn_network(tmp_path: Path) -> None:
    """Two layers: a convolution that doubles every level, then a deconvolution that repeats each pixel fourfold."""
    lines = [
        "7767517", "3 3", "Input in 0 1 a",
        "Convolution c 1 1 a b 0=3 1=1 5=1 6=9", "Deconvolution d 1 1 b e 0=3 1=2 3=2 4=36 5=0 6=36",
    ]  # fmt: skip
    (tmp_path / "n.param").write_text("\n".join(lines) + "\n")
    doubling = np.eye(3, dtype=np.float16) * 2
    repeating = np.einsum("oi,hw->oihw", np.eye(3), np.ones((2, 2))).astype(np.float32)
    tag = 0x01306B47
    raw = tag.to_bytes(4, "little") + doubling.tobytes() + b"\0\0" + np.zeros(3, np.float32).tobytes()
    (tmp_path / "n.bin").write_bytes(raw + bytes(4) + repeating.tobytes())
    rgb = torch.rand(1, 3, 20, 20) * 0.5
    enlarged = NcnnNetwork(tmp_path / "n.param")(rgb)
    assert torch.allclose(enlarged, (rgb * 2).repeat_interleave(2, 2).repeat_interleave(2, 3), atol=1e-2)
