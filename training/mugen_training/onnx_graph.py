"""A small builder of ONNX graphs out of few and plain operators, with weights stored in half precision.

Graphs are written by hand instead of traced: batch normalisation folds into its neighbours, and every runtime that
knows a dozen operators can run the result.
"""

from __future__ import annotations

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

OPSET = 13
SMALL_TENSOR = 256
"""Tensors of fewer numbers stay in single precision: nothing is saved by halving them."""


class GraphBuilder:
    """Collects nodes and weights; every method returns the name of its output."""

    def __init__(self, half: bool = True):
        self.half = half
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self.inputs: list[onnx.ValueInfoProto] = []

    def add(self, operator: str, *inputs: str, outputs: int = 1, **attributes: object) -> str:
        """One node; with several outputs they are named `<name>_<i>`, and `<name>` is returned."""
        name = f"{operator.lower()}_{len(self.nodes)}"
        names = [name] if outputs == 1 else [f"{name}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(operator, list(inputs), names, name=name, **attributes))
        return name

    def input(self, name: str, *shape: int) -> str:
        """A float32 graph input [N, *shape] with N free."""
        self.inputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, ["N", *shape]))
        return name

    def integers(self, *values: int) -> str:
        """A constant vector of 64-bit integers."""
        return self._store(np.array(values, np.int64))

    def floats(self, *values: float) -> str:
        """A constant vector of floats, kept in single precision."""
        return self._store(np.array(values, np.float32))

    def scalar(self, value: float) -> str:
        """A constant float without dimensions."""
        return self._store(np.array(value, np.float32))

    def weight(self, tensor: torch.Tensor) -> str:
        """Trained numbers; stored as float16 with a Cast to float32 behind it, unless they are few."""
        values = tensor.detach().cpu().contiguous().numpy().astype(np.float32)
        if not self.half or values.size < SMALL_TENSOR:
            return self._store(values)
        if np.abs(values).max() > np.finfo(np.float16).max:
            raise ValueError(f"a weight of {np.abs(values).max():g} does not fit half precision")
        return self.add("Cast", self._store(values.astype(np.float16)), to=TensorProto.FLOAT)

    def linear(self, x: str, weight: torch.Tensor, bias: torch.Tensor) -> str:
        """[N, K] -> [N, M] with weight [M, K]."""
        return self.add("Gemm", x, self.weight(weight), self.weight(bias), transB=1)

    def conv(self, x: str, weight: torch.Tensor, bias: torch.Tensor) -> str:
        """Convolution with stride 1 that keeps the size; weight [M, C, K, K], K odd."""
        kernel = weight.shape[-1]
        pads = [(kernel - 1) // 2] * 4
        return self.add("Conv", x, self.weight(weight), self.weight(bias), kernel_shape=[kernel, kernel], pads=pads)

    def double(self, x: str) -> str:
        """Nearest-neighbour up-sampling: [N, C, S, S] -> [N, C, 2S, 2S]."""
        mode = {"mode": "nearest", "coordinate_transformation_mode": "asymmetric", "nearest_mode": "floor"}
        return self.add("Resize", x, "", self.floats(1, 1, 2, 2), **mode)

    def leaky_relu(self, x: str, slope: float = 0.2) -> str:
        """max(x, slope · x)."""
        return self.add("LeakyRelu", x, alpha=slope)

    def model(self, output: str, name: str, *shape: int) -> onnx.ModelProto:
        """The finished, checked model; the last node's output becomes the graph's: `name` [N, *shape]."""
        if self.nodes[-1].output[0] != output:
            raise ValueError(f"the output must come from the last node, got {output}")
        self.nodes[-1].output[0] = name
        result = helper.make_tensor_value_info(name, TensorProto.FLOAT, ["N", *shape])
        graph = helper.make_graph(self.nodes, "mugen", self.inputs, [result], self.weights)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="mugen_training")
        model.ir_version = 8
        onnx.checker.check_model(model)
        return model

    def _store(self, values: np.ndarray) -> str:
        name = f"w{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(values, name))
        return name


def operators(model: onnx.ModelProto) -> list[str]:
    """The sorted names of the operators that a graph uses."""
    return sorted({node.op_type for node in model.graph.node})
