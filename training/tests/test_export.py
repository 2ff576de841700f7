"""The exported model folder draws what was trained."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import onnx
import pytest
import torch

from mugen_training import export
from mugen_training.export_graphs import generator_graph, upscaler_graph
from mugen_training.networks.generator import Generator, GeneratorConfig
from mugen_training.networks.upscaler import Upscaler, UpscalerConfig
from mugen_training.onnx_check import can_run, run_onnx
from mugen_training.onnx_graph import operators
from mugen_training.train_upscaler import UpscalerTrainer, parse_options

ALLOWED = {
    *("Gemm", "MatMul", "Reshape", "Conv", "Resize", "Add", "Mul", "Relu", "LeakyRelu", "Tanh", "Concat"),
    *("Slice", "Split", "Unsqueeze", "DepthToSpace", "Cast", "Constant", "Clip"),
}
needs_node = pytest.mark.skipif(not can_run(), reason="node or onnxruntime-node is not installed")


def lively_generator() -> Generator:
    """A small generator whose every weight and statistic is far from its start."""
    generator = Generator(GeneratorConfig(7, latent_size=16, condition_size=12, channels=(8, 12, 8, 6, 4))).eval()
    for name, tensor in generator.state_dict().items():
        if tensor.is_floating_point():
            tensor.copy_(torch.rand_like(tensor) + 0.5 if "var" in name else tensor + 0.2 * torch.randn_like(tensor))
    return generator


def lively_upscaler() -> Upscaler:
    upscaler = Upscaler(UpscalerConfig(channels=8, blocks=2, fine_channels=8)).eval()
    for parameter in upscaler.parameters():
        parameter.data += 0.1 * torch.randn_like(parameter)
    return upscaler


def test_the_graphs_use_plain_operators_only() -> None:
    for graph in (generator_graph(lively_generator()), upscaler_graph(lively_upscaler())):
        assert set(operators(graph)) <= ALLOWED


@needs_node
@pytest.mark.parametrize("count", [1, 3])
def test_the_generator_s_graph_draws_what_pytorch_draws(tmp_path: Path, count: int) -> None:
    generator, z, phi = lively_generator(), torch.randn(count, 16), torch.rand(count, 7)
    onnx.save(generator_graph(generator, half=False), str(tmp_path / "g.onnx"))
    rgb, _ = run_onnx(tmp_path / "g.onnx", {"z": z, "phi": phi}, "rgb")
    with torch.no_grad():
        assert (rgb - generator(z, phi)).abs().max() < 1e-3
    assert rgb.std() > 0.1


@needs_node
def test_the_upscaler_s_graph_enlarges_as_pytorch_does(tmp_path: Path) -> None:
    upscaler, rgb = lively_upscaler(), torch.rand(2, 3, 64, 64) * 2 - 1
    onnx.save(upscaler_graph(upscaler, half=False), str(tmp_path / "u.onnx"))
    enlarged, _ = run_onnx(tmp_path / "u.onnx", {"rgb": rgb}, "enlarged")
    with torch.no_grad():
        assert (enlarged - upscaler(rgb)).abs().max() < 1e-3


@pytest.fixture(scope="module")
def model_folder(tmp_path_factory: pytest.TempPathFactory, tiny_run: Path, labels_file: Path) -> Path:
    """A model exported from the tiny run and an untrained super-resolution stage."""
    folder = tmp_path_factory.mktemp("models") / "tiny-64"
    options = parse_options(["--data", ".", "--run", ".", "--channels", "8", "--blocks", "1", "--fine-channels", "8"])
    upscaler = folder.parent / "upscaler.pt"
    torch.save(UpscalerTrainer(options, torch.device("cpu")).state(), upscaler)
    arguments = ["--labels", labels_file, "--checkpoint", tiny_run / "checkpoint.pt", "--upscaler", upscaler, "--out", folder]
    export.run(export.parse_options([str(argument) for argument in arguments]))
    return folder


def test_the_manifest_describes_the_files(model_folder: Path) -> None:
    manifest = json.loads((model_folder / "model.json").read_text())
    assert manifest["id"] == "tiny-64"
    assert [group["name"] for group in manifest["groups"]] == ["hair_color", "eye_color", "mouth"]
    assert all(len(row) == 3 for row in manifest["prior"]["rows"])
    assert [stage["role"] for stage in manifest["stages"]] == ["generator", "upscaler"]
    for stage in manifest["stages"]:
        content = (model_folder / stage["file"]).read_bytes()
        assert stage["bytes"] == len(content)
        assert stage["sha256"] == hashlib.sha256(content).hexdigest()
        graph = onnx.load(str(model_folder / stage["file"])).graph
        assert {value.name for value in graph.input} == set(stage["inputs"])
        assert graph.output[0].name == stage["output"]["name"]
        assert graph.input[0].type.tensor_type.shape.dim[0].dim_param == "N"


def test_the_card_and_the_licence_lie_beside_the_weights(model_folder: Path) -> None:
    assert "non-commercial" in (model_folder / "LICENSE.md").read_text()
    card = (model_folder / "README.md").read_text()
    assert "non-commercial" in card
    assert "32 pictures shown" in card
    assert sorted(path.name for path in model_folder.iterdir()) == [
        *("LICENSE.md", "README.md", "generator.onnx", "model.json", "upscaler.onnx")
    ]
