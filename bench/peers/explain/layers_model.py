"""Reads a TensorFlow.js LayersModel from its folder: the very files that Sightline loads."""

import json
import math
import os
from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True)
class Layer:
    """A layer as model.json tells it; weights by their own names (kernel, gamma, moving_mean, ...)."""

    name: str
    kind: str
    config: dict
    sources: tuple
    weights: dict = field(default_factory=dict)


@dataclass(frozen=True)
class LayersModel:
    """Layers in the order of computation, with one input and one output."""

    layers: tuple
    output: str
    input_shape: tuple


def read_layers_model(folder):
    """The model of a folder; its weights are one float32 file in the order of the manifest."""
    with open(os.path.join(folder, "model.json")) as file:
        model = json.load(file)
    topology = model["modelTopology"]["config"]
    weights = _weights(folder, model["weightsManifest"])
    layers = tuple(_layer(entry, weights) for entry in topology["layers"])
    shape = layers[0].config["batch_input_shape"][1:]
    return LayersModel(layers, topology["output_layers"][0][0], tuple(shape))


def _layer(entry, weights):
    nodes = entry["inbound_nodes"]
    if len(nodes) > 1:
        raise ValueError(f"{entry['name']} is used more than once.")
    sources = tuple(source[0] for source in nodes[0]) if nodes else ()
    return Layer(
        entry["name"],
        entry["class_name"],
        entry["config"],
        sources,
        weights.get(entry["name"], {}),
    )


def _weights(folder, manifest):
    by_layer = {}
    for group in manifest:
        data = b"".join(_bytes(folder, path) for path in group["paths"])
        offset = 0
        for spec in group["weights"]:
            count = math.prod(spec["shape"])
            values = np.frombuffer(data, "<f4", count, offset)
            layer, _, name = spec["name"].rpartition("/")
            by_layer.setdefault(layer, {})[name] = values.reshape(spec["shape"])
            offset += 4 * count
    return by_layer


def _bytes(folder, path):
    with open(os.path.join(folder, path), "rb") as file:
        return file.read()
