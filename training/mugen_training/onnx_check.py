"""Runs an exported graph in ONNX Runtime (the Node package that serves the pictures) and compares it with PyTorch."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import torch

RUNNER = Path(__file__).resolve().parents[1] / "run_onnx.mjs"
REPOSITORY = RUNNER.parents[1]


def can_run() -> bool:
    """True if node and onnxruntime-node are installed."""
    return shutil.which("node") is not None and (REPOSITORY / "node_modules" / "onnxruntime-node").is_dir()


def run_onnx(
    model: Path, inputs: dict[str, torch.Tensor], output: str, repeat: int = 1, threads: int = 2, chunk: int | None = None
) -> tuple[torch.Tensor, float]:
    """(the named output, median milliseconds of one run). RuntimeError carries what node said.

    chunk: how many rows go through the graph at a time; all of them if None.
    """
    with tempfile.TemporaryDirectory() as folder:
        request = {"inputs": {}, "output": {"name": output, "file": f"{folder}/out"}, "repeat": repeat, "threads": threads}
        if chunk:
            request["chunk"] = chunk
        for name, tensor in inputs.items():
            tensor.detach().cpu().contiguous().numpy().astype(np.float32).tofile(f"{folder}/{name}")
            request["inputs"][name] = {"file": f"{folder}/{name}", "dims": list(tensor.shape)}
        request_file = Path(folder, "request.json")
        request_file.write_text(json.dumps(request))
        command = ["node", str(RUNNER), str(model), str(request_file)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{model.name} does not run: {done.stderr.strip()[-2000:]}")
        answer = json.loads(done.stdout)
        values = torch.from_numpy(np.fromfile(f"{folder}/out", np.float32)).view(answer["dims"])
    return values, answer["medianMs"]
