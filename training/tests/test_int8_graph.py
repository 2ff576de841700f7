"""The 8-bit graph draws what the student draws, as far as 8 bits go."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from onnx import numpy_helper
from torch import nn

from mugen_training.export_graphs import GENERATOR_OUTPUT
from mugen_training.int8_graph import Int8Builder, Spread, calibrate, int8_student_graph, spread
from mugen_training.networks.student import Student, StudentConfig
from mugen_training.onnx_check import can_run, run_onnx
from mugen_training.onnx_graph import operators

CONFIG = StudentConfig(condition_size=5, trunk_channels=16, trunk_blocks=2, decoder_channels=(16, 12, 8, 8))


@pytest.fixture
def student() -> Student:
    torch.manual_seed(0)
    student = Student(CONFIG)
    for module in student.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.running_var.uniform_(0.5, 2)
            module.running_mean.normal_()
    return student.eval()


def graph(student: Student) -> onnx.ModelProto:
    torch.manual_seed(1)
    z, phi = torch.randn(16, CONFIG.latent_size), torch.rand(16, CONFIG.condition_size)
    parts = student.trunk, student.trunk.stem, student.decoder
    return int8_student_graph(*parts, calibrate(*parts, z, phi))


def test_convolutions_read_and_write_bytes(student: Student) -> None:
    model = graph(student)
    makers = {node.output[0]: node for node in model.graph.node}
    readers = {name: node for node in model.graph.node for name in node.input}
    convolutions = [node for node in model.graph.node if node.op_type == "Conv"]
    assert len(convolutions) == 2 * CONFIG.trunk_blocks + 1 + 4 * 4 + 1
    for node in convolutions[:-1]:
        assert [makers[name].op_type for name in node.input[:2]] == ["DequantizeLinear"] * 2
        after = readers[node.output[0]]
        after = readers[after.output[0]] if after.op_type == "Relu" else after
        assert after.op_type == "QuantizeLinear"


def test_activations_are_unsigned_and_weights_signed(student: Student) -> None:
    model = graph(student)
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    for node in model.graph.node:
        if node.op_type == "QuantizeLinear":
            assert stored[node.input[2]].dtype == np.uint8
        if node.op_type == "DequantizeLinear" and node.input[0] in stored:
            assert stored[node.input[0]].dtype == np.int8


def test_a_range_holds_nought_and_its_ends() -> None:
    g = Int8Builder([])
    x = g.input("x", 3)
    g.quantised(x, Spread(-1.0, 3.0, torch.zeros(3)))
    zero, scale = (numpy_helper.to_array(tensor) for tensor in g.weights)
    assert zero == 64 and scale == pytest.approx(4 / 255)


def test_rounded_weights_shift_no_mean() -> None:
    torch.manual_seed(3)
    weight, x = torch.randn(4, 6, 3, 3), torch.rand(2, 6, 8, 8) + 1
    g = Int8Builder([])
    g.int8_conv(g.input("x", 6, 8, 8), weight, torch.zeros(4), spread(x).means)
    rounded = next(numpy_helper.to_array(tensor) for tensor in g.weights if len(tensor.dims) == 4)
    steps, bias = (numpy_helper.to_array(tensor) for tensor in g.weights if tensor.dims == [4] and tensor.data_type == 1)
    assert np.abs(rounded).max() == 127
    given = torch.from_numpy(rounded * steps[:, None, None, None])
    even = spread(x).means[None, :, None, None].expand(1, 6, 3, 3)
    expected, got = (torch.nn.functional.conv2d(even, kernel).flatten() for kernel in (weight, given))
    assert (got - expected).abs().max() > 0.01
    assert torch.allclose(got + torch.from_numpy(bias.copy()), expected, atol=1e-4)


@pytest.mark.skipif(not can_run(), reason="needs node and onnxruntime-node")
def test_it_draws_the_students_pictures(student: Student, tmp_path: Path) -> None:
    onnx.save(graph(student), str(tmp_path / "int8.onnx"))
    torch.manual_seed(2)
    z, phi = torch.randn(2, CONFIG.latent_size), torch.rand(2, CONFIG.condition_size)
    drawn, _ = run_onnx(tmp_path / "int8.onnx", {"z": z, "phi": phi}, GENERATOR_OUTPUT)
    with torch.no_grad():
        expected = student(z, phi)
    assert drawn.shape == expected.shape
    assert (drawn - expected).abs().mean() < 0.02 < expected.std() / 5


def test_the_graph_uses_a_few_plain_operators(student: Student) -> None:
    plain = {"Add", "Cast", "Concat", "Conv", "DepthToSpace", "Gemm", "Relu", "Reshape", "Tanh"}
    assert set(operators(graph(student))) == plain | {"QuantizeLinear", "DequantizeLinear"}
