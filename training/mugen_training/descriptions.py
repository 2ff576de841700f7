"""Descriptions that the evaluation draws: the common ones that twins are counted in, and texts of three languages."""

from __future__ import annotations

from .vocabulary import Layout

COMMON = (
    "hair_color=blonde eye_color=blue",
    "hair_color=black eye_color=brown",
    "hair_color=brown eye_color=green",
    "hair_color=pink eye_color=purple",
    "hair_color=silver eye_color=red",
    "hair_color=white eye_color=blue",
    "hair_color=blue eye_color=yellow",
    "hair_color=red eye_color=green",
    "hair_color=purple hair_length=long",
    "hair_color=black hair_length=short",
    "hair_color=blonde hair_style=twintails",
    "hair_color=pink hair_style=twintails expression=smile",
    "hair_color=brown glasses=yes",
    "hair_color=blonde eye_color=green ornament=ribbon",
    "hair_color=blue expression=smile mouth=open",
    "hair_color=black expression=sad",
    "hair_color=white eyes=closed",
    "hair_color=orange eye_color=orange ornament=hat",
    "hair_color=brown look=masculine",
    "skin=dark hair_color=silver",
)
"""Descriptions that people ask a gacha for; "sad" and "closed eyes" broke earlier models most."""

TEXTS = (
    ("silver hair, red eyes, long hair", "hair_color=silver eye_color=red hair_length=long"),
    ("blonde twintails, blue eyes, smile", "hair_color=blonde hair_style=twintails eye_color=blue expression=smile"),
    ("sad girl with black hair", "hair_color=black expression=sad"),
    ("粉色头发，绿色眼睛，张嘴", "hair_color=pink eye_color=green mouth=open"),
    ("戴眼镜的棕发短发女孩", "hair_color=brown hair_length=short glasses=yes"),
    ("青髪、黄色い目、リボン", "hair_color=blue eye_color=yellow ornament=ribbon"),
    ("褐色肌の白髪", "skin=dark hair_color=white"),
    ("目を閉じた紫髪", "hair_color=purple eyes=closed"),
)
"""Texts in English, Chinese and Japanese with the values that they name."""


def parse_values(description: str, layout: Layout) -> dict[str, int]:
    """`group=value group=value` -> {group: index}; groups and values that the layout lacks are left out."""
    pairs = [part.split("=") for part in description.split()]
    known = {name: value for name, value in pairs if name in layout.names and value in layout[name].values}
    return {name: layout[name].index(value) for name, value in known.items()}


def common_descriptions(layout: Layout) -> list[dict[str, int]]:
    """`COMMON` in the values of a layout."""
    return [parse_values(description, layout) for description in COMMON]
