"""Measures a student against its teacher on the same texts and z: variety, sharpness, closeness.

`python -m mugen_training.distill.measure --student student.pt --teacher teacher.npz --out evaluation.json`
"""

from __future__ import annotations

import argparse
import json
import logging
from pathlib import Path

import torch
from torch.nn import functional as F

from ..device import pick_device
from ..sheets import save_sheet
from .decoder import sharpness
from .objective import variety
from .pretrained import PretrainedTeacher
from .student_model import StudentModel, load_student

log = logging.getLogger(__name__)


@torch.no_grad()
def measure(model: StudentModel, teacher: PretrainedTeacher, labels: torch.Tensor, pulls: int, batch: int = 8) -> dict:
    """Figures over texts [T, G] of which each is drawn for `pulls` different z."""
    device = next(model.parameters()).device
    figures: dict[str, list[torch.Tensor]] = {}
    for text in labels:
        phi = model.layout.one_hot(text[None]).to(device).expand(pulls, -1)
        z = torch.randn(pulls, model.config.latent_size, device=device)
        parts = list(zip(z.split(batch), phi.split(batch)))
        ours = torch.cat([model(*part) for part in parts])
        theirs = torch.cat([teacher.draw(teacher.code(*model.text_map(*part))) for part in parts])
        for name, value in (
            ("variety", variety(ours)),
            ("variety_teacher", variety(theirs)),
            ("sharpness", sharpness(ours)),
            ("sharpness_teacher", sharpness(theirs)),
            ("psnr", 10 * torch.log10(4 / F.mse_loss(ours, theirs))),
        ):
            figures.setdefault(name, []).append(value)
    means = {name: torch.stack(values).mean().item() for name, values in figures.items()}
    shares = {f"{name}_share": means[name] / means[f"{name}_teacher"] for name in ("variety", "sharpness")}
    return {"texts": len(labels), "pulls": pulls, **means, **shares}


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--student", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--sheet", type=Path, help="also draws sixty-four unselected faces of the prior's texts")
    parser.add_argument("--texts", type=int, default=20)
    parser.add_argument("--pulls", type=int, default=12)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--device", default="auto")
    options = parser.parse_args(arguments)
    device = pick_device(options.device)
    torch.manual_seed(options.seed)
    model, prior, history = load_student(options.student, device)
    teacher = PretrainedTeacher(options.teacher, device, torch.bfloat16)
    figures = {"taught": history, "teacher": measure(model, teacher, prior.sample(options.texts), options.pulls)}
    options.out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    log.info(json.dumps(figures))
    if options.sheet:
        z, phi = torch.randn(64, model.config.latent_size), model.layout.one_hot(prior.sample(64))
        with torch.no_grad():
            faces = torch.cat([model(a.to(device), b.to(device)).cpu() for a, b in zip(z.split(8), phi.split(8))])
        save_sheet(options.sheet, faces, columns=8)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    main()
