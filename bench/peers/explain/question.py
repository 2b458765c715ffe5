"""What a peer is asked: one input, a layer and a class of a network, and what else must be the same on both sides."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Question:
    """Images are n, rows, columns, channels in float32; given holds arrays and numbers that a method must not draw itself."""

    folder: str
    images: np.ndarray
    layer: str
    class_index: int
    given: dict


def question_of(request):
    """Reads a question; arrays come as files of float32 values beside their shapes."""
    given = {name: _value(value) for name, value in request.get("given", {}).items()}
    return Question(
        request["folder"], _value(request["images"]), request["layer"], request["classIndex"], given
    )


def _value(value):
    if not isinstance(value, dict):
        return value
    return np.fromfile(value["file"], "<f4").reshape(value["shape"])
