"""Teaching the student: every part on a tiny teacher with random weights."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from mugen_training.checkpoint import CheckpointMismatch, LossNotFinite, newest_checkpoint
from mugen_training.distill.decoder import DecoderLesson, take_crops
from mugen_training.distill.export import build_stage
from mugen_training.distill.labelled_latents import read_labelled_latents
from mugen_training.distill.measure import measure
from mugen_training.distill.objective import ObjectiveLesson, variety
from mugen_training.distill.pretrained import EYES, HAIR, TAGS, PretrainedTeacher, emphasise, sample_tags
from mugen_training.distill.runner import Runner, learning_rate
from mugen_training.distill.student_model import StudentModel, load_student, save_student
from mugen_training.distill.text_map import LabelledLatents, TextMap, fit_text_map
from mugen_training.distill.texts import TextSampler, interpolate
from mugen_training.distill.trunk import TrunkLesson, sample_inputs
from mugen_training.export_graphs import PHASES, fold_doubling
from mugen_training.networks.student import Decoder, StudentConfig
from mugen_training.onnx_check import can_run, run_onnx
from mugen_training.prior import Prior
from mugen_training.vocabulary import load_layout

CONFIG = StudentConfig(trunk_channels=8, trunk_blocks=1, decoder_channels=(6, 6, 4, 4))
CPU = torch.device("cpu")
LAYOUT = load_layout()


@pytest.fixture(scope="module")
def teacher_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The teacher's file with one block instead of sixteen and random weights."""
    random = np.random.default_rng(0)
    weights = {"stem_weight": random.normal(0, 0.1, (128 + len(TAGS), 64 * 256)), "stem_bias": np.zeros(64 * 256)}
    names = dict.fromkeys(("block00_conv1", "block00_conv2", "trunk", "up0", "up1", "up2", "up3"), (64, 64))
    for name, (out, channels) in (names | {"rgb": (3, 64)}).items():
        weights[f"{name}_weight"] = random.normal(0, 0.05, (out, channels, 3, 3))
        weights[f"{name}_bias"] = random.normal(0, 0.05, out)
    path = tmp_path_factory.mktemp("teacher") / "teacher.npz"
    np.savez(path, **{name: value.astype(np.float16) for name, value in weights.items()})
    return path


@pytest.fixture(scope="module")
def teacher(teacher_file: Path) -> PretrainedTeacher:
    return PretrainedTeacher(teacher_file)


@pytest.fixture
def prior() -> Prior:
    torch.manual_seed(0)
    sizes = torch.tensor([len(group.values) for group in LAYOUT.groups])
    return Prior(LAYOUT, (torch.rand(40, len(sizes)) * sizes).long())


@pytest.fixture
def options(tmp_path: Path) -> argparse.Namespace:
    run = dict(run=tmp_path, pictures=8, batch=4, rate=1e-3, seed=0, minutes=float("inf"), timed=False, start=None)
    weights = dict(adversarial=0.02, local=0.05, code=0.1, gamma=1.0, d_rate=1e-3, mixed=0.5)
    return argparse.Namespace(**run, **weights, save_seconds=1e9, check_every=4)


def snapshot(network: torch.nn.Module) -> list[torch.Tensor]:
    return [parameter.detach().clone() for parameter in network.parameters()]


def is_changed(network: torch.nn.Module, before: list[torch.Tensor]) -> bool:
    return any(not torch.equal(now, then) for now, then in zip(network.parameters(), before))


class TestTags:
    def test_every_description_has_one_colour_of_hair_and_of_eyes(self):
        tags = sample_tags(200, mixed=0)
        assert set(tags[:, :-1].unique().tolist()) == {-1.0, 1.0}
        assert ((tags[:, : len(HAIR)] > 0).sum(1) == 1).all()
        assert ((tags[:, len(HAIR) : len(HAIR) + len(EYES)] > 0).sum(1) == 1).all()
        assert ((tags[:, TAGS.index("long")] > 0) & (tags[:, TAGS.index("short")] > 0)).sum() == 0

    def test_mixed_ones_lie_between(self):
        assert ((sample_tags(200, mixed=1)[:, :-1].abs() < 1).sum() > 0).item()

    def test_only_what_is_named_is_emphasised(self):
        tags = torch.full((1, len(TAGS)), -1.0)
        tags[0, TAGS.index("glasses")] = 1
        assert emphasise(tags)[0, TAGS.index("glasses")] == 2.4
        assert (emphasise(tags) == -1).sum() == len(TAGS) - 1


class TestTeacher:
    def test_shapes(self, teacher: PretrainedTeacher):
        code = teacher.code(*sample_inputs(2, CPU))
        assert code.shape == (2, 64, 16, 16) and (code >= 0).all()
        assert [tuple(x.shape[1:]) for x in teacher.features(code[:, :, :2, :2])] == [(64, s, s) for s in (4, 8, 16, 32)]
        picture = teacher.draw(code)
        assert picture.shape == (2, 3, 256, 256) and picture.abs().max() <= 1


class TestTextMap:
    def test_says_each_value_with_its_tag(self):
        text_map = TextMap(LAYOUT)
        labels = torch.zeros(1, len(LAYOUT.names), dtype=torch.long)
        for name, value in (("hair_color", "silver"), ("glasses", "yes"), ("era", "modern")):
            labels[0, LAYOUT.names.index(name)] = LAYOUT[name].index(value)
        _, tags = text_map(torch.zeros(1, 128), LAYOUT.one_hot(labels))
        said = dict(zip(TAGS, tags[0].tolist()))
        assert said["hair:silver"] == said["glasses"] == said["year"] == 1
        assert said["hair:blonde"] == said["hat"] == -1

    def test_shifts_z_towards_what_decides_a_value(self):
        """Labels that z alone decides are read along the direction that decides them."""
        torch.manual_seed(1)
        z, tags = torch.randn(3000, 128), sample_tags(3000, mixed=0)
        labels = torch.full((3000, len(LAYOUT.names)), -1)
        for name in ("hair_length", "hair_style", "bangs", "expression", "eyes", "ornament", "neck", "outfit"):
            labels[:, LAYOUT.names.index(name)] = torch.randint(len(LAYOUT[name].values), (3000,))
        labels[:, LAYOUT.names.index("look")] = (z[:, 5] > 0.5).long()
        text_map = fit_text_map(LAYOUT, LabelledLatents(z, tags, labels, torch.ones(3000)))
        masculine = text_map.shift[LAYOUT.slices["look"]][LAYOUT["look"].index("masculine")]
        assert masculine.abs().argmax() == 5 and masculine[5] > 1
        # Chance loses its say along the direction and keeps it elsewhere.
        assert text_map.keep[5, 5] < 0.6 < text_map.keep[6, 6]

    def test_folds_into_the_stem(self):
        torch.manual_seed(2)
        text_map, stem = TextMap(LAYOUT), torch.nn.Linear(128 + len(TAGS), 10)
        torch.nn.init.normal_(text_map.shift)
        text_map.keep.copy_(torch.randn(128, 128))
        z, phi = torch.randn(3, 128), torch.rand(3, LAYOUT.size)
        folded = text_map.fold(stem)(torch.cat([z, phi], 1))
        assert torch.allclose(folded, stem(torch.cat(text_map(z, phi), 1)), atol=1e-4)

    def test_reads_labels_and_leaves_broken_pictures_out(self, tmp_path: Path):
        tags = sample_tags(3, mixed=0)
        np.savez(tmp_path / "latents.npz", id=np.arange(3), z=np.ones((3, 128)), tags=tags.numpy())
        row = "brown,blue,long,braid,swept,closed,smile,open,none,none,dress,feminine,no"
        header = (
            "id,hair_color,eye_color,hair_length,hair_style,bangs,mouth,expression,eyes,ornament,neck,outfit,look,glasses,quality"
        )
        (tmp_path / "attributes.csv").write_text(f"{header}\n0,{row},2\n1,{row},0\n2,{row},1\n")
        data, ids = read_labelled_latents(tmp_path, LAYOUT)
        assert ids == [0, 2] and data.labels.shape == (2, len(LAYOUT.names))
        assert (data.labels[:, LAYOUT.names.index("hair_style")] == -1).all()
        blush = (tags[[0, 2], TAGS.index("blush")] > 0).long()
        assert torch.equal(data.labels[:, LAYOUT.names.index("blush")], blush)


class TestTexts:
    def test_texts_are_whole_or_between_two(self, prior: Prior):
        texts = TextSampler(TextMap(LAYOUT), prior, CPU)
        phi = texts.phi(50, mixed=0)
        assert set(phi.unique().tolist()) == {0.0, 1.0}
        for block in LAYOUT.blocks(texts.phi(50, mixed=1)).values():
            assert torch.allclose(block.sum(1), torch.ones(50))

    def test_interpolation_leaves_the_others_alone(self):
        rows = torch.eye(6)
        assert torch.equal(interpolate(rows, 0), rows)
        assert not torch.equal(interpolate(rows, 1), rows)


def test_a_doubling_folds_into_small_kernels():
    torch.manual_seed(3)
    x, weight = torch.randn(2, 3, 5, 5), torch.randn(4, 3, 3, 3)
    whole = F.conv2d(F.interpolate(x, scale_factor=2.0, mode="nearest"), weight, padding=1)
    for kernel, (row, column) in zip(fold_doubling(weight), PHASES):
        padded = F.pad(x, (1 - column, column, 1 - row, row))
        assert torch.allclose(F.conv2d(padded, kernel), whole[:, :, row::2, column::2], atol=1e-5)


def test_crops_come_from_where_they_say():
    code = torch.arange(256.0).view(1, 1, 16, 16).expand(5, 1, 16, 16)
    crops = take_crops(code, 4)
    assert crops.shape == (5, 1, 4, 4)
    assert (crops[:, :, 1:, :] - crops[:, :, :-1, :] == 16).all()


def test_variety_is_nought_for_copies():
    torch.manual_seed(4)
    picture = torch.rand(1, 3, 64, 64) * 2 - 1
    assert variety(picture.expand(4, -1, -1, -1)) == 0
    assert variety(torch.cat([torch.zeros(1, 3, 64, 64), torch.ones(1, 3, 64, 64)])) == pytest.approx(127.5, rel=1e-4)


def test_the_decoder_draws_any_crop():
    assert Decoder(CONFIG)(torch.randn(1, 64, 3, 3)).shape == (1, 3, 48, 48)


class TestLessons:
    def test_the_trunk_learns_the_code(self, teacher: PretrainedTeacher, options: argparse.Namespace, monkeypatch):
        monkeypatch.setattr("mugen_training.distill.trunk.STATISTICS_PICTURES", 64)
        monkeypatch.setattr("mugen_training.distill.trunk.HELD_OUT_PICTURES", 64)
        lesson = TrunkLesson(teacher, CONFIG, CPU)
        before = lesson.measure()["unexplained"]
        options.pictures, options.batch, options.rate = 640, 16, 1e-2
        Runner(lesson, options).train()
        lesson.network.eval()
        assert lesson.measure()["unexplained"] < 0.8 * before

    def test_the_decoder_learns_the_picture(self, teacher: PretrainedTeacher, options: argparse.Namespace, monkeypatch):
        monkeypatch.setattr("mugen_training.distill.decoder.HELD_OUT_PICTURES", 2)
        model = StudentModel(CONFIG, LAYOUT)
        lesson = DecoderLesson(teacher, model.trunk, CONFIG, CPU, crop=2)
        before = lesson.measure()["psnr"]
        options.pictures, options.rate = 200, 1e-2
        Runner(lesson, options).train()
        assert lesson.measure()["psnr"] > before

    def test_each_player_moves_in_its_turn(self, teacher: PretrainedTeacher, prior: Prior, options, monkeypatch):
        monkeypatch.setattr("mugen_training.distill.objective.HELD_OUT_PICTURES", 16)
        model = StudentModel(CONFIG, LAYOUT)
        lesson = ObjectiveLesson(teacher, model, TextSampler(model.text_map, prior, CPU), options)
        student, discriminator = snapshot(model), snapshot(lesson.discriminator)
        parts = lesson.losses(4, progress=0.5)
        assert is_changed(lesson.discriminator, discriminator) and not is_changed(model, student)
        discriminator = snapshot(lesson.discriminator)
        sum(parts.values()).backward()
        assert all(parameter.grad is None for parameter in model.text_map.parameters())
        assert model.decoder.to_rgb.weight.grad.abs().sum() > 0 and model.trunk.trunk.stem.weight.grad.abs().sum() > 0
        assert not is_changed(lesson.discriminator, discriminator)
        assert {"psnr", "sharpness", "variety", "d_right", "d_generated"} <= set(lesson.measure())

    def test_adversaries_are_silent_at_first(self, teacher: PretrainedTeacher, prior: Prior, options, monkeypatch):
        monkeypatch.setattr("mugen_training.distill.objective.HELD_OUT_PICTURES", 16)
        model = StudentModel(CONFIG, LAYOUT)
        lesson = ObjectiveLesson(teacher, model, TextSampler(model.text_map, prior, CPU), options)
        parts = lesson.losses(4, progress=0.0)
        assert parts["g_match"] == parts["g_local"] == 0 < parts["pixel"]


class Quadratic:
    """A lesson that pulls a number to nought; from `poisoned` pictures on, its loss is not a number."""

    config: ClassVar = {"half": "quadratic"}

    def __init__(self, poisoned: float = float("inf")):
        self.network, self.poisoned, self.seen = torch.nn.Linear(1, 1), poisoned, 0

    def losses(self, batch: int, progress: float) -> dict[str, torch.Tensor]:
        self.seen += batch
        factor = float("nan") if self.seen > self.poisoned else torch.rand(())
        return {"square": self.network.weight.square().sum() * factor}

    def measure(self) -> dict[str, float]:
        return {}


class TestRunner:
    def test_goes_on_as_if_it_had_not_stopped(self, options: argparse.Namespace, tmp_path: Path):
        options.pictures = 80
        whole, half = (argparse.Namespace(**(vars(options) | {"run": tmp_path / name})) for name in ("whole", "half"))
        torch.manual_seed(5)
        uninterrupted = Quadratic()
        start = {name: value.clone() for name, value in uninterrupted.network.state_dict().items()}
        Runner(uninterrupted, whole).train()
        stopped = Quadratic()
        stopped.network.load_state_dict(start)
        runner = Runner(stopped, half)
        for _ in range(10):
            runner._train_one_step()
        runner.save()
        resumed = Quadratic()
        Runner(resumed, half).train()
        assert torch.equal(resumed.network.weight, uninterrupted.network.weight)

    def test_refuses_other_settings_and_says_which(self, options: argparse.Namespace):
        Runner(Quadratic(), options).train()
        options.rate = 0.5
        with pytest.raises(CheckpointMismatch, match="rate"):
            Runner(Quadratic(), options)

    def test_a_loss_that_is_not_a_number_stops_it_and_the_last_checkpoint_stands(self, options: argparse.Namespace):
        options.pictures, options.save_seconds, options.check_every = 400, 0, 1e9
        with pytest.raises(LossNotFinite):
            Runner(Quadratic(poisoned=100), options).train()
        newest = newest_checkpoint(options.run)
        state = torch.load(newest)
        assert state["pictures"] <= 100 and torch.isfinite(state["network"]["weight"]).all()

    def test_rates_warm_up_and_fall(self):
        assert learning_rate(0, 1) < learning_rate(0.005, 1) > learning_rate(0.5, 1) > learning_rate(1, 1) == pytest.approx(0.01)


class TestStudentModel:
    def test_comes_back_from_its_file(self, tmp_path: Path, prior: Prior):
        model = StudentModel(CONFIG, LAYOUT).eval()
        save_student(tmp_path / "student.pt", model, prior, {"trunk": 7})
        back, exemplars, history = load_student(tmp_path / "student.pt")
        z, phi = torch.randn(2, 128), LAYOUT.one_hot(prior.labels[:2])
        assert torch.allclose(back(z, phi), model(z, phi), atol=2e-2)
        assert torch.equal(exemplars.labels, prior.labels) and history == {"trunk": 7}

    @pytest.mark.skipif(not can_run(), reason="needs node and onnxruntime-node")
    def test_the_exported_graph_draws_the_same(self, tmp_path: Path, prior: Prior):
        import onnx

        torch.manual_seed(6)
        model = StudentModel(CONFIG, LAYOUT)
        model(torch.randn(8, 128), LAYOUT.one_hot(prior.labels[:8]))
        model.eval()
        stage = build_stage(model, prior)
        assert stage.size == 256
        onnx.save(stage.single, str(tmp_path / "student.onnx"))
        feeds = {"z": torch.randn(2, 128), "phi": LAYOUT.one_hot(prior.labels[:2])}
        values, _ = run_onnx(tmp_path / "student.onnx", feeds, stage.output)
        with torch.no_grad():
            assert torch.allclose(values, model(*feeds.values()), atol=1e-4)


def test_a_student_is_measured_beside_its_teacher(teacher: PretrainedTeacher, prior: Prior):
    torch.manual_seed(7)
    figures = measure(StudentModel(CONFIG, LAYOUT).eval(), teacher, prior.labels[:2], pulls=3)
    assert figures["texts"] == 2 and figures["variety"] > 0 and figures["sharpness_teacher"] > 0
    assert figures["variety_share"] == pytest.approx(figures["variety"] / figures["variety_teacher"])
