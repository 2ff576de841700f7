"""Checkpoints that survive an interruption and refuse another configuration."""

from __future__ import annotations

import os
from pathlib import Path

import torch


class CheckpointMismatch(Exception):
    """The checkpoint was made with another configuration; the message says what differs."""


def save_checkpoint(path: Path, state: dict) -> None:
    """Writes beside `path` and renames, so that a kill leaves the old or the new checkpoint, never half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    torch.save(state, partial)
    os.replace(partial, path)


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
    if lines := differences(saved, config):
        raise CheckpointMismatch(f"{path} cannot be resumed:\n  " + "\n  ".join(lines))
    return state
