"""A question in PyTorch's terms."""

import functools

import numpy as np
import torch

from layers_model import read_layers_model
from torch_network import Network


@functools.cache
def network_of(folder):
    """The network of a folder, made once."""
    return Network(read_layers_model(folder))


def torch_images(images):
    """n, rows, columns, channels as n, channels, rows, columns."""
    return torch.from_numpy(np.ascontiguousarray(np.moveaxis(images, -1, 1)))


def layer_of(question):
    """The module that the question names."""
    return network_of(question.folder).layers[question.layer]
