"""Reading a data set, and what bad input gets."""

from __future__ import annotations

import logging
from pathlib import Path

import numpy as np
import pytest
import torch

from mugen_training.data import UNKNOWN, DataError, is_label_holdout, is_validation, load_faces, random_flip, to_bytes, to_float
from mugen_training.pairs import load_pairs
from mugen_training.vocabulary import Layout

from .conftest import encode, write_faces, write_tar


def test_reads_pictures_captions_and_hand_labels(faces_folder: Path, layout: Layout) -> None:
    faces = load_faces(faces_folder, layout)
    assert faces.images.shape == (64, 3, 64, 64)
    assert faces.images.dtype == torch.uint8
    assert (faces.labels[:, :2] != UNKNOWN).all()
    labelled = (faces.labels[:, 2:] != UNKNOWN).all(1)
    assert int(labelled.sum()) == 32


def test_reads_loose_files_like_a_tar(tmp_path: Path, layout: Layout) -> None:
    (tmp_path / "a.png").write_bytes(encode((9, 9, 9), 64, "PNG"))
    (tmp_path / "tags.csv").write_text("id,caption\na,red hair blue eyes\n")
    faces = load_faces(tmp_path, layout)
    assert faces.ids == ["a"]
    assert faces.labels[0, :2].tolist() == [layout["hair_color"].index("red"), layout["eye_color"].index("blue")]


def test_skips_and_counts_unreadable_and_missing_pictures(
    tmp_path: Path, layout: Layout, caplog: pytest.LogCaptureFixture
) -> None:
    good = encode((1, 2, 3), 64, "JPEG")
    files = {"good.jpg": good, "torn.jpg": good[:200], "text.jpg": b"not a picture", "large.jpg": encode((0, 0, 0), 32, "JPEG")}
    write_tar(tmp_path / "images-0.tar", files)
    rows = [f"{name},red hair blue eyes" for name in ("good", "torn", "text", "large", "absent")]
    (tmp_path / "tags.csv").write_text("\n".join(["id,caption", *rows]) + "\n")
    with caplog.at_level(logging.INFO):
        faces = load_faces(tmp_path, layout)
    assert faces.ids == ["good"]
    assert "1 pictures read, 3 unreadable, 1 missing" in caplog.text


@pytest.mark.parametrize("caption", ["mauve hair blue eyes", "red hair beige eyes", "red hair", "", "red eyes blue hair"])
def test_stops_at_an_unknown_caption_with_its_line(tmp_path: Path, layout: Layout, caption: str) -> None:
    write_faces(tmp_path, layout, 3)
    with (tmp_path / "tags.csv").open("a") as file:
        file.write(f"7,{caption}\n")
    with pytest.raises(DataError, match=r"tags\.csv, line 5"):
        load_faces(tmp_path, layout)


def test_stops_when_no_picture_is_left(tmp_path: Path, layout: Layout) -> None:
    (tmp_path / "tags.csv").write_text("id,caption\n1,red hair blue eyes\n")
    with pytest.raises(DataError, match="no readable picture"):
        load_faces(tmp_path, layout)


def test_reads_a_folder_whose_colours_stand_among_the_hand_labels(tmp_path: Path, layout: Layout) -> None:
    for name in "ab":
        (tmp_path / f"{name}.png").write_bytes(encode((9, 99, 9), 128, "PNG"))
    (tmp_path / "attributes.csv").write_text("id,hair_color,mouth,quality\na,red,open,2\nb,plaid,,0\n")
    np.savez(tmp_path / "latents.npz", id=["b", "a"], z=[[1.0, 2], [3, 4]], tags=[[5.0], [6]])
    faces = load_faces(tmp_path, layout)
    hair, mouth = layout.names.index("hair_color"), layout.names.index("mouth")
    assert faces.labels[:, hair].tolist() == [layout["hair_color"].index("red"), UNKNOWN]
    assert faces.labels[:, mouth].tolist() == [layout["mouth"].index("open"), UNKNOWN]
    assert faces.quality.tolist() == [2, 0]
    assert faces.origin.tolist() == [[3, 4, 6], [1, 2, 5]]
    assert faces.where(torch.tensor([False, True])).origin.tolist() == [[1, 2, 5]]


def test_averages_pictures_to_a_smaller_size(tmp_path: Path, layout: Layout) -> None:
    (tmp_path / "a.png").write_bytes(encode((10, 20, 30), 128, "PNG"))
    (tmp_path / "tags.csv").write_text("id,caption\na,red hair blue eyes\n")
    faces = load_faces(tmp_path, layout)
    assert faces.at_size(64).images[0, :, 0, 0].tolist() == [10, 20, 30]
    assert faces.at_size(64).images.shape == (1, 3, 64, 64)
    with pytest.raises(DataError, match="128 pixels"):
        faces.at_size(48)


def test_the_split_is_stable_and_disjoint(faces_folder: Path, layout: Layout) -> None:
    ids = [str(i) for i in range(10_000)]
    validation = {picture_id for picture_id in ids if is_validation(picture_id)}
    assert 0.04 < len(validation) / len(ids) < 0.06
    # These stand in a hash: they must never change, or a retrained model would have seen its validation pictures.
    assert sorted(validation, key=int)[:3] == ["11", "23", "31"]
    assert all(is_label_holdout(picture_id) for picture_id in validation)
    faces = load_faces(faces_folder, layout)
    train, held_out = faces.where(~faces.validation_mask), faces.where(faces.validation_mask)
    assert held_out.ids
    assert not set(train.ids) & set(held_out.ids)
    assert len(train.ids) + len(held_out.ids) == len(faces.ids)


def test_flips_about_half_of_the_pictures() -> None:
    images = torch.arange(4.0).expand(400, 3, 4, 4)
    flipped = (random_flip(images)[:, 0, 0, 0] == 3).float().mean().item()
    assert 0.4 < flipped < 0.6


def test_scales_bytes_to_minus_one_and_one() -> None:
    assert to_float(torch.tensor([0, 255], dtype=torch.uint8).view(1, 1, 1, 2)).flatten().tolist() == [-1, 1]
    assert to_bytes(torch.tensor([-1.2, -1, 0, 1])).tolist() == [0, 0, 128, 255]


def test_reads_pairs_of_both_sizes(faces_folder: Path) -> None:
    pairs = load_pairs(faces_folder)
    train, held_out = pairs.split()
    assert pairs.small.shape == (32, 3, 64, 64)
    assert pairs.large.shape == (32, 3, 256, 256)
    assert len(train.ids) + len(held_out.ids) == 32
    assert (pairs.small.float().mean((2, 3)) - pairs.large.float().mean((2, 3))).abs().max() < 4


def test_says_when_there_are_no_pairs(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="256x256"):
        load_pairs(tmp_path)
