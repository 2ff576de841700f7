"""Everything from the teacher to a student in one go, by the clock: for a GPU that is to be had for minutes.

`python -m mugen_training.distill.pipeline --teacher teacher.npz --labelled FOLDER --out DIR --minutes 4 1.5 5`

Three phases share the machine one after the other: the trunk, the decoder, then both with the paper's objective. The
folder gets a student per phase, `trunk.pt`, `taught.pt` and `student.pt`, D, a log per phase and sheets of pictures.
Every phase goes on where it stopped.
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

import torch

from ..device import mixed_precision, pick_device
from ..networks.student import StudentConfig
from ..prior import Prior
from ..sheets import save_sheet
from ..vocabulary import load_layout
from .decoder import DecoderLesson
from .labelled_latents import PLAIN_SAMPLE, read_labelled_latents
from .objective import ObjectiveLesson, add_objective_options
from .pretrained import PretrainedTeacher
from .runner import Runner, add_options
from .student_model import StudentModel, half_precision, save_student
from .text_map import fit_text_map
from .texts import TextSampler
from .trunk import TrunkLesson

log = logging.getLogger(__name__)


def parse_options(arguments: list[str] | None = None) -> argparse.Namespace:
    """The command line; the options of one phase hold for all but for batch and rate."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser, pictures=10**9, batch=0, rate=0)
    add_objective_options(parser)
    parser.add_argument("--labelled", type=Path, required=True, help="folder with latents.npz and attributes.csv")
    parser.add_argument("--budget", type=float, nargs=3, default=(4, 1.5, 5), help="minutes of each phase")
    parser.add_argument("--batches", type=int, nargs=3, default=(512, 128, 64))
    parser.add_argument("--rates", type=float, nargs=3, default=(2e-3, 3e-3, 4e-4))
    parser.add_argument("--measure-every", type=int, nargs=3, default=(200_000, 20_000, 10_000), help="pictures")
    parser.add_argument("--trunk-blocks", type=int, default=12)
    parser.add_argument("--channels", type=int, nargs=4, default=(64, 64, 48, 32), help="of the decoder")
    parser.add_argument("--crop", type=int, default=8, help="width of the code's crops that teach the decoder")
    return parser.parse_args(arguments)


def phase_options(options: argparse.Namespace, index: int, name: str) -> argparse.Namespace:
    """One phase's options for `Runner`."""
    own = {
        "run": options.run / name,
        "minutes": options.budget[index],
        "timed": True,
        "batch": options.batches[index],
        "rate": options.rates[index],
        "check_every": options.measure_every[index],
    }
    return argparse.Namespace(**(vars(options) | own))


@torch.no_grad()
def draw_sheet(model: StudentModel, teacher: PretrainedTeacher, texts: TextSampler, path: Path) -> None:
    """Rows of the student's pictures, each over the teacher's of the same texts and z."""
    torch.manual_seed(11)
    model.eval()
    z, phi = texts.latents(32), texts.layout.one_hot(texts.exemplars[torch.randint(len(texts.exemplars), (32,))])
    with mixed_precision(texts.device):
        ours = model(z, phi).float()
    theirs = teacher.draw(teacher.code(*texts.text_map(z, phi)))
    rows = torch.stack([ours.view(4, 8, *ours.shape[1:]), theirs.view(4, 8, *ours.shape[1:])], 1)
    save_sheet(path, rows.flatten(0, 2).cpu(), columns=8)


def run(options: argparse.Namespace) -> None:
    """All three phases."""
    device = pick_device(options.device)
    torch.set_flush_denormal(True)
    torch.manual_seed(options.seed)
    teacher = PretrainedTeacher(options.teacher, device, torch.bfloat16)
    layout = load_layout()
    data, ids = read_labelled_latents(options.labelled, layout)
    plain = (torch.tensor(ids) < PLAIN_SAMPLE) & (data.labels >= 0).all(1)
    prior = Prior(layout, data.labels[plain])
    config = StudentConfig(trunk_blocks=options.trunk_blocks, decoder_channels=tuple(options.channels))
    model = StudentModel(config, layout)
    model.text_map.load_state_dict(fit_text_map(layout, data).state_dict())
    model.to(device, memory_format=torch.channels_last)
    texts = TextSampler(model.text_map, prior, device)
    history = {}

    lesson = TrunkLesson(teacher, config, device, texts)
    runner = Runner(lesson, phase_options(options, 0, "trunk"))
    runner.train()
    model.trunk, history["trunk"] = lesson.network, runner.pictures
    save_student(options.run / "trunk.pt", model, prior, history)

    lesson = DecoderLesson(teacher, model.trunk, config, device, options.crop)
    runner = Runner(lesson, phase_options(options, 1, "decoder"))
    runner.train()
    model.decoder, history["decoder"] = lesson.network.decoder, runner.pictures
    save_student(options.run / "taught.pt", model, prior, history)
    draw_sheet(model, teacher, texts, options.run / "taught.png")

    lesson = ObjectiveLesson(teacher, model, texts, phase_options(options, 2, "objective"))
    runner = Runner(lesson, phase_options(options, 2, "objective"))
    runner.train()
    history["objective"] = runner.pictures
    save_student(options.run / "student.pt", lesson.average, prior, history)
    torch.save(half_precision(lesson.discriminator.state_dict()), options.run / "discriminator.pt")
    draw_sheet(lesson.average, teacher, texts, options.run / "student.png")
    log.info("taught with %s pictures", history)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    run(parse_options())
