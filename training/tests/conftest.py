"""A made-up data set in the layout of the faces: a few dozen pictures of one colour each."""

from __future__ import annotations

import csv
import io
import random
import tarfile
from pathlib import Path

import pytest
import torch
from PIL import Image

from mugen_training import train_gan
from mugen_training.data import load_faces
from mugen_training.labels import SoftLabels
from mugen_training.vocabulary import Layout, load_layout

PICTURES = 64


def encode(colour: tuple[int, int, int], size: int, kind: str) -> bytes:
    """A picture of one colour with a black square in it."""
    image = Image.new("RGB", (size, size), colour)
    image.paste((0, 0, 0), (size // 4, size // 4, size // 2, size // 2))
    buffer = io.BytesIO()
    image.save(buffer, kind)
    return buffer.getvalue()


def write_tar(path: Path, files: dict[str, bytes]) -> None:
    """A tar file of these names and contents."""
    with tarfile.open(path, "w") as tar:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))


def write_faces(root: Path, layout: Layout, count: int = PICTURES) -> Path:
    """images-0.tar, hires-256.tar, tags.csv and attributes.csv with `count` made-up pictures."""
    draw = random.Random(0)
    small, large, tags, attributes = {}, {}, ["id,caption"], []
    for i in range(count):
        colour = tuple(draw.randrange(256) for _ in range(3))
        small[f"{i}.jpg"] = encode(colour, 64, "JPEG")
        if i % 2 == 0:
            large[f"{i}.webp"] = encode(colour, 256, "WEBP")
        hair, eyes = (draw.choice(layout[name].values) for name in ("hair_color", "eye_color"))
        tags.append(f"{i},{hair} hair {eyes} eyes")
        others = {group.name: draw.choice(group.values) for group in layout.groups[2:]}
        attributes.append({"id": i, **others, "quality": 1, "annotators": 1})
    write_tar(root / "images-0.tar", small)
    write_tar(root / "hires-256.tar", large)
    (root / "tags.csv").write_text("\n".join(tags) + "\n")
    with (root / "attributes.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, attributes[0])
        writer.writeheader()
        writer.writerows(attributes[: count // 2])
    return root


@pytest.fixture(autouse=True)
def fixed_seed() -> None:
    torch.manual_seed(0)


@pytest.fixture(scope="session")
def layout() -> Layout:
    return load_layout()


@pytest.fixture(scope="session")
def faces_folder(tmp_path_factory: pytest.TempPathFactory, layout: Layout) -> Path:
    return write_faces(tmp_path_factory.mktemp("faces"), layout)


@pytest.fixture(scope="session")
def labels_file(tmp_path_factory: pytest.TempPathFactory, faces_folder: Path, layout: Layout) -> Path:
    """A labels table for the made-up pictures: every picture is sure of random values."""
    faces = load_faces(faces_folder, layout)
    labels = torch.stack([torch.arange(len(faces.ids)) * (3 + g) % len(group.values) for g, group in enumerate(layout.groups)], 1)
    path = tmp_path_factory.mktemp("labels") / "labels.pt"
    groups = ["hair_color", "eye_color", "mouth"]
    SoftLabels(faces.ids, layout.one_hot(labels), torch.zeros(len(faces.ids)), groups).save(path)
    return path


TINY_CHANNELS = ["--g-channels", "8", "8", "8", "8", "8", "--d-channels", "8", "8", "8", "8", "8"]


@pytest.fixture(scope="session")
def tiny_arguments(faces_folder: Path, labels_file: Path) -> list[str]:
    """The arguments of a smoke run of `train_gan`, without its run folder."""
    numbers = ["--pictures", "32", "--batch", "8", "--sample-every", "16", *TINY_CHANNELS]
    return ["--data", str(faces_folder), "--labels", str(labels_file), *numbers]


@pytest.fixture(scope="session")
def tiny_run(tmp_path_factory: pytest.TempPathFactory, tiny_arguments: list[str]) -> Path:
    """The run folder of a tiny generator that was shown 32 pictures."""
    run = tmp_path_factory.mktemp("run")
    train_gan.run(train_gan.parse_options([*tiny_arguments, "--run", str(run)]))
    return run
