"""A released graph becomes the student again that it was exported from."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch

from mugen_training.distill import import_onnx
from mugen_training.distill.export import main as export
from mugen_training.distill.import_onnx import UnknownGraph, import_student, recover, unfold_doubling
from mugen_training.distill.labelled_latents import read_labelled_latents
from mugen_training.distill.pretrained import TAGS, sample_tags
from mugen_training.distill.student_model import StudentModel, load_student, save_student
from mugen_training.distill.text_map import fit_text_map
from mugen_training.export_graphs import fold_doubling
from mugen_training.networks.student import StudentConfig
from mugen_training.onnx_graph import operators
from mugen_training.prior import Prior
from mugen_training.vocabulary import load_layout

CONFIG = StudentConfig(trunk_channels=8, trunk_blocks=2, decoder_channels=(6, 6, 5, 4))
LAYOUT = load_layout()


def write_labelled(folder: Path, seed: int) -> Path:
    """latents.npz and attributes.csv of 80 pictures with random labels."""
    random = np.random.default_rng(seed)
    torch.manual_seed(seed)
    folder.mkdir()
    z = random.normal(size=(80, 128)).astype(np.float32)
    np.savez(folder / "latents.npz", id=np.arange(80), z=z, tags=sample_tags(80, mixed=0).numpy())
    groups = [group for group in LAYOUT.groups if group.name not in ("blush", "skin", "era")]
    rows = [[str(row), *(str(random.choice(group.values)) for group in groups), "1"] for row in range(80)]
    lines = [["id", *(group.name for group in groups), "quality"], *rows]
    (folder / "attributes.csv").write_text("\n".join(",".join(line) for line in lines) + "\n")
    return folder


@pytest.fixture(scope="module")
def labelled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_labelled(tmp_path_factory.mktemp("labelled") / "data", seed=0)


@pytest.fixture(scope="module")
def released(labelled: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A model's folder and the checkpoint that it was exported from."""
    torch.manual_seed(0)
    model = StudentModel(CONFIG, LAYOUT)
    for block in model.trunk.trunk.blocks:
        for norm in (block.norm1, block.norm2):
            for tensor in (norm.weight, norm.bias, norm.running_mean):
                tensor.data.normal_()
            norm.running_var.uniform_(0.5, 2)
    model.text_map.load_state_dict(fit_text_map(LAYOUT, read_labelled_latents(labelled, LAYOUT)[0]).state_dict())
    prior = Prior(LAYOUT, torch.zeros(3, len(LAYOUT.names), dtype=torch.long))
    folder = tmp_path_factory.mktemp("release")
    save_student(folder / "student.pt", model, prior, {"trunk": 5})
    export(["--student", str(folder / "student.pt"), "--version", "1.0.0", "--out", str(folder / "model")])
    return folder / "model", folder / "student.pt"


def test_a_folded_doubling_unfolds():
    kernel = torch.randn(5, 4, 3, 3)
    assert torch.allclose(unfold_doubling(fold_doubling(kernel)), kernel, atol=1e-5)


def test_the_imported_student_draws_what_the_checkpoint_drew(released: tuple[Path, Path]):
    model, prior, _ = load_student(released[1])
    z, phi = torch.randn(3, 128), LAYOUT.one_hot(prior.labels)
    imported = import_student(released[0] / "generator.onnx")
    assert imported.config == StudentConfig(**{**CONFIG.to_dict(), "condition_size": LAYOUT.size})
    with torch.no_grad():
        assert (imported(z, phi) - model(z, phi)).abs().max() < 0.02


def test_the_text_map_comes_out_of_the_stem_again(released: tuple[Path, Path], labelled: Path):
    model, prior, history = recover(released[0], labelled)
    original, their_prior, _ = load_student(released[1])
    assert torch.equal(prior.labels, their_prior.labels)
    z, tags = torch.randn(4, 128), sample_tags(4)
    with torch.no_grad():
        assert (model.trunk(z, tags) - original.trunk(z, tags)).abs().max() < 0.05
    assert model.config.condition_size == len(TAGS)
    manifest = json.loads((released[0] / "model.json").read_text())
    assert history == manifest["evaluation"].get("taught", {})


def test_labels_of_another_release_are_refused(released: tuple[Path, Path], tmp_path: Path):
    with pytest.raises(UnknownGraph, match="unexplained"):
        recover(released[0], write_labelled(tmp_path / "other", seed=1))


def test_a_graph_of_another_kind_is_refused(released: tuple[Path, Path], tmp_path: Path):
    model = onnx.load(str(released[0] / "generator.onnx"))
    last = next(node for node in reversed(model.graph.node) if node.op_type == "Conv")
    model.graph.node.remove(last)
    onnx.save(model, str(tmp_path / "other.onnx"))
    with pytest.raises(UnknownGraph):
        import_student(tmp_path / "other.onnx")


def test_the_command_writes_a_checkpoint(released: tuple[Path, Path], labelled: Path, tmp_path: Path):
    arguments = ["--model", str(released[0]), "--labelled", str(labelled), "--out", str(tmp_path / "student.pt")]
    import_onnx.main(arguments)
    assert load_student(tmp_path / "student.pt")[0].config == CONFIG


def test_a_release_brings_a_graph_of_bytes_that_draws_the_same(released: tuple[Path, Path]):
    (stage,) = json.loads((released[0] / "model.json").read_text())["stages"]
    written = released[0] / stage["int8"]["file"]
    assert stage["int8"]["bytes"] == written.stat().st_size
    assert stage["int8"]["sha256"] == hashlib.sha256(written.read_bytes()).hexdigest()
    assert "QuantizeLinear" in operators(onnx.load(str(written)))
    assert "QuantizeLinear" not in operators(onnx.load(str(released[0] / stage["file"])))
