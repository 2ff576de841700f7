"""Checkpoints that survive an interruption and refuse another configuration, and losses that are no numbers."""

from __future__ import annotations

import hashlib
import math
import os
from collections.abc import Mapping
from pathlib import Path

import torch

KEPT_CHECKPOINTS = 3


class LossNotFinite(Exception):
    """A loss was not a number; the last checkpoint is good."""


def expect_finite(parts: Mapping[str, torch.Tensor | float], where: str) -> None:
    """LossNotFinite if one of the loss's parts is not a number; `where` opens the message."""
    values = {name: float(value) for name, value in parts.items()}
    if not all(math.isfinite(value) for value in values.values()):
        raise LossNotFinite(f"{where}: {values}")


def fingerprint(*tensors: torch.Tensor) -> str:
    """Changes with the tensors' numbers; of data that a run may be resumed with."""
    digest = hashlib.sha1()
    for tensor in tensors:
        digest.update(tensor.detach().cpu().contiguous().numpy().tobytes())
    return digest.hexdigest()


def random_state() -> dict:
    """The state of the generators of random numbers, CUDA's too."""
    return {"cpu": torch.get_rng_state(), "cuda": torch.cuda.get_rng_state_all() if torch.cuda.is_available() else []}


def set_random_state(state: dict) -> None:
    """Restores `random_state`; CUDA's part only if there are as many devices."""
    torch.set_rng_state(state["cpu"].cpu())
    if state["cuda"] and torch.cuda.is_available() and len(state["cuda"]) == torch.cuda.device_count():
        torch.cuda.set_rng_state_all([part.cpu() for part in state["cuda"]])


class CheckpointMismatch(Exception):
    """The checkpoint was made with another configuration; the message says what differs."""


def save_checkpoint(path: Path, state: dict) -> None:
    """Writes beside `path` and renames, so that a kill leaves the old or the new checkpoint, never half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    torch.save(state, partial)
    os.replace(partial, path)


def newest_checkpoint(run: Path) -> Path | None:
    """The numbered checkpoint of the largest number in a run's folder."""
    return max(run.glob("checkpoint-*.pt"), default=None, key=lambda path: int(path.stem.rpartition("-")[2]))


def save_numbered(run: Path, number: int, state: dict) -> Path:
    """Writes checkpoint-<number>.pt, which `checkpoint.pt` then also names, and removes all but the newest few."""
    path = run / f"checkpoint-{number:09d}.pt"
    save_checkpoint(path, state)
    partial = run / "checkpoint.partial"
    partial.unlink(missing_ok=True)
    os.link(path, partial)
    os.replace(partial, run / "checkpoint.pt")
    # Replacing a name by another one of the same file leaves both.
    partial.unlink(missing_ok=True)
    for old in sorted(run.glob("checkpoint-*.pt"))[:-KEPT_CHECKPOINTS]:
        old.unlink()
    return path


def differences(saved: dict, wanted: dict, prefix: str = "") -> list[str]:
    """One line a setting that differs between two nested configurations."""
    lines = []
    for key in sorted({*saved, *wanted}):
        ours, theirs = wanted.get(key), saved.get(key)
        if isinstance(ours, dict) and isinstance(theirs, dict):
            lines += differences(theirs, ours, f"{prefix}{key}.")
        elif (list(ours) if isinstance(ours, tuple) else ours) != (list(theirs) if isinstance(theirs, tuple) else theirs):
            lines.append(f"{prefix}{key}: the checkpoint has {theirs!r}, this run wants {ours!r}")
    return lines


def load_checkpoint(path: Path, config: dict, only: tuple[str, ...] = ()) -> dict:
    """The state, if its configuration is `config`; else CheckpointMismatch with what differs.

    only: settings that have to agree (all of them if empty).
    """
    state = torch.load(path, map_location="cpu")
    saved = state["config"]
    if only:
        saved, config = ({name: settings[name] for name in only} for settings in (saved, config))
    refuse_differences(path, saved, config)
    return state


def refuse_differences(path: Path, saved: dict, wanted: dict) -> None:
    """CheckpointMismatch with what differs, if anything does."""
    if lines := differences(saved, wanted):
        raise CheckpointMismatch(f"{path} cannot be resumed:\n  " + "\n  ".join(lines))
