"""The model card and the licence that lie beside exported weights."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from PIL import Image

PROVENANCE = (
    "Trained on 16,746 captioned 64x64 anime faces that a machine-learning course at National Taiwan University handed"
    " out in 2018. The faces are themselves output of a generator, MakeGirlsMoe most likely, whose authors allow"
    " non-commercial use only. The super-resolution stage was distilled from Real-CUGAN on 3,616 of them."
)

LICENSE = """# Licence of these weights

The files in this folder (`*.onnx`, `model.json` and the pictures made with them) may be used, copied, changed and
passed on for **non-commercial purposes only**, with this notice and a word on where they come from.

Why not freely: {provenance}
The weights carry that restriction on. The program around them has its own licence and no such restriction: train it on
pictures of your own, and the weights are yours.

The weights come as they are, without warranty of any kind.
"""

SHEETS = {
    "samples-256": "Sixty-four unselected faces for descriptions drawn from the prior, enlarged to 256x256",
    "hair-eyes": "Every hair colour (rows) with every eye colour (columns), one z for all",
    "morphs": "One row a group of attributes: the group changes, z and everything else stand still",
    "blends": "Ten blends of two faces",
}


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.0f} %"


def accuracy_table(figures: dict) -> str:
    """A Markdown row a group: asked naturally and evenly, each beside the judge's figure on real pictures."""
    lines = [
        "| group | as asked | judge on real | share | evenly asked | judge on real, balanced | share |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for name, group in figures["accuracy"].items():
        ceiling, share = group["ceiling"] or {}, group.get("of_ceiling", {})
        natural = [group["natural"]["accuracy"], ceiling.get("accuracy"), share.get("natural")]
        even = [group["even"]["accuracy"], ceiling.get("balanced_accuracy"), share.get("even")]
        lines.append(f"| `{name}` | " + " | ".join(map(_percent, natural + even)) + " |")
    return "\n".join(lines)


def _editing_lines(editing: dict) -> list[str]:
    morph, middles = editing["morph"], editing["middles"]
    places = ("morph_before", "morph_middle", "morph_after", "hair_color_middle", "blend_middle")
    before, middle, after, hair, blend = (_percent(middles[place]["precision"]) for place in places)
    kept = ", ".join(f"`{name}` {_percent(share)}" for name, share in sorted(morph["kept"].items(), key=lambda x: x[1])[:4])
    return [
        f"- Of {morph['morphs']} random morphs of one group, {_percent(morph['reached_in_all'])} are seen as asked"
        f" afterwards. Groups that were not asked for keep their value in {_percent(morph['least_kept'])} of the morphs or"
        f" more; least: {kept}.",
        f"- Precision (share inside the manifold of real faces): {before} before a morph, {middle} half-way, {after}"
        f" after; {hair} half-way between two hair colours, {blend} half-way through a blend. Blends whose steps are even: {_percent(editing['blend']['even'])}.",  # noqa: E501
    ]


def figures_section(figures: dict) -> str:
    """The evaluation's figures in Markdown."""
    frechet, diversity, smooth = figures["frechet"], figures["diversity"], figures["smoothness"]
    deformed = figures["called_deformed_by_judge"]
    lines = [
        f"Measured on {figures['generated_faces']:,} generated faces by a classifier that took no part in training the"
        " generator.",
        "",
        accuracy_table(figures),
        "",
        "*As asked*: descriptions in the proportions of the training set, all groups at once. *Evenly asked*: every value"
        " of the group equally often, so that rare values count as much as common ones.",
        "",
        f"- Fréchet distance in the classifier's features: {frechet['generated_to_validation']:.2f} between generated and"
        f" validation faces; {frechet['floor_train_to_validation']:.2f} between training and validation faces.",
        f"- Diversity within one hair and eye colour, against real faces: {_percent(diversity['features']['ratio'])} in"
        f" features, {_percent(diversity['brightness_16x16']['ratio'])} in coarse brightness.",
        f"- Smoothness, the largest of {smooth['steps']} steps over the mean one in features:"
        f" {smooth['z']['features']['largest_step']:.2f} along z, {smooth['phi']['features']['largest_step']:.2f} along φ.",
        f"- Called deformed by the classifier: {_percent(deformed['generated'])} of generated faces,"
        f" {_percent(deformed['real_validation'])} of real ones.",
    ]
    lines += _editing_lines(figures["editing"])
    if up := figures.get("upscaler"):
        lines.append(
            f"- Super-resolution on {up['pictures']} held-out pairs: {up['psnr']:.1f} dB PSNR and {up['ssim']:.3f} SSIM"
            f" (bicubic: {up['psnr_bicubic']:.1f} dB, {up['ssim_bicubic']:.3f})."
        )
    return "\n".join(lines)


def _labeller_section(path: Path) -> str:
    figures = torch.load(path, map_location="cpu")["figures"]
    lines = [
        "Balanced accuracy of the labelling classifier on hand-made labels held out from it:",
        "",
        "| group | balanced accuracy | chance |",
        "| --- | --- | --- |",
    ]
    for name, row in figures.items():
        lines.append(f"| `{name}` | {_percent(row['balanced_accuracy'])} | {_percent(row['chance'])} |")
    return "\n".join(lines)


def _copy_sheets(folder: Path, docs: Path, widest: int = 1280) -> list[str]:
    docs.mkdir(exist_ok=True)
    lines = []
    for stem, caption in SHEETS.items():
        for source in sorted(folder.glob(f"{stem}.*")):
            with Image.open(source) as sheet:
                small = sheet.convert("RGB")
                if small.width > widest:
                    small = small.resize((widest, round(small.height * widest / small.width)), Image.LANCZOS)
                small.save(docs / f"{stem}.webp", quality=80, method=6)
            lines.append(f"**{caption}.**\n\n![{caption}](docs/{stem}.webp)\n")
    return lines


def write_card(options: argparse.Namespace, manifest: dict, config: dict, pictures: int) -> None:
    """Writes LICENSE.md, README.md and docs/ into the model's folder."""
    groups = ", ".join(f"`{group['name']}`" for group in manifest["groups"])
    sizes = ", ".join(f"{stage['file']} {stage['bytes'] / 1e6:.1f} MB" for stage in manifest["stages"])
    sections = [
        f"# {manifest['name']} ({manifest['id']} {manifest['version']})",
        f"Weights for **non-commercial use only** ([LICENSE.md](LICENSE.md)). {manifest['provenance']}",
        f"Draws an anime face from a description: a generator at 64x64 and a super-resolution stage to 256x256 ({sizes})."
        f" Conditioned on {groups}.",
        "## Training\n\n"
        f"Objective `{config['objective']}` of Reed et al. 2016, {pictures:,} pictures shown"
        f" (auxiliary loss {config['auxiliary']}, {config['discriminator']['head']} head, generator channels"
        f" {', '.join(map(str, config['generator']['channels']))}). Pictures of the validation split"
        " (5 % by a hash of their id) and pictures called deformed were left out.",
    ]
    if options.classifier:
        sections.append(_labeller_section(options.classifier))
    if manifest["evaluation"]:
        sections.append("## How good\n\n" + figures_section(manifest["evaluation"]))
        sections += _copy_sheets(options.evaluation, options.out / "docs")
    if options.notes:
        sections.append(options.notes.read_text(encoding="utf-8").strip())
    (options.out / "README.md").write_text("\n\n".join(sections).rstrip() + "\n", encoding="utf-8")
    (options.out / "LICENSE.md").write_text(LICENSE.format(provenance=manifest["provenance"]), encoding="utf-8")
